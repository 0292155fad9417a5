"""The rows of the statements that create what is new in a batch of coded events; pure functions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from cypher.model.assertions import Row, assertion_writes, event_rows
from cypher.model.graph import Event
from cypher.model.search_words import words_of
from ingest.loading.coded.facts import ReportFacts
from ingest.loading.writer import pieces

_ACTORS, _RECIPIENTS, _PLACES, _TIES = _LINKING = (
    *("load/link_event_actors", "load/link_event_recipients", "load/link_event_places"),
    "load/form_ties",
)

_APART = ("assertion", "sentence", "attribution")
"""What a claim's row names, beside its properties."""

_OWN = (
    *("source_event", "code", "coded", "intensity", "place", "latitude", "longitude", "fatalities", "said"),
    "fingerprint",
)
"""What only claims of data sets have."""

_WORDED = 1000
"""The maximum number of sentences per statement that links them to their words: engines hold all links."""

Writes: TypeAlias = Iterator[tuple[str, list[Row]]]
"""Statements, in order, each with its rows."""


@dataclass(slots=True)
class _Links:
    """The parties, places and ties of an event, as rows of the statements that link them."""

    actors: list[Row]
    recipients: list[Row]
    places: list[Row]
    ties: list[Row]


def event_writes(events: Collection[Event], reports: Iterable[ReportFacts]) -> Writes:
    """Yield the statements that create events with their claims, in order, each with its rows.

    `reports` are those of these events, and each event has one at least.
    """
    told: defaultdict[str, list[Row]] = defaultdict(list)
    for each in reports:
        told[str(each.claim["assertion"])].append(each.claim)
    links = _links(events)
    rows = [_event_row(row, links[str(row["id"])], told[str(row["id"])]) for row in event_rows(events)]
    yield "load/create_coded_events", rows
    more = links.values()
    yield _ACTORS, [row for each in more for row in each.actors[1 if each.recipients else 2 :]]
    yield _RECIPIENTS, [row for each in more for row in each.recipients[1:]]
    yield _TIES, [row for each in more for row in each.ties[3:]]
    yield "load/create_coded_claims", [_claim(row) for rows_ in told.values() for row in rows_[1:]]


def _links(events: Collection[Event]) -> Mapping[str, _Links]:
    found = {event.id: _Links([], [], [], []) for event in events}
    rows = {name: rows for name, rows in assertion_writes(events) if name in _LINKING}
    for row in rows[_ACTORS]:
        found[str(row["event"])].actors.append(row)
    for row in rows[_RECIPIENTS]:
        found[str(row["event"])].recipients.append(row)
    for row in rows[_PLACES]:
        found[str(row["event"])].places.append(row)
    for row in rows[_TIES]:
        found[str(row["assertion"])].ties.append(row)
    return found


def _event_row(event: Row, links: _Links, claims: list[Row]) -> Row:
    lenses = sorted({lens for claim in claims for lens in _texts(claim["lenses"])})
    others = links.recipients or links.actors[1:]
    ties = [str(row["tie"]) for row in links.ties[:3]]
    first, second, third = (*ties, "", "", "")[:3]
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
    """Return the first of some parties; embedded engines search everything for null, so nobody is ''."""
    row = links[0] if links else {"entity": "", "id": "", "acts_for": ""}
    return {name: row["entity"], f"{name}_link": row["id"], f"{name}_acts_for": row["acts_for"]}


def claim_rows(reports: Iterable[ReportFacts]) -> list[Row]:
    """Return the rows of ``load/create_coded_claims`` for reports of events that are written already."""
    return [_claim(each.claim) for each in reports]


def _claim(row: Row) -> Row:
    properties = {name: value for name, value in row.items() if name not in _APART}
    return {"event": row["assertion"], "sentence": row["sentence"], "claim": properties}


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


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
    sentences = {str(each.sentence["id"]): each.sentence for each in listed}
    yield (
        "load/create_coded_documents",
        [{**row, "loaded_at": loaded_at} for name, row in documents.items() if name not in known],
    )
    fresh = [row for name, row in sentences.items() if name not in known]
    yield "load/create_coded_sentences", fresh
    language = {str(each.sentence["id"]): str(each.document["language"]) for each in listed}
    worded = [
        {"sentence": row["id"], "words": words_of(str(row["text"]), language[str(row["id"])])}
        for row in fresh
        if row["text"]
    ]
    for piece in pieces(worded, _WORDED):
        yield "load/merge_words", piece
