"""Parses in plain columns: they say what spaCy says, and find the phrases of the word lists."""

from __future__ import annotations

import pytest

from cypher.model.graph import Document
from ingest.extraction.models import load_pipeline
from ingest.extraction.parse import parse
from ingest.extraction.syntax.sentence import Parse
from ingest.extraction.syntax.stretch import stretch_of
from ingest.extraction.vocabulary.language import load_language

_TEXTS = {
    "en": "  Two of Peru’s ministers didn't resign. They'd said so, again and again!",
    "id": "  Dua menteri Peru takkan mundur-mundur. Mereka sudah menegaskannya, berulang-ulang!",
}


@pytest.mark.parametrize("code", _TEXTS)
def test_columns_say_of_each_word_what_the_pipeline_says(code: str) -> None:
    doc, language = load_pipeline(code)(_TEXTS[code]), load_language(code)
    stretch = stretch_of(doc, language, 100)
    assert stretch.words == tuple(word.text for word in doc)
    assert stretch.lemmas == tuple(language.lemmas.get(word.lower_, word.lemma_.lower()) for word in doc)
    assert stretch.tags == tuple(word.pos_ for word in doc)
    assert stretch.details == tuple(word.tag_ for word in doc)
    assert stretch.features == tuple(tuple(str(word.morph).split("|")) for word in doc)
    assert stretch.labels == tuple(word.dep_ for word in doc)
    assert stretch.heads == tuple(word.head.i for word in doc)
    assert [(span.start, span.end) for span in stretch.spans] == [
        (100 + word.idx, 100 + word.idx + len(word)) for word in doc
    ]
    assert stretch.sentences == tuple((sent.start, sent.end) for sent in doc.sents)


def _parsed(text: str, code: str) -> Parse:
    (found,) = parse([Document("document-1", text, code, "text-1")])
    return found.sentences[0]


@pytest.mark.parametrize(
    ("text", "group", "lengths"),
    [
        ("There is no evidence of it.", "no_truth", [0, 0, 2, 0, 0, 0, 0]),
        ("They have no", "no_truth", [0, 0, 0]),
        ("Menurut Peru, Chile menyerang.", "according", [1, 0, 0, 0, 0, 0]),
    ],
)
def test_a_phrase_is_found_where_it_begins_and_nowhere_else(
    text: str, group: str, lengths: list[int]
) -> None:
    found = _parsed(text, "id" if text.startswith("Menurut") else "en")
    assert [found.phrase_at(index, group) for index in range(len(found))] == lengths
    assert found.phrase_at(len(found), group) == 0


@pytest.mark.parametrize("code", ["en", "id"])
def test_a_sentence_may_hold_every_phrase_of_its_word_lists_that_it_has(code: str) -> None:
    plain = _parsed("Peru.", code)
    sentences = {
        (group, phrase): _of_words(plain, phrase)
        for group, phrases in plain.language.groups.items()
        for phrase in phrases
    }
    assert all(sentence.may_hold(group) for (group, _), sentence in sentences.items())
    assert all(sentence.phrase_at(0, group) for (group, _), sentence in sentences.items())
    assert not _of_words(plain, "zzz").may_hold(*plain.language.groups)


def _of_words(plain: Parse, text: str) -> Parse:
    """Return a sentence of these words alone."""
    words = tuple(text.lower().split())
    blank = ("",) * len(words)
    spans = plain.spans[:1] * len(words)
    return Parse(
        plain.record,
        plain.language,
        words,
        lemmas=words,
        tags=blank,
        details=blank,
        features=(blank,) * len(words),
        labels=blank,
        heads=(0,) * len(words),
        spans=spans,
    )
