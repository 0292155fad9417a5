"""News in: documents are read, events extracted, actors resolved, claims loaded."""
