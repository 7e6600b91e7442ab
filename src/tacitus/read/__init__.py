"""From bytes to documents: text, Markdown, HTML, JSON Lines; files, folders, standard input."""
