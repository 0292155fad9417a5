"""A case as one HTML or Markdown file: members, status, remarks, and each item with its evidence as text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from cypher.cases.collecting import (
    claim_item,
    entity_item,
    note_item,
    pair_item,
    sentence_item,
    tie_item,
)
from cypher.cases.items import CaseItem, CaseKind
from cypher.cases.reading import Case, CaseStatus
from cypher.cases.saving import begin, set_members, set_members_only, set_status, set_text
from cypher.database import Database
from cypher.desk.noting import withdraw_note, write_note
from cypher.judging.annotations import annotate
from cypher.model.graph import Judgement, Sign
from explorer.briefs.files import FileFormat
from explorer.cases.files import case_file, read_shown
from explorer.words import Words
from tests.explorer.opening import opened
from tests.graphs import ARTICLES, tie_id

ATTACK = ARTICLES["attack"].document
SEEN = {"lens": "trusted", "level": "actor"}
NOW = "2026-01-02T03:04:05+00:00"
HOSTILE = "</blockquote><script>alert(1)</script> [x](javascript:1) `y` ![z](http://evil.example/z.png)"
QUOTE = "Hamas fighters attacked towns in southern Israel on Saturday."


def filled(story: Database) -> Case:
    """A case with one of each kind."""
    rows = story.read("explore/document_sentences", document=ATTACK.id).records()
    spot = next((each["start"], each["end"]) for each in rows if each["text"] == QUOTE)
    note = write_note(story, "IRN", "Ask the ministry", author="budi")
    gone = write_note(story, "IRN", "I was wrong here", author="budi")
    items = [
        replace(entity_item(story, "IRN", SEEN), remark="Look at " + HOSTILE),
        pair_item(story, "USA", "IRN", SEEN),
        tie_item(story, tie_id("hamas", "ISR", Sign.CONFLICT), "trusted", SEEN),
        claim_item(story, "claim-attack", SEEN),
        sentence_item(story, ATTACK.id, *spot, SEEN),
        note_item(story, note.note, SEEN),
        note_item(story, gone.note, SEEN),
        CaseItem(CaseKind.VIEW, HOSTILE, {"page": "network", "centre": "IRN", **SEEN}),
        CaseItem(CaseKind.QUERY, "Who dealt with whom", {"page": "queries", "query": "x", "first": "IRN"}),
        CaseItem(CaseKind.BRIEF, "To the minister", {"page": "briefs", "brief": "b"}),
    ]
    withdraw_note(story, gone.note, author="budi")
    case = begin(story, "Strait <b>", "ratna", [each.added("ratna") for each in items])
    set_text(story, case, "Strait <b>", "Who closed it?\n\nAnd why?", "ratna")
    set_members(story, case.case, "ratna", add=["siti"])
    return set_status(story, case.case, CaseStatus.WATCHING, "ratna")


def written(story: Database, case: str, form: FileFormat, language: str = "en") -> str:
    shown = read_shown(story, case, "ratna", Words(language), NOW)
    return case_file(shown, form).decode()


class Texts(HTMLParser):
    """The texts and the tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: set[str] = set()
        self.addresses: set[str] = set()
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src")}


def test_a_page_has_members_status_remarks_and_evidence_as_text(story: Database) -> None:
    page = Texts(written(story, filled(story).case, FileFormat.HTML))
    text = " ".join(" ".join(page.texts).split())
    for said in (
        "Strait <b>",
        "Watching",
        "ratna",
        "siti",
        "Who closed it?",
        "And why?",
        "Look at </blockquote><script>alert(1)</script>",
        QUOTE,
        ATTACK.publisher or "?",
        "7 Oct 2023",
        "Ask the ministry",
        "withdrawn",
        "Who dealt with whom",
        "To the minister",
    ):
        assert said in text, said
    assert "I was wrong here" not in text
    assert text.count(QUOTE) >= 3, "of the tie, the claim and the sentence"


def test_hostile_text_does_nothing_in_a_page(story: Database) -> None:
    page = Texts(written(story, filled(story).case, FileFormat.HTML))
    assert not page.tags & {"script", "img", "b", "iframe", "form"}
    assert not any("javascript" in each or "evil" in each for each in page.addresses)


def test_hostile_text_does_nothing_in_markdown(story: Database) -> None:
    text = written(story, filled(story).case, FileFormat.MARKDOWN)
    assert QUOTE in text
    assert "<script>" not in re.sub(r"\\.", "", text)
    assert not re.search(r"(?<!\\)\]\(", text)
    assert not re.search(r"(?<!\\)<", text)


def test_a_claim_says_what_was_decided_about_it(story: Database) -> None:
    case = begin(story, "One", "ratna", [claim_item(story, "claim-attack", SEEN).added("ratna")]).case
    annotate(story, "claim-attack", Judgement.REJECTED, author="budi")
    assert "rejected" in written(story, case, FileFormat.MARKDOWN)


def test_what_the_graph_no_longer_has_stands_as_it_was_kept(story: Database) -> None:
    kept = CaseItem(
        CaseKind.CLAIM, "A title", {"page": "documents", "claim": "gone"}, quote="As it read.", source="Daily"
    )
    left = CaseItem(CaseKind.ENTITY, "Atlantis", {"page": "actors", "entity": "ATL"}, ("ATL",))
    case = begin(story, "Old", "ratna", [kept.added("ratna"), left.added("ratna")]).case
    text = written(story, case, FileFormat.MARKDOWN)
    assert "As it read." in text
    assert "Daily" in text
    assert "Atlantis" in text
    assert text.count("no longer in the graph") == 2


def test_evidence_is_that_of_the_day_and_lens_under_which_an_item_was_added(story: Database) -> None:
    early = {**SEEN, "known_by": "2023-10-10"}
    items = [entity_item(story, "IRN", seen).added("ratna") for seen in (early, SEEN)]
    first, second = (
        written(story, begin(story, "Day", "ratna", [each]).case, FileFormat.MARKDOWN) for each in items
    )
    assert "2023-10-10" in first
    assert len(first) < len(second)


def test_a_file_is_written_in_indonesian(story: Database) -> None:
    text = written(story, filled(story).case, FileFormat.MARKDOWN, "id")
    for english in ("Members", "Actors in the case", "added by", "Confidence", "withdrawn"):
        assert english not in text, english


def test_a_stranger_gets_no_file_of_a_case_for_members(story: Database) -> None:
    case = filled(story).case
    set_members_only(story, case, "ratna", members_only=True)
    with pytest.raises(Exception, match="only its members"):
        read_shown(story, case, "budi", Words("en"), NOW)


def test_the_page_offers_both_files_also_to_those_who_only_read(story: Database) -> None:
    app = opened("budi", page="cases", case=filled(story).case)
    keys = " ".join(str(each.proto.id) for each in app.get("download_button"))
    assert "case html" in keys
    assert "case markdown" in keys
