"""Computes figures on articles with annotated coreference: names, pronouns and descriptions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from cypher.model.graph import Span
from cypher.model.ids import alias_key
from ingest.evaluation.answers import Answer
from ingest.evaluation.figures import Tally, f1_figure, share, share_figure
from ingest.evaluation.gold import Chained
from ingest.evaluation.report import Mistake, Section

Pair = tuple[Span, Span]


def chained_section(title: str, pairs: Sequence[tuple[Chained, Answer]]) -> Section:
    """Return the F1 of coreferent pairs of mentions, and the share of references that are resolved correctly.

    The floor for pairs treats mentions with equal words as coreferent; the floor for references takes the
    nearest name before them.
    """
    given = [_meant(gold, answer) for gold, answer in pairs]
    wanted = [_links(chain for chain in gold.chains) for gold, _ in pairs]
    floor = [_tally(_same_words(gold), links) for (gold, _), links in zip(pairs, wanted, strict=True)]
    tallies = [_tally(_alike(meant), links) for meant, links in zip(given, wanted, strict=True)]
    resolved = [
        _is_resolved(gold, meant, span)
        for (gold, _), meant in zip(pairs, given, strict=True)
        for span in sorted(gold.references)
    ]
    nearest = [_is_nearest(gold, span) for gold, _ in pairs for span in sorted(gold.references)]
    figures = (
        f1_figure("pairs of mentions", tallies, floor),
        share_figure("references resolved", resolved, share(nearest)),
    )
    wrong = (
        _mistake(gold, meant, links) for (gold, _), meant, links in zip(pairs, given, wanted, strict=True)
    )
    return Section(title, len(pairs), figures, (), tuple(item for item in wrong if item is not None))


def _meant(gold: Chained, answer: Answer) -> dict[Span, frozenset[str]]:
    """Return the entities that the extraction found at each mention in gold."""
    spans = [span for chain in gold.chains for span in chain]
    return {span: frozenset(who for who, at in answer.mentions if at.overlaps(span)) for span in spans}


def _links(chains: Iterable[Sequence[Span]]) -> set[Pair]:
    return {pair for chain in chains for pair in combinations(sorted(chain), 2)}


def _alike(meant: dict[Span, frozenset[str]]) -> set[Pair]:
    return {pair for pair in combinations(sorted(meant), 2) if meant[pair[0]] & meant[pair[1]]}


def _same_words(gold: Chained) -> set[Pair]:
    """Return the pairs of mentions with the same words."""
    spans = sorted(span for chain in gold.chains for span in chain)
    key = {span: alias_key(span.of(gold.text)) for span in spans}
    return {(one, other) for one, other in combinations(spans, 2) if key[one] == key[other]}


def _tally(given: set[Pair], wanted: set[Pair]) -> Tally:
    return Tally(len(given & wanted), len(given), len(wanted))


def _is_resolved(gold: Chained, meant: dict[Span, frozenset[str]], span: Span) -> bool:
    """Return whether a reference has the same entity as a name in its own chain."""
    names = (other for other in _chain_of(gold, span) if other not in gold.references)
    return any(meant[span] & meant[name] for name in names)


def _is_nearest(gold: Chained, span: Span) -> bool:
    """Return whether the nearest name before a reference belongs to its chain."""
    names = [
        other for chain in gold.chains for other in chain if other not in gold.references and other < span
    ]
    return bool(names) and max(names) in _chain_of(gold, span)


def _chain_of(gold: Chained, span: Span) -> tuple[Span, ...]:
    return next(chain for chain in gold.chains if span in chain)


def _mistake(gold: Chained, meant: dict[Span, frozenset[str]], wanted: set[Pair]) -> Mistake | None:
    given = _alike(meant)
    if given == wanted:
        return None
    missing, extra = (
        tuple(_shown(gold, pair) for pair in sorted(some)) for some in (wanted - given, given - wanted)
    )
    return Mistake(gold.id, gold.text[:80], ("pairs",), missing, extra)


def _shown(gold: Chained, pair: Pair) -> str:
    return " = ".join(f"{span.of(gold.text)}@{span.start}" for span in pair)
