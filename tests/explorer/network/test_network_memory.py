"""What is remembered of a network from run to run."""

from __future__ import annotations

import math

from cypher.model.graph import EntityKind, Sign
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict
from explorer.network.memory import Picture, drawn_now, place, remembered
from explorer.network.node_styles import PLAINLY
from explorer.words import Words


def star(*leaves: str) -> Subgraph:
    """A hub with an edge to each leaf."""
    nodes = {name: Node(name, name, EntityKind.PERSON) for name in ("hub", *leaves)}
    edges = {
        leaf: Edge(leaf, "hub", leaf, Sign.COOPERATION, Verdict.UNREVIEWED, claims=1, voices=1)
        for leaf in leaves
    }
    return Subgraph(nodes, edges)


def test_a_node_that_was_hidden_comes_back_to_its_place() -> None:
    picture = Picture()
    place(picture, star("a", "b"), {}, {})
    before = dict(picture.positions)
    place(picture, star("a"), {}, {})
    place(picture, star("a", "c", "d", "e"), {}, {})
    place(picture, star("a", "b", "c", "d", "e"), {}, {})
    assert {node: picture.positions[node] for node in before} == before
    points = list(picture.positions.values())
    assert min(math.dist(a, b) for at, a in enumerate(points) for b in points[:at]) > 60


def test_a_saved_view_is_drawn_as_it_was() -> None:
    picture = Picture()
    place(picture, star("a", "b"), {"hub": (10.0, 20.0), "a": (300.0, 20.0)}, {})
    assert picture.positions["hub"] == (10.0, 20.0)
    assert picture.positions["a"] == (300.0, 20.0)
    assert "b" in picture.positions


def test_a_saved_view_does_not_undo_what_the_reader_has_moved_since() -> None:
    picture = Picture(positions={"hub": (1.0, 2.0)})
    place(picture, star("a"), {"hub": (10.0, 20.0)}, {})
    assert picture.positions["hub"] == (1.0, 2.0)


def test_the_places_of_a_link_stay_when_an_expansion_adds_nodes() -> None:
    linked = {"hub": (10.0, 20.0), "a": (300.0, 20.0)}
    picture, grown = Picture(), star("a", "b", "c")
    picture.restore(linked)
    place(picture, star("a"), {}, {})
    place(picture, grown, {}, {"b": "hub", "c": "hub"})
    assert {node: picture.positions[node] for node in linked} == linked
    assert not picture.follows_from(grown)
    assert picture.positions.keys() == grown.nodes.keys()


def test_arranging_anew_moves_all_but_the_pinned() -> None:
    picture = Picture(positions={"hub": (0.0, 0.0), "b": (2.0, 0.0)}, held={"a": (1.0, 0.0)}, stale=True)
    place(picture, star("a", "b"), {}, {})
    assert picture.places()["a"] == (1.0, 0.0)
    assert math.dist(picture.positions["b"], (2.0, 0.0)) > 1
    assert not picture.stale


def test_a_pinned_node_that_the_page_lets_go_returns_to_where_it_was() -> None:
    picture = Picture(positions={"hub": (0.0, 0.0), "a": (100.0, 0.0)})
    picture.hold({})
    picture.take({"a": (50.0, 80.0)}, {"a"})
    picture.hold({"a": (50.0, 80.0)})
    assert picture.places()["a"] == (50.0, 80.0)
    picture.hold({})
    assert picture.places()["a"] == (100.0, 0.0)


def test_a_pinned_node_that_the_reader_lets_go_stays_where_it_is() -> None:
    picture = Picture(positions={"hub": (0.0, 0.0), "a": (100.0, 0.0)})
    picture.hold({"a": (50.0, 80.0)})
    picture.take({"a": (50.0, 80.0)}, set())
    picture.hold({})
    assert picture.places()["a"] == (50.0, 80.0)


def test_of_views_that_are_not_drawn_only_the_places_are_kept() -> None:
    first = drawn_now("memory", "IRN")
    place(first, star("a"), {}, {})
    first.drawn = (star("a"), Words(), PLAINLY, "{}")
    assert drawn_now("memory", "IRN").drawn is not None
    drawn_now("memory", "ISR")
    assert remembered("memory", "IRN").drawn is None
    assert remembered("memory", "IRN").places().keys() == {"hub", "a"}
