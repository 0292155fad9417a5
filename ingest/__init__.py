"""The ingest pipeline: reads documents, extracts events, resolves actors and loads claims into the graph."""
