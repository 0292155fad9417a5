"""The values of the graph: entities, claims, ids, lenses and the ontology. Standard library only."""
