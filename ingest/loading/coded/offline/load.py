"""Makes the graph of coded events at once, by the ways that databases have for that: offline.

Events, claims and documents go to files batch by batch. In memory stay the numbers of what was written, the
entities, and the lenses of events. Ties are counted when all claims are known.
"""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cypher.bulk.embedded import fill
from cypher.bulk.files import ClosedFiles, GraphFiles, number_of
from cypher.bulk.neo4j_files import write_neo4j_files
from cypher.errors import InputError, UsageError
from cypher.judging.migration import bring_up_to_date
from cypher.judging.redrawing import drawing_rules
from cypher.model.document_rows import now
from cypher.model.graph import Entity
from cypher.model.release import GRAPH_RELEASE, VERSION
from ingest.datasets.coded import CodedEvent
from ingest.datasets.parties.resolution import resolve
from ingest.loading.coded.batches import Batch, Reject, batches
from ingest.loading.coded.cast import Cast, Resolve
from ingest.loading.coded.collecting import rarely_collecting
from ingest.loading.coded.facts import Dataset
from ingest.loading.coded.load import CodedSummary, Progress
from ingest.loading.coded.offline.graph import GraphOfRows
from ingest.loading.coded.offline.places import Places
from ingest.loading.coded.offline.ties import TieFiles
from ingest.loading.coded.plan import entity_rows_by_statement, finished
from ingest.loading.coded.rows import Tied, claim_rows, document_writes, event_writes, with_ties
from ingest.loading.new_claims import new_claim


def load_coded_offline(
    home: Path,
    dataset: Dataset,
    events: Iterable[CodedEvent],
    progress: Progress = lambda _: None,
    *,
    resolve: Resolve = resolve,
    reject: Reject = lambda event, reason: None,
) -> CodedSummary:
    """Make the graph of the embedded engine on `home` from coded events, as `load_coded` would fill it.

    Raises `UsageError` if the graph is not empty, `InputError` if the data tells the same report in two
    ways, and `DatabaseError` if the engine fails; the graph is unchanged then.
    """
    summary = CodedSummary()
    source = batches(events, dataset, Cast(resolve), summary.counting(reject))
    fill(home, lambda files: write_coded(files, source, summary, progress), bring_up_to_date)
    return summary


def write_neo4j(
    folder: Path,
    dataset: Dataset,
    events: Iterable[CodedEvent],
    progress: Progress = lambda _: None,
    *,
    resolve: Resolve = resolve,
    reject: Reject = lambda event, reason: None,
) -> tuple[CodedSummary, str]:
    """Write the files of which Neo4j makes the graph to the new `folder`; return its command line, too.

    Raises `UsageError` if there is something in the folder, and `InputError` as `load_coded_offline` does.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty. Name a new folder for the files.")
    folder.mkdir(parents=True, exist_ok=True)
    summary = CodedSummary()
    source = batches(events, dataset, Cast(resolve), summary.counting(reject))
    with tempfile.TemporaryDirectory(dir=folder) as beside:
        kept = Path(beside) / "files"
        with GraphFiles(kept) as files:
            write_coded(files, source, summary, progress)
        return summary, write_neo4j_files(ClosedFiles.in_folder(kept), folder)


def write_coded(
    files: GraphFiles, source: Iterable[Batch], summary: CodedSummary, progress: Progress = lambda _: None
) -> None:
    """Write the graph of coded events to `files`, and what became of them to `summary`."""
    with (
        rarely_collecting(),
        tempfile.TemporaryDirectory(dir=files.folder) as beside,
        TieFiles(Path(beside)) as ties,
    ):
        writer = _Writer(GraphOfRows(files), ties, summary)
        for batch in source:
            writer.add(batch)
            progress(batch.size)
        writer.finish()


@dataclass(slots=True)
class _Writer:
    """Writes batches in order; what an earlier batch wrote is left out."""

    graph: GraphOfRows
    ties: TieFiles
    summary: CodedSummary
    entities: dict[Entity, None] = field(default_factory=dict)
    documents: Places = field(default_factory=Places)
    sentences: Places = field(default_factory=Places)
    claims: Places = field(default_factory=Places)
    fingerprints: array[int] = field(default_factory=lambda: array("Q"))
    events: Places = field(default_factory=Places)
    lenses: list[frozenset[str]] = field(default_factory=list)
    _same: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)

    def add(self, batch: Batch) -> None:
        """Write what is new in a batch."""
        fresh = batch.only(list(self._fresh(batch)))
        self.summary.read += batch.size
        self.summary.known += len(batch.reports) - len(fresh.reports)
        self.summary.new += len(fresh.reports)
        new = {event.id for event in fresh.events.values() if self._show(event.id, ())}
        self.summary.created += len(new)
        self.entities.update(fresh.entities if fresh.reports else {})
        self.graph.meet(fresh.entities)
        for name, rows in document_writes(fresh.reports.values(), self._known_places(fresh), now()):
            self.graph.write(name, rows)
        tied = with_ties(fresh.events.values())
        self._write_events(fresh, new, tied)
        ties = {event.id: rows for event, rows in tied}
        for report in fresh.reports.values():
            event = fresh.events[str(report.claim["assertion"])]
            claim = new_claim(report.claim, event)
            self._show(event.id, claim.lenses)
            self.ties.add(event, ties[event.id], [claim])

    def finish(self) -> None:
        """Write entities, ties with their counts, and what a graph says of itself."""
        for name, rows in entity_rows_by_statement(list(self.entities)):
            self.graph.write(name, rows)
        self.graph.write("load/create_counted_ties", self.ties.counted())
        self.graph.finish(self.lenses)
        self.graph.write("check/leave_release", [{"release": GRAPH_RELEASE, "version": VERSION}])
        self.graph.write("check/leave_mark", [{"mark": drawing_rules()}])
        name, told = finished(len(self.documents))
        self.graph.write(name, [told])

    def _write_events(self, fresh: Batch, new: set[str], tied: Tied) -> None:
        asserted = {claim: str(each.claim["assertion"]) for claim, each in fresh.reports.items()}
        created = fresh.only(claim for claim, event in asserted.items() if event in new)
        more = fresh.only(claim for claim, event in asserted.items() if event not in new)
        for name, rows in event_writes(
            [each for each in tied if each[0].id in new], created.reports.values()
        ):
            self.graph.write(name, rows)
        self.graph.write("load/create_coded_claims", claim_rows(more.reports.values()))

    def _fresh(self, batch: Batch) -> Iterator[str]:
        for claim, report in batch.reports.items():
            place, new = self.claims.find(number_of(claim))
            fingerprint = number_of(str(report.claim["fingerprint"]))
            if new:
                self.fingerprints.append(fingerprint)
                yield claim
            elif self.fingerprints[place] != fingerprint:
                raise InputError(
                    f"The data tells event {report.claim['source_event']} in two ways. An offline load "
                    "cannot decide between them: leave out --offline, and the later one counts."
                )

    def _known_places(self, fresh: Batch) -> set[str]:
        """Return the ids of the documents and sentences that were written before."""
        known: set[str] = set()
        for places, kind in ((self.documents, "document"), (self.sentences, "sentence")):
            told = dict.fromkeys(str(getattr(each, kind)["id"]) for each in fresh.reports.values())
            known.update(each for each in told if not places.find(number_of(each))[1])
        return known

    def _show(self, event: str, lenses: Iterable[str]) -> bool:
        """Let more lenses show an event; return whether the event is new."""
        place, new = self.events.find(number_of(event))
        if new:
            self.lenses.append(frozenset())
        seen = self.lenses[place].union(lenses)
        self.lenses[place] = self._same.setdefault(seen, seen)
        return new
