"""Writes the newest alerts of a rule as an Atom feed."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as Xml

from cypher.alerts.items import Alert
from cypher.alerts.rules import FEEDS, Rule, feed_name
from cypher.alerts.words import alert_words
from cypher.model.release import PROGRAM
from ingest.alerting.wording import as_html, headline

_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML does not allow."""


def feed_path(home: Path, rule: str) -> Path:
    """Return where the feed of a rule is."""
    return home / FEEDS / feed_name(rule)


def write_feed(path: Path, rule: Rule, alerts: Sequence[Alert], now: str) -> None:
    """Write the feed so that a reader finds the old one or the new one; only the owner may read it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.touch(mode=0o600)
        beside.write_bytes(feed(rule, alerts, now))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def feed(rule: Rule, alerts: Sequence[Alert], now: str) -> bytes:
    """Return the feed in the language of the rule; the ids of its entries are those of the alerts."""
    Xml.register_namespace("", _ATOM)
    words = alert_words(rule.language)
    root = Xml.Element(f"{{{_ATOM}}}feed", {_LANGUAGE: words.language})
    _add(root, "id", f"urn:konstelasi:alerts:{quote(rule.id)}")
    _add(root, "title", words.alerts_of.format(author=rule.author))
    _add(root, "updated", alerts[0].made_at if alerts else now)
    _add(_add(root, "author"), "name", rule.author)
    _add(root, "generator", PROGRAM)
    for each in alerts:
        entry = _add(root, "entry")
        _add(entry, "id", f"urn:konstelasi:alert:{each.id}")
        _add(entry, "title", headline(each))
        _add(entry, "updated", each.made_at)
        _add(entry, "content", as_html(each)).set("type", "html")
    written: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add(parent: Xml.Element, name: str, text: str = "") -> Xml.Element:
    child = Xml.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = _FORBIDDEN.sub("\ufffd", text) or None
    return child
