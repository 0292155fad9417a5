"""Reads articles from files, folders and standard input, with one reader for each format."""

from ingest.documents.boilerplate import boilerplate
from ingest.documents.records import MAX_CHARACTERS, Incoming, Skipped
from ingest.documents.sources import read

__all__ = ["MAX_CHARACTERS", "Incoming", "Skipped", "boilerplate", "read"]
