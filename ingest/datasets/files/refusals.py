"""Why a reader refuses a whole file."""

from __future__ import annotations

from cypher.errors import InputError


class OtherFormatError(InputError):
    """A file is not of this data set; `file` is its name for messages."""

    def __init__(self, message: str, file: str) -> None:
        super().__init__(message)
        self.file = file


class NoEventsError(InputError):
    """A file is of this data set, but it holds no events; the text says what to name in its place."""
