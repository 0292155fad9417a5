"""What came in as elements of the page."""

from __future__ import annotations

from collections.abc import Iterable

from cypher.arrivals.items import Arrivals
from explorer.acts.arrivals import ShowArrivals
from explorer.elements import Element, element, empty_state, link
from explorer.panels.arrivals.entry import Entries, Entry, Quote, Section
from explorer.panels.arrivals.head import remarks, standing, summary
from explorer.panels.arrivals.narrowing import narrowing
from explorer.panels.widgets import badge
from explorer.phrases import joined, say

FOLDED = frozenset({Section.SOURCE, Section.TYPE, Section.COUNTRY})
"""Sections whose evidence opens by a click."""


def head(found: Arrivals) -> tuple[Element, ...]:
    """Build the head: what came in since when, or that nothing did, and what is not shown."""
    said, narrowed = joined(" ", remarks(found)), narrowing(found)
    above = (narrowed,) if narrowed else ()
    if not found:
        lead = say("Choose an earlier moment, or compare two days.")
        return *above, empty_state(summary(found), lead), element("p", standing(found), look="soft")
    return (
        *above,
        element("h3", summary(found)),
        element("p", said, look="lead"),
        element("p", standing(found), look="soft"),
    )


def section(entries: Entries) -> Element:
    """Build a section: its heading with the number of entries, the entries, and how many are not listed."""
    build = _folded if entries.section in FOLDED else _card
    return element(
        "section",
        element("h3", entries.heading),
        *(build(each) for each in entries.listed),
        element("p", entries.rest, look="soft") if entries.rest else None,
    )


def _card(entry: Entry) -> Element:
    title = (
        element("button", entry.title, look="title", act=entry.act)
        if entry.act
        else element("strong", entry.title)
    )
    return element(
        "article", title, element("p", entry.about, look="soft"), *_quotes(entry.quotes), look="card"
    )


def _folded(entry: Entry) -> Element:
    opening = element("button", say("Open"), look="act", act=entry.act) if entry.act else None
    only = (
        element("button", say("Only this"), look="act", act=ShowArrivals(str(entry.only)))
        if entry.only
        else None
    )
    return element(
        "details",
        element("summary", element("strong", entry.title), " ", element("small", entry.about)),
        *_quotes(entry.quotes),
        element("div", opening, only, look="row") if opening or only else None,
    )


def _quotes(quotes: Iterable[Quote]) -> Iterable[Element]:
    for quote in quotes:
        yield element("p", quote.text, look="quote")
        yield element(
            "div",
            badge(quote.label) if quote.label else None,
            element("small", quote.source),
            element("button", quote.title, look="title", act=quote.act),
            link(quote.url, say("original ↗")) if quote.url else None,
            look="row",
        )
