"""Cypher statements with typed headers, read from ``cypher/statements/``."""
