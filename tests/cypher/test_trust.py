"""What verdicts teach, without a graph: a simulated desk with known faults, and desks without any."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from cypher.model.lens import MOST_UNSAID
from cypher.review.calibration import measures
from cypher.review.held_out import compared, held_out
from cypher.review.trust import Evidence, Trust, fitted

TYPES, RULES, SOURCES = ("AID", "ACCUSE", "ASSAULT"), ("active verb", "event noun"), ("Post", "Arena", "Wire")
Desk = tuple[list[Evidence], list[bool]]


def desk(number: int, chance: Callable[[Evidence], float], seed: int = 0) -> Desk:
    """Claims with a random confidence, three an article, and verdicts that are right with this chance."""
    dice = random.Random(seed)  # noqa: S311 - a simulation
    claims = [
        Evidence(
            claim=f"claim-{place}",
            document=f"document-{place // 3}",
            confidence=round(dice.uniform(0.3, 0.95), 3),
            event_type=dice.choice(TYPES),
            reasons=(f"“hit” means {dice.choice(TYPES)}", dice.choice(RULES)),
            language="en",
            publisher=SOURCES[place // 3 % len(SOURCES)],
        )
        for place in range(number)
    ]
    return claims, [dice.random() < chance(each) for each in claims]


def as_it_says(claim: Evidence) -> float:
    return claim.confidence


def arena_is_sport(claim: Evidence) -> float:
    return 0.1 if claim.publisher == "Arena" else claim.confidence


def event_nouns_fail(claim: Evidence) -> float:
    return claim.confidence * (0.3 if "event noun" in claim.reasons else 1)


def overrated(claim: Evidence) -> float:
    return claim.confidence - 0.25


def test_without_verdicts_nothing_changes() -> None:
    claims, _ = desk(30, as_it_says)
    assert [Trust().confidence(each) for each in claims] == [each.confidence for each in claims]


@pytest.mark.parametrize("chance", [arena_is_sport, event_nouns_fail, overrated])
def test_faults_of_a_source_a_rule_or_the_whole_are_learned(chance: Callable[[Evidence], float]) -> None:
    found = compared(*desk(300, chance))
    assert found.is_better_than_chance
    assert found.after.log_loss < found.before.log_loss
    assert found.after.calibration_error < found.before.calibration_error
    assert found.before.precision is not None
    assert found.after.precision is not None
    assert found.after.precision > found.before.precision


def test_what_is_learned_names_the_fault() -> None:
    trust = fitted(*desk(300, arena_is_sport))
    assert min(trust.weights, key=lambda name: trust.weights[name]) == "source Arena"
    trust = fitted(*desk(300, event_nouns_fail))
    assert min(trust.weights, key=lambda name: trust.weights[name]) == "rule event noun"


def test_confidence_that_means_what_it_says_teaches_nothing() -> None:
    kept = [compared(*desk(150, as_it_says, seed)).is_better_than_chance for seed in range(20)]
    assert sum(kept) <= 2


def test_few_verdicts_cannot_be_told_from_chance() -> None:
    kept = {
        number: sum(compared(*desk(number, arena_is_sport, seed)).is_better_than_chance for seed in range(8))
        for number in (20, 240)
    }
    assert kept[20] <= 4
    assert kept[240] == 8


def test_more_verdicts_teach_more() -> None:
    claims, right = desk(900, arena_is_sport, seed=3)
    rest, rest_right = claims[600:], right[600:]
    losses = []
    for number in (0, 60, 600):
        trust = fitted(claims[:number], right[:number]) if number else Trust()
        losses.append(
            measures(
                [(trust.confidence(each), said) for each, said in zip(rest, rest_right, strict=True)]
            ).log_loss
        )
    assert losses == sorted(losses, reverse=True)


def test_the_result_does_not_depend_on_the_order_of_the_claims() -> None:
    claims, right = desk(120, event_nouns_fail)
    turned, turned_right = claims[::-1], right[::-1]
    assert fitted(claims, right) == fitted(turned, turned_right)
    assert compared(claims, right).low == pytest.approx(compared(turned, turned_right).low)
    assert held_out(claims, right) == held_out(turned, turned_right)[::-1]


def test_all_verdicts_alike_stay_finite() -> None:
    claims, _ = desk(60, as_it_says)
    trust = fitted(claims, [True] * 60)
    assert all(0.02 <= trust.confidence(each) <= 0.98 for each in claims)


def test_a_claim_with_an_unidentified_party_stays_outside_the_trusted_lens() -> None:
    claims, _ = desk(60, as_it_says)
    trust = fitted(claims, [True] * 60)
    unsaid = Evidence("c", "d", MOST_UNSAID, "AID", ("active verb",), "en", "Post")
    assert trust.confidence(unsaid) <= MOST_UNSAID


@pytest.mark.parametrize(
    ("reason", "name"),
    [
        ("“Menyerang” means ASSAULT/heavy-weapons", "sense “menyerang” means ASSAULT/heavy-weapons"),
        ("classifier CONSULT .92", "rule classifier"),
        ("said by Iranian Foreign Ministry", "rule said by"),
        ("“Kami” read as Retno", "rule “…” read as"),
        ("“bahwa” introduces the recipient", "rule “…” introduces the recipient"),
        ("dated by “Senin (16/10/2023)”", "rule dated by “…”"),
    ],
)
def test_rules_and_senses_are_told_from_the_names_in_the_text(reason: str, name: str) -> None:
    found = list(Evidence("c", "d", 0.5, "AID", (reason,), "id").names())
    assert found == ["type AID", "language id", "source ", name]
