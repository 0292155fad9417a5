"""The part of the graph that is on the screen: nodes and summary edges, and pure functions over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cypher.model import EntityKind, Sign


class Verdict(StrEnum):
    """What analysts think of an edge as a whole, derived from the verdicts on its claims."""

    VERIFIED = "verified"
    UNREVIEWED = "unreviewed"
    DISPUTED = "disputed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Node:
    """An entity as drawn; `name` is text from the news and is never treated as markup."""

    id: str
    name: str
    kind: EntityKind
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie as drawn: how many claims and independent voices stand behind it, and since when."""

    id: str
    actor: str
    recipient: str
    sign: Sign
    verdict: Verdict
    claims: int
    voices: int
    directed: bool = True
    relation_type: str | None = None
    event_types: Mapping[str, int] = field(default_factory=dict)
    roles: tuple[str, ...] = ()
    first_date: str | None = None
    last_date: str | None = None


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Nodes and edges by id, in the order in which they were added; every edge's ends are nodes."""

    nodes: Mapping[str, Node] = field(default_factory=dict)
    edges: Mapping[str, Edge] = field(default_factory=dict)
