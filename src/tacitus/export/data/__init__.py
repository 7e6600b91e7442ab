"""Style sheets and other files that exports carry within them."""
