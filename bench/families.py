"""Prints how many sentences of each family hold (``bench/families/README.md``).

``python -m bench.families`` scores both halves; ``--errors`` also shows what is wrong in the half that may be
read. The other half is never shown.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cypher.model.graph import Claim, Document, Event, EventStatus, Extraction
from cypher.model.lens import TRUST_THRESHOLD
from ingest.extraction import extract

FOLDER = Path(__file__).parent / "families"
READ, KEPT = "read", "kept"

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a row may ask for it; parties by name and by country (ISO 3166-1 alpha-3)."""

    type: str
    status: str
    date: str
    date_precision: str
    attribution: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    actor_countries: frozenset[str]
    recipient_countries: frozenset[str]
    confidence: float


def rows(half: str) -> Iterator[tuple[str, Row]]:
    """Yield (file, row) for each sentence of a half, in the order of the files."""
    for path in sorted((FOLDER / half).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield path.stem, json.loads(line)


def told(extraction: Extraction) -> list[Told]:
    """Return the events of an extraction."""
    entities = {entity.id: entity for entity in extraction.entities}

    def event_of(claim: Claim, event: Event) -> Told:
        actors, recipients = ([entities[each] for each in side] for side in (event.actors, event.recipients))
        return Told(
            event.event_type,
            event.status.value,
            event.date or "",
            event.date_precision.value,
            entities[claim.attribution].name if claim.attribution else None,
            frozenset(each.name for each in actors),
            frozenset(each.name for each in recipients),
            frozenset(each.country or each.id for each in actors),
            frozenset(each.country or each.id for each in recipients),
            claim.confidence,
        )

    return [event_of(claim, claim.asserts) for claim in extraction.claims if isinstance(claim.asserts, Event)]


def holds(expected: Row, events: Sequence[Told]) -> bool:
    """Return whether the events of a sentence are what its row expects."""
    if "nothing" in expected:
        return not any(
            event.status == EventStatus.ACTUAL
            and event.confidence >= TRUST_THRESHOLD
            and event.date.startswith(expected["nothing"])
            for event in events
        )
    return all(_is_told(wanted, events) for wanted in expected["claims"])


def _is_told(wanted: Row, events: Sequence[Told]) -> bool:
    alike = [event for event in events if event.type == wanted.get("type", event.type)]
    if "status_not" in wanted:  # what is not told at all is not told as true either
        return all(event.status != wanted["status_not"] for event in alike)
    return any(_fits(wanted, event) for event in alike)


def _fits(wanted: Row, event: Told) -> bool:
    equal = all(
        getattr(event, name) == wanted[name]
        for name in ("status", "date_precision", "attribution")
        if name in wanted
    )
    named = all(
        getattr(event, side) == set(wanted[side]) for side in ("actors", "recipients") if side in wanted
    )
    sides = ("actor_countries", "recipient_countries")
    placed = all(getattr(event, side) >= set(wanted[side]) for side in sides if side in wanted)
    dated = event.date.startswith(wanted.get("date", ""))
    excluded = "date_not" in wanted and event.date.startswith(wanted["date_not"])
    spoken = event.attribution is not None or not wanted.get("attribution_set")
    return equal and named and placed and dated and not excluded and spoken


def main() -> None:
    """Print the figures of both halves."""
    for half in (READ, KEPT):
        found = list(rows(half))
        documents = (
            Document(row["id"], row["text"], row["language"], row["id"], published_on=row["published_on"])
            for _, row in found
        )
        held, total = Counter[str](), Counter[str]()
        for (name, row), extraction in zip(found, extract(documents), strict=True):
            events = told(extraction)
            total[name] += 1
            held[name] += holds(row["expect"], events)
            if half == READ and "--errors" in sys.argv and not holds(row["expect"], events):
                print(f"{row['id']} ({row['kind']}): {row['text']}\n  wanted {row['expect']}")
                print("".join(f"  told   {event}\n" for event in events), end="")
        for name in total:
            print(f"{half}  {name:13} {held[name]:3} of {total[name]}")


if __name__ == "__main__":
    main()
