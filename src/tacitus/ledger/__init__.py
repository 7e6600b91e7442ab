"""The ledger: append-only, two clocks. Every reading stays; a view shows the latest of each document."""
