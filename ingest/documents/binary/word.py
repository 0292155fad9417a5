"""Reads the text of Word files (DOCX): the paragraphs of the body, without heads, feet, notes and boxes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from ingest.documents.binary.archive import Archive
from ingest.documents.binary.parsed import Paper
from ingest.documents.binary.plausible import LONGEST_TITLE, author_in, day_of, title_in
from ingest.documents.binary.refusals import too_long
from ingest.documents.markup import Element
from ingest.documents.records import MAX_CHARACTERS, Remark, UnusableError

_MAIN, _CORE = "/officeDocument", "/core-properties"
"""How the types of the relationships end that name the body and the properties of a file."""

_LEFT_OUT = frozenset({"del", "moveFrom", "txbxContent", "instrText", "delText", "Fallback", "rPr", "pPr"})
"""Elements whose texts are not part of the article: removed text, boxes, codes of fields."""

_SPACES = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_LEAST_WORDS = 8
"""A cell of a table with so many words and a full stop is prose: the table only lays it out."""

_TITLE = re.compile(r"title|judul|t[ií]tulo", re.IGNORECASE)


def paper_of_docx(data: bytes) -> Paper:
    """Return the article of a Word file.

    Raises:
        UnusableError: it is damaged, another kind of archive, or unpacks to more than a limit.
    """
    archive = Archive(data)
    parts = dict(_parts(archive))
    body = next((part for kind, part in parts.items() if kind.endswith(_MAIN)), "word/document.xml")
    if body not in archive.names:
        raise UnusableError("is an office file, but not of Word", "Save its text as DOCX.")
    root = archive.root(body)
    blocks = list(_blocks(root))
    text = "\n\n".join(text for text, _ in blocks)
    tables = sum(1 for each in root.iter("{*}tbl") if not any(map(_is_prose, _cells(each))))
    properties = _properties(archive, parts)
    return Paper(
        text,
        title_in(properties.get("title"), text) or _stated_title(blocks) or None,
        author_in(properties.get("creator"), text),
        day_of(properties.get("modified") or properties.get("created")),
        remarks=(Remark(f"tables of figures that are left out: {tables}"),) if tables else (),
    )


def _parts(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield the types of the relationships of a file, each with the name of the part."""
    if "_rels/.rels" not in archive.names:
        return
    for each in archive.root("_rels/.rels").iter("{*}Relationship"):
        name = posixpath.normpath(str(each.get("Target", ""))).lstrip("/")
        yield str(each.get("Type", "")), name


def _blocks(root: Element) -> Iterator[tuple[str, str]]:
    """Yield the texts of the paragraphs that belong to the article, each with the name of its style."""
    characters = 0
    for paragraph in root.iter("{*}p"):
        above = [etree.QName(each).localname for each in paragraph.iterancestors()]
        if _LEFT_OUT.intersection(above):
            continue
        text = "".join(_texts(paragraph)).strip()
        if text and ("tc" not in above or _is_prose(text)):
            characters += len(text)
            if characters > MAX_CHARACTERS:
                raise too_long()
            style = paragraph.find("{*}pPr/{*}pStyle")
            yield text, "" if style is None else next(iter(map(str, style.attrib.values())), "")


def _texts(element: Element) -> Iterator[str]:
    for child in element.iterchildren("*"):
        name = etree.QName(child).localname
        if name in _LEFT_OUT:
            continue
        if name == "t":
            yield child.text or ""
        elif name in _SPACES:
            yield _SPACES[name]
        else:
            yield from _texts(child)


def _is_prose(text: str) -> bool:
    return len(text.split()) >= _LEAST_WORDS and any(end in text for end in ".!?")


def _cells(table: Element) -> Iterator[str]:
    return ("".join(_texts(each)) for each in table.iter("{*}p"))


def _stated_title(blocks: list[tuple[str, str]]) -> str | None:
    """Return the first paragraph if its style is that of a title, or of a heading above other text."""
    text, style = blocks[0] if len(blocks) > 1 else ("", "")
    is_title = _TITLE.search(style) or re.match(r"heading|judul|t[ií]tulo", style, re.IGNORECASE)
    return " ".join(text.split()) if is_title and len(text) <= LONGEST_TITLE else None


def _properties(archive: Archive, parts: dict[str, str]) -> dict[str, str]:
    """Return the properties of a file by their names, such as ``title``; those of a damaged part are none."""
    name = next((part for kind, part in parts.items() if kind.endswith(_CORE)), "docProps/core.xml")
    if name not in archive.names:
        return {}
    try:
        root = archive.root(name)
    except UnusableError:
        return {}
    return {etree.QName(each).localname: each.text or "" for each in root.iterchildren("*")}
