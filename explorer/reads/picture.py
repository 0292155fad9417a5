"""Builds the picture of a view: the ties of its centres and links, merged, filtered and limited."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import streamlit as st

from cypher.desk.notes import noted
from cypher.model.blocs import blocs
from cypher.model.graph import Level, Sign
from explorer.graph.appearance import PLAIN
from explorer.graph.grouping import BUNDLE, bundled, gathered, grouped
from explorer.graph.inside import Inside, opened_up
from explorer.graph.links import Answer
from explorer.graph.subgraph import Edge, Subgraph, first_nodes, kept, merged, without_loose_ends
from explorer.graph.timeline import Timeline, in_window, timeline
from explorer.graph.world import country_name
from explorer.reads.connections import data_version, reader
from explorer.reads.links import answer
from explorer.reads.queries import (
    at_level,
    entity_node,
    neighbours,
    starting_point,
    tie,
    tie_dates,
    ties,
    ties_among,
    ties_behind,
    ties_below,
)
from explorer.view.clock import known_by
from explorer.view.filters import Filters
from explorer.view.level import level
from explorer.view.state import START, Centre, Link, View, asks_for_relations, narrowed

MOST_NODES = 300
"""The maximum number of nodes drawn; a larger network is less readable than the table."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn. `anchors` maps new nodes to the nodes beside which they appear.

    `left_out` counts the nodes over the limit. `ties` is the graph without groups and bundles: each edge is a
    tie, each node an entity. `relations` has the lasting relations among its nodes that are not drawn.
    `inside` says which ties and nodes are those of opened states.
    """

    graph: Subgraph
    ties: Subgraph = field(default_factory=Subgraph)
    relations: Subgraph = field(default_factory=Subgraph)
    anchors: Mapping[str, str] = field(default_factory=dict)
    left_out: int = 0
    inside: Inside = field(default_factory=Inside)
    answers: Mapping[Link, Answer] = field(default_factory=dict)
    times: Timeline = field(default_factory=Timeline)

    def seen(self, view: View) -> Subgraph:
        """Return the ties in the view's period."""
        return in_window(self.ties, self.times, view.window)

    def seen_as_drawn(self, view: View) -> Subgraph:
        """Return the part of the picture in the view's period, with groups and bundles."""
        return in_window(self.graph, self.times, view.window)

    def shown_period(self, view: View) -> tuple[str, str] | None:
        """Return the days that the bars of the view's period cover; None if it has no period."""
        return self.times.period(view.window) if view.window else None

    def filters_seen(self, view: View) -> Filters:
        """Return the filters, with their dates narrowed to the days that are shown."""
        return narrowed(replace(view, window=self.shown_period(view)))

    def answers_about(self, view: View) -> list[Answer]:
        """Return the connections between exactly the selected entities."""
        chosen = set(view.nodes)
        return [
            found
            for asked, found in self.answers.items()
            if chosen in (set(asked.entities), set(found.link.entities))
        ]


def picture(view: View, lens: str, language: str = "en") -> Picture:
    """Return the picture of a view under a lens.

    The centres and links determine the nodes; the edges are all ties between these that pass the filters. The
    picture is cached by data version, without the selection, so it must not be changed.
    """
    unselected = replace(view, nodes=(), edge=None, window=None, pins=(), appearance=PLAIN)
    looked_from = (known_by(), level(), _noted(view.filters))
    drawn = _kept(unselected, lens, language, data_version(), looked_from)
    if view.edge is None or (view.edge in drawn.ties.edges and not view.bundled):
        return drawn
    return _kept(replace(unselected, edge=view.edge), lens, language, data_version(), looked_from)


@st.cache_resource(ttl=600, max_entries=60, show_spinner=False)
def _kept(
    view: View, lens: str, language: str, version: tuple[object, ...], looked_from: tuple[object, ...]
) -> Picture:
    noted_ = _noted(view.filters)
    answers = {link: answer(link, lens, view.filters) for link in view.links}
    parts = [_part(centre, lens, view.filters) for centre in view.centres]
    more = [*_selected(view, lens), *_with_notes(view, noted_, lens)]
    whole = merged([*(found.graph for found in answers.values()), *parts, *more])
    first = first_nodes(whole, MOST_NODES)
    among = merged([Subgraph(first.nodes), ties_among(tuple(first.nodes), lens, view.filters)])
    whole_graph = _filtered(among, view, noted_)
    asked = {view.edge, *(edge for found in answers.values() for edge in found.graph.edges)}
    graph = without_loose_ends(drawn_ties(whole_graph, view, asked), _asked_for(view))
    left_out = len(whole.nodes) - len(first.nodes)
    opened, inside, others = _opened_up(graph, view, lens)
    edges = opened.edges.values()
    times = timeline(tie_dates(edges, lens, view.filters), {edge.id: edge.sign for edge in edges})
    drawn = _folded(gathered(opened, others) if others else opened, view, language)
    apart = kept(
        whole_graph,
        node=lambda node: node.id in graph.nodes,
        edge=lambda edge: edge.sign is Sign.RELATION and edge.id not in graph.edges,
    )
    anchors = {**_anchors(view.centres, parts), **inside.members}
    return Picture(drawn, opened, apart, anchors, left_out, inside, answers, times)


def _opened_up(graph: Subgraph, view: View, lens: str) -> tuple[Subgraph, Inside, dict[str, str]]:
    """Open the states and bodies that the reader wants to see inside, above the level of actors."""
    if not view.inside or level() == Level.ACTOR:
        return graph, Inside(), {}
    opening = [e.id for e in graph.edges.values() if {e.actor, e.recipient} & set(view.inside)]
    rows = ties_behind(opening, lens, view.filters)
    behind = ties_below([*dict.fromkeys(row.behind for row in rows)], lens, view.filters)
    return opened_up(graph, rows, _filtered(behind, view, _noted(view.filters)), view.inside)


def drawn_ties(graph: Subgraph, view: View, asked: Collection[str | None]) -> Subgraph:
    """Leave out lasting relations, unless the view asks for them or for the edge."""
    if asks_for_relations(view):
        return graph
    return kept(graph, edge=lambda edge: edge.sign is not Sign.RELATION or edge.id in asked)


def _folded(graph: Subgraph, view: View, language: str) -> Subgraph:
    """Group and bundle the graph; ties of the pair with the selected tie stay separate."""
    if view.groupings:
        graph = grouped(graph, view.groupings, view.opened, lambda group: group_name(group, language))
    if not view.bundled:
        return graph
    ends = next(({e.actor, e.recipient} for e in graph.edges.values() if _holds(e, view.edge)), set())
    return bundled(graph, frozenset(ends))


def group_name(group: str, language: str) -> str:
    """The name of a group by its id."""
    scheme, _, code = group.partition(":")
    if scheme == "bloc":
        return blocs()[code].label(language)
    country = entity_node(code)
    return country.name if country else country_name(code, language)


def _holds(edge: Edge, chosen: str | None) -> bool:
    pair = f"{BUNDLE} {' '.join(sorted((edge.actor, edge.recipient)))}"
    return chosen in (edge.id, pair) or chosen in edge.ties


def _part(centre: Centre, lens: str, filters: Filters) -> Subgraph:
    if centre.entity == START:
        return starting_point(lens)
    around = neighbours(centre, lens, filters) if centre.limit else Subgraph()
    itself = entity_node(at_level(centre.entity))
    return around if itself is None else merged([Subgraph({itself.id: itself}), around])


def _selected(view: View, lens: str) -> Sequence[Subgraph]:
    """The selected tie, which is always drawn, because a link may name it."""
    return [tie(view.edge, lens)] if view.edge and " " not in view.edge else []


def _asked_for(view: View) -> set[str]:
    """The entities that are drawn even if no tie of theirs passes the filters."""
    linked = {each for link in view.links for each in link.entities}
    return {centre.entity for centre in view.centres} | linked


def _noted(filters: Filters) -> tuple[str, ...] | None:
    """Return the ids of what has notes that the filters ask for; None if they do not ask for notes."""
    return tuple(sorted(noted(reader(), filters.tags))) if filters.noted or filters.tags else None


def _with_notes(view: View, ids: Sequence[str] | None, lens: str) -> Sequence[Subgraph]:
    """Return the ties with notes for the first picture, which otherwise has only the most reported ones."""
    return [ties(list(ids), lens)] if ids and any(centre.entity == START for centre in view.centres) else []


def _filtered(graph: Subgraph, view: View, noted_: Sequence[str] | None) -> Subgraph:
    kinds, signs, verdicts = view.filters.kinds, view.filters.signs, view.filters.verdicts
    asked = _asked_for(view)
    return kept(
        graph,
        node=lambda node: (
            node.id not in view.hidden and (not kinds or node.kind in kinds or node.id in asked)
        ),
        edge=lambda edge: (
            (not signs or edge.sign in signs or (edge.sign is Sign.RELATION and view.filters.relations))
            and (not verdicts or edge.verdict in verdicts)
            and edge.voices >= view.filters.voices
            and (noted_ is None or any(end in noted_ for end in (edge.id, edge.actor, edge.recipient)))
        ),
    )


def _anchors(centres: Sequence[Centre], parts: Sequence[Subgraph]) -> dict[str, str]:
    anchors: dict[str, str] = {}
    for centre, part in zip(centres, parts, strict=True):
        if centre.entity != START:
            anchors |= {node: centre.entity for node in part.nodes if node not in anchors}
    return anchors
