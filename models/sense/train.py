"""Trains the classifiers that tell acts of states from sport, fiction, trade and nature.

usage: python -m models.sense.train CORPORA NEWS ANNOTATED

CORPORA    folder with UD_Indonesian-PUD, UD_Indonesian-CSUI, idner-news-2k, indonlu and idcrossner
NEWS       folder with the parallel news (``panl-int-en.dev.txt``, ``panl-int-id.dev.txt``)
ANNOTATED  English sentences with one event each (``plv_train_en.jsonl``)

Texts whose topic is not known are labelled by the rules: a text with words of leisure and no force is not
about acts of states, a text without such words in which the rules find a likely event is. Prints figures on
the unread texts, and writes the weights into the package. Needs nothing beside Konstelasi itself.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np

from cypher.model.graph import Document, Event
from cypher.model.ids import content_id
from cypher.model.lens import TRUST_THRESHOLD
from ingest.extraction import extraction_of
from ingest.extraction.events.learned.sense import Sense, features_of, words_of
from ingest.extraction.events.learned.weights import key_of
from ingest.extraction.parse import ParsedDocument, parse
from models.logistic import stored
from models.sense.deciding import decided, heard_in, heard_in_gold
from models.sense.fitting import Floats, counted, fit
from models.sense.sources import ROOT, Text, other_texts, own_texts

OUT = ROOT / "ingest" / "extraction" / "events" / "learned" / "weights"
DECISION = ROOT / "ingest" / "extraction" / "events" / "acts.json"
STRENGTH = 50.0
"""Inverse L2 penalty."""

_SHARES = {("own", False): 1.0, ("own", True): 1.5, ("other", False): 0.5, ("other", True): 1.5}
"""Total weight of the texts of an origin and answer, as a share of that of our own that are no acts.

Real news weighs most among the acts: with less, one in ten sentences of our gold is taken for leisure.
"""
_OF_SENTENCE = 0.5
"""Weight of a sentence of one of our articles beside the whole article."""
_NEGLIGIBLE = 0.01
_LEISURE = ("sport", "fictions", "leisure", "figures")


class Example(NamedTuple):
    """The words of a text, whether it is about acts of states, its weight, its origin and its text."""

    words: frozenset[str]
    acts: bool
    weight: float
    origin: str
    text: str


def examples(texts: Sequence[Text], language: str) -> Iterator[Example]:
    """Yield an example for each text whose topic is known or can be told by the rules."""
    documents = [
        Document(content_id("document", f"{number}"), text.text, language, content_id("text", f"{number}"))
        for number, text in enumerate(texts)
    ]
    for text, parsed in zip(texts, parse(documents), strict=True):
        acts = text.acts if text.acts is not None else _told_by_rules(parsed)
        if acts is None:
            continue
        sentences = [frozenset(words_of(sentence)) for sentence in parsed.sentences]
        yield Example(frozenset().union(*sentences), acts, 1.0, text.origin, text.text)
        if text.origin == "own" and len(sentences) > 1:
            yield from (Example(words, acts, _OF_SENTENCE, "own", text.text) for words in sentences)


def _told_by_rules(parsed: ParsedDocument) -> bool | None:
    leisure = sum(_number_of(parsed, group) for group in _LEISURE)
    if leisure:
        played = _number_of(parsed, "sport") or _number_of(parsed, "fictions") or leisure > 1
        return False if played and not _number_of(parsed, "forces") else None
    claims = extraction_of(parsed).claims
    likely = (claim for claim in claims if claim.confidence >= TRUST_THRESHOLD)
    return True if any(isinstance(claim.asserts, Event) for claim in likely) else None


def _number_of(parsed: ParsedDocument, group: str) -> int:
    """Return how many different words of a group a document contains, outside of names."""
    return len(
        {
            sentence.lower[index]
            for sentence in parsed.sentences
            for index in range(len(sentence))
            if index not in sentence.name_at and sentence.phrase_at(index, group)
        }
    )


def train(found: Sequence[Example]) -> Sense:
    """Return the classifier fitted to examples; both answers weigh the same."""
    texts = [[key_of(item) for word in example.words for item in features_of(word)] for example in found]
    keys, counts = counted(texts)
    acts = np.array([example.acts for example in found], dtype=np.float64)
    weights, bias = fit(counts, acts, _importance(found), STRENGTH)
    kept = np.abs(weights) >= _NEGLIGIBLE
    return Sense(dict(zip(map(int, keys[kept]), map(float, weights[kept]), strict=True)), bias)


def _importance(found: Sequence[Example]) -> Floats:
    weights = np.array([example.weight for example in found])
    total = sum(example.weight for example in found if (example.origin, example.acts) == ("own", False))
    for group, share in _SHARES.items():
        chosen = np.array([(example.origin, example.acts) == group for example in found])
        if chosen.any():
            weights[chosen] *= total * share / weights[chosen].sum()
    return weights


def figures(sense: Sense, found: Sequence[Example]) -> str:
    """Return the area under the curve and, at even odds, the share of each answer called an act."""
    odds = {acts: [sense.log_odds(e.words) for e in found if e.acts is acts] for acts in (True, False)}
    pairs = [(yes > no) + (yes == no) / 2 for yes in odds[True] for no in odds[False]]
    shares = {acts: sum(item >= 0 for item in items) / len(items) for acts, items in odds.items()}
    return f"AUC {np.mean(pairs):.3f}, called acts: {shares[True]:.2f} of acts, {shares[False]:.2f} of others"


def main(corpora: Path, news: Path, annotated: Path) -> None:
    """Train, print figures on the unread texts, and write ``sense-{en,id}.npz`` and ``acts.json``."""
    models = {}
    for language in ("en", "id"):
        path = OUT / f"sense-{language}.npz"
        path.unlink(missing_ok=True)  # the rules label texts without the help of an earlier classifier
        learning = own_texts(language, "learning")
        own = list(examples(learning, language))
        others = list(examples(list(other_texts(language, corpora, news, annotated)), language))
        unread = list(examples(own_texts(language, "unread"), language))
        sense = train([*own, *others])
        print(f"{language}: {len(own)} own and {len(others)} other examples, {len(sense.weights)} features")
        print(f"{language}, unread: {figures(sense, unread)}")
        heard = [*heard_in(learning, language), *heard_in_gold(language, news)]
        models[language] = stored(decided(heard, partial(_trained_without, [*own, *others])))
        np.savez_compressed(
            path,
            keys=np.array(list(sense.weights), dtype=np.uint32),
            weights=np.array(list(sense.weights.values()), dtype=np.float16),
            bias=np.array([sense.bias], dtype=np.float32),
        )
    DECISION.write_text(json.dumps(models, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _trained_without(found: Sequence[Example], texts: frozenset[str]) -> Sense:
    return train([example for example in found if example.text not in texts])


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
