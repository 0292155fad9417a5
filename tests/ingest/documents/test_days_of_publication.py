"""The day on which pages and texts were published: stated, or guessed and said so, or unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.documents import Incoming, read
from tests.ingest.documents.days import ENGLISH, INDONESIAN, PAGES, TEXTS, Told, page


def day_of(path: Path, content: str) -> tuple[str | None, bool]:
    """Return the day of publication of a file's only article, and whether it is guessed."""
    path.write_text(content, encoding="utf-8")
    (result,) = read([path])
    assert isinstance(result, Incoming), result
    guessed = any("guessed" in remark for remark in result.remarks)
    return result.document.published_on, guessed


@pytest.mark.parametrize(
    ("language", "told"), [(code, told) for code, pages in PAGES.items() for told in pages]
)
def test_a_page_has_the_day_that_it_states(tmp_path: Path, language: str, told: Told) -> None:
    assert day_of(tmp_path / "a.html", page(told.shows, language)) == (told.day, told.guessed)


@pytest.mark.parametrize(
    ("language", "told"), [(code, told) for code, texts in TEXTS.items() for told in texts]
)
def test_a_text_has_the_day_that_it_states(tmp_path: Path, language: str, told: Told) -> None:
    paragraphs = ENGLISH if language == "en" else INDONESIAN
    text = told.shows.format(*paragraphs)
    assert day_of(tmp_path / "a.txt", text) == (told.day, told.guessed)
