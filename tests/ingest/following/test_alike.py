"""Titles and texts are compared although the earlier text is no longer at hand."""

from __future__ import annotations

import random

import pytest

from ingest.following.alike import are_alike, sample_of

CHOICE = random.Random(7)  # noqa: S311 - the same words in each run
WORDS = [f"w{number}" for number in range(3000)]


def text(words: int) -> str:
    return " ".join(CHOICE.choice(WORDS) for _ in range(words))


def alike(one: str, other: str) -> bool:
    return are_alike("Floods in Peru", sample_of(one), "Elections in Norway", sample_of(other))


@pytest.mark.parametrize("length", [30, 300, 3000, 30_000])
def test_a_corrected_text_is_like_the_one_before_and_another_text_is_not(length: int) -> None:
    before = text(length)
    words = before.split()
    words[length // 2] = "corrected"
    assert alike(before, " ".join(words))
    assert not alike(before, text(length))


@pytest.mark.parametrize("length", [200, 600])
def test_a_teaser_is_like_the_whole_text_that_it_begins(length: int) -> None:
    whole = text(length)
    assert alike(whole, " ".join(whole.split()[:80]))
    assert alike(" ".join(whole.split()[:80]), whole)


def test_a_title_that_shares_half_of_its_longer_words_is_enough() -> None:
    one, other = sample_of(text(100)), sample_of(text(100))
    assert are_alike("Ministers meet after the attack", one, "The ministers meet in Oslo", other)
    assert not are_alike("Bridges after the flood", one, "Ministers meet after the attack", other)
    assert not are_alike(None, one, None, other)


def test_what_is_not_known_of_an_earlier_release_does_not_part_an_article() -> None:
    sample = sample_of(text(100))
    assert are_alike(None, None, "Ministers meet", sample)
    assert are_alike("Ministers meet", None, "Ministers meet in Oslo", sample)
    assert not are_alike("Bridges after the flood", None, "Ministers meet", sample)


@pytest.mark.parametrize("odd", ["", " ", "!?", "one", "two words", "\ud800 half a pair"])
def test_texts_of_few_words_have_samples(odd: str) -> None:
    assert are_alike(None, sample_of(odd), None, sample_of(odd)) == bool(sample_of(odd))
