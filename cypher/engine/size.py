"""Up to which size of the graph the embedded engine is the right database."""

MOST_EVENTS = 500_000
"""The number of events beyond which Neo4j should be used.

It was measured up to 200,000; queries over all events take as much longer as there are more.
"""
