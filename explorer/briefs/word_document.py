"""A brief as a Word document (DOCX): every text is written as text, and addresses are no links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch
from io import BytesIO

import docx
from docx.document import Document
from docx.shared import Emu, Pt

from cypher.model.release import PROGRAM
from explorer.briefs.blocks import Block, Grid, Heading, Line, Look, Picture, Quote
from explorer.briefs.pictures.legible import legible
from explorer.briefs.pictures.png import as_png
from explorer.briefs.plain import one_line
from explorer.words import Words

_SMALL = Pt(9)
_LONGEST_SAID = 2_000
"""The maximum length of what a picture says to those who cannot see it."""


def as_docx(blocks: Iterable[Block], title: str, words: Words) -> bytes:
    """Write the blocks as a document with this title, in the language of `words`."""
    written = docx.Document()
    written.core_properties.title = one_line(title)[:255]  # the limit of the format
    written.core_properties.author = PROGRAM
    for block in blocks:
        _write(block, written, words)
    file = BytesIO()
    written.save(file)
    return file.getvalue()


@singledispatch
def _write(block: Block, _written: Document, _words: Words) -> None:
    raise NotImplementedError(type(block).__name__)


@_write.register
def _heading(block: Heading, written: Document, _words: Words) -> None:
    written.add_heading(one_line(block.text), block.level)


@_write.register
def _line(block: Line, written: Document, _words: Words) -> None:
    mark = "⚠ " if block.look is Look.NOTICE else ""
    address = f" · {one_line(block.url)}" if block.url else ""
    run = written.add_paragraph().add_run(f"{mark}{one_line(block.text)}{address}")
    run.bold = block.look in (Look.STRONG, Look.NOTICE)
    if block.look is Look.SOFT:
        run.font.size = _SMALL


@_write.register
def _quote(block: Quote, written: Document, _words: Words) -> None:
    written.add_paragraph(one_line(block.text), style="Quote")


@_write.register
def _grid(block: Grid, written: Document, _words: Words) -> None:
    if not block.columns:
        return
    table = written.add_table(rows=0, cols=len(block.columns), style="Table Grid")
    for texts in (block.columns, *block.rows):
        _fill(table.add_row().cells, texts)


def _fill(cells: Sequence[docx.table._Cell], texts: Sequence[str]) -> None:
    for cell, text in zip(cells, texts, strict=True):
        cell.paragraphs[0].add_run(one_line(text)).font.size = _SMALL


@_write.register
def _picture(block: Picture, written: Document, words: Words) -> None:
    section = written.sections[0]
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    written.add_paragraph(one_line(block.caption)).paragraph_format.keep_with_next = True
    drawing, unwritten = legible(block.draw())
    drawn = written.add_picture(BytesIO(as_png(drawing)), Emu(width))
    drawn._inline.docPr.set("descr", one_line(block.said)[:_LONGEST_SAID])
    if unwritten:
        names = ", ".join(f"[{number}] {one_line(name)}" for number, name in enumerate(unwritten, 1))
        said = words("No font for these names was found when this was written: {names}.", names=names)
        _line(Line(said, Look.SOFT), written, words)
    _grid(block.grid, written, words)
