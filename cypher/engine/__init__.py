"""The embedded engine: ArcadeDB over Bolt, a supervised child process shared by all who use one folder."""

from cypher.engine.client import Endpoint, Status, endpoint, ensure_running, leased, status, stop
from cypher.engine.folder import DATABASE, EngineFolder

__all__ = [
    "DATABASE",
    "Endpoint",
    "EngineFolder",
    "Status",
    "endpoint",
    "ensure_running",
    "leased",
    "status",
    "stop",
]
