"""What is drawn again after a change, and that one module alone asks Streamlit for it."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.view import redraw
from explorer.view.redraw import Part, Shown, changed
from explorer.view.state import LinkKind, View, about, expand, hide, link, pin, select_edge, select_node

EXPLORER = Path(redraw.__file__).parents[1]
IRAN = about("IRN")
LINKED = link(IRAN, LinkKind.PATHS, ["IRN", "USA"])


def at(view: View, canvas: View | None = None, **other: object) -> Shown:
    """What is shown when the network shows the same as the panel, or `canvas`."""
    return replace(Shown(("network", "trusted"), view, canvas or view), **other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        # a click in a panel, or a button
        (at(IRAN), at(IRAN), set()),
        (at(IRAN), at(select_node(IRAN, "USA")), {Part.CANVAS}),
        (at(IRAN), at(select_edge(IRAN, "tie")), {Part.CANVAS}),
        (at(IRAN), at(expand(IRAN, "USA")), {Part.CANVAS}),
        (at(IRAN), at(hide(IRAN, "USA")), {Part.CANVAS}),
        (at(IRAN, side="10 ties"), at(IRAN, side="25 ties"), {Part.SIDE}),
        # a selection in the network, which shows it at once
        (at(IRAN, select_node(IRAN, "USA")), at(select_node(IRAN, "USA")), {Part.SIDE}),
        (at(IRAN, select_edge(IRAN, "tie")), at(select_edge(IRAN, "tie")), {Part.SIDE}),
        (at(IRAN, IRAN, side="a search"), at(IRAN, side=""), {Part.SIDE}),
        # links stand out by what is selected
        (at(LINKED, select_node(LINKED, "USA")), at(select_node(LINKED, "USA")), {Part.CANVAS}),
        (at(LINKED), at(LINKED), set()),
        # a node that was moved in the network
        (at(IRAN), at(pin(IRAN, ["USA"], {"USA": (1, 2)})), {Part.CANVAS}),
        # writes
        (at(IRAN), at(IRAN, writes=1), {Part.CANVAS, Part.FIGURES}),
        (at(IRAN, writes=1), at(select_node(IRAN, "USA"), writes=2), {Part.CANVAS, Part.FIGURES}),
        (at(IRAN, writes=1), at(IRAN), set()),
        # what is said over the page
        (at(IRAN), at(IRAN, notice=("1", "Undone")), {Part.CANVAS}),
        (at(IRAN, notice=("1", "Undone")), at(IRAN), {Part.CANVAS}),
        # where the reader stands
        (at(IRAN), at(IRAN, standpoint=("network", "all")), {Part.PAGE}),
        (at(IRAN), at(about("USA"), standpoint=("since", "trusted"), writes=1), {Part.PAGE}),
    ],
)
def test_what_changed_is_drawn_again(before: Shown, after: Shown, parts: set[Part]) -> None:
    assert changed(before, after) == parts


def reruns(source: str) -> list[int]:
    """The lines that ask Streamlit to run again."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if ast.unparse(call.func).split(".")[-1] == "rerun"]


def test_one_module_alone_asks_for_a_rerun() -> None:
    found = {
        path.relative_to(EXPLORER).as_posix()
        for path in EXPLORER.rglob("*.py")
        if reruns(path.read_text(encoding="utf-8"))
    }
    assert found == {"view/redraw.py"}
