"""A parsed part of a document in plain columns, so that the parse of spaCy can be dropped."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from spacy.attrs import DEP, HEAD, IDX, LEMMA, LENGTH, MORPH, ORTH, POS, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc

from cypher.model.graph import Span
from ingest.extraction.vocabulary.language import Language

_TEXTS = [ORTH, LEMMA, POS, TAG, MORPH, DEP]
_PLACES = [HEAD, IDX, LENGTH]
_EMPTY = "_"
"""The morphology of a word without features."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a document: parallel tuples with one item per token, and half-open ranges of its sentences.

    `heads` are tokens of the part, `spans` lie in the document.
    """

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    details: tuple[str, ...]
    features: tuple[tuple[str, ...], ...]
    labels: tuple[str, ...]
    heads: tuple[int, ...]
    spans: tuple[Span, ...]
    sentences: tuple[tuple[int, int], ...]


def stretch_of(doc: Doc, language: Language, offset: int) -> Stretch:
    """Return the columns of a parsed part that starts at `offset` in its document."""
    texts = (_texts(column, doc.vocab.strings) for column in doc.to_array(_TEXTS).T.tolist())
    words, lemmas, tags, details, features, labels = texts
    heads, starts, lengths = doc.to_array(_PLACES).astype(np.int64).T.tolist()
    return Stretch(
        words=words,
        lemmas=tuple(map(language.lemma, words, lemmas)),
        tags=tags,
        details=details,
        features=tuple(map(_features, features)),
        labels=labels,
        heads=tuple(index + distance for index, distance in enumerate(heads)),
        spans=tuple(Span(offset + at, offset + at + size) for at, size in zip(starts, lengths, strict=True)),
        sentences=tuple((sent.start, sent.end) for sent in doc.sents),
    )


def _texts(keys: Sequence[int], strings: StringStore) -> tuple[str, ...]:
    """Return the texts with these keys. They are interned: a long document has each of them many times."""
    known = {key: sys.intern(strings[key]) for key in set(keys)}
    return tuple([known[key] for key in keys])


@lru_cache(maxsize=10_000)
def _features(morph: str) -> tuple[str, ...]:
    return ("",) if morph == _EMPTY else tuple(morph.split("|"))
