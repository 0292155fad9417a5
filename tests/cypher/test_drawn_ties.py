"""Which ties an event forms: between equals, toward a third party, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cypher.model.assertions import event_sign, identified, tie_ids, ties_of
from cypher.model.graph import Event, EventStatus, Level, Sign
from cypher.model.ontology import event_types


def event(code: str, actors: str, recipients: str = "", mode: str | None = None) -> Event:
    """An event that took place; parties are separated by spaces."""
    return Event(
        id="",
        event_type=code,
        quad=event_types()[code].quad.number if code in event_types() else 4,
        intensity=0.0,
        status=EventStatus.ACTUAL,
        actors=tuple(actors.split()),
        recipients=tuple(recipients.split()),
        mode=mode,
    )


def drawn(told: Event) -> set[str]:
    """The ties of an event between its actors: "NOR>DNK" with a direction, "DNK=NOR" without."""
    ties = [tie for tie in ties_of(told) if tie["level"] == Level.ACTOR]
    return {f"{tie['actor']}{'>' if tie['directed'] else '='}{tie['recipient']}" for tie in ties}


@pytest.mark.parametrize(
    "code", ["SUPPORT", "CONCEDE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
             "MOBILIZE", "COERCE", "ASSAULT"],
)  # fmt: skip
def test_who_does_the_same_to_somebody_is_not_tied_to_each_other(code: str) -> None:
    assert drawn(event(code, "NOR DNK SWE")) == set()
    assert drawn(event(code, "NOR DNK", "MLI")) == {"NOR>MLI", "DNK>MLI"}


@pytest.mark.parametrize(
    ("code", "mode"),
    [("CONSULT", None), ("AGREE", None), ("COOPERATE", None), ("RETREAT", "exchange"), ("ASSAULT", "clash")],
)
def test_who_does_it_to_each_other_is_tied_pairwise(code: str, mode: str | None) -> None:
    assert drawn(event(code, "NOR DNK SWE", mode=mode)) == {"DNK=NOR", "DNK=SWE", "NOR=SWE"}


@pytest.mark.parametrize(
    ("code", "mode"),
    [("CONSULT", "third-party"), ("CONSULT", "visit"), ("AGREE", "promise"), ("COOPERATE", "supply")],
)
def test_who_mediates_visits_promises_or_sells_together_is_not_tied_to_each_other(
    code: str, mode: str
) -> None:
    assert drawn(event(code, "NOR DNK", mode=mode)) == set()


def test_an_accusation_of_each_other_goes_both_ways() -> None:
    assert drawn(event("ACCUSE", "NOR DNK", "NOR DNK")) == {"NOR>DNK", "DNK>NOR"}


def test_what_did_not_happen_denies_only_ties_that_it_would_have_formed() -> None:
    joint = replace(event("ACCUSE", "NOR DNK"), status=EventStatus.NEGATED)
    assert tie_ids(joint) == []
    assert len(tie_ids(replace(event("CONSULT", "NOR DNK"), status=EventStatus.NEGATED))) == len(Level)


def test_a_mode_that_draws_other_ties_makes_another_event() -> None:
    plain, clash, aerial = (
        identified(event("ASSAULT", "NOR DNK", mode=mode)).id for mode in (None, "clash", "aerial")
    )
    assert plain == aerial != clash


def test_an_event_of_an_unknown_type_has_the_sign_of_its_quad() -> None:
    assert event_sign(event("FIGHT", "NOR", "DNK")) is Sign.CONFLICT
    assert drawn(event("FIGHT", "NOR", "DNK")) == {"NOR>DNK"}
