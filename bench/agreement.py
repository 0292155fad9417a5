"""Prints how far the two annotators of the open corpus agree, part by part.

``python -m bench.agreement`` scores the first annotator (``corpus/annotators/*.a.jsonl``) against the second
(``*.b.jsonl``) with the measures of ``konstelasi evaluate``. It extracts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.evaluation.gold import Annotated, read_gold
from ingest.evaluation.report import Section
from ingest.evaluation.sections.annotated import annotated_section

ANNOTATORS = Path(__file__).parent.parent / "corpus" / "annotators"
LEVELS = ("countries", "named entities", "event type", "full event")


def agreement(folder: Path = ANNOTATORS) -> Iterator[Section]:
    """Yield one section for each part that both annotators answered, in the order of the names.

    Raises:
        UsageError: a file is not gold.
    """
    for first in sorted(folder.glob("*.a.jsonl")):
        given, gold = _answers(first), _answers(first.with_name(first.name.replace(".a.", ".b.")))
        yield annotated_section(
            first.name.removesuffix(".a.jsonl"), [(gold[name], given[name].answer) for name in gold]
        )


def _answers(path: Path) -> dict[str, Annotated]:
    return {row.id: row for row, _ in read_gold(path) if isinstance(row, Annotated)}


def main() -> None:
    """Print the number of sentences and the F1 of each part."""
    for section in agreement():
        print(f"{section.title}: {section.sentences} sentences")
        for level in LEVELS:
            print(f"  {section.figure(level)}")


if __name__ == "__main__":
    main()
