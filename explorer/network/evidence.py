"""The evidence in an exported page: the claims behind each edge, as plain texts in the reader's language."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cypher.model.graph import Judgement
from cypher.records.explore import ClaimBehind
from explorer.dataset_words import quoted
from explorer.elements.element import is_web_address
from explorer.graph.subgraph import Edge
from explorer.network.messages import ExportedClaim, ExportedEvidence, ExportedTie
from explorer.network.payload import wire_edge
from explorer.network.style import TITLE_LENGTH, heading, plain_text
from explorer.phrases import (
    Certainty,
    Day,
    EventType,
    Mode,
    Phrase,
    Published,
    Said,
    Term,
    joined,
    maker_of,
    say,
)
from explorer.words import Words

MOST_BYTES = 2_500_000
"""The maximum size of the evidence in a page; an article's sentences rarely need a thousandth of it."""

SENTENCE_LENGTH = 1_500
"""The maximum number of characters of a sentence; longer ones are cut, with an ellipsis."""


def exported_evidence(
    edges: Iterable[Edge], claims: Sequence[ClaimBehind], words: Words, most_bytes: int = MOST_BYTES
) -> ExportedEvidence:
    """Return the claims of each edge, as many as fit into `most_bytes`; each tie gets its newest claim first.

    An edge that stands for several ties has the claims of each. A tie says if some of its claims are missing.
    """
    by_tie: dict[str, list[ClaimBehind]] = defaultdict(list)
    for claim in claims:
        by_tie[claim.tie].append(claim)
    written = _fitting(by_tie, words, most_bytes)
    places = {tie: place for place, tie in enumerate(by_tie)}
    return {
        "edges": {
            wire_edge(edge.id): [places[tie] for tie in edge.ties or (edge.id,) if tie in places]
            for edge in edges
        },
        "ties": [_tie(found, written[tie], words) for tie, found in by_tie.items()],
    }


def _fitting(
    by_tie: Mapping[str, Sequence[ClaimBehind]], words: Words, most_bytes: int
) -> Mapping[str, list[ExportedClaim]]:
    """Write the newest claim of every tie, then the next of every tie, until the size is reached."""
    written: dict[str, list[ExportedClaim]] = defaultdict(list)
    left = most_bytes
    for claim in _newest_of_each_first(by_tie):
        line = _claim(claim, words)
        left -= len(json.dumps(line))
        if left < 0:
            break
        written[claim.tie].append(line)
    return written


def _newest_of_each_first(by_tie: Mapping[str, Sequence[ClaimBehind]]) -> Iterator[ClaimBehind]:
    for turn in range(max(map(len, by_tie.values()), default=0)):
        yield from (found[turn] for found in by_tie.values() if turn < len(found))


def _tie(found: Sequence[ClaimBehind], written: list[ExportedClaim], words: Words) -> ExportedTie:
    first = found[0]
    parties = (first.actor_name, first.recipient_name)
    actor, recipient = (plain_text(name, TITLE_LENGTH) or words("(no name)") for name in parties)
    what = words.event_type(first.relation_type) if first.relation_type else words.term(first.sign)
    cut = words(
        "{shown} of {all} claims are in this page, the newest ones.",
        shown=len(written),
        all=first.all_claims,
    )
    return {
        "head": f"{actor} {'→' if first.directed else '↔'} {recipient} · {plain_text(what, TITLE_LENGTH)}",
        "sign": first.sign,
        "claims": written,
        "cut": cut if len(written) < first.all_claims else "",
    }


def _claim(claim: ClaimBehind, words: Words) -> ExportedClaim:
    line: ExportedClaim = {
        "what": _line(_what(claim), words),
        "sentence": plain_text(_line((quoted(claim.sentence, claim.extractor),), words), SENTENCE_LENGTH),
        "source": _line(_source(claim), words),
        "marks": _line(_marks(claim), words),
        "rejected": claim.verdict == Judgement.REJECTED,
    }
    if claim.url and is_web_address(claim.url):
        line["url"] = claim.url
    return line


def _what(claim: ClaimBehind) -> Iterator[Said]:
    yield EventType(claim.event_type)
    yield Mode(claim.event_type, claim.mode)
    if claim.status not in (None, "actual"):
        yield Term(claim.status)
    yield Day(claim.date, claim.date_precision, claim.not_after)


def _source(claim: ClaimBehind) -> Iterator[Said]:
    if claim.attribution_name:
        yield say("According to {name}", name=claim.attribution_name)
    made = maker_of(claim.extractor)
    if made:
        yield made
    yield claim.publisher or say("unnamed publisher")
    yield Published(claim.published_on, claim.published_precision, claim.published_guessed)
    yield claim.title or say("untitled")


def _marks(claim: ClaimBehind) -> Iterator[Said]:
    judged = claim.verdict not in (None, Judgement.NONE)
    yield _labelled(say("Verdict"), Term(claim.verdict) if judged else say("not judged"))
    if claim.source_grade or claim.information_grade:
        grade = f"{claim.source_grade or '–'}{claim.information_grade or '–'}"
        yield _labelled(say("Grade"), grade)
    yield _labelled(say("Confidence"), Certainty(claim.confidence))


def _labelled(label: Phrase, value: Said) -> Phrase:
    return joined(": ", (label, value))


def _line(parts: Iterable[Said], words: Words) -> str:
    return plain_text(heading(joined(" · ", parts).said(words)), 3 * TITLE_LENGTH)
