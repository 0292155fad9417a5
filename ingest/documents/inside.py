"""Reads files within files, such as the attachments of mails, with the readers of their formats."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial

from cypher.model.formats import ending_of
from ingest.documents.encoding import opening
from ingest.documents.readers import known_reader
from ingest.documents.records import Found, Inside, Source, UnusableError

_OPENING = 4096
_DEEPEST = 3
"""How many files may be within one another, such as mails attached to mails."""


def _inside(name: str, data: bytes, depth: int) -> Iterator[Found] | None:
    """Read a file within a file by its name and bytes; `depth` is the number of files around it."""
    reader = known_reader(ending_of(name), opening(data[:_OPENING]))
    if reader is None:
        return None
    source = Source(io.BufferedReader(io.BytesIO(data)), inside=partial(_inside, depth=depth + 1))
    return _read(reader.read(source), depth)


def _read(found: Iterator[Found], depth: int) -> Iterator[Found]:
    """Yield what was found, or why the whole file cannot be used."""
    try:
        if depth > _DEEPEST:
            raise UnusableError("is nested too deeply to be read", "Save it as a file of its own.")
        yield from found
    except UnusableError as error:
        yield Found(error)


INSIDE: Inside = partial(_inside, depth=1)
"""Reads a file within a file that is within no other."""
