"""Files of aliases: a user's own list, and lists made by others."""
