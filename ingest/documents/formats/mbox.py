"""Reads folders of mails in one file (mbox), message by message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BufferedReader, BytesIO

from ingest.documents.formats.mail import read_mail
from ingest.documents.formats.papers import MOST_BYTES
from ingest.documents.records import Found, Source, UnusableError

_LONGEST_LINE = 1_000_000
_FROM = re.compile(rb"From \S+ {1,2}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:[A-Z]{3} +)?\d", re.IGNORECASE)
"""The line that begins a message; a sentence of a mail that begins with "From" has no such day."""
_QUOTED = re.compile(rb">+From ")
"""A line of a message that the mail program has marked, so that it does not begin another."""


def is_mbox(start: str) -> bool:
    """Return whether a file with this beginning is a folder of mails."""
    return _FROM.match(start.partition("\n")[0].encode("utf-8", "replace")) is not None


def read_mbox(source: Source) -> Iterator[Found]:
    """Yield the articles of each message, or why it cannot be used.

    Raises `UnusableError` if there is no message.
    """
    number = 0
    for number, message in enumerate(_messages(source.stream), 1):
        mail = replace(source, stream=BufferedReader(BytesIO(message)))
        place = f"message {number}"
        try:
            for found in read_mail(mail):
                yield replace(found, place=f"{place}, {found.place}" if found.place else place)
        except UnusableError as error:
            yield Found(error, place)
    if not number:
        raise UnusableError("has no messages", "Export the folder of mails again.")


def _messages(stream: BufferedReader) -> Iterator[bytes]:
    """Yield messages without the lines that begin them, one at a time.

    Of a message that is too large, only as much is kept as shows that.
    """
    message: bytearray | None = None
    after_blank = True
    for line in _lines(stream):
        if after_blank and _FROM.match(line):
            if message is not None:
                yield bytes(message)
            message = bytearray()
        elif message is not None and len(message) <= MOST_BYTES:
            message += line[1:] if _QUOTED.match(line) else line
        after_blank = not line.strip()
    if message is not None:
        yield bytes(message)


def _lines(stream: BufferedReader) -> Iterable[bytes]:
    return iter(lambda: stream.readline(_LONGEST_LINE), b"")
