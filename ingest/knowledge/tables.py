"""Reads the tables: each CSV row becomes one record; a malformed row raises an error."""

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
    """Yield the rows of a table in this folder, by column name."""
    return rows_of(FOLDER / name)


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table, by column name; raises `InputError` for a row with more or fewer cells."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            if None in row or None in row.values():
                raise InputError(
                    f"{path.name}: {next(iter(row.values()))!r} has too many or too few columns."
                )
            yield row


def actors(name: str) -> Iterator[KnownEntity]:
    """Yield the organisations, armed groups, places or people of one table."""
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
    """Yield the terms of office, in table order."""
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
    """Return the Wikidata items of our entities that a data set (`source` of the row) confirms."""
    return {row["id"]: row["wikidata"] for row in rows("wikidata.csv")}


def bodies() -> dict[str, str]:
    """Return what the bodies and branches of organisations and groups act for: UNICEF for the UN."""
    return {row["id"]: row["acts_for"] for row in rows("bodies.csv")}


def forms_of_state() -> dict[str, str]:
    """Return the form of state of those countries that texts call by it: "the kingdom", "kesultanan itu"."""
    return {row["country"]: row["form"] for row in rows("forms_of_state.csv")}


def likeliest() -> dict[str, str]:
    """Return the id of the entity that an ambiguous name usually refers to, by the key of the name."""
    return {alias_key(row["text"]): row["likeliest"] for row in rows("ambiguous.csv")}


def _aliases(cell: str, sense: Sense, language: str | None = None) -> Iterator[Alias]:
    """Yield the names in a cell; the prefix in ``id:Menlu`` limits a name to Indonesian texts."""
    for item in filter(None, (part.strip() for part in cell.split(_SEPARATOR))):
        prefix, colon, rest = item.partition(":")
        if colon and prefix in supported_languages():
            yield Alias(rest, sense, prefix)
        else:
            yield Alias(item, sense, language)
