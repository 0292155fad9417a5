"""The panel for merging actors: a pair of actors that may be the same, and the decisions so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cypher.judging.merging import Merger
from explorer.acts.judging import KeepSeparate, MergePair, SkipPair, SplitActor, UndoMerging
from explorer.elements import Element, element, key_button
from explorer.panels.widgets import badge, named
from explorer.phrases import Plural, Term, joined, say

Row = Mapping[str, Any]


def pair_card(pair: Row, said: Mapping[str, Sequence[Row]]) -> Element:
    """Build the card of two actors that may be the same. `said` has the latest claims of each by its id."""
    return element(
        "article",
        element(
            "div",
            badge(say("{score:.0%} similar", score=pair["score"])),
            element("small", pair["reason"]),
            look="row",
        ),
        *(_side(pair, side, said.get(pair[side], ())) for side in ("left", "right")),
        look="card",
    )


def _side(pair: Row, side: str, said: Sequence[Row]) -> Element:
    country = pair[f"{side}_country"]
    mentions = Plural(pair[f"{side}_mentions"], "{number} mention", "{number} mentions")
    return element(
        "section",
        element("h2", named(pair[f"{side}_name"], pair[f"{side}_kind"])),
        element("small", joined(" · ", (Term(pair[f"{side}_kind"]), country, mentions))),
        *(element("p", claim["sentence"], look="quote") for claim in said),
    )


def pair_acts(pair: Row, undoable: bool) -> Element:
    """Build the buttons for a pair. Each has a keyboard shortcut."""
    candidate = pair["candidate"]
    return element(
        "div",
        key_button(say("Merge actors"), "m", MergePair(candidate)),
        key_button(say("Keep separate"), "x", KeepSeparate(candidate)),
        key_button(say("Next"), "j ", SkipPair(candidate)),
        key_button(say("Undo"), "z", UndoMerging()) if undoable else None,
        look="acts",
    )


def no_pairs() -> Element:
    """Build the empty state for when no pair is proposed."""
    return element(
        "div",
        element("h4", say("No pairs to decide")),
        element("p", say("Loading news proposes pairs of actors with similar names."), look="lead"),
        look="empty",
    )


def decisions(made: Sequence[Merger], names: Mapping[str, str]) -> tuple[Element, ...]:
    """List the decisions so far, newest first. A merger that still applies has a button to split it."""
    head = element("h3", say("Decisions"))
    if not made:
        return (head, element("p", say("No decisions yet."), look="lead"))
    latest = {merger.entity: merger.id for merger in reversed(made)}
    lines = (_decision(merger, latest[merger.entity] == merger.id, names) for merger in made)
    return (head, element("ul", *lines, look="list"))


def _decision(merger: Merger, holds: bool, names: Mapping[str, str]) -> Element:
    entity = names.get(merger.entity, merger.entity)
    said = (
        say("{name} is {other}", name=entity, other=names.get(merger.into, merger.into))
        if merger.into
        else say("{name} is a separate actor", name=entity)
    )
    who = f"{merger.author} · {merger.created_at[:16].replace('T', ' ')} UTC"
    split = element("button", say("Split"), look="act", act=SplitActor(merger.entity))
    return element(
        "li",
        element("span", element("span", said), element("small", who), look="stack"),
        split if holds and merger.into else None,
    )
