"""Whole graphs, read page by page, and their content hash."""
