"""Joins lines to paragraphs, and the two parts of a word that was hyphenated at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from ingest.documents.binary.pdf_lines import Line
from ingest.documents.binary.reading_order import Block

_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[•▪‣●■–—*·]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_HYPHENATED = re.compile(r"([^\W\d_]+)[-\u00ad]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OTHER_SIZE, _WIDE = 0.15, 1.45
"""The parts by which the size of a heading differs, and by which the space between paragraphs is wider."""

_SHORT = 0.85
"""The part of a column's width below which a line may be the last of its paragraph."""


def paragraphs_of(blocks: Iterable[Block]) -> list[list[Line]]:
    """Return the lines of blocks, which stand in their order of reading, by paragraphs.

    A paragraph may go on in the next column or on the next page.
    """
    paragraphs: list[list[Line]] = []
    for block in blocks:
        width, pitch = _width(block), _pitch(block)
        for above, line in zip((None, *block), block, strict=False):
            if paragraphs and _goes_on(paragraphs[-1][-1], line, above, width, pitch):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
    return paragraphs


def text_of(paragraphs: Sequence[Sequence[Line]]) -> str:
    """Return the text of paragraphs, each on a line of its own, with an empty line between them."""
    lines = [line.text for paragraph in paragraphs for line in paragraph]
    words = {word.casefold() for line in lines for word in _WORD.findall(line)}
    return "\n\n".join(joined([line.text for line in paragraph], words) for paragraph in paragraphs)


def joined(lines: Iterable[str], words: Set[str]) -> str:
    """Return lines as one; the words of the document decide where a hyphen belongs to the word."""
    text = ""
    for line in (" ".join(each.split()) for each in lines):
        broken, rest = _HYPHENATED.search(text), _WORD.match(line)
        if broken is None or rest is None:
            text = f"{text} {line}" if text else line
        elif rest.group()[0].isupper() or _keeps_hyphen(broken[1], rest.group(), words):
            text = f"{text[:-1]}-{line}"
        else:
            text = f"{text[:-1]}{line}"
    return text.replace("\u00ad", "")


def _keeps_hyphen(left: str, right: str, words: Set[str]) -> bool:
    """Return whether a word has its hyphen in the middle of a line, too, or repeats itself (*anak-anak*)."""
    left, right = left.casefold(), right.casefold()
    if f"{left}-{right}" in words:
        return True
    if f"{left}{right}" in words:
        return False
    half = right.split("-")[0]
    return len(half) > 2 and (half.startswith(left) or left.endswith(half))


def _goes_on(last: Line, line: Line, above: Line | None, width: float, pitch: float) -> bool:
    """Return whether a line goes on with the paragraph of the last one; `above` is that above it, if any."""
    if abs(last.size - line.size) > _OTHER_SIZE * last.size or _ITEM.match(line.text):
        return False
    if above is None:
        return _END.search(last.text) is None
    if above.bottom - line.bottom > _WIDE * pitch:
        return False
    is_short = last.right - last.left < _SHORT * width
    is_indented = line.left - above.left > 0.6 * line.size
    return not (_END.search(last.text) and (is_short or is_indented))


def _width(block: Block) -> float:
    return max(each.right for each in block) - min(each.left for each in block)


def _pitch(block: Block) -> float:
    """Return the distance from one line to the next in a paragraph; many paragraphs may be of one line."""
    steps = sorted(above.bottom - line.bottom for above, line in pairwise(block))
    return steps[len(steps) // 4] if steps else block[0].size * 1.2
