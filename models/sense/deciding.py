"""Fits whether one event is an act of states, on the odds of texts that the classifier was not trained on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from cypher.model.graph import Document, Event
from cypher.model.ids import content_id
from ingest.evaluation.answers import answer_of
from ingest.evaluation.calibration import verdicts
from ingest.evaluation.gold import Annotated, read_gold
from ingest.extraction import claims_of, extraction_of
from ingest.extraction.events.acts import about
from ingest.extraction.events.evidence import evidence_of
from ingest.extraction.events.learned.logistic import Logistic
from ingest.extraction.events.learned.sense import Sense, odds_of, words_of
from ingest.extraction.events.told import Told
from ingest.extraction.parse import ParsedDocument, parse
from ingest.extraction.scene import Odds, open_story
from models.logistic import Recipe, fit_logistic
from models.sense.sources import ROOT, Text

FOLDS = 5
RECIPE = Recipe(penalty=2.0, free=frozenset(about(Odds(0.0, 0.0, alone=False, countries=False))), rarest=3)
_SHARES = {("own", True): 1.0, ("gold", True): 1.0}
"""Total weight of events that are acts of states, as a share of that of the others."""


class Heard(NamedTuple):
    """A text with the words of its sentences and its events.

    An event is its evidence and the number of its sentence. `article` names texts that stay together.
    """

    article: str
    text: str
    acts: bool
    origin: str
    sentences: tuple[frozenset[str], ...]
    events: tuple[tuple[dict[str, float], int], ...]


def heard_in(texts: Sequence[Text], language: str) -> Iterator[Heard]:
    """Yield our own texts with all their events."""
    for text, parsed in zip(texts, _parsed([text.text for text in texts], language), strict=True):
        found = tuple((evidence, index) for _, evidence, index in _events(parsed))
        yield Heard(text.text, text.text, bool(text.acts), "own", _sentences(parsed), found)


def heard_in_gold(language: str, news: Path) -> Iterator[Heard]:
    """Yield the sentences of gold with the events that the rules find and gold confirms."""
    names = (
        "samples/gold",
        "samples/sentences",
        f"corpus/learning_{language}",
        f"bench/gold/panl_int_{language}",
    )
    rows = [
        row
        for name in names
        for row, part in read_gold(ROOT / f"{name}.jsonl", news)
        if isinstance(row, Annotated) and row.language == language and part in (None, "dev")
    ]
    for row, parsed in zip(rows, _parsed([row.text for row in rows], language), strict=True):
        extraction = extraction_of(parsed)
        events = [claim.id for claim in extraction.claims if isinstance(claim.asserts, Event)]
        right = dict(zip(events, verdicts(row.answer, answer_of(extraction)), strict=True))
        found = tuple((evidence, index) for name, evidence, index in _events(parsed) if right.get(name))
        if found:
            article = row.id.partition("#")[0]
            yield Heard(
                article, row.text, acts=True, origin="gold", sentences=_sentences(parsed), events=found
            )


def decided(texts: Sequence[Heard], trained_without: Callable[[frozenset[str]], Sense]) -> Logistic:
    """Return the model fitted on events; `trained_without` trains the classifier without some texts."""
    articles = sorted({text.article for text in texts})
    order = np.random.default_rng(0).permutation(len(articles))
    fold = {articles[number]: place % FOLDS for place, number in enumerate(order)}
    cases: list[dict[str, float]] = []
    answers: list[tuple[str, bool]] = []
    for part in range(FOLDS):
        left_out = [text for text in texts if fold[text.article] == part]
        sense = trained_without(frozenset(text.text for text in left_out))
        for text in left_out:
            odds = list(odds_of(text.sentences, sense))
            cases += [evidence | about(odds[index]) for evidence, index in text.events]
            answers += [(text.origin, text.acts)] * len(text.events)
    importance = np.ones(len(cases))
    others = sum(not acts for _, acts in answers)
    for group, share in _SHARES.items():
        chosen = np.array([answer == group for answer in answers])
        importance[chosen] = others * share / max(1, chosen.sum())
    return fit_logistic(cases, [acts for _, acts in answers], importance, RECIPE)


def _parsed(texts: Sequence[str], language: str) -> Iterator[ParsedDocument]:
    return parse(
        [
            Document(content_id("document", f"{number}"), text, language, content_id("text", f"{number}"))
            for number, text in enumerate(texts)
        ]
    )


def _sentences(parsed: ParsedDocument) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words_of(sentence)) for sentence in parsed.sentences)


def _events(parsed: ParsedDocument) -> Iterator[tuple[str, dict[str, float], int]]:
    for claim, told, sentence in claims_of(open_story(parsed)):
        if isinstance(told, Told):
            yield claim.id, evidence_of(told, sentence), sentence.record.index
