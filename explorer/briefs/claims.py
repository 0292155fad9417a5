"""The claims of a brief as blocks: who did what to whom, the sentence, its source, grade and verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cypher.briefs.changing import Changed
from cypher.briefs.evidence import FrozenClaim
from cypher.model.graph import EventStatus, Judgement
from explorer.briefs.blocks import Block, Line, Look, Quote
from explorer.phrases import (
    Certainty,
    Day,
    EventType,
    Joined,
    Mode,
    Said,
    Term,
    joined,
    published_on,
    say,
)
from explorer.words import Words

CHANGES: Mapping[Changed, str] = {
    Changed.GONE: "Since then: no longer in the graph",
    Changed.RECODED: "Since then: coded differently",
    Changed.VERIFIED: "Since then: verified",
    Changed.REJECTED: "Since then: rejected",
    Changed.UNSURE: "Since then: marked as unsure",
    Changed.WITHDRAWN: "Since then: the verdict was withdrawn",
    Changed.NOT_SHOWN: "Since then: no longer shown by this lens",
}
"""What a brief says about a claim that has changed since it was collected, in English."""

Names = Mapping[str, str]
"""Names of entities in the reader's language, by the names in the graph."""


def claim_blocks(claim: FrozenClaim, changed: Changed | None, words: Words, names: Names) -> Iterator[Block]:
    """Yield the blocks of one claim, with what has `changed` since it was collected."""
    yield Line(_what(claim, names).said(words), Look.STRONG)
    yield Quote(claim.sentence, claim.document, claim.claim)
    source = joined(" · ", _source(claim, names))
    yield Line(source.said(words), Look.SOFT, claim.url)
    yield Line(joined(" · ", _standing(claim)).said(words), Look.SOFT)
    if changed:
        yield Line(words(CHANGES[changed]), Look.NOTICE)


def _what(claim: FrozenClaim, names: Names) -> Joined:
    """Say who did what to whom, and when."""
    who, whom = (_listed(side, names) for side in (claim.actors, claim.recipients))
    parties = " → ".join(filter(None, (who, whom)))
    what = joined(" · ", (EventType(claim.event_type), Mode(claim.event_type, claim.mode), claim.role))
    status = Term(claim.status) if claim.status not in (None, EventStatus.ACTUAL) else None
    day = Day(claim.date, claim.date_precision, claim.not_after)
    return joined(" · ", (parties or None, what, status, day))


def _source(claim: FrozenClaim, names: Names) -> Iterator[Said]:
    if claim.said_by:
        yield say("According to {name}", name=names.get(claim.said_by, claim.said_by))
    yield claim.publisher or say("unnamed publisher")
    yield published_on(claim.published_on, claim.published_precision, claim.published_guessed)
    yield claim.title or say("untitled")
    if claim.mediators:
        yield say("Mediated by {names}", names=_listed(claim.mediators, names))


def _standing(claim: FrozenClaim) -> Iterator[Said]:
    """Say the verdict, the grade, and the confidence."""
    judged = claim.verdict not in (None, Judgement.NONE)
    yield say("verdict: {verdict}", verdict=Term(claim.verdict) if judged else say("not judged"))
    yield say("grade: {grade}", grade=claim.grade or say("none given"))
    yield joined(": ", (say("Confidence"), Certainty(claim.confidence)))


def _listed(parties: Sequence[str], names: Names) -> str:
    return ", ".join(names.get(party, party) for party in parties)
