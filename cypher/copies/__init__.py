"""Whole graphs, read and written page by page: their content hash, and copies between engines."""
