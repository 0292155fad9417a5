"""Repairs the XML of a feed, and refuses harmful parts: entities, great depth, masses of attributes.

`feedparser` takes quadratic time for many attributes or namespaces, and guesses if the XML is not
well-formed; libxml2 repairs it in linear time and within its own limits.
"""

from __future__ import annotations

import re
from html.entities import html5

from lxml import etree

from ingest.documents.records import UnusableError

_MOST_ATTRIBUTES = 100
_MOST_NAMESPACES = 100
_XML_ENTITIES = {"amp", "lt", "gt", "quot", "apos"}
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_PREAMBLE = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>)*", re.DOTALL)
_AMPERSAND = re.compile(r"&(?:([A-Za-z]\w*);|#\w+;)?")
_HARM_HINT = "Save the feed again from its publisher; no news feed needs this."


def root_of(start: str) -> str:
    """Return the name of the first element of XML or HTML with this beginning; empty if there is none."""
    found = re.match(r"<([\w:.-]+)", start[_end(_PREAMBLE, start) :])
    return found[1].lower() if found else ""


def repaired(text: str) -> tuple[bytes, bool]:
    """Return the text as well-formed XML without a document type, and whether it was well-formed before.

    Raises:
        UnusableError: it declares entities, is too deep or has too many attributes, or is not XML.
    """
    text, parser = text[_end(_DECLARATION, text) :], _parser()
    try:
        root = etree.fromstring(_without_names(text).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise UnusableError("is not XML", "Check that the file is an RSS or Atom feed.")
    _check(root, {each.type_name for each in parser.error_log})
    return etree.tostring(root, encoding="utf-8"), not len(parser.error_log)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )


def _check(root: etree._Element, errors: set[str]) -> None:
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise UnusableError("declares XML entities, which could fill the memory or read files", _HARM_HINT)
    namespaces = {uri for _, (_, uri) in etree.iterwalk(root, events=("start-ns",))}
    if "ERR_RESOURCE_LIMIT" in errors:
        raise UnusableError("is nested too deeply, or grows too much, to be a feed", _HARM_HINT)
    if len(namespaces) > _MOST_NAMESPACES:
        raise UnusableError(f"has more than {_MOST_NAMESPACES} XML namespaces", _HARM_HINT)
    if any(len(element.attrib) > _MOST_ATTRIBUTES for element in root.iter(etree.Element)):
        raise UnusableError(f"has an element with more than {_MOST_ATTRIBUTES} attributes", _HARM_HINT)


def _without_names(text: str) -> str:
    """Replace named characters that XML lacks (``&nbsp;``), and escape lone ampersands.

    CDATA sections are not changed.
    """
    parts: list[str] = []
    place = 0
    while (start := text.find("<![CDATA[", place)) >= 0 and (end := text.find("]]>", start)) >= 0:
        parts += (_AMPERSAND.sub(_character, text[place:start]), text[start : end + 3])
        place = end + 3
    return "".join((*parts, _AMPERSAND.sub(_character, text[place:])))


def _character(match: re.Match[str]) -> str:
    name = match[1]
    if name in _XML_ENTITIES or (name is None and len(match[0]) > 1):
        return match[0]
    return html5.get(f"{name};", f"&amp;{match[0][1:]}")


def _end(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0
