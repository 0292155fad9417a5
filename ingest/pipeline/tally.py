"""Counts the results of a run: distinct ids, skipped inputs, and warnings, in the order of the inputs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cypher.model.graph import Event, Extraction
from ingest.documents.records import Incoming, Skipped
from ingest.pipeline.chunks import Chunk, Outcome


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

    def taken(self, chunk: Chunk, outcome: Outcome) -> Iterator[Extracted]:
        """Yield the extractions of a chunk in order; add these, and what was skipped."""
        self.skipped += [*chunk.skipped, *outcome.skipped(chunk)]
        for incoming in chunk.articles:
            extraction = outcome.extractions.get(incoming.document.id)
            if extraction is not None:
                extracted = Extracted(incoming, extraction)
                self.count(extracted)
                yield extracted

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
