"""Groups of nodes and bundles of ties: what is drawn as one, and what stays in it."""

from __future__ import annotations

from cypher.model.blocs import blocs
from cypher.model.graph import EntityKind, Sign
from explorer.graph.grouping import bundled, drawn_as, entities_of, grouped, is_group, place_of, ties_of
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict


def node(name: str, kind: EntityKind = EntityKind.COUNTRY, country: str | None = None) -> Node:
    return Node(name, name, kind, country or (name if kind is EntityKind.COUNTRY else None))


def edge(actor: str, recipient: str, sign: Sign = Sign.CONFLICT, voices: int = 1) -> Edge:
    tie = f"{actor}-{recipient}-{sign}"
    return Edge(tie, actor, recipient, sign, Verdict.UNREVIEWED, claims=voices, voices=voices)


MINISTER = node("minister", EntityKind.PERSON, "IRN")
NODES = [node("IRN"), MINISTER, node("IDN"), node("MYS"), node("USA"), node("police", EntityKind.GROUP)]
EDGES = [
    edge("minister", "IRN", Sign.RELATION),
    edge("minister", "USA", voices=3),
    edge("IRN", "USA"),
    edge("USA", "IRN", Sign.COOPERATION),
    edge("IDN", "MYS", Sign.COOPERATION),
    edge("USA", "IDN", Sign.COOPERATION),
    edge("USA", "MYS", Sign.COOPERATION, voices=2),
    edge("police", "USA"),
]
GRAPH = Subgraph({each.id: each for each in NODES}, {each.id: each for each in EDGES})


def test_a_country_is_drawn_with_its_people_and_keeps_the_ties_of_all() -> None:
    graph = grouped(GRAPH, ["country"], [], str.upper)
    assert set(graph.nodes) == {"country:IRN", "IDN", "MYS", "USA", "police"}
    assert graph.nodes["country:IRN"].members == ("IRN", "minister")
    (hostile,) = (e for e in graph.edges.values() if (e.actor, e.sign) == ("country:IRN", Sign.CONFLICT))
    assert (hostile.recipient, hostile.voices, set(hostile.ties)) == (
        "USA",
        4,
        {"minister-USA-conflict", "IRN-USA-conflict"},
    )
    assert all("RELATION" not in e.id.upper() for e in graph.edges.values())


def test_a_bloc_holds_the_countries_that_are_its_members() -> None:
    graph = grouped(GRAPH, ["ASEAN"], [], str.lower)
    assert graph.nodes["bloc:ASEAN"].members == ("IDN", "MYS")
    assert graph.nodes["bloc:ASEAN"].name == "bloc:asean (2)"
    assert {(e.actor, e.recipient) for e in graph.edges.values() if is_group(e.recipient)} == {
        ("USA", "bloc:ASEAN")
    }
    assert grouped(GRAPH, ["EU"], [], str.lower).nodes == GRAPH.nodes


def test_an_opened_group_is_drawn_singly() -> None:
    assert grouped(GRAPH, ["ASEAN", "country"], ["bloc:ASEAN", "country:IRN"], str.upper) == GRAPH


def test_what_is_done_to_a_group_is_done_to_its_members() -> None:
    graph = grouped(GRAPH, ["ASEAN", "country"], [], str.upper)
    assert entities_of(graph, ["bloc:ASEAN", "USA"]) == ("IDN", "MYS", "USA")
    assert entities_of(graph, ["country:IRN"]) == ("IRN", "minister")
    assert entities_of(graph, ["gone"]) == ("gone",)


def test_the_ties_of_a_pair_become_one_edge_that_says_when_their_signs_differ() -> None:
    graph = bundled(GRAPH)
    assert len(graph.edges) == 7
    both = graph.edges["bundle IRN USA"]
    assert (both.claims, both.mixed, both.directed) == (2, True, False)
    assert not graph.edges["minister-USA-conflict"].ties
    assert ties_of(graph, GRAPH, both.id) == [GRAPH.edges[tie] for tie in both.ties]


def test_a_pair_that_is_looked_at_is_drawn_apart() -> None:
    graph = bundled(GRAPH, frozenset({"USA", "IRN"}))
    assert graph.edges.keys() == GRAPH.edges.keys()
    assert set(drawn_as(graph, "bundle IRN USA")) == {"IRN-USA-conflict", "USA-IRN-cooperation"}


def test_a_tie_is_found_in_what_holds_it() -> None:
    graph = bundled(grouped(GRAPH, ["country"], [], str.upper))
    (holder,) = drawn_as(graph, "minister-USA-conflict")
    assert graph.edges[holder].actor in {"country:IRN", "USA"}
    assert ties_of(graph, GRAPH, "minister-USA-conflict") == [GRAPH.edges["minister-USA-conflict"]]
    assert drawn_as(graph, "nothing") == ()


def test_a_group_is_drawn_where_its_country_or_first_member_was() -> None:
    iran = Node("country:IRN", "Iran", EntityKind.COUNTRY, members=("minister", "IRN"))
    places = {"IRN": (0.0, 10.0), "minister": (20.0, 20.0), "MYS": (5.0, 5.0)}
    assert place_of(iran, places) == (0, 10)
    asean = Node("bloc:ASEAN", "ASEAN", EntityKind.ORGANISATION, members=("IDN", "MYS", "VNM"))
    assert place_of(asean, places) == (5, 5)
    assert place_of(asean, {}) is None


def test_blocs_name_states_by_iso_codes_with_source_and_date() -> None:
    sizes = {code: len(bloc.members) for code, bloc in blocs().items()}
    assert sizes == {
        "ASEAN": 11, "EU": 27, "OIC": 57, "NATO": 32, "ARAB_LEAGUE": 22, "AFRICAN_UNION": 55,
        "GCC": 6, "G7": 7, "BRICS": 10, "OPEC": 12,
    }  # fmt: skip
    for bloc in blocs().values():
        assert all(len(member) == 3 and member.isupper() for member in bloc.members)
        assert bloc.source
        assert bloc.as_of.year >= 2025
        assert bloc.label("id")
        assert bloc.label("xx") == bloc.label("en")
