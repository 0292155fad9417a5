"""The panel for merging actors: a pair of actors that may be the same, and the decisions so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cypher.judging.merging import Merger
from cypher.records.explore import MergeCandidate
from cypher.records.shared import EntityClaim
from explorer.acts.judging import KeepSeparate, MergePair, SkipPair, SplitActor, UndoMerging
from explorer.dataset_words import quoted
from explorer.elements import Element, element, empty_state, key_button
from explorer.moments import moment
from explorer.panels.widgets import badge, named
from explorer.phrases import Plural, Term, joined, say


@dataclass(frozen=True, slots=True)
class _Side:
    """One actor of a pair."""

    name: str
    kind: str
    country: str | None
    mentions: int
    said: Sequence[EntityClaim]


def pair_card(pair: MergeCandidate, said: Mapping[str, Sequence[EntityClaim]]) -> Element:
    """Build the card of two actors that may be the same. `said` has the latest claims of each by its id."""
    return element(
        "article",
        element(
            "div",
            badge(say("{score:.0%} similar", score=pair.score)),
            element("small", pair.reason),
            look="row",
        ),
        *(_side(side) for side in _sides(pair, said)),
        look="card",
    )


def _sides(pair: MergeCandidate, said: Mapping[str, Sequence[EntityClaim]]) -> tuple[_Side, _Side]:
    left, right = said.get(pair.left, ()), said.get(pair.right, ())
    return (
        _Side(pair.left_name, pair.left_kind, pair.left_country, pair.left_mentions, left),
        _Side(pair.right_name, pair.right_kind, pair.right_country, pair.right_mentions, right),
    )


def _side(side: _Side) -> Element:
    mentions = Plural(side.mentions, "{number} mention", "{number} mentions")
    return element(
        "section",
        element("h2", named(side.name, side.kind)),
        element("small", joined(" · ", (Term(side.kind), side.country, mentions))),
        *(element("p", quoted(claim.sentence, claim.extractor), look="quote") for claim in side.said),
    )


def pair_acts(pair: MergeCandidate, undoable: bool) -> Element:
    """Build the buttons for a pair. Each has a keyboard shortcut."""
    candidate = pair.candidate
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
    return empty_state(
        say("No pairs to decide"), say("Loading news proposes pairs of actors with similar names.")
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
    who = f"{merger.author} · {moment(merger.created_at)}"
    split = element("button", say("Split"), look="act", act=SplitActor(merger.entity))
    return element(
        "li",
        element("span", element("span", said), element("small", who), look="stack"),
        split if holds and merger.into else None,
    )
