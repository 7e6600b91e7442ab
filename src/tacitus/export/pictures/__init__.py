"""Pictures of what the ledger holds, as plain shapes that are written as SVG or drawn in a PDF."""
