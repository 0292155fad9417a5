"""The driver, loaded without pandas, pyarrow and numpy: only this module imports it.

It would load them, if it found them, to give results as data frames, which nothing here asks for.
Without them it takes 54 MB of memory, with them 141 MB. They can still be imported afterwards.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_TABLES = ("numpy", "pandas", "pyarrow")


@contextmanager
def _without_tables() -> Iterator[None]:
    """Let imports of the libraries that are not loaded yet fail within the block."""
    absent = [name for name in _TABLES if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type] # None makes an import fail
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


with _without_tables():
    import neo4j
    from neo4j import Record
    from neo4j.exceptions import (
        AuthError,
        ConfigurationError,
        ConstraintError,
        DriverError,
        Neo4jError,
        ResultFailedError,
        ServiceUnavailable,
        SessionExpired,
    )
    from neo4j.exceptions import DatabaseError as ServerError
    from neo4j.graph import Node, Path, Relationship
    from neo4j.spatial import Point
    from neo4j.time import Date, DateTime, Duration, Time

__all__ = [
    "AuthError",
    "ConfigurationError",
    "ConstraintError",
    "Date",
    "DateTime",
    "DriverError",
    "Duration",
    "Neo4jError",
    "Node",
    "Path",
    "Point",
    "Record",
    "Relationship",
    "ResultFailedError",
    "ServerError",
    "ServiceUnavailable",
    "SessionExpired",
    "Time",
    "neo4j",
]
