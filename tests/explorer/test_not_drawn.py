"""A link to something that is not drawn says why, and what to do next."""

from __future__ import annotations

import pytest

from cypher.database import Database
from cypher.judging.annotations import annotate
from cypher.model.graph import Judgement, Sign
from cypher.records.explore import SoughtTie
from explorer.elements import Element
from explorer.panels.not_drawn import entities_not_found, tie_not_drawn
from explorer.phrases import said
from explorer.words import Words
from ingest.loading.load import load
from tests.graphs import EXTRACTIONS, tie_id
from tests.records import made

ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)
FOUND = {
    "tie": "tie-1",
    "actor": "IRN",
    "actor_name": "Iran",
    "recipient": "ISR",
    "recipient_name": "Israel",
    "level": "actor",
    "lenses": ["all", "not_rejected", "trusted"],
    "claims": 2,
    "rejected": 0,
    "first_known": "2024-03-01",
}


def texts(panel: Element, words: Words) -> list[str]:
    """All that the panel says in a language."""
    found: list[str] = []
    for child in panel.children:
        found += texts(child, words) if isinstance(child, Element) else [said(child, words)]
    return found


@pytest.mark.parametrize(
    ("found", "lens", "known_by", "why"),
    [
        ({"lenses": ["all"], "rejected": 2}, "trusted", None, "rejected"),
        ({"lenses": ["all", "not_rejected"]}, "trusted", None, "“All but rejected”"),
        ({"lenses": ["all"], "rejected": 1}, "trusted", None, "“Everything”"),
        ({"lenses": []}, "trusted", None, "No claim reports it any more"),
        ({}, "trusted", "2024-02-01", "first reported on 1 Mar 2024"),
        ({}, "trusted", "2024-03-01", "The filters hide it"),
        ({}, "mine:ann", None, "The lens hides it"),
        ({"level": "state"}, "trusted", None, "level “states and bodies”"),
        ({"level": "bloc"}, "trusted", None, "level “blocs”"),
    ],
)
def test_a_tie_that_is_not_drawn_says_why(
    found: dict[str, object], lens: str, known_by: str | None, why: str
) -> None:
    panel = tie_not_drawn(made(SoughtTie, **(FOUND | found)), lens, known_by, "actor")
    assert why in " ".join(texts(panel, Words("en")))
    assert {"Iran", "Israel"} <= set(texts(panel, Words("en")))


def test_what_is_gone_is_named_as_gone() -> None:
    assert "no longer in the graph" in " ".join(
        texts(tie_not_drawn(None, "trusted", None, "actor"), Words("en"))
    )
    assert "actor-7" in " ".join(texts(entities_not_found(("actor-7",)), Words("id")))


def test_a_rejected_tie_is_found_whatever_the_lens(database: Database) -> None:
    load(database, EXTRACTIONS)
    (found,) = database.rows(SoughtTie, "explore/sought_tie", tie=ATTACK)
    assert (found.actor, found.recipient, found.rejected) == ("hamas", "ISR", 0)
    annotate(database, ATTACK, Judgement.REJECTED, author="ann")
    (found,) = database.rows(SoughtTie, "explore/sought_tie", tie=ATTACK)
    assert found.rejected == found.claims > 0
    assert "trusted" not in found.lenses
    assert database.read("explore/sought_tie", tie="tie-unknown").rows == ()
