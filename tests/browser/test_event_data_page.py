"""A table of events on the page *Event data*, as a reader imports it, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from cypher.model.graph import Extraction
from tests.browser.barriers import barriers
from tests.browser.running import Explorer

HOSTILE = "<img src=x onerror=document.title='xyz'>"
TABLE = f"""Tanggal;Pelaku;Sasaran;Jenis Kejadian;Lokasi;{HOSTILE}
16/05/2024;Indonesia;Malaysia;unjuk rasa;Jakarta;{HOSTILE}
17/05/2024;Rusia;Ukraina;{HOSTILE};Kharkiv;**x**
x;{HOSTILE};Iran;kecaman;;
"""
WORDS = {
    "en": ("Import", "1 event, 1 new claim, 0 known already", "Download the mapping", "has no date, but “x”"),
    "id": (
        "Impor",
        "1 peristiwa, 1 klaim baru, 0 sudah dikenal",
        "Unduh pemetaan",
        "tidak bertanggal, melainkan “x”",
    ),
}


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    """The shared explorer begins without news."""
    return []


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_table_is_mapped_previewed_and_imported(explorer: Explorer, tmp_path: Path, language: str) -> None:
    page, (button, done, download, reason) = explorer.page, WORDS[language]
    (path := tmp_path / f"insiden {language}.csv").write_text(TABLE, encoding="utf-8")
    explorer.open(f"?page=events&language={language}")
    explorer.says("Armed Conflict Location & Event Data")
    page.locator("input[type=file]").first.set_input_files(path)
    explorer.says(reason)
    expect(page.get_by_text(HOSTILE).first).to_be_visible()
    assert barriers(page) == []
    with page.expect_download() as file:
        page.get_by_role("button", name=download).click()
    assert file.value.suggested_filename == f"insiden {language}.toml"
    assert 'actor = "Pelaku"' in Path(file.value.path()).read_text(encoding="utf-8")
    page.get_by_role("button", name=button, exact=True).click()
    explorer.says(done)
    page.locator(".st-key-events-to-network button").click()
    explorer.canvas.wait_until_drawn()
    assert {"IDN", "MYS"} <= explorer.canvas.places().keys()
    assert page.title() != "xyz"
