"""The view as a value: steps, and addresses that reopen it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cypher.model import EntityKind, Sign
from explorer.session import Trail
from explorer.state import (
    NEIGHBOURS,
    START,
    Centre,
    Filters,
    View,
    about,
    collapse,
    expand,
    from_url,
    hide,
    select_edge,
    select_node,
    show_all,
    to_url,
)

ids = st.text(min_size=1)
days = st.none() | st.dates().map(lambda day: day.isoformat())
filters = st.builds(
    Filters,
    kinds=st.lists(st.sampled_from([kind.value for kind in EntityKind]), unique=True).map(tuple),
    signs=st.lists(st.sampled_from([sign.value for sign in Sign]), unique=True).map(tuple),
    event_types=st.lists(ids, unique=True).map(tuple),
    statuses=st.lists(ids, unique=True).map(tuple),
    since=days,
    until=days,
)
centres = st.builds(Centre, ids, st.integers(1, 300), st.none() | ids)
views = st.builds(
    View,
    centres=st.lists(centres, min_size=1, max_size=5).map(tuple),
    hidden=st.lists(ids, unique=True).map(tuple),
    filters=filters,
)


@given(views, st.none() | ids, st.booleans())
def test_every_view_comes_back_from_its_address(view: View, chosen: str | None, as_edge: bool) -> None:
    selected = select_edge(view, chosen) if as_edge else select_node(view, chosen)
    assert from_url(to_url(selected)) == selected


@given(st.dictionaries(st.sampled_from(["centre", "hide", "entity", "tie", "kind", "since"]), st.text()))
def test_an_address_that_makes_no_sense_still_opens_a_view(parameters: dict[str, str]) -> None:
    assert from_url(parameters).centres


def test_the_start_needs_no_parameters() -> None:
    assert to_url(View()) == {}
    assert from_url({}) == View()


def test_a_link_to_an_entity_alone_draws_its_ties() -> None:
    assert from_url({"entity": "IRN"}) == about("IRN")


def test_expanding_adds_a_centre_and_expanding_again_asks_for_more() -> None:
    once = expand(View(), "IRN")
    assert once.centres == (Centre(START), Centre("IRN"))
    assert expand(once, "IRN").centres[1] == Centre("IRN", 2 * NEIGHBOURS)
    assert expand(once, "IRN", "AID").centres[2] == Centre("IRN", event_type="AID")


def test_collapsing_takes_out_all_that_an_entity_brought_and_never_leaves_nothing() -> None:
    assert collapse(expand(expand(View(), "IRN"), "IRN", "AID"), "IRN") == View()
    assert collapse(about("IRN"), "IRN").centres == (Centre(START),)


def test_a_hidden_entity_is_deselected_and_comes_back_when_all_are_shown() -> None:
    hidden = hide(select_node(View(), "IRN"), "IRN")
    assert (hidden.hidden, hidden.node) == (("IRN",), None)
    assert show_all(hidden) == View()


def test_steps_lead_back_and_forward_but_a_selection_is_no_step() -> None:
    trail = Trail(View()).go(select_node(View(), "USA")).go(about("IRN"))
    assert trail.past == (select_node(View(), "USA"),)
    assert trail.back().view == select_node(View(), "USA")
    assert trail.back().forward() == trail
    assert Trail(View()).back() == Trail(View())
    assert trail.forward() == trail


def test_a_new_step_forgets_the_way_forward() -> None:
    trail = Trail(View()).go(about("IRN")).back().go(about("USA"))
    assert trail.future == ()
