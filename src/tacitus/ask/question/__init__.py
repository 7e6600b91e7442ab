"""Questions to the ledger: a question is a claim with a hole. See `pattern`, `reading` and `answer`."""
