"""Reads a brief with what has changed since, and writes it, or other blocks, in one of the formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cypher.briefs.changing import changed_claims
from cypher.briefs.reading import Brief, read_brief
from cypher.database import Database
from explorer.briefs.blocks import Block
from explorer.briefs.document import Shown, document
from explorer.briefs.html_page import as_html
from explorer.briefs.markdown import as_markdown
from explorer.briefs.word_document import as_docx
from explorer.reads.local_names import read_names
from explorer.words import Words


class FileFormat(StrEnum):
    """The format of a file of a brief or a case."""

    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"

    @property
    def ending(self) -> str:
        """The ending of its files."""
        return _FORMATS[self].ending

    @property
    def media_type(self) -> str:
        """What it is to a browser."""
        return _FORMATS[self].media_type


def shown_brief(database: Database, brief: str, version: int | None, words: Words, now: str) -> Shown:
    """Read a version of a brief, the newest if None; `now` is the moment of the comparison with the graph."""
    return compared(database, read_brief(database, brief, version), words, now)


def compared(database: Database, brief: Brief, words: Words, now: str) -> Shown:
    """Compare a brief with the graph of today, and translate the names of its entities."""
    changes = changed_claims(database, brief.items)
    return Shown(brief, changes, words, now, read_names(database, words.language))


def brief_file(shown: Shown, form: FileFormat) -> bytes:
    """Write the brief."""
    return written(document(shown), shown.brief.title, shown.words, form)


def written(blocks: Sequence[Block], title: str, words: Words, form: FileFormat) -> bytes:
    """Write blocks as a file with this title."""
    return _FORMATS[form].write(blocks, title, words)


def _markdown(blocks: Sequence[Block], _title: str, _words: Words) -> bytes:
    return as_markdown(blocks).encode()


def _html(blocks: Sequence[Block], title: str, words: Words) -> bytes:
    return as_html(blocks, title, words).encode()


@dataclass(frozen=True, slots=True)
class _Format:
    ending: str
    media_type: str
    write: Callable[[Sequence[Block], str, Words], bytes]


_FORMATS: Mapping[FileFormat, _Format] = {
    FileFormat.MARKDOWN: _Format("md", "text/markdown", _markdown),
    FileFormat.HTML: _Format("html", "text/html", _html),
    FileFormat.DOCX: _Format(
        "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", as_docx
    ),
}
