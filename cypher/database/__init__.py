"""The interface to the database: catalogue statements, typed queries, exports."""

from cypher.database.database import Database, Role, Settings, Table, connect

__all__ = ["Database", "Role", "Settings", "Table", "connect"]
