"""Fits the confidence of claims to gold, and plots how well it is calibrated.

    python -m models.confidence.fit samples/gold.jsonl samples/sentences.jsonl [GOLD…] [--texts FOLDER]

Writes ``ingest/extraction/events/confidence.json`` and ``docs/images/reliability.svg``, and prints the
figures of a cross-validation that never splits the sentences of an article. Needs scikit-learn and
matplotlib.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated as Given

import matplotlib as mpl
import typer
from matplotlib.figure import Figure
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline

from cypher.model.graph import Document, Event
from cypher.model.ids import content_id
from cypher.review.calibration import Judged, calibration_error, reliability
from ingest.evaluation.answers import answer_of
from ingest.evaluation.calibration import verdicts
from ingest.evaluation.gold import Annotated, read_gold
from ingest.extraction import claims_of, extraction_of
from ingest.extraction.events.evidence import evidence_of
from ingest.extraction.events.told import Told
from ingest.extraction.parse import parse
from ingest.extraction.parties.coreferents import resolve_references
from ingest.extraction.scene import open_story

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "ingest" / "extraction" / "events" / "confidence.json"
PLOT = ROOT / "docs" / "images" / "reliability.svg"
FOLDS = 5
RAREST = 5
"""Minimum number of claims with a piece of evidence; rarer evidence gets no weight."""

STRENGTHS = (0.03, 0.1)
"""Inverse regularisation strengths to try; 0.3 to 3 improve log loss little and calibrate worse."""


@dataclass(frozen=True, slots=True)
class Case:
    """A claim with its evidence, whether it is right, and its article (or sentence) and file."""

    evidence: dict[str, float]
    right: bool
    article: str
    source: str


def cases_of(gold: Sequence[Annotated], source: str) -> Iterator[Case]:
    """Yield every event claimed in the sentences of one gold file, each sentence extracted on its own."""
    documents = [
        Document(content_id("document", row.id), row.text, row.language, content_id("text", row.text))
        for row in gold
    ]
    for row, parsed in zip(gold, parse(documents), strict=True):
        story = open_story(parsed)
        resolve_references(story)  # as extraction_of does, or claims with pronouns have other ids
        evidence = {
            claim.id: evidence_of(made_from, sentence)
            for claim, made_from, sentence in claims_of(story)
            if isinstance(made_from, Told)
        }
        extraction = extraction_of(parsed)
        events = [claim for claim in extraction.claims if isinstance(claim.asserts, Event)]
        for claim, right in zip(events, verdicts(row.answer, answer_of(extraction)), strict=True):
            if right is not None:
                yield Case(evidence[claim.id], right, row.id.partition("#")[0], source)


def without_the_rare(cases: Sequence[Case]) -> list[Case]:
    """Return the cases without evidence that occurs in too few of them."""
    counts = Counter(name for case in cases for name, value in case.evidence.items() if value)
    kept = {name for name, count in counts.items() if count >= RAREST}
    return [
        replace(case, evidence={name: value for name, value in case.evidence.items() if name in kept})
        for case in cases
    ]


def balanced(cases: Sequence[Case]) -> list[float]:
    """Return weights that give each gold file the same total, so small files of real news count fully."""
    counts = Counter(case.source for case in cases)
    return [len(cases) / len(counts) / counts[case.source] for case in cases]


def regression(strength: float) -> Pipeline:
    """Return an unfitted logistic regression on the evidence."""
    return make_pipeline(DictVectorizer(), LogisticRegression(C=strength, max_iter=2000))


def cross_validated(cases: Sequence[Case], strength: float) -> list[float]:
    """Return the confidence of each case, from a model fitted without its article."""
    found = cross_val_predict(
        regression(strength),
        [case.evidence for case in cases],
        [case.right for case in cases],
        groups=[case.article for case in cases],
        cv=GroupKFold(FOLDS),
        method="predict_proba",
        params={"logisticregression__sample_weight": balanced(cases)},
    )
    return [float(chance) for chance in found[:, 1]]


def draw(claims: Sequence[Judged]) -> None:
    """Draw the reliability plot: each bin's share of right claims over its confidence, and its size."""
    mpl.rcParams.update({"svg.hashsalt": "konstelasi", "svg.fonttype": "none", "font.size": 10})
    figure = Figure(figsize=(5.2, 5.2), layout="constrained")
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    bins = reliability(claims)
    places = [found.confidence for found in bins]
    above.plot((0, 1), (0, 1), color="#999999", linestyle="--", label="means what it says")
    above.plot(places, [found.right for found in bins], "o-", color="#1f5f8b", label="cross-validated")
    error = calibration_error(claims)
    above.set(ylim=(0, 1), ylabel="share of right claims", title=f"Expected calibration error {error:.3f}")
    above.legend(loc="upper left", frameon=False)
    below.bar(places, [found.claims for found in bins], width=0.06, color="#1f5f8b")
    below.set(xlim=(0, 1), xlabel="confidence", ylabel="claims")
    figure.savefig(PLOT, metadata={"Date": None})


def write(cases: Sequence[Case], strength: float, gold: Sequence[str]) -> None:
    """Fit on all cases and write the weights, largest first."""
    evidence, right = [case.evidence for case in cases], [case.right for case in cases]
    model = regression(strength).fit(evidence, right, logisticregression__sample_weight=balanced(cases))
    names = model[0].get_feature_names_out()
    weights = sorted(zip(names, model[1].coef_[0], strict=True), key=lambda pair: -abs(pair[1]))
    table = {
        "fitted_on": list(gold),
        "claims": len(cases),
        "regularisation": strength,
        "intercept": round(float(model[1].intercept_[0]), 3),
        "weights": {str(name): round(float(weight), 3) for name, weight in weights},
    }
    WEIGHTS.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main(
    gold: Given[list[Path], typer.Argument(help="fully annotated gold")],
    texts: Given[Path | None, typer.Option(help="folder of the files that gold refers to")] = None,
    split: Given[str, typer.Option(help="the split to fit on, for gold with splits")] = "dev",
) -> None:
    """Cross-validate, fit, and write the weights and the plot."""
    cases = without_the_rare([case for path in gold for case in read_cases(path, texts, split)])
    right = [case.right for case in cases]
    chances = {strength: cross_validated(cases, strength) for strength in STRENGTHS}
    best = min(
        STRENGTHS, key=lambda strength: log_loss(right, chances[strength], sample_weight=balanced(cases))
    )
    claims = list(zip(chances[best], right, strict=True))
    print(
        f"all: {figures(claims)}, Brier {brier_score_loss(right, chances[best]):.3f}, "
        f"AUC {roc_auc_score(right, chances[best]):.3f}, C = {best}"
    )
    for path in gold:
        own = [claim for claim, case in zip(claims, cases, strict=True) if case.source == path.name]
        print(f"{path.name}: {figures(own)}")
    write(cases, best, [path.name for path in gold])
    draw(claims)


def read_cases(path: Path, texts: Path | None, split: str) -> Iterator[Case]:
    """Return the cases of one gold file, language by language."""
    rows = [row for row, part in read_gold(path, texts) if part in (None, split)]
    annotated = [row for row in rows if isinstance(row, Annotated)]
    return cases_of(sorted(annotated, key=lambda row: row.language), path.name)


def figures(claims: Sequence[Judged]) -> str:
    """Return a line with the number of claims, the share of right ones and the calibration error."""
    right = sum(right for _, right in claims) / len(claims)
    return f"{len(claims)} claims, {right:.3f} right, calibration error {calibration_error(claims):.3f}"


if __name__ == "__main__":
    typer.run(main)
