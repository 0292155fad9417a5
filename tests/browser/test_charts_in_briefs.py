"""Charts of queries in a real browser: their cells lead on, and a brief keeps them in its files."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from pathlib import Path

import docx
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from cypher.model.graph import Sign
from explorer.network.style import SIGN_COLOURS
from tests.browser.running import Explorer

MATRIX = "?page=queries&query=saved/bilateral/matrix"


def cells(page: Page) -> Locator:
    """The cells of the matrix on the page."""
    return page.get_by_test_id("stVegaLiteChart").locator("g.mark-rect path")


def level(page: Page, name: str) -> None:
    """Choose a level in the row above the page."""
    page.locator(".st-key-level").get_by_role("combobox").click()
    page.get_by_role("option", name=name).click()


def test_a_matrix_of_states_becomes_one_of_blocs_whose_cells_lead_to_pairs_of_blocs(
    explorer: Explorer,
) -> None:
    page = explorer.page
    explorer.open(f"{MATRIX}&level=state")
    expect(page.get_by_label("Qatar").first).to_be_attached()
    level(page, "blocs")
    cell = cells(page).and_(page.locator('[aria-label*="Recipient: Israel; Actor: Arab League"]'))
    cell.click()
    expect(page.get_by_role("heading", name="Arab League ↔ Israel")).to_be_visible()
    assert "level=bloc" in page.url
    explorer.says("Qatar")


def open_download(explorer: Explorer) -> None:
    """Open the list of files; a page that is just being drawn closes it again."""
    for _ in range(4):
        explorer.open_popover("Download")
        with suppress(AssertionError):
            expect(explorer.page.get_by_role("button", name="(HTML)")).to_be_visible(timeout=5_000)
            return
    raise AssertionError("the list of files does not stay open")


def test_a_chart_is_added_to_a_brief_seen_there_and_sent_on_as_page_and_document(
    explorer: Explorer, tmp_path: Path
) -> None:
    page = explorer.page
    explorer.open(f"{MATRIX}&level=state")
    expect(cells(page).first).to_be_visible()
    number = cells(page).count()
    page.get_by_role("button", name="Add to a brief").click()
    explorer.says("Added to")
    page.locator(".ways").get_by_text("Briefs", exact=True).click()
    explorer.says("Who does what to whom")
    expect(cells(page)).to_have_count(number)
    open_download(explorer)
    web, word = (saved(page, kind, tmp_path) for kind in ("(HTML)", "(DOCX)"))
    document = docx.Document(str(word))
    (picture,) = document.inline_shapes
    part = document.part.related_parts[picture._inline.graphic.graphicData.pic.blipFill.blip.embed]
    colours = Image.open(BytesIO(part.blob)).convert("RGB").getcolors(1_000_000) or []
    strongest = tuple(bytes.fromhex(SIGN_COLOURS[Sign.CONFLICT][1:]))
    assert strongest in {colour for _, colour in colours}
    assert [table.cell(0, 0).text for table in document.tables] == ["Actor name"]
    page.context.set_offline(True)
    page.goto(web.as_uri())
    drawn = page.get_by_role("img", name="Chart:")
    expect(drawn).to_be_visible()
    assert drawn.locator("text", has_text="Hamas").count() == 2, "as a row and as a column"
    expect(page.get_by_role("cell", name="Hamas").first).to_be_visible()
    page.context.set_offline(False)


def saved(page: Page, kind: str, folder: Path) -> Path:
    """The file of a kind that the open popover "Download" makes."""
    with page.expect_download() as download:
        page.get_by_role("button", name=kind).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file
