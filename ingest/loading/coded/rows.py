"""The rows of the statements that create what is new in a batch of coded events; pure functions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cypher.model.assertions import Row, event_rows, part_rows, ties_of
from cypher.model.graph import Event
from cypher.model.search_words import words_of
from ingest.loading.coded.facts import ReportFacts
from ingest.loading.new_claims import texts
from ingest.loading.writer import WORDED, pieces

_APART = ("assertion", "sentence", "attribution")
"""What a claim's row names, beside its properties."""

_OWN = (
    *("source_event", "code", "coded", "intensity", "place", "latitude", "longitude", "fatalities", "said"),
    "fingerprint",
)
"""What only claims of data sets have."""

Tied: TypeAlias = Sequence[tuple[Event, list[Row]]]
"""Events, each with the ties that it forms, as rows of ``load/merge_ties``."""

Writes: TypeAlias = Iterator[tuple[str, list[Row]]]
"""Statements, in order, each with its rows."""


@dataclass(slots=True)
class _Links:
    """The parties and places of an event, as rows of statements that link them, and the ids of its ties."""

    actors: list[Row]
    recipients: list[Row]
    places: list[Row]
    ties: list[str]


def with_ties(events: Iterable[Event]) -> Tied:
    """Return events with their ties."""
    return [(event, [*{str(row["id"]): row for row in ties_of(event)}.values()]) for event in events]


def event_writes(tied: Tied, reports: Iterable[ReportFacts]) -> Writes:
    """Yield the statements that create events with their claims, in order, each with its rows.

    `reports` are those of these events, one of each at least.
    """
    told: defaultdict[str, list[Row]] = defaultdict(list)
    for each in reports:
        told[str(each.claim["assertion"])].append(each.claim)
    events = [event for event, _ in tied]
    links = _links(tied)
    rows = [_event_row(row, links[str(row["id"])], told[str(row["id"])]) for row in event_rows(events)]
    yield "load/create_coded_events", rows
    more = links.values()
    yield (
        "load/link_event_actors",
        [row for each in more for row in each.actors[1 if each.recipients else 2 :]],
    )
    yield "load/link_event_recipients", [row for each in more for row in each.recipients[1:]]
    yield (
        "load/form_ties",
        [{"assertion": event, "tie": tie} for event, each in links.items() for tie in each.ties[3:]],
    )
    yield "load/create_coded_claims", [_claim(row) for rows_ in told.values() for row in rows_[1:]]


def _links(tied: Tied) -> Mapping[str, _Links]:
    found = {event.id: _Links([], [], [], [str(row["id"]) for row in rows]) for event, rows in tied}
    events = [event for event, _ in tied]
    for row in part_rows(events, "acts", lambda event: event.actors):
        found[str(row["event"])].actors.append(row)
    for row in part_rows(events, "addresses", lambda event: event.recipients):
        found[str(row["event"])].recipients.append(row)
    for row in part_rows(events, "place", lambda event: event.places):
        found[str(row["event"])].places.append(row)
    return found


def _event_row(event: Row, links: _Links, claims: list[Row]) -> Row:
    lenses = sorted({lens for claim in claims for lens in texts(claim["lenses"])})
    others = links.recipients or links.actors[1:]
    first, second, third = (*links.ties, "", "", "")[:3]
    return {
        **_claim(claims[0]),
        "event": {**event, "lenses": lenses},
        **_party("actor", links.actors),
        **_party("other", others),
        "addressed": bool(links.recipients),
        "place": links.places[0]["entity"] if links.places else "",
        "place_link": links.places[0]["id"] if links.places else "",
        "first_tie": first,
        "second_tie": second,
        "third_tie": third,
    }


def _party(name: str, links: list[Row]) -> Row:
    """Return the first party; '' stands for none: with null, the embedded engine searches all entities."""
    row = links[0] if links else {"entity": "", "id": "", "acts_for": ""}
    return {name: row["entity"], f"{name}_link": row["id"], f"{name}_acts_for": row["acts_for"]}


def claim_rows(reports: Iterable[ReportFacts]) -> list[Row]:
    """Return the rows of ``load/create_coded_claims`` for reports of events that are written already."""
    return [_claim(each.claim) for each in reports]


def _claim(row: Row) -> Row:
    properties = {name: value for name, value in row.items() if name not in _APART}
    return {"event": row["assertion"], "sentence": row["sentence"], "claim": properties}


def merged_claim_rows(reports: Iterable[ReportFacts]) -> list[Row]:
    """Return the rows for ``load/merge_claims``."""
    return [
        {name: value for name, value in each.claim.items() if name not in _OWN}
        | {"source": {name: each.claim[name] for name in _OWN}}
        for each in reports
    ]


def document_writes(reports: Iterable[ReportFacts], known: Collection[str], loaded_at: str) -> Writes:
    """Yield the statements that create those documents and sentences of reports that are not `known`."""
    listed = list(reports)
    documents = {str(each.document["id"]): each.document for each in listed}
    fresh = {name: each for each in listed if (name := str(each.sentence["id"])) not in known}
    within: defaultdict[str, list[Row]] = defaultdict(list)
    for each in fresh.values():
        within[str(each.document["id"])].append(each.sentence)
    yield (
        "load/create_coded_documents",
        [
            {**row, "loaded_at": loaded_at, "sentences": within[name]}
            for name, row in documents.items()
            if name not in known
        ],
    )
    yield "load/create_coded_sentences", [row for name in within if name in known for row in within[name]]
    worded: list[Row] = [
        {"sentence": name, "words": words_of(str(each.sentence["text"]), str(each.document["language"]))}
        for name, each in fresh.items()
        if each.sentence["text"]
    ]
    for piece in pieces(worded, WORDED):
        yield "load/merge_words", piece
