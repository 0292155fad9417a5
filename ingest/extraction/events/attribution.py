"""Attributes reported speech to its speaker: "kata X", "menurut X", "…, X said", "Dikutip dari X"."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from ingest.extraction.events.reporting import find_cue
from ingest.extraction.events.speakers import actor_at, last_speaker, speaker_at
from ingest.extraction.events.truth.untruths import Untruth
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.parties.party import Party
from ingest.extraction.syntax.sentence import Parse

_OPENED, _CLOSED = frozenset({'"', "“", "„", "«", "``"}), frozenset({'"', "”", "“", "»", "''"})


@dataclass(frozen=True, slots=True)
class Quote:
    """A speaker, the tokens (`start` to `end`, half-open) attributed to the speaker, and the cue word."""

    speaker: Party
    start: int
    end: int
    cue: int


def find_quotes(finder: PartyFinder, acts: Container[int] = ()) -> Iterator[Quote]:
    """Yield the reported speech in a sentence, if its speaker is an actor.

    A word that expresses an act of its own (in `acts`) reports only what stands before it: "…, X warned".
    """
    parse = finder.scene.parse
    found = False
    for index in range(len(parse)):
        cue = find_cue(parse, index) if index not in parse.name_at else None
        if cue is None or (index in acts and not cue.behind):
            continue
        speaker = speaker_at(finder, cue)
        if speaker is not None:
            found = True
            yield from (Quote(speaker, start, end, index) for start, end in cue.ranges)
    if not found and _is_quotation(parse):
        speaker = last_speaker(finder, 0)
        if speaker is not None:
            yield Quote(speaker, 1, len(parse), 0)


def _is_quotation(parse: Parse) -> bool:
    """Return whether a sentence is nothing but a quotation, or its beginning."""
    if len(parse) < 2 or parse.words[0] not in _OPENED:
        return False
    closed = next((i for i in range(1, len(parse)) if parse.words[i] in _CLOSED), len(parse))
    return closed >= len(parse) - 2


def denials(finder: PartyFinder, untruths: tuple[Untruth, ...]) -> Iterator[Quote]:
    """Yield what parties deny or call untrue as reported speech of theirs."""
    for item in untruths:
        speaker = actor_at(finder, item.speaker) if item.speaker is not None else None
        if speaker is not None:
            yield Quote(speaker, item.start, item.end, item.cue)


def speaker_of(quotes: tuple[Quote, ...], index: int) -> Party | None:
    """Return the speaker of the word at `index`; the shortest quote around it decides."""
    holding = [quote for quote in quotes if quote.start <= index < quote.end and quote.cue != index]
    return min(holding, key=lambda quote: quote.end - quote.start).speaker if holding else None
