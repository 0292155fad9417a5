"""The blocks of a brief, the same in every format: headings, lines, quotations, tables and pictures.

All texts in blocks are plain, in the reader's language, and may come from hostile news: each format escapes
what it writes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from explorer.briefs.pictures.shapes import Drawing


class Look(StrEnum):
    """How a line is shown."""

    PLAIN = "plain"
    STRONG = "strong"
    SOFT = "soft"
    NOTICE = "notice"  # something that a reader must not miss


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is 1 for the title of the file, 2 for a part of it, 3 for what stands in a part."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. `url` is the address of the article that it names, if it has one.

    `opens` is the address in the app of what it is about, in files that link there.
    """

    text: str
    look: Look = Look.PLAIN
    url: str | None = None
    opens: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of the news, from this document of the graph for this claim."""

    text: str
    document: str
    claim: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of texts."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, which is laid out when a format needs it; `grid` says the same in words.

    The grid of a query's chart is empty, because the table of its result follows. `caption` stands above the
    picture. `said` says what it shows to those who cannot see it.
    """

    draw: Callable[[], Drawing]
    caption: str
    said: str
    grid: Grid


Block: TypeAlias = Heading | Line | Quote | Grid | Picture
