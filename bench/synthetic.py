"""Generates extractions of any size, skewed like real news: few actors are in most events."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from cypher.model.graph import (
    Claim,
    DatePrecision,
    Document,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    Extraction,
    Mention,
    Sentence,
    Span,
)
from cypher.model.ids import content_id
from cypher.model.ontology import event_types

FIRST_DAY = date(2014, 1, 1)
PUBLISHERS = tuple(f"Wire {letter}" for letter in "ABCDEFG")

Stated = tuple[Entity, Entity, str]
"""(actor, recipient, event type code)."""


def extractions(documents: int, actors: int, events_each: int = 5, seed: int = 7) -> Iterator[Extraction]:
    """Yield `documents` articles with `events_each` events among `actors` actors; reproducible by `seed`."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark's dice
    entities = [
        Entity(f"bench-{n}", f"Actor {n}", EntityKind.ORGANISATION, aliases=(f"A{n}",)) for n in range(actors)
    ]
    weights = [1 / (rank + 1) for rank in range(actors)]
    types = [kind for kind in event_types().values() if not kind.imported]
    for number in range(documents):
        pairs = [_pair(chance, entities, weights) for _ in range(events_each)]
        day = (FIRST_DAY + timedelta(days=number % 365)).isoformat()
        yield article(number, day, [(*pair, chance.choice(types).code) for pair in pairs])


def _pair(chance: random.Random, entities: list[Entity], weights: list[float]) -> tuple[Entity, Entity]:
    actor, recipient = chance.choices(entities, weights, k=2)
    while recipient is actor:
        recipient = chance.choice(entities)
    return actor, recipient


def article(number: int, day: str, stated: Sequence[Stated]) -> Extraction:
    """Return an article of `day` with one sentence per event, such as "A consult B."."""
    words = [f"{actor.name} {code.lower()} {recipient.name}." for actor, recipient, code in stated]
    text = " ".join(words)
    document = Document(
        f"bench-doc-{number}",
        text,
        "en",
        content_id("text", number),
        f"Article {number}",
        day,
        PUBLISHERS[number % 7],
    )
    sentences, mentions, claims = [], [], []
    start = 0
    for index, ((actor, recipient, code), sentence_text) in enumerate(zip(stated, words, strict=True)):
        span = Span(start, start + len(sentence_text))
        sentence = Sentence(
            f"bench-s-{number}-{index}", document.id, index, span, sentence_text, f"{number}-{index}"
        )
        sentences.append(sentence)
        mentions += [
            _mention(actor, sentence, start),
            _mention(recipient, sentence, span.end - 1 - len(recipient.name)),
        ]
        claims.append(_claim(sentence, actor, recipient, code, day))
        start = span.end + 1
    parties = {entity.id: entity for actor, recipient, _ in stated for entity in (actor, recipient)}
    return Extraction(document, tuple(sentences), tuple(parties.values()), tuple(mentions), tuple(claims))


def _mention(entity: Entity, sentence: Sentence, start: int) -> Mention:
    span = Span(start, start + len(entity.name))
    return Mention(entity.id, sentence.id, span, entity.name, "made up")


def _claim(sentence: Sentence, actor: Entity, recipient: Entity, code: str, day: str) -> Claim:
    kind = event_types()[code]
    event = Event(
        id=content_id("event", code, day, actor.id, recipient.id),
        event_type=code,
        quad=kind.quad.number,
        intensity=kind.score,
        status=EventStatus.ACTUAL,
        actors=(actor.id,),
        recipients=(recipient.id,),
        date=day,
        date_precision=DatePrecision.DAY,
    )
    start = sentence.span.start + len(actor.name) + 1
    trigger = Span(start, start + len(code))
    return Claim(
        f"claim-{sentence.id}", sentence.document_id, sentence.id, event, trigger, 0.8, "synthetic 1"
    )


_STATES = (
    *("Chile", "Norway", "Kenya", "Peru", "Japan", "Brazil", "Turkey", "Iran", "Egypt", "India", "Vietnam"),
    *("Mexico", "Poland", "Ghana", "Canada", "France", "Italy", "Spain", "Ethiopia", "Pakistan", "Cuba"),
)
_ACTS = (
    "{0} condemned {1} on {2}, the foreign ministry said.",
    "{0} signed a trade agreement with {1} on {2}.",
    "The president of {0} met the prime minister of {1} on {2}.",
    "{0} expelled an ambassador of {1} on {2}.",
    "{0} promised aid to {1} on {2}, according to a spokesman.",
    "{0} imposed sanctions on {1} on {2}.",
)


def texts(documents: int, sentences_each: int = 6, seed: int = 7) -> Iterator[str]:
    """Yield the texts of made-up articles in English, to be read and extracted; reproducible by `seed`."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark's dice
    for number in range(documents):
        day = FIRST_DAY + timedelta(days=number % 365)
        said = [
            chance.choice(_ACTS).format(*chance.sample(_STATES, 2), f"{day.day} {day:%B %Y}")
            for _ in range(sentences_each)
        ]
        yield f"Published {day.day} {day:%B %Y}\n\nReport {number} of the day.\n\n{' '.join(said)}\n"
