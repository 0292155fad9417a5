"""Walks through a graph: the shortest chains, and whom several have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import rustworkx as rx
from hypothesis import given
from hypothesis import strategies as st

from explorer.graph.paths import LONGEST, Reach, common, shortest_chains

Pairs = Iterable[tuple[str, str]]


def reaching(ties: Pairs) -> Reach:
    """Looks neighbours up in a list of ties, in both directions."""
    both = [pair for one, other in ties for pair in ((one, other), (other, one))]
    return lambda ids: [pair for pair in both if pair[0] in ids]


def counted(reach: Reach, asked: list[int]) -> Callable[[Sequence[str]], Pairs]:
    def look_up(ids: Sequence[str]) -> Pairs:
        asked.append(len(ids))
        return reach(ids)

    return look_up


def test_a_tie_is_the_shortest_chain() -> None:
    assert shortest_chains("a", "b", reaching([("a", "b"), ("a", "c"), ("c", "b")])) == [("a", "b")]


def test_all_shortest_chains_are_found_and_no_longer_one() -> None:
    ties = [("a", "x"), ("x", "b"), ("a", "y"), ("y", "b"), ("a", "p"), ("p", "q"), ("q", "b")]
    assert shortest_chains("a", "b", reaching(ties)) == [("a", "x", "b"), ("a", "y", "b")]


def test_the_walk_goes_on_from_the_narrower_end() -> None:
    ties = [("hub", f"leaf {at}") for at in range(50)] + [("end", "x"), ("x", "y"), ("y", "leaf 7")]
    asked: list[int] = []
    found = shortest_chains("end", "hub", counted(reaching(ties), asked))
    assert found == [("end", "x", "y", "leaf 7", "hub")]
    assert asked == [2, 1, 1]


def test_nobody_is_linked_to_himself_or_to_a_stranger() -> None:
    assert shortest_chains("a", "a", reaching([("a", "b")])) == []
    assert shortest_chains("a", "z", reaching([("a", "b"), ("z", "y")])) == []


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=14))
def test_the_chains_are_those_of_the_whole_graph(ties: list[tuple[str, str]]) -> None:
    graph = rx.PyGraph(multigraph=False)
    index = {name: graph.add_node(name) for name in "abcdefgh"}
    for one, other in ties:
        graph.add_edge(index[one], index[other], None)
    whole = [tuple(graph[at] for at in path) for path in rx.all_shortest_paths(graph, index["a"], index["h"])]
    expected = [path for path in whole if len(path) <= LONGEST + 1]
    assert shortest_chains("a", "h", reaching(ties)) == sorted(expected)


def test_common_neighbours_are_tied_to_all_or_else_to_two_of_three() -> None:
    pairs = list(reaching([("a", "x"), ("b", "x"), ("b", "y"), ("c", "y"), ("a", "b")])(["a", "b", "c"]))
    assert common(["a", "b"], pairs) == ["x"]
    assert common(["a", "b", "c"], pairs) == ["x", "y"]
    assert common(["a", "b", "c"], [*pairs, ("c", "x")]) == ["x"]
    assert common(["a", "c"], [("a", "q")]) == []
