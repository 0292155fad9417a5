"""The panel of an article: its text with names and triggers marked, and the claims extracted from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cypher.model.graph import Judgement, Span
from cypher.records.explore import DocumentClaim, DocumentMention, FullDocument, ListedDocument
from cypher.records.shared import EntityName
from explorer.acts.by_hand import QuoteArticle
from explorer.acts.judging import Judge
from explorer.acts.opening import ChooseClaim, ChooseDocument, OpenEntity, OpenTie
from explorer.elements import Element, element, empty_state, link
from explorer.panels.by_hand import maker_badge, own_buttons
from explorer.panels.collecting import collecting_from_article
from explorer.panels.evidence import JUDGEMENTS, sign_of
from explorer.panels.notes import Notes, left_behind, note_button, note_cards, note_section
from explorer.panels.widgets import badge
from explorer.phrases import Certainty, Day, EventType, Number, Plural, Published, Reason, Term, joined, say
from explorer.text import Mark, marked


def document_list(rows: Iterable[ListedDocument], chosen: str) -> tuple[Element, ...]:
    """Build the list of documents in the order of the rows, which is newest first."""
    lines = [_document_line(row, row.document == chosen) for row in rows]
    return (element("ul", *lines, look="list"),)


def _document_line(row: ListedDocument, here: bool) -> Element:
    about = joined(" · ", (row.publisher, _published(row)))
    return element(
        "li",
        element("span", element("span", row.title or say("untitled")), element("small", about), look="stack"),
        element("span", Number(row.claims), look="number"),
        look="here" if here else "",
        act=ChooseDocument(row.document),
        hint=Plural(row.claims, "{number} claim", "{number} claims"),
    )


def article(
    document: FullDocument,
    mentions: Iterable[DocumentMention],
    claims: Iterable[DocumentClaim],
    chosen: str,
    sentence: Span | None = None,
) -> tuple[Element, ...]:
    """Build title, source and text of an article. Names are marked by kind, triggers underlined by sign.

    A `sentence` that was searched for is marked, too.
    """
    about = joined(" · ", (document.publisher, _published(document), document.language))
    sought = [Mark(sentence, "sought here")] if sentence else []
    marks = (*_mention_marks(mentions), *_trigger_marks(claims, chosen), *sought)
    head = element(
        "div",
        element("h2", document.title or say("untitled")),
        element(
            "div",
            element("small", about),
            link(document.url, say("original ↗")) if document.url else None,
            look="row",
        ),
        look="head",
    )
    return (
        head,
        element("div", look="rule"),
        element("div", *marked(document.text, marks), look="article panel")
        if document.text
        else element("p", say("The data set gives no text of this article."), look="lead"),
    )


def _published(row: ListedDocument | FullDocument) -> Published:
    return Published(row.published_on, row.published_precision, row.published_guessed)


def _mention_marks(mentions: Iterable[DocumentMention]) -> Iterator[Mark]:
    for row in mentions:
        yield Mark(
            Span(row.start, row.end),
            f"mention {row.kind}",
            act=OpenEntity(row.entity),
            hint=f"{row.name} · {row.reason}" if row.reason else row.name,
        )


def _trigger_marks(claims: Iterable[DocumentClaim], chosen: str) -> Iterator[Mark]:
    for row in claims:
        looks = (
            "trigger",
            sign_of(row.event_type, row.mode),
            "chosen here" if row.claim == chosen else "",
        )
        span = Span(row.trigger_start, row.trigger_end)
        yield Mark(span, " ".join(filter(None, looks)), act=ChooseClaim(row.claim))


def article_notes(found: FullDocument, claims: Sequence[DocumentClaim], notes: Notes) -> Iterator[Element]:
    """Yield the notes on an article, and those on claims that were once extracted from it.

    An article that has a sentence begins with the buttons that quote one.
    """
    document = found.document
    if found.sentences:
        add = element("button", say("Add a claim"), act=QuoteArticle(document))
        yield element("div", add, collecting_from_article(document), look="acts")
    yield note_section(notes, document)
    if gone := left_behind(notes, {row.claim for row in claims}, document):
        yield gone


def claim_list(
    claims: Sequence[DocumentClaim], chosen: str, notes: Notes | None = None
) -> tuple[Element, ...]:
    """Build a card for each claim, in the order of the text, with its notes.

    The card of the `chosen` claim has buttons to judge it.
    """
    if not claims:
        text = say("This lens shows no claims from this text.")
        return (element("p", text, look="lead"),)
    count = Plural(len(claims), "{number} claim", "{number} claims")
    return (element("h3", count), *(_card(row, row.claim == chosen, notes or Notes()) for row in claims))


def _card(row: DocumentClaim, here: bool, notes: Notes) -> Element:
    verdict = row.verdict or Judgement.NONE
    return element(
        "article",
        element(
            "div",
            badge(EventType(row.event_type), sign_of(row.event_type, row.mode)),
            badge(Term(row.status)) if row.status not in (None, "actual") else None,
            badge(Term(verdict), verdict) if verdict != Judgement.NONE else None,
            maker_badge(row.extractor),
            element("small", Day(row.date, row.date_precision, row.not_after)),
            look="row",
        ),
        _parties(row),
        _details(row, verdict, notes) if here else _more(row, notes),
        *note_cards(notes, row.claim),
        look="card here" if here else "card",
    )


def _parties(row: DocumentClaim) -> Element:
    if row.mediators:
        sides = [*_names(row.actors), *_names(row.recipients)] or [element("span", say("others"))]
        between = element("span", say("mediates between"))
        return element("p", *_spaced([*_joined(_names(row.mediators)), between, *_joined(sides)]))
    actors = _names(row.actors) or [element("span", say("somebody"))]
    recipients = _names(row.recipients)
    arrow = [element("span", "→"), *_joined(recipients)] if recipients else []
    return element("p", *_spaced([*_joined(actors), *arrow]))


def _names(parties: Iterable[EntityName]) -> list[Element]:
    return [
        element(
            "button",
            party.name,
            look="name",
            act=OpenEntity(party.id),
        )
        for party in parties
    ]


def _joined(names: Sequence[Element]) -> list[Element]:
    return [part for name in names for part in (element("span", "·"), name)][1:]


def _spaced(parts: Sequence[Element]) -> Iterator[Element | str]:
    for part in parts:
        yield part
        yield " "


def _more(row: DocumentClaim, notes: Notes) -> Element:
    show = element("button", say("Show and judge"), act=ChooseClaim(row.claim))
    return element("div", show, note_button(notes, row.claim), *_own(row, notes), look="acts")


def _own(row: DocumentClaim, notes: Notes) -> tuple[Element, ...]:
    return own_buttons(row.claim, row.extractor, notes.reader)


def _details(row: DocumentClaim, verdict: str, notes: Notes) -> Element:
    buttons = [
        element("button", say(text), look="on" if verdict == each else "", act=Judge(row.claim, each))
        for each, text in JUDGEMENTS.items()
    ]
    tie = next(iter(row.ties), None)
    return element(
        "div",
        element("p", joined(": ", (say("Confidence"), Certainty(row.confidence))), look="soft"),
        element("ul", *(element("li", Reason(reason)) for reason in row.reasons), look="reasons"),
        element(
            "div",
            *buttons,
            element("button", say("Show in network"), act=OpenTie(tie)) if tie else None,
            note_button(notes, row.claim),
            *_own(row, notes),
            look="acts",
        ),
    )


def no_article(document: str) -> Element:
    """Build what stands in the place of an article that the graph does not have."""
    return empty_state(
        say("There is no article “{document}”", document=document),
        say("The link may be older than the graph. Choose an article on the left."),
    )
