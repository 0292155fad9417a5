"""Reads ICEWS14 as rows of events, and makes articles of them.

The file has a header and the columns source, relation, target, date, cameo and plover, separated by tabs; it
may be packed with gzip. Each party is an entity of its own by its name, so that figures from the file need no
resolution.
"""

from __future__ import annotations

import csv
import gzip
import itertools
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bench.icews import EVENTS_EACH
from bench.recounts import Told
from bench.synthetic import article
from cypher.model.graph import Entity, EntityKind, Extraction
from cypher.model.ids import content_id
from cypher.model.ontology import event_types


def told_in(path: Path, most: int) -> list[Told]:
    """Return the first events of a file, without those of an entity with itself and repeated ones.

    Rows with the same parties, type and day are one event.
    """
    rows = list(itertools.islice(rows_in(path), most))
    known = event_types()
    events = {
        (row["date"], _id(row["source"]), _id(row["target"]), row["plover"]): None
        for row in rows
        if row["source"] != row["target"] and row["plover"] in known
    }
    ordered = sorted(events)
    return [
        Told(actor, recipient, kind, day, f"{number}", day)
        for number, (day, actor, recipient, kind) in enumerate(ordered)
    ]


def names_in(path: Path) -> dict[str, str]:
    """Return the names of all entities of a file by id."""
    return {_id(name): name for row in rows_in(path) for name in (row["source"], row["target"])}


def rows_in(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a file of this layout, packed or not, by column."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _id(name: str) -> str:
    return content_id("icews14", name)


def articles_of(told: Iterable[Told], names: Mapping[str, str]) -> Iterator[Extraction]:
    """Yield articles of up to five events, by day."""
    entities = {
        each: Entity(each, name, EntityKind.ORGANISATION, aliases=(name,)) for each, name in names.items()
    }
    number = itertools.count()
    for day, of_day in itertools.groupby(told, key=lambda row: row.day):
        stated = [(entities[row.actor], entities[row.recipient], row.event_type) for row in of_day]
        for start in range(0, len(stated), EVENTS_EACH):
            yield article(next(number), day, stated[start : start + EVENTS_EACH])
