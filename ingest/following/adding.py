"""Adds sources to the list: from files, folders, and addresses of feeds or of sites that name one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from cypher.errors import UsageError
from cypher.sources import listing
from cypher.sources.source import Source
from cypher.sources.store import Store
from ingest.following.lists import from_address, from_folder, read_list


def add_given(store: Store, given: Sequence[str], every: float, *, private: bool) -> Iterator[str]:
    """Add what the command line names, and yield a line on each.

    Raises `UsageError` if one of them is neither a list, a folder nor an address.
    """
    for each in given:
        if "://" in each:
            yield _added(
                store, [listing.named_apart(store, from_address(each, every, private=private))], each
            )
        elif Path(each).is_dir():
            yield _added(store, [listing.named_apart(store, from_folder(Path(each), every))], each)
        elif Path(each).suffix.lower() in (".toml", ".opml", ".xml"):
            yield _added(store, read_list(Path(each), every), each)
        else:
            raise UsageError(
                f"{each!r} is neither a list of sources (.toml, .opml) nor a folder or an address. Give for "
                "example https://example.org/rss."
            )


def _added(store: Store, sources: list[Source], given: str) -> str:
    new = listing.add_all(store, sources)
    return f"{given}: {len(sources):,} sources, {new:,} of them new"
