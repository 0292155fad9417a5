"""The interface in the reader's language."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from babel import Locale

from cypher.catalog.catalog import catalog
from cypher.desk.fitting import NO_DAYS, NO_ROWS, NO_TYPED_ROWS, ONE_PARTY
from cypher.desk.unknown_names import NEAR, OTHER, PLAIN, NameKind
from cypher.judging.annotations import INFORMATION_GRADES, SOURCE_GRADES
from cypher.model.graph import DatePrecision, EntityKind, EventStatus, Lens, RelationType, Sign
from cypher.model.lens import TRUST_THRESHOLD
from explorer.charts.heads import head
from explorer.graph.subgraph import Verdict
from explorer.pages import PAGES
from explorer.pages.events.fields import CODES, FIELDS
from explorer.pages.review.choice import STAGES
from explorer.panels.changed import CHANGES
from explorer.panels.entity import RANKS
from explorer.panels.evidence import JUDGEMENTS
from explorer.panels.first_news import HEADINGS, LEADS, FirstNews
from explorer.panels.review.reviewing import LABELS
from explorer.shell.settings import LENS_HELP
from explorer.words import Words, form_of
from explorer.work.event_data import data_sets

EXPLORER = Path(__file__).parents[2] / "explorer"
CATALOGUE = tomllib.loads((EXPLORER / "languages/id.toml").read_text(encoding="utf-8"))
INDONESIAN, PLURALS = CATALOGUE["words"], CATALOGUE["plurals"]


def said(path: Path) -> Iterator[str]:
    """The texts that a module says: constants passed to ``words(…)`` and ``say(…)``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if ast.unparse(call.func) in {"words", "session.words()", "say"}:
            yield from (text for argument in call.args for text in constants(argument))


def test_a_text_without_translation_is_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        "words('One') + say('Two' if many else 'Three') + session.words()('Four') + other('Five')"
    )
    assert set(said(module)) == {"One", "Two", "Three", "Four"}


def constants(argument: ast.expr) -> Iterator[str]:
    """The text of an argument, or the texts of both branches of a choice."""
    branches = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
    yield from (
        each.value for each in branches if isinstance(each, ast.Constant) and isinstance(each.value, str)
    )


@pytest.mark.parametrize("path", sorted(EXPLORER.rglob("*.py")), ids=lambda path: path.name)
def test_everything_that_the_interface_says_is_also_there_in_indonesian(path: Path) -> None:
    assert {text for text in said(path) if text not in INDONESIAN} == set()


def plurals(source: str) -> set[str]:
    """The texts with a number in a module, by their last form: constants passed to a plural."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {
        text
        for call in calls
        if ast.unparse(call.func) in {"words.plural", "Plural"}
        for text in constants(call.args[-1])
    }


def test_a_text_with_a_number_is_found() -> None:
    for name in ("words.plural", "Plural"):
        assert plurals(f"{name}(n, '{{number}} cat', '{{number}} cats')") == {"{number} cats"}


def test_every_text_with_a_number_has_all_plural_forms_of_each_language() -> None:
    used = {text for path in EXPLORER.rglob("*.py") for text in plurals(path.read_text(encoding="utf-8"))}
    assert len(used) > 8
    assert set(PLURALS) == used
    for forms in PLURALS.values():
        assert set(forms) == {"other", *Locale.parse("id").plural_form.tags}
        assert all("{number}" in form for form in forms.values())


def test_every_closed_list_is_named_in_indonesian() -> None:
    codes = [*EntityKind, *Sign, *Verdict, *EventStatus, *RelationType]
    assert {code for code in codes if code.value.replace("_", " ") not in INDONESIAN} == set()


def test_every_grade_is_explained_in_indonesian() -> None:
    grades = [*SOURCE_GRADES.values(), *INFORMATION_GRADES.values()]
    assert {grade for grade in grades if grade not in INDONESIAN} == set()


def test_pages_lenses_and_buttons_are_named_in_indonesian() -> None:
    texts = [*(page.title for page in PAGES), *LENS_HELP.values(), *JUDGEMENTS.values(), *STAGES.values()]
    texts += [text for state in FirstNews for text in (HEADINGS[state], LEADS[state])]
    texts += [*NameKind, PLAIN, NEAR, OTHER, NO_ROWS, NO_DAYS, ONE_PARTY, NO_TYPED_ROWS]
    texts += [*FIELDS.values(), *CODES.values(), *(each.licence for each in data_sets())]
    texts += [*RANKS.values(), *LABELS.values(), *CHANGES.values()]
    assert {text for text in texts if text not in INDONESIAN} == set()
    assert set(LENS_HELP) == set(Lens)


def test_every_saved_query_has_its_form_in_indonesian() -> None:
    saved = [statement for name, statement in catalog().items() if name.startswith("saved/")]
    helps = {parameter.help for statement in saved for parameter in statement.parameters}
    assert helps - INDONESIAN.keys() == set()
    assert all("id" in statement.titles for statement in saved)
    said = {text for statement in saved for text in (statement.description, *statement.tags) if text}
    assert said - INDONESIAN.keys() == set()


def test_every_column_of_a_saved_query_has_a_head_in_indonesian() -> None:
    saved = [statement for name, statement in catalog().items() if name.startswith("saved/")]
    heads = {head(column.name, Words()) for each in saved for column in each.declared.columns}
    assert len(heads) > 50
    assert heads - INDONESIAN.keys() == set()


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
    assert Words().plural(1, "{number} claim", "{number} claims") == "1 claim"
    assert Words().plural(1200, "{number} claim", "{number} claims") == "1,200 claims"


def test_indonesian_nouns_have_one_form() -> None:
    said = {Words("id").plural(number, "{number} claim", "{number} claims") for number in (0, 1, 2)}
    assert said == {"0 klaim", "1 klaim", "2 klaim"}


def test_a_plural_without_translation_is_said_in_english() -> None:
    assert Words("id").plural(1, "{number} quokka", "{number} quokkas") == "1 quokka"


ARABIC = {
    "zero": "لا مطالبات",
    "one": "مطالبة واحدة",
    "two": "مطالبتان",
    "few": "{number} مطالبات",
    "many": "{number} مطالبة",
    "other": "{number} من المطالبات",
}
RUSSIAN = {
    "one": "{number} голос",
    "few": "{number} голоса",
    "many": "{number} голосов",
    "other": "{number} голоса",
}
ENGLISH = {"one": "{number} claim", "other": "{number} claims"}


@pytest.mark.parametrize(
    ("language", "forms", "numbers"),
    [
        ("ar", ARABIC, {"zero": [0], "one": [1], "two": [2], "few": [3, 103], "many": [11], "other": [100]}),
        ("ru", RUSSIAN, {"one": [1, 21], "few": [2, 22], "many": [0, 5, 11, 12, 111]}),
        ("id", {"other": "{number} klaim"}, {"other": [0, 1, 2, 21]}),
        ("en", ENGLISH, {"one": [1], "other": [0, 2, 21]}),
    ],
)
def test_the_form_of_a_number_follows_the_plural_rules_of_the_language(
    language: str, forms: Mapping[str, str], numbers: Mapping[str, Sequence[int]]
) -> None:
    for category, those in numbers.items():
        assert {form_of(number, forms, language) for number in those} == {forms[category]}


def test_a_form_that_is_missing_is_the_other_one() -> None:
    assert form_of(2, {"other": "{number} من المطالبات"}, "ar") == "{number} من المطالبات"


def test_the_lens_trusted_is_explained_with_the_confidence_that_it_asks_for() -> None:
    text = LENS_HELP[Lens.TRUSTED]
    assert f"at least {TRUST_THRESHOLD}." in text
    assert f"setidaknya {TRUST_THRESHOLD}.".replace("0.", "0,") in INDONESIAN[text]
