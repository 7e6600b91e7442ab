"""Tables of the ledger; the comment at the top of each says its source."""
