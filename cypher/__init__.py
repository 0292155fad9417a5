"""Everything about the database: the model of the graph, the engine, and the Cypher that is run on it."""
