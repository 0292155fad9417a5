"""The claims behind an edge: what was said, by whom, where, and why it was read so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from cypher.model import Judgement, Span
from cypher.ontology import event_types
from explorer.panels.parts import badge
from explorer.paper import Act, Element, element, link
from explorer.text import Mark, marked
from explorer.words import Words

OPEN_DOCUMENT = "open document"
JUDGEMENTS = {
    Judgement.VERIFIED: "✓ Verify",
    Judgement.REJECTED: "✕ Reject",
    Judgement.UNSURE: "? Unsure",
}

Claim = Mapping[str, Any]


def claim_card(claim: Claim, parties: Collection[str], words: Words) -> Element:
    """One claim with its sentence, its source and the buttons that judge it."""
    verdict = claim["verdict"] or Judgement.NONE
    return element(
        "article",
        _headline(claim, words),
        quotation(claim, parties),
        _source(claim, words),
        _why(claim, words),
        _buttons(claim, verdict, words),
        look="card rejected" if verdict == Judgement.REJECTED else "card",
    )


def _headline(claim: Claim, words: Words) -> Element:
    code = claim["event_type"]
    verdict = claim["verdict"]
    mode = words.mode(code, claim["mode"])
    return element(
        "div",
        badge(words.event_type(code) + (f" · {mode}" if mode else ""), sign_of(code)),
        badge(words.term(claim["status"])) if claim["status"] not in (None, "actual") else None,
        badge(words.term(verdict), verdict) if verdict not in (None, Judgement.NONE) else None,
        element("small", words.day(claim["date"], claim["date_precision"])),
        look="row",
    )


def sign_of(code: str | None) -> str:
    """The sign of an event type, as a class; empty for relations."""
    known = event_types().get(code or "")
    return known.sign.value if known else ""


def quotation(claim: Claim, parties: Collection[str]) -> Element:
    """The sentence with its trigger and parties marked, between its neighbours."""
    sentence = marked(claim["sentence"], _marks(claim, parties), claim["sentence_start"])
    return element(
        "p",
        element("span", f"{claim['before']} ", look="context") if claim["before"] else None,
        *sentence,
        element("span", f" {claim['after']}", look="context") if claim["after"] else None,
        look="quote",
    )


def _marks(claim: Claim, parties: Collection[str]) -> Iterator[Mark]:
    yield Mark(
        Span(claim["trigger_start"], claim["trigger_end"]), f"trigger {sign_of(claim['event_type'])}".strip()
    )
    for mention in claim["mentions"] or ():
        if mention["entity"] in parties:
            yield Mark(Span(mention["start"], mention["end"]), f"mention {mention['kind'] or ''}".strip())


def _source(claim: Claim, words: Words) -> Element:
    where = claim["publisher"] or words("unnamed publisher")
    title = claim["title"] or words("untitled")
    said_by = claim["attribution_name"]
    place = Act(OPEN_DOCUMENT, f"{claim['document']} {claim['claim']}")
    return element(
        "div",
        element("span", words("According to {name}", name=said_by)) if said_by else None,
        element("small", f"{where} · {words.day(claim['published_on'])}"),
        element("button", title, look="title", act=place),
        link(claim["url"], words("original ↗")) if claim["url"] else None,
        look="row",
    )


def _why(claim: Claim, words: Words) -> Element:
    return element(
        "details",
        element("summary", f"{words('Confidence')}: {words.certainty(claim['confidence'])}"),
        element("ul", *(element("li", reason) for reason in claim["reasons"] or ())),
        element("small", claim["extractor"]),
    )


def _buttons(claim: Claim, verdict: str, words: Words) -> Element:
    buttons = [
        element("button", words(text), look="on" if verdict == each else "", act=Act(each, claim["claim"]))
        for each, text in JUDGEMENTS.items()
    ]
    return element("div", *buttons, look="acts")


def evidence(claims: Iterable[Claim], parties: Collection[str], words: Words) -> tuple[Element, ...]:
    """The claims as cards, those of one event together, in the order in which they come."""
    events: dict[str, list[Claim]] = {}
    for claim in claims:
        events.setdefault(claim["event"], []).append(claim)
    return tuple(part for bundle in events.values() for part in _bundle(bundle, parties, words))


def _bundle(bundle: list[Claim], parties: Collection[str], words: Words) -> Iterator[Element]:
    first = bundle[0]
    voices = len({claim["voice"] for claim in bundle})
    if len(bundle) > 1:
        said = words(
            "{claims} of one event, {voices}",
            claims=words.count(len(bundle), "claim", "claims"),
            voices=words.count(voices, "independent voice", "independent voices"),
        )
        yield element("h3", f"{words.day(first['date'], first['date_precision'])} · {said}")
    for claim in bundle:
        yield claim_card(claim, parties, words)
