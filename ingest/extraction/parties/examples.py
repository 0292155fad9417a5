"""Finds the names that a text gives as members of a group: "Western states, including Canada and Norway"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extraction.parties.comparisons import compares
from ingest.extraction.parties.groups import concept_of, key_in
from ingest.extraction.syntax.phrases import PHRASE, obliques
from ingest.extraction.syntax.sentence import Parse

_PAUSES = frozenset({",", "(", "-", "–", "—", "--"})
_OF_STATES = frozenset({"states", "group"})
"""Concepts of groups whose members may be countries."""
_LONGEST_GROUP = 4
"""Maximum number of words that describe a group behind its noun."""


def examples(parse: Parse, head: int) -> Iterator[int]:
    """Yield the first words of the names that are given as members of the group that a noun means."""
    concept = concept_of(parse, head)[2]
    if concept is None and key_in(parse, head, parse.language.people.governments) is None:
        return
    words = parse.language.grammar.words["exemplifying"]
    found = [noun for word, noun in obliques(parse, head) if word in words and noun in parse.name_at]
    behind = _behind_pause(parse, head)
    if behind is not None:
        found.append(behind)
    yield from (item for item in found if concept in _OF_STATES or not compares(parse, item))


def _behind_pause(parse: Parse, head: int) -> int | None:
    """Return the first name behind a pause and words such as "among them", "antara lain", by word order."""
    pause = next((i for i in range(head + 1, len(parse)) if not _describes(parse, i)), len(parse))
    if pause - head > _LONGEST_GROUP or pause >= len(parse) or parse.lower[pause] not in _PAUSES:
        return None
    first = members_after(parse, pause + 1)
    return first if first in parse.name_at else None


def members_after(parse: Parse, index: int) -> int | None:
    """Return the token behind words at `index` that open a list of members, such as "among them"."""
    words = (opening.split() for opening in parse.language.grammar.words["members"])
    ends = (index + len(own) for own in words if list(parse.lower[index : index + len(own)]) == own)
    return next(ends, None)


def _describes(parse: Parse, index: int) -> bool:
    return parse.tags[index] in PHRASE and index not in parse.name_at
