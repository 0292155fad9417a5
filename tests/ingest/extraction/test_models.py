"""Loading pipelines: fast, and with the tokens that they were trained on."""

from __future__ import annotations

import pytest
from spacy.tokenizer import Tokenizer

from ingest.extraction.models import load_pipeline


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Kanak-kanak dan kupu-kupu", ["Kanak-kanak", "dan", "kupu-kupu"]),
        ("UNDANG-UNDANG itu", ["UNDANG-UNDANG", "itu"]),
        ("pertemuan AS-Tiongkok", ["pertemuan", "AS-Tiongkok"]),
        ("Dr. Ali tiba (Jumat)", ["Dr.", "Ali", "tiba", "(", "Jumat", ")"]),
        ("gencatan senjata :-)", ["gencatan", "senjata", ":-)"]),
    ],
)
def test_indonesian_words_stay_whole_without_a_rule_for_each(text: str, tokens: list[str]) -> None:
    assert [token.text for token in load_pipeline("id").tokenizer(text)] == tokens


def test_the_rules_for_single_words_are_gone_from_the_tokenizer() -> None:
    tokenizer = load_pipeline("id").tokenizer
    assert isinstance(tokenizer, Tokenizer)
    assert "Okt." in tokenizer.rules
    assert "kanak-kanak" not in tokenizer.rules
