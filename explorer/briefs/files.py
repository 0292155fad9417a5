"""Reads a brief with what has changed since, and writes it in one of the formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from cypher.briefs.changing import changed_claims
from cypher.briefs.saving import Brief, read_brief
from cypher.database import Database
from explorer.briefs.document import Shown, document
from explorer.briefs.markdown import as_markdown
from explorer.reads.local_names import read_names
from explorer.words import Words


class FileFormat(StrEnum):
    """The format of a brief's file."""

    MARKDOWN = "markdown"

    @property
    def is_binary(self) -> bool:
        """Whether a terminal cannot show it."""
        return False

    @property
    def ending(self) -> str:
        """The ending of its files."""
        return _ENDINGS[self]


_ENDINGS: Mapping[FileFormat, str] = {FileFormat.MARKDOWN: "md"}


def shown_brief(database: Database, brief: str, version: int | None, words: Words, now: str) -> Shown:
    """Read a version of a brief, the newest if None; `now` is the moment of the comparison with the graph."""
    return compared(database, read_brief(database, brief, version), words, now)


def compared(database: Database, brief: Brief, words: Words, now: str) -> Shown:
    """Compare a brief with the graph of today, and translate the names of its entities."""
    changes = changed_claims(database, brief.items)
    return Shown(brief, changes, words, now, read_names(database, words.language))


def brief_file(shown: Shown, form: FileFormat) -> bytes:
    """Write the brief."""
    return _WRITERS[form](shown)


_WRITERS: Mapping[FileFormat, Callable[[Shown], bytes]] = {
    FileFormat.MARKDOWN: lambda shown: as_markdown(document(shown)).encode(),
}
