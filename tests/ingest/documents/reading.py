"""Reads a file that a test has made."""

from __future__ import annotations

from pathlib import Path

from ingest.documents import Incoming, Skipped, read


def results(path: Path, data: bytes) -> list[Incoming | Skipped]:
    """Write a file, and return what is read from it."""
    path.write_bytes(data)
    return list(read([path]))


def one(path: Path, data: bytes) -> Incoming:
    """Return the only article of a file."""
    (found,) = results(path, data)
    assert isinstance(found, Incoming), found
    return found


def lost(path: Path, data: bytes) -> Skipped:
    """Return why a file cannot be used."""
    (found,) = results(path, data)
    assert isinstance(found, Skipped), found
    return found
