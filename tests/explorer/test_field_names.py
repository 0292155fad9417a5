"""After a change of the language, the fields name what is chosen in the new one, and keep it chosen."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from cypher.database import Database
from cypher.model.graph import Sign
from explorer.pages import PAGES
from tests.explorer.opening import open_filters, opened
from tests.explorer.texts_of_code import ROOT
from tests.graphs import tie_id

CHOICES = ("selectbox", "radio", "segmented_control", "pills", "multiselect", "select_slider")
UNNAMED = {"str", "str.upper"}
"""What names options in the same way in each language."""
OTHERWISE = {
    ("explorer/shell/filter_fields.py", "key"),
    ("explorer/pages/network/grouping.py", "groupings"),
    ("explorer/pages/network/explained.py", "key"),
    ("explorer/judging/details.py", "'judged confidence'"),
}
"""Fields that are drawn anew by `field_key`, and one whose options are numbers."""
PLACES = [
    *({"page": page.path} for page in PAGES),
    {"page": "network", "sign": "conflict", "kind": "country", "group": "country"},
    {"page": "network", "tie": tie_id("CHN", "IDN", Sign.COOPERATION)},
    {"page": "overview", "sign": "conflict", "colour": "bloc"},
    {"page": "actors", "entity": "IRN", "other": "USA"},
    {"page": "queries", "query": "saved/people/central"},
    {"page": "queries", "query": "saved/bilateral/events", "first": "USA", "second": "IRN"},
]


def choices(app: AppTest) -> dict[str | None, Any]:
    """The fields of a page that have options, by key, without that for the language."""
    found: list[Any] = [each for kind in CHOICES for each in app.get(kind)]
    return {each.key: each for each in found if each.key != "language"}


def shown(proto: Any) -> list[str]:  # noqa: ANN401 - a message of protobuf has no class of its own
    """What the browser is told to show as chosen; nothing if it keeps what it shows."""
    if not proto.set_value:
        return []
    several = hasattr(proto, "raw_values")
    return list(proto.raw_values) if several else [proto.raw_value]


def names(proto: Any) -> list[str]:  # noqa: ANN401
    """The names of the options of a field."""
    return [getattr(option, "content", option) for option in proto.options]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: "-".join(place.values())[:50])
def test_a_chosen_value_is_named_in_the_new_language(story: Database, place: dict[str, str]) -> None:
    app = open_filters(opened(language="en", **place))
    before = {each.proto.id: names(each.proto) for each in choices(app).values()}
    values = {key: each.value for key, each in choices(app).items()}
    app.segmented_control(key="language").set_value("id")
    open_filters(app)
    assert not app.warning
    fields = choices(app)
    kept = {key: fields[key].value for key in values if key in fields}
    assert kept == {key: values[key] for key in kept}
    for each in fields.values():
        new = names(each.proto)
        if each.value and before.get(each.proto.id, new) != new:
            assert set(shown(each.proto)) <= set(new), each
            assert shown(each.proto), each


def calls(path: Path) -> Iterator[tuple[str, Sequence[ast.keyword]]]:
    """The fields with options that a module draws, by place."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in (
            *CHOICES,
            "draw_choice",
        ):
            yield f"{path.relative_to(ROOT)}:{node.lineno}", node.keywords


DAYS = [
    {"page": "network", "since": "2024-01-02", "known_by": "2024-03-04"},
    {"page": "overview", "until": "2024-01-02"},
    {"page": "since", "since": "2024-01-02"},
    {"page": "search"},
    {"page": "review"},
    {"page": "add"},
    {
        "page": "queries",
        "query": "saved/bilateral/events",
        "first": "USA",
        "second": "IRN",
        "until": "2024-01-02",
    },
]


@pytest.mark.parametrize("place", DAYS, ids=lambda place: place["page"])
def test_a_day_stays_chosen_and_is_written_as_the_language_does(
    story: Database, place: dict[str, str]
) -> None:
    app = open_filters(opened(language="en", **place))
    assert {each.proto.format for each in app.date_input} == {"YYYY-MM-DD"}
    values = sorted(str(each.value) for each in app.date_input)
    assert sum(value != "None" for value in values) >= sum(value[:2] == "20" for value in place.values())
    app.segmented_control(key="language").set_value("id")
    open_filters(app)
    assert {each.proto.format for each in app.date_input} == {"DD/MM/YYYY"}
    assert sorted(str(each.value) for each in app.date_input) == values


def test_every_day_is_drawn_by_the_same_function() -> None:
    drawing = [path.name for path in (ROOT / "explorer").rglob("*.py") if "date_input(" in path.read_text()]
    assert drawing == ["day_field.py"]


def test_every_field_whose_options_are_named_is_drawn_with_such_a_key() -> None:
    drawn = [each for path in sorted((ROOT / "explorer").rglob("*.py")) for each in calls(path)]
    said = {place: {str(each.arg): ast.unparse(each.value) for each in given} for place, given in drawn}
    named = {place: given for place, given in said.items() if given.get("format_func", "str") not in UNNAMED}
    assert len(named) > 15
    ways = {place: given["key"] for place, given in named.items()}
    plain = {(place.split(":")[0], key) for place, key in ways.items() if not key.startswith("named_key(")}
    assert plain == OTHERWISE
    assert not [
        place for place, given in said.items() if "named_key(" in given.get("key", "") and "default" in given
    ]
