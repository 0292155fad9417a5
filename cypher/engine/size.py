"""Up to which size of the graph the embedded engine is the right database."""

MOST_EVENTS = 500_000
"""The number of events beyond which Neo4j should be used.

Queries were measured up to 200,000; those over all events take as much longer as there are more. An offline
load of 1,000,000 with a heap of 4 GB ended for lack of memory.
"""
