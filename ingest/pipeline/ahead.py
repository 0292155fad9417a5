"""Reads chunks before they are needed; an error of the reader comes after what it had read before."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from cypher.errors import KonstelasiError
from ingest.pipeline.chunks import Chunk


@dataclass(slots=True)
class Ahead:
    """Chunks of a source, some of which were read already."""

    source: Iterator[Chunk]
    _read: deque[Chunk] = field(default_factory=deque)
    _error: KonstelasiError | None = None

    def peek(self) -> Iterator[Chunk]:
        """Read more chunks, one by one; `take` returns them later."""
        while (chunk := self._next()) is not None:
            self._read.append(chunk)
            yield chunk

    def take(self) -> Chunk | None:
        """Return the next chunk; None at the end, or where reading failed."""
        return self._read.popleft() if self._read else self._next()

    def finish(self) -> None:
        """Raise the error for which reading ended, if there was one."""
        if self._error is not None:
            raise self._error

    def _next(self) -> Chunk | None:
        if self._error is not None:
            return None
        try:
            return next(self.source, None)
        except KonstelasiError as error:
            self._error = error
            return None
