"""Finds ships of states by the prefix of their navy: "KRI Usman Harun", "HMS Montrose".

Prefixes that are also words or initials ("INS", "JS", "PNS") are not in the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from spacy.tokens import Doc

from cypher.model.graph import EntityKind
from ingest.extraction.mentions.named import name_of
from ingest.extraction.syntax.sentence import Name
from ingest.knowledge.tables import rows

_LONGEST = 4
"""Maximum number of tokens in the name of a ship, with its prefix."""


@cache
def _prefixes() -> Mapping[str, str]:
    return {row["prefix"]: row["country"] for row in rows("ship_prefixes.csv")}


def country_of_ship(name: str) -> str | None:
    """Return the country (ISO 3166-1 alpha-3) to whose state a ship belongs by its prefix."""
    prefix, _, rest = name.partition(" ")
    return _prefixes().get(prefix) if rest else None


def with_ships(doc: Doc, names: list[Name], offset: int, capitals: Iterable[int]) -> list[Name]:
    """Return the names with those of ships, instead of the names that lie in them."""
    ships = list(_ships(doc, offset, capitals))
    return [name for name in names if not any(name.span.overlaps(ship.span) for ship in ships)] + ships


def _ships(doc: Doc, offset: int, capitals: Iterable[int]) -> Iterator[Name]:
    for start in capitals:
        if doc[start].text not in _prefixes():
            continue
        end = start + 1
        while end < min(len(doc), start + _LONGEST) and doc[end].text[:1].isupper():
            end += 1
        if end > start + 1:
            yield name_of(doc, start, end, offset, EntityKind.GOVERNMENT_BODY)
