"""The choices of each page stand in its address, and its link makes the same choices."""

from __future__ import annotations

import pytest

from cypher.database import Database
from explorer.pages import PAGES
from tests.explorer.opening import address, opened, papers

LINKS = [
    {"page": "overview", "sign": "cooperation,conflict", "since": "2023-01-01", "colour": "bloc"},
    {"page": "since", "since": "2023-01-01", "until": "2023-12-31", "change": "new"},
    {"page": "review", "stage": "second", "event_type": "AID", "written_in": "id", "since": "2023-01-01"},
    {"page": "review", "event_type": "AID", "until": "2023-12-31"},
    {"page": "review", "stage": "actors", "entity": "IRN", "into": "USA"},
    {"page": "actors", "entity": "IRN", "other": "USA"},
    {"page": "documents", "find": "Iran"},
]


@pytest.mark.parametrize("link", LINKS, ids=lambda link: "-".join(link.values()))
def test_a_page_writes_the_link_by_which_it_was_opened(story: Database, link: dict[str, str]) -> None:
    found = address(opened(**link))
    found.pop("document", None)  # the first one in the list
    assert found == {name: value for name, value in link.items() if name != "page"}


@pytest.mark.parametrize(
    ("page", "name", "value"),
    [
        ("overview", "sign", "good"),
        ("overview", "colour", "red"),
        ("since", "change", "newer"),
        ("review", "stage", "third"),
        ("review", "event_type", "DANCE"),
        ("review", "written_in", "<b>"),
        ("review", "until", "1492-10-12"),
    ],
)
def test_a_choice_that_a_page_does_not_offer_is_named(
    story: Database, page: str, name: str, value: str
) -> None:
    app = opened(page=page, **{name: value})
    assert f"They were left out: {name}={value}" in papers(app)
    assert name not in address(app)


def test_a_page_reads_all_that_it_writes() -> None:
    unread = {page.path: page.unread for page in PAGES}
    for link in LINKS:
        assert list(unread[link["page"]](link)) == [], link
