"""Reads the whole graph for the overview. Its layout is computed once for each state of the graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from cypher.records.explore import PlainEntity
from cypher.records.shared import PlainTie
from explorer.graph.whole import Whole, whole_of
from explorer.overview import Drawn, drawn_overview
from explorer.overview.picture import picture_text
from explorer.reads.connections import data_version, read
from explorer.reads.queries import as_counted, claim_filters
from explorer.view.clock import known_by
from explorer.view.filters import Filters
from explorer.view.level import level
from explorer.words import Words


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page shows: `picture` is what the browser draws, as text."""

    picture: str
    nodes: int
    pairs: int
    left_out: int


def overview(lens: str, filters: Filters, language: str) -> Overview:
    """Return the overview of a lens, with the ties that pass the filters by sign, by voices and on claims."""
    return _kept(lens, filters, language, data_version(), (known_by(), level()))


@st.cache_resource(ttl=600, max_entries=8, show_spinner=False)
def _kept(
    lens: str, filters: Filters, language: str, version: tuple[object, ...], looked_from: tuple[object, ...]
) -> Overview:
    whole = whole_of(read(PlainEntity, "explore/every_entity"), _ties(lens, filters), filters.signs)
    picture = picture_text(whole, _laid_out(whole.shape, whole), known_by(), Words(language))
    return Overview(picture, len(whole.nodes), len(whole.pairs), whole.left_out)


def _ties(lens: str, filters: Filters) -> Sequence[PlainTie]:
    if as_counted(filters):
        return read(PlainTie, "explore/counted_every_tie", lens=lens, voices=filters.voices)
    return read(PlainTie, "explore/every_tie", lens=lens, voices=filters.voices, **claim_filters(filters))


@st.cache_resource(ttl=3600, max_entries=8, show_spinner=False)
def _laid_out(shape: str, _whole: Whole) -> Drawn:
    """Verdicts and names do not change the positions: these are kept by the shape of the graph."""
    return drawn_overview(_whole)
