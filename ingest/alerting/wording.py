"""An alert in words: lines of plain text, from which mails and feeds are written."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

from cypher.alerts.items import Alert, Quote

_LISTS = (("New", "new"), ("Reversed", "reversed"), ("Contradicted", "contradicted"))


def headline(alert: Alert) -> str:
    """Return one line without line breaks: the subject and how many claims are new."""
    number = f": {alert.claims} new claim{'s' if alert.claims != 1 else ''}" if alert.claims else ""
    return " ".join(f"{alert.title}{number}".split())


def plain(alert: Alert) -> str:
    """Return the alert as plain text."""
    return "\n".join(_lines(alert))


def _lines(alert: Alert) -> Iterator[str]:
    yield headline(alert)
    if alert.types:
        yield ", ".join(f"{name} {number}" for name, number in alert.types.items())
    for heading, name in _LISTS:
        if listed := getattr(alert, name):
            yield ""
            yield f"{heading}:"
            yield from (f"  {line}" for line in listed)
    for quote in alert.quotes:
        yield ""
        yield f"“{quote.sentence}”"
        yield _source(quote)
        if link := _link(quote.url):
            yield link
    yield ""
    yield f"Watched by: {'; '.join(alert.watches)}"
    yield f"Alert {alert.id}"


def as_html(alert: Alert) -> str:
    """Return the alert as HTML in which texts from the news are only text."""
    parts = [f"<h1>{escape(headline(alert))}</h1>"]
    if alert.types:
        counts = ", ".join(f"{name} {number}" for name, number in alert.types.items())
        parts.append(f"<p>{escape(counts)}</p>")
    for heading, name in _LISTS:
        if listed := getattr(alert, name):
            lines = "".join(f"<li>{escape(line)}</li>" for line in listed)
            parts.append(f"<h2>{heading}</h2><ul>{lines}</ul>")
    parts += map(_quoted, alert.quotes)
    parts.append(f"<p>Watched by: {escape('; '.join(alert.watches))}</p>")
    return "".join(parts)


def _quoted(quote: Quote) -> str:
    link = _link(quote.url)
    source = escape(_source(quote))
    shown = f'<a href="{escape(link, quote=True)}" rel="noreferrer">{source}</a>' if link else source
    return f"<blockquote>{escape(quote.sentence)}</blockquote><p>{shown}</p>"


def _source(quote: Quote) -> str:
    return " · ".join(filter(None, (quote.publisher or "unnamed publisher", quote.date, quote.event_type)))


def _link(url: str) -> str:
    """Return a web address as it is; nothing for anything else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    is_web = parts.scheme in {"http", "https"} and bool(parts.netloc)
    return url if is_web and url.isprintable() and " " not in url else ""
