"""A reader's way through the app leaves one line a step in the audit record, and no text of news or notes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from playwright.sync_api import expect

from cypher.audit.chain import files_of
from cypher.audit.checking import check
from cypher.audit.entry import Entry, Outcome
from cypher.audit.reading import entries
from cypher.database import Settings
from cypher.model.graph import Sign
from tests.browser.running import Explorer
from tests.graphs import ARTICLES, EXTRACTIONS, tie_id

SECRET = "Ask the stringer in Doha whether the second call took place"
SWAP = ARTICLES["swap"].document.id
TIE = tie_id("USA", "IRN", Sign.CONFLICT)
PAIR = "?page=queries&query=saved/bilateral/ties&first=USA&second=IRN&level=actor"


@pytest.mark.usefixtures("address")
def test_each_step_of_a_journey_is_one_line_and_no_line_has_a_text(
    explorer: Explorer, embedded: Settings, tmp_path: Path
) -> None:
    before = len([*entries(embedded.home)])
    _walk(explorer, tmp_path)
    made = [*entries(embedded.home)][before:]
    steps = [(entry.act, entry.object_id) for entry in made]
    assert steps.count(("open documents", SWAP)) == 1
    assert steps.count(("judge", TIE)) == 1
    assert steps.count(("write note", TIE)) == 1
    assert steps.count(("run query", "saved/bilateral/ties")) == 1
    assert steps.count(("export", "csv")) == 1
    assert steps.count(("open operations", "")) == 1
    assert steps.count(("export audit record", "csv")) == 1
    by_reader = [entry for entry in made if entry.act in {"judge", "write note", "open operations"}]
    assert {(entry.who, entry.outcome) for entry in by_reader} == {("first reader", Outcome.DONE)}
    assert check(embedded.home).whole
    written = b"".join(file.read_bytes() for file in files_of(embedded.home))
    texts = [sentence.text for extraction in EXTRACTIONS for sentence in extraction.sentences]
    for text in (SECRET, "stringer", *texts):
        assert text.encode() not in written
    assert _asked(made) == {"USA", "IRN"}


def _asked(made: list[Entry]) -> set[str]:
    (query,) = [entry for entry in made if entry.act == "run query"]
    return {query.details["first"], query.details["second"]}


def _walk(explorer: Explorer, folder: Path) -> None:
    """Judge a tie, note something on it, read an article, ask a query, save its rows and the record."""
    page = explorer.page
    explorer.open_network(f"?level=actor&tie={TIE}")
    explorer.panel().get_by_role("button", name="Verify", exact=True).click()
    explorer.says("Recorded: verified")
    explorer.panel().get_by_role("button", name="Add a note").click()
    page.locator(".st-key-note-form textarea").fill(SECRET)
    page.get_by_role("button", name="Save note").click()
    expect(explorer.panel().get_by_text(SECRET).first).to_be_visible()
    explorer.open(f"?page=documents&document={SWAP}")
    explorer.says("The United States worked with Iran on an exchange of prisoners.")
    explorer.open(PAIR)
    explorer.open_popover("Download")
    with page.expect_download() as rows:
        page.get_by_role("button", name="(CSV)").click()
    rows.value.save_as(folder / "rows.csv")
    explorer.open("?page=operations")
    explorer.says("Slowest statements since the start")
    with page.expect_download() as record:
        page.get_by_role("button", name="Download as CSV").click()
    record.value.save_as(folder / "audit.csv")
    with (folder / "audit.csv").open(newline="", encoding="utf-8") as file:
        assert "open documents" in {row["act"] for row in csv.DictReader(file)}
