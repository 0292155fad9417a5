"""Files of sources: which are known, and the items in one that is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cypher.model.formats import ending_of, endings
from cypher.model.ids import content_id
from cypher.sources.source import Source
from ingest.documents import Incoming, Skipped
from ingest.following.fetched import Fetched, Memory, Version

_UNFINISHED = (".part", ".tmp", ".temp", ".partial", ".crdownload", ".download", ".filepart", ".swp", "~")
"""The endings of files that a program has not finished."""

_KNOWN: dict[str, set[str]] = {}
"""The keys of files by source that this process has found to be known: asking for each takes a while."""


class KnownFiles:
    """The files of a source that were read, by their keys."""

    def __init__(self, source: Source, memory: Memory) -> None:
        self._memory = memory
        self._keys = _KNOWN.setdefault(source.name, set())
        if memory.is_first:
            self._keys.clear()

    def __contains__(self, key: object) -> bool:
        """Whether the file with this key was read to its end."""
        if key in self._keys:
            return True
        is_known = self._memory.knows([str(key)])
        if is_known:
            self._keys.add(str(key))
        return is_known


def is_unfinished(name: str) -> bool:
    """Whether a file is hidden, or a program has not finished it, by its name."""
    return name.startswith(".") or name.lower().endswith(_UNFINISHED)


def unknown_format(name: str) -> Skipped | None:
    """Return why a file is not read, if its ending is that of no known format."""
    ending = ending_of(name)
    if not ending or ending in endings():
        return None
    reason = f"has the ending “{ending}”, which is none of: {' '.join(endings())}"
    return Skipped(name, reason, "Rename it to have it read.")


def items_of(
    results: Iterable[Incoming | Skipped], place: str, key: str, is_whole: Callable[[], bool]
) -> Iterator[Fetched]:
    """Yield the items of a file. The last one has the file's key, too: it is then known to be read.

    Without the last one the file is read again, and what was yielded is known. It is left out if the file is
    not `is_whole` after it was read. The `place` of the file is a name of its only article; one of several
    is named by its id, or by its address.
    """
    last: Incoming | Skipped | None = None
    names = _Names(place)
    is_only = True
    for result in results:
        if last is not None:
            is_only = False
            yield _fetched(last, (_key_of(last, key),), names.of(last))
        last = result
    if last is not None and is_whole():
        only = (content_id("file", place),) if is_only else ()
        yield _fetched(last, (_key_of(last, key), key), (*names.of(last), *only))


class _Names:
    """The names of the articles within a file; one that stands on several articles names the first."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._given: set[str] = set()

    def of(self, found: Incoming | Skipped) -> tuple[str, ...]:
        """Return the names of the next article."""
        stated = (found.given_id or found.document.url) if isinstance(found, Incoming) else None
        name = content_id("within", self._place, stated) if stated else None
        if name is None or name in self._given:
            return ()
        self._given.add(name)
        return (name,)


def _fetched(result: Incoming | Skipped, keys: tuple[str, ...], names: tuple[str, ...]) -> Fetched:
    version = Version(result.document.id, is_now=True) if isinstance(result, Incoming) else None
    return Fetched(result, keys, version, names)


def _key_of(result: Incoming | Skipped, file: str) -> str:
    """Return the key of a document, or of what cannot be used in a file."""
    if isinstance(result, Incoming):
        return result.document.id
    return content_id("skipped", file, result.origin, result.reason)
