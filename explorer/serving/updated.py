"""The number of documents that an older version had read when this server brought the graph up to date."""

from __future__ import annotations

_documents: list[int] = []


def remember_older(documents: int) -> None:
    """Store the number of documents of the graph that was brought up to date."""
    _documents[:] = [documents]


def older_documents() -> int:
    """Return the number of documents, 0 if the graph was of this version."""
    return _documents[-1] if _documents else 0
