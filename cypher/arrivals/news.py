"""The new claims as they are read, with what follows from them without a database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cypher.arrivals.grouping import grouped
from cypher.arrivals.items import EACH
from cypher.records.arrivals import ArrivedEntity, NewClaim, NewDocument, StatedTie, StoredTie


@dataclass(frozen=True)
class News:
    """What came in: documents and claims by id, the ties that these state, and who takes part, by id.

    `claims` and those of `entities` include what the lens does not show; `stated` does not.
    """

    documents: Mapping[str, NewDocument] = field(default_factory=dict)
    claims: Mapping[str, NewClaim] = field(default_factory=dict)
    stated: tuple[StatedTie, ...] = ()
    entities: Mapping[str, ArrivedEntity] = field(default_factory=dict)

    @cached_property
    def shown(self) -> list[NewClaim]:
        """The claims that the lens shows."""
        return [claim for claim in self.claims.values() if claim.shown]

    @cached_property
    def formed(self) -> dict[str, list[str]]:
        """The claims that form ties, by tie."""
        return grouped((each.tie, each.claim) for each in self.stated if not each.denies)

    @cached_property
    def denied(self) -> dict[str, list[str]]:
        """The claims that deny ties, by tie."""
        return grouped((each.tie, each.claim) for each in self.stated if each.denies)

    @cached_property
    def of_tie(self) -> dict[str, list[str]]:
        """The claims that form or deny ties, by tie."""
        return grouped((each.tie, each.claim) for each in self.stated)

    @cached_property
    def of_pair(self) -> dict[frozenset[str], list[str]]:
        """The claims on two parties at the level, in any direction."""
        pairs = ((frozenset((each.actor, each.recipient)), each.claim) for each in self.stated)
        return grouped(pairs)

    @cached_property
    def of_entity(self) -> dict[str, list[str]]:
        """The shown claims about an entity: as party, or as end of a tie of the level."""
        as_party = (
            (id_, claim) for id_, each in self.entities.items() for claim in self.shown_of(each.claims)
        )
        as_end = ((end, each.claim) for each in self.stated for end in (each.actor, each.recipient))
        return grouped((*as_party, *as_end))

    @cached_property
    def of_document(self) -> dict[str, list[str]]:
        """The shown claims of documents."""
        return grouped((claim.document, claim.claim) for claim in self.shown)

    @cached_property
    def of_event(self) -> dict[str, list[str]]:
        """The shown claims of events and relations."""
        return grouped((claim.event, claim.claim) for claim in self.shown)

    @cached_property
    def stored(self) -> dict[str, StoredTie]:
        """The counts of the ties that the lens shows, by tie."""
        return {
            each.tie: StoredTie(each.tie, each.claims, each.voices or 0, each.denied or 0, each.last_date)
            for each in self.stated
            if each.claims is not None
        }

    def shown_of(self, claims: Iterable[str]) -> list[str]:
        """Return those of these claims that the lens shows."""
        return [each for each in claims if each in self.claims and self.claims[each].shown]

    def newest(self, claims: Iterable[str], most: int = EACH) -> tuple[str, ...]:
        """Return the latest of these claims, each voice once."""
        found = sorted({self.claims[each].claim for each in claims})
        found.sort(key=lambda each: self.claims[each].placed_from or "", reverse=True)
        voices = {self.claims[each].voice: each for each in reversed(found)}
        return tuple(each for each in found if voices[self.claims[each].voice] == each)[:most]
