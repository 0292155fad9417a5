"""Train the event classifiers for English and Indonesian and write their weights into the package.

usage: python -m models.event_types.train ANNOTATED PARALLEL_EN PARALLEL_ID

ANNOTATED     sentences with one event and its parties (``plv_train_en.jsonl``)
PARALLEL_EN   English sentences, one per line
PARALLEL_ID   their Indonesian translations, line by line
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from cypher.model.ontology import event_types
from models.event_types.align import align
from models.event_types.annotated import OLDER, Annotated, read_annotated
from models.event_types.coding import code
from models.event_types.fitting import Arrays, Example, fit
from models.event_types.silver import Silver, silver, words

LINES = 4000
"""Number of lines of the parallel text used for training; gold refers to later lines."""
TYPES = tuple(sorted(name for name, kind in event_types().items() if not kind.imported))
OUT = Path("ingest/extraction/events/learned/weights")
OF_GOLD, OF_SILVER = 2.0, 0.5
"""Inverse L2 penalties: projected types are noisier than annotated ones."""
_EVENT, _NONE = "event", "none"
_UNCONFIRMED = 0.3
"""Weight of a rule's type if the other language has no vote."""
_ONE_VOTE = 0.5
"""Probability that a word expresses an event if the rules of the two languages disagree."""


def main(annotated: Path, english: Path, indonesian: Path) -> None:
    """Train and write ``en.npz`` and ``id.npz``."""
    coded = [code(_lines(path), language) for path, language in ((english, "en"), (indonesian, "id"))]
    left, right = zip(*(pair for pair in zip(*coded, strict=True) if all(map(words, pair))), strict=True)
    links = align([words(text) for text in left], [words(text) for text in right])
    en = [row for pair in zip(left, right, links, strict=True) for row in silver(*pair)]
    id_ = [row for a, b, link in zip(right, left, links, strict=True) for row in silver(a, b, link.T)]
    of_type = fit(type_examples(read_annotated(annotated)), TYPES, 2, OF_GOLD)
    _write("en", of_type, _event_model(en), annotated=True)
    _write("id", fit(list(silver_types(id_)), TYPES, 2, OF_SILVER), _event_model(id_), annotated=False)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")[:LINES]


def type_examples(rows: Iterable[Annotated]) -> list[Example]:
    """Return examples with gold types.

    For an older type that was split, the part assigned by the rule is used, or else both parts with half the
    weight.
    """
    return [example for row in rows for example in _of_row(row)]


def _of_row(row: Annotated) -> Iterator[Example]:
    parts: tuple[str, ...] = OLDER.get(row.gold, (row.gold,))
    if row.rule is not None and row.rule in parts:
        parts = (row.rule,)
    for part in parts:
        yield Example(row.features, part, 1 / len(parts))


def silver_types(rows: Iterable[Silver]) -> Iterator[Example]:
    """Yield the types of events found by this language's rules.

    If the other language has a type for the word, that type is used.
    """
    for row in rows:
        if row.own is not None:
            yield Example(row.features, row.other or row.own, 1.0 if row.other else _UNCONFIRMED)


def _event_model(rows: Iterable[Silver]) -> Arrays:
    return fit(list(silver_events(rows)), (_NONE, _EVENT), least=3)


def silver_events(rows: Iterable[Silver]) -> Iterator[Example]:
    """Yield whether words express an event; if the languages disagree, both answers with half the weight."""
    for row in rows:
        votes = (row.own is not None) + (row.other is not None)
        if votes:
            yield Example(row.features, _EVENT, 1.0 if votes == 2 else _ONE_VOTE)
        if votes < 2:
            yield Example(row.features, _NONE, _ONE_VOTE if votes else 1.0)


def _write(language: str, of_type: Arrays, of_event: Arrays, *, annotated: bool) -> None:
    OUT.mkdir(exist_ok=True)
    parts = {
        f"{name}_{part}": array
        for name, model in (("type", of_type), ("event", of_event))
        for part, array in model._asdict().items()
    }
    path = OUT / f"{language}.npz"
    np.savez_compressed(path, types=np.array(TYPES), annotated=np.array(annotated), **parts)
    print(f"{path}: {len(of_type.keys)} + {len(of_event.keys)} features, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
