"""The nouns of Tacitus: spans, dates, places, documents, entities, claims. Frozen, standard library only."""
