"""The page of two actors: what the news says of each towards the other, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cypher.records.explore import FullEntity
from cypher.records.shared import EvidenceClaim
from explorer.acts.opening import OpenProfile, OpenQuery
from explorer.elements import Element, element
from explorer.panels.collecting import collecting_pair
from explorer.panels.profile.reports import disputed, event_count, report_list
from explorer.panels.widgets import listed
from explorer.phrases import Days, joined, say


@dataclass(frozen=True, slots=True)
class PairFacts:
    """Two actors, the claims of each towards the other and of both together, and who mediates."""

    first: FullEntity
    second: FullEntity
    forth: Sequence[EvidenceClaim]
    back: Sequence[EvidenceClaim]
    both: Sequence[EvidenceClaim]
    mediators: Mapping[str, str]

    @property
    def claims(self) -> list[EvidenceClaim]:
        """All claims about the pair, each once."""
        return list({claim.claim: claim for claim in (*self.forth, *self.back, *self.both)}.values())


def pair_head(facts: PairFacts) -> tuple[Element, ...]:
    """Build both names, the number of events with their first and last day, and the mediators."""
    days = sorted(claim.date for claim in facts.claims if claim.date)
    names = [
        element("button", actor.name, look="name", act=OpenProfile(actor.id))
        for actor in (facts.first, facts.second)
    ]
    span = Days(days[0], days[-1]) if days else None
    parts = (
        element("h2", names[0], " ↔ ", names[1]),
        element("small", joined(" · ", (event_count(facts.claims), span))),
        element(
            "div",
            *collecting_pair(facts.first.id, facts.second.id),
            element("button", say("Compare with another pair"), act=_comparing(facts)),
            look="acts",
        ),
    )
    mediators = listed(say("Mediators"), (_mediator(end, name) for end, name in facts.mediators.items()))
    return tuple(part for part in (element("div", *parts, look="head"), mediators) if part)


def _comparing(facts: PairFacts) -> OpenQuery:
    return OpenQuery("saved/bilateral/compared_months", (facts.first.id, facts.second.id))


def _mediator(end: str, name: str) -> Element:
    return element("li", element("span", name), act=OpenProfile(end))


def one_way(actor: FullEntity, other: FullEntity, claims: Sequence[EvidenceClaim]) -> Element:
    """Build the list of what one actor did to the other."""
    return report_list(f"{actor.name} → {other.name}", claims, {actor.id, other.id})


def together(facts: PairFacts) -> tuple[Element, ...]:
    """Build the lists of what both did together, and of what is disputed."""
    parties = {facts.first.id, facts.second.id}
    contested = disputed(facts.claims)
    parts = (
        report_list(say("Together"), facts.both, parties) if facts.both else None,
        report_list(say("Disputed"), contested, parties) if contested else None,
    )
    return tuple(part for part in parts if part)


def no_pair(facts: PairFacts, *, is_filtered: bool) -> Element | None:
    """Say that the lens, or the filters, show nothing between the two, if so."""
    if facts.claims:
        return None
    unfiltered = say("This lens shows no events between them.")
    filtered = say("No event between them passes the lens and the filters.")
    return element("p", filtered if is_filtered else unfiltered, look="lead")
