"""Reads of ties by the counts that they store, kept while verdicts change some of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from cypher.model.graph import Sign
from cypher.records.shared import DrawnTie
from explorer.graph.amending import amended
from explorer.graph.subgraph import Edge, Subgraph, kept, merged, strongest_first, subgraph_of
from explorer.reads.connections import counted, read
from explorer.reads.local_names import language
from explorer.reads.verdicts import Held, followed
from explorer.view.level import level
from explorer.view.state import Rank

TIES = 1200
"""The maximum number of ties among entities."""

REMEMBERED = 40
"""The maximum number of results that are kept for a lens and level."""

Asked = TypeVar("Asked")

Among = frozenset[str]
"""The entities among which ties were read."""


@dataclass(frozen=True, slots=True)
class Around:
    """The parameters of `explore/counted_neighbours` besides lens and level."""

    entity: str
    signs: tuple[Sign, ...]
    rank: Rank
    limit: int


def counted_neighbours(asked: Around, lens: str) -> Subgraph:
    """Return the first ties of an entity."""
    answers = _neighbours_read((lens, level()), language())
    earlier = answers.get(asked)
    held = _neighbours_now(earlier, asked, lens) if earlier else None
    if held is None:
        held = Held(counted(), subgraph_of(_read_neighbours(asked, lens)))
    _keep(answers, asked, held)
    return held.graph


def _neighbours_now(held: Held, asked: Around, lens: str) -> Held | None:
    def follow(touched: Collection[str], changed: Subgraph) -> Subgraph | None:
        if asked.rank is Rank.CENTRAL:  # the ties of neighbours with others count, too
            return None
        around = kept(changed, edge=lambda edge: _is_around(edge, asked))
        newest_first = asked.rank is Rank.RECENT
        return amended(held.graph, asked.limit, touched, around, newest_first=newest_first)

    return followed(held, lens, follow)


def _read_neighbours(asked: Around, lens: str) -> list[DrawnTie]:
    wanted = {"entity": asked.entity, "signs": list(asked.signs), "rank": asked.rank.value}
    return read(DrawnTie, "explore/counted_neighbours", lens=lens, limit=asked.limit, **wanted)


def _is_around(edge: Edge, asked: Around) -> bool:
    return asked.entity in (edge.actor, edge.recipient) and edge.sign in asked.signs


def counted_ties_among(ids: Sequence[str], lens: str, sign: str | None) -> Subgraph:
    """Return the ties among `ids` by reading only those of entities that no earlier result has."""
    answers = _ties_read((lens, level()), sign, language())
    known, held = _largest(answers, frozenset(ids), lens, sign)
    fresh = [each for each in ids if each not in known]
    if not fresh:
        return held.graph
    wanted = {"fresh": fresh, "others": sorted(known) or None, "lens": lens, "limit": TIES, "sign": sign}
    more = subgraph_of(read(DrawnTie, "explore/counted_ties_among", **wanted))
    found = strongest_first(merged([held.graph, more]), TIES)
    if len(found.edges) < TIES:  # otherwise some were left out, and no other result can be built on it
        _keep(answers, frozenset(ids), Held(held.counted, found))
    return found


def _largest(answers: dict[Among, Held], ids: Among, lens: str, sign: str | None) -> tuple[Among, Held]:
    """Return the largest earlier result on some of `ids` as it is now."""
    smaller = [(among, held) for among, held in list(answers.items()) if among <= ids]
    for among, earlier in sorted(smaller, key=lambda answer: len(answer[0]), reverse=True):
        if held := _ties_now(earlier, among, lens, sign):
            _keep(answers, among, held)
            return among, held
        answers.pop(among, None)
    return frozenset(), Held(counted(), Subgraph())


def _ties_now(held: Held, among: Among, lens: str, sign: str | None) -> Held | None:
    def follow(touched: Collection[str], changed: Subgraph) -> Subgraph | None:
        signed = kept(changed, edge=lambda edge: sign in (None, edge.sign))
        return amended(held.graph, TIES, touched, kept(signed, node=lambda node: node.id in among))

    now = followed(held, lens, follow)
    return now if now and len(now.graph.edges) < TIES else None


def _keep(answers: dict[Asked, Held], key: Asked, held: Held) -> None:
    answers.pop(key, None)
    answers[key] = held
    for oldest in list(answers)[:-REMEMBERED]:
        answers.pop(oldest, None)


@st.cache_resource(ttl=600, max_entries=20, show_spinner=False)
def _neighbours_read(seen: tuple[str, str], shown_in: str) -> dict[Around, Held]:
    """The results of `counted_neighbours` for a lens and level, by what was asked."""
    return {}


@st.cache_resource(ttl=600, max_entries=20, show_spinner=False)
def _ties_read(seen: tuple[str, str], sign: str | None, shown_in: str) -> dict[Among, Held]:
    """The results of `counted_ties_among` for a lens and level, by the entities."""
    return {}
