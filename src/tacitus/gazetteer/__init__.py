"""Names to places: an index that is compiled once, from a package or from the user's own files."""
