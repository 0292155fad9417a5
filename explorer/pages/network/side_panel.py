"""The side of the network: the search, and the panel about the selection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from cypher.model.blocs import levelled
from cypher.model.graph import Level, Sign
from cypher.records.explore import ExpansionCount, FullEntity, SoughtTie
from explorer.atlas import arc_ties
from explorer.by_hand.form import draw_claim_form
from explorer.elements import Element, draw_elements, element
from explorer.graph.appearance import Colour
from explorer.graph.grouping import entities_of, ties_of
from explorer.graph.subgraph import Edge, edges_of
from explorer.judging.form import (
    chosen_claims,
    draw_judging,
    draw_judging_together,
    draw_last_judgement,
    remember_seen,
)
from explorer.notes.form import draw_note_form, read_notes
from explorer.pages.network.downloads import draw_queries
from explorer.panels import overview, tie
from explorer.panels.entity import EntityFacts, Opening, entity_panel, expansion_choice
from explorer.panels.grouped import bundle_panel, group_panel
from explorer.panels.holding import held_together
from explorer.panels.not_drawn import entities_not_found, tie_not_drawn
from explorer.panels.selection import selection_acts, selection_panel
from explorer.reads.connections import read
from explorer.reads.picture import Picture
from explorer.reads.queries import (
    claims_of,
    count_of_ties,
    entity,
    evidence,
    expansion_counts,
    search,
    strongest_ties,
)
from explorer.reads.similar import similar_entities
from explorer.view import keys, session
from explorer.view.clock import known_by
from explorer.view.filters import Filters
from explorer.view.level import level, level_below
from explorer.view.state import START, View, is_centre, narrowed, signs_of
from explorer.work.running import ahead, together

HEIGHT = 756


def read_ahead(view: View) -> None:
    """Begin to read what the panel will show of the selection, while the picture is read and drawn."""
    if st.session_state.get(keys.SEARCH, "").strip() or view.inside:
        return
    if view.edge and " " not in view.edge:  # the id of a bundle or an arc has spaces
        lens, filters = session.lens(), narrowed(view)
        ahead(partial(evidence, view.edge, lens, filters))
    elif view.node:
        ahead(*_asked_about(view.node, view, own=False))


def draw_side(view: View, drawn: Picture) -> None:
    """Draw the search and, below it, its results or the panel."""
    words = session.words()
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        name = st.text_input(
            words("Search"),
            key=keys.SEARCH,
            placeholder=words("Search a country, person or group, in any spelling"),
            icon=":material/search:",
            label_visibility="collapsed",
            live="40ms",
        )
        draw_queries(view, drawn, words)
    with st.container(key="panel", height=HEIGHT, border=False):
        if not name.strip() and view.edge and view.edge in drawn.ties.edges:
            _draw_tie(drawn.ties.edges[view.edge], drawn)
        else:
            draw_last_judgement()
            subject, content = _about(name, view, drawn)
            if view.node and not name.strip():
                _draw_forms(view.node)
            _draw_panel(*content, subject=subject)
            draw_judging_together([] if name.strip() else _several_ties(view, drawn))


def _draw_forms(node: str) -> None:
    """Draw the forms for a note and a claim on a node; on the other one, if it was merged into another."""
    if found := entity(node):
        draw_claim_form([found.id])
        draw_note_form([found.id], read_notes([found.id]))


def _several_ties(view: View, drawn: Picture) -> list[str]:
    """The ids of the ties of a selected bundle, or of the ties between the selected entities."""
    if view.edge:
        return [edge.id for edge in ties_of(drawn.graph, drawn.ties, view.edge)]
    nodes = set(view.nodes) if len(view.nodes) > 1 else set()
    return [edge.id for edge in drawn.ties.edges.values() if {edge.actor, edge.recipient} <= nodes]


def _draw_panel(*content: Element, subject: str) -> None:
    """Draw the panel, with the same key for any subject, so that its content is replaced in place."""
    draw_elements(*content, key="panel paper", subject=subject)


def _about(name: str, view: View, drawn: Picture) -> tuple[str, tuple[Element, ...]]:
    """Return the panel's subject and content: of a search, of the selection, or of the whole picture."""
    if name.strip():
        return f"search {name}", _found(name)
    if view.edge and (several := _ties(view.edge, view, drawn)):
        return "bundle", bundle_panel(several, drawn.ties)
    if view.nodes:
        return view.node or "selection", _selected(view, drawn)
    if missed := _not_drawn(view):
        return "not drawn", (missed,)
    seen = drawn.seen(view)
    if not seen.edges:
        return "nothing", (overview.nothing_left(),)
    head, *strongest = overview.overview(seen)
    by_community = view.appearance.colour is Colour.COMMUNITY
    together_by = held_together(drawn.seen_as_drawn(view)) if by_community else ()
    return "overview", (head, *together_by, *strongest)


def _not_drawn(view: View) -> Element | None:
    """Say why the tie or the entities of a link are not in the picture; None if nothing is missing."""
    if view.edge and " " not in view.edge:  # the id of a bundle or an arc has spaces
        sought = next(iter(read(SoughtTie, "explore/sought_tie", tie=view.edge)), None)
        return tie_not_drawn(sought, session.lens(), known_by(), level())
    about = [centre.entity for centre in view.centres if centre.entity != START]
    gone = tuple(each for each in about if entity(each) is None)
    return entities_not_found(gone) if gone else None


def _found(name: str) -> tuple[Element, ...]:
    if rows := search(name, session.lens()):
        return overview.found(name, rows)
    return overview.similar(name, similar_entities(name))


def _ties(chosen: str, view: View, drawn: Picture) -> list[Edge]:
    """The ties that a chosen edge of the network, or arc of the map, stands for."""
    seen = drawn.seen(view).edges
    return ties_of(drawn.graph, drawn.ties, chosen) or [
        edge for edge in arc_ties(drawn.ties, chosen) if edge.id in seen
    ]


def _selected(view: View, drawn: Picture) -> tuple[Element, ...]:
    group = drawn.graph.nodes.get(view.node or "")
    if group and group.members:
        return group_panel(group, drawn.ties)
    return _entity(view.node, view, drawn) if view.node else _several(view, drawn)


def _entity(me: str, view: View, drawn: Picture) -> tuple[Element, ...]:
    found, ties, counts, claims = together(*_asked_about(me, view, own=me in drawn.inside.members))
    if found is None:
        return (entities_not_found((me,)),)
    facts = EntityFacts(
        entity=found,
        ties=ties,
        counts=counts,
        claims=claims,
        drawn=sum(edge.sign in signs_of(view.filters) for edge in edges_of(drawn.ties, me)),
        total=_total(me, counts, view.filters),
        expanded=is_centre(view, me),
        wanted=session.expansion(),
        notes=read_notes([found.id]),
        opening=_opening(found, view, drawn),
    )
    return entity_panel(facts)


def _asked_about(me: str, view: View, *, own: bool) -> tuple[Callable[[], Any], ...]:
    """Return the reads of what a panel shows of an entity, `own` if it is inside a node."""
    lens = session.lens()
    return (
        partial(entity, me),
        partial(strongest_ties, me, lens, own),
        partial(expansion_counts, me, lens, view.filters, own),
        partial(claims_of, me, lens, own),
    )


def _total(me: str, counts: Sequence[ExpansionCount], filters: Filters) -> int:
    """Return how many ties of an entity pass the filters, drawn or not."""
    if filters.verdicts or filters.voices > 1:
        return count_of_ties(me, session.lens(), filters)
    return counts[0].all_ties if counts else 0


def _opening(shown: FullEntity, view: View, drawn: Picture) -> Opening | None:
    """Return whether an entity can be opened, or the opened state in which it is drawn."""
    state = drawn.inside.members.get(shown.id, shown.id)
    node = drawn.graph.nodes.get(state)
    if node is None or not _has_inside(state):
        return None
    return Opening(state, node.name, state in view.inside, bloc=level() == Level.BLOC)


def _has_inside(*nodes: str) -> bool:
    """Whether one of these nodes can be opened: at the level of blocs only a bloc can."""
    if level() == Level.BLOC:
        return any(bloc.entity in nodes for bloc in levelled())
    return level() == Level.STATE


def _several(view: View, drawn: Picture) -> tuple[Element, ...]:
    nodes = [drawn.graph.nodes[node] for node in view.nodes if node in drawn.graph.nodes]
    entities = entities_of(drawn.graph, (node.id for node in nodes))
    acts = selection_acts(entities, any(is_centre(view, entity) for entity in entities))
    ways = expansion_choice(session.expansion())
    return selection_panel(nodes, drawn.graph, drawn.answers_about(view), element("div", acts, ways))


def _draw_tie(edge: Edge, drawn: Picture) -> None:
    closed = edge.sign is not Sign.RELATION and edge.id not in drawn.inside.ties
    inside = level_below() if closed and _has_inside(edge.actor, edge.recipient) else None
    _draw_panel(tie.tie_head(edge, drawn.ties, inside), subject=edge.id)
    draw_judging(edge.id)
    claims = evidence(edge.id, session.lens(), narrowed(session.view()))
    remember_seen(claims)
    targets = [edge.id, *(claim.claim for claim in claims)]
    written = read_notes(targets)
    draw_claim_form(targets)
    draw_note_form(targets, written)
    cards = tie.tie_evidence(edge, claims, chosen_claims(), written)
    draw_elements(*cards, key="evidence", subject=edge.id)
