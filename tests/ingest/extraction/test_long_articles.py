"""Long articles: what is parsed at once stays small, and is cut where sentences end."""

from __future__ import annotations

import sys

import pytest

from cypher.model.graph import Document, Entity, EntityKind, Span
from ingest.extraction import extract
from ingest.extraction.parse import _BATCH, _BATCH_CHARACTERS, _LONGEST, _batches, _shortened, parse
from ingest.resolution.acquaintances import Acquaintances
from ingest.resolution.coreference import History

DOCUMENT = Document("document-1", "", "id", "text-1")


@pytest.mark.parametrize("length", [1, 300, 5_000, _LONGEST])
def test_what_the_pipeline_works_on_at_once_is_bounded_and_in_order(length: int) -> None:
    segments = [("x" * length, (DOCUMENT, Span(number, number))) for number in range(200)]
    batches = list(_batches(iter(segments)))
    assert [segment for batch in batches for segment in batch] == segments
    assert all(0 < len(batch) <= _BATCH for batch in batches)
    assert all(sum(len(text) for text, _ in batch) <= _BATCH_CHARACTERS for batch in batches)


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        ("Rusia menyerang Ukraina. ", ". "),
        ("“Rusia menyerang!” ", "” "),
        ("Rusia menyerang ", " "),
        ("menyerang", ""),
    ],
)
def test_a_text_without_line_breaks_is_cut_behind_a_sentence_else_a_word(sentence: str, ends: str) -> None:
    text = sentence * (3 * _LONGEST // len(sentence))
    pieces = [span.of(text) for span in _shortened(text, Span(0, len(text)))]
    assert "".join(pieces) == text
    assert all(len(piece) <= _LONGEST for piece in pieces)
    assert all(piece.endswith(ends) for piece in pieces[:-1])


@pytest.mark.slow
def test_sentences_on_one_long_line_are_read_as_on_lines_of_their_own() -> None:
    sentence = "Menteri Luar Negeri Rusia Sergey Lavrov bertemu Menteri Luar Negeri China Wang Yi di Beijing."
    count = _BATCH_CHARACTERS // len(sentence) + 10
    one_line, lines = (_named(between.join([sentence] * count)) for between in (" ", "\n"))
    assert len(one_line) == count
    assert one_line == lines


def test_words_are_kept_once_however_often_they_stand_in_a_text() -> None:
    text = "Rusia menyerang Ukraina. Ukraina menyerang Rusia. Rusia menyerang Ukraina."
    (parsed,) = parse([Document("document-1", text, "id", "text-1")])
    words = [word for sentence in parsed.sentences for word in (*sentence.words, *sentence.lemmas)]
    assert all(word is sys.intern(word) for word in words)


def test_whom_pronouns_mean_is_the_latest_named_however_often() -> None:
    history = History()
    people = [Entity(f"actor-{n}", f"N{n}", EntityKind.PERSON) for n in range(3)]
    assert history.person() is None
    assert history.every(EntityKind.PERSON) == ()
    for index in (0, 1, 2, 1, 0, 0):
        history.note([people[index]])
    assert history.person() == "actor-0"
    assert history.every(EntityKind.PERSON) == ("actor-2", "actor-1", "actor-0")


def test_who_was_told_together_again_is_kept_once_as_the_latest() -> None:
    history = History()
    for company in (("IDN", "MYS"), ("PER", "CHL"), ("IDN", "MYS"), ("PER",), ("PER", "PER")):
        history.keep_company(company)
    assert list(history.companies) == [("PER", "CHL"), ("IDN", "MYS")]


def test_a_surname_of_two_people_does_not_grow_the_index_with_every_mention() -> None:
    people = Acquaintances()
    surname = frozenset({"ruiz"})
    for person in ("ana", "luis") * 50:
        people.meet(surname | {person}, person)
        people.meet(surname, person)
    assert people.with_all(surname) == {"ana", "luis"}
    assert len(people) == 4


def _named(text: str) -> list[tuple[str, ...]]:
    """The entities that each sentence of a text names."""
    (extraction,) = extract([Document("document-1", text, "id", "text-1", published_on="2024-01-01")])
    named: dict[str, set[str]] = {sentence.id: set() for sentence in extraction.sentences}
    for mention in extraction.mentions:
        named[mention.sentence_id].add(mention.entity_id)
    return [tuple(sorted(entities)) for entities in named.values()]
