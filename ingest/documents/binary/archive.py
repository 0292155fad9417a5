"""Opens the ZIP archives that office files are, without unpacking more than a limit."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from contextlib import closing

from lxml import etree

from ingest.documents.markup import Element
from ingest.documents.records import UnusableError

MOST_BYTES = 64_000_000
"""The maximum size of an unpacked part: several of the longest articles with their markup."""

_MOST_PARTS = 20_000
_TYPES = "[Content_Types].xml"
_OTHERS: Mapping[str, UnusableError] = {
    "xl/": UnusableError("is a spreadsheet of Excel", "Save it as CSV."),
    "ppt/": UnusableError("is a presentation of PowerPoint", "Save its text as DOCX."),
    "META-INF/container.xml": UnusableError("is a book in EPUB", "Save its articles as HTML, one a file."),
    "content.xml": UnusableError("is an OpenDocument file", "Save it as DOCX or HTML."),
}
"""Why other archives are refused, by how the name of one of their parts begins."""


class Archive:
    """The parts of an office file of Word."""

    def __init__(self, data: bytes) -> None:
        """Open an archive. Raises `UnusableError` if it is damaged or of another kind."""
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise _damaged() from error
        self.names = frozenset(self._archive.namelist())
        if len(self.names) > _MOST_PARTS:
            raise UnusableError(
                f"has more than {_MOST_PARTS:,} parts, too many for an article", "Save its text by itself."
            )
        self._refuse_others()

    def root(self, name: str) -> Element:
        """Return the root element of a part. Raises `UnusableError` if it is harmful or no XML."""
        text = self._unpacked(name)
        if b"<!DOCTYPE" in text[:2000] or b"<!ENTITY" in text:
            raise UnusableError(
                "declares XML entities, which could fill the memory or read files",
                "Open it in Word, and save it again.",
            )
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(text, parser)
        except etree.XMLSyntaxError as error:
            raise UnusableError(
                "is damaged, or nested too deeply, to be a Word file", "Open it in Word, and save it again."
            ) from error

    def _unpacked(self, name: str) -> bytes:
        try:
            with closing(self._archive.open(name)) as part:
                data = part.read(MOST_BYTES + 1)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
            raise _damaged() from error
        if len(data) > MOST_BYTES:
            raise UnusableError(
                f"unpacks to more than {MOST_BYTES:,} bytes, as if made to fill the memory",
                "Save its text by itself.",
            )
        return data

    def _refuse_others(self) -> None:
        for start, error in _OTHERS.items():
            if any(name.startswith(start) for name in self.names):
                raise UnusableError(error.reason, error.hint)
        if _TYPES not in self.names:
            raise UnusableError("is a ZIP archive", "Unpack it, and name the folder with its files instead.")


def _damaged() -> UnusableError:
    return UnusableError(
        "is a damaged ZIP archive or office file", "Open it in its own program, and save it again."
    )
