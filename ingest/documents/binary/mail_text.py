"""The text of a mail by itself: without the mails that it answers, its signature and its broken lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html
from lxml.etree import ParserError

from ingest.documents.markup import Element

_FORWARDED = re.compile(
    r"^[\s>*-]*(?:-{2,}\s*)?"
    r"(?:Forwarded message|Begin forwarded message|Pesan terusan|Pesan yang diteruskan)\b.*$",
    re.IGNORECASE | re.MULTILINE,
)
_ANSWERED = re.compile(
    r"^(?:[ \t*]*-{2,}\s*(?:Original Message|Original Appointment|Pesan Asli)\s*-{2,}.*"
    r"|(?:On|Pada)\s[^\n]{5,200}(?:\n[^\n]{0,120})?(?:wrote|menulis):[ \t]*"
    r"|_{20,}[ \t]*\n\s*(?:From|Dari):.*"
    r"|\*?(?:From|Dari):[^\n]+\n(?:\*?(?:Sent|Dikirim|Date|Tanggal):)[^\n]+\n(?:[^\n]*\n){0,3}?\*?(?:Subject|Perihal):.*)$",
    re.IGNORECASE | re.MULTILINE,
)
"""How a mail program introduces the mail that is answered, below which nothing is new."""

_HEADER = re.compile(
    r"\A\s*(?:\*?(?:From|Date|Sent|To|Cc|Subject|Dari|Tanggal|Dikirim|Kepada|Perihal):"
    r"[^\n]*\n(?:[ \t]+[^\n]+\n)*)+",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*>")
_FULL_LINE = 55
"""The least length of a line that a mail program has broken."""

_APART = "script|style|head|title|template"
_OF_OTHERS = re.compile(
    r"gmail_quote|yahoo_quoted|moz-cite|gmail_attr|divRplyFwdMsg|appendonsend", re.IGNORECASE
)
_BLOCKS = frozenset(
    {"p", "div", "tr", "table", "td", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "hr", "center"}
    | {"blockquote", "section", "article", "header", "footer"}
)


def own_text(text: str, *, flowed: bool = False) -> str:
    """Return the text of a plain mail without what it quotes; the text of a forwarded mail stays."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    forwarded = _FORWARDED.search(text)
    if forwarded:
        text = f"{text[: forwarded.start()]}\n\n{_HEADER.sub('', text[forwarded.end() :])}"
    answered = _ANSWERED.search(text)
    text = text[: answered.start()] if answered else text
    signature = _SIGNATURE.search(text)
    text = text[: signature.start()] if signature else text
    lines = [line for line in text.split("\n") if not _QUOTED.match(line)]
    return "\n\n".join(_paragraphs(lines, flowed)).strip()


def is_forwarded(text: str) -> bool:
    """Return whether a plain mail forwards another one."""
    return _FORWARDED.search(text) is not None


def _paragraphs(lines: list[str], flowed: bool) -> Iterator[str]:
    """Yield the paragraphs of a mail whose lines may have been broken at a width."""
    paragraph: list[str] = []
    goes_on = False
    for line in lines:
        if line.strip():
            if not goes_on and paragraph:
                yield " ".join(paragraph)
                paragraph = []
            paragraph.append(line.strip())
        goes_on = line.endswith(" ") if flowed else len(line.rstrip()) >= _FULL_LINE
    if paragraph:
        yield " ".join(paragraph)


def text_of_markup(markup: str) -> str:
    """Return the text of a mail in HTML: one line for each block, without the mails that it quotes."""
    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup))
    except (ParserError, ValueError):
        return ""
    lines = "".join(_texts(root)).split("\n")
    return own_text("\n\n".join(" ".join(line.split()) for line in lines if line.strip()))


def _texts(root: Element) -> Iterator[str]:
    """Yield the texts in and between the elements, in order; blocks stand on lines of their own."""
    waiting: list[tuple[Element, bool]] = [(root, False)]
    while waiting:
        element, is_end = waiting.pop()
        is_block = element.tag in _BLOCKS
        if is_end:
            yield "\n" if is_block else ""
            yield " ".join((element.tail or "").split("\n"))
            continue
        waiting.append((element, True))
        if not isinstance(element.tag, str) or _is_left_out(element):
            continue
        yield "\n" if is_block or element.tag == "br" else ""
        yield " ".join((element.text or "").split("\n"))
        waiting.extend((child, False) for child in reversed(element))


def _is_left_out(element: Element) -> bool:
    if re.fullmatch(_APART, element.tag):
        return True
    if element.tag == "blockquote" and element.get("type") == "cite":
        return True
    if re.search(r"display\s*:\s*none", element.get("style", "")):
        return True
    name = f"{element.get('class', '')} {element.get('id', '')}"
    return (
        _OF_OTHERS.search(name) is not None
        and "forwarded message" not in element.text_content()[:200].lower()
    )
