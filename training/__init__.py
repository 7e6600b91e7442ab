"""How the bundled language model is made: prepare, train, export, score. Not part of the installed package."""
