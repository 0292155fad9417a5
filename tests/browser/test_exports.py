"""Files of the network in a real browser."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image
from playwright.sync_api import Page, expect

from explorer.graph.arrangement import circle_groups
from explorer.graph.subgraph import Subgraph, Verdict
from explorer.network.export import network_html
from explorer.network.layouts import on_circle
from explorer.words import Words
from tests.browser.apps.graphs import story
from tests.browser.canvas import Canvas
from tests.browser.hostile import HOSTILE
from tests.explorer.network.test_exported_evidence import STAMP, claim


def test_a_click_on_a_tie_of_an_offline_page_shows_its_claims_as_text(page: Page, tmp_path: Path) -> None:
    graph, file = story(), tmp_path / "network.html"
    claims = [claim(tie, tie, sentence=f"{HOSTILE[1]} {tie}", title=HOSTILE[2]) for tie in graph.edges]
    file.write_text(network_html(graph, STAMP, claims=claims), encoding="utf-8")
    page.context.set_offline(True)
    page.goto(file.as_uri())
    canvas, panel = Canvas(page), page.get_by_role("complementary")
    canvas.wait_until_drawn()
    page.context.set_offline(False)
    expect(panel).to_be_hidden()
    page.mouse.click(*canvas.edge("tie-1"))
    expect(panel.get_by_role("article")).to_have_count(1)
    expect(panel).to_contain_text(f"{HOSTILE[1]} tie-1")
    expect(panel).to_contain_text("Daily Record")
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()
    assert page.evaluate("window.__xss") is None
    assert page.locator("img, iframe, object").count() == 0


def saved(page: Page, form: str, folder: Path) -> Path:
    """Save the picture on the page in a form of the menu."""
    page.get_by_role("button", name="Save as picture").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=form, exact=True).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def texts_of(drawing: Path) -> list[str]:
    """The texts of a saved SVG."""
    root = ElementTree.parse(drawing).getroot()  # noqa: S314 - our own output
    return [each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text")]


def test_an_offline_page_of_a_circle_names_its_groups_and_so_does_its_picture(
    page: Page, tmp_path: Path
) -> None:
    graph, file = story(), tmp_path / "network.html"
    placed = on_circle(circle_groups(graph.nodes.values()))
    file.write_text(network_html(graph, STAMP, placed=placed, words=Words("id")), encoding="utf-8")
    page.goto(file.as_uri())
    canvas = Canvas(page)
    canvas.wait_until_drawn()
    names = {"Liga Arab", "Negara", "Orang", "Kelompok bersenjata"}
    assert names <= set(canvas.ask("view.data.groups.map(({ label }) => label)"))
    assert canvas.ask(
        """view.data.groups.every((group) => {
          const { x, y } = view.network.canvasToDOM(group);
          const { clientWidth, clientHeight } = view.stage.canvas;
          return x > 0 && y > 0 && x < clientWidth && y < clientHeight;
        })"""
    )
    page.get_by_role("button", name="Simpan sebagai gambar").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="SVG", exact=True).click()
    download.value.save_as(tmp_path / "circle.svg")
    assert names <= set(texts_of(tmp_path / "circle.svg"))


TICK = """[...document.querySelectorAll('.legend path')]
    .map((each) => each.getAttribute('d')).find((d) => d.startsWith('M-'))"""
"""The outline of the mark of verified ties in the legend of the page."""


def test_a_picture_is_saved_at_three_sizes_and_as_svg_with_names_as_text(page: Page, tmp_path: Path) -> None:
    graph, file = story(), tmp_path / "network.html"
    named = {"IRN": HOSTILE[0], "ISR": "Israel & <b>"}
    nodes = {key: replace(node, name=named.get(key, node.name)) for key, node in graph.nodes.items()}
    file.write_text(network_html(Subgraph(nodes, graph.edges), STAMP), encoding="utf-8")
    page.goto(file.as_uri())
    canvas = Canvas(page)
    canvas.wait_until_drawn()
    width = canvas.ask("view.stage.canvas.clientWidth")
    before = canvas.ask("view.network.canvas.pixelRatio")
    for form, ratio in (("PNG", 1), ("PNG, 2×", 2), ("PNG, 4×", 4)):
        with Image.open(saved(page, form, tmp_path)) as picture:
            assert picture.width == width * ratio
            assert len(picture.convert("RGB").getcolors(1 << 24) or ()) > 20
    assert canvas.ask("view.network.canvas.pixelRatio") == before
    drawing = saved(page, "SVG", tmp_path)
    root = ElementTree.parse(drawing).getroot()  # noqa: S314 - our own output
    texts = texts_of(drawing)
    assert "Israel & <b>" in texts
    assert any(text.startswith(HOSTILE[0][:10]) for text in texts)
    assert any("A title · Claims: Trusted" in text for text in texts)
    paths = [each.get("d") for each in root.iter("{http://www.w3.org/2000/svg}path")]
    assert len(paths) > len(graph.nodes) + len(graph.edges)
    verified = sum(edge.verdict is Verdict.VERIFIED for edge in graph.edges.values())
    assert paths.count(canvas.ask(TICK)) == verified + 1 > 1  # one is in the legend
    page.goto(drawing.as_uri())
    assert page.evaluate("window.__xss") is None


def test_plans_and_denials_are_marked_in_the_offline_page_its_legend_and_its_picture(
    page: Page, tmp_path: Path
) -> None:
    graph, file = story(), tmp_path / "network.html"
    edges = dict(graph.edges)
    for tie in ("tie-3", "tie-4"):
        edges[tie] = replace(edges[tie], planned=edges[tie].claims)
    for tie in ("tie-0", "tie-1", "tie-4"):
        edges[tie] = replace(edges[tie], denied=1)
    file.write_text(network_html(Subgraph(graph.nodes, edges), STAMP, words=Words("id")), encoding="utf-8")
    page.goto(file.as_uri())
    canvas = Canvas(page)
    canvas.wait_until_drawn()
    legend = page.locator(".legend")
    expect(legend.get_by_role("button", name="Baru direncanakan")).to_contain_text("2")
    expect(legend.get_by_role("button", name="Dibantah")).to_contain_text("3")
    page.get_by_role("button", name="Simpan sebagai gambar").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="SVG", exact=True).click()
    download.value.save_as(tmp_path / "marks.svg")
    root = ElementTree.parse(tmp_path / "marks.svg").getroot()  # noqa: S314 - our own output
    paths = list(root.iter("{http://www.w3.org/2000/svg}path"))
    bar = canvas.ask(
        """[...document.querySelectorAll('.legend [data-entry="denial denied"] path')]
            .at(-1).getAttribute('d')"""
    )
    assert sum(path.get("d") == bar for path in paths) == 4  # one is in the legend
    legend.get_by_role("button", name="Dibantah").click()
    lit = canvas.ask("[...view.emphasis.litEdges()].sort()")
    assert lit == ["e:tie-0", "e:tie-1", "e:tie-4"]
    lines = canvas.ask("view.edges.get(['e:tie-3', 'e:tie-5']).map(({ dashes }) => dashes)")
    assert lines == [[9, 6], False]
