"""Word lists of the figures."""
