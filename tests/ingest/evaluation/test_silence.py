"""Sentences that name actors and have no claim: counted by the evaluation, with and without a gold event."""

from __future__ import annotations

import pytest

from ingest.evaluation.answers import Answer, Argument, EventAnswer, RelationAnswer
from ingest.evaluation.gold import Annotated
from ingest.evaluation.sections.silent import by_publisher, is_silent, silence_figures

CHAD = Argument("Chad", "TCD")
EVENT = EventAnswer("ACCUSE", "", (CHAD,), (), "actual")
NAMES = Answer(("TCD",))
SAYS = Answer(("TCD",), events=(EVENT,))


def gold(answer: Answer, publisher: str = "") -> Annotated:
    return Annotated("a", "…", "en", answer, publisher=publisher)


@pytest.mark.parametrize(
    ("answer", "silent"),
    [
        (NAMES, True),
        (Answer(entities=(("Hamas", "armed_group"),)), True),
        (Answer(entities=(("Ann", "person"), ("Darfur", "place"))), True),
        (Answer(entities=(("Darfur", "place"),)), False),
        (Answer(), False),
        (SAYS, False),
        (Answer(("TCD",), relations=(RelationAnswer("member_of", CHAD, CHAD),)), False),
        (Answer(entities=(("Darfur", "place"),), events=(EVENT,)), False),
    ],
)
def test_a_sentence_is_silent_if_actors_are_named_and_nothing_is_claimed(
    answer: Answer, silent: bool
) -> None:
    assert is_silent(answer) is silent


def test_the_share_of_silent_sentences_leaves_out_those_without_actors() -> None:
    pairs = [
        (gold(SAYS), NAMES),  # missed
        (gold(NAMES), NAMES),  # rightly silent
        (gold(SAYS), SAYS),
        (gold(SAYS), SAYS),
        (gold(SAYS), Answer()),  # the extraction sees no actor
    ]
    silent, missed = silence_figures(pairs)
    assert (silent.value, silent.floor) == (0.5, 0.25)
    assert missed.value == 0.5


def test_publishers_are_compared_where_gold_names_them() -> None:
    pairs = [(gold(SAYS, "Mirror"), NAMES), (gold(SAYS, "Mirror"), SAYS), (gold(SAYS, "Record"), SAYS)]
    (table,) = by_publisher(pairs)
    assert table.rows == (("Mirror", "2", "1", "0.50"), ("Record", "1", "0", "0.00"))
    assert list(by_publisher([(gold(SAYS), NAMES)])) == []
