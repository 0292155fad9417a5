"""Makes Word files of paragraphs and other parts of their bodies."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from html import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/'
    'relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
)  # fmt: skip


def paragraph(text: str, style: str = "", inner: str = "") -> str:
    """Return the markup of a paragraph; `inner` is markup after its text."""
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{kind}<w:r><w:t>{escape(text)}</w:t></w:r>{inner}</w:p>"


def table(rows: Iterable[Iterable[str]]) -> str:
    """Return the markup of a table."""
    lines = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl>{lines}</w:tbl>"


def docx(*parts: str, others: dict[str, str | bytes] | None = None, **properties: str) -> bytes:
    """Return a Word file with parts of its body, other parts by their names, and properties."""
    stated = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in properties.items())
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{"".join(parts)}</w:body></w:document>',
        "docProps/core.xml": f"<core>{stated}</core>",
    }
    return archive(files | (others or {}))


def archive(files: dict[str, str | bytes]) -> bytes:
    """Return a ZIP archive of files by their names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return data.getvalue()
