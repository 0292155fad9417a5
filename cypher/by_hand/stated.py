"""What an analyst states in a claim made by hand: its event, its confidence, and what cannot be claimed."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.by_hand.sources import Source
from cypher.errors import UsageError
from cypher.judging.annotations import INFORMATION_GRADES, SOURCE_GRADES
from cypher.model.assertions import identified
from cypher.model.dates import period_of, reduced
from cypher.model.document_rows import today
from cypher.model.graph import DatePrecision, Document, Entity, EntityKind, Event, EventStatus
from cypher.model.ids import BY_HAND
from cypher.model.lens import graded_confidence
from cypher.model.ontology import event_type

_CONFIDENCE = {1: 0.95, 2: 0.8, 3: 0.45, 4: 0.3, 5: 0.1, 6: 0.3}
"""The confidence by the grade of the information: *trusted* shows grades 1 and 2."""


@dataclass(frozen=True, slots=True)
class HandClaim:
    """A claim as an analyst states it. Parties and speaker are names or ids of entities, or new entities.

    `date` is a day, month or year (ISO, reduced). `new` is the kind of names that the graph does not know.
    """

    actor: str | Entity
    event_type: str
    recipient: str | Entity
    source: Source
    information_grade: int
    mode: str | None = None
    date: str | None = None
    status: EventStatus = EventStatus.ACTUAL
    speaker: str | Entity | None = None
    source_grade: str | None = None
    note: str | None = None
    new: EntityKind | None = None


def event_of(stated: HandClaim, entities: list[Entity], document: Document) -> Event:
    """Return the event between these entities, as the document tells it. Raises `UsageError`."""
    kind = event_type(stated.event_type)
    if kind.imported:
        raise UsageError(f"{kind.code} only comes from other data sets. Choose another type.")
    if stated.mode is not None and stated.mode not in kind.modes:
        modes = ", ".join(kind.modes) or "none"
        raise UsageError(f"{kind.code} has no mode {stated.mode!r}. Its modes: {modes}.")
    if stated.mode is not None and kind.modes[stated.mode].mediated:
        raise UsageError(f"The mode {stated.mode} needs a mediator, whom a claim by hand cannot name yet.")
    day, precision = _dated(stated, document)
    took_place = stated.status is EventStatus.ACTUAL
    return identified(
        Event(
            "",
            kind.code,
            kind.quad.number,
            kind.intensity(stated.mode),
            stated.status,
            (entities[0].id,),
            (entities[1].id,),
            mode=stated.mode,
            date=day,
            date_precision=precision,
            not_after=document.published_on if took_place and day is None else None,
        )
    )


def _dated(stated: HandClaim, document: Document) -> tuple[str | None, DatePrecision]:
    """Return the first day of the date and its precision."""
    if stated.date is None:
        return None, DatePrecision.UNKNOWN
    precision = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH}.get(len(stated.date), DatePrecision.DAY)
    try:
        first, _ = period_of(stated.date, precision)
    except ValueError:
        raise UsageError(f"{stated.date!r} is no date. Write 2024-03-05, 2024-03 or 2024.") from None
    if reduced(first, precision) != stated.date:
        raise UsageError(f"{stated.date!r} is no date. Write 2024-03-05, 2024-03 or 2024.")
    if stated.status is EventStatus.PLANNED:
        return first, precision
    if first > today():
        raise UsageError(f"{stated.date} is after today. What is still to come is planned.")
    if document.published_on and first > document.published_on:
        raise UsageError(
            f"The source is of {document.published_on} and cannot tell what happened on {stated.date}. "
            "Correct one of the dates."
        )
    return first, precision


def confidence_of(stated: HandClaim) -> float:
    """Return the confidence of the claim by its grades."""
    return graded_confidence(_CONFIDENCE[stated.information_grade], stated.source_grade)


def reasons_of(stated: HandClaim, who: str) -> tuple[str, ...]:
    """Return the reasons of the claim: its analyst and its grades."""
    information = f"grade of the information: {stated.information_grade}"
    source = (f"grade of the source: {stated.source_grade}",) if stated.source_grade else ()
    return (f"{BY_HAND}, {who}", information, *source)


def check_grades(stated: HandClaim) -> None:
    """Raise `UsageError` for grades that there are not."""
    if stated.information_grade not in INFORMATION_GRADES:
        listed = "; ".join(f"{grade} {said}" for grade, said in INFORMATION_GRADES.items())
        raise UsageError(f"Grade the information: {listed}.")
    if stated.source_grade is not None and stated.source_grade not in SOURCE_GRADES:
        listed = "; ".join(f"{grade} {said}" for grade, said in SOURCE_GRADES.items())
        raise UsageError(f"Grade the source: {listed}.")


def described(stated: HandClaim, entities: list[Entity]) -> str:
    """Return the claim in words, with the analyst's note."""
    act = f"{stated.event_type} ({stated.mode})" if stated.mode else stated.event_type
    what = f"{entities[0].name} {act} {entities[1].name}"
    when = (stated.date or "undated", stated.status.value)
    told = (f"{BY_HAND.capitalize()}: {what}", *when, f"said by {entities[2].name}" if stated.speaker else "")
    return ". ".join(filter(None, (", ".join(filter(None, told)), (stated.note or "").strip())))
