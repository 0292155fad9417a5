"""A picture that follows verdicts is the one that reading all ties again would give, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.model.graph import EntityKind, Sign
from explorer.graph.amending import amended
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict

ENDS = "abcde"
DATES = (None, "2023", "2023-10", "2023-10-07", "2024-01-01")
EDGES = st.builds(
    Edge,
    id=st.sampled_from([f"t{number}" for number in range(12)]),
    actor=st.sampled_from(ENDS),
    recipient=st.sampled_from(ENDS),
    sign=st.sampled_from(Sign),
    verdict=st.sampled_from(Verdict),
    claims=st.integers(1, 4),
    voices=st.integers(1, 3),
    last_date=st.sampled_from(DATES),
    not_after=st.sampled_from(DATES),
)
GRAPHS = st.lists(EDGES, unique_by=lambda edge: edge.id, max_size=12)


def graph_of(edges: list[Edge]) -> Subgraph:
    """The graph of these ties in this order, its nodes in the order of their first tie."""
    ends = dict.fromkeys(end for edge in edges for end in (edge.actor, edge.recipient))
    nodes = {end: Node(end, end.upper(), EntityKind.COUNTRY) for end in ends}
    return Subgraph(nodes, {edge.id: edge for edge in edges})


def first(edges: list[Edge], most: int, newest_first: bool) -> Subgraph:
    """The first ties as a statement would return them."""
    latest = {edge.id: max(edge.last_date or "", edge.not_after or "") for edge in edges}
    ordered = sorted(edges, key=lambda edge: edge.id)
    ordered.sort(key=lambda edge: latest[edge.id], reverse=True)
    ordered.sort(key=lambda edge: edge.voices, reverse=True)
    if newest_first:
        ordered.sort(key=lambda edge: latest[edge.id], reverse=True)
    return graph_of(ordered[:most])


@given(GRAPHS, GRAPHS, st.sets(st.sampled_from([f"t{number}" for number in range(12)])), st.integers(1, 13))
@pytest.mark.parametrize("newest_first", [False, True])
def test_it_is_what_a_new_read_would_give(
    newest_first: bool, before: list[Edge], other: list[Edge], touched: set[str], most: int
) -> None:
    changed = [edge for edge in other if edge.id in touched]
    after = [edge for edge in before if edge.id not in touched] + changed
    shown = first(before, most, newest_first)
    found = amended(shown, most, touched, graph_of(changed), newest_first=newest_first)
    wanted = first(after, most, newest_first)
    if found is not None:
        assert found == wanted
        assert [*found.nodes] == [*wanted.nodes]
        assert [*found.edges] == [*wanted.edges]
    else:
        assert len(shown.edges) == most


def tie(name: str, voices: int) -> Edge:
    return Edge(name, "a", "b", Sign.CONFLICT, Verdict.UNREVIEWED, claims=voices, voices=voices)


def test_a_verdict_that_only_marks_a_tie_keeps_a_full_picture() -> None:
    shown = graph_of([tie("x", 3), tie("y", 2)])
    marked = replace(tie("y", 2), verdict=Verdict.VERIFIED)
    found = amended(shown, 2, {"y"}, graph_of([marked]))
    assert found is not None
    assert found.edges == {"x": tie("x", 3), "y": marked}


def test_a_tie_that_gets_weaker_in_a_full_picture_may_make_room_for_another() -> None:
    shown = graph_of([tie("x", 3), tie("y", 2)])
    assert amended(shown, 2, {"y"}, graph_of([tie("y", 1)])) is None
    assert amended(shown, 2, {"x"}, graph_of([tie("x", 2)])) == graph_of([tie("x", 2), tie("y", 2)])
    assert amended(shown, 2, {"x"}, Subgraph()) is None


def test_a_tie_that_grows_enters_a_full_picture_at_its_place() -> None:
    shown = graph_of([tie("x", 3), tie("y", 2)])
    assert amended(shown, 2, {"z"}, graph_of([tie("z", 4)])) == graph_of([tie("z", 4), tie("x", 3)])
    assert amended(shown, 2, {"z"}, graph_of([tie("z", 1)])) == shown
