"""Files that the engine reads: the model, its vocabulary, and word tables."""
