"""Loads extractions into the graph in batches, without unnamed groups."""
