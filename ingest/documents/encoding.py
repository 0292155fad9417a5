"""Decodes bytes: by their byte order mark, as UTF-8, or by guessing the encoding."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from cypher.model.formats import listed
from ingest.documents.records import UnusableError

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
_SAMPLE = 65_536
_BINARY_HINT = f"Save it as {listed()} first."
_ENCODING_HINT = "Convert it to UTF-8, for example with: iconv -f ENCODING -t UTF-8"


def opening(data: bytes) -> str:
    """Decode the first bytes of a file, in lower case and without leading white space."""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8")
    return data.decode(encoding, "replace").lstrip().lower()


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
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
    return _strictly(data, encoding), (f"not UTF-8, read as {encoding}",)


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
