"""Readers of the tables: a CSV row in, one record out, a clear message for a row that cannot be."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from cypher.errors import InputError
from cypher.model.graph import EntityKind
from cypher.model.ids import alias_key
from ingest.knowledge.records import Alias, KnownEntity, OfficeTerm, Sense
from ingest.languages import supported_languages

FOLDER = Path(__file__).parent
_SEPARATOR = ";"


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of this folder, by column name."""
    path = FOLDER / name
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            if None in row or None in row.values():
                raise InputError(
                    f"{path.name}: {next(iter(row.values()))!r} has too many or too few columns."
                )
            yield row


def actors(name: str) -> Iterator[KnownEntity]:
    """Organisations, armed groups, places and people of one table."""
    for row in rows(name):
        aliases = (
            Alias(row["name"], Sense.NAME),
            *_aliases(row["indonesian"], Sense.NAME, "id"),
            *_aliases(row["abbreviations"], Sense.ABBREVIATION),
            *_aliases(row["aliases"], Sense.NAME),
        )
        kind = EntityKind(row["kind"])
        yield KnownEntity(row["id"], row["name"], kind, row["country"] or None, tuple(dict.fromkeys(aliases)))


def terms() -> Iterator[OfficeTerm]:
    """The terms of office, in the order of the table."""
    for row in rows("terms.csv"):
        yield OfficeTerm(
            person_id=row["person"],
            office=row["office"],
            of=row["of"],
            start=row["start"],
            end=row["end"] or None,
            acting=row["acting"] == "yes",
            as_of=row["as_of"],
        )


def wikidata() -> dict[str, str]:
    """The Wikidata items of our entities, as far as a data set (`source` of the row) confirms them."""
    return {row["id"]: row["wikidata"] for row in rows("wikidata.csv")}


def likeliest() -> dict[str, str]:
    """The id of the entity that an ambiguous name usually means, by the key of the name."""
    return {alias_key(row["text"]): row["likeliest"] for row in rows("ambiguous.csv")}


def _aliases(cell: str, sense: Sense, language: str | None = None) -> Iterator[Alias]:
    """The names in a cell; ``id:Menlu`` says that only Indonesian texts use it."""
    for item in filter(None, (part.strip() for part in cell.split(_SEPARATOR))):
        prefix, colon, rest = item.partition(":")
        if colon and prefix in supported_languages():
            yield Alias(rest, sense, prefix)
        else:
            yield Alias(item, sense, language)
