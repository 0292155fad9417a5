"""The interface to the database: catalogue statements, typed queries, exports."""

from cypher.database.database import FILLING, Database, Role, Settings, Table, connect

__all__ = ["FILLING", "Database", "Role", "Settings", "Table", "connect"]
