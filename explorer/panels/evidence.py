"""The claims behind an edge: the sentence, its source, and the reasons for the extraction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from cypher.judging.annotations import SOURCE_GRADES
from cypher.model import ontology
from cypher.model.graph import Judgement, Span
from cypher.model.ids import analyst_of
from cypher.model.lens import DOUBTED_SOURCES
from cypher.records.shared import EntityName, EvidenceClaim
from explorer.acts.judging import Judge, Recode, TickClaim
from explorer.acts.opening import OpenDocument
from explorer.dataset_words import coded_words, is_only_coded
from explorer.elements import Element, element, link
from explorer.panels.bundles import Bundle, Voice, bundles
from explorer.panels.by_hand import own_buttons
from explorer.panels.collecting import collecting_claim
from explorer.panels.notes import Notes, note_button, note_cards
from explorer.panels.widgets import badge
from explorer.phrases import (
    Certainty,
    Day,
    EventType,
    Mode,
    Phrase,
    Plural,
    Published,
    Reason,
    Said,
    Term,
    joined,
    maker_of,
    say,
)
from explorer.text import Mark, marked

JUDGEMENTS = {
    Judgement.VERIFIED: "✓ Verify",
    Judgement.REJECTED: "✕ Reject",
    Judgement.UNSURE: "? Unsure",
}


def claim_card(
    claim: EvidenceClaim,
    parties: Collection[str],
    chosen: Collection[str] | None = (),
    notes: Notes | None = None,
) -> Element:
    """Build the card of a claim: its sentence, its source, the buttons to judge it, and its notes.

    `parties` are the ids of the entities to mark in the sentence, `chosen` the ids of the ticked claims; None
    where claims cannot be judged together.
    """
    verdict = claim.verdict or Judgement.NONE
    return element(
        "article",
        _headline(claim, chosen),
        _extracted(claim),
        _mediation(claim),
        quotation(claim, {*parties, *(party.id for party in claim.mediators)}),
        _coded(claim),
        source_line(claim),
        why(claim),
        _buttons(claim, verdict, notes),
        *(note_cards(notes, claim.claim) if notes else ()),
        look="card rejected" if verdict == Judgement.REJECTED else "card",
    )


def _headline(claim: EvidenceClaim, chosen: Collection[str] | None) -> Element:
    return element(
        "div",
        *claim_badges(claim),
        badge(f"{claim.source_grade or '–'}{claim.information_grade}") if claim.information_grade else None,
        element("small", Day(claim.date, claim.date_precision, claim.not_after)),
        None if chosen is None else _tick(claim.claim, on=claim.claim in chosen),
        look="row",
    )


def _tick(claim: str, *, on: bool) -> Element:
    return element(
        "button",
        "☑" if on else "☐",
        look="tick on" if on else "tick",
        act=TickClaim(claim),
        hint=say("Select to judge several claims together"),
    )


def claim_badges(claim: EvidenceClaim) -> tuple[Element | None, ...]:
    """Build the badges of a claim: its event type, and its status and verdict unless they are usual."""
    code, verdict = claim.event_type, claim.verdict
    return (
        badge(joined(" · ", (EventType(code), Mode(code, claim.mode))), sign_of(code, claim.mode)),
        badge(Term(claim.status)) if claim.status not in (None, "actual") else None,
        badge(Term(verdict), verdict) if verdict not in (None, Judgement.NONE) else None,
    )


def _extracted(claim: EvidenceClaim) -> Element | None:
    """Show what the extractor read, if analysts have recoded the claim."""
    if not claim.extracted_type:
        return None
    who, whom = (
        _names(side) or say("somebody")
        for side in (claim.extracted_mediators or claim.extracted_actors, claim.extracted_recipients)
    )
    what = EventType(claim.extracted_type)
    return element(
        "small", say("Recoded; extracted as {what}: {who} → {whom}", what=what, who=who, whom=whom)
    )


def _mediation(claim: EvidenceClaim) -> Element | None:
    """Name the mediators of a claim, who are no party of it."""
    if not claim.mediators:
        return None
    return element("p", say("Mediated by {names}", names=_names(claim.mediators)), look="soft")


def _names(parties: Iterable[EntityName]) -> str:
    return ", ".join(party.name for party in parties)


def sign_of(code: str | None, mode: str | None = None) -> str:
    """Return the sign of an event type and mode, as a CSS class. Empty for relations."""
    sign = ontology.sign_of(code or "", mode)
    return sign.value if sign else ""


def quotation(claim: EvidenceClaim, parties: Collection[str]) -> Element:
    """Build the sentence with its trigger and parties marked, between the sentences before and after it.

    A data set that gives no sentence has its code in place of one.
    """
    said = coded_words(claim)
    if said and is_only_coded(claim.sentence, claim.extractor):
        return element("p", said, look="quote")
    sentence = marked(claim.sentence, _marks(claim, parties), claim.sentence_start)
    return element(
        "p",
        element("span", f"{claim.before} ", look="context") if claim.before else None,
        *sentence,
        element("span", f" {claim.after}", look="context") if claim.after else None,
        look="quote",
    )


def _coded(claim: EvidenceClaim) -> Element | None:
    """Say below the words of a data set how it codes them."""
    said = coded_words(claim)
    if said is None or is_only_coded(claim.sentence, claim.extractor):
        return None
    return element("p", said, look="soft")


def _marks(claim: EvidenceClaim, parties: Collection[str]) -> Iterator[Mark]:
    yield Mark(
        Span(claim.trigger_start, claim.trigger_end),
        f"trigger {sign_of(claim.event_type, claim.mode)}".strip(),
    )
    for mention in claim.mentions:
        if mention.entity in parties:
            yield Mark(Span(mention.start, mention.end), f"mention {mention.kind}")


def source_line(claim: EvidenceClaim) -> Element:
    """Build the source line: the attribution, the publisher, the date, and links to the document."""
    title = claim.title or say("untitled")
    said_by = claim.attribution_name
    place = OpenDocument(claim.document, claim.claim)
    return element(
        "div",
        element("span", say("According to {name}", name=said_by)) if said_by else None,
        element("small", joined(" · ", published_by(claim))),
        _source_grade(claim.source_grade),
        element("button", title, look="title", act=place),
        link(claim.url, say("original ↗")) if claim.url else None,
        look="row",
    )


def _source_grade(grade: str | None) -> Element | None:
    """Build the grade of the source, which says what it means under the pointer."""
    if grade is None:
        return None
    meaning = SOURCE_GRADES.get(grade)
    hint = joined(": ", (say("Reliability of the source"), say(meaning))) if meaning else None
    return element("span", grade, look="badge", hint=hint)


def published_by(claim: EvidenceClaim) -> tuple[Said, Said]:
    """Name the publisher of a claim's document, and its day of publication as far as it is known."""
    published = Published(claim.published_on, claim.published_precision, claim.published_guessed)
    analyst = analyst_of(claim.extractor)
    if analyst is None:
        publisher = claim.publisher or say("unnamed publisher")
        model = maker_of(claim.extractor)
        return joined(", ", (publisher, model)) if model else publisher, published
    if claim.publisher is None:
        return say("by hand, {name}", name=analyst), published
    return say("{publisher} (by hand, {name})", publisher=claim.publisher, name=analyst), published


def why(claim: EvidenceClaim) -> Element:
    """Build the extractor's confidence, which opens to show its reasons."""
    return element(
        "details",
        element("summary", joined(": ", (say("Confidence"), Certainty(claim.confidence)))),
        element("ul", *(element("li", Reason(reason)) for reason in _reasons(claim))),
        element("small", claim.extractor),
    )


def _reasons(claim: EvidenceClaim) -> Sequence[str]:
    """Return the reasons for the confidence of a claim, with the grade of its source where that lowers it."""
    if claim.source_grade not in DOUBTED_SOURCES or analyst_of(claim.extractor):
        return claim.reasons
    return (*claim.reasons, f"grade of the source: {claim.source_grade}")


def _buttons(claim: EvidenceClaim, verdict: str, notes: Notes | None) -> Element:
    buttons = [
        element("button", say(text), look="on" if verdict == each else "", act=Judge(claim.claim, each))
        for each, text in JUDGEMENTS.items()
    ]
    recode = element("button", say("✎ Recode"), act=Recode(claim.claim))
    note = note_button(notes, claim.claim) if notes else None
    own = own_buttons(claim.claim, claim.extractor, notes.reader) if notes else ()
    return element("div", *buttons, recode, note, *collecting_claim(claim.claim), *own, look="acts")


def evidence(
    claims: Iterable[EvidenceClaim],
    parties: Collection[str],
    chosen: Collection[str] = (),
    notes: Notes | None = None,
) -> tuple[Element, ...]:
    """Build a card for each claim. Claims of one event stand together, followed by those that deny it."""

    def card(claim: EvidenceClaim) -> Element:
        return claim_card(claim, parties, chosen, notes)

    return tuple(part for bundle in bundles(claims) for part in _bundle(bundle, card))


def _bundle(bundle: Bundle, card: Callable[[EvidenceClaim], Element]) -> Iterator[Element]:
    if bundle.claims() > 1 or bundle.denies:
        yield element("h3", _heading(bundle))
    if bundle.denies:
        yield _balance(bundle)
    for voice in bundle.says:
        yield from _voice(voice, card)
    for voice in bundle.denies:
        yield from _voice(voice, card)


def _heading(bundle: Bundle) -> Phrase:
    first, claims = bundle.first, bundle.claims()
    said = say(
        "{claims} about one event, {voices}",
        claims=Plural(claims, "{number} claim", "{number} claims"),
        voices=Plural(len(bundle.says), "{number} independent voice", "{number} independent voices"),
    )
    parts = (Day(first.date, first.date_precision, first.not_after), EventType(first.event_type))
    return joined(" · ", (*parts, said) if claims > 1 else parts)


def _balance(bundle: Bundle) -> Element:
    """Show how many independent voices report the event and how many deny it."""
    yes, no = len(bundle.says), len(bundle.denies)
    said = Plural(yes, "{number} says so", "{number} say so")
    denied = Plural(no, "{number} denies it", "{number} deny it")
    return element("p", badge(joined(", ", (said, denied)), "disputed"), look="row")


def _voice(voice: Voice, card: Callable[[EvidenceClaim], Element]) -> Iterator[Element]:
    """Yield the card of a claim, and below it the folded cards of its copies."""
    yield card(voice.claim)
    if voice.copies:
        publishers = dict.fromkeys(copy.publisher or None for copy in voice.copies)
        names = joined(", ", (name or say("unnamed publisher") for name in publishers))
        is_coded = is_only_coded(voice.claim.sentence, voice.claim.extractor)
        same = (
            say("Same source: {names}", names=names)
            if is_coded
            else say("Same wording: {names}", names=names)
        )
        yield element(
            "details",
            element("summary", same),
            *map(card, voice.copies),
            look="copies",
        )
