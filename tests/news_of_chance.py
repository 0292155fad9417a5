"""Articles that dice write about a few parties, for tests that need many of them about the same ties."""

from __future__ import annotations

import random
from dataclasses import replace

from cypher.model.assertions import identified
from cypher.model.graph import Claim, EventStatus, Extraction, RelationType
from cypher.model.ids import by_analyst
from tests.articles import Line, Stated, article

PARTIES = ("ISR", "IRN", "USA", "hamas", "muttaqi", "taliban")
PLAIN = (EventStatus.ACTUAL, EventStatus.ACTUAL, EventStatus.PLANNED)
_TYPES = ("CONSULT", "AID", "ASSAULT", "AGREE", "ACCUSE")
_DAYS = (None, "2023-10-07", "2023-10-08", "2024-01-15")


def chance(seed: int) -> random.Random:
    """Dice that always fall in the same way."""
    return random.Random(seed)  # noqa: S311 - nothing secret follows from them


def news(dice: random.Random, name: str, *, plain: bool = False) -> Extraction:
    """An article of one to four sentences; `plain` ones deny and broker nothing.

    Sentences of different articles may have the same words.
    """
    lines = tuple(_line(dice, f"{name}-{number}", plain) for number in range(dice.randint(1, 4)))
    distinct = {line.text: line for line in lines}
    published = dice.choice(("2023-10-09", "2024-02-01"))
    written = article(name, "en", dice.choice(("Wire A", "Wire B")), published, tuple(distinct.values()))
    maker = dice.choice(("reader 1", by_analyst("ann")))
    claims = (replace(_identified(claim), extractor=maker) for claim in written.claims)
    return replace(written, claims=tuple(claims))


def changed(dice: random.Random, written: Extraction) -> Extraction:
    """The same article by another extractor: claims are missing, have other dates, or are less certain."""
    kept = [claim for claim in written.claims if dice.random() < 0.7]
    return replace(written, claims=tuple(_changed(dice, claim) for claim in kept))


def _changed(dice: random.Random, claim: Claim) -> Claim:
    fate = dice.choice(("same", "doubted", "moved"))
    if fate == "doubted":
        return replace(claim, confidence=0.3)
    if fate == "moved" and not hasattr(claim.asserts, "relation_type"):
        return _identified(replace(claim, asserts=replace(claim.asserts, date="2023-11-01")))
    return claim


def _identified(claim: Claim) -> Claim:
    return replace(claim, asserts=identified(claim.asserts))


def _line(dice: random.Random, name: str, plain: bool) -> Line:
    actor, recipient, other = dice.sample(PARTIES, 3)
    words = f"It was said {dice.randint(1, 3)} times that {actor} and {recipient} met."
    names = {actor: actor, recipient: recipient}
    if dice.random() < 0.15:
        held = Stated(name, "said", (actor,), (recipient,), relation=RelationType.CONTROLS)
        return Line(words, names, (held,))
    if not plain and dice.random() < 0.2:
        brokered = Stated(
            name, "said", (), (actor, recipient), "CONSULT", mode="third-party", mediators=(other,)
        )
        return Line(words, names, (brokered,))
    kind = dice.choice(_TYPES)
    joint = kind in ("CONSULT", "AGREE") and dice.random() < 0.4
    stated = Stated(
        name,
        "said",
        (actor, recipient) if joint else (actor,),
        () if joint else (recipient, other)[: dice.randint(1, 2)],
        kind,
        date=dice.choice(_DAYS),
        status=dice.choice(PLAIN if plain else (*PLAIN, EventStatus.NEGATED)),
        confidence=dice.choice((0.3, 0.8)),
    )
    return Line(words, names, (stated,))
