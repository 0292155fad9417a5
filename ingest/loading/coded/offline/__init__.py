"""Loads the events of data sets into an empty graph through files, without statements.

The rows are those that the statements of an online load would get, so that both make the same graph.
"""
