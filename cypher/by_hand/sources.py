"""Turns the source of a claim made by hand into a document of its own, marked with the analyst's name."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from cypher.database import Database
from cypher.errors import UsageError
from cypher.model.dates import reduced
from cypher.model.document_rows import today
from cypher.model.graph import DatePrecision, Document, Span
from cypher.model.ids import BY_HAND, HAND_DOCUMENT, content_id
from cypher.records.explore import DocumentSentence, FullDocument

LONGEST_QUOTATION = 2000
"""The maximum characters of a quotation."""

LANGUAGES = ("en", "es", "id")
"""The languages of quotations."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a claim rests on: an article of the graph, or another source with title and publisher.

    `quotation` is what it says, in an article words of one sentence. `published` is a day (ISO).
    """

    quotation: str
    article: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str = "en"


def sourced(database: Database, source: Source, author: str) -> tuple[Document, Span]:
    """Return the document of a claim, and the range of the quotation in it.

    Raises `UsageError` for a source that is not described, or an article that does not say this.
    """
    quotation = " ".join(source.quotation.split())
    if not quotation or len(quotation) > LONGEST_QUOTATION or not quotation.isprintable():
        raise UsageError(f"Quote what the source says, in at most {LONGEST_QUOTATION} characters.")
    if source.article is not None:
        return _of_article(database, source.article, quotation, author)
    if not (source.title or "").strip() or not (source.publisher or "").strip():
        raise UsageError("Describe the source with its title and publisher, or name an article of the graph.")
    if source.language not in LANGUAGES:
        listed = ", ".join(LANGUAGES)
        raise UsageError(f"The language {source.language!r} cannot be read. Choose one of {listed}.")
    document = Document(
        content_id(HAND_DOCUMENT, uuid.uuid4()),
        quotation,
        source.language,
        content_id("content", quotation),
        title=_marked(source.title, author),
        published_on=_checked_day(source.published),
        publisher=(source.publisher or "").strip(),
        url=_checked_address(source.url),
    )
    return document, Span(0, len(quotation))


def _of_article(database: Database, article: str, quotation: str, author: str) -> tuple[Document, Span]:
    row = next(iter(database.rows(FullDocument, "explore/document", document=article)), None)
    if row is None:
        raise UsageError(f"There is no article {article!r}. Copy its id again.")
    said = database.rows(DocumentSentence, "explore/document_sentences", document=article)
    texts = [" ".join(each.text.split()) for each in said]
    holding = [text for text in texts if quotation in text]
    if len(holding) != 1:
        where = "no sentence" if not holding else f"{len(holding)} sentences"
        raise UsageError(f"These words stand in {where} of the article. Quote words of exactly one sentence.")
    start = holding[0].index(quotation)
    document = Document(
        content_id(HAND_DOCUMENT, uuid.uuid4()),
        holding[0],
        row.language,
        content_id("content", holding[0]),
        title=_marked(row.title, author),
        published_on=row.published_on,
        publisher=row.publisher,
        url=row.url,
        published_precision=DatePrecision(row.published_precision or DatePrecision.DAY),
        published_guessed=row.published_guessed,
    )
    return document, Span(start, start + len(quotation))


def plain_title(title: str | None) -> str:
    """Return the title of a source without the mark before it."""
    marked = (title or "").startswith(f"{BY_HAND.capitalize()}, ")
    return (title or "").partition(": ")[2] if marked else title or ""


def _marked(title: str | None, author: str) -> str:
    return ": ".join(filter(None, (f"{BY_HAND.capitalize()}, {author}", (title or "").strip())))


def _checked_day(day: str | None) -> str | None:
    if day is None:
        return None
    try:
        valid = reduced(date.fromisoformat(day).isoformat(), DatePrecision.DAY) == day
    except ValueError:
        valid = False
    if not valid:
        raise UsageError(f"{day!r} is no day. Write 2024-03-05.")
    if day > today():
        raise UsageError(f"The source cannot be of {day}, which is after today.")
    return day


def _checked_address(url: str | None) -> str | None:
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and url.isprintable()
    except ValueError:
        valid = False
    if not valid or " " in url:
        raise UsageError(f"{url!r} is no address of a page. It begins with https:// or http://.")
    return url
