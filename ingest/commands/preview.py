"""Shows what the first rows of a data set become, for ``konstelasi import --dry-run``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from cypher.model.graph import Entity, Event
from ingest.datasets.coded import CodedEvent, Rejected
from ingest.datasets.parties.resolution import resolve
from ingest.loading.coded.cast import Cast
from ingest.loading.coded.facts import CodedFacts, Dataset, UnusableEventError, facts_of

SHOWN = 10
"""How many rows are shown."""


def previewed(rows: Iterable[CodedEvent | Rejected], dataset: Dataset) -> Iterator[dict[str, object]]:
    """Yield what the first rows become: who did what to whom, when, by which code, where; or why nothing."""
    cast = Cast(resolve)
    for row in islice(rows, SHOWN):
        if isinstance(row, Rejected):
            yield _rejected(row)
            continue
        try:
            yield _row(row, facts_of(row, dataset, cast))
        except UnusableEventError as problem:
            yield _rejected(row.rejected(str(problem)))


def _rejected(row: Rejected) -> dict[str, object]:
    return {"file": row.file, "line": row.line, "event": row.event, "rejected": row.reason, "said": str(row)}


def _row(coded: CodedEvent, facts: CodedFacts) -> dict[str, object]:
    event, names = facts.event, {each.id: each for each in facts.entities}
    return {
        "event": coded.key,
        "date": facts.reports[0].claim["date"],
        "actors": _named(event.actors, names),
        "recipients": _named(event.recipients, names),
        "ids": [*event.actors, *event.recipients],
        "event_type": event.event_type,
        "mode": event.mode,
        "code": coded.code,
        "label": coded.label,
        "place": coded.place.name or coded.place.country if coded.place else None,
        "country": _country(event),
        "fatalities": coded.fatalities,
        "reports": len(facts.reports),
    }


def _named(ids: Iterable[str], entities: dict[str, Entity]) -> list[str]:
    return [entities[each].name for each in ids]


def _country(event: Event) -> str | None:
    return event.places[0] if event.places else None


def line(row: dict[str, object]) -> str:
    """Return a row of `previewed` as a line for people."""
    if "rejected" in row:
        return f"rejected: {row['said']}"
    actors, recipients = (", ".join(map(str, _listed(row[name]))) for name in ("actors", "recipients"))
    did = f"{row['event_type']}/{row['mode']}" if row["mode"] else str(row["event_type"])
    dead = row["fatalities"]
    parts = (
        str(row["date"]),
        f"{actors} → {recipients}" if recipients else actors,
        did,
        " ".join(dict.fromkeys(filter(None, (str(row["code"]), str(row["label"]))))),
        row["place"],
        None if dead is None else f"fatalities {dead}",
        f"{row['reports']} reports" if row["reports"] != 1 else None,
    )
    return " · ".join(str(part) for part in parts if part)


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []
