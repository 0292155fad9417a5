"""What a reader hands on: an article that can be used, or what was left out and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BufferedReader

from cypher.errors import InputError
from cypher.model.graph import Document

MAX_CHARACTERS = 1_000_000
"""Longest article that is read, in code points: what spaCy parses in bounded memory (its own limit)."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document as it was read.

    `origin` names the file, or the file and row; `given_id` is the id that a row brought along; `remarks`
    say in words what a reader had to guess (encoding, language, date).
    """

    document: Document
    origin: str
    given_id: str | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that cannot be used: which one, why, and what to do about it."""

    origin: str
    reason: str
    hint: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.reason}. {self.hint}"


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article before it is checked: what the file says, as text."""

    text: str
    title: str | None = None
    language: str | None = None
    published_on: str | None = None
    publisher: str | None = None
    url: str | None = None
    given_id: str | None = None
    remarks: tuple[str, ...] = ()


class UnusableError(InputError):
    """One input cannot be used; `reason` and `hint` are sentences without the full stop of the first."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(f"{reason}. {hint}")
        self.reason = reason
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader reads: the bytes, from their beginning.

    `columns` are the columns of tables that somebody has stated, by field.
    """

    stream: BufferedReader
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """An article in a file, or why it cannot be used; `place` is where in the file: ``line 3``."""

    article: RawArticle | UnusableError
    place: str = ""
