"""What a picture's ties say about its nodes: measures, communities, and what alone holds it together."""

from __future__ import annotations

import random
from itertools import combinations

import networkx as nx
import pytest

from cypher.model.graph import EntityKind, Sign
from explorer.graph.appearance import Appearance, Colour, Size, coloured
from explorer.graph.measures import (
    OnlyLink,
    betweenness,
    communities_of,
    degrees,
    only_links,
    only_ties,
    voices,
)
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict
from explorer.network.legend import legend
from explorer.network.memory import Picture
from explorer.network.node_styles import PLAINLY, node_styles
from explorer.panels.holding import held_together
from explorer.words import Words


def graph_of(*pairs: tuple[str, str], heard: int = 1, verdict: Verdict = Verdict.UNREVIEWED) -> Subgraph:
    nodes = {end: Node(end, end.upper(), EntityKind.COUNTRY) for pair in pairs for end in pair}
    edges = {
        f"{one}-{other}": Edge(f"{one}-{other}", one, other, Sign.CONFLICT, verdict, heard, heard)
        for one, other in pairs
    }
    return Subgraph(nodes, edges)


def cliques(*groups: str) -> list[tuple[str, str]]:
    """Every pair within each group of letters."""
    return [pair for group in groups for pair in combinations(group, 2)]


def drawn_at_random(seed: int) -> Subgraph:
    chance = random.Random(seed)  # noqa: S311 - the same graph every time
    names = [f"n{at}" for at in range(14)]
    return graph_of(*{tuple(sorted(chance.sample(names, 2))) for _ in range(16)})  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(8))
def test_measures_agree_with_networkx(seed: int) -> None:
    graph = drawn_at_random(seed)
    plain = nx.Graph([(edge.actor, edge.recipient) for edge in graph.edges.values()])
    assert betweenness(graph) == pytest.approx(nx.betweenness_centrality(plain), abs=1e-6)
    assert dict(degrees(graph)) == dict(plain.degree())
    cuts = only_links(graph)
    assert {link.by[0] for link in cuts} == set(nx.articulation_points(plain))
    for link in cuts:
        left = plain.copy()
        left.remove_node(link.by[0])
        before = nx.node_connected_component(plain, link.by[0]) - set(link.by)
        parts = [part for part in nx.connected_components(left) if part <= before]
        assert (before - set(link.cut_off)) in parts
        assert len(link.cut_off) == len(before) - max(map(len, parts))
    bridges = {frozenset(pair) for pair in nx.bridges(plain) if min(plain.degree(end) for end in pair) > 1}
    assert {frozenset(link.by) for link in only_ties(graph)} == bridges


def test_rejected_ties_and_ties_with_oneself_hold_nothing_together() -> None:
    graph = graph_of(("a", "b"), ("b", "c"), ("c", "c"))
    edges = {**graph.edges, **graph_of(("a", "c"), verdict=Verdict.REJECTED).edges}
    assert only_links(Subgraph(graph.nodes, edges)) == [OnlyLink(("b",), ("c",))]
    assert degrees(Subgraph(graph.nodes, edges)) == {"a": 1, "b": 2, "c": 2}


def test_several_ties_of_a_pair_are_one_link_and_their_voices_add_up() -> None:
    graph = graph_of(*cliques("abc", "def"), ("c", "d"), heard=2)
    back = graph_of(("d", "c"), heard=5)
    both = Subgraph(graph.nodes, {**graph.edges, **back.edges})
    assert [link.by for link in only_ties(both)] == [("c", "d")]
    assert (voices(both)["c"], voices(both)["a"]) == (11, 4)


def test_communities_follow_the_ties_and_are_the_same_every_time() -> None:
    graph = graph_of(*cliques("abcd", "efg"), ("d", "e"))
    assert communities_of(graph) == [list("abcd"), list("efg")]
    turned = Subgraph(
        {node: graph.nodes[node] for node in reversed(list(graph.nodes))},
        {edge: graph.edges[edge] for edge in reversed(list(graph.edges))},
    )
    assert communities_of(turned) == communities_of(graph)
    assert communities_of(Subgraph()) == []


def test_a_community_keeps_its_colour_when_another_outgrows_it_and_its_nodes_return() -> None:
    before = coloured([list("abcd"), list("efg")], {}, 7)
    assert before == {**dict.fromkeys("abcd", 0), **dict.fromkeys("efg", 1)}
    grown = coloured([list("efghij"), list("abcd"), list("xyz")], before, 7)
    assert grown == {**dict.fromkeys("efghij", 1), **dict.fromkeys("abcd", 0), **dict.fromkeys("xyz", 2)}
    split = coloured([list("abc"), list("dhi"), list("efg")], before, 7)
    assert (split["a"], split["e"], split["d"]) == (0, 1, 2)


def test_small_communities_and_those_beyond_the_colours_have_none() -> None:
    many = [[f"{group}{at}" for at in range(3)] for group in "abcd"] + [["x", "y"]]
    assert set(coloured(many, {}, 2)) == {"a0", "a1", "a2", "b0", "b1", "b2"}


def test_a_picture_remembers_the_colours_of_nodes_that_were_hidden() -> None:
    appearance = Appearance(colour=Colour.COMMUNITY)
    whole = graph_of(*cliques("abcd", "efg"), ("d", "e"))
    picture = Picture()
    first = picture.styles(whole, appearance)
    assert picture.styles(whole, appearance) is first
    picture.styles(graph_of(*cliques("efg")), appearance)
    assert picture.styles(whole, appearance).places == first.places
    assert picture.styles(whole, Appearance()) is PLAINLY


def test_sizes_show_what_is_chosen_and_the_largest_value_has_the_largest_node() -> None:
    graph = graph_of(*cliques("abc", "def"), ("c", "m"), ("m", "d"))
    for size in (Size.VOICES, Size.BETWEENNESS):
        styles = node_styles(graph, Appearance(size), {})
        sizes = {node.id: styles.size(node, 1) for node in graph.nodes.values()}
        largest = max(styles.values.values())
        assert {node for node, each in sizes.items() if each == 26} == {
            node for node, value in styles.values.items() if value == largest
        }
        assert sizes["a"] < sizes["c"]
    assert node_styles(graph, Appearance(Size.BETWEENNESS), {}).said("m", Words("id")).endswith("0.600")


def test_the_legend_names_communities_by_their_busiest_nodes() -> None:
    graph = graph_of(*cliques("abcd", "efg"), ("d", "e"), ("y", "z"))
    styles = node_styles(graph, Appearance(colour=Colour.COMMUNITY), {})
    found = [entry for entry in legend(graph, Words("id"), styles=styles) if entry.channel == "community"]
    assert [(entry.label, entry.count) for entry in found] == [
        ("D, A …", 4),
        ("E, F …", 3),
        ("Komunitas lain", 2),
    ]
    assert len({entry.colour for entry in found}) == 3
    (kind,) = [entry for entry in legend(graph, Words(), styles=styles) if entry.channel == "kind"]
    assert kind.colour == found[-1].colour


def test_the_side_says_what_alone_holds_the_picture_together() -> None:
    graph = graph_of(*cliques("abc", "defghi"), ("c", "d"), ("a", "z"))
    said = [line.text(Words()) for line in held_together(graph)]
    assert "D is the only link of A, B, C and 1 more to the others" in said[0]
    assert "A is the only link of Z to the others" in said[0]
    assert "Only the tie between C and D connects A, B, C and 1 more with the others" in said[1]
    (none,) = held_together(graph_of(*cliques("abc")))
    assert "No actor and no tie alone" in none.text(Words())
