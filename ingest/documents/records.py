"""The results of readers: articles, and inputs that were skipped, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BufferedReader
from typing import NewType

from cypher.errors import InputError
from cypher.model.graph import DatePrecision, Document

MAX_CHARACTERS = 1_000_000
"""The maximum length of an article in code points; it is spaCy's own limit."""

Remark = NewType("Remark", str)
"""What had to be guessed of an input, or is missing in it: a clause without its full stop."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document that was read.

    `origin` names the file, or the file and row. `given_id` is the id in the row. `remarks` say what had to
    be guessed (encoding, language, date).
    """

    document: Document
    origin: str
    given_id: str | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that cannot be used: its name, the reason, a fix, and the article's title if it is known."""

    origin: str
    reason: str
    hint: str
    title: str | None = None

    def __str__(self) -> str:
        return f"{self.origin}: {self.reason}. {self.hint}"


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An unchecked article, with the fields as texts of the file.

    `lines` are lines beside the text that may say when it was published. `updated_on` is the day of its
    latest change, from which that of publication is guessed if nothing states it, `updated_at` the moment of
    that change (UTC). `published_guessed` says
    that the file's own day of publication is a guess, `published_precision` how far it is known.
    """

    text: str
    title: str | None = None
    language: str | None = None
    published_on: str | None = None
    publisher: str | None = None
    url: str | None = None
    given_id: str | None = None
    remarks: tuple[Remark, ...] = ()
    lines: tuple[str, ...] = ()
    updated_on: str | None = None
    updated_at: str | None = None
    published_precision: DatePrecision = DatePrecision.DAY
    published_guessed: bool = False


class UnusableError(InputError):
    """One input cannot be used; `reason` continues a sentence without its full stop, `hint` is a sentence."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(f"{reason}. {hint}")
        self.reason = reason
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Found:
    """An article in a file, or the reason why it cannot be used; `place` is its place, such as ``line 3``."""

    article: RawArticle | UnusableError
    place: str = ""


Inside = Callable[[str, bytes], Iterator[Found] | None]
"""Reads a file within a file, by its name and its bytes; None if it is of no known format."""


def nothing_inside(_name: str, _data: bytes) -> None:
    """Read no file within a file."""


@dataclass(frozen=True, slots=True)
class Source:
    """The input of a reader: a stream of bytes at its beginning.

    `columns` are the stated columns of tables, by field. `inside` reads the files within this one, such as
    the attachments of a mail.
    """

    stream: BufferedReader
    columns: Mapping[str, str] = field(default_factory=dict)
    inside: Inside = nothing_inside
