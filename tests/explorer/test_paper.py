"""The document model of the panels: text stays text, links lead to the web or nowhere."""

from __future__ import annotations

import json

import pytest

from explorer.acts.opening import GoToPage
from explorer.elements import Element, Focus, element, key_button, link
from explorer.phrases import Plural, say
from explorer.words import Words


def test_markup_in_a_text_is_carried_as_characters() -> None:
    sent = json.dumps(element("p", "<img src=x onerror=alert(1)>").as_json(Words()))
    assert json.loads(sent) == {"tag": "p", "children": ["<img src=x onerror=alert(1)>"]}


def test_what_is_missing_is_left_out() -> None:
    assert element("p", None, "", "here").children == ("here",)


def test_a_click_is_an_act_for_the_app_or_moves_the_focus_in_the_browser() -> None:
    assert element("button", "Go", act=GoToPage("add")).as_json(Words())["act"] == {
        "act": "GoToPage",
        "page": "add",
    }
    assert key_button("Note", "n", Focus("note")).as_json(Words())["act"] == {"focus": "note"}


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", "http://example.org"])
def test_a_web_address_becomes_a_link(address: str) -> None:
    assert link(address, "original").href == address


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org",
     "https://", "http://[::1", " javascript:alert(1)", "", None],
)  # fmt: skip
def test_any_other_address_is_no_link(address: str | None) -> None:
    assert link(address, "original") == Element("span", ("original",))


def test_the_words_of_an_element_read_in_order() -> None:
    assert element("p", "a ", element("strong", "b"), " c").text() == "a b c"


def test_an_element_is_translated_when_it_is_sent_and_its_news_is_not() -> None:
    line = element(
        "p", say("Found"), " Found", Plural(2, "{number} claim", "{number} claims"), hint=say("Undo")
    )
    assert line.as_json(Words("id")) == {
        "tag": "p",
        "hint": "Urungkan",
        "children": ["Ditemukan", " Found", "2 klaim"],
    }
    assert line.text() == "Found Found2 claims"
