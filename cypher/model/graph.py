"""The graph as Python sees it: frozen records and closed lists, standard library only.

News is what somebody said. A `Claim` says that one sentence of one document asserts an `Event` or a
`Relation`; several claims may assert the same one. Offsets are code points of the document's text,
half-open. Dates are ISO strings (``YYYY-MM-DD``); a date that is only known to the month or year is the
first day of it, with the precision beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class EntityKind(StrEnum):
    """What an entity is; `COUNTRY` is the label `Country`, all others are the label `Actor`."""

    COUNTRY = "country"
    PERSON = "person"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed_group"
    GOVERNMENT_BODY = "government_body"
    PLACE = "place"
    GROUP = "group"  # an unnamed collective: police, protesters, settlers


class EventStatus(StrEnum):
    """Whether the text says that the event took place."""

    ACTUAL = "actual"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class DatePrecision(StrEnum):
    """The finest unit that is known of a date."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class RelationType(StrEnum):
    """Lasting relations between entities; they are claim-backed like events."""

    HOLDS_OFFICE = "holds_office"
    MEMBER_OF = "member_of"
    PART_OF = "part_of"
    CONTROLS = "controls"
    LOCATED_IN = "located_in"
    ALLIED_WITH = "allied_with"


class Sign(StrEnum):
    """What a drawn edge stands for: kept apart so that a pair can be both partners and adversaries."""

    COOPERATION = "cooperation"
    CONFLICT = "conflict"
    RELATION = "relation"


class Judgement(StrEnum):
    """An analyst's verdict on a claim; `NONE` takes an earlier one back."""

    VERIFIED = "verified"
    REJECTED = "rejected"
    UNSURE = "unsure"
    NONE = "none"


class Lens(StrEnum):
    """Which claims a query sees (see `cypher.model.lens`)."""

    TRUSTED = "trusted"
    NOT_REJECTED = "not_rejected"
    ALL = "all"
    MINE = "mine"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}-{self.end} is not a range")

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `content_hash` is that of the normalised text; `id` derives from it and the URL."""

    id: str
    text: str
    language: str
    content_hash: str
    title: str | None = None
    published_on: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document. `voice` is equal for the same words in syndicated copies."""

    id: str
    document_id: str
    index: int
    span: Span
    text: str
    voice: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A country (id: ISO 3166-1 alpha-3) or an actor. `country` is the state it belongs to or speaks for.

    `concept` says what the members of an unnamed group of a country are, such as "forces". All groups of the
    same concept and country are one entity; its `name` is the phrase in one text.
    """

    id: str
    name: str
    kind: EntityKind
    country: str | None = None
    aliases: tuple[str, ...] = ()
    concept: str | None = None


REFERS = "” read as "
"""Stands in the reason of a mention that is a pronoun or description: “ia” read as Joe Biden."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names an entity, with the reason for the link."""

    entity_id: str
    sentence_id: str
    span: Span
    text: str
    reason: str

    @property
    def refers(self) -> bool:
        """Whether it is no name, but a pronoun or description that the text before tells the meaning of."""
        return REFERS in self.reason


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom. The id is a hash of type, status, date and parties: reports of it share it.

    `quad` is 1-4 (verbal/material cooperation, verbal/material conflict); `intensity` is PLOVER's score
    from -10 (conflict) to +10 (cooperation). Empty `actors` means that the text does not say who.
    """

    id: str
    event_type: str
    quad: int
    intensity: float
    status: EventStatus
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    mode: str | None = None
    date: str | None = None
    date_precision: DatePrecision = DatePrecision.UNKNOWN


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting relation between two entities; `role` names the office or capacity as the text puts it."""

    id: str
    relation_type: RelationType
    subject: str
    object: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence asserts one event or relation.

    `reasons` says in words why it was extracted (trigger, rule, resolution); `attribution` is the entity
    that is quoted as saying so; `confidence` lies in 0-1.
    """

    id: str
    document_id: str
    sentence_id: str
    asserts: Event | Relation
    trigger: Span
    confidence: float
    extractor: str
    attribution: str | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MergeCandidate:
    """Two actors that may be one: `left` would be merged into `right`. `score` lies in 0-1."""

    id: str
    left: str
    right: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was extracted from one document; what `ingest` hands to the loader."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    warnings: tuple[str, ...] = field(default=())
