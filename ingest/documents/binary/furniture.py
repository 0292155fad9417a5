"""Finds what stands on a page beside the article: running heads and feet, and the numbers of pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from ingest.documents.binary.pdf_lines import Line

_Key = tuple[str, int, int]

_MARGIN = 0.12
"""The part of a page's height, above and below, in which heads and feet stand."""

_NUMBER = re.compile(
    r"\W*(?:(?:page|hal(?:aman)?|hlm|p[aá]gina|p{1,2})\.?\s*)?(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:/|of|dari|de|\|)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"((?:https?|file)://\S+)(?:\s+\d+/\d+)?")
_PRINTED = re.compile(rf"{_ADDRESS.pattern}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}},? \d{{1,2}}[:.]\d{{2}}.*")
"""What browsers print above and below a page: its address, the day and time of printing, beside its title."""

_REPEATED = 0.3
"""The least part of pages on which a head stands: those of left and right pages may differ."""


@dataclass(frozen=True, slots=True)
class Page:
    """The pieces of lines of a page, with its height in points."""

    pieces: Sequence[Line]
    height: float


def without_furniture(pages: Sequence[Page]) -> list[list[Line]]:
    """Return the pieces of each page without those that repeat in the margins, and without its number."""
    counts = Counter(key for page in pages for key in {_key(each) for each in page.pieces})
    least = max(2, _REPEATED * len(pages))
    repeated = {key for key, count in counts.items() if count >= least}
    return [_without(page, repeated) for page in pages]


def address_of(pages: Sequence[Page]) -> str | None:
    """Return the address of a web page that was printed, if a margin states it whole."""
    margins = (
        each.text for page in pages for each in page.pieces if _is_above(each, page) or _is_below(each, page)
    )
    found = (_ADDRESS.fullmatch(text) for text in margins)
    stated = (each[1] for each in found if each is not None)
    return next((each for each in stated if each.startswith("http") and "…" not in each), None)


def _without(page: Page, repeated: Set[_Key]) -> list[Line]:
    """Return the pieces of a page without its furniture: nothing of the article stands further outside."""
    above = sorted((each for each in page.pieces if _is_above(each, page)), key=lambda each: -each.top)
    below = sorted((each for each in page.pieces if _is_below(each, page)), key=lambda each: each.bottom)
    left_out = {id(each) for margin in (above, below) for each in _furniture(margin, repeated)}
    return [each for each in page.pieces if id(each) not in left_out]


def _furniture(margin: Sequence[Line], repeated: Set[_Key]) -> Iterator[Line]:
    """Yield the pieces of a margin, sorted from the outside, up to those below which the article begins."""
    inner: Line | None = None
    printed = [each for each in margin if _PRINTED.fullmatch(each.text)]
    for piece in margin:
        if inner is not None and not piece.is_beside(inner):
            return
        is_printed = any(piece is each or piece.is_beside(each) for each in printed)
        if is_printed or _key(piece) in repeated or _NUMBER.fullmatch(piece.text):
            yield piece
        else:
            inner = piece


def _is_above(piece: Line, page: Page) -> bool:
    return piece.bottom > (1 - _MARGIN) * page.height


def _is_below(piece: Line, page: Page) -> bool:
    return piece.top < _MARGIN * page.height


def _key(piece: Line) -> _Key:
    """What the same head has on every page: its words, size and height; its numbers count up."""
    words = re.sub(r"\d+", "#", " ".join(piece.text.casefold().split()))
    return words, round(piece.size), round(piece.bottom / 6)
