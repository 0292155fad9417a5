"""Sentences with other names in the place of their own, from which the recogniser learns to read context."""

import pytest
import spacy
from spacy.tokens import Doc

from models.id_konstelasi_news.augment import Replacer, build
from models.id_konstelasi_news.second_reader import merge

NLP = spacy.blank("xx")  # the Indonesian tokenizer takes seconds to make
PIECES = [
    ("Menlu", True, "O"),
    ("Wirya", True, "B-PER"),
    ("Tanaka", True, "I-PER"),
    ("tiba", True, "O"),
    ("di", True, "O"),
    ("Sumberan", False, "B-LOC"),
    (",", True, "O"),
    ("kata", True, "O"),
    ("Kompas", False, ""),
    (".", False, "O"),
]


@pytest.fixture(scope="module")
def sentence() -> Doc:
    """A sentence of two names and a word of which it is not known whether it is one."""
    return build(NLP, PIECES)


@pytest.fixture(scope="module")
def copies(sentence: Doc) -> list[Doc]:
    """Forty copies of it; among so many each kind of change is met."""
    replacer = Replacer(NLP, seed=7)
    return [replacer.copy(sentence) for _ in range(40)]


def test_a_copy_has_other_names_of_the_same_kinds_in_the_same_places(
    sentence: Doc, copies: list[Doc]
) -> None:
    assert [(e.text, e.label_) for e in sentence.ents] == [("Wirya Tanaka", "PER"), ("Sumberan", "LOC")]
    for copy in copies:
        own = [e.label_ for e in copy.ents if e.label_ in {"PER", "LOC"}][-2:]
        assert own == ["PER", "LOC"]
        assert copy.ents[-1].text in copy.text
    assert len({copy.ents[-1].text for copy in copies}) > 20


def test_what_surrounds_the_names_stays(copies: list[Doc]) -> None:
    for copy in copies:
        assert copy.text.lower().startswith("menlu ")
        assert ", kata kompas." in copy.text.lower()


def test_a_word_that_was_left_open_stays_open(copies: list[Doc]) -> None:
    for copy in copies:
        assert [word.lower_ for word in copy if not word.ent_iob] == ["kompas"]


def test_a_title_before_a_person_may_bring_a_place_of_its_own(copies: list[Doc]) -> None:
    assert any(len(copy.ents) == 3 for copy in copies)


@pytest.mark.parametrize(
    ("found", "projected", "taught", "left_open"),
    [
        ((0, 4, "ORG"), (3, 4, "GPE"), [("Kementerian Luar Negeri Iran", "ORG")], []),
        ((3, 4, "GPE"), (3, 4, "GPE"), [("Iran", "GPE")], []),
        ((3, 4, "PER"), (3, 4, "GPE"), [], ["Iran"]),
        ((2, 4, "LOC"), (0, 3, "ORG"), [], ["Negeri", "Iran"]),
    ],
)
def test_two_readings_teach_what_they_agree_on_and_leave_open_what_they_dispute(
    found: tuple[int, int, str],
    projected: tuple[int, int, str],
    taught: list[tuple[str, str]],
    left_open: list[str],
) -> None:
    words = [(word, True, "O") for word in ("Kementerian", "Luar", "Negeri", "Iran", "menolak")]
    doc = build(NLP, words)
    spans = [doc[start:end] for start, end, _ in (found, projected)]
    for span, (_, _, label) in zip(spans, (found, projected), strict=True):
        span.label_ = label
    merged = merge(doc, spans[:1], spans[1:], set())
    assert [(e.text, e.label_) for e in merged.ents] == taught
    assert [word.text for word in merged if not word.ent_iob] == left_open
