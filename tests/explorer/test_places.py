"""Positions of nodes in an address, and what an address has that means nothing."""

from __future__ import annotations

import pytest

from cypher.database import Database
from explorer.graph.subgraph import Subgraph
from explorer.network.memory import Picture, place
from explorer.view.address import FARTHEST, from_url, unread
from explorer.view.places import is_readable, places_of, places_text
from explorer.view.state import expand
from tests.browser.apps import graphs
from tests.explorer.opening import opened


def test_positions_come_back_from_an_address_for_the_nodes_that_are_drawn() -> None:
    places = {f"node {at}": (float(37 * at - 5_000), float(-at)) for at in range(300)}
    text = places_text(places)
    assert len(text) <= 10 * len(places)
    assert places_of(text, places) == places
    assert places_of(text, ["node 7", "newer node"]) == {"node 7": places["node 7"]}
    assert places_of(places_text({}), places) == {}


def test_positions_too_far_away_are_left_out() -> None:
    assert places_of(places_text({"a": (1e9, 0.0), "b": (3.0, 4.0)}), ["a", "b"]) == {"b": (3.0, 4.0)}


@pytest.mark.parametrize("text", ["x", "abcd", "ééé", "%%%%", "=", places_text({"a": (1.0, 2.0)})[:-1]])
def test_broken_positions_are_refused(text: str) -> None:
    assert not is_readable(text)


def test_a_layout_follows_from_the_graph_until_something_else_has_placed_a_node() -> None:
    graph, picture = graphs.story(), Picture()
    fewer = Subgraph(graph.nodes, dict(list(graph.edges.items())[:-1]))
    place(picture, graph, {}, {})
    assert picture.follows_from(graph)
    assert not picture.follows_from(fewer)
    picture.restore({"IRN": (1.0, 2.0)})
    assert not picture.follows_from(graph)
    placed = Picture()
    place(placed, graph, {"IRN": (900.0, 2.0)}, {})
    assert not placed.follows_from(graph)


@pytest.mark.parametrize("link", [{"centre": "IRN:0,USA:0"}, {"link": "paths:USA:IRN"}])
def test_the_places_of_a_link_stay_in_the_address_when_an_expansion_adds_nodes(
    story: Database, link: dict[str, str]
) -> None:
    places = {"USA": (-400.0, 7.0), "IRN": (400.0, -9.0)}
    app = opened(level="actor", at=places_text(places), **link)
    before, trail = app.query_params["at"], app.session_state["trail"]
    app.session_state["trail"] = trail.go(expand(trail.view, "IRN"))
    app.run()
    after = app.query_params["at"]
    assert places_of(before, places) == places_of(after, places) == places
    assert len(after) > len(before)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "country,zz"),
        ("sign", "love"),
        ("event_type", "CONSULT,XYZ"),
        ("status", "foo"),
        ("verdict", "foo"),
        ("group", "foo"),
        ("since", "2023-99-01"),
        ("until", "soon"),
        ("window", "2024-01-01:2023-01-01"),
        ("pin", f"IRN:{FARTHEST + 1}:0"),
        ("pin", "IRN:nan:1"),
        ("link", "paths:IRN"),
        ("centre", "IRN:-1"),
        ("centre", "IRN:²"),
        ("centre", "IRN::CONSULT:best"),
        ("centre", ":25"),
        pytest.param("centre", f"IRN:{'9' * 5_000}", id="a limit of 5,000 digits"),
        ("noted", "yes"),
        ("voices", "0"),
        ("voices", "1000"),
        ("voices", "many"),
        ("voices", "²"),
        ("relations", "true"),
        ("bundle", "x"),
        ("at", "x"),
    ],
)
def test_a_value_that_means_nothing_is_named_and_left_out(name: str, value: str) -> None:
    assert unread({name: value, "hide": "USA"}) == (name,)
    assert from_url({name: value, "hide": "USA"}).hidden == ("USA",)


def test_a_tie_beside_selected_entities_is_named_because_only_one_of_them_can_be_selected() -> None:
    assert unread({"tie": "t", "entity": "IRN"}) == ("tie",)
    assert from_url({"tie": "t", "entity": "IRN"}).nodes == ("IRN",)


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"tie": "t", "noted": "0", "relations": "1", "bundle": "", "voices": "1"},
        {"voices": "2"},
        {"centre": "IRN:50:CONSULT:recent,*", "kind": "country", "status": "actual", "group": "country"},
        {"window": "2023-01-01:2024-01-01", "pin": "IRN:-5:10", "event_type": "CONSULT,member_of"},
        {"at": places_text({"IRN": (3.0, 4.0)}), "link": "paths:IRN:ISR", "unknown": "x"},
    ],
)
def test_what_has_a_meaning_is_not_named(parameters: dict[str, str]) -> None:
    assert unread(parameters) == ()
