"""The view as a value: steps, and addresses that reopen it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cypher.model.blocs import blocs
from cypher.model.graph import EntityKind, EventStatus, RelationType, Sign
from cypher.model.ontology import event_types
from explorer.graph.appearance import Appearance, Colour, Size
from explorer.graph.arrangement import Arrangement, Layout
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict
from explorer.pages.add import just_these
from explorer.pages.network.page import draws_all_of
from explorer.view.address import from_url, to_url, unread
from explorer.view.days import EARLIEST
from explorer.view.filters import Filters
from explorer.view.folding import arrange_as
from explorer.view.state import (
    NEIGHBOURS,
    START,
    Centre,
    Expansion,
    Link,
    LinkKind,
    Pin,
    Rank,
    View,
    about,
    collapse,
    expand,
    expand_all,
    filter_by,
    hide,
    link,
    links_alone,
    look_at,
    narrowed,
    pin,
    select_edge,
    select_node,
    select_nodes,
    show_all,
    signs_of,
)
from explorer.view.trail import Trail


def sorted_days(days: tuple[date, date]) -> tuple[str, str]:
    """Two days as a period."""
    return (min(days).isoformat(), max(days).isoformat())


ids = st.text(min_size=1)
known_days = st.dates(min_value=EARLIEST)
days = st.none() | known_days.map(lambda day: day.isoformat())
filters = st.builds(
    Filters,
    kinds=st.lists(st.sampled_from([kind.value for kind in EntityKind]), unique=True).map(tuple),
    signs=st.lists(st.sampled_from([sign.value for sign in Sign]), unique=True).map(tuple),
    event_types=st.lists(st.sampled_from([*event_types(), *RelationType]), unique=True).map(tuple),
    statuses=st.lists(st.sampled_from([status.value for status in EventStatus]), unique=True).map(tuple),
    verdicts=st.lists(st.sampled_from([verdict.value for verdict in Verdict]), unique=True).map(tuple),
    since=days,
    until=days,
)
centres = st.builds(Centre, ids, st.integers(1, 300), st.none() | ids, st.sampled_from(Rank))
links = st.builds(Link, st.sampled_from(LinkKind), st.lists(ids, min_size=2, max_size=3).map(tuple))
pins = st.builds(Pin, ids, st.integers(-9999, 9999), st.integers(-9999, 9999))
views = st.builds(
    View,
    centres=st.lists(centres, min_size=1, max_size=5).map(tuple),
    links=st.lists(links, max_size=2).map(tuple),
    hidden=st.lists(ids, unique=True).map(tuple),
    pins=st.lists(pins, max_size=3).map(tuple),
    filters=filters,
    window=st.none() | st.tuples(known_days, known_days).map(sorted_days),
    groupings=st.lists(st.sampled_from(["country", *blocs()]), unique=True, max_size=2).map(tuple),
    opened=st.lists(ids, unique=True, max_size=2).map(tuple),
    inside=st.lists(ids, unique=True, max_size=2).map(tuple),
    bundled=st.booleans(),
    arrangement=st.sampled_from(Layout).flatmap(
        lambda layout: st.builds(
            Arrangement, st.just(layout), st.none() | ids if layout is Layout.RINGS else st.none()
        )
    ),
    appearance=st.builds(Appearance, st.sampled_from(Size), st.sampled_from(Colour)),
)


@given(views, st.lists(ids, unique=True, max_size=3), st.none() | ids)
def test_every_view_comes_back_from_its_address(view: View, nodes: list[str], edge: str | None) -> None:
    selected = select_nodes(view, nodes) if nodes else select_edge(view, edge)
    assert from_url(to_url(selected)) == selected


@given(
    st.dictionaries(st.sampled_from(["centre", "link", "hide", "pin", "entity", "kind", "since"]), st.text())
)
def test_an_address_that_makes_no_sense_still_opens_a_view(parameters: dict[str, str]) -> None:
    view = from_url(parameters)
    assert view.centres or view.links


def test_a_layout_that_means_nothing_is_named() -> None:
    assert unread({"layout": "spiral", "around": "IRN"}) == ("layout", "around")
    assert unread({"layout": "circle", "around": "IRN"}) == ("around",)
    assert unread({"layout": "rings", "around": "IRN"}) == ()


def test_a_size_or_a_colour_that_means_nothing_is_named() -> None:
    assert unread({"size": "money", "colour": "community"}) == ("size",)
    assert unread({"size": "voices", "colour": "mood"}) == ("colour",)
    assert from_url({"size": "money", "colour": "mood"}) == from_url({})


def test_an_appearance_is_a_step_and_moves_no_node() -> None:
    view = about("IRN")
    coloured = replace(view, appearance=Appearance(colour=Colour.COMMUNITY))
    assert coloured.drawn() != view.drawn()
    assert coloured.drawing == view.drawing


def test_each_layout_has_places_of_its_own_and_is_a_step() -> None:
    view = about("IRN")
    circle, rings = arrange_as(view, Layout.CIRCLE), arrange_as(view, Layout.RINGS)
    assert len({view.drawing, circle.drawing, rings.drawing}) == 3
    assert rings.arrangement.around == "IRN"
    assert circle.drawn() != view.drawn()
    assert arrange_as(circle, Layout.FORCE) == view


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


def test_lasting_relations_are_only_read_where_they_are_drawn() -> None:
    events = [Sign.COOPERATION, Sign.CONFLICT, Sign.NEUTRAL]
    assert signs_of(Filters()) == events
    assert signs_of(Filters(relations=True)) == [*events, Sign.RELATION]
    assert signs_of(Filters(event_types=("holds_office",))) == [*events, Sign.RELATION]
    assert signs_of(Filters(signs=("conflict",))) == [Sign.CONFLICT]
    assert signs_of(Filters(signs=("conflict",), relations=True)) == [Sign.CONFLICT, Sign.RELATION]


def test_expanding_in_another_order_or_number_is_another_centre_or_a_wider_one() -> None:
    recent = Expansion(10, Rank.RECENT)
    once = expand(about("IRN"), "IRN", wanted=recent)
    assert once.centres == (Centre("IRN"), Centre("IRN", 10, rank=Rank.RECENT))
    assert expand(once, "IRN", wanted=recent).centres[1].limit == 20
    assert expand_all(View(), ["IRN", "USA"], recent).centres[1:] == (
        Centre("IRN", 10, rank=Rank.RECENT),
        Centre("USA", 10, rank=Rank.RECENT),
    )


def test_a_link_is_drawn_until_it_is_asked_for_again() -> None:
    asked = link(View(), LinkKind.PATHS, ["IRN", "USA"])
    assert asked.links == (Link(LinkKind.PATHS, ("IRN", "USA")),)
    assert link(asked, LinkKind.PATHS, ["IRN", "USA"]) == View()
    only = links_alone(asked, LinkKind.COMMON, ["IRN", "USA"])
    assert (only.centres, only.nodes) == ((), ("IRN", "USA"))
    assert link(only, LinkKind.COMMON, ["IRN", "USA"]).centres == (Centre(START),)


def test_pins_hold_where_nodes_were_put_until_they_are_let_go() -> None:
    held = pin(pin(View(), ["IRN"], {"IRN": (1.4, 2.0)}), ["IRN", "USA"], {"USA": (5.0, 6.0)})
    assert held.pins == (Pin("IRN", 1, 2), Pin("USA", 5, 6))
    assert pin(held, ["USA"], {"IRN": (1.0, 2.0)}).pins == (Pin("USA", 5, 6),)


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


def test_hiding_pinning_and_filtering_are_steps_and_the_trail_leads_to_each() -> None:
    steps = [View(), hide(View(), "IRN"), pin(hide(View(), "IRN"), ["USA"], {"USA": (0, 0)})]
    trail = Trail(steps[0]).go(steps[1]).go(steps[2])
    assert trail.past == tuple(steps[:2])
    assert trail.jump(0) == Trail(steps[0], (), tuple(steps[1:]))
    assert trail.jump(0).jump(2) == trail


def test_a_period_narrows_the_dates_of_the_filters() -> None:
    view = look_at(View(filters=Filters(since="2023-05-01")), ("2023-01-01", "2023-12-31"))
    assert (narrowed(view).since, narrowed(view).until) == ("2023-05-01", "2023-12-31")
    assert narrowed(look_at(view, None)) == view.filters


def test_a_new_step_forgets_the_way_forward() -> None:
    trail = Trail(View()).go(about("IRN")).back().go(about("USA"))
    assert trail.future == ()


def test_an_entry_of_the_legend_filters_and_filters_no_longer_when_it_is_pressed_again() -> None:
    narrow = filter_by(filter_by(View(), "sign", "conflict"), "verdict", "disputed")
    assert narrow.filters == Filters(signs=("conflict",), verdicts=("disputed",))
    assert filter_by(filter_by(narrow, "sign", "conflict"), "verdict", "disputed") == View()


def test_what_is_no_entry_of_the_legend_filters_nothing() -> None:
    assert filter_by(View(), "sign", "<b>") == View()
    assert filter_by(View(), "__class__", "conflict") == View()


def test_a_link_can_ask_for_some_entities_and_only_the_ties_among_them() -> None:
    view = View((Centre("IRN", 0), Centre("a:b", 0)))
    assert to_url(view)["centre"] == "IRN:0,a%3Ab:0"
    assert from_url(to_url(view)) == view
    wider = {centre.entity: centre.limit for centre in expand(view, "IRN").centres}
    assert wider["IRN"] > 0 == wider["a:b"]


def test_an_expansion_draws_all_that_was_drawn_and_another_picture_does_not() -> None:
    paths = View(centres=(), links=(Link(LinkKind.PATHS, ("IRN", "ISR")),))
    assert draws_all_of(expand(paths, "IRN"), paths)
    assert not draws_all_of(paths, expand(paths, "IRN"))
    assert not draws_all_of(about("IRN"), paths)
    assert not draws_all_of(about("IRN"), View())


def test_the_ties_of_new_articles_are_opened_as_they_are_beside_the_form() -> None:
    nodes = {name: Node(name, name, EntityKind.COUNTRY) for name in map(str, range(9))}
    tie = Edge("t", "0", "8", Sign.CONFLICT, Verdict.UNREVIEWED, 1, 1)
    view = just_these(Subgraph(nodes, {"t": tie}))
    assert [(centre.entity, centre.limit) for centre in view.centres] == [(name, 0) for name in nodes]
    assert not view.filters.relations
    office = replace(tie, sign=Sign.RELATION)
    assert just_these(Subgraph(nodes, {"t": office})).filters.relations
