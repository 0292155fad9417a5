"""Evaluates gold files: reads them, extracts each sentence on its own, compares, and reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

from cypher.errors import UsageError
from cypher.model.graph import Document
from cypher.model.ids import content_id
from ingest.evaluation.answers import Answer, answer_of
from ingest.evaluation.gold import (
    Annotated,
    Asked,
    Chained,
    Gold,
    Paired,
    Parallel,
    Related,
    Untyped,
    read_gold,
)
from ingest.evaluation.report import Report, Section
from ingest.evaluation.sections.annotated import annotated_section
from ingest.evaluation.sections.asked import asked_section
from ingest.evaluation.sections.chained import chained_section
from ingest.evaluation.sections.paired import paired_section
from ingest.evaluation.sections.parallel import parallel_section
from ingest.evaluation.sections.related import related_section
from ingest.extraction import extract

Single = TypeVar("Single", Annotated, Paired, Related, Asked, Chained)
Sentence: TypeAlias = tuple[str, str]
"""(language, text)."""

Answers: TypeAlias = Mapping[Sentence, Answer]
Row: TypeAlias = tuple[Gold, str | None]
"""(gold, split)."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Selects rows: those of a `split` and a `language`, every `step`-th one from `first` (from 0)."""

    split: str | None = None
    language: str | None = None
    first: int = 0
    step: int = 1

    def of(self, rows: Iterable[Row]) -> list[Row]:
        """Return the selected rows, in order."""
        chosen = [(gold, split) for gold, split in rows if self.split in (None, split)]
        chosen = [(gold, split) for gold, split in chosen if self.language in (None, gold.language)]
        return chosen[self.first :: self.step]


def evaluate(paths: Iterable[Path], selection: Selection | None = None, texts: Path | None = None) -> Report:
    """Score the extraction on each gold file, by shape, language and split.

    Raises:
        UsageError: a file is not gold, no rows are selected, or a language cannot be extracted.
    """
    return Report(
        tuple(section for path in paths for section in _sections(path, selection or Selection(), texts))
    )


def _sections(path: Path, selection: Selection, texts: Path | None) -> Iterable[Section]:
    rows = selection.of(read_gold(path, texts))
    if not rows:
        raise UsageError(f"{path} has no rows of this split and language: nothing to score")
    answers = answers_of([sentence for gold, _ in rows for sentence in _sentences(gold)])
    groups: dict[tuple[str, type[Gold], str | None], list[Gold]] = {}
    for gold, split in rows:
        groups.setdefault((gold.language, type(gold), split), []).append(gold)
    for (language, shape, split), group in groups.items():
        title = f"{path.stem} ({language}, {split})" if split else f"{path.stem} ({language})"
        if shape is Untyped:
            yield Section(f"{title}, events without a type or quad, not scored", len(group))
        else:
            yield _section(title, group, answers)


def _sentences(gold: Gold) -> tuple[Sentence, ...]:
    if isinstance(gold, Untyped):
        return ()
    return gold.sides if isinstance(gold, Parallel) else ((gold.language, gold.text),)


def _section(title: str, group: Sequence[Gold], answers: Answers) -> Section:
    """Return the figures of a group whose members all have the same shape."""
    if annotated := _answered(Annotated, group, answers):
        return annotated_section(title, annotated)
    if paired := _answered(Paired, group, answers):
        return paired_section(title, paired)
    if related := _answered(Related, group, answers):
        return related_section(title, related)
    if asked := _answered(Asked, group, answers):
        return asked_section(title, asked)
    if chained := _answered(Chained, group, answers):
        return chained_section(title, chained)
    parallel = [gold for gold in group if isinstance(gold, Parallel)]
    sides = ((answers[gold.sides[0]], answers[gold.sides[1]]) for gold in parallel)
    return parallel_section(title, list(zip(parallel, sides, strict=True)))


def _answered(shape: type[Single], group: Sequence[Gold], answers: Answers) -> list[tuple[Single, Answer]]:
    return [(gold, answers[gold.language, gold.text]) for gold in group if isinstance(gold, shape)]


def answers_of(sentences: Iterable[Sentence]) -> Answers:
    """Return the extraction of each (language, text), on its own and without a date of publication."""
    distinct = sorted(set(sentences))  # sentences of one language are adjacent
    documents = [
        Document(content_id("document", text), text, language, content_id("text", text))
        for language, text in distinct
    ]
    return dict(zip(distinct, map(answer_of, extract(documents)), strict=True))
