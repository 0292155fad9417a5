"""Up to which size of the graph the embedded engine is the right database."""

MOST_EVENTS = 500_000
"""The number of events beyond which Neo4j should be used.

At 1,000,000, a third of the saved queries take more than a second (docs/engines.md).
"""
