"""Data files of the read floor."""
