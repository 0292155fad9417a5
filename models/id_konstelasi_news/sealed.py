"""Keeps the sealed sentences of the open news corpus out of training data, without showing any of them."""

import json
from pathlib import Path

from models.id_konstelasi_news.iob import key_of

CORPUS = Path(__file__).parents[2] / "corpus"


def sealed_keys(corpus: Path) -> set[str]:
    """Return the keys of all sealed sentences of the corpus, in any language, for comparison only."""
    keys: set[str] = set()
    for path in corpus.glob("sealed_*.jsonl"):
        with path.open(encoding="utf8") as rows:
            keys.update(key_of(json.loads(row)["text"]) for row in rows)
    return keys
