"""The kinds of sources. To add one, write a module with a `fetch` here, and add a line to `KINDS`.

`ingest.following.fetched` says what `fetch` gets and gives.
"""

from __future__ import annotations

from collections.abc import Mapping

from cypher.errors import UsageError
from cypher.sources.source import BUCKET, FEED, FOLDER
from ingest.following.fetched import Fetch
from ingest.following.kinds import bucket, feed, folder

KINDS: Mapping[str, Fetch] = {
    FEED: feed.fetch,
    FOLDER: folder.fetch,
    BUCKET: bucket.fetch,
}
"""What fetches the sources of each kind."""


def kind_of(name: str) -> Fetch:
    """Return what fetches a kind of sources; raises `UsageError` if there is none."""
    if name not in KINDS:
        raise UsageError(f"There is no kind of source {name!r}. Choose from: {', '.join(KINDS)}.")
    return KINDS[name]
