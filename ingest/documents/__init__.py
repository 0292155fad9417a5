"""From files to articles: one reader a format, for files, folders and standard input."""

from ingest.documents.boilerplate import boilerplate
from ingest.documents.records import MAX_CHARACTERS, Incoming, Skipped
from ingest.documents.sources import read

__all__ = ["MAX_CHARACTERS", "Incoming", "Skipped", "boilerplate", "read"]
