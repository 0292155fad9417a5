"""Finds the sentences that the extractor doubts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from cypher.model.graph import Claim, EntityKind, Event, Extraction, Mention, Sentence
from cypher.model.lens import TRUST_THRESHOLD

LONGEST = 2_000
"""The maximum length in code points of a sentence that is read again."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence with a doubtful event: all its events, and who is named in it, in text order.

    A capital that stands for its state is named as both; it is the state here.
    """

    sentence: Sentence
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]


def doubts_in(extraction: Extraction) -> Iterator[Doubt]:
    """Yield the sentences with an event below the threshold of the lens *trusted*, in text order."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in extraction.claims:
        if isinstance(claim.asserts, Event):
            claims[claim.sentence_id].append(claim)
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(extraction.mentions, key=lambda each: each.span):
        mentions[mention.sentence_id].append(mention)
    states = {entity.id for entity in extraction.entities if entity.kind is EntityKind.COUNTRY}
    for sentence in extraction.sentences:
        said, named = claims[sentence.id], [*_acting(mentions[sentence.id], states)]
        is_doubted = any(claim.confidence < TRUST_THRESHOLD for claim in said)
        if is_doubted and named and len(sentence.text) <= LONGEST:
            yield Doubt(sentence, tuple(said), tuple(named))


def _acting(mentions: Sequence[Mention], states: Collection[str]) -> Iterator[Mention]:
    """Yield mentions without those whose words also stand for a state."""
    standing = {each.span for each in mentions if each.entity_id in states}
    return (each for each in mentions if each.entity_id in states or each.span not in standing)
