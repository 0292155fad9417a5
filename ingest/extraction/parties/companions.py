"""Finds who acts together with a subject: "X bersama Y dan Z mengecam …", "X, along with Y, condemned …"."""

from __future__ import annotations

from ingest.extraction.parties.collectives import names_beside
from ingest.extraction.syntax.sentence import Parse


def companions(parse: Parse, head: int) -> tuple[int, ...]:
    """Return the first token of each name that a subject's name is accompanied by, before its verb."""
    if not parse.may_hold("acting_with") or not _acts(parse, head):
        return ()
    name = parse.name_at.get(head)
    start = head + 1 if name is None else name.end
    start += parse.lower[start : start + 1] == (",",)
    length = parse.phrase_at(start, "acting_with")
    first = parse.name_at.get(start + length) if length else None
    return () if first is None else tuple(each.start for each in (first, *names_beside(parse, first)))


def _acts(parse: Parse, head: int) -> bool:
    """Return whether a word is the subject of a verb behind it."""
    return parse.language.grammar.plays(parse.labels[head], "subject") and parse.heads[head] > head
