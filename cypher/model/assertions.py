"""Turns events and relations into rows for the statements that write them; pure functions.

A tie is the edge that is drawn between two entities. This module alone decides which ties an assertion forms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from typing import TypeAlias, TypeVar

from cypher.model.blocs import bloc_of
from cypher.model.graph import Event, EventStatus, Level, Relation, Sign
from cypher.model.ids import content_id
from cypher.model.ontology import event_types, is_mutual, quads, sign_of
from cypher.model.tie_ids import tie_id

Row = dict[str, object]
"""One row of a statement's ``$rows``: strings, numbers, lists of strings, or null."""

Assertion: TypeAlias = Event | Relation
"""What a claim asserts."""

_Same = TypeVar("_Same", bound=Assertion)

TYING_STATUSES = (EventStatus.ACTUAL, EventStatus.PLANNED)
"""Only events of these statuses form ties; others are kept as claims."""

_Pair: TypeAlias = tuple[str, str, bool]
"""Actor, recipient, and whether the tie has a direction."""


def identified(assertion: _Same) -> _Same:
    """Return `assertion` with the id that follows from its content, so that equal assertions share one.

    An event is known by its type, status, day and parties, and by its mode where that decides which ties it
    forms; a relation by its type, ends and role. The day of an undated event is that of its report, so that
    undated reports of one day are about one event, and those of other days are about others. If that day is
    only guessed, the month or year of the guess takes its place.
    """
    if isinstance(assertion, Relation):
        ends = (assertion.subject, assertion.object)
        return replace(
            assertion, id=content_id("relation", assertion.relation_type.value, *ends, assertion.role)
        )
    told = (assertion.event_type, assertion.status.value, _known_by(assertion))
    parties = (*sorted(assertion.actors), "to", *sorted(assertion.recipients))
    through = ("through", *sorted(assertion.mediators)) if assertion.mediators else ()
    return replace(assertion, id=content_id("event", *told, *parties, *through, *_telling_mode(assertion)))


def _known_by(event: Event) -> str | None:
    """Return the date of an event, else the day, month or year of its report."""
    return event.date or event.not_after or event.reported_around


def _telling_mode(event: Event) -> tuple[str, ...]:
    """Return the mode, if an event of another mode or of none would form other ties."""
    kind = event_types().get(event.event_type)
    mode = kind.modes.get(event.mode or "") if kind else None
    if kind is None or mode is None:
        return ()
    return () if (mode.sign, mode.mutual) == (kind.sign, kind.mutual) else ("by", mode.code)


def event_sign(event: Event) -> Sign:
    """Return the sign of an event: by its type and mode, or by its quad if the type is unknown."""
    return sign_of(event.event_type, event.mode) or quads()[event.quad].sign


def assertion_writes(assertions: Iterable[Assertion]) -> Iterator[tuple[str, list[Row]]]:
    """Yield the statements that write `assertions`, their parties and ties, in order, each with its rows."""
    listed = list(assertions)
    events = [assertion for assertion in listed if isinstance(assertion, Event)]
    yield "load/merge_events", event_rows(events)
    yield "load/link_event_actors", part_rows(events, "acts", lambda event: event.actors)
    yield "load/link_event_recipients", part_rows(events, "addresses", lambda event: event.recipients)
    yield "load/link_event_mediators", mediator_rows(events)
    yield "load/link_event_places", part_rows(events, "place", lambda event: event.places)
    yield (
        "load/merge_relations",
        relation_rows(assertion for assertion in listed if isinstance(assertion, Relation)),
    )
    yield "load/merge_ties", tie_rows(listed)
    yield "load/form_ties", form_rows(listed)
    yield "load/deny_ties", denial_rows(events)


def part_ids(assertion: Assertion) -> list[str]:
    """Return the ids of the relationships between an assertion and its parties."""
    if isinstance(assertion, Relation):
        (row,) = relation_rows([assertion])
        return [str(row["subject_link"]), str(row["object_link"])]
    parties = {
        "acts": assertion.actors,
        "addresses": assertion.recipients,
        "mediates": assertion.mediators,
        "place": assertion.places,
    }
    return [
        content_id(part, assertion.id, entity) for part, entities in parties.items() for entity in entities
    ]


def parties_of(assertion: Assertion) -> tuple[str, ...]:
    """Return the ids of actors, recipients and mediators, or of the ends of a relation; no places."""
    if isinstance(assertion, Relation):
        return assertion.subject, assertion.object
    return assertion.parties


def affiliated(assertion: _Same, acts_for: Mapping[str, str]) -> _Same:
    """Return `assertion` with what its parties act for; those not in `acts_for` act for themselves."""
    pairs = ((party, acts_for.get(party, party)) for party in dict.fromkeys(parties_of(assertion)))
    return replace(assertion, acts_for=tuple(pair for pair in pairs if pair[0] != pair[1]))


def affiliations_of(assertion: Assertion) -> dict[str, str]:
    """Return what each party of `assertion` acts for, also those who act for themselves."""
    return {party: party for party in parties_of(assertion)} | dict(assertion.acts_for)


def tie_ids(assertion: Assertion) -> list[str]:
    """Return the ids of the ties that an assertion forms or denies."""
    return [str(tie["id"]) for tie in (*ties_of(assertion), *_denied_ties_of(assertion))]


def event_rows(events: Iterable[Event]) -> list[Row]:
    """Return the rows for ``load/merge_events``."""
    return [
        {
            "id": event.id,
            "event_type": event.event_type,
            "mode": event.mode,
            "quad": event.quad,
            "intensity": event.intensity,
            "sign": event_sign(event).value,
            "date": event.date,
            "date_precision": event.date_precision.value,
            "not_after": event.not_after,
            "reported_around": event.reported_around,
            "status": event.status.value,
        }
        for event in events
    ]


def part_rows(events: Iterable[Event], part: str, entities: Callable[[Event], Sequence[str]]) -> list[Row]:
    """Return the rows for ``load/link_event_…``; `part` is the prefix of their ids."""
    return [
        {
            "id": content_id(part, event.id, entity),
            "event": event.id,
            "entity": entity,
            "acts_for": dict(event.acts_for).get(entity, entity),
        }
        for event in events
        for entity in dict.fromkeys(entities(event))
    ]


def mediator_rows(events: Sequence[Event]) -> list[Row]:
    """Return the rows for ``load/link_event_mediators``: with the bloc for which a mediator counts."""
    blocs = {event.id: _blocs_of(event) for event in events if event.mediators}
    rows = part_rows(events, "mediates", lambda event: event.mediators)
    return [row | {"bloc": blocs[str(row["event"])].get(str(row["acts_for"]))} for row in rows]


def relation_rows(relations: Iterable[Relation]) -> list[Row]:
    """Return the rows for ``load/merge_relations``."""
    return [
        {
            "id": relation.id,
            "relation_type": relation.relation_type.value,
            "role": relation.role,
            "subject": relation.subject,
            "subject_link": content_id("subject", relation.id, relation.subject),
            "subject_acts_for": dict(relation.acts_for).get(relation.subject, relation.subject),
            "object": relation.object,
            "object_link": content_id("object", relation.id, relation.object),
            "object_acts_for": dict(relation.acts_for).get(relation.object, relation.object),
        }
        for relation in relations
    ]


def ties_of(assertion: Assertion) -> Iterator[Row]:
    """Yield the ties that an event or a relation forms at each level, as rows of ``load/merge_ties``.

    Each actor is tied to each recipient. Without recipients, the actors of a mutual act (a meeting, a clash)
    are tied pairwise in sorted order, undirected; those of any other act do the same to somebody else, and
    are not tied to each other. Each mediator is tied to each party, but not to another mediator. No party is
    tied to itself. At the level of states, the tie is between what the parties act for; at that of blocs,
    between the blocs for which these count on the day of the event. A relation is tied there only if both
    ends stay the same: that an official belongs to a party does not make it a relation of the state.
    """
    body, blocs = dict(assertion.acts_for), _blocs_of(assertion)
    pairs = _pairs(assertion)
    for level, into in ((Level.ACTOR, {}), (Level.STATE, body), (Level.BLOC, blocs)):
        if isinstance(assertion, Relation) and into:
            return
        pairs = _raised(pairs, into)
        for actor, recipient, directed in pairs:
            yield _tie(assertion, (actor, recipient), directed, level)


def _blocs_of(assertion: Assertion) -> Mapping[str, str]:
    """Return the blocs for which the parties' states count on the day of an event, or today, by state."""
    day = _known_by(assertion) if isinstance(assertion, Event) else None
    states = set(affiliations_of(assertion).values())
    return {state: bloc for state in states if (bloc := bloc_of(state, day)) != state}


def _pairs(assertion: Assertion) -> list[_Pair]:
    if isinstance(assertion, Relation):
        ends = (assertion.subject, assertion.object, True)
        return [ends] if assertion.subject != assertion.object else []
    if assertion.status not in TYING_STATUSES:
        return []
    acts = [(a, r, True) for a, r in _directed_pairs(assertion) if a != r]
    if not assertion.recipients and (assertion.mediators or is_mutual(assertion.event_type, assertion.mode)):
        acts += [(one, other, False) for one, other in combinations(sorted(set(assertion.actors)), 2)]
    return list(dict.fromkeys(acts))


def _raised(pairs: Sequence[_Pair], into: Mapping[str, str]) -> list[_Pair]:
    """Return the pairs of what their ends become; what becomes the same at both ends forms none."""
    raised = [(into.get(one, one), into.get(other, other), directed) for one, other, directed in pairs]
    ordered = (pair if pair[2] else (min(pair[:2]), max(pair[:2]), False) for pair in raised)
    return list(dict.fromkeys(pair for pair in ordered if pair[0] != pair[1]))


def _directed_pairs(event: Event) -> Iterator[tuple[str, str]]:
    parties = [party for party in event.sides if party not in event.mediators]
    yield from product(event.actors, event.recipients)
    yield from product(event.mediators, parties)


def _denied_ties_of(assertion: Assertion) -> Iterator[Row]:
    """Yield the ties that a negated event would have formed."""
    if isinstance(assertion, Event) and assertion.status is EventStatus.NEGATED:
        yield from ties_of(replace(assertion, status=EventStatus.ACTUAL))


def _kind_of_tie(assertion: Assertion) -> tuple[Sign, str | None]:
    if isinstance(assertion, Relation):
        return Sign.RELATION, assertion.relation_type.value
    return event_sign(assertion), None


def _tie(assertion: Assertion, ends: tuple[str, str], directed: bool, level: Level) -> Row:
    sign, relation_type = _kind_of_tie(assertion)
    return {
        "id": tie_id(ends, sign, relation_type, level),
        "actor": ends[0],
        "recipient": ends[1],
        "level": level.value,
        "sign": sign.value,
        "relation_type": relation_type,
        "directed": directed,
    }


def tie_rows(assertions: Iterable[Assertion]) -> list[Row]:
    """Return the rows for ``load/merge_ties``: each tie once, directed if any of its assertions is.

    Ties that are only denied are included; no lens shows them until an assertion forms them.
    """
    rows: dict[object, Row] = {}
    for tie in (
        tie for assertion in assertions for tie in (*ties_of(assertion), *_denied_ties_of(assertion))
    ):
        known = rows.setdefault(tie["id"], tie)
        known["directed"] = known["directed"] or tie["directed"]
    return list(rows.values())


def form_rows(assertions: Iterable[Assertion]) -> list[Row]:
    """Return the rows for ``load/form_ties``."""
    return [
        {"assertion": assertion.id, "tie": tie["id"]}
        for assertion in assertions
        for tie in ties_of(assertion)
    ]


def denial_rows(events: Iterable[Event]) -> list[Row]:
    """Return the rows for ``load/deny_ties``."""
    return [{"event": event.id, "tie": tie["id"]} for event in events for tie in _denied_ties_of(event)]
