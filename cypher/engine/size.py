"""Up to which size of the graph the embedded engine is the right database."""

MOST_EVENTS = 2_000_000
"""The number of events beyond which Neo4j should be used."""
