"""Compares events strictly: every given party must be in gold, so that naming more parties never helps.

The comparison in `ingest.evaluation.answers` accepts a wrong party beside a right one. An extraction that
names every name of a sentence gains by that; here it loses.
"""

from __future__ import annotations

from ingest.evaluation.answers import Argument, EventAnswer, has_equal_parties, is_same_event


def is_strictly_same_event(given: EventAnswer, gold: EventAnswer) -> bool:
    """Return whether an event agrees with gold and names no party, in any role, that gold does not name.

    The parties of equals may be in each other's role. A mediator may be among the parties of gold that does
    not have this role.
    """
    return is_same_event(given, gold) and _names_no_other(given, gold)


def _names_no_other(given: EventAnswer, gold: EventAnswer) -> bool:
    mediators = gold.mediators or gold.parties
    if gold.mediators or has_equal_parties(gold):
        return _all_in(given.sides, gold.sides) and _all_in(given.mediators, mediators)
    sides = ((given.actors, gold.actors), (given.recipients, gold.recipients), (given.mediators, mediators))
    return all(_all_in(some, wanted) for some, wanted in sides)


def _all_in(given: tuple[Argument, ...], gold: tuple[Argument, ...]) -> bool:
    return all(any(one.matches(other) for other in gold) for one in given)
