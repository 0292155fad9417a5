"""The reads of the page *Actors*: one actor, or the relation of two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cypher.model.graph import Level, Sign
from cypher.records.explore import MergeCandidate, NotOnCurve
from cypher.records.shared import DrawnTie, EvidenceClaim
from explorer.reads.connections import read, read_table
from explorer.reads.queries import at_level, strongest_ties
from explorer.view.level import LEVEL

CLAIMS = 60
"""The maximum number of claims that a list of events is made from."""
STATEMENTS = 20
MEDIATORS = 100


def months_of(ids: Sequence[str], lens: str) -> list[dict[str, Any]]:
    """Return the claims about one actor, or between two, for each month and sign that has some."""
    if len(ids) == 1:
        return read_table("saved/people/history", {"entity": ids[0], "lens": lens}).records()
    first, second = ids
    return read_table("saved/bilateral/history", {"first": first, "second": second, "lens": lens}).records()


def not_on_curve(ids: Sequence[str], lens: str) -> NotOnCurve:
    """Return how many claims about one actor, or between two, `months_of` leaves out."""
    if len(ids) == 1:
        (found,) = read(NotOnCurve, "explore/not_on_curve_of", entity=ids[0], lens=lens)
    else:
        asked = {"first": ids[0], "second": ids[1], "lens": lens}
        (found,) = read(NotOnCurve, "explore/not_on_curve_between", **asked)
    return found


def reports_of(entity: str, lens: str) -> Sequence[EvidenceClaim]:
    """Return the newest claims of events in which an actor takes part."""
    return read(EvidenceClaim, "explore/evidence_of", entity=entity, lens=lens, limit=CLAIMS)


def reports_between(first: str, second: str, lens: str, directed: bool = True) -> Sequence[EvidenceClaim]:
    """Return the newest claims of events of `first` towards `second`; if not `directed`, of both together."""
    asked = {"first": first, "second": second, "lens": lens, "directed": directed, "limit": CLAIMS}
    return read(EvidenceClaim, "explore/evidence_between", **asked)


def relations_of(entity: str, lens: str) -> Sequence[DrawnTie]:
    """Return the lasting relations of an actor: its own ones, whatever the reader's level is."""
    return read(DrawnTie, "saved/people/offices", entity=entity, lens=lens, **{LEVEL: Level.ACTOR.value})


def ties_by_sign(entity: str, lens: str) -> dict[Sign, list[DrawnTie]]:
    """Return an actor's strongest ties of cooperation and of conflict."""
    rows = strongest_ties(entity, lens)
    return {sign: [row for row in rows if row.sign == sign] for sign in (Sign.COOPERATION, Sign.CONFLICT)}


def statements_of(entity: str, lens: str) -> list[dict[str, Any]]:
    """Return the newest claims that are attributed to an actor."""
    asked = {"speaker": entity, "lens": lens, "limit": STATEMENTS}
    return read_table("saved/people/statements", asked).records()


def mediators_between(first: str, second: str, lens: str) -> dict[str, str]:
    """Return who mediates between two actors according to the news, as names by id."""
    asked = {"first": first, "second": second, "lens": lens, "limit": MEDIATORS}
    rows = read(DrawnTie, "saved/mediation/between", **asked)
    sides = {at_level(first), at_level(second), first, second}
    ends = [
        (end, name)
        for row in rows
        if "mediates" in row.roles
        for end, name in ((row.actor, row.actor_name), (row.recipient, row.recipient_name))
    ]
    return {end: name for end, name in ends if end not in sides}


def merge_candidates_of(entity: str) -> Sequence[MergeCandidate]:
    """Return the undecided proposals that this actor is the same as another one."""
    return read(MergeCandidate, "explore/merge_candidates", entity=entity)
