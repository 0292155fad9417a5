"""Ties as tables, on the page and in files. Cell values are shown as plain text, never as markup."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from cypher.bolt.table import Table
from cypher.model.graph import Sign
from explorer.graph.subgraph import Edge, Subgraph, kept, merged
from explorer.network.titles import status_of
from explorer.queries.frames import with_separators
from explorer.words import Words

_ROW, _MOST_ROWS = 35, 8
"""The height of a row in pixels, and the maximum number of rows of relations that need no scrolling."""


def draw_tie_tables(graph: Subgraph, undrawn: Subgraph, words: Words, height: int) -> str | None:
    """Draw the ties of events, and below them the lasting relations, of which some may not be drawn.

    Returns the id of the picked edge, if there is one.
    """
    events = kept(graph, edge=lambda edge: edge.sign is not Sign.RELATION)
    relations = merged([kept(graph, edge=lambda edge: edge.sign is Sign.RELATION), undrawn])
    below = _ROW * (1 + min(len(relations.edges), _MOST_ROWS)) if relations.edges else 0
    chosen = _pick(events, with_separators(tie_frame(events, words), words), height - below, "tie table")
    if not relations.edges:
        return chosen
    st.markdown(f"**{words('Lasting relations')}**")
    frame = with_separators(relation_frame(relations, words), words)
    return _pick(relations, frame, below, "relation table") or chosen


def _pick(graph: Subgraph, frame: pd.DataFrame | Styler, height: int, key: str) -> str | None:
    picked = st.dataframe(
        frame,
        hide_index=True,
        placeholder="",
        height=height,
        key=key,
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = picked["selection"]["rows"]
    return list(graph.edges)[rows[0]] if rows else None


def relation_frame(graph: Subgraph, words: Words) -> pd.DataFrame:
    """Return one row for each lasting relation, in the order of the subgraph."""
    rows = (
        {
            words("Who"): graph.nodes[edge.actor].name,
            words("What"): words.event_type(edge.relation_type),
            words("Of what"): graph.nodes[edge.recipient].name,
            words("Role"): ", ".join(edge.roles),
            words("Claims"): edge.claims,
            words("Voices"): edge.voices,
            words("Verdict"): words.term(edge.verdict),
        }
        for edge in graph.edges.values()
    )
    return pd.DataFrame(list(rows))


def tie_frame(graph: Subgraph, words: Words) -> pd.DataFrame:
    """Return one row for each edge, in the order of the subgraph.

    The claims by hand have a column if there are any.
    """
    frame = pd.DataFrame([_tie_row(edge, graph, words) for edge in graph.edges.values()])
    if any(edge.by_hand for edge in graph.edges.values()):
        frame.insert(6, words("By hand"), [edge.by_hand for edge in graph.edges.values()])
    return frame


def _tie_row(edge: Edge, graph: Subgraph, words: Words) -> dict[str, Any]:
    what = [edge.relation_type] if edge.relation_type else list(edge.event_types)
    roles = [] if edge.relation_type else [words.term(role) for role in edge.roles]
    return {
        words("Actor"): graph.nodes[edge.actor].name,
        words("Recipient"): graph.nodes[edge.recipient].name,
        words("Sign"): words.term(edge.sign),
        words("What"): ", ".join((*roles, *(words.event_type(code) for code in what))),
        words("Claims"): edge.claims,
        words("Voices"): edge.voices,
        words("First"): edge.first_date,
        words("Last"): edge.last_date,
        words("Undated, by"): edge.not_after,
        words("Status"): status_of(edge, words),
    }


_COLUMNS = (
    *("tie", "actor", "actor_name", "actor_kind", "actor_country"),
    *("recipient", "recipient_name", "recipient_kind", "recipient_country"),
    *("sign", "relation_type", "directed", "event_types", "roles", "claims", "voices"),
    *("planned", "denied", "by_hand", "first_date", "last_date", "not_after", "verdict"),
)


def tie_table(graph: Subgraph) -> Table:
    """Return the edges as rows with the columns of ties, for files: lasting relations after all others.

    Event types are listed without their counts.
    """
    edges = sorted(graph.edges.values(), key=lambda edge: edge.sign is Sign.RELATION)
    return Table(_COLUMNS, tuple(_tie_values(edge, graph) for edge in edges))


def _tie_values(edge: Edge, graph: Subgraph) -> tuple[Any, ...]:
    actor, recipient = graph.nodes[edge.actor], graph.nodes[edge.recipient]
    return (
        *(edge.id, actor.id, actor.name, actor.kind.value, actor.country),
        *(recipient.id, recipient.name, recipient.kind.value, recipient.country),
        *(edge.sign.value, edge.relation_type, edge.directed, list(edge.event_types), list(edge.roles)),
        *(edge.claims, edge.voices, edge.planned, edge.denied, edge.by_hand),
        *(edge.first_date, edge.last_date, edge.not_after, edge.verdict.value),
    )
