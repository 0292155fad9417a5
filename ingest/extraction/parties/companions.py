"""Finds who acts together with a subject: "X bersama Y dan Z mengecam …", "X, along with Y, condemned …"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extraction.parties.collectives import joins
from ingest.extraction.syntax.sentence import Parse


def companions(parse: Parse, head: int) -> tuple[int, ...]:
    """Return the first token of each name that a subject's name is accompanied by, before its verb."""
    if not parse.may_hold("acting_with") or not _acts(parse, head):
        return ()
    name = parse.name_at.get(head)
    start = head + 1 if name is None else name.end
    start += parse.lower[start : start + 1] == (",",)
    length = parse.phrase_at(start, "acting_with")
    return tuple(_names_from(parse, start + length)) if length else ()


def _acts(parse: Parse, head: int) -> bool:
    """Return whether a word is the subject of a verb behind it."""
    return parse.language.grammar.plays(parse.labels[head], "subject") and parse.heads[head] > head


def _names_from(parse: Parse, index: int) -> Iterator[int]:
    """Yield the names of a list that begins at a token."""
    name = parse.name_at.get(index)
    while name is not None:
        yield name.start
        gap = next((n for n in (1, 2) if name.end + n in parse.name_at), 0)
        if not gap or not all(joins(parse, item) for item in range(name.end, name.end + gap)):
            return
        name = parse.name_at[name.end + gap]
