"""The layouts besides the one of forces."""

from __future__ import annotations

import math
import random
from itertools import combinations

import pytest

from cypher.model.graph import EntityKind, Sign
from explorer.graph.arrangement import Arrangement, Layout, circle_groups
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict
from explorer.network.layout import Point, gap_for
from explorer.network.layouts import in_layers, in_rings, on_circle
from explorer.network.memory import Picture, place


def made_up(size: int) -> tuple[list[str], list[tuple[str, str]]]:
    chance = random.Random(size)  # noqa: S311 - repeatable graphs, no secrets
    nodes = [f"n{number}" for number in range(size)]
    return nodes, [(chance.choice(nodes), chance.choice(nodes)) for _ in range(2 * size)]


def least(points: dict[str, Point]) -> float:
    return min(math.dist(a, b) for a, b in combinations(points.values(), 2))


def graph(*pairs: tuple[str, str]) -> Subgraph:
    ends = dict.fromkeys(end for pair in pairs for end in pair)
    edges = {
        f"{a} {b}": Edge(f"{a} {b}", a, b, Sign.CONFLICT, Verdict.UNREVIEWED, claims=1, voices=1)
        for a, b in pairs
    }
    return Subgraph({end: Node(end, end, EntityKind.PERSON) for end in ends}, edges)


def test_a_chain_of_acts_runs_down_one_row_an_act() -> None:
    places = in_layers(["d", "c", "b", "a"], [("a", "b"), ("b", "c"), ("c", "d")]).nodes
    heights = [places[node][1] for node in "abcd"]
    assert heights == sorted(set(heights))


def test_acts_both_ways_have_no_direction() -> None:
    places = in_layers(["a", "b", "c", "d"], [("a", "b"), ("b", "a"), ("c", "d"), ("d", "b")]).nodes
    assert places["c"][1] < places["d"][1] < places["b"][1] == places["a"][1]


def test_in_a_circle_of_acts_only_one_points_up() -> None:
    arrows = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")]
    places = in_layers(list("abcd"), arrows).nodes
    assert sum(places[actor][1] > places[recipient][1] for actor, recipient in arrows) == 1


def test_two_chains_side_by_side_do_not_cross() -> None:
    arrows = [("a", "d"), ("b", "c"), ("d", "e"), ("c", "f")]
    places = in_layers(list("abcdef"), arrows).nodes
    assert (places["a"][0] < places["b"][0]) == (places["d"][0] < places["c"][0])
    assert (places["d"][0] < places["c"][0]) == (places["e"][0] < places["f"][0])


def test_the_middle_of_the_rings_and_the_distance_from_it() -> None:
    pairs = [("m", "a"), ("b", "m"), ("b", "c"), ("c", "d")]
    places = in_rings([*"mabcd", "alone"], pairs, "m").nodes
    assert places["m"] == (0.0, 0.0)
    distance = {node: math.hypot(*point) for node, point in places.items()}
    assert distance["a"] == pytest.approx(distance["b"], abs=2)
    assert 0 < distance["b"] < distance["c"] < distance["d"] < distance["alone"]


def test_nodes_of_a_group_stand_side_by_side_and_the_name_outside() -> None:
    placed = on_circle({"x": ["a", "d", "e"], "y": ["b", "c"]})
    turn = {node: math.atan2(y, x) for node, (x, y) in placed.nodes.items()}
    order = sorted(turn, key=turn.__getitem__)
    around = "".join("x" if node in "ade" else "y" for node in order)
    assert sum(one != other for one, other in zip(around, around[1:] + around[0], strict=True)) == 2
    radius = max(math.hypot(*point) for point in placed.nodes.values())
    assert all(math.hypot(*point) > radius for point in placed.names.values())


def test_states_and_their_people_are_with_the_bloc_the_others_by_kind() -> None:
    people = [Node("p", "p", EntityKind.PERSON, "IDN"), Node("q", "q", EntityKind.PERSON, "USA")]
    states = [Node(code, code, EntityKind.COUNTRY, code) for code in ("IDN", "DEU", "USA")]
    assert circle_groups([*people, *states]) == {
        "bloc:EU": ["DEU"],
        "bloc:ASEAN": ["IDN", "p"],
        "kind:country": ["USA"],
        "kind:person": ["q"],
    }


@pytest.mark.parametrize("size", [1, 2, 30, 300])
def test_no_two_nodes_are_too_close_and_the_order_of_the_input_does_not_matter(size: int) -> None:
    nodes, pairs = made_up(size)
    turned, backwards = nodes[::-1], pairs[::-1]
    fixed = {"n0": (7.0, 9.0)}
    for one, other in (
        (in_layers(nodes, pairs, fixed), in_layers(turned, backwards, fixed)),
        (in_rings(nodes, pairs, "n0", fixed), in_rings(turned, backwards, "n0", fixed)),
        (on_circle({"g": sorted(nodes)}, fixed), on_circle({"g": sorted(turned)}, fixed)),
    ):
        assert one == other
        assert one.nodes.keys() == set(nodes)
        assert one.nodes["n0"] == fixed["n0"]
        assert size == 1 or least(one.nodes) > 0.98 * gap_for(size)


@pytest.mark.parametrize("layout", Layout)
def test_in_every_layout_a_node_that_comes_moves_no_other_until_asked(layout: Layout) -> None:
    arrangement, picture = Arrangement(layout), Picture()
    place(picture, graph(("a", "b"), ("b", "c")), {}, {}, arrangement)
    before, grown = dict(picture.positions), graph(("a", "b"), ("b", "c"), ("c", "d"), ("e", "a"))
    place(picture, grown, {}, {}, arrangement)
    assert {node: picture.positions[node] for node in before} == before
    assert not picture.follows_from(grown)
    picture.stale = True
    place(picture, grown, {}, {}, arrangement)
    anew = Picture()
    place(anew, grown, {}, {}, arrangement)
    assert picture.places() == anew.places()
    assert picture.follows_from(grown)


def test_a_pinned_node_stays_and_a_group_without_nodes_has_no_name() -> None:
    picture = Picture(held={"a": (500.0, 40.0)})
    place(picture, graph(("a", "b")), {}, {}, Arrangement(Layout.CIRCLE))
    assert picture.places()["a"] == (500.0, 40.0)
    assert picture.names_of(graph(("a", "b"))).keys() == {"kind:person"}
    assert picture.names_of(graph(("x", "y"))) == {}


def test_rings_around_a_node_that_is_not_drawn_are_around_the_busiest() -> None:
    picture = Picture()
    place(picture, graph(("a", "b"), ("b", "c")), {}, {}, Arrangement(Layout.RINGS, "gone"))
    assert picture.positions["b"] == (0.0, 0.0)
    place(Picture(), Subgraph(), {}, {}, Arrangement(Layout.RINGS))
