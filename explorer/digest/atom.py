"""What came in as an Atom feed (RFC 4287): one entry for each statement, with its evidence."""

from __future__ import annotations

import uuid
from xml.etree import ElementTree as ET

from cypher.arrivals.items import Arrivals
from cypher.database.export import well_formed
from cypher.model.release import VERSION
from explorer.briefs.plain import one_line
from explorer.digest.addresses import App
from explorer.elements import link
from explorer.panels.arrivals.entries import entries
from explorer.panels.arrivals.entry import HEADINGS, Entries, Entry, Quote, Section
from explorer.panels.arrivals.head import remarks, standing, summary
from explorer.phrases import joined, said
from explorer.words import Words

_ATOM, _XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"

_OF_A_DAY = frozenset(
    {Section.SOURCE, Section.TYPE, Section.COUNTRY, Section.UNREAD, Section.WATCH, Section.PHRASE}
)
"""Sections whose entries are about what came in since one moment: on another day they are others."""


def digest_feed(found: Arrivals, app: App, words: Words) -> bytes:
    """Write what came in as an Atom feed with links into the app."""
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": words.language})
    asked = found.asked
    _add(feed, "id", _id("feed", asked.author, asked.lens, asked.level))
    _add(feed, "title", f"Konstelasi: {words('What came in')}")
    _add(
        feed,
        "subtitle",
        joined(" · ", (summary(found), standing(found), joined(" ", remarks(found)))).said(words),
    )
    _add(feed, "updated", found.made_at)
    _add(ET.SubElement(feed, "author"), "name", "Konstelasi")
    _add(feed, "generator", "Konstelasi", version=VERSION)
    _add(feed, "link", rel="alternate", href=app.page(page="since", came_since=asked.since))
    for section in entries(found):
        for each in section.listed:
            _add_entry(feed, each, found, app, words)
        if section.rest:
            _add_rest(feed, section, said(section.rest, words), found, words)
    ET.indent(feed)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True))


def _add_entry(feed: ET.Element, entry: Entry, found: Arrivals, app: App, words: Words) -> None:
    heading = words(HEADINGS[entry.section])
    element = ET.SubElement(feed, "entry")
    _add(element, "id", entry_id(entry, found))
    _add(element, "title", f"{heading}: {said(entry.title, words)}")
    _add(element, "updated", _came_in_at(entry, found))
    _add(element, "category", term=entry.section.value, label=heading)
    address = app.opening(entry.act) or app.page(page="since", came_since=found.asked.since)
    _add(element, "link", rel="alternate", href=address)
    _add(element, "summary", said(entry.about, words))
    content = ET.SubElement(element, "content", {"type": "xhtml"})
    body = ET.SubElement(content, "div", {"xmlns": _XHTML})
    _add(body, "p", said(entry.about, words))
    for quote in entry.quotes:
        _add_quote(body, quote, app, words)


def _add_rest(feed: ET.Element, section: Entries, text: str, found: Arrivals, words: Words) -> None:
    """Add an entry that says how many are not listed."""
    element = ET.SubElement(feed, "entry")
    _add(element, "id", _id(section.section, "more", found.asked.since))
    _add(element, "title", f"{words(HEADINGS[section.section])}: {text}")
    _add(element, "updated", found.made_at)
    _add(element, "content", text)


def _add_quote(body: ET.Element, quote: Quote, app: App, words: Words) -> None:
    _add(ET.SubElement(body, "blockquote"), "p", said(quote.text, words))
    line = ET.SubElement(body, "p")
    line.text = one_line(joined(" · ", (quote.label, quote.source)).said(words)) + " · "
    _add_link(line, app.opening(quote.act), said(quote.title, words))
    if link(well_formed(quote.url or "")).href:
        _add_link(line, quote.url, words("original ↗"))


def _add_link(line: ET.Element, address: str | None, text: str) -> None:
    made = ET.SubElement(line, "a", {"href": one_line(address)} if address else {})
    made.text = one_line(text)
    made.tail = " "


def entry_id(entry: Entry, found: Arrivals) -> str:
    """Return the id of an entry: that of the same statement in another file is the same."""
    moment = found.asked.since if entry.section in _OF_A_DAY else ""
    return _id(entry.section, entry.key, moment)


def _id(*parts: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, "\x1f".join(("konstelasi", *parts))).urn


def _came_in_at(entry: Entry, found: Arrivals) -> str:
    """Return when the latest document came in that an entry quotes, or else when the feed was made."""
    moments = (found.came_in_at.get(quote.document, "") for quote in entry.quotes)
    return max(moments, default="") or found.made_at


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> None:
    made = ET.SubElement(parent, tag, {name: one_line(value) for name, value in attributes.items()})
    made.text = one_line(text) or None
