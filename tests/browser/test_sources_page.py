"""The page *Sources* as a reader uses it: following starts, news comes in, and each fault has its reason."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from cypher.database import Settings
from cypher.model.graph import Extraction
from cypher.sources import listing, removing
from cypher.sources.source import Source
from cypher.sources.store import Store
from tests.browser.barriers import barriers
from tests.browser.running import Explorer
from tests.misbehaving import Site, article, serving

HOSTILE = "<img src=x onerror=document.title='xyz'> **x**"
WORDS = {
    "en": (
        *("Follow all sources", "Stop following", "Added so far", "answers 500"),
        *("Find and add", "no address yet"),
    ),
    "id": (
        *("Ikuti semua sumber", "Berhenti mengikuti", "Sudah ditambahkan", "menjawab 500"),
        *("Cari dan tambahkan", "Belum ada alamat"),
    ),
}


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    """The shared explorer begins without news."""
    return []


@pytest.fixture
def site(embedded: Settings) -> Iterator[Site]:
    """A server of feeds on two hosts, one of which fails; both are on the list."""
    store = Store(embedded.home)
    with serving(*map(article, range(1, 4))) as good, serving(host="127.0.0.2") as bad:
        for each in (Source("Paper", good.address("/good"), private=True),
                     Source(HOSTILE, bad.address("/error"), private=True)):  # fmt: skip
            listing.add(store, each)
        yield good
        for each in listing.listed(store):
            removing.remove(store, each.name)


@pytest.mark.parametrize("language", ["en", "id"])
def test_sources_are_followed_and_say_their_state(explorer: Explorer, site: Site, language: str) -> None:
    page, (follow, stop, added, fault, add, refused) = explorer.page, WORDS[language]
    explorer.open(f"?page=sources&language={language}&source=Paper")
    page.get_by_role("button", name=follow).click()
    explorer.says(fault)
    expect(page.locator(".st-key-source li", has_text=added)).to_contain_text("3")
    expect(page.get_by_text(HOSTILE).first).to_be_visible()
    assert barriers(page) == []
    page.get_by_role("button", name=add).click()
    explorer.says(refused)
    page.get_by_role("button", name=stop).click()
    expect(page.get_by_role("button", name=follow)).to_be_visible()
    assert page.title() != "xyz"
