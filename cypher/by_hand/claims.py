"""Makes, withdraws and recalls claims that analysts make by hand.

Each claim has a document of its own: the quotation, with what is said of its source. So it is loaded as news
is, ties and counts follow, and two analysts' claims never become one. Its extractor names the analyst. It
counts as one voice by the words of its quotation, as a syndicated copy does: a sentence that is in the graph
already adds no voice. Grades, a description and the withdrawal are annotations, which are never overwritten.
"""

from __future__ import annotations

from dataclasses import dataclass

from cypher.by_hand.knowledge import Knowledge
from cypher.by_hand.parties import party
from cypher.by_hand.sources import Source, sourced, today
from cypher.by_hand.writing import remove, write
from cypher.database import Database
from cypher.database.documents import document_of
from cypher.errors import UsageError
from cypher.judging.annotations import (
    INFORMATION_GRADES,
    SOURCE_GRADES,
    Annotation,
    annotate,
    history,
    restore,
)
from cypher.judging.transaction import assertions
from cypher.model.assertions import identified
from cypher.model.dates import period_of, reduced
from cypher.model.graph import (
    Claim,
    DatePrecision,
    Document,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    Extraction,
    Judgement,
    Sentence,
    Span,
)
from cypher.model.ids import BY_HAND, analyst_of, by_analyst, content_id, voice_of
from cypher.model.ontology import event_type
from cypher.records.explore import FullDocument
from cypher.records.shared import EvidenceClaim

_CONFIDENCE = {1: 0.95, 2: 0.8, 3: 0.45, 4: 0.3, 5: 0.1, 6: 0.3}
"""The confidence by the grade of the information: *trusted* shows grades 1 and 2."""

_DOUBTED_SOURCES = frozenset("DEF")
_MOST_OF_DOUBTED = 0.45
"""The confidence of a claim whose source is graded D, E or F, at most: *trusted* does not show it."""


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


def make_claim(
    database: Database,
    stated: HandClaim,
    *,
    author: str,
    knowledge: Knowledge | None = None,
    replaces: str | None = None,
) -> str:
    """Write a claim made by hand and record its grades; return its id.

    `replaces` is the claim of which it is a new version. Raises `UsageError` for what cannot be claimed, in
    words for the analyst; nothing is written then.
    """
    who, known = _checked_author(author), knowledge or Knowledge()
    _check_grades(stated)
    entities = _parties(database, stated, known)
    document, trigger = sourced(database, stated.source, who)
    event = _event(stated, entities, document)
    sentence = Sentence(
        content_id("sentence", document.id, 0),
        document.id,
        0,
        Span(0, len(document.text)),
        document.text,
        voice_of(document.text),
    )
    claim = Claim(
        content_id("claim", document.id),
        document.id,
        sentence.id,
        event,
        trigger,
        _confidence(stated),
        by_analyst(who),
        attribution=entities[2].id if stated.speaker else None,
        reasons=_reasons(stated, who),
    )
    found = tuple({each.id: each for each in entities}.values())
    write(database, known.affiliated(Extraction(document, (sentence,), found, (), (claim,))), known)
    version = f"A new version of {replaces}." if replaces else ""
    annotate(
        database,
        claim.id,
        Judgement.NONE,
        author=who,
        note=" ".join(filter(None, (_described(stated, entities), version))),
        source_grade=stated.source_grade,
        information_grade=stated.information_grade,
        sources=[each for each in (document.url, stated.source.article) if each],
    )
    return claim.id


def edit_claim(
    database: Database, claim: str, stated: HandClaim, *, author: str, knowledge: Knowledge | None = None
) -> tuple[str, Extraction]:
    """Put a new version of a claim made by hand in its place; return its id, and what restores the old one.

    The old one is withdrawn, with a word on what replaces it. Raises as `make_claim` and `withdraw_claim`.
    """
    own_claim(database, claim, _checked_author(author))
    made = make_claim(database, stated, author=author, knowledge=knowledge, replaces=claim)
    return made, withdraw_claim(database, claim, author=author, reason=f"replaced by {made}")


def own_claim(database: Database, claim: str, author: str) -> EvidenceClaim:
    """Return a claim that this analyst made by hand.

    Raises `UsageError` if there is no such claim, it was extracted, or another analyst made it.
    """
    row = next(iter(database.rows(EvidenceClaim, "explore/claim", claim=claim)), None)
    if row is None:
        raise UsageError(f"There is no claim {claim!r}. It may be withdrawn already; copy its id again.")
    maker = analyst_of(row.extractor)
    if maker is None:
        raise UsageError("This claim was extracted from an article. Reject it instead of withdrawing it.")
    if maker != author:
        raise UsageError(f"This claim is by {maker}, and only they can withdraw it. Give your verdict on it.")
    return row


def withdraw_claim(database: Database, claim: str, *, author: str, reason: str = "") -> Extraction:
    """Take a claim made by hand out of the picture; its document and its history stay.

    Returns what `restore_claim` needs. Raises as `own_claim`.
    """
    who = _checked_author(author)
    row = own_claim(database, claim, who)
    kept = _as_extracted(database, row)
    said = ": ".join(filter(None, ("Withdrawn", reason.strip())))
    annotate(database, claim, Judgement.NONE, author=who, note=said)
    remove(database, row)
    return kept


def restore_claim(database: Database, withdrawn: Extraction, *, author: str) -> None:
    """Put a withdrawn claim back, with the verdicts on it."""
    who = _checked_author(author)
    write(database, withdrawn, Knowledge())
    claims = [each.id for each in withdrawn.claims]
    restore(database, claims)
    annotate(database, claims, Judgement.NONE, author=who, note="Withdrawal taken back")


def _as_extracted(database: Database, row: EvidenceClaim) -> Extraction:
    """Return a claim of the graph with its document, in the shape in which it was written."""
    (stored,) = database.rows(FullDocument, "explore/document", document=row.document)
    (asserted,) = assertions(database, [row.extracted]).values()
    document, start = document_of(stored), row.sentence_start
    span = Span(start, start + len(row.sentence))
    sentence = Sentence(
        content_id("sentence", document.id, 0), document.id, 0, span, row.sentence, voice_of(row.sentence)
    )
    claim = Claim(
        row.claim,
        document.id,
        sentence.id,
        asserted,
        Span(row.trigger_start, row.trigger_end),
        row.confidence,
        row.extractor,
        attribution=row.attribution,
        reasons=tuple(row.reasons),
    )
    return Extraction(document, (sentence,), claims=(claim,))


def claim_history(database: Database, claim: str) -> tuple[Annotation, ...]:
    """Return what was recorded about a claim, the newest first; also if it is withdrawn."""
    found = history(database, claim)
    if not found:
        raise UsageError(f"Nothing is recorded about a claim {claim!r}. Copy its id again.")
    return found


def _parties(database: Database, stated: HandClaim, known: Knowledge) -> list[Entity]:
    """Return actor, recipient and, if there is one, speaker."""
    named = [stated.actor, stated.recipient, *([stated.speaker] if stated.speaker else [])]
    found = [each if isinstance(each, Entity) else party(database, each, stated.new, known) for each in named]
    if found[0].id == found[1].id:
        raise UsageError(f"{found[0].name} is both actor and recipient. Name two different parties.")
    return found


def _event(stated: HandClaim, entities: list[Entity], document: Document) -> Event:
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


def _confidence(stated: HandClaim) -> float:
    graded = _CONFIDENCE[stated.information_grade]
    return min(graded, _MOST_OF_DOUBTED) if stated.source_grade in _DOUBTED_SOURCES else graded


def _reasons(stated: HandClaim, who: str) -> tuple[str, ...]:
    information = f"grade of the information: {stated.information_grade}"
    source = (f"grade of the source: {stated.source_grade}",) if stated.source_grade else ()
    return (f"{BY_HAND}, {who}", information, *source)


def _check_grades(stated: HandClaim) -> None:
    if stated.information_grade not in INFORMATION_GRADES:
        listed = "; ".join(f"{grade} {said}" for grade, said in INFORMATION_GRADES.items())
        raise UsageError(f"Grade the information: {listed}.")
    if stated.source_grade is not None and stated.source_grade not in SOURCE_GRADES:
        listed = "; ".join(f"{grade} {said}" for grade, said in SOURCE_GRADES.items())
        raise UsageError(f"Grade the source: {listed}.")


def _described(stated: HandClaim, entities: list[Entity]) -> str:
    act = f"{stated.event_type} ({stated.mode})" if stated.mode else stated.event_type
    what = f"{entities[0].name} {act} {entities[1].name}"
    when = (stated.date or "undated", stated.status.value)
    told = (f"{BY_HAND.capitalize()}: {what}", *when, f"said by {entities[2].name}" if stated.speaker else "")
    return ". ".join(filter(None, (", ".join(filter(None, told)), (stated.note or "").strip())))


def _checked_author(author: str) -> str:
    who = author.strip()
    if not who or not who.isprintable():
        raise UsageError("A claim needs an author: say who you are.")
    return who
