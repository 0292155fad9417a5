"""The graph's data types: frozen dataclasses and enums, standard library only.

A `Claim` says that one sentence of one document asserts an `Event` or a `Relation`; several claims may assert
the same one. Spans are half-open ranges of code points of the document's text. Dates are ISO strings
(``YYYY-MM-DD``). A date that is known only to the month or year is its first day, and `DatePrecision` says
so. The day of publication is never a date of an event: it is a bound, the latest day on which an undated
event can have happened (`Event.not_after`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class EntityKind(StrEnum):
    """The kind of an entity. `COUNTRY` has the label `Country` in the graph, all others have `Actor`."""

    COUNTRY = "country"
    PERSON = "person"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed_group"
    GOVERNMENT_BODY = "government_body"
    PLACE = "place"
    GROUP = "group"  # a collective without a name of its own: police, protesters, settlers


class EventStatus(StrEnum):
    """Whether the text says that the event took place."""

    ACTUAL = "actual"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class DatePrecision(StrEnum):
    """The finest unit of a date that is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class RelationType(StrEnum):
    """Lasting relations between entities; claims assert them, as they assert events."""

    HOLDS_OFFICE = "holds_office"
    MEMBER_OF = "member_of"
    PART_OF = "part_of"
    CONTROLS = "controls"
    LOCATED_IN = "located_in"
    ALLIED_WITH = "allied_with"


class Sign(StrEnum):
    """The sign of a tie. Each pair has one tie per sign, because it may both cooperate and be in conflict."""

    COOPERATION = "cooperation"
    CONFLICT = "conflict"
    NEUTRAL = "neutral"
    RELATION = "relation"


class Judgement(StrEnum):
    """An analyst's verdict on a claim; `NONE` withdraws an earlier one."""

    VERIFIED = "verified"
    REJECTED = "rejected"
    UNSURE = "unsure"
    NONE = "none"


class Lens(StrEnum):
    """Selects the claims that a query sees (see `cypher.model.lens`)."""

    TRUSTED = "trusted"
    NOT_REJECTED = "not_rejected"
    ALL = "all"
    MINE = "mine"


class Level(StrEnum):
    """Whose ties a query sees: of each actor, of the states and bodies that actors act for, or of blocs."""

    ACTOR = "actor"
    STATE = "state"
    BLOC = "bloc"


USUAL_LEVEL = Level.STATE
"""The level of everything that names none: what happens between states is what analysts ask for first."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}-{self.end} is not a range")

    def of(self, text: str) -> str:
        """Return the part of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `content_hash` is a hash of the normalised text; `id` derives from it and the URL.

    `published_on` is the day of publication, the likeliest one if `published_guessed`. It is known as far as
    `published_precision` says: to the day, month or year.
    """

    id: str
    text: str
    language: str
    content_hash: str
    title: str | None = None
    published_on: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_precision: DatePrecision = DatePrecision.DAY
    published_guessed: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document. `voice` is a hash of its words, equal in syndicated copies."""

    id: str
    document_id: str
    index: int
    span: Span
    text: str
    voice: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A country (id: ISO 3166-1 alpha-3) or an actor. `country` is the state it belongs to or speaks for.

    `concept` says what the members of an unnamed group are, such as "forces". All groups of the same concept
    and country are one entity; its `name` is the phrase in one text. `acts_for` is the id of the state or
    body for which it usually acts, None if that is itself or unknown.
    """

    id: str
    name: str
    kind: EntityKind
    country: str | None = None
    aliases: tuple[str, ...] = ()
    concept: str | None = None
    acts_for: str | None = None


REFERS = "” read as "
"""Part of the reason of a mention that is a pronoun or description: “ia” read as Joe Biden."""


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
        """Whether it is a pronoun or description, which was resolved by the text before it."""
        return REFERS in self.reason


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom. The id is a hash of type, status, date and parties, so all reports share it.

    `quad` is 1-4 (verbal/material cooperation, verbal/material conflict); `intensity` is PLOVER's score
    from -10 (conflict) to +10 (cooperation). Empty `actors` means that the text does not say who. `mediators`
    bring the other parties together; they are no party of what these agree on. `date` is what the text says.
    If it says nothing, `not_after` is the day on which an actual event was reported. If that day is only
    guessed, there is no such bound, and `reported_around` is the month or year of the guess. `acts_for` pairs
    parties with the states and bodies for which they acted; others acted for themselves.
    """

    id: str
    event_type: str
    quad: int
    intensity: float
    status: EventStatus
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    mode: str | None = None
    date: str | None = None
    date_precision: DatePrecision = DatePrecision.UNKNOWN
    not_after: str | None = None
    acts_for: tuple[tuple[str, str], ...] = ()
    reported_around: str | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """Everybody who takes part: actors, recipients and mediators."""
        return (*self.sides, *self.mediators)

    @property
    def sides(self) -> tuple[str, ...]:
        """Actors and recipients."""
        return (*self.actors, *self.recipients)


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting relation between two entities; `role` is the office or function in the words of the text.

    `acts_for` pairs its ends with the states and bodies for which they act, as for an `Event`.
    """

    id: str
    relation_type: RelationType
    subject: str
    object: str
    role: str | None = None
    acts_for: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence asserts one event or relation.

    `reasons` says in words why it was extracted (trigger, rule, resolution). `attribution` is the entity to
    which the text attributes it. `confidence` is between 0 and 1.
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
    """Two actors that may be the same: `left` would be merged into `right`. `score` is between 0 and 1."""

    id: str
    left: str
    right: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that was extracted from one document."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    warnings: tuple[str, ...] = field(default=())
