"""Adds sources to the list: from files, folders, and addresses of feeds or of sites that name one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cypher.errors import UsageError
from cypher.model.counted import counted
from cypher.sources import listing
from cypher.sources.source import FEED, Source
from cypher.sources.store import Store
from ingest.following.discovery import feed_at
from ingest.following.fetched import FetchError
from ingest.following.lists import from_address, from_folder, read_list

_LISTS = (".toml", ".opml", ".xml")


@dataclass(frozen=True, slots=True)
class Added:
    """The result for one list, folder or address: its sources, and how many of them are new.

    `reason` and `hint` say why no feed was found at an address; a source without a feed is not added.
    """

    given: str
    sources: tuple[Source, ...] = ()
    new: int = 0
    reason: str = ""
    hint: str = ""

    def line(self) -> str:
        """Return it in one line of English."""
        if self.reason:
            return f"{self.given} {self.reason}. {self.hint}"
        return f"{self.given}: {counted(len(self.sources), 'source')}, {self.new:,} new"


def add_given(store: Store, given: Sequence[str], like: Source) -> Iterator[Added]:
    """Add lists, folders and addresses; yield the result for each. Addresses become sources `like` that one.

    An address that is listed is not fetched. Raises `UsageError` if one is neither a list, a folder nor an
    address.
    """
    for each in given:
        if "://" in each:
            yield _add_address(store, each, like)
        elif Path(each).is_dir():
            source = listing.named_apart(store, from_folder(Path(each), like.every))
            yield Added(each, (source,), int(listing.add(store, source)))
        elif Path(each).suffix.lower() in _LISTS:
            sources = read_list(Path(each), like.every)
            yield Added(each, tuple(sources), listing.add_all(store, sources))
        else:
            raise UsageError(
                f"{each!r} is neither a list of sources (.toml, .opml) nor a folder or an address. Give for "
                "example https://example.org/rss."
            )


def _add_address(store: Store, address: str, like: Source) -> Added:
    known = next((each for each in listing.listed(store) if each.address == address), None)
    if known is not None:
        return Added(address, (known,))
    named = from_address(address)
    if named.kind == FEED:
        try:
            named = from_address(feed_at(address, private=like.private))
        except FetchError as error:
            return Added(address, reason=error.reason, hint=error.hint)
    name = like.name if like.name != UNNAMED else named.name
    source = listing.named_apart(store, replace(like, name=name, address=named.address, kind=named.kind))
    return Added(address, (source,), int(listing.add(store, source)))


UNNAMED = "-"
"""The name of a source that is to be named by its address."""
