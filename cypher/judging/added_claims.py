"""Adds new claims to the counts that ties store, without counting the older claims again; pure functions.

The results are what `load/count_ties` gives for all claims of the tie. Only claims that nobody has judged, of
events without mediators and of relations, can be added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from cypher.model.assertions import TYING_STATUSES, Assertion, Row
from cypher.model.graph import Event
from cypher.records.shared import StoredCounts


@dataclass(frozen=True, slots=True)
class NewClaim:
    """An unjudged claim that no tie counts yet; the dates are ISO, reduced to what is known, or None."""

    assertion: str
    event_type: str
    voice: str
    date: str | None
    not_after: str | None
    known_on: str
    lenses: tuple[str, ...]
    planned: bool = False
    by_hand: bool = False
    own: bool = False
    """Whether no other tie of a level has its voice."""


@dataclass(slots=True)
class _Counts:
    """The counts of a tie for one lens."""

    claims: int = 0
    voices: int = 0
    first_date: str = ""
    last_date: str = ""
    bound: str = ""
    known_from: str = ""
    known_until: str = ""
    verified: int = 0
    unsure: int = 0
    unjudged: int = 0
    mediations: int = 0
    planned: int = 0
    denied: int = 0
    by_hand: int = 0
    event_types: str = ""
    own_voices: int = 0
    own_types: str = ""
    months: str = ""
    more_types: list[str] = field(default_factory=list)
    more_own: list[str] = field(default_factory=list)
    more_months: list[str] = field(default_factory=list)

    def add(self, claim: NewClaim, *, heard: bool, own: bool) -> None:
        """Count one more claim; its voice only if it was not `heard`, and as an own one if `own`."""
        self.claims += 1
        self.unjudged += 1
        self.planned += claim.planned
        self.by_hand += claim.by_hand
        self.voices += not heard
        self.more_types.append(claim.event_type)
        if own:
            self.own_voices += 1
            self.more_own.append(claim.event_type)
        if claim.date:
            self.more_months.append(claim.date[:7])
            self.first_date = min(self.first_date or claim.date, claim.date)
            self.last_date = max(self.last_date, claim.date)
        self.bound = max(self.bound, claim.not_after or "")
        self.known_from = min(self.known_from or claim.known_on, claim.known_on)
        self.known_until = max(self.known_until, claim.known_on)


def can_be_added(assertion: Assertion) -> bool:
    """Whether the counts of ties change by addition when a claim of this event or relation is new.

    Events that deny ties, and those with mediators, also change what ties say of older claims.
    """
    if isinstance(assertion, Event):
        return assertion.status in TYING_STATUSES and not assertion.mediators
    return True


def new_lenses(stored: StoredCounts, claims: Iterable[NewClaim]) -> set[str]:
    """Return the lenses that show new claims of a tie, but none of its older ones."""
    return {lens for claim in claims for lens in claim.lenses} - set(stored.lenses)


def counts_with(
    stored: StoredCounts,
    claims: Iterable[NewClaim],
    heard: Collection[tuple[str, str]],
    denied: Mapping[str, int],
    *,
    directed: bool,
    owned: Collection[tuple[str, str]] = (),
) -> Row:
    """Return the properties of a tie that change when it counts some new claims more.

    `heard` are pairs of a voice and a lens that the tie counts already, `owned` those that it counts as its
    own. `denied` counts the claims that deny the tie, for each of its new lenses. `directed` says whether one
    of the new claims is of an event with a recipient.
    """
    counts = _by_lens(stored)
    known, own = set(heard), set(owned)
    for claim in claims:
        for lens in claim.lenses:
            said = (claim.voice, lens)
            if lens not in counts:
                counts[lens] = _Counts(denied=denied.get(lens, 0))
            counts[lens].add(claim, heard=said in known, own=claim.own and said not in own)
            known.add(said)
            if claim.own:
                own.add(said)
    row = _as_row(counts) | {"directed": directed or stored.directed}
    return {name: value for name, value in row.items() if value != getattr(stored, name)}


def _by_lens(stored: StoredCounts) -> dict[str, _Counts]:
    return {
        lens: _Counts(
            stored.claims[at],
            stored.voices[at],
            stored.first_dates[at],
            stored.last_dates[at],
            stored.bounds[at],
            stored.known_from[at],
            stored.known_until[at],
            stored.verified[at],
            stored.unsure[at],
            stored.unjudged[at],
            stored.mediations[at],
            stored.planned[at],
            stored.denied[at],
            stored.by_hand[at],
            stored.event_types[at],
            stored.own_voices[at],
            stored.own_types[at],
            stored.months[at],
        )
        for at, lens in enumerate(stored.lenses)
    }


def _as_row(counts: dict[str, _Counts]) -> Row:
    listed = [counts[lens] for lens in sorted(counts)]
    return {
        "lenses": sorted(counts),
        "claims": [each.claims for each in listed],
        "voices": [each.voices for each in listed],
        **_by_type(listed),
        "months": [_with_months(each.months, each.more_months) for each in listed],
        "own_voices": [each.own_voices for each in listed],
        "mediations": [each.mediations for each in listed],
        "first_dates": [each.first_date for each in listed],
        "last_dates": [each.last_date for each in listed],
        "bounds": [each.bound for each in listed],
        "known_from": [each.known_from for each in listed],
        "known_until": [each.known_until for each in listed],
        "verified": [each.verified for each in listed],
        "unsure": [each.unsure for each in listed],
        "unjudged": [each.unjudged for each in listed],
        "planned": [each.planned for each in listed],
        "denied": [each.denied for each in listed],
        "by_hand": [each.by_hand for each in listed],
    }


def _by_type(listed: Iterable[_Counts]) -> Row:
    lines = [
        _with_types(each.event_types, each.own_types, tuple(each.more_types), tuple(each.more_own))
        for each in listed
    ]
    return {"event_types": [types for types, _ in lines], "own_types": [own for _, own in lines]}


@lru_cache(maxsize=10_000)
def _with_types(text: str, own: str, more: tuple[str, ...], more_own: tuple[str, ...]) -> tuple[str, str]:
    """Return the counts of event types, such as ``CONSULT 3,AID 1``, and how many own voices each has.

    `more` are the types of new claims, `more_own` those of new own voices.
    """
    counts, owned = Counter(more), Counter(more_own)
    if text:
        for entry, number_owned in zip(text.split(","), own.split(","), strict=True):
            event_type, _, number = entry.rpartition(" ")
            counts[event_type] += int(number)
            owned[event_type] += int(number_owned)
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return (
        ",".join(f"{event_type} {number}" for event_type, number in ordered),
        ",".join(str(owned[event_type]) for event_type, _ in ordered),
    )


def _with_months(text: str, more: Iterable[str]) -> str:
    """Return the numbers of claims by month, such as ``2014-01 3,2014-02 1``, counting `more` claims."""
    counts = Counter(more)
    if not counts:
        return text
    for entry in filter(None, text.split(",")):
        month, _, number = entry.rpartition(" ")
        counts[month] += int(number)
    return ",".join(f"{month} {number}" for month, number in sorted(counts.items()))
