"""From inputs to extractions: in the order of the input, a chunk at a time, with a tally of what was lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cypher.errors import UsageError
from cypher.model.graph import Event, Extraction
from ingest.documents import Incoming, Skipped
from ingest.extraction import extract

CHUNK_DOCUMENTS = 64
CHUNK_CHARACTERS = 500_000
"""A chunk is extracted language by language, so that each pipeline gets long batches, and then put back in
order; these bounds keep the memory small and the first results early."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came out of one input; two inputs with the same article share the extraction."""

    incoming: Incoming
    extraction: Extraction


@dataclass(slots=True)
class Tally:
    """What a run has seen so far: distinct things by id, and what went wrong, in the order it did."""

    documents: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    skipped: list[Skipped] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def count(self, extracted: Extracted) -> None:
        """Add an extraction, and what was remarked about its input."""
        extraction, origin = extracted.extraction, extracted.incoming.origin
        self.documents.add(extraction.document.id)
        self.entities.update(entity.id for entity in extraction.entities)
        for claim in extraction.claims:
            self.claims.add(claim.id)
            kind = self.events if isinstance(claim.asserts, Event) else self.relations
            kind.add(claim.asserts.id)
        remarks = (*extracted.incoming.remarks, *extraction.warnings)
        self.warnings.extend(f"{origin}: {remark}" for remark in remarks)

    def counts(self) -> dict[str, int]:
        """How many distinct documents, entities, events, relations and claims."""
        return {
            "documents": len(self.documents),
            "entities": len(self.entities),
            "events": len(self.events),
            "relations": len(self.relations),
            "claims": len(self.claims),
        }


def run(inputs: Iterable[Incoming | Skipped], tally: Tally) -> Iterator[Extracted]:
    """Extract all usable inputs lazily, in their order; `tally` is told of each, and of what was skipped."""
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
    """By document; the articles of a language whose pipeline is missing are skipped, the others go on."""
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
