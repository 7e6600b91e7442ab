"""Same or not: names, entities and incidents across documents."""
