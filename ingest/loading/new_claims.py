"""Merges claims that are new to the graph, and adds them to the counts of their ties in the same transaction.

So the work for a claim does not grow with the number of older claims behind its ties, and a killed load never
leaves a claim that is counted twice or not at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cypher.database import Database
from cypher.database.typed_rows import records_of
from cypher.judging.added_claims import NewClaim, can_be_added, counts_with, new_lenses
from cypher.model.assertions import Assertion, Row
from cypher.model.graph import Event, EventStatus
from cypher.model.ids import analyst_of, dataset_of
from cypher.records.load import CountedDenials, HeardVoice, KnownClaim, MergedClaims
from cypher.records.shared import StoredCounts

PIECE = 2000
"""The maximum number of claims that are merged and counted in one transaction."""

TRIES = 5
"""How often new counts are computed while other writers change the same ties."""


@dataclass(slots=True)
class Added:
    """What became of claims: results of `load/merge_claims`, their rows, and those still to be merged."""

    answers: list[MergedClaims] = field(default_factory=list)
    merged: list[Row] = field(default_factory=list)
    left: list[Row] = field(default_factory=list)


def add_claims(database: Database, claims: Sequence[Row], assertions: Iterable[Assertion]) -> Added:
    """Merge and count those of `claims` (rows of ``load/merge_claims``) that are new and can be added.

    `assertions` are the events and relations that they assert; these are in the graph with their ties. All
    other claims are left to the caller, and so are those whose ties others keep changing.
    """
    addable = {each.id: each for each in assertions if can_be_added(each)}
    added = Added(left=[row for row in claims if row["assertion"] not in addable])
    rows = [row for row in claims if row["assertion"] in addable]
    for start in range(0, len(rows), PIECE):
        _add_piece(database, rows[start : start + PIECE], addable, added)
    return added


def _add_piece(
    database: Database, rows: list[Row], assertions: Mapping[str, Assertion], added: Added
) -> None:
    for _ in range(TRIES):
        stored = _stored(database, rows)
        known = {row.claim for row in database.rows(KnownClaim, "load/known_claims", ids=_ids(rows))}
        new = [row for row in rows if row["id"] not in known]
        if not new or any(tie.version is None for tie in stored):
            break
        counts = _new_counts(database, stored, new, assertions)
        tables = database.tables_together(_steps(new, counts))
        if tables[0].affirms:
            added.answers += records_of(tables[-2], MergedClaims)
            added.merged += new
            added.left += [row for row in rows if row["id"] in known]
            return
    added.left += rows


def _stored(database: Database, rows: Iterable[Row]) -> list[StoredCounts]:
    """Read the counts of the ties of these claims, before it is read which claims are new.

    If a claim is loaded by somebody else in between, the version of its ties will have changed.
    """
    asserted = sorted({str(row["assertion"]) for row in rows})
    return database.rows(StoredCounts, "load/stored_counts", ids=asserted)


def _new_counts(
    database: Database,
    stored: Iterable[StoredCounts],
    rows: Sequence[Row],
    assertions: Mapping[str, Assertion],
) -> list[Row]:
    """Return the rows for ``load/add_counts``: the ties of these new claims, in the order of their ids."""
    claims: defaultdict[str, list[NewClaim]] = defaultdict(list)
    for row in rows:
        claims[str(row["assertion"])].append(new_claim(row, assertions[str(row["assertion"])]))
    added = {tie.tie: [claim for each in tie.assertions for claim in claims.get(each, ())] for tie in stored}
    heard = _heard(database, {str(row["voice"]) for row in rows})
    denied = denied_by_lens(database, [tie.tie for tie in stored if new_lenses(tie, added[tie.tie])])
    return [
        {
            "tie": tie.tie,
            "version": tie.version,
            "counts": counts_with(
                tie,
                added[tie.tie],
                [(row.voice, row.lens) for row in heard.get(tie.tie, ())],
                denied.get(tie.tie, {}),
                directed=any(_has_direction(assertions[claim.assertion]) for claim in added[tie.tie]),
                owned=[(row.voice, row.lens) for row in heard.get(tie.tie, ()) if row.own],
            ),
        }
        for tie in stored
        if added[tie.tie]
    ]


def denied_by_lens(database: Database, ties: list[str]) -> dict[str, dict[str, int]]:
    """Map ties to how many claims deny them, by lens."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    if ties:
        for row in database.rows(CountedDenials, "load/denials_of_ties", ids=ties):
            found[row.tie][row.lens] = row.denied
    return found


def _heard(database: Database, voices: Iterable[str]) -> dict[str, list[HeardVoice]]:
    """Map ties to the voices, with their lenses, for which they have claims in the graph already."""
    found: defaultdict[str, list[HeardVoice]] = defaultdict(list)
    for row in database.rows(HeardVoice, "load/heard_voices", voices=sorted(voices)):
        found[row.tie].append(row)
    return found


def _has_direction(assertion: Assertion) -> bool:
    return bool(assertion.recipients) if isinstance(assertion, Event) else True


def _has_at_most_two_parties(assertion: Assertion) -> bool:
    return (
        isinstance(assertion, Event)
        and len(assertion.actors) + len(assertion.recipients) + len(assertion.mediators) <= 2
    )


def new_claim(row: Row, asserted: Assertion) -> NewClaim:
    """Return what counts of a claim (a row of ``load/merge_claims``) about an event or relation."""
    return NewClaim(
        asserted.id,
        str(row["event_type"]),
        str(row["voice"]),
        _text(row["date"]),
        _text(row["not_after"]),
        str(row["known_on"]),
        tuple(texts(row["lenses"])),
        planned=isinstance(asserted, Event) and asserted.status is EventStatus.PLANNED,
        by_hand=analyst_of(str(row["extractor"])) is not None,
        own=dataset_of(str(row["extractor"])) is not None and _has_at_most_two_parties(asserted),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def texts(value: object) -> list[str]:
    """Return the texts in a value of a row, none if it is no list."""
    return [str(each) for each in value] if isinstance(value, list) else []


def _steps(new: Sequence[Row], counts: Sequence[Row]) -> list[tuple[str, Mapping[str, object]]]:
    """Return the steps of one transaction; the counts come first, because they may be outdated."""
    asserted = sorted({str(row["assertion"]) for row in new})
    counting = [("load/add_counts", {"rows": list(counts)})] if counts else []
    return [
        *counting,
        ("load/merge_claims", {"rows": list(new)}),
        ("load/refresh_lenses", {"ids": asserted}),
    ]


def _ids(rows: Iterable[Row]) -> list[str]:
    return [str(row["id"]) for row in rows]
