"""Finds reported speech and its speaker: "kata X", "menurut X", "X mengatakan bahwa …", "Dikutip dari X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cypher.model.graph import EntityKind
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.clauses import subject, subject_before
from ingest.extraction.syntax.phrases import noun_after
from ingest.extraction.syntax.sentence import Parse

_SPEAKERS = frozenset(EntityKind) - {EntityKind.PLACE}


@dataclass(frozen=True, slots=True)
class Quote:
    """A speaker, the tokens (`start` to `end`, half-open) attributed to the speaker, and the cue word."""

    speaker: Party
    start: int
    end: int
    cue: int


def find_quotes(finder: PartyFinder) -> Iterator[Quote]:
    """Yield the reported speech in a sentence, if its speaker is an actor."""
    parse = finder.scene.parse
    for index in range(len(parse)):
        if index in parse.name_at:
            continue
        head, start, end = _cue(parse, index)
        if head is None:
            continue
        parties = [party for party in finder.all_of(head) if party.entity.kind in _SPEAKERS]
        if parties:
            yield Quote(parties[0], start, end, index)


def _cue(parse: Parse, index: int) -> tuple[int | None, int, int]:
    """Return the speaker's head and the range of reported words, if the word at `index` reports speech."""
    groups = parse.language.groups
    words = {parse.lower[index], parse.lemmas[index]}
    if words & groups["after"] and parse.tags[index] != "ADJ":
        head = _speaker_beside(parse, index)
        return head, 0, index
    if words & groups["before"]:
        head, _ = subject(parse, index)
        if head is None and parse.language.grammar.head_first:
            head = subject_before(parse, index)
        return head, index + 1, len(parse)
    if words & groups["according"]:
        return noun_after(parse, _skip(parse, index)), 0, len(parse)
    if words & groups["quoted"]:
        after = index + 1
        if after < len(parse) and parse.lower[after] in groups["quoted_prepositions"]:
            return noun_after(parse, after), 0, len(parse)
    return None, 0, 0


def _skip(parse: Parse, index: int) -> int:
    following = index + 1
    skippable = (
        following < len(parse) and parse.lower[following] in parse.language.groups["quoted_prepositions"]
    )
    return following if skippable else index


def _speaker_beside(parse: Parse, index: int) -> int | None:
    head = noun_after(parse, index)
    if head is not None or parse.language.grammar.head_first:
        return head
    return subject(parse, index)[0]


def speaker_of(quotes: tuple[Quote, ...], index: int) -> Party | None:
    """Return the speaker of the word at `index`; the shortest quote around it decides."""
    holding = [quote for quote in quotes if quote.start <= index < quote.end and quote.cue != index]
    return min(holding, key=lambda quote: quote.end - quote.start).speaker if holding else None
