"""Prints every tie that the default picture draws, with its claims and sentences, for reading one by one.

``python -m bench.drawn_ties [FILE…]`` extracts the files (default: the samples) and needs no database.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cypher.model.assertions import ties_of
from cypher.model.graph import Event, Extraction, Judgement, Lens, Level
from cypher.model.lens import lenses_of
from ingest.documents import read
from ingest.loading.unnamed_groups import without_unnamed_groups
from ingest.pipeline import Tally, run

SAMPLES = ("samples/articles.jsonl",)


@dataclass(frozen=True, slots=True, order=True)
class Drawn:
    """One claim behind one drawn tie, in words. `tie` reads “A → B (conflict)”, with ↔ if undirected."""

    tie: str
    what: str
    sentence: str


def drawn(extractions: Iterable[Extraction]) -> Iterator[Drawn]:
    """Yield the trusted claims behind the ties of events, once for each tie."""
    for extraction in map(without_unnamed_groups, extractions):
        names = {entity.id: entity.name for entity in extraction.entities}
        sentences = {sentence.id: sentence.text for sentence in extraction.sentences}
        for claim in extraction.claims:
            event = claim.asserts
            if not isinstance(event, Event) or Lens.TRUSTED not in lenses_of(
                Judgement.NONE, claim.confidence
            ):
                continue
            for row in ties_of(event):
                if row["level"] != Level.ACTOR:
                    continue
                arrow = "→" if row["directed"] else "↔"
                tie = f"{names[str(row['actor'])]} {arrow} {names[str(row['recipient'])]} ({row['sign']})"
                yield Drawn(tie, _what(event), sentences[claim.sentence_id])


def _what(event: Event) -> str:
    kind = f"{event.event_type}/{event.mode}" if event.mode else event.event_type
    return f"{kind}, {event.status.value}, {event.date} ({event.date_precision.value})"


def report(claims: Iterable[Drawn]) -> Iterator[str]:
    """Yield the lines to print: each tie, and below it its claims with their sentences."""
    ties: defaultdict[str, list[Drawn]] = defaultdict(list)
    for claim in sorted(claims):
        ties[claim.tie].append(claim)
    for tie, behind in ties.items():
        yield tie
        yield from (f"    {claim.what}: {' '.join(claim.sentence.split())}" for claim in behind)
    yield f"{len(ties)} ties, {sum(map(len, ties.values()))} claims"


def main() -> None:
    """Print the ties of the files named on the command line."""
    files = run(read(sys.argv[1:] or SAMPLES), Tally())
    print(*report(drawn(item.extraction for item in files)), sep="\n")


if __name__ == "__main__":
    main()
