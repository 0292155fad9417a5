"""A brief as a Word document: opened again, it says everything, and nothing in it acts."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from lxml import etree
from PIL import Image

from explorer.briefs.blocks import Picture
from explorer.briefs.document import document
from explorer.briefs.pictures.png import as_png
from explorer.briefs.word_document import as_docx
from explorer.words import Words
from tests.explorer.test_brief_files import EXPECTED, HOSTILE, MARKUP, calmed, hostile, shown


def read(written: bytes) -> tuple[Document, str]:
    """The document, and its text with that of its tables."""
    found = docx.Document(BytesIO(written))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return found, "\n".join([*(each.text for each in found.paragraphs), *cells])


def styles(found: Document) -> list[str]:
    """The style of each paragraph."""
    return [str(each.style.name) for each in found.paragraphs if each.style]


@pytest.mark.parametrize("language", EXPECTED)
def test_a_document_says_everything(language: str) -> None:
    found, text = read(as_docx(document(shown(language=language)), "Gulf", Words(language)))
    assert [each for each in EXPECTED[language] if each not in text] == []
    assert found.core_properties.title == "Gulf"
    assert "https://example.org/a?b=1" in text
    assert len(found.inline_shapes) == 1, "the curve"


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP, "x" * 70_000])
def test_no_text_becomes_active_in_a_document(text: str) -> None:
    written = as_docx(document(shown(hostile(text))), text, Words())
    found, _ = read(written)
    calm, _ = read(as_docx(document(shown(hostile(calmed(text)))), "calm", Words()))
    assert styles(found) == styles(calm)
    with ZipFile(BytesIO(written)) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
        links = parts.read("word/_rels/document.xml.rels")
    fields = {"hyperlink", "fldSimple", "instrText", "fldChar", "object", "altChunk"}
    assert not fields & {etree.QName(each).localname for each in body.iter(etree.Element)}
    assert b"External" not in links


def test_the_curve_is_a_picture_with_both_colours() -> None:
    (curve,) = (block for block in document(shown()) if isinstance(block, Picture))
    image = Image.open(BytesIO(as_png(curve.draw())))
    colours = {colour for _, colour in image.getcolors(1_000_000) or ()}
    assert {(255, 255, 255), (0, 0, 0)} < colours
    assert len(colours) > 3
