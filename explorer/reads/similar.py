"""Finds names that are similar to a typed one, for a search without results."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from rapidfuzz import fuzz, process

from cypher.model.ids import alias_key
from cypher.records.explore import FullEntity, Spelling
from explorer.reads.connections import data_version, reader
from explorer.reads.queries import entity

LEAST_LETTERS = 4
"""The minimum length of a name or word; shorter ones are similar to too many others."""

LEAST_LIKENESS = 74.0
"""The minimum normalised edit similarity, 0-100: two letters of eight may differ."""

SUGGESTED = 6
"""The maximum number of suggestions."""


def similar_entities(name: str) -> Sequence[FullEntity]:
    """Return entities with a name, or a word of one, that is similar to `name`, the most similar first."""
    typed = alias_key(name)
    if len(typed) < LEAST_LETTERS:
        return ()
    spelt = _spellings(data_version())
    ids = dict.fromkeys(each for spelling in nearest(typed, spelt) for each in spelt[spelling])
    rows = (entity(each) for each in list(ids)[:SUGGESTED])
    return [row for row in rows if row]


def nearest(typed: str, spellings: Mapping[str, object]) -> list[str]:
    """Return the spellings (alias keys) that are similar to the typed one, the most similar first."""
    found = process.extract(
        typed, spellings.keys(), scorer=fuzz.ratio, limit=4 * SUGGESTED, score_cutoff=LEAST_LIKENESS
    )
    return [spelling for spelling, _, _ in sorted(found, key=lambda each: (-each[1], each[0]))]


def by_spelling(rows: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Map each alias key, and each long enough word of one, to the entities with that name."""
    spelt: dict[str, dict[str, None]] = defaultdict(dict)
    for key, entity_id in rows:
        for spelling in (key, *key.split()):
            if len(spelling) >= LEAST_LETTERS:
                spelt[spelling][entity_id] = None
    return {spelling: tuple(ids) for spelling, ids in spelt.items()}


@st.cache_resource(max_entries=2, show_spinner=False)
def _spellings(version: tuple[tuple[str, Any], ...]) -> dict[str, tuple[str, ...]]:
    rows = reader().rows(Spelling, "explore/spellings")
    return by_spelling([(row.key, row.entity) for row in rows])
