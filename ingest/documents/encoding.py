"""Decodes bytes: by their byte order mark, as UTF-8, or by guessing the encoding."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from cypher.model.formats import listed
from ingest.documents.records import Remark, UnusableError

WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks of encodings with two or four bytes per character, the longest first."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), *WIDE_MARKS)
_SIGNATURES = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office file",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\xd0\xcf\x11\xe0": "an old office file",
}
_STARTS = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
"""Beginnings of pages with two bytes per character and without a mark."""

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,80}encoding\s*=\s*["']([\w.:-]+)|<meta\b[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
_DECLARATION = 8192
"""The number of bytes in which a page may declare its encoding."""

_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""The encodings that browsers read for some labels, by the Encoding Standard of WHATWG."""

_SAMPLE = 65_536
_BINARY_HINT = f"Save it as {listed()} first."
_ENCODING_HINT = "Convert it to UTF-8, for example with: iconv -f ENCODING -t UTF-8"


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of a file, by which its format is known.

    `data` are its bytes, for formats that are no text; `text` are the same bytes as text, in lower case and
    without leading white space.
    """

    data: bytes
    text: str


def opening(data: bytes) -> Opening:
    """Return the beginning of a file from its first bytes."""
    marks = (*_MARKS, *_STARTS)
    encoding = next((encoding for mark, encoding in marks if data.startswith(mark)), "utf-8")
    return Opening(data, data.decode(encoding, "replace").lstrip("\ufeff \t\r\n\f").lower())


def decode(data: bytes) -> tuple[str, tuple[Remark, ...]]:
    """Return the text of `data`, with a remark if the encoding was guessed.

    Raises:
        UnusableError: the bytes are not text, or no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding), ()
    refuse_binary(data)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        encoding = _guess(data)
    return _strictly(data, encoding), (Remark(f"not UTF-8, read as {encoding}"),)


def decode_page(data: bytes) -> tuple[str, tuple[Remark, ...]]:
    """Return the text of a web page, in the encoding that it declares if it is not UTF-8.

    Raises:
        UnusableError: the bytes are not text, or no encoding fits.
    """
    wide = next((encoding for start, encoding in _STARTS if data.startswith(start)), None)
    if wide is not None:
        return _strictly(data, wide), ()
    encoding = _declared(data)
    if encoding is None or data.startswith(tuple(mark for mark, _ in _MARKS)) or _is_utf_8(data):
        return decode(data)
    refuse_binary(data)
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        text, _ = decode(data)
        return text, (Remark(f"not {encoding}, which it declares; its encoding was guessed"),)


def decode_as(data: bytes, stated: str | None) -> str | None:
    """Return the text of `data` in an encoding stated elsewhere; None if it is unknown or does not fit."""
    try:
        return data.decode(stated) if stated else None
    except (LookupError, UnicodeDecodeError):
        return None


def _declared(data: bytes) -> str | None:
    """Return the name of the codec for the encoding that a page declares in its beginning."""
    found = _DECLARED.search(data[:_DECLARATION])
    if found is None:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return None
    return None if name.startswith(("utf-16", "utf-32")) else _MEANT.get(name, name)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\x1b" not in data  # ISO-2022 switches its alphabets with escapes, all in ASCII


def refuse_binary(data: bytes) -> None:
    """Raise `UnusableError` for bytes that are not text."""
    kind = next((name for start, name in _SIGNATURES.items() if data.startswith(start)), None)
    if kind is None and b"\0" in data[:_SAMPLE]:
        kind = "a binary file"
    if kind is not None:
        raise UnusableError(f"is {kind}, not text", _BINARY_HINT)


def _guess(data: bytes) -> str:
    """Guess the encoding: Windows-1252 for mostly ASCII bytes (Indonesian, English), else by content."""
    if sum(byte >= 0x80 for byte in data) < len(data) / 20 and not _undefined_in_windows_1252(data):
        return "windows-1252"
    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise UnusableError("is in no known encoding", _ENCODING_HINT)
    return best.encoding


def _undefined_in_windows_1252(data: bytes) -> bool:
    return any(byte in data for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D))


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnusableError(f"is not valid {encoding} at byte {error.start}", _ENCODING_HINT) from error
