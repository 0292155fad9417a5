"""Fills an empty graph from files, faster than by statements: each database has a way of its own for that.

`cypher.bulk.files` writes nodes and relationships to files; `cypher.bulk.embedded` and
`cypher.bulk.neo4j_files` give them to a database.
"""
