"""The reads of the page *Actors*: one actor, or the relation of two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cypher.model.graph import EventStatus, Level, Sign
from cypher.records.explore import Mediator, MergeCandidate, NotOnCurve
from cypher.records.shared import DrawnTie, EvidenceClaim
from explorer.reads.connections import read, read_table
from explorer.reads.queries import claim_filters, strongest_ties
from explorer.view.filters import NO_FILTERS, Filters
from explorer.view.level import LEVEL

CLAIMS = 60
"""The maximum number of claims that a list of events is made from."""
STATEMENTS = 20


def months_of(ids: Sequence[str], lens: str, filters: Filters) -> list[dict[str, Any]]:
    """Return the claims about one actor, or between two, for each month and sign that has some."""
    name = "explore/months_of" if len(ids) == 1 else "explore/months_between"
    return read_table(name, {**_whom(ids), "lens": lens, **claim_filters(filters)}).records()


def not_on_curve(ids: Sequence[str], lens: str, filters: Filters) -> NotOnCurve:
    """Return how many claims about one actor, or between two, `months_of` leaves out."""
    name = "explore/not_on_curve_of" if len(ids) == 1 else "explore/not_on_curve_between"
    (found,) = read(NotOnCurve, name, **_whom(ids), lens=lens, **claim_filters(filters))
    return found


def _whom(ids: Sequence[str]) -> dict[str, str]:
    names = ("entity",) if len(ids) == 1 else ("first", "second")
    return dict(zip(names, ids, strict=True))


def reports_of(entity: str, lens: str, filters: Filters = NO_FILTERS) -> Sequence[EvidenceClaim]:
    """Return the newest claims of events in which an actor takes part."""
    asked = {"entity": entity, "lens": lens, "limit": CLAIMS, **claim_filters(filters)}
    told = read(EvidenceClaim, "explore/evidence_of", **asked)
    return _joined(told, read(EvidenceClaim, "explore/supposed_of", **asked)) if _supposed(filters) else told


def reports_between(
    first: str, second: str, lens: str, filters: Filters = NO_FILTERS, *, directed: bool = True
) -> Sequence[EvidenceClaim]:
    """Return the newest claims of events of `first` towards `second`; if not `directed`, of both together."""
    whom = {"first": first, "second": second, "directed": directed}
    asked = {**whom, "lens": lens, "limit": CLAIMS, **claim_filters(filters)}
    told = read(EvidenceClaim, "explore/evidence_between", **asked)
    if not _supposed(filters):
        return told
    return _joined(told, read(EvidenceClaim, "explore/supposed_between", **asked))


def _supposed(filters: Filters) -> bool:
    """Return whether the reader asks for what the news only supposes, which forms no ties."""
    return EventStatus.HYPOTHETICAL in filters.statuses


def _joined(told: Sequence[EvidenceClaim], supposed: Sequence[EvidenceClaim]) -> Sequence[EvidenceClaim]:
    """Return the newest of both lists, the newest first."""
    known = {claim.claim: claim for claim in (*told, *supposed)}
    return sorted(known.values(), key=lambda each: each.date or each.published_on or "", reverse=True)[
        :CLAIMS
    ]


def relations_of(entity: str, lens: str) -> Sequence[DrawnTie]:
    """Return the lasting relations of an actor: its own ones, whatever the reader's level is."""
    return read(DrawnTie, "saved/people/offices", entity=entity, lens=lens, **{LEVEL: Level.ACTOR.value})


def ties_by_sign(entity: str, lens: str, filters: Filters) -> dict[Sign, list[DrawnTie]]:
    """Return an actor's strongest ties of cooperation and of conflict."""
    rows = strongest_ties(entity, lens, filters=filters)
    return {sign: [row for row in rows if row.sign == sign] for sign in (Sign.COOPERATION, Sign.CONFLICT)}


def statements_of(entity: str, lens: str, filters: Filters) -> list[dict[str, Any]]:
    """Return the newest claims that are attributed to an actor."""
    asked = {"speaker": entity, "lens": lens, "limit": STATEMENTS, **claim_filters(filters)}
    return read_table("explore/statements_of", asked).records()


def mediators_between(first: str, second: str, lens: str, filters: Filters) -> dict[str, str]:
    """Return who mediates between two actors according to the news, as names by id."""
    asked = {"first": first, "second": second, "lens": lens, **claim_filters(filters)}
    rows = read(Mediator, "explore/mediators_between", **asked)
    return {row.entity: row.name for row in rows if row.entity not in {first, second}}


def merge_candidates_of(entity: str) -> Sequence[MergeCandidate]:
    """Return the undecided proposals that this actor is the same as another one."""
    return read(MergeCandidate, "explore/merge_candidates", entity=entity)
