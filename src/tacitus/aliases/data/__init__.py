"""Tables: which of our types the types of others' lists are."""
