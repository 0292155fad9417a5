r"""A brief as Markdown: only the brief's own marks are active, every text in it is escaped.

Marks of CommonMark, its GitHub extensions and pandoc's are escaped by a backslash. Addresses in news are made
inert by an invisible word joiner, because some renderers turn bare addresses into links even when escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch

from explorer.briefs.blocks import Block, Grid, Heading, Line, Look, Picture, Quote
from explorer.briefs.plain import one_line

_MARKS = re.compile(r"[\\`*_{}\[\]<>&|~#$^]|^[-+=:]")
_FIRST_NUMBER = re.compile(r"^(\d+)([.)])")  # would begin a list
_ADDRESS = re.compile(r"(://|@)|((?:\bwww|\b(?:mailto|xmpp)))(?=[.:])", re.IGNORECASE)
_JOINER = "\u2060"


def as_markdown(blocks: Iterable[Block]) -> str:
    """Write the blocks, each as a paragraph of its own."""
    return "\n\n".join(text for block in blocks if (text := _written(block))) + "\n"


def escaped(text: str) -> str:
    """Return text on one line with every mark of Markdown escaped, and without active addresses."""
    inert = _ADDRESS.sub(_inert, one_line(text))
    return _FIRST_NUMBER.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", inert))


def _inert(found: re.Match[str]) -> str:
    before, after = (found[2], "") if found[2] else ("", found[1])
    return f"{before}{_JOINER}{after}{_JOINER if found[1] else ''}"


@singledispatch
def _written(block: Block) -> str:
    raise NotImplementedError(type(block).__name__)


@_written.register
def _heading(block: Heading) -> str:
    return f"{'#' * block.level} {escaped(block.text)}"


@_written.register
def _line(block: Line) -> str:
    text = escaped(block.text)
    mark = {Look.STRONG: "**", Look.NOTICE: "**"}.get(block.look, "") if text else ""
    shown = f"{mark}{'⚠ ' if block.look is Look.NOTICE else ''}{text}{mark}"
    code = _code(block.url or "")
    return f"{shown} · {code}" if code else shown


@_written.register
def _quote(block: Quote) -> str:
    return f"> {escaped(block.text)}"


@_written.register
def _grid(block: Grid) -> str:
    return "\n".join(_rows(block.columns, block.rows)) if block.columns else ""


@_written.register
def _picture(block: Picture) -> str:
    return f"{escaped(block.caption)}\n\n{_grid(block.grid)}"


def _rows(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield _row(columns)
    yield "|" + " --- |" * len(columns)
    yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(escaped, cells)) + " |"


def _code(url: str) -> str:
    """Return an address that can be copied but is no link: a code span, which no backtick can end."""
    plain = one_line(url).replace("`", "%60")
    return f"`{plain}`" if plain else ""
