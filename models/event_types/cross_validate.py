"""Score the type of annotated events with given parties by 5-fold cross-validation, and the rules alone.

usage: python -m models.event_types.cross_validate ANNOTATED

A missing answer counts as wrong. *Odd* rows have odd numbers; they were not read while the lexicon was
written.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

from cypher.model.ontology import event_types
from ingest.extraction.events.learned.weights import keys_of
from models.event_types.annotated import OLDER, Annotated, read_annotated
from models.event_types.fitting import fit
from models.event_types.train import OF_GOLD, TYPES, type_examples

FOLDS = 5
_OLD = {new: old for old, parts in OLDER.items() for new in parts}


def main(annotated: Path) -> None:
    """Print accuracy and macro-F1 over types and over quads."""
    rows = read_annotated(annotated)
    gold = [row.gold for row in rows]
    for name, answers in (("rules", [_old(row.rule) for row in rows]), ("classifier", cross_validated(rows))):
        for part, chosen in (("all rows", slice(None)), ("odd rows", slice(1, None, 2))):
            print(f"{name:10} {part}  {_figures(gold[chosen], answers[chosen])}")


def cross_validated(rows: Sequence[Annotated]) -> list[str | None]:
    """Return the type of each row from a classifier trained on the other folds."""
    order = list(range(len(rows)))
    random.Random(0).shuffle(order)  # noqa: S311 - folds, not secrets
    answers: list[str | None] = [None] * len(rows)
    for fold in range(FOLDS):
        left_out = set(order[fold::FOLDS])
        rest = [row for number, row in enumerate(rows) if number not in left_out]
        model = fit(type_examples(rest), TYPES, 2, OF_GOLD).linear()
        for number in left_out:
            answers[number] = _old(TYPES[int(model.sums(keys_of(rows[number].features)).argmax())])
    return answers


def _old(event_type: str | None) -> str | None:
    return _OLD.get(event_type, event_type) if event_type else None


def _figures(gold: Sequence[str], given: Sequence[str | None]) -> str:
    right = sum(one == two for one, two in zip(gold, given, strict=True)) / len(gold)
    quads = [[_quad(item) for item in side] for side in (gold, given)]
    return f"accuracy {right:.3f}  macro-F1 {_macro(gold, given):.3f}  quad macro-F1 {_macro(*quads):.3f}"


def _quad(event_type: str | None) -> str | None:
    """Return the quad of a type; an older type has the quad of its last part, as annotated."""
    parts = OLDER.get(event_type or "", (event_type,))
    return str(event_types()[parts[-1]].quad.number) if parts[-1] else None


def _macro(gold: Sequence[str | None], given: Sequence[str | None]) -> float:
    figures = []
    for kind in sorted({item for item in gold if item is not None}):
        both = sum(one == two == kind for one, two in zip(gold, given, strict=True))
        figures.append(2 * both / (gold.count(kind) + given.count(kind)))
    return sum(figures) / len(figures)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
