"""What a follower keeps of a source, in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cypher.sources.source import Source
from ingest.documents import Incoming
from ingest.following.fetched import Fetch, Fetched, Memory


class Kept:
    """The keys of all that was found in a source, and the remarks of the last fetch."""

    def __init__(self, fetch: Fetch, source: Source) -> None:
        self._fetch = fetch
        self._source = source
        self._keys: set[str] = set()
        self.remarks: list[str] = []

    def fetched(self) -> list[Fetched]:
        """Return the new items of a fetch."""
        memory = Memory({}, self._knows, is_first=not self._keys)
        found = []
        for each in self._fetch(self._source, memory):
            if not self._knows(each.keys):
                found.append(each)
            self._keys |= set(each.keys)
        self.remarks = list(memory.remarks)
        return found

    def texts(self) -> list[str]:
        """Return the new items of a fetch by `texts`."""
        return texts(self.fetched())

    def _knows(self, keys: Sequence[str]) -> bool:
        return bool(self._keys & set(keys))


def texts(found: Iterable[Fetched]) -> list[str]:
    """Return the first letters of articles, and of the reasons why others cannot be used."""
    return [
        each.found.document.text[:12] if isinstance(each.found, Incoming) else each.found.reason[:14]
        for each in found
    ]
