"""Explanations: what an analyst reads of a claim, in the terminal and on a page, whatever the news says."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.console import Console

from cypher.model.graph import Document, Extraction
from cypher.model.ids import content_id
from ingest.explanation import explain, page_of, terminal_of
from ingest.extraction import extract
from konstelasi import main

NEWS = (
    "Tehran accused Denmark of spying on Tuesday, said Norway's foreign minister. "
    "The weather was mild. <script>alert('x')</script> Norway thanked \x1b[31mSweden\u202e."
)


def extraction_of(text: str, title: str | None = None) -> Extraction:
    name = content_id("document", text)
    return next(extract([Document(name, text, "en", name, title=title, published_on="2025-11-05")]))


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return extraction_of(NEWS, title="<b>Spies</b>")


def in_terminal(extraction: Extraction, only: str | None = None) -> str:
    console = Console(file=io.StringIO(), soft_wrap=True, highlight=False, width=200)
    console.print(terminal_of(explain(extraction, only)))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_claim_is_told_with_trigger_parties_date_status_speaker_and_grounds(extraction: Extraction) -> None:
    told = in_terminal(extraction)
    assert "Tehran⟨IRN⟩ accused⟨ACCUSE 1⟩ Denmark⟨DNK⟩" in told
    assert "1. Iran → ACCUSE → Denmark" in told
    assert re.search(r"status +actual\n", told)
    assert re.search(r"date +2025-11-04\n", told)
    assert re.search(r"because +“accused” means ACCUSE", told)
    assert told.count("because") == len(extraction.claims)
    assert told.count(extraction.claims[0].extractor) == 1
    assert "Tehran = Iran (country, IRN): “Tehran” stands for Iran: capital" in told
    assert f"{extraction.claims[0].confidence:.2f}, " in told


def test_a_sentence_without_claims_is_shown_too(extraction: Extraction) -> None:
    assert "The weather was mild." in in_terminal(extraction)


def test_one_claim_comes_with_its_sentence_alone(extraction: Extraction) -> None:
    told = in_terminal(extraction, only=extraction.claims[0].id)
    assert "accused⟨ACCUSE 1⟩" in told
    assert "weather" not in told
    assert told.count("claim-") == 1


def test_control_characters_of_the_news_do_not_reach_the_terminal(extraction: Extraction) -> None:
    told = in_terminal(extraction)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", told)
    assert "\N{SYMBOL FOR ESCAPE}[31m" in told


class Tags(HTMLParser):
    """Collects the tags and the words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_on_the_page_news_is_text_and_nothing_is_run_or_fetched(extraction: Extraction) -> None:
    page = Tags(page_of([explain(extraction)]))
    assert "<script>alert('x')</script>" in page.words
    assert "<b>Spies</b>" in page.words
    assert not page.tags & {"script", "img", "link", "iframe", "a", "object", "form"}
    assert not page.attributes & {"src", "href", "style", "onclick", "onerror"}
    assert "default-src 'none'" in page_of([explain(extraction)])


def test_the_command_writes_a_page_and_refuses_a_claim_that_nothing_makes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    news, page = tmp_path / "news.txt", tmp_path / "why.html"
    news.write_text(NEWS, encoding="utf-8")
    with pytest.raises(SystemExit, match="0"):
        main(["explain", str(news), "--html", str(page)])
    assert "Iran → ACCUSE → Denmark" in Tags(page.read_text(encoding="utf-8")).words
    with pytest.raises(SystemExit, match="1"):
        main(["explain", str(news), "--claim", "claim-0"])
    assert "claim-0" in capsys.readouterr().err
