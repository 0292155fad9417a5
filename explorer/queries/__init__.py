"""Queries and their results: forms, the editor, running, and results as table, chart and file."""
