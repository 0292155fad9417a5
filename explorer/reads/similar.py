"""Names that are nearly what was typed: for a search that found nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from rapidfuzz import fuzz, process

from cypher.model.ids import alias_key
from explorer.reads.connections import data_version, reader
from explorer.reads.queries import entity

LEAST_LETTERS = 4
"""A shorter name, or word of a name, is near to too many others."""

LEAST_LIKENESS = 74.0
"""Normalised edit similarity, 0-100: two letters of eight may differ."""

SUGGESTED = 6


def similar_entities(name: str) -> Sequence[Mapping[str, Any]]:
    """Entities with a name, or a word of a name, that is nearly `name`; the nearest first."""
    typed = alias_key(name)
    if len(typed) < LEAST_LETTERS:
        return ()
    spelt = _spellings(data_version())
    ids = dict.fromkeys(each for spelling in nearest(typed, spelt) for each in spelt[spelling])
    rows = (entity(each) for each in list(ids)[:SUGGESTED])
    return [{**row, "match": "similar"} for row in rows if row]


def nearest(typed: str, spellings: Mapping[str, object]) -> list[str]:
    """The spellings that are nearly what was typed, the nearest first, as keys of aliases."""
    found = process.extract(
        typed, spellings.keys(), scorer=fuzz.ratio, limit=4 * SUGGESTED, score_cutoff=LEAST_LIKENESS
    )
    return [spelling for spelling, _, _ in sorted(found, key=lambda each: (-each[1], each[0]))]


def by_spelling(rows: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The entities of each alias key, and of each word of one that is long enough."""
    spelt: dict[str, dict[str, None]] = defaultdict(dict)
    for key, entity_id in rows:
        for spelling in (key, *key.split()):
            if len(spelling) >= LEAST_LETTERS:
                spelt[spelling][entity_id] = None
    return {spelling: tuple(ids) for spelling, ids in spelt.items()}


@st.cache_resource(max_entries=2, show_spinner=False)
def _spellings(version: tuple[tuple[str, Any], ...]) -> dict[str, tuple[str, ...]]:
    rows = reader().read("explore/spellings").records()
    return by_spelling([(row["key"], row["entity"]) for row in rows])
