"""Runs the extraction of inputs, in this process or in several, and tallies the results."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing

from ingest.documents.records import Incoming, Skipped
from ingest.pipeline.ahead import Ahead
from ingest.pipeline.chunks import Outcomes, chunks_of
from ingest.pipeline.jobs import planned
from ingest.pipeline.pool import in_processes
from ingest.pipeline.tally import Extracted, Tally

# ruff: noqa: PLC0415 - spaCy is imported where it is used: workers need it, but not the process that writes


def run(
    inputs: Iterable[Incoming | Skipped], tally: Tally, jobs: int | None = 1
) -> Generator[Extracted, None, None]:
    """Yield the extractions of all usable inputs, in order; add these and the skipped inputs to `tally`.

    `jobs` is the number of processes that extract. With 1, this process does; with None, the number follows
    from the inputs and the machine. Close the generator if not all is taken from it: that ends the workers.
    """
    ahead = Ahead(chunks_of(inputs))
    return tallied(_outcomes(ahead, planned(ahead) if jobs is None else jobs), tally)


def tallied(outcomes: Outcomes, tally: Tally) -> Generator[Extracted, None, None]:
    """Yield the extractions among outcomes, and close these at the end."""
    with closing(outcomes):
        for chunk, outcome in outcomes:
            yield from tally.taken(chunk, outcome)


def _outcomes(ahead: Ahead, jobs: int) -> Outcomes:
    return _here(ahead) if jobs == 1 else in_processes(ahead, jobs)


def _here(ahead: Ahead) -> Outcomes:
    from ingest.pipeline.extracting import outcome_of

    while (chunk := ahead.take()) is not None:
        yield chunk, outcome_of(chunk.documents)
    ahead.finish()
