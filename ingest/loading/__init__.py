"""Extractions into the graph: rows, unnamed groups, batches."""
