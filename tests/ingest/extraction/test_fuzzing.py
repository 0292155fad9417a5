"""Whatever the text is, the extraction ends soon, raises nothing, and points only at what is there.

`python -m bench fuzzing` takes longer over it: ten times the size, and Spanish too.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.shapes import NEWS as PLAIN
from bench.shapes import SHAPES, filled
from cypher.errors import KonstelasiError
from cypher.model.graph import Document, Extraction
from cypher.model.ids import content_id
from ingest.extraction import extract

pytestmark = pytest.mark.slow

LANGUAGES = ("en", "id")
SIZE = 10_000
PATIENCE = 20
"""Times as long as ordinary news of the same size; the ratio of a good machine and a bad one is the same."""

ODD = [
    "\x00", "\x1b[31m", "\u202e", "\u200d", "\ufeff", "\ud7ff", "\U0001f1ee\U0001f1f7", "e\u0301" * 9,
    "\r\n", "\u2028", "\t", "“", "”", "((((", "))))", "[", "<b>", "'; DROP", "${x}", "%s", "{{7*7}}",
    "Тегеран", "德黑兰", "طهران", "तेहरान", "İstanbul", "ﬁ", "ß", "ǅ", "Ⅷ", "٣", "-", "--", "—", ".", "?",
    "9/10/2023", "31/2/2024", "0000-00-00", "(99/99)", "1e999", "-nya", "di-", "me-", "ke-", "Iran-Irak-Iran",
]  # fmt: skip
NEWS = [
    "Iran", "Teheran", "the", "President", "Presiden", "Putin", "menyerang", "attacked", "oleh", "by",
    "if", "jika", "said", "kata", "that", "yang", "who", "and", "dan", "talks", "perundingan", "PBB", "(OKI)",
    "his", "-nya", "itu", "they", "Monday", "Senin", "lalu", "ago", "two", "dua", "weeks", "pekan", ",", ".",
]  # fmt: skip


def extraction_of(text: str, language: str) -> Extraction:
    name = content_id("document", text)
    return next(extract([Document(name, text, language, name, published_on="2024-05-06")]))


def points_at_what_is_there(extraction: Extraction) -> bool:
    text = extraction.document.text
    known = {entity.id for entity in extraction.entities}
    sentences = {sentence.id: sentence for sentence in extraction.sentences}
    mentions = all(m.span.of(text) == m.text and m.entity_id in known for m in extraction.mentions)
    claims = all(
        sentences[claim.sentence_id].span.covers(claim.trigger) and 0 < claim.confidence < 1
        for claim in extraction.claims
    )
    return mentions and claims and all(s.span.of(text) == s.text for s in sentences.values())


texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(NEWS + ODD), max_size=40).map(" ".join),
    st.lists(st.one_of(st.sampled_from(NEWS), st.text(max_size=8)), max_size=40).map("".join),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts, language=st.sampled_from(LANGUAGES))
def test_any_text_is_extracted_or_refused_with_our_own_error(text: str, language: str) -> None:
    try:
        extraction = extraction_of(text, language)
    except KonstelasiError:
        return
    assert points_at_what_is_there(extraction)


def seconds(text: str, language: str) -> float:
    start = time.process_time()
    assert points_at_what_is_there(extraction_of(text, language))
    return time.process_time() - start


@pytest.fixture(scope="module")
def ordinary() -> dict[str, float]:
    """How long ordinary news of the same size takes."""
    for language in LANGUAGES:
        seconds(PLAIN[language], language)
    return {language: seconds(filled(SIZE, [PLAIN[language]], ""), language) for language in LANGUAGES}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_large_text_takes_much_longer_than_ordinary_news(ordinary: dict[str, float], shape: str) -> None:
    language = LANGUAGES[list(SHAPES).index(shape) % 2]
    assert seconds(SHAPES[shape](SIZE), language) < PATIENCE * ordinary[language]
