"""The list of claims that analysts made by hand: who did what to whom, and the card of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cypher.model.ids import alias_key, analyst_of
from cypher.records.shared import ActingParty, EvidenceClaim, FoundAssertion
from explorer.acts.opening import OpenPair
from explorer.elements import Element, element
from explorer.panels.evidence import claim_card
from explorer.panels.notes import Notes
from explorer.phrases import Plural, say

Events = Mapping[str, FoundAssertion]
"""What claims assert, by id."""


def matching(claims: Sequence[EvidenceClaim], events: Events, text: str) -> list[EvidenceClaim]:
    """Return the claims with all words of a text in their parties, sentence, source or analyst.

    Case and accents do not matter.
    """
    words = alias_key(text).split()
    return [claim for claim in claims if all(word in _said(claim, events) for word in words)]


def _said(claim: EvidenceClaim, events: Events) -> str:
    names = (party.name for party in _parties(events.get(claim.event)))
    told = (claim.sentence, claim.title, claim.publisher, analyst_of(claim.extractor))
    return alias_key(" ".join((*names, *filter(None, told))))


def hand_list(claims: Sequence[EvidenceClaim], events: Events, notes: Notes) -> tuple[Element, ...]:
    """Build the number of claims, and for each its parties and its card; or a hint if there are none."""
    if not claims:
        hint = say("“Add a claim” stands on the panel of an entity or a tie, and beside an article.")
        return (element("h4", say("No claims by hand here")), element("p", hint, look="lead"))
    counted = element("h3", Plural(len(claims), "{number} claim by hand", "{number} claims by hand"))
    return (counted, *(part for claim in claims for part in _entry(claim, events, notes)))


def _entry(claim: EvidenceClaim, events: Events, notes: Notes) -> Iterator[Element]:
    event = events.get(claim.event)
    parties = _parties(event)
    if event and event.actors and event.recipients:
        first, second = event.actors[0], event.recipients[0]
        names = f"{first.name} → {second.name}"
        yield element("h4", element("span", names, look="name", act=OpenPair(first.id, second.id)))
    yield claim_card(claim, {party.id for party in parties}, None, notes)


def _parties(event: FoundAssertion | None) -> tuple[ActingParty, ...]:
    return (*event.actors, *event.recipients) if event else ()
