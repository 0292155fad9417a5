"""The blocks of a brief as elements of the page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from explorer.acts.opening import OpenDocument
from explorer.briefs.blocks import Block, Grid, Heading, Line, Look, Picture, Quote
from explorer.elements import Element, element, link
from explorer.phrases import say

_LOOKS = {Look.PLAIN: "", Look.STRONG: "spaced", Look.SOFT: "soft", Look.NOTICE: "notice"}


def block_elements(blocks: Iterable[Block]) -> tuple[Element, ...]:
    """Return the blocks as elements; pictures are left out, because the page draws them itself."""
    return tuple(made for block in blocks if (made := _made(block)))


@singledispatch
def _made(block: Block) -> Element | None:
    raise NotImplementedError(type(block).__name__)


@_made.register
def _heading(block: Heading) -> Element:
    return element("h2", block.text)


@_made.register
def _line(block: Line) -> Element:
    original = link(block.url, say("original ↗"))
    shown = original if original.href else None
    text = element("strong", block.text) if block.look is Look.STRONG else block.text or None
    return element("p", text, " " if shown else None, shown, look=_LOOKS[block.look])


@_made.register
def _quote(block: Quote) -> Element:
    return element(
        "p",
        element("span", block.text),
        " ",
        element(
            "button", say("Open in the article"), look="title", act=OpenDocument(block.document, block.claim)
        ),
        look="quote",
    )


@_made.register
def _grid(block: Grid) -> Element:
    head = element("tr", *(element("th", text or " ") for text in block.columns))
    rows = (element("tr", *(element("td", text or " ") for text in row)) for row in block.rows)
    return element("table", element("thead", head), element("tbody", *rows))


@_made.register
def _picture(_block: Picture) -> None:
    return None
