"""Reads the list of names that opens a headline: "Egypt, Jordan condemn X", "Prancis dan Jerman Kecam X"."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.model.graph import EntityKind
from ingest.extraction.parties.collectives import joins
from ingest.extraction.syntax.sentence import Name, Parse

_ALIKE = (
    frozenset({EntityKind.PERSON}),
    frozenset({EntityKind.COUNTRY, EntityKind.ARMED_GROUP, EntityKind.ORGANISATION}),
)
"""Kinds whose names a list may hold together."""

_FULL_STOPS = (".", "!", "?")


def opening_list(parse: Parse, head: int) -> tuple[int, ...]:
    """Return a token of each name in the list that opens a headline, if `head` is in one of them.

    In "Syria, Russia says, is safe" a second comma ends an insertion; "Beijing, China" is no list.
    """
    first = parse.name_at.get(0)
    if first is None or parse.record.text.rstrip().endswith(_FULL_STOPS):
        return ()
    names = (first, *_following(parse, first))
    end = names[-1].end
    verb_follows = end < len(parse) and not joins(parse, end) and "," not in parse.lower[end:]
    alone = len({name.known.id if name.known else name.text for name in names}) == len(names)
    if len(names) < 2 or head >= end or head not in parse.name_at or not (verb_follows and alone):
        return ()
    alike = any(group.issuperset(name.kind for name in names) for group in _ALIKE)
    return tuple(name.end - 1 for name in names) if alike else ()


def _following(parse: Parse, name: Name) -> Iterator[Name]:
    """Yield the names behind a name that one comma or conjunction each joins to it."""
    while name.end + 1 in parse.name_at and joins(parse, name.end):
        name = parse.name_at[name.end + 1]
        yield name
