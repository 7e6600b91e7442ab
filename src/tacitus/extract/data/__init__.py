"""Word lists of the reader; each names its source in its first line."""
