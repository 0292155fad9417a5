"""Merging and splitting actors on the review page: proposed pairs, or any two that the reader chooses."""

from __future__ import annotations

import streamlit as st

from cypher.database.typed_rows import records_of
from cypher.judging import merging
from cypher.records.annotate import EntityById
from cypher.records.explore import MergeCandidate
from explorer.acts import perform
from explorer.acts.judging import KeepSeparate, MergePair, SkipPair, SplitActor, UndoMerging
from explorer.elements import draw_elements, element
from explorer.identity.roles import Right
from explorer.judging.form import draw_failure
from explorer.panels.review.actor_merging import (
    decisions,
    no_pairs,
    pair_acts,
    pair_card,
)
from explorer.reads.connections import analyst, localised, read, reader
from explorer.reads.queries import claims_of
from explorer.shell.spellings import draw_entity_field, settle_spellings
from explorer.view import keys, session
from explorer.view.audited import Deed
from explorer.words import Words
from explorer.work.pending import PendingWrite, request
from explorer.work.reversible import Reversible, recording

_SENTENCES = 3
_PICKED = (keys.MERGED_ENTITY, keys.MERGED_INTO)


def draw_actor_merging() -> None:
    """Draw the first proposed pair, the form for any two actors, and the past decisions."""
    words = session.words()
    left, right = st.columns([13, 8], gap="large")
    with left:
        draw_failure(words)
        _draw_pair(words)
    with right:
        _draw_by_hand(words)
        made = merging.mergers(reader())
        ids = sorted({each for merger in made for each in (merger.entity, merger.into) if each})
        names = {row.id: row.name for row in read(EntityById, "annotate/entities", ids=ids)}
        draw_elements(*decisions(made, names), key="mergers")


def _pairs() -> list[MergeCandidate]:
    """The open proposals; those that the reader has skipped come last, in the order of the skips."""
    skipped: list[str] = st.session_state.get(keys.SKIPPED_PAIRS, [])
    places = {candidate: place for place, candidate in enumerate(skipped)}
    name = "explore/merge_candidates"
    found = records_of(localised(reader().read(name, limit=200), name), MergeCandidate)
    return sorted(found, key=lambda pair: places.get(pair.candidate, -1))


def _draw_pair(words: Words) -> None:
    pairs = _pairs()
    if not pairs:
        draw_elements(no_pairs(), key="no pairs")
        return
    pair = pairs[0]
    said = {side: claims_of(side, "all")[:_SENTENCES] for side in (pair.left, pair.right)}
    waiting = element("small", words("{number} pairs wait for a decision", number=len(pairs)))
    undoable = st.session_state.get(keys.LAST_MERGER) is not None
    content = (waiting, pair_card(pair, said), pair_acts(pair, undoable))
    draw_elements(*content, key="pair", subject=pair.candidate)


def _draw_by_hand(words: Words) -> None:
    with st.container(key="merge by hand", border=True):
        draw_elements(element("h3", words("Correct an actor everywhere")), key="by hand head")
        for label, key in zip((words("This actor"), words("is really")), _PICKED, strict=True):
            draw_entity_field(label, key, settle_spellings(key, "all"))
        st.text_input(words("Why"), key=keys.MERGE_NOTE, max_chars=500)
        chosen = [st.session_state.get(key) for key in _PICKED]
        st.button(
            words("Merge"),
            type="primary",
            disabled=not all(chosen),
            on_click=_merge_chosen,
            key="merge entities",
        )


@perform.register
def _merge_pair(act: MergePair) -> None:
    if pair := _pair(act.candidate):
        request(_merging(pair.left, pair.right, pair.reason, pair.candidate))


@perform.register
def _keep_separate(act: KeepSeparate) -> None:
    if pair := _pair(act.candidate):
        request(_keeping_apart(pair))


@perform.register
def _skip(act: SkipPair) -> None:
    skipped: list[str] = st.session_state.get(keys.SKIPPED_PAIRS, [])
    st.session_state[keys.SKIPPED_PAIRS] = [
        *(each for each in skipped if each != act.candidate),
        act.candidate,
    ]


@perform.register
def _split(act: SplitActor) -> None:
    request(_splitting(act.entity))


@perform.register
def _undo_merging(act: UndoMerging) -> None:
    if last := st.session_state.get(keys.LAST_MERGER):
        request(_splitting(last))


def _pair(candidate: str) -> MergeCandidate | None:
    return next((pair for pair in _pairs() if pair.candidate == candidate), None)


def _merge_chosen() -> None:
    entity, into = (st.session_state[key] for key in _PICKED)
    meant = _merging(entity, into, st.session_state.get(keys.MERGE_NOTE) or None)
    for key in (*_PICKED, keys.MERGE_NOTE):
        st.session_state.pop(key, None)
    request(meant)


def _merging(entity: str, into: str, note: str | None, candidate: str | None = None) -> PendingWrite[object]:
    """Return the write that merges two actors and accepts the proposal that they are the same."""
    return recording(_merger(entity, into, note, candidate))


def _merger(entity: str, into: str, note: str | None, candidate: str | None) -> Reversible:
    database, words = analyst(), session.words()
    names = {row.id: row.name for row in read(EntityById, "annotate/entities", ids=[entity, into])}

    def merge(author: str) -> None:
        merging.merge(database, entity, into, author=author, note=note)
        if candidate:
            merging.decide_candidate(database, candidate, accepted=True)

    def split(author: str) -> None:
        merging.split(database, entity, author=author)
        if candidate:
            merging.propose_again(database, candidate)

    said = words("{name} is {other}", name=names.get(entity, entity), other=names.get(into, into))
    return Reversible(
        Deed("merge actors", entity, {"into": into}),
        said,
        merge,
        split,
        lambda is_merged: _remember(entity if is_merged else None),
        right=Right.SETTLE,
    )


def _splitting(entity: str) -> PendingWrite[object]:
    """Return the write that splits a merged actor off again."""
    made = merging.mergers(reader(), entity)
    into = next((each.into for each in made if each.entity == entity and each.into), entity)
    merger = _merger(entity, into, None, None)
    name = next((row.name for row in read(EntityById, "annotate/entities", ids=[entity])), entity)
    said = session.words()("{name} is a separate actor", name=name)
    then = merger.then
    return recording(
        Reversible(
            Deed("split actor", entity, {"from": into}),
            said,
            merger.reverse,
            merger.record,
            lambda is_split: then(not is_split),
            right=Right.SETTLE,
        )
    )


def _keeping_apart(pair: MergeCandidate) -> PendingWrite[object]:
    """Return the write that refuses the proposal that two actors are the same."""
    database, candidate = analyst(), pair.candidate
    said = session.words()("{name} and {other} are kept apart", name=pair.left_name, other=pair.right_name)
    return recording(
        Reversible(
            Deed("keep actors apart", candidate),
            said,
            lambda _author: merging.decide_candidate(database, candidate, accepted=False),
            lambda _author: merging.propose_again(database, candidate),
            right=Right.SETTLE,
        )
    )


def _remember(entity: str | None) -> None:
    """Store the actor that was merged last, which a key can split off again."""
    st.session_state[keys.LAST_MERGER] = entity
