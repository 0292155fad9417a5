"""Made-up graphs to draw: a small story, any number of nodes, and what grows about one of them."""

from __future__ import annotations

import random
from datetime import date, timedelta

from cypher.model.graph import EntityKind, Sign
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict

NAMES = {
    "IRN": ("Iran", EntityKind.COUNTRY),
    "ISR": ("Israel", EntityKind.COUNTRY),
    "AFG": ("Afghanistan", EntityKind.COUNTRY),
    "PSE": ("Palestine", EntityKind.COUNTRY),
    "USA": ("United States", EntityKind.COUNTRY),
    "hamas": ("Hamas", EntityKind.ARMED_GROUP),
    "taliban": ("Taliban", EntityKind.ARMED_GROUP),
    "hossein": ("Hossein Amir-Abdollahian", EntityKind.PERSON),
    "muttaqi": ("Amir Khan Muttaqi", EntityKind.PERSON),
    "press": ("Press TV", EntityKind.ORGANISATION),
    "ministry": ("Ministry of Foreign Affairs of Iran", EntityKind.GOVERNMENT_BODY),
    "gaza": ("Gaza City", EntityKind.PLACE),
    "protesters": ("protesters", EntityKind.GROUP),
}
TIES: tuple[tuple[str, str, Sign, Verdict, int, dict[str, int]], ...] = (
    ("hossein", "muttaqi", Sign.COOPERATION, Verdict.VERIFIED, 3, {"CONSULT": 3}),
    ("hamas", "ISR", Sign.CONFLICT, Verdict.UNREVIEWED, 9, {"ASSAULT": 9, "THREATEN": 2}),
    ("ISR", "hamas", Sign.CONFLICT, Verdict.DISPUTED, 5, {"ASSAULT": 4, "MOBILIZE": 1}),
    ("IRN", "AFG", Sign.COOPERATION, Verdict.UNREVIEWED, 2, {"AID": 2}),
    ("taliban", "ISR", Sign.CONFLICT, Verdict.UNREVIEWED, 1, {"ACCUSE": 1}),
    ("taliban", "PSE", Sign.COOPERATION, Verdict.UNREVIEWED, 1, {"SUPPORT": 1}),
    ("IRN", "ISR", Sign.CONFLICT, Verdict.UNREVIEWED, 4, {"ACCUSE": 3, "THREATEN": 1}),
    ("IRN", "ISR", Sign.COOPERATION, Verdict.DISPUTED, 1, {"CONSULT": 1}),
    ("USA", "ISR", Sign.COOPERATION, Verdict.VERIFIED, 30, {"AID": 12, "SUPPORT": 18}),
    ("hossein", "IRN", Sign.RELATION, Verdict.VERIFIED, 2, {}),
    ("hossein", "ministry", Sign.RELATION, Verdict.UNREVIEWED, 1, {}),
    ("muttaqi", "taliban", Sign.RELATION, Verdict.UNREVIEWED, 1, {}),
    ("hamas", "gaza", Sign.RELATION, Verdict.UNREVIEWED, 2, {}),
    ("press", "IRN", Sign.RELATION, Verdict.UNREVIEWED, 1, {}),
    ("protesters", "USA", Sign.CONFLICT, Verdict.UNREVIEWED, 1, {"PROTEST": 1}),
)


def story() -> Subgraph:
    """The small graph that a reader meets first."""
    nodes = {key: Node(key, name, kind, _country(key, kind)) for key, (name, kind) in NAMES.items()}
    edges = [
        Edge(
            id=f"tie-{number}",
            actor=actor,
            recipient=recipient,
            sign=sign,
            verdict=verdict,
            claims=voices + 1,
            voices=voices,
            relation_type="holds_office" if sign is Sign.RELATION else None,
            event_types=types,
            first_date="2023-10-07",
            last_date="2023-10-08",
        )
        for number, (actor, recipient, sign, verdict, voices, types) in enumerate(TIES)
    ]
    return Subgraph(nodes, {edge.id: edge for edge in edges})


def _country(key: str, kind: EntityKind) -> str | None:
    return key if kind is EntityKind.COUNTRY else {"hossein": "IRN", "muttaqi": "AFG"}.get(key)


def made_up(size: int) -> Subgraph:
    """A graph of `size` nodes and twice as many edges, some hubs among them."""
    chance = random.Random(11)  # noqa: S311 - the same graph every time
    kinds = list(EntityKind)
    nodes = {f"x{i}": Node(f"x{i}", f"{kinds[i % 7].value} {i}".title(), kinds[i % 7]) for i in range(size)}
    edges = {}
    for i in range(2 * size):
        actor = f"x{i % size}"
        recipient = f"x{int(size * chance.random() ** 3)}"
        if actor == recipient:
            continue
        sign, verdict = chance.choice(list(Sign)), chance.choice(list(Verdict)[:3])
        voices = 1 + int(20 * chance.random() ** 4)
        edges[f"e{i}"] = Edge(
            f"e{i}", actor, recipient, sign, verdict, voices, voices, event_types={"ASSAULT": voices}
        )
    return Subgraph(nodes, edges)


def grown(graph: Subgraph, centre: str, count: int) -> Subgraph:
    """The graph with `count` new neighbours of `centre`."""
    nodes, edges = dict(graph.nodes), dict(graph.edges)
    for number in range(count):
        new = f"{centre}/{number}"
        nodes[new] = Node(new, f"Neighbour {number}", EntityKind.PERSON)
        edges[f"e-{new}"] = Edge(
            f"e-{new}", centre, new, Sign.COOPERATION, Verdict.UNREVIEWED, 1, 1, event_types={"CONSULT": 1}
        )
    return Subgraph(nodes, edges)


def dates_of(graph: Subgraph) -> dict[str, list[str]]:
    """A date for each claim of each edge, spread over sixty days; the same ones every time."""
    first = date(2023, 9, 1)
    return {
        edge.id: [
            (first + timedelta(days=7 * at % 60 + claim % 3)).isoformat() for claim in range(edge.claims)
        ]
        for at, edge in enumerate(graph.edges.values())
    }
