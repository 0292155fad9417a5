"""The contract between the follower and the kinds of sources.

A kind is one module in `ingest.following.kinds` with a function

    def fetch(source: Source, memory: Memory) -> Iterator[Fetched]

and one line in `ingest.following.kinds.KINDS`. `fetch` yields what it finds in the source, new or not; the
follower leaves out what it knows by the keys. It may ask `memory.knows(keys)` itself before work that
takes long, such as fetching an article's page. Items are written to disk soon after they were yielded.

`memory` has the texts that the last complete fetch remembered, such as an ETag. What
`memory.remember(name, value)` is given counts once the fetch is complete and all its items are on disk. A
fetch that raises leaves the memory as it was, and is tried again later.

A fetch that fails raises `FetchError` with a reason and a hint, which the page *Sources* shows. An article
that cannot be used is yielded as `Skipped`. `memory.remark` notes what is odd but does no harm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cypher.sources.source import Source
from ingest.documents import Incoming, Skipped
from ingest.documents.articles import finish
from ingest.documents.records import RawArticle, Remark, UnusableError


class FetchError(UnusableError):
    """A source cannot be fetched now. The reason continues a sentence about the source.

    `retry_after` is the number of seconds that the source asks to wait, `status` that of its answer by HTTP.
    `ended` means that it will never answer again.
    """

    def __init__(
        self,
        reason: str,
        hint: str,
        *,
        retry_after: float | None = None,
        status: int | None = None,
        ended: bool = False,
    ) -> None:
        super().__init__(reason, hint)
        self.retry_after = retry_after
        self.status = status
        self.ended = ended


@dataclass(frozen=True, slots=True)
class Version:
    """What the entry of an item says now: `said` is the key of its title and text.

    `updated` is the moment of its latest change (ISO, UTC), None if the entry states none. With `is_now`, the
    source has but one version at a time, as a file does: it counts also if it has said the same before.
    """

    said: str
    updated: str | None = None
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """An article of a source, or why it cannot be used, with the keys by which it is known again.

    Two items are the same if they share a key (`ingest.following.identity`), or a name and something of what
    they say (`ingest.following.known_items`). A source whose entries may be corrected gives what its entry
    says (`Version`).
    """

    found: Incoming | Skipped
    keys: tuple[str, ...]
    version: Version | None = None
    names: tuple[str, ...] = ()


def _never(*_: object) -> bool:
    return False


@dataclass(slots=True)
class Memory:
    """What a source remembers between fetches, and what it notes during one."""

    values: Mapping[str, str]
    knows: Callable[[Sequence[str]], bool]
    """Whether an item with one of these keys was found before."""
    corrects: Callable[[Sequence[str], Version], bool] = _never
    """Whether this is a later version of an item of this source with one of these keys."""
    holds: Callable[[Fetched], bool] = _never
    """Whether this item of this source was found before, by its keys or by a name."""
    is_first: bool = False
    """Whether no fetch of the source has come to its end before."""
    remembered: dict[str, str | None] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def get(self, name: str) -> str | None:
        """Return what was remembered under this name."""
        return self.values.get(name)

    def remember(self, name: str, value: str | None) -> None:
        """Remember a text when this fetch has come to its end; None forgets it."""
        self.remembered[name] = value

    def remark(self, remark: Remark) -> None:
        """Note something odd, which the page shows."""
        self.remarks.append(remark)


Fetch = Callable[[Source, Memory], Iterator[Fetched]]


def as_said_by(source: Source, article: RawArticle | UnusableError, origin: str) -> Incoming | Skipped:
    """Return the document of an article with what the source states, or why it cannot be used."""
    try:
        if isinstance(article, UnusableError):
            raise article
        return document_of(source, article, origin)
    except UnusableError as error:
        return Skipped(origin, error.reason, error.hint)


def document_of(source: Source, article: RawArticle, origin: str) -> Incoming:
    """Return the document of an article with what the source states; raises `UnusableError`."""
    stated = replace(
        article,
        publisher=source.publisher or article.publisher,
        language=source.language or article.language,
    )
    return finish(stated, origin)
