"""What came in as blocks, from which the offline page is written."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.arrivals.items import Arrivals
from cypher.model.release import PROGRAM
from explorer.briefs.blocks import Block, Heading, Line, Look, Quote
from explorer.briefs.html_page import as_html
from explorer.digest.addresses import App
from explorer.panels.arrivals.entries import entries
from explorer.panels.arrivals.entry import Entries, Entry
from explorer.panels.arrivals.head import remarks, standing, summary
from explorer.phrases import joined, said
from explorer.words import Words


def digest_page(found: Arrivals, app: App, words: Words) -> bytes:
    """Write what came in as a page that opens offline, with links into the app."""
    return as_html(list(_document(found, app, words)), words("What came in"), words).encode()


def _document(found: Arrivals, app: App, words: Words) -> Iterator[Block]:
    yield Heading(said(summary(found), words), 1)
    about = joined(" · ", (standing(found), PROGRAM)).said(words)
    yield Line(about, Look.SOFT, opens=app.page(page="since", came_since=found.asked.since))
    if left := joined(" ", remarks(found)).said(words):
        yield Line(left)
    for section in entries(found):
        yield from _section(section, app, words)


def _section(section: Entries, app: App, words: Words) -> Iterator[Block]:
    yield Heading(said(section.heading, words))
    for entry in section.listed:
        yield from _entry(entry, app, words)
    if section.rest:
        yield Line(said(section.rest, words), Look.SOFT)


def _entry(entry: Entry, app: App, words: Words) -> Iterator[Block]:
    yield Line(said(entry.title, words), Look.STRONG, opens=app.opening(entry.act))
    yield Line(said(entry.about, words), Look.SOFT)
    for quote in entry.quotes:
        yield Quote(said(quote.text, words), quote.document, quote.claim)
        source = joined(" · ", (quote.label, quote.source, quote.title))
        yield Line(source.said(words), Look.SOFT, quote.url, app.opening(quote.act))
