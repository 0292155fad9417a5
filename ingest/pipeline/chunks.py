"""Cuts inputs into chunks, the units of extraction, and says what became of a chunk."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from cypher.model.graph import Document, Extraction
from ingest.documents.records import Incoming, Skipped

CHUNK_DOCUMENTS = 64
CHUNK_CHARACTERS = 500_000
"""The limits of a chunk, which bound the memory and give first results early.

A chunk is extracted by language, so that each pipeline gets long batches, and then put in order again.
"""

_LANGUAGE = attrgetter("document.language")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consecutive articles, and the inputs that were skipped on the way to the last of them."""

    articles: tuple[Incoming, ...]
    skipped: tuple[Skipped, ...] = ()

    @property
    def documents(self) -> list[Document]:
        """The documents to extract, each once."""
        return list({each.document.id: each.document for each in self.articles}.values())

    @property
    def characters(self) -> int:
        """The length of all articles."""
        return sum(len(each.document.text) for each in self.articles)


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a document was not extracted, and a fix, as in `Skipped`."""

    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the documents of a chunk, by their ids."""

    extractions: Mapping[str, Extraction] = field(default_factory=dict)
    refused: Mapping[str, Refused] = field(default_factory=dict)

    def __or__(self, other: Outcome) -> Outcome:
        return Outcome({**self.extractions, **other.extractions}, {**self.refused, **other.refused})

    def skipped(self, chunk: Chunk) -> Iterator[Skipped]:
        """Yield the articles of a chunk that were not extracted, language by language."""
        for incoming in sorted(chunk.articles, key=_LANGUAGE):
            refused = self.refused.get(incoming.document.id)
            if refused is not None:
                yield Skipped(incoming.origin, refused.reason, refused.hint, incoming.document.title)


Outcomes = Generator[tuple[Chunk, Outcome], None, None]
"""Chunks in the order of the inputs, each with what became of it. Close it to end its workers."""


def chunks_of(inputs: Iterable[Incoming | Skipped]) -> Iterator[Chunk]:
    """Yield all inputs in chunks, in order; the last one may have no articles."""
    articles: list[Incoming] = []
    skipped: list[Skipped] = []
    characters = 0
    for item in inputs:
        if isinstance(item, Skipped):
            skipped.append(item)
            continue
        articles.append(item)
        characters += len(item.document.text)
        if len(articles) >= CHUNK_DOCUMENTS or characters >= CHUNK_CHARACTERS:
            yield Chunk(tuple(articles), tuple(skipped))
            articles, skipped, characters = [], [], 0
    if articles or skipped:
        yield Chunk(tuple(articles), tuple(skipped))
