"""Measures what verdicts teach: a simulated analyst judges claims by gold, and the rest is scored.

`python -m bench learning` extracts the open news of `corpus/`, sentence by sentence. In each round the
analyst judges the claims of some articles, drawn at random, as gold says. The others are held out. It prints,
by the number of verdicts, the mean over rounds before and after learning: loss and calibration error of the
confidence, and precision and recall of the trusted lens; and how often the lesson would be kept.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import Annotated

import typer

from cypher.model.graph import Document, Event
from cypher.model.ids import content_id
from cypher.review.calibration import Measures, measures
from cypher.review.held_out import compared
from cypher.review.trust import Evidence, Trust, fitted
from ingest.evaluation.answers import answer_of
from ingest.evaluation.calibration import verdicts
from ingest.evaluation.gold import Annotated as Gold
from ingest.evaluation.gold import read_gold
from ingest.extraction import extract

Judged = tuple[Evidence, bool]
"""A claim and whether it is right."""

ROOT = Path(__file__).resolve().parents[1]
NUMBERS = (25, 50, 100, 150, 200, 400, 800)


def judged_claims(path: Path, texts: Path | None, split: str) -> Iterator[Judged]:
    """Yield the claims of a gold file; their source is the file, their article is that of the row's id."""
    rows = [row for row, part in read_gold(path, texts) if part in (None, split) and isinstance(row, Gold)]
    rows.sort(key=lambda row: row.language)
    documents = [
        Document(content_id("document", row.id), row.text, row.language, content_id("text", row.text))
        for row in rows
    ]
    for row, extraction in zip(rows, extract(documents), strict=True):
        claims = [claim for claim in extraction.claims if isinstance(claim.asserts, Event)]
        for claim, right in zip(claims, verdicts(row.answer, answer_of(extraction)), strict=True):
            if right is not None and isinstance(claim.asserts, Event):
                article = row.id.partition("#")[0]
                source = row.publisher or path.stem
                kind = claim.asserts.event_type
                yield (
                    Evidence(claim.id, article, claim.confidence, kind, claim.reasons, row.language, source),
                    right,
                )


def rounds(
    claims: Sequence[Judged], number: int, repeats: int
) -> Iterator[tuple[list[Judged], list[Judged]]]:
    """Yield (judged, held out) claims; whole articles are drawn until there are `number` verdicts."""
    articles: defaultdict[str, list[Judged]] = defaultdict(list)
    for claim in claims:
        articles[claim[0].document].append(claim)
    for seed in range(repeats):
        order = sorted(articles)
        random.Random(seed).shuffle(order)  # noqa: S311 - a simulation
        seen: list[Judged] = []
        while order and len(seen) < number:
            seen += articles[order.pop()]
        yield seen, [claim for article in order for claim in articles[article]]


def scored(claims: Iterable[Judged], trust: Trust) -> Measures:
    """Return the measures of claims with the confidence that follows from a model."""
    return measures([(trust.confidence(evidence), right) for evidence, right in claims])


def line(claims: Sequence[Judged], number: int, repeats: int) -> str:
    """Return a line of the curve."""
    before, after, kept = [], [], []
    for seen, rest in rounds(claims, number, repeats):
        evidence, right = zip(*seen, strict=True)
        trust = fitted(evidence, right)
        before.append(scored(rest, Trust()))
        after.append(scored(rest, trust))
        kept.append(compared(evidence, right).is_better_than_chance)
    pairs = (
        (mean(each.log_loss for each in before), mean(each.log_loss for each in after)),
        (mean(each.calibration_error for each in before), mean(each.calibration_error for each in after)),
        (mean(each.precision or 0 for each in before), mean(each.precision or 0 for each in after)),
        (mean(each.recall or 0 for each in before), mean(each.recall or 0 for each in after)),
    )
    figures = "   ".join(f"{old:.3f} → {new:.3f}" for old, new in pairs)
    return f"{number:8}   {figures}   {mean(kept):.2f}"


def main(
    gold: Annotated[list[Path] | None, typer.Argument(help="fully annotated gold")] = None,
    texts: Annotated[Path | None, typer.Option(help="folder of the files that gold refers to")] = None,
    split: Annotated[str, typer.Option(help="the split to use, for gold with splits")] = "dev",
    repeats: Annotated[int, typer.Option(help="rounds for each number of verdicts")] = 20,
) -> None:
    """Print the curve."""
    paths = gold or sorted(ROOT.glob("corpus/learning_*.jsonl"))
    claims = [claim for path in paths for claim in judged_claims(path, texts, split)]
    right = mean(right for _, right in claims)
    print(f"{len(claims)} claims of {', '.join(path.name for path in paths)}; {right:.3f} right")
    print("verdicts   loss            calibration error   precision, trusted   recall, trusted   kept")
    for number in NUMBERS:
        if number <= 0.8 * len(claims):
            print(line(claims, number, repeats), flush=True)


if __name__ == "__main__":
    typer.run(main)
