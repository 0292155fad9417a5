"""Pages as they are found on disk: any encoding, any beginning, and what is no article."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.documents import Incoming, Skipped, read
from tests.ingest.documents.found import (
    ARTICLE,
    HEADS,
    NAMES,
    NO_PAGES,
    OPENINGS,
    REFUSED,
    TEASERS,
    TIMED,
    declared,
    with_teaser,
)


def the_only(path: Path, content: bytes) -> Incoming | Skipped:
    """Return what a file with some content gives."""
    path.write_bytes(content)
    (result,) = read([path])
    return result


@pytest.mark.parametrize(
    ("encoding", "head"),
    [*((encoding, HEADS[0]) for encoding in NAMES), *(("windows-1254", head) for head in HEADS[1:])],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path, encoding: str, head: str) -> None:
    result = the_only(tmp_path / "a.html", declared(encoding, head))
    assert isinstance(result, Incoming), result
    assert NAMES[encoding] in result.document.text


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_page_may_begin_with_anything_whatever_its_name(tmp_path: Path, opening: str) -> None:
    result = the_only(tmp_path / "a.txt", opening.format(ARTICLE).encode())
    assert isinstance(result, Incoming), result
    assert "salmon" in result.document.text
    assert "<" not in result.document.text


@pytest.mark.parametrize("text", NO_PAGES)
def test_a_text_with_an_angle_is_no_page(tmp_path: Path, text: str) -> None:
    result = the_only(tmp_path / "a.txt", text.encode())
    assert isinstance(result, Incoming), result
    assert result.document.text == text


@pytest.mark.parametrize(
    ("kind", "page"), [(kind, page) for kind, pages in REFUSED.items() for page in pages]
)
def test_what_is_no_article_is_skipped_with_the_reason(tmp_path: Path, kind: str, page: str) -> None:
    result = the_only(tmp_path / "a.html", page.encode())
    assert isinstance(result, Skipped), result
    assert ("JavaScript" in result.reason or "robot" in result.reason) == (kind == "placeholder")
    assert ("lists" in result.reason) == (kind == "list")
    assert ("live blog" in result.reason) == (kind == "live")


@pytest.mark.parametrize("page", TIMED)
def test_an_article_may_state_times_of_day(tmp_path: Path, page: str) -> None:
    assert isinstance(the_only(tmp_path / "a.html", page.encode()), Incoming)


@pytest.mark.parametrize(
    ("language", "teaser"), [(code, each) for code, many in TEASERS.items() for each in many]
)
def test_a_teaser_of_another_article_is_no_part_of_this_one(
    tmp_path: Path, language: str, teaser: str
) -> None:
    result = the_only(tmp_path / "a.html", with_teaser(teaser, language).encode())
    assert isinstance(result, Incoming), result
    assert "Kabul" not in result.document.text
    assert "Oslo" in result.document.text


def test_what_a_page_declares_wrongly_is_guessed_and_said(tmp_path: Path) -> None:
    page = declared("windows-1252", HEADS[0]).replace(b"windows-1252", b"utf-8")
    result = the_only(tmp_path / "a.html", page)
    assert isinstance(result, Incoming), result
    assert NAMES["windows-1252"] in result.document.text
    assert any("utf-8, which it declares" in remark for remark in result.remarks)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_page_in_two_bytes_a_character_needs_no_mark(tmp_path: Path, encoding: str) -> None:
    result = the_only(
        tmp_path / "a.html", f"<html><body><p>Łukasz</p>{ARTICLE}</body></html>".encode(encoding)
    )
    assert isinstance(result, Incoming), result
    assert "Łukasz" in result.document.text


def test_a_page_in_utf_8_is_not_read_in_another_encoding_that_it_still_declares(tmp_path: Path) -> None:
    page = declared("utf-8", HEADS[0]).replace(b"utf-8", b"windows-1251")
    result = the_only(tmp_path / "a.html", page)
    assert isinstance(result, Incoming), result
    assert NAMES["utf-8"] in result.document.text


@pytest.mark.parametrize(
    "heading", ["More from Asia", "Related stories", "Berita Terkait", "Terkini Lainnya"]
)
def test_what_stands_below_a_heading_of_other_articles_is_dropped(tmp_path: Path, heading: str) -> None:
    others = f"<h2>{heading}</h2><div><h3>Peru</h3><p>Pakistan bombed Kabul at dawn on Monday.</p></div>"
    result = the_only(tmp_path / "a.html", f"<html><body>{ARTICLE}{others}</body></html>".encode())
    assert isinstance(result, Incoming), result
    assert "Kabul" not in result.document.text
    assert "salmon" in result.document.text
