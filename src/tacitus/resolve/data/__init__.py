"""Word lists and weights of resolution; each names its source in its first line."""
