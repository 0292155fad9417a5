"""Recodes a claim: gives it another type, other parties or the other direction than was extracted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cypher.errors import UsageError
from cypher.model.assertions import Assertion, affiliated, affiliations_of, identified
from cypher.model.graph import DatePrecision, Event, EventStatus, Relation, RelationType
from cypher.model.ontology import EventType, event_type, is_mediated
from cypher.records.check import ListedAssertion, TiedEvent
from cypher.records.merge import AffectedAssertion
from cypher.records.shared import FoundAssertion

AssertionRow = FoundAssertion | AffectedAssertion | TiedEvent | ListedAssertion
"""A row that has the columns of the part `return_assertions`."""


@dataclass(frozen=True, slots=True)
class Recode:
    """The changed parts of a reading; None keeps the extracted value. Parties are ids of entities.

    `type` is the code of an event type or a relation type. `acts_for` says what the new parties usually act
    for; those of the extracted reading keep what they acted for.
    """

    type: str | None = None
    actors: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    mediators: tuple[str, ...] | None = None
    status: EventStatus | None = None
    acts_for: Mapping[str, str] = field(default_factory=dict)

    def parties(self) -> set[str]:
        """Return the ids of the entities that it names."""
        return {*(self.actors or ()), *(self.recipients or ()), *(self.mediators or ())}


def recoded(assertion: Assertion, recode: Recode) -> Assertion:
    """Return the extracted `assertion` with the changes of `recode`.

    Raises `UsageError` for an unknown type, for a relation that does not have two ends, and for a party that
    mediates, too.
    """
    return affiliated(_read_as(assertion, recode), {**recode.acts_for, **affiliations_of(assertion)})


def _read_as(assertion: Assertion, recode: Recode) -> Assertion:
    actors, recipients = _ends(assertion)
    actors = actors if recode.actors is None else tuple(dict.fromkeys(recode.actors))
    recipients = recipients if recode.recipients is None else tuple(dict.fromkeys(recode.recipients))
    code = recode.type or _code(assertion)
    if code in set(RelationType):
        role = assertion.role if isinstance(assertion, Relation) and assertion.relation_type == code else None
        return identified(_relation(RelationType(code), actors, recipients, role))
    kind = event_type(code)
    base = assertion if isinstance(assertion, Event) else Event("", code, 0, 0.0, EventStatus.ACTUAL, ())
    mediators = base.mediators if recode.mediators is None else tuple(dict.fromkeys(recode.mediators))
    _refuse_double_roles(mediators, (*actors, *recipients))
    mode = _mode(base, kind, mediators, changed=recode.mediators is not None)
    status = recode.status or base.status
    return identified(
        replace(
            base,
            event_type=code,
            quad=kind.quad.number,
            intensity=kind.intensity(mode),
            mode=mode,
            status=status,
            not_after=base.not_after if status is EventStatus.ACTUAL else None,
            reported_around=base.reported_around if status is EventStatus.ACTUAL else None,
            actors=actors,
            recipients=recipients,
            mediators=mediators,
        )
    )


def _mode(base: Event, kind: EventType, mediators: tuple[str, ...], *, changed: bool) -> str | None:
    """Return the mode of the event, which follows from its mediators where these were recoded."""
    mode = base.mode if base.event_type == kind.code else None
    if not changed or bool(mediators) == is_mediated(kind.code, mode):
        return mode
    return next((each.code for each in kind.modes.values() if each.mediated), mode) if mediators else None


def _refuse_double_roles(mediators: tuple[str, ...], parties: tuple[str, ...]) -> None:
    twice = sorted({*mediators} & {*parties})
    if twice:
        raise UsageError(
            f"{twice[0]!r} mediates between the parties, so it cannot be one of them; remove it there."
        )


def assertion_of(row: AssertionRow) -> Assertion:
    """Return the event or relation in a row."""
    actors, recipients, mediators, places = (
        tuple(party.id for party in parties)
        for parties in (row.actors, row.recipients, row.mediators, row.places)
    )
    acts_for = {party.id: party.acts_for for party in (*row.actors, *row.recipients, *row.mediators)}
    if row.relation_type:
        relation = Relation(row.id, RelationType(row.relation_type), actors[0], recipients[0], row.role)
        return affiliated(relation, acts_for)
    event = Event(
        id=row.id,
        event_type=row.event_type or "",
        quad=row.quad or 0,
        intensity=row.intensity or 0.0,
        status=EventStatus(row.status or ""),
        actors=actors,
        recipients=recipients,
        places=places,
        mediators=mediators,
        mode=row.mode,
        date=row.date,
        date_precision=DatePrecision(row.date_precision or ""),
        not_after=row.not_after,
        reported_around=row.reported_around,
    )
    return affiliated(event, acts_for)


def _code(assertion: Assertion) -> str:
    return assertion.event_type if isinstance(assertion, Event) else assertion.relation_type.value


def _ends(assertion: Assertion) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if isinstance(assertion, Relation):
        return (assertion.subject,), (assertion.object,)
    return assertion.actors, assertion.recipients


def _relation(
    kind: RelationType, actors: tuple[str, ...], recipients: tuple[str, ...], role: str | None
) -> Relation:
    if len(actors) != 1 or len(recipients) != 1:
        raise UsageError(
            f"The relation {kind.value} has one entity on each side; name one actor and one recipient."
        )
    return Relation("", kind, actors[0], recipients[0], role)
