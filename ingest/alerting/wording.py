"""An alert in words: lines of plain text, from which mails and feeds are written."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

from cypher.alerts.items import Alert, Quote
from cypher.alerts.words import AlertWords, alert_words

_LISTS = ("new", "reversed", "contradicted")
"""The lists of an alert. Words and alerts name them alike."""


def headline(alert: Alert) -> str:
    """Return one line without line breaks: the subject and how many claims are new."""
    number = f": {_words(alert).claims(alert.claims)}" if alert.claims else ""
    return " ".join(f"{alert.title}{number}".split())


def plain(alert: Alert) -> str:
    """Return the alert as plain text."""
    return "\n".join(_lines(alert))


def _lines(alert: Alert) -> Iterator[str]:
    words = _words(alert)
    yield headline(alert)
    if alert.types:
        yield _types(alert)
    for name in _LISTS:
        if listed := getattr(alert, name):
            yield ""
            yield f"{getattr(words, name)}:"
            yield from (f"  {line}" for line in listed)
    for quote in alert.quotes:
        yield ""
        yield f"“{quote.sentence}”"
        yield _source(quote, words)
        if link := _link(quote.url):
            yield link
    yield ""
    yield _watched(alert)
    yield words.identified.format(id=alert.id)


def as_html(alert: Alert) -> str:
    """Return the alert as HTML in which texts from the news are only text."""
    words = _words(alert)
    parts = [f"<h1>{escape(headline(alert))}</h1>"]
    if alert.types:
        parts.append(f"<p>{escape(_types(alert))}</p>")
    for name in _LISTS:
        if listed := getattr(alert, name):
            lines = "".join(f"<li>{escape(line)}</li>" for line in listed)
            parts.append(f"<h2>{escape(getattr(words, name))}</h2><ul>{lines}</ul>")
    parts += (_quoted(quote, words) for quote in alert.quotes)
    parts.append(f"<p>{escape(_watched(alert))}</p>")
    return "".join(parts)


def _words(alert: Alert) -> AlertWords:
    return alert_words(alert.language)


def _types(alert: Alert) -> str:
    words = _words(alert)
    return ", ".join(f"{words.event_type(code)} {number}" for code, number in alert.types.items())


def _watched(alert: Alert) -> str:
    return _words(alert).watched_by.format(watches="; ".join(alert.watches))


def _quoted(quote: Quote, words: AlertWords) -> str:
    link = _link(quote.url)
    source = escape(_source(quote, words))
    shown = f'<a href="{escape(link, quote=True)}" rel="noreferrer">{source}</a>' if link else source
    return f"<blockquote>{escape(quote.sentence)}</blockquote><p>{shown}</p>"


def _source(quote: Quote, words: AlertWords) -> str:
    publisher = quote.publisher or words.unnamed_publisher
    return " · ".join(filter(None, (publisher, quote.date, words.event_type(quote.event_type))))


def _link(url: str) -> str:
    """Return a web address as it is; nothing for anything else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    is_web = parts.scheme in {"http", "https"} and bool(parts.netloc)
    return url if is_web and url.isprintable() and " " not in url else ""
