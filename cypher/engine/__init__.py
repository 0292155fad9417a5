"""The embedded engine: ArcadeDB over Bolt, a supervised process shared by all programs that use one folder.

`cypher.engine.client` joins it. Nothing is imported here, to keep the long-lived supervisor small.
"""
