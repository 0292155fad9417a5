"""How the steps of the trail are named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explorer import phrases
from explorer.acts.network import GoToStep
from explorer.elements import Element
from explorer.graph.appearance import Appearance, Colour, Size
from explorer.panels.steps import SHOWN, step_name, steps_line
from explorer.view.filters import Filters
from explorer.view.folding import bundle, close_inside, group_by, open_group, open_inside
from explorer.view.state import (
    LinkKind,
    View,
    about,
    collapse,
    expand,
    hide,
    link,
    look_at,
    pin,
    show_all,
)
from explorer.words import Words

IRAN = about("IRN")
HIDDEN = hide(IRAN, "USA")
OPEN = open_inside(IRAN, "IRN")
COLOURED = replace(IRAN, appearance=Appearance(colour=Colour.COMMUNITY))
GROUPED = group_by(IRAN, ["ASEAN"])


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (None, View(), "Start"),
        (View(), IRAN, "iran"),
        (IRAN, expand(IRAN, "USA"), "+ usa"),
        (expand(IRAN, "USA"), collapse(expand(IRAN, "USA"), "USA"), "− usa"),
        (IRAN, link(IRAN, LinkKind.PATHS, ["IRN", "USA"]), "Paths: iran, usa"),
        (link(IRAN, LinkKind.COMMON, ["IRN", "USA"]), IRAN, "Remove connections"),
        (IRAN, HIDDEN, "Hide usa"),
        (HIDDEN, show_all(HIDDEN), "Show hidden"),
        (IRAN, pin(IRAN, ["USA"], {"USA": (0, 0)}), "Pin usa"),
        (pin(IRAN, ["USA"], {"USA": (0, 0)}), IRAN, "Unpin usa"),
        (IRAN, replace(IRAN, filters=Filters(signs=("conflict",))), "Filters (1)"),
        (IRAN, look_at(IRAN, ("2023-10-07", "2023-10-08")), "7 Oct 2023 – 8 Oct 2023"),
        (look_at(IRAN, ("2023-10-07", "2023-10-08")), IRAN, "All time"),
        (IRAN, GROUPED, "Group"),
        (GROUPED, open_group(GROUPED, "bloc:ASEAN"), "Open a group"),
        (GROUPED, IRAN, "Ungroup"),
        (IRAN, bundle(IRAN, on=True), "Bundle ties"),
        (IRAN, OPEN, "Actors of iran"),
        (OPEN, close_inside(OPEN, "IRN"), "Without the actors of iran"),
        (IRAN, COLOURED, "Colour by community"),
        (COLOURED, IRAN, "Colour by kind"),
        (IRAN, replace(IRAN, appearance=Appearance(Size.VOICES)), "Size by voices"),
    ],
)
def test_a_step_is_named_by_what_it_changed(before: View | None, after: View, said: str) -> None:
    names = {"IRN": "iran", "USA": "usa"}
    assert phrases.said(step_name(before, after, names.__getitem__), Words()) == said


def test_the_last_steps_are_a_line_and_all_but_the_present_one_lead_back() -> None:
    views = [View(), *(about(f"x{number}") for number in range(9))]
    line = steps_line(views, str.upper)
    crumbs = [crumb for crumb in line.children if isinstance(crumb, Element)][1:]
    assert [crumb.text() for crumb in crumbs] == [f"X{number}" for number in range(9 - SHOWN, 9)]
    assert [crumb.act for crumb in crumbs][-2:] == [GoToStep(8), None]
