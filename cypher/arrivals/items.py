"""What came in, as values: each statement names the claims that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from cypher.arrivals.only import Only
from cypher.desk.watching import Watch
from cypher.model.graph import Sign
from cypher.records.arrivals import ArrivedEntity, NewSentence
from cypher.records.shared import DrawnTie, EvidenceClaim
from cypher.sources.failing import Failure

T = TypeVar("T")

MOST = 30
"""The maximum number of things of one sort that are listed; their full number is kept."""

EACH = 3
"""The maximum number of claims that are kept as evidence of one thing."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: since when (ISO date and time, UTC), under which lens and level, for whom, of what."""

    since: str
    lens: str
    level: str
    author: str = ""
    only: Only | None = None


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """The first things of a list, and their full number."""

    shown: tuple[T, ...] = ()
    number: int = 0

    @classmethod
    def of(cls, all_: Iterable[T], most: int = MOST) -> Listed[T]:
        """Keep the first `most` things."""
        found = tuple(all_)
        return cls(found[:most], len(found))

    @property
    def more(self) -> int:
        """How many things are not listed."""
        return self.number - len(self.shown)

    def __bool__(self) -> bool:
        return bool(self.number)


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher, a data set (`dataset`), or an unnamed publisher, with what came in from it.

    `withheld` claims are not shown by the lens. `by_hand` documents were quoted by analysts.
    """

    name: str | None
    dataset: str | None
    by_hand: bool
    documents: int
    claims: int
    withheld: int
    evidence: tuple[str, ...]

    @property
    def only(self) -> Only:
        """What shows this source alone."""
        return Only.source(self.name, self.dataset, by_hand=self.by_hand)


@dataclass(frozen=True, slots=True)
class Topic:
    """An event type, a relation type or a country, with what was claimed; `name` is that of a country."""

    code: str
    name: str | None
    claims: int
    events: int
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewTie:
    """A tie whose claims all came in."""

    tie: DrawnTie
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """Independent voices of cooperation and of conflict between two parties."""

    cooperation: int = 0
    conflict: int = 0

    @property
    def voices(self) -> int:
        """The number of all voices."""
        return self.cooperation + self.conflict

    @property
    def lead(self) -> Sign | None:
        """The sign with more voices, None if they are equally many."""
        if self.cooperation == self.conflict:
            return None
        return Sign.COOPERATION if self.cooperation > self.conflict else Sign.CONFLICT


@dataclass(frozen=True, slots=True)
class Turned:
    """A pair whose leading sign before differs from that of what came in; `tie` has the new sign."""

    tie: DrawnTie
    before: Balance
    now: Balance
    evidence: tuple[str, ...]


class Against(StrEnum):
    """Which of two claims that contradict each other came in."""

    DENIAL = "denial"  # it denies what stood
    CLAIM = "claim"  # it claims what was denied before
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Denied:
    """Claims of one type on a tie, and those of other documents that deny them.

    `claims` and `denials` are the first ones; `claims_number` and `denials_number` count all.
    """

    tie: DrawnTie
    event_type: str
    came_in: Against
    claims: tuple[str, ...]
    denials: tuple[str, ...]
    claims_number: int
    denials_number: int


@dataclass(frozen=True, slots=True)
class NewActor:
    """An entity without earlier claims."""

    entity: ArrivedEntity
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TouchedWatch:
    """A watched query with the rows of its result that rest on new claims.

    `rows` are the titles of the first ones, `number` counts all. `traced` is false if the rows do not say
    what they rest on, so that it cannot be told whether they are touched.
    """

    watch: Watch
    rows: tuple[str, ...]
    number: int
    evidence: tuple[str, ...]
    traced: bool = True


@dataclass(frozen=True, slots=True)
class TouchedPhrase:
    """Watched words, and the new sentences that use them; if `more`, there are others."""

    watch: Watch
    sentences: Sequence[NewSentence]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What came in. `compared_since` is later than `since` if too much came in to compare all of it.

    `counted_only` documents came in between them. `withheld` claims are not shown by the lens; `untied` ones
    are shown, but form no tie of the level. `unfinished` documents were begun and not loaded. `evidence` has
    the claims that are named, and `came_in_at` when documents came in, by id. `failures` are of the sources
    that are followed; `sources_error` says why they are not known, if they are not. If only a source, type or
    country is asked for, all but the failures is of that.
    """

    asked: Asked
    compared_since: str
    made_at: str
    documents: int = 0
    counted_only: int = 0
    claims: int = 0
    withheld: int = 0
    untied: int = 0
    unfinished: int = 0
    sources: Listed[Source] = field(default_factory=Listed)
    types: Listed[Topic] = field(default_factory=Listed)
    countries: Listed[Topic] = field(default_factory=Listed)
    ties: Listed[NewTie] = field(default_factory=Listed)
    actors: Listed[NewActor] = field(default_factory=Listed)
    turned: Listed[Turned] = field(default_factory=Listed)
    denied: Listed[Denied] = field(default_factory=Listed)
    watches: tuple[TouchedWatch, ...] = ()
    phrases: tuple[TouchedPhrase, ...] = ()
    evidence: Mapping[str, EvidenceClaim] = field(default_factory=dict)
    came_in_at: Mapping[str, str] = field(default_factory=dict)
    failures: Listed[Failure] = field(default_factory=Listed)
    sources_error: str = ""

    def __bool__(self) -> bool:
        """Whether anything came in."""
        return bool(self.documents or self.counted_only)
