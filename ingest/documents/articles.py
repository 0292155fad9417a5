"""Turns a raw article into a `Document`: checks and cleans it without changing any offset."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from urllib.parse import urlsplit

from cypher.model.formats import of_many
from cypher.model.graph import Document
from cypher.model.ids import content_id
from ingest.documents.characters import valid
from ingest.documents.heading import publisher_of, title_of
from ingest.documents.language import language_of
from ingest.documents.publication import publication_of
from ingest.documents.records import MAX_CHARACTERS, Incoming, RawArticle, UnusableError


def finish(raw: RawArticle, origin: str) -> Incoming:
    """Return the document of a raw article.

    Raises:
        UnusableError: it is empty, too long, or in a language that is not supported.
    """
    raw = _valid(raw)
    text = raw.text
    _check_length(text)
    language, language_remarks = language_of(text, raw.language)
    published = publication_of(raw, text, language)
    normalised = _normalised(text)
    document = Document(
        id=content_id("document", normalised, raw.url),
        text=text,
        language=language,
        content_hash=content_id("text", normalised),
        title=_cleaned(raw.title) or title_of(text),
        published_on=published.day,
        publisher=_cleaned(raw.publisher) or _host(raw.url) or publisher_of(text),
        url=_cleaned(raw.url),
        published_precision=published.precision,
        published_guessed=published.guessed,
    )
    return Incoming(document, origin, raw.given_id, (*raw.remarks, *language_remarks, *published.remarks))


def _valid(raw: RawArticle) -> RawArticle:
    """Return the article with all texts made valid for databases and files."""
    return replace(
        raw,
        text=valid(raw.text),
        title=valid(raw.title or "") or None,
        language=valid(raw.language or "") or None,
        published_on=valid(raw.published_on or "") or None,
        publisher=valid(raw.publisher or "") or None,
        url=valid(raw.url or "") or None,
        given_id=valid(raw.given_id or "") or None,
        lines=tuple(map(valid, raw.lines)),
        updated_on=valid(raw.updated_on or "") or None,
    )


def _check_length(text: str) -> None:
    if not text.strip():
        raise UnusableError("is empty", "Remove it, or check how it was exported.")
    if len(text) > MAX_CHARACTERS:
        raise UnusableError(
            f"has {len(text):,} characters, more than the limit of {MAX_CHARACTERS:,} for one article",
            f"Split it into its articles: one a file, or several in {of_many()}.",
        )


def _normalised(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _cleaned(value: str | None) -> str | None:
    return (" ".join(value.split()) or None) if value else None


def _host(url: str | None) -> str | None:
    """Return the host of the address without ``www.``, which stands for an unnamed publisher."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
