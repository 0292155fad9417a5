"""Where nodes are drawn."""

from __future__ import annotations

import math
import random
from collections.abc import Collection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.network.layout import Pair, Point, arrange, gap_for, place_beside


def hub_and_spokes(size: int) -> tuple[list[str], list[Pair]]:
    """A connected graph with hubs, the same every time."""
    chance = random.Random(3)  # noqa: S311 - not a secret
    nodes = [f"n{number}" for number in range(size)]
    pairs = [(nodes[number], nodes[int(number * chance.random() ** 3)]) for number in range(1, size)]
    return nodes, pairs


def least_distance(points: Collection[Point]) -> float:
    """The distance of the two points that are nearest to each other."""
    ordered = list(points)
    return min(math.dist(a, b) for at, a in enumerate(ordered) for b in ordered[:at])


@pytest.mark.parametrize("size", [2, 13, 60, 300])
def test_no_two_nodes_overlap(size: int) -> None:
    nodes, pairs = hub_and_spokes(size)
    assert least_distance(arrange(nodes, pairs).values()) > 0.98 * gap_for(size)


def test_the_layout_does_not_depend_on_the_order_of_what_is_passed() -> None:
    nodes, pairs = hub_and_spokes(80)
    backwards = [(b, a) for a, b in reversed(pairs)]
    assert arrange(nodes, pairs) == arrange(list(reversed(nodes)), pairs)
    assert arrange(nodes, pairs).keys() == arrange(nodes, backwards).keys()


def test_neighbours_are_nearer_than_strangers() -> None:
    nodes, pairs = hub_and_spokes(60)
    places = arrange(nodes, pairs)
    tied = [math.dist(places[a], places[b]) for a, b in pairs]
    every = [math.dist(places[a], places[b]) for at, a in enumerate(nodes) for b in nodes[:at]]
    assert sum(tied) / len(tied) < 0.7 * sum(every) / len(every)


def test_the_picture_is_wider_than_high_and_without_far_outliers() -> None:
    nodes, pairs = hub_and_spokes(200)
    places = arrange(nodes, pairs).values()
    width = max(x for x, _ in places) - min(x for x, _ in places)
    height = max(y for _, y in places) - min(y for _, y in places)
    assert width > height
    assert width * height < 6 * len(nodes) * gap_for(len(nodes)) ** 2


def test_unconnected_parts_lie_apart() -> None:
    places = arrange(["a", "b", "c", "d", "e"], [("a", "b"), ("c", "d")])
    assert math.dist(places["a"], places["b"]) < 1.5 * gap_for(5)
    apart = [math.dist(places[one], places[other]) for one in "ab" for other in "cde"]
    assert min(apart) > 1.25 * gap_for(5)


def test_pinned_nodes_stay_when_all_others_are_arranged_anew() -> None:
    nodes, pairs = hub_and_spokes(40)
    places = arrange(nodes, pairs, fixed={"n3": (500.0, -200.0), "gone": (0.0, 0.0)})
    assert places["n3"] == (500.0, -200.0)
    assert "gone" not in places
    assert least_distance(places.values()) > 0.95 * gap_for(40)


def test_nothing_is_arranged_of_nothing() -> None:
    assert arrange([], []) == {}


def test_one_node_lies_in_the_middle() -> None:
    assert arrange(["a"], [("a", "a")]) == {"a": (0.0, 0.0)}


def test_new_nodes_lie_about_their_anchor_and_off_all_others() -> None:
    nodes, pairs = hub_and_spokes(40)
    old = arrange(nodes, pairs)
    fresh = [f"new{number}" for number in range(12)]
    placed = place_beside(fresh, old, [], anchors=dict.fromkeys(fresh, "n7"))
    assert list(placed) == fresh
    assert all(math.dist(point, old["n7"]) < 6 * gap_for(52) for point in placed.values())
    assert least_distance([*old.values(), *placed.values()]) > 0.75 * gap_for(52)


def test_a_new_node_without_anchor_lies_beside_a_neighbour_that_is_drawn() -> None:
    old = {"a": (0.0, 0.0), "b": (900.0, 0.0)}
    placed = place_beside(["c", "d"], old, [("b", "c"), ("d", "c")])
    assert math.dist(placed["c"], old["b"]) < 300
    assert math.dist(placed["d"], placed["c"]) < 300


def test_new_nodes_of_a_node_at_the_rim_go_outwards() -> None:
    old = {"a": (0.0, 0.0), "b": (400.0, 0.0)}
    (x, y) = place_beside(["c"], old, [("b", "c")])["c"]
    assert x > 450
    assert abs(y) < 50


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_graph_gets_a_place_for_every_node(data: st.DataObject) -> None:
    nodes = data.draw(st.lists(st.text(max_size=3), unique=True, max_size=12))
    ends = st.sampled_from(nodes) if nodes else st.nothing()
    pairs = data.draw(st.lists(st.tuples(ends, ends), max_size=20)) if nodes else []
    places = arrange(nodes, pairs)
    assert places.keys() == set(nodes)
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in places.values())
    if len(nodes) > 1:
        assert least_distance(places.values()) > 90
