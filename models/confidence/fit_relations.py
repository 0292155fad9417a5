"""Counts the right relations of each type; their share becomes the confidence.

    python -m models.confidence.fit_relations samples/relations.jsonl

Writes ``ingest/extraction/relations/confidence.json`` and prints the calibration error if each claim is
predicted from the others. One right and one wrong claim are added to each type, which moves the share of a
rare type towards one half.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import typer

from cypher.model.graph import RelationType
from cypher.review.calibration import calibration_error
from ingest.evaluation.gold import Related, read_gold
from ingest.evaluation.scoring import answers_of
from ingest.evaluation.sections.related import verdicts

ROOT = Path(__file__).resolve().parents[2]
SHARES = ROOT / "ingest" / "extraction" / "relations" / "confidence.json"


def share(right: int, claims: int) -> float:
    """Return the share of right claims, with one right and one wrong claim added."""
    return (right + 1) / (claims + 2)


def judged(gold: list[Related]) -> Mapping[str, list[bool]]:
    """Return for each relation type whether each relation claimed in the sentences is right."""
    answers = answers_of((row.language, row.text) for row in gold)
    found: dict[str, list[bool]] = defaultdict(list)
    for row in gold:
        answer = answers[row.language, row.text]
        for relation, right in zip(answer.relations, verdicts(row, answer), strict=True):
            found[relation.relation_type].append(right)
    return found


def main(gold: list[Path]) -> None:
    """Count, print and write the shares."""
    rows = [row for path in gold for row, _ in read_gold(path) if isinstance(row, Related)]
    found = judged(rows)
    table = {
        "fitted_on": [path.name for path in gold],
        "claims": {kind.value: len(found[kind.value]) for kind in RelationType},
        "shares": {kind.value: round(share(sum(found[kind]), len(found[kind])), 2) for kind in RelationType},
    }
    SHARES.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    left_out = [(share(sum(own) - right, len(own) - 1), right) for own in found.values() for right in own]
    right = sum(right for _, right in left_out) / len(left_out)
    print(f"{len(left_out)} claims, {right:.2f} right, calibration error {calibration_error(left_out):.3f}")
    print(json.dumps(table["shares"]))


if __name__ == "__main__":
    typer.run(main)
