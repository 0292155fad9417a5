"""The embedded engine: ArcadeDB over Bolt, a supervised child process shared by all who use one folder.

`cypher.engine.client` joins it. Nothing is imported here, because the supervisor lives long and stays small.
"""
