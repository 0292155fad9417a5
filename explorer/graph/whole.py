"""The whole graph as numbers, for an overview of tens of thousands of actors."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from cypher.model.graph import EntityKind, Sign
from cypher.records.explore import PlainEntity
from cypher.records.shared import PlainTie

Numbers = npt.NDArray[np.int64]

MOST_NODES = 50_000
"""Maximum number of nodes of an overview."""

MIXED = "mixed"
"""Stands for the sign of a pair whose ties differ in sign."""

SIGNS = (Sign.COOPERATION.value, Sign.CONFLICT.value, Sign.NEUTRAL.value, MIXED)
"""The signs of pairs, in the order of their numbers."""


@dataclass(frozen=True, slots=True)
class PlainNode:
    """An entity of the overview. `name` is text from the news and is never treated as markup."""

    id: str
    name: str
    kind: EntityKind
    country: str | None


@dataclass(frozen=True)
class Whole:
    """All nodes and the pairs among them that have ties.

    `pairs` has a row of two indexes of `nodes` for each pair, `signs` the number of its sign in `SIGNS`, and
    `claims` how many claims its ties have. `left_out` counts the nodes over the limit.
    """

    nodes: tuple[PlainNode, ...]
    pairs: Numbers
    signs: Numbers
    claims: Numbers
    left_out: int = 0

    @cached_property
    def degrees(self) -> Numbers:
        """With how many others each node has ties."""
        found: Numbers = np.bincount(self.pairs.ravel(), minlength=len(self.nodes))
        return found

    @cached_property
    def shape(self) -> str:
        """A text that is the same for graphs of the same nodes and pairs."""
        ids = "\n".join(node.id for node in self.nodes).encode()
        return hashlib.sha256(ids + self.pairs.tobytes() + self.claims.tobytes()).hexdigest()


def whole_of(
    entities: Iterable[PlainEntity],
    ties: Sequence[PlainTie],
    signs: Sequence[str] = (),
    most: int = MOST_NODES,
) -> Whole:
    """Join the ties of each pair, and keep the `most` entities with ties to the most others.

    Only ties of `signs` count, if there are any. Nodes are ordered by the number of others, then by id.
    """
    drawn = [tie for tie in ties if (not signs or tie.sign in signs) and tie.actor != tie.recipient]
    ids = sorted({end for tie in drawn for end in (tie.actor, tie.recipient)})
    row = {entity: at for at, entity in enumerate(ids)}
    keys, found_signs, claims = _joined(drawn, row)
    pairs = np.stack([keys // max(len(ids), 1), keys % max(len(ids), 1)], axis=1)
    degrees = np.bincount(pairs.ravel(), minlength=len(ids))
    order = np.argsort(-degrees, kind="stable")[:most]
    place = np.full(len(ids), -1)
    place[order] = np.arange(len(order))
    kept = (place[pairs] >= 0).all(axis=1)
    known = {entity.id: entity for entity in entities}
    nodes = tuple(_node(ids[at], known.get(ids[at])) for at in order)
    return Whole(nodes, place[pairs[kept]], found_signs[kept], claims[kept], len(ids) - len(order))


def _joined(ties: Sequence[PlainTie], row: dict[str, int]) -> tuple[Numbers, Numbers, Numbers]:
    """Return a number for each pair, its sign and its claims.

    The number is that of the first node times the count of nodes, plus that of the second.
    """
    ends = np.array([(row[tie.actor], row[tie.recipient]) for tie in ties], dtype=np.int64).reshape(-1, 2)
    ends.sort(axis=1)
    keys, pair_of = np.unique(ends[:, 0] * len(row) + ends[:, 1], return_inverse=True)
    sign_of = np.array([SIGNS.index(tie.sign) for tie in ties], dtype=np.int64)
    claims = np.bincount(pair_of, [tie.claims for tie in ties], minlength=len(keys)).astype(np.int64)
    least, greatest = np.full(len(keys), len(SIGNS)), np.full(len(keys), -1)
    np.minimum.at(least, pair_of, sign_of)
    np.maximum.at(greatest, pair_of, sign_of)
    return keys, np.where(least == greatest, least, SIGNS.index(MIXED)), claims


def _node(entity: str, found: PlainEntity | None) -> PlainNode:
    if found is None:  # it has come between the two reads
        return PlainNode(entity, entity, EntityKind.GROUP, None)
    return PlainNode(entity, found.name or entity, EntityKind(found.kind), found.country)
