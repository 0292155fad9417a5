"""Measures how many mentions of known countries, organisations and politicians are linked correctly.

`python -m bench.linking GOLD.jsonl` reads one sentence per row with `text`, `lang` and `entities`, each with
`start`, `end` and `ref`, the address of a Wikidata item. Only mentions of items in the knowledge tables
count.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from cypher.model.graph import Document, EntityKind, Extraction, Span
from cypher.model.ids import content_id
from ingest.extraction import extract
from ingest.knowledge import KnowledgeBase, load_knowledge

_MEASURED = frozenset(EntityKind) - {EntityKind.PLACE, EntityKind.GROUP}


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold mention, the expected entity and the outcome.

    `outcome` is ``right``, ``wrong`` (another known entity) or ``open`` (an unknown entity or no mention).
    `named` means that the tables have these words as a name of the entity, `disputed` that they have them
    only as a name of other entities.
    """

    text: str
    expected: str
    outcome: str
    disputed: bool
    named: bool


def judge(rows: Iterable[dict[str, Any]], knowledge: KnowledgeBase) -> Iterator[Judged]:
    """Extract the sentence of each row on its own and judge its gold mentions."""
    rows = list(rows)
    entity_of = {item: entity for entity, item in knowledge.wikidata.items()}
    documents = (Document(content_id("row", row["id"]), row["text"], row["lang"], row["id"]) for row in rows)
    for row, extraction in zip(rows, extract(documents), strict=True):
        for gold in row["entities"]:
            expected = entity_of.get(gold["ref"].rsplit("/", 1)[-1])
            if expected is not None and knowledge.entities[expected].kind in _MEASURED:
                yield _judged(gold, expected, extraction, knowledge)


def _judged(
    gold: Mapping[str, Any], expected: str, extraction: Extraction, knowledge: KnowledgeBase
) -> Judged:
    span = Span(gold["start"], gold["end"])
    linked = {mention.entity_id for mention in extraction.mentions if mention.span.overlaps(span)}
    known = linked & knowledge.entities.keys()
    outcome = "right" if expected in linked else "wrong" if known else "open"
    named = {entity.id for entity, _ in knowledge.named(gold["text"])}
    disputed = bool(named) and expected not in named
    return Judged(gold["text"], expected, outcome, disputed, expected in named)


def report(judged: list[Judged], *, errors: bool) -> None:
    """Print the share of right links: for all mentions, for undisputed ones, and for names in the tables."""
    for name, group in (
        ("all mentions", judged),
        ("undisputed", [item for item in judged if not item.disputed]),
        ("by a name", [item for item in judged if item.named]),
    ):
        counts = Counter(item.outcome for item in group)
        share = counts["right"] / len(group) if group else 1.0
        print(f"{name:13} {share:.3f} right  {dict(counts)}")
    misses = Counter((item.text, item.expected, item.outcome) for item in judged if item.outcome != "right")
    if errors:
        for (text, expected, outcome), count in misses.most_common():
            print(f"  {count:4} {outcome:6} {text!r} should be {expected}")


def main(
    gold: Annotated[Path, typer.Argument(help="JSON Lines of sentences with mentions linked to Wikidata")],
    errors: Annotated[bool, typer.Option(help="print the mentions that were not linked correctly")] = False,
) -> None:
    """Measure entity linking."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    report(list(judge(rows, load_knowledge())), errors=errors)


if __name__ == "__main__":
    typer.run(main)
