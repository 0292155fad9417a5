"""Finds who does as a party does: "The rebels, like Qatar, condemned X", "Like Peru, Bolivia condemned X"."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.model.graph import EntityKind
from ingest.extraction.syntax.phrases import PHRASE
from ingest.extraction.syntax.sentence import Parse
from ingest.extraction.syntax.word_order import run_start

_LONGEST_PHRASE = 4
"""Maximum number of words between a noun and the comma behind its phrase."""


def likened(parse: Parse, head: int) -> tuple[int, ...]:
    """Return the first words of the names that a subject is likened to, between commas."""
    if not parse.may_hold("likening"):
        return ()
    if not parse.language.grammar.plays(parse.labels[head], "subject", "passive_subject"):
        return ()
    pause = next((i for i in range(head + 1, len(parse)) if not _describes(parse, i)), len(parse))
    near = pause - head <= _LONGEST_PHRASE and parse.lower[pause : pause + 1] == (",",)
    behind = tuple(_compared(parse, pause + 1)) if near else ()
    if behind:
        return behind
    names = tuple(_compared(parse, 0))
    end = parse.name_at[names[-1]].end if names else 0
    name = parse.name_at.get(head)
    first = run_start(parse, head if name is None else name.start)
    opens = range(end, first) and all(parse.tags[i] in {"PUNCT", "DET"} for i in range(end, first))
    return names if opens else ()


def compares(parse: Parse, name: int) -> bool:
    """Return whether commas set off a country likened to a group that is not one of states."""
    before = next((i for i in range(name - 1, 0, -1) if parse.lower[i] == ","), 0)
    country = parse.name_at[name].kind is EntityKind.COUNTRY
    return country and name in _compared(parse, before + 1)


def _compared(parse: Parse, index: int) -> Iterator[int]:
    """Yield the names behind a word such as "like" at `index`, if a comma closes their list."""
    length = parse.phrase_at(index, "likening") if index < len(parse) else 0
    name = parse.name_at.get(index + length)
    if not length or name is None:
        return
    names = [name]
    while name.end + 1 in parse.name_at and parse.is_word(name.end, "conjunctions"):
        name = parse.name_at[name.end + 1]
        names.append(name)
    if name.end < len(parse) and parse.lower[name.end] == ",":
        yield from (item.start for item in names)


def _describes(parse: Parse, index: int) -> bool:
    return index in parse.name_at or parse.tags[index] in PHRASE
