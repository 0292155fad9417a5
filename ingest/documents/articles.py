"""Turns a raw article into a `Document`: checks and cleans it without changing any offset."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from cypher.model.formats import of_many
from cypher.model.graph import Document
from cypher.model.ids import content_id
from ingest.documents.characters import shown, valid
from ingest.documents.dates import (
    address_date,
    guessed_date,
    lines_of,
    published_in,
    stated_date,
    updated_in,
)
from ingest.documents.language import language_of
from ingest.documents.records import MAX_CHARACTERS, Incoming, RawArticle, UnusableError

_SHOWN_DATE = 40


def finish(raw: RawArticle, origin: str) -> Incoming:
    """Return the document of a raw article.

    Raises:
        UnusableError: it is empty, too long, or in a language that is not supported.
    """
    raw = _valid(raw)
    text = raw.text
    _check_length(text)
    language, language_remarks = language_of(text, raw.language)
    published = _published_on(raw, text, language)
    normalised = _normalised(text)
    document = Document(
        id=content_id("document", normalised, raw.url),
        text=text,
        language=language,
        content_hash=content_id("text", normalised),
        title=_cleaned(raw.title),
        published_on=published.day,
        publisher=_cleaned(raw.publisher) or _host(raw.url),
        url=_cleaned(raw.url),
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


@dataclass(frozen=True, slots=True)
class _Day:
    """The day of publication, whether it is only a guess, and remarks on it."""

    day: str | None
    guessed: bool
    remarks: tuple[str, ...]


def _published_on(raw: RawArticle, text: str, language: str) -> _Day:
    """Return the day that the article states, in its fields, address or lines; else a guess."""
    stated = stated_date(raw.published_on, language) if raw.published_on else None
    unread: tuple[str, ...] = ()
    if raw.published_on and stated is None:
        unread = (f"date “{shown(raw.published_on, _SHOWN_DATE)}” is not understood",)
    stated = stated or (address_date(raw.url) if raw.url else None)
    if stated is not None:
        return _Day(stated, False, unread)
    lines = (*raw.lines, *lines_of(text))
    in_lines = published_in(lines, language)
    if in_lines is not None:
        return _Day(in_lines, False, (*unread, f"date {in_lines} taken from the text"))
    guess = guessed_date(text, language)
    changed = (stated_date(raw.updated_on, language) if raw.updated_on else None) or updated_in(
        lines, language
    )
    if guess or changed:
        why = "a date in the text" if guess else "the day of an update"
        return _Day(guess or changed, True, (*unread, f"date {guess or changed} guessed from {why}"))
    return _Day(None, False, (*unread, 'no date: words like "yesterday" stay undated'))


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
