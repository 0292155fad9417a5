"""The graph's data types: entities, claims, ids, lenses and the ontology. Standard library only."""
