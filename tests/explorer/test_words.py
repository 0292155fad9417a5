"""The interface in the reader's language."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.catalog.catalog import catalog
from cypher.judging.annotations import INFORMATION_GRADES, SOURCE_GRADES
from cypher.model.graph import DatePrecision, EntityKind, EventStatus, Lens, RelationType, Sign
from explorer.graph.subgraph import Verdict
from explorer.pages import PAGES
from explorer.pages.review.page import STAGES
from explorer.panels.evidence import JUDGEMENTS
from explorer.panels.first_news import HEADINGS, LEADS, FirstNews
from explorer.shell.frame import LENS_HELP
from explorer.words import Words

EXPLORER = Path(__file__).parents[2] / "explorer"
INDONESIAN = tomllib.loads((EXPLORER / "languages/id.toml").read_text(encoding="utf-8"))["words"]


def said(path: Path) -> Iterator[str]:
    """The texts that a module says: constants passed to ``words(…)`` and ``words.count(…)``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if ast.unparse(call.func) in {"words", "words.count", "session.words()"}:
            yield from (text for argument in call.args for text in constants(argument))


def constants(argument: ast.expr) -> Iterator[str]:
    """The text of an argument, or the texts of both branches of a choice."""
    branches = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
    yield from (
        each.value for each in branches if isinstance(each, ast.Constant) and isinstance(each.value, str)
    )


@pytest.mark.parametrize("path", sorted(EXPLORER.rglob("*.py")), ids=lambda path: path.name)
def test_everything_that_the_interface_says_is_also_there_in_indonesian(path: Path) -> None:
    assert {text for text in said(path) if text not in INDONESIAN} == set()


def test_every_closed_list_is_named_in_indonesian() -> None:
    codes = [*EntityKind, *Sign, *Verdict, *EventStatus, *RelationType]
    assert {code for code in codes if code.value.replace("_", " ") not in INDONESIAN} == set()


def test_every_grade_is_explained_in_indonesian() -> None:
    grades = [*SOURCE_GRADES.values(), *INFORMATION_GRADES.values()]
    assert {grade for grade in grades if grade not in INDONESIAN} == set()


def test_pages_lenses_and_buttons_are_named_in_indonesian() -> None:
    texts = [*(page.title for page in PAGES), *LENS_HELP.values(), *JUDGEMENTS.values(), *STAGES.values()]
    texts += [text for state in FirstNews for text in (HEADINGS[state], LEADS[state])]
    assert {text for text in texts if text not in INDONESIAN} == set()
    assert set(LENS_HELP) == set(Lens)


def test_every_saved_query_has_its_form_in_indonesian() -> None:
    saved = [statement for name, statement in catalog().items() if name.startswith("saved/")]
    helps = {parameter.help for statement in saved for parameter in statement.parameters}
    assert helps - INDONESIAN.keys() == set()
    assert all("id" in statement.titles for statement in saved)


def test_values_are_put_into_a_text_as_they_are() -> None:
    assert Words("id")("No entity named “{name}”", name="{x}<b>") == "Tidak ada entitas bernama “{x}<b>”"


def test_a_text_without_translation_is_said_in_english() -> None:
    assert Words("id")("Konstelasi") == "Konstelasi"


def test_a_date_is_no_finer_than_it_is_known() -> None:
    english = Words("en")
    assert english.day("2024-03-01", DatePrecision.DAY) == "1 Mar 2024"
    assert english.day("2024-03-01", DatePrecision.MONTH) == "March 2024"
    assert english.day("2024-01-01", DatePrecision.YEAR) == "2024"
    assert english.day(None) == "no date"
    assert Words("id").day("2024-05-01") == "1 Mei 2024"


@pytest.mark.parametrize(
    ("confidence", "text"),
    [(0.9, "almost certain · 0.90"), (0.5, "plausible · 0.50"), (0.0, "unlikely · 0.00")],
)
def test_confidence_is_a_word_and_a_number(confidence: float, text: str) -> None:
    assert Words().certainty(confidence) == text


def test_one_claim_is_not_claims() -> None:
    assert Words().count(1, "claim", "claims") == "1 claim"
    assert Words().count(1200, "claim", "claims") == "1,200 claims"
