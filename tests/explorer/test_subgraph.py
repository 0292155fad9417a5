"""From rows of ties to what is drawn."""

from __future__ import annotations

import pytest

from cypher.database.tie_verdicts import verdict_of
from cypher.model.graph import EntityKind, Sign
from cypher.records.shared import DrawnTie
from explorer.graph.subgraph import (
    Subgraph,
    Verdict,
    edges_of,
    first_nodes,
    kept,
    merged,
    subgraph_of,
    without_loose_ends,
)
from tests.records import made


def row(tie: str, actor: str, recipient: str, **more: object) -> DrawnTie:
    values = {
        "tie": tie, "actor": actor, "actor_name": actor.title(), "actor_kind": "country",
        "actor_country": actor,
        "recipient": recipient, "recipient_name": recipient.title(), "recipient_kind": "person",
        "recipient_country": None, "sign": "conflict", "relation_type": None, "directed": True,
        "event_types": ["ASSAULT", "ACCUSE", "ASSAULT"], "roles": [], "claims": 3, "voices": 2,
        "first_date": "2024-01-01", "last_date": "2024-02-01", "not_after": None, "verified": 0,
        "rejected": 0, "unsure": 0, "unjudged": 3,
    }  # fmt: skip
    return made(DrawnTie, **(values | more))


TRIANGLE = subgraph_of([row("ab", "a", "b"), row("bc", "b", "c"), row("ca", "c", "a", sign="cooperation")])


def test_rows_become_nodes_and_edges_with_counted_event_types() -> None:
    graph = subgraph_of([row("t", "iran", "minister", directed=False)])
    assert graph.nodes["minister"].kind is EntityKind.PERSON
    edge = graph.edges["t"]
    assert edge.event_types == {"ASSAULT": 2, "ACCUSE": 1}
    assert (edge.sign, edge.voices, edge.directed, edge.roles) == (Sign.CONFLICT, 2, False, ())


@pytest.mark.parametrize(
    ("counts", "verdict"),
    [
        ({"unjudged": 2}, Verdict.UNREVIEWED),
        ({"verified": 1, "unjudged": 2}, Verdict.VERIFIED),
        ({"verified": 1, "rejected": 1}, Verdict.DISPUTED),
        ({"unsure": 1, "verified": 3}, Verdict.DISPUTED),
        ({"rejected": 2}, Verdict.REJECTED),
        ({"rejected": 1, "unjudged": 1}, Verdict.UNREVIEWED),
    ],
)
def test_the_verdict_of_a_tie_follows_from_its_claims(counts: dict[str, int], verdict: Verdict) -> None:
    assert verdict_of(made(DrawnTie, **counts)) is verdict


def test_merging_keeps_the_order_of_nodes_and_takes_the_newer_edge() -> None:
    newer = subgraph_of([row("ab", "a", "b", claims=9), row("ad", "a", "d")])
    graph = merged([TRIANGLE, newer])
    assert list(graph.nodes) == ["a", "b", "c", "d"]
    assert graph.edges["ab"].claims == 9


def test_leaving_out_a_node_leaves_out_its_edges() -> None:
    assert list(kept(TRIANGLE, node=lambda node: node.id != "c").edges) == ["ab"]


def test_leaving_out_edges_leaves_loose_ends_that_can_be_cut_but_for_anchors() -> None:
    conflict = kept(TRIANGLE, edge=lambda edge: edge.id == "ab")
    assert list(without_loose_ends(conflict, ()).nodes) == ["a", "b"]
    assert list(without_loose_ends(conflict, ("c",)).nodes) == ["a", "b", "c"]


def test_a_cap_keeps_the_first_nodes_and_the_edges_between_them() -> None:
    assert list(first_nodes(TRIANGLE, 2).edges) == ["ab"]


def test_the_edges_of_a_node_lead_to_its_neighbours() -> None:
    ends = {end for edge in edges_of(TRIANGLE, "a") for end in (edge.actor, edge.recipient)}
    assert ends == {"a", "b", "c"}
    assert not list(edges_of(Subgraph(), "a"))
