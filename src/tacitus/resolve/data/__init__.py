"""Word lists and weights of resolution; each file says where it comes from."""
