"""Makes, withdraws and recalls claims that analysts make by hand.

Each claim has a document of its own: the quotation, with what is said of its source. So it is loaded as news
is, ties and counts follow, and two analysts' claims never become one. Its extractor names the analyst. It
counts as one voice by the words of its quotation, as a syndicated copy does: a sentence that is in the graph
already adds no voice. Grades, a description and the withdrawal are annotations, which are never overwritten.
"""

from __future__ import annotations

from cypher.by_hand.knowledge import Knowledge
from cypher.by_hand.parties import party
from cypher.by_hand.sources import sourced
from cypher.by_hand.stated import (
    HandClaim,
    check_grades,
    confidence_of,
    described,
    event_of,
    reasons_of,
)
from cypher.by_hand.writing import remove, write
from cypher.database import Database
from cypher.database.documents import document_of
from cypher.errors import UsageError
from cypher.judging.annotations import (
    Annotation,
    annotate,
    history,
    restore,
)
from cypher.judging.transaction import assertions
from cypher.model.graph import (
    Claim,
    Document,
    Entity,
    Extraction,
    Judgement,
    Sentence,
    Span,
)
from cypher.model.ids import analyst_of, by_analyst, content_id, voice_of
from cypher.records.explore import FullDocument
from cypher.records.shared import EvidenceClaim


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
    check_grades(stated)
    entities = _parties(database, stated, known)
    document, trigger = sourced(database, stated.source, who)
    event = event_of(stated, entities, document)
    sentence = _sentence_of(document, Span(0, len(document.text)), document.text)
    claim = Claim(
        content_id("claim", document.id),
        document.id,
        sentence.id,
        event,
        trigger,
        confidence_of(stated),
        by_analyst(who),
        attribution=entities[2].id if stated.speaker else None,
        reasons=reasons_of(stated, who),
    )
    found = tuple({each.id: each for each in entities}.values())
    write(database, known.affiliated(Extraction(document, (sentence,), found, (), (claim,))), known)
    version = f"A new version of {replaces}." if replaces else ""
    annotate(
        database,
        claim.id,
        Judgement.NONE,
        author=who,
        note=" ".join(filter(None, (described(stated, entities), version))),
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
    sentence = _sentence_of(document, Span(start, start + len(row.sentence)), row.sentence)
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


def _sentence_of(document: Document, span: Span, text: str) -> Sentence:
    """Return the only sentence of a claim's document."""
    return Sentence(content_id("sentence", document.id, 0), document.id, 0, span, text, voice_of(text))


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


def _checked_author(author: str) -> str:
    who = author.strip()
    if not who or not who.isprintable():
        raise UsageError("A claim needs an author: say who you are.")
    return who
