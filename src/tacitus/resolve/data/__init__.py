"""Word lists and weights of resolution."""
