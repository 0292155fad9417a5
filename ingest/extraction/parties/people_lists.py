"""Reads lists that the parse often breaks: "Presiden X, Presiden Y, dan Z", "Mali, Chad and Niger left …".

The members of a list are the names of people and the offices with a named holder or body, or countries that
open a sentence. A conjunction stands before the last; commas alone may set off an apposition.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cypher.model.graph import EntityKind
from ingest.extraction.parties.collectives import joins
from ingest.extraction.scene import Scene
from ingest.extraction.syntax.sentence import Name, Parse

_LONGEST_GAP = 2
"""Maximum number of words between two members: a comma and a conjunction."""

_MANY = 3
"""Minimum number of countries that open a sentence as a list: "Beijing, China" is none."""

Member = tuple[int, int]
"""The tokens (start, end) of a member of a list."""


def people_listed(scene: Scene, head: int) -> tuple[int, ...]:
    """Return the first token of each member of the list around `head`; empty if there is no list."""
    if head not in scene.offices and head not in scene.parse.name_at:
        return ()
    for run in _runs(scene):
        if any(start <= head < end for start, end in run):
            return tuple(start for start, _ in run) if _is_one_list(scene.parse, run) else ()
    return ()


def _runs(scene: Scene) -> Iterator[list[Member]]:
    """Yield the members that stand beside each other, left to right."""
    run: list[Member] = []
    for member in _members(scene):
        if run and not _are_joined(scene.parse, run[-1], member):
            yield run
            run = []
        run.append(member)
    if run:
        yield run


def _members(scene: Scene) -> Iterator[Member]:
    offices = {office.start: office for office in scene.offices.values()}
    held = {office.person for office in offices.values()}
    found = [(each.first, each.last) for each in offices.values() if each.person or each.body]
    found += [
        (name.start, name.end)
        for name in scene.parse.names
        if name.kind is EntityKind.PERSON and name not in held
    ]
    inside = {token for start, end in found for token in range(start, end)}
    found += [(name.start, name.end) for name in _countries(scene.parse) if name.start not in inside]
    yield from sorted(set(found))


def _countries(parse: Parse) -> list[Name]:
    return [name for name in parse.names if name.kind is EntityKind.COUNTRY]


def _are_joined(parse: Parse, one: Member, other: Member) -> bool:
    between = range(one[1], other[0])
    return 0 < len(between) <= _LONGEST_GAP and all(joins(parse, index) for index in between)


def _is_one_list(parse: Parse, run: list[Member]) -> bool:
    """Return whether a conjunction joins the last two, and no clause ends inside the list.

    Between two verbs ("bertemu X, dan Presiden Y mengecam Z") the last may begin a clause of its own.
    """
    if len(run) < 2:
        return False
    countries = {name.start for name in _countries(parse)}.intersection(start for start, _ in run)
    if countries and (len(countries) < len(run) or len(run) < _MANY or run[0][0] > 0):
        return False
    gaps = [range(one[1], other[0]) for one, other in pairwise(run)]
    closed = [any(parse.is_word(index, "conjunctions") for index in gap) for gap in gaps]
    if not closed[-1] or any(closed[:-1]):
        return False
    before, behind = run[0][0] - 1, run[-1][1]
    acted_on = before >= 0 and (
        parse.tags[before] in {"VERB", "ADP"} or parse.is_word(before, "prepositions")
    )
    return not (acted_on and behind < len(parse) and parse.tags[behind] in {"VERB", "AUX"})
