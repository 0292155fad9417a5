"""What every reader of an event data set gives: events that somebody else has coded, and rejected rows.

The types hold what a source says in its own words and codes, and the PLOVER type that it stands for. Parties
are not resolved yet. Dates are ISO strings; a date known only to the month or year is its first day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol, TypeAlias

from cypher.model.graph import DatePrecision
from ingest.documents.characters import shown, valid


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot be used: its file, its line (the first is 1), why, and the beginning of its text.

    `event` is the key of the event that was read from it, empty if none was. As a text it says where the row
    stands, and why it is rejected.
    """

    file: str
    line: int
    reason: str
    text: str = ""
    event: str = ""

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.file else f"event {shown(self.event, 100)}"
        return f"{place}: {self.reason}"


class Origin(NamedTuple):
    """Where a row stands: its file, its line (the first is 1), and the beginning of its text."""

    file: str
    line: int
    text: str

    def rejected(self, reason: str, event: str = "") -> Rejected:
        """Return the row as one that cannot be used; `event` is the key of the event in it."""
        return Rejected(self.file, self.line, reason, valid(self.text).replace("\n", " "), event)


@dataclass(frozen=True, slots=True)
class CodedParty:
    """A party as a source names it.

    `code` is the source's code, such as the CAMEO code ``USAGOV``; `country` is ISO 3166-1 alpha-3.
    `sectors` are the source's words for what the party is, such as ``Foreign Ministry``.
    """

    name: str = ""
    code: str = ""
    country: str = ""
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodedPlace:
    """Where an event took place; `country` is ISO 3166-1 alpha-3, coordinates are in degrees."""

    name: str = ""
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class CodedReport:
    """A report of an event, which becomes a claim.

    `document` identifies the article in the data set: its URL, or the number of a story. `key` tells the
    reports of one event apart. `text` are the source's own words on the event, empty if it gives none.
    `confidence` is between 0 and 1, None if the source states none.
    """

    key: str
    document: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published_on: str | None = None
    language: str = "en"
    sentence: int = 0
    text: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event of a data set; `key` is unique in the data set and stays the same in its later releases.

    `code` and `label` are the source's code and words for what happened ("040", "Consult"); `event_type` and
    `mode` are PLOVER's. An event that is not `directed` is done by all its actors together, and has no
    recipients. `intensity` is the source's own score, None if it has none. `origin` is the row that tells it.
    """

    key: str
    code: str
    label: str
    event_type: str
    date: str
    actors: tuple[CodedParty, ...]
    reports: tuple[CodedReport, ...]
    recipients: tuple[CodedParty, ...] = ()
    mode: str | None = None
    precision: DatePrecision = DatePrecision.DAY
    directed: bool = True
    intensity: float | None = None
    place: CodedPlace | None = None
    fatalities: int | None = None
    origin: Origin | None = field(default=None, compare=False, repr=False)

    def rejected(self, reason: str) -> Rejected:
        """Return the row of the event as one that cannot be used."""
        if self.origin is None:
            return Rejected("", 0, reason, f"{self.date} {self.code} {self.label}", self.key)
        return self.origin.rejected(reason, self.key)


Read: TypeAlias = CodedEvent | Rejected
"""What a reader yields for a row."""


class Reader(Protocol):
    """Reads the files of a data set, compressed or not, row by row and in bounded memory."""

    def __call__(self, paths: Sequence[Path]) -> Iterator[Read]:
        """Yield the events of these files and the rows that were rejected, in the order of the files.

        Raises `InputError` if a file does not exist or is not of this data set at all.
        """
