"""Finds reported speech and its speaker: "kata X", "menurut X", "X mengatakan bahwa …", "Dikutip dari X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cypher.model.graph import EntityKind
from ingest.extraction.events.truth.untruths import Untruth
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.clauses import subject, subject_before
from ingest.extraction.syntax.phrases import noun_after
from ingest.extraction.syntax.sentence import Parse

_SPEAKERS = frozenset(EntityKind) - {EntityKind.PLACE}
_SPOKEN_FOR = frozenset({EntityKind.COUNTRY, EntityKind.PLACE})
_QUOTATION = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})
_MARKS = _QUOTATION | {","}
_REPORTED = frozenset({"ccomp", "parataxis"})

Range = tuple[int, int]
"""Tokens from the first to before the second."""


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
        head, ranges = _cue(parse, index)
        if head is None:
            continue
        parties = [party for party in finder.all_of(head) if party.entity.kind in _SPEAKERS]
        yield from (Quote(parties[0], start, end, index) for start, end in ranges if parties)


def denials(finder: PartyFinder, untruths: tuple[Untruth, ...]) -> Iterator[Quote]:
    """Yield what parties deny or call untrue as reported speech of theirs."""
    for item in untruths:
        if item.speaker is None:
            continue
        parties = [party for party in finder.all_of(item.speaker) if party.entity.kind in _SPEAKERS]
        if parties:
            yield Quote(parties[0], item.start, item.end, item.cue)


def _cue(parse: Parse, index: int) -> tuple[int | None, tuple[Range, ...]]:
    """Return the speaker's head and the reported words, if the word at `index` reports speech."""
    groups = parse.language.groups
    words = {parse.lower[index], parse.lemmas[index]}
    whole = ((0, len(parse)),)
    behind_quote = index > 0 and parse.lower[index - 1] in _MARKS
    if words & groups["after"] and (
        behind_quote or (not words & groups["before"] and parse.tags[index] != "ADJ")
    ):
        return _speaker_beside(parse, index), ((0, index), *_resumed(parse, index))
    if words & groups["before"]:
        head, _ = subject(parse, index)
        if head is None and parse.language.grammar.head_first:
            head = subject_before(parse, index)
        return head, _around(parse, index)
    if parse.lower[index] == ":":
        return _labelling(parse, index), ((index + 1, len(parse)),)
    if words & groups["according"]:
        return noun_after(parse, _skip(parse, index)), whole
    if words & groups["quoted"]:
        return _quoted_source(parse, index), whole
    return None, ()


def _around(parse: Parse, index: int) -> tuple[Range, ...]:
    """Return what a verb such as "said" reports: the words behind it, or before it ("…, Macron said")."""
    behind = (index + 1, len(parse))
    mark = next(
        (i for i in range(index - 1, -1, -1) if parse.lower[i] in _MARKS or parse.tags[i] == "VERB"), None
    )
    if mark is None or parse.tags[mark] == "VERB" or not _reports_before(parse, index, mark):
        return (behind,)
    if any(parse.labels[child] in _REPORTED for child in parse.children[index] if child > index):
        return (behind,)
    return ((0, mark), *_resumed(parse, index))


def _reports_before(parse: Parse, index: int, mark: int) -> bool:
    """Return whether the words up to a comma or quotation mark are what the verb at `index` reports."""
    quoted = parse.lower[mark] in _QUOTATION and any(word in _QUOTATION for word in parse.lower[:mark])
    below = (child for child in parse.children[index] if child < mark)
    hung = parse.labels[index] in _REPORTED and parse.heads[index] < mark
    return quoted or hung or any(parse.labels[child] in _REPORTED for child in below)


def _resumed(parse: Parse, index: int) -> tuple[Range, ...]:
    """Return the rest of a quotation that goes on behind its speaker: "…," said Macron, "…"."""
    opened = next((i for i in range(index + 1, len(parse)) if parse.lower[i] in _QUOTATION), len(parse))
    return ((opened, len(parse)),) if opened < len(parse) - 1 else ()


def _labelling(parse: Parse, colon: int) -> int | None:
    """Return the name that labels the words behind a colon as its own: 'Macron: "…"'.

    A country is a speaker only before a quotation: "Peru: attack on Chile" is about Peru.
    """
    name = parse.name_at.get(colon - 1)
    if name is None or "VERB" in parse.tags[:colon] or colon + 1 >= len(parse):
        return None
    if name.kind in _SPOKEN_FOR and parse.lower[colon + 1] not in _QUOTATION:
        return None
    return colon - 1


def _quoted_source(parse: Parse, index: int) -> int | None:
    """Return the source of what is quoted: "dikutip dari X", or the organisation in "diberitakan X"."""
    after = index + 1
    if _skip(parse, index) == after:
        return noun_after(parse, after)
    name = parse.name_at.get(after)
    return after if name is not None and name.kind is EntityKind.ORGANISATION else None


def _skip(parse: Parse, index: int) -> int:
    """Return the position of a preposition right behind a word ("dikutip dari"), else that of the word."""
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
