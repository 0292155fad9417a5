"""Full events of the trusted lens: only claims with enough confidence count, and they count like others."""

from __future__ import annotations

import pytest

from cypher.model.lens import TRUST_THRESHOLD
from ingest.evaluation.answers import Answer, Argument, EventAnswer
from ingest.evaluation.gold import Annotated
from ingest.evaluation.sections.annotated import annotated_section

BELOW = TRUST_THRESHOLD - 0.01


def event(kind: str, *, confidence: float = 1.0, doubtful: bool = False) -> EventAnswer:
    one, two = Argument("Chad", "TCD"), Argument("Mali", "MLI")
    return EventAnswer(kind, "", (one,), (two,), "actual", confidence=confidence, doubtful=doubtful)


@pytest.mark.parametrize(
    ("given", "gold", "counts"),
    [
        ([event("ACCUSE", confidence=TRUST_THRESHOLD)], [event("ACCUSE")], "1 right of 1 given, 1 wanted"),
        ([event("ACCUSE", confidence=BELOW)], [event("ACCUSE")], "0 right of 0 given, 1 wanted"),
        ([event("SUPPORT")], [event("ACCUSE")], "0 right of 1 given, 1 wanted"),
        (
            [event("SUPPORT", confidence=BELOW), event("ACCUSE")],
            [event("ACCUSE"), event("AID")],
            "1 right of 1 given, 2 wanted",
        ),
        ([event("ACCUSE")], [event("ACCUSE", doubtful=True)], "0 right of 0 given, 0 wanted"),
        ([event("ACCUSE")], [], "0 right of 1 given, 0 wanted"),
    ],
)
def test_claims_below_the_threshold_are_not_counted(
    given: list[EventAnswer], gold: list[EventAnswer], counts: str
) -> None:
    sentence = Annotated("a", "Chad and Mali.", "en", Answer((), (), tuple(gold)))
    section = annotated_section("a", [(sentence, Answer((), (), tuple(given)))])
    assert counts in section.figure("full event, trusted").detail


def test_the_trusted_figure_is_the_full_one_when_every_claim_is_sure() -> None:
    gold = (event("ACCUSE"), event("AID", doubtful=True), event("CONSULT"))
    sentence = Annotated("a", "Chad and Mali.", "en", Answer((), (), gold))
    section = annotated_section("a", [(sentence, Answer((), (), (event("AID"), event("CONSULT"))))])
    assert section.figure("full event, trusted").detail == section.figure("full event").detail
