"""Word lists of the comparison of accounts; each names its source in its first line."""
