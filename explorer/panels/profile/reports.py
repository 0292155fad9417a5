"""Lists of events with what the news says about each: its first sentence, its voices and its denials."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cypher.model.graph import Judgement
from cypher.records.shared import EvidenceClaim
from explorer.acts.opening import OpenDocument
from explorer.dataset_words import quoted
from explorer.elements import Element, element
from explorer.panels.bundles import Bundle, bundles
from explorer.panels.evidence import claim_badges, published_by, quotation, source_line
from explorer.panels.widgets import sentence_line
from explorer.phrases import Day, Plural, Said, joined, say


def report_list(heading: Said, claims: Sequence[EvidenceClaim], parties: Collection[str]) -> Element:
    """Build a list of the events that the claims report, in the order of the claims.

    `parties` are the ids of the entities to mark in the sentences.
    """
    cards = [_card(bundle, parties) for bundle in bundles(claims)]
    return element(
        "section",
        element("h3", heading),
        *(cards or [element("p", say("Nothing under this lens."), look="lead")]),
    )


def _card(bundle: Bundle, parties: Collection[str]) -> Element:
    first = bundle.first
    when = element("small", Day(first.date, first.date_precision, first.not_after))
    return element(
        "article",
        element("div", *claim_badges(first), when, look="row"),
        quotation(first, parties),
        source_line(first),
        _others(bundle),
        look="card",
    )


def _others(bundle: Bundle) -> Element | None:
    """Name the other voices on the event, and those that deny it, each with a link to its sentence."""
    others = [voice.claim for voice in bundle.says[1:]]
    denials = [voice.claim for voice in (bundle.denies if bundle.says else bundle.denies[1:])]
    if not others and not denials:
        return None
    return element(
        "ul",
        *(_line(claim, say("says so too")) for claim in others),
        *(_line(claim, say("denies it")) for claim in denials),
        look="list",
    )


def _line(claim: EvidenceClaim, what: Said) -> Element:
    publisher, published = published_by(claim)
    about = joined(" · ", (publisher, what, published))
    return sentence_line(
        quoted(claim.sentence, claim.extractor), about, OpenDocument(claim.document, claim.claim)
    )


def disputed(claims: Sequence[EvidenceClaim]) -> list[EvidenceClaim]:
    """Return the claims of events that some voices report and others deny, or whose verdict is unsure."""
    found = [bundle for bundle in bundles(claims) if bundle.says and bundle.denies]
    denied = {voice.claim.claim for bundle in found for voice in (*bundle.says, *bundle.denies)}
    return [claim for claim in claims if claim.claim in denied or claim.verdict == Judgement.UNSURE]


def event_count(claims: Sequence[EvidenceClaim]) -> Plural:
    """Count the events that the claims report."""
    return Plural(len(bundles(claims)), "{number} event", "{number} events")
