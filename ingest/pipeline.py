"""Extracts inputs in chunks and in their order, and counts the results and the skipped inputs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cypher.errors import UsageError
from cypher.model.graph import Event, Extraction
from ingest.documents import Incoming, Skipped
from ingest.extraction import extract

CHUNK_DOCUMENTS = 64
CHUNK_CHARACTERS = 500_000
"""The limits of a chunk, which bound the memory and give first results early.

A chunk is extracted by language, so that each pipeline gets long batches, and then put in order again.
"""


@dataclass(frozen=True, slots=True)
class Extracted:
    """An input with its extraction; two inputs with the same article share one extraction."""

    incoming: Incoming
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Warned:
    """A remark on an input that was read; `origin` names the input."""

    origin: str
    remark: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.remark}"


@dataclass(slots=True)
class Tally:
    """The results of a run so far: distinct ids of each kind, skipped inputs and warnings in order."""

    documents: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    skipped: list[Skipped] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)

    def count(self, extracted: Extracted) -> None:
        """Add an extraction, and the remarks on its input."""
        extraction, origin = extracted.extraction, extracted.incoming.origin
        self.documents.add(extraction.document.id)
        self.entities.update(entity.id for entity in extraction.entities)
        for claim in extraction.claims:
            self.claims.add(claim.id)
            kind = self.events if isinstance(claim.asserts, Event) else self.relations
            kind.add(claim.asserts.id)
        remarks = (*extracted.incoming.remarks, *extraction.warnings)
        self.warnings.extend(Warned(origin, remark) for remark in remarks)

    def counts(self) -> dict[str, int]:
        """Return the numbers of distinct documents, entities, events, relations and claims."""
        return {
            "documents": len(self.documents),
            "entities": len(self.entities),
            "events": len(self.events),
            "relations": len(self.relations),
            "claims": len(self.claims),
        }


def run(inputs: Iterable[Incoming | Skipped], tally: Tally) -> Iterator[Extracted]:
    """Yield the extractions of all usable inputs, in order; add these and the skipped inputs to `tally`."""
    for chunk in _chunks(inputs, tally):
        by_id = _extractions(chunk, tally)
        for incoming in chunk:
            if incoming.document.id in by_id:
                extracted = Extracted(incoming, by_id[incoming.document.id])
                tally.count(extracted)
                yield extracted


def _chunks(inputs: Iterable[Incoming | Skipped], tally: Tally) -> Iterator[list[Incoming]]:
    chunk: list[Incoming] = []
    characters = 0
    for item in inputs:
        if isinstance(item, Skipped):
            tally.skipped.append(item)
            continue
        chunk.append(item)
        characters += len(item.document.text)
        if len(chunk) >= CHUNK_DOCUMENTS or characters >= CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def _extractions(chunk: Sequence[Incoming], tally: Tally) -> dict[str, Extraction]:
    """Return the extractions by document id; skip the articles of languages whose pipeline is missing."""
    found: dict[str, Extraction] = {}
    for language in sorted({incoming.document.language for incoming in chunk}):
        group = [incoming for incoming in chunk if incoming.document.language == language]
        distinct = {incoming.document.id: incoming.document for incoming in group}
        try:
            found.update((extraction.document.id, extraction) for extraction in extract(distinct.values()))
        except UsageError as error:
            tally.skipped.extend(
                Skipped(incoming.origin, "cannot be extracted", str(error)) for incoming in group
            )
    return found
