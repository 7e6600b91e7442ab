"""Word lists of the comparison of accounts, and the scale of grades; each names its source in its first line."""
