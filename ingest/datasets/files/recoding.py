"""Turns a file in any encoding into one in UTF-8, in bounded memory."""

from __future__ import annotations

import codecs
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING

from ingest.datasets.files.opening import Opened
from ingest.documents.encoding import WIDE_MARKS

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_CHUNK = 1 << 16

DAMAGED = "\ufffd"
"""The character for bytes that the encoding does not have."""


def recoded(source: Opened, encoding: str | None) -> Opened:
    """Return a file in UTF-8; bytes that are not of the encoding become `DAMAGED`.

    Without an encoding, a byte order mark of UTF-16 or UTF-32 tells it, and other files stay as they are.
    """
    start = source.stream.peek(4)
    marked = next((name for mark, name in WIDE_MARKS if start.startswith(mark)), None)
    if encoding is None and marked is None:
        return source
    return Opened(source.name, BufferedReader(_Recoded(source.stream, encoding or str(marked)), _CHUNK))


class _Recoded(RawIOBase):
    def __init__(self, stream: BufferedReader, encoding: str) -> None:
        super().__init__()
        self._stream, self._left = stream, b""
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self._is_over = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        while not self._left and not self._is_over:
            chunk = self._stream.read(_CHUNK)
            self._is_over = not chunk
            self._left = self._decoder.decode(chunk, final=self._is_over).encode("utf-8", "replace")
        view = memoryview(buffer).cast("B")
        count = min(len(view), len(self._left))
        view[:count], self._left = self._left[:count], self._left[count:]
        return count
