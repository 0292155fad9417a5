"""A query's chart in a brief: the same values as on the page, as shapes that every format can draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx
import pytest
from lxml.html import fromstring
from PIL import Image

from cypher.bolt.table import Table
from cypher.briefs.charts import MOST_POINTS, FrozenChart, frozen_chart
from cypher.briefs.items import FrozenTable, Item, ItemKind, item_of
from cypher.briefs.reading import Brief
from cypher.catalog.catalog import ResultKind, Returns, catalog
from cypher.model.graph import Sign
from explorer.briefs.blocks import Picture
from explorer.briefs.charts import chart_blocks
from explorer.briefs.document import Shown, document
from explorer.briefs.html_page import as_html
from explorer.briefs.markdown import as_markdown
from explorer.briefs.pictures.chart import chart_drawing
from explorer.briefs.pictures.png import as_png
from explorer.briefs.pictures.shapes import WIDTH, Box, Label, Polygon, Stroke, text_width
from explorer.briefs.pictures.svg import as_svg
from explorer.briefs.word_document import as_docx
from explorer.charts.matrix import WEAKEST
from explorer.network.style import SIGN_COLOURS
from explorer.words import Words
from tests.explorer.test_brief_files import ATTRIBUTES, HOSTILE, MARKUP, read


def chart(
    kind: str, columns: Sequence[str], *rows: tuple[Any, ...], series: str | None = None
) -> FrozenChart:
    """A chart whose first two columns are its axes, and the third its series if there is one."""
    names = [*columns, None][:3]
    returns = Returns(ResultKind.CHART, kind, *names)
    return frozen_chart(Table(tuple(columns), rows), returns)


def shapes(kept: FrozenChart, language: str = "en") -> list[Any]:
    return list(chart_drawing(kept.table, kept.returns, Words(language)).shapes)


def of(kind: type, found: list[Any]) -> list[Any]:
    return [each for each in found if isinstance(each, kind)]


MONTHS = chart(
    "bar",
    ("month", "claims", "sign"),
    ("2023-10", 4, "conflict"),
    ("2023-10", 2, "cooperation"),
    ("2024-01", 2, "conflict"),
)


def test_bars_over_time_stand_on_each_other_and_keep_the_time_between() -> None:
    found = shapes(MONTHS)
    bars = [each for each in of(Box, found) if each.width > 11]
    october = [each for each in bars if each.x == min(each.x for each in bars)]
    (january,) = [each for each in bars if each not in october]
    heights = sorted(each.height for each in bars)
    assert heights == pytest.approx([january.height, january.height, 2 * january.height])
    lower, upper = sorted(october, key=lambda each: -each.y)
    assert lower.y == pytest.approx(upper.y + upper.height)
    assert {each.colour for each in october} == {
        SIGN_COLOURS[Sign.CONFLICT],
        SIGN_COLOURS[Sign.COOPERATION],
    }
    days = (date_x(january) - date_x(october[0])) / (WIDTH - 56 - 14)
    assert days == pytest.approx(92 / 123, abs=0.01), "from mid October to mid January, of four months"


def date_x(box: Box) -> float:
    return box.x + box.width / 2


@pytest.mark.parametrize(("language", "expected"), [("en", "conflict"), ("id", "konflik")])
def test_the_key_of_signs_speaks_the_language_of_the_reader(language: str, expected: str) -> None:
    assert expected in {each.text for each in of(Label, shapes(MONTHS, language))}


def test_a_line_has_a_gap_where_a_measure_has_no_report() -> None:
    kept = chart(
        "line", ("month", "tone"), ("2023-01", 0.5), ("2023-02", 1.5), ("2023-06", -0.5), ("2023-07", 2.5)
    )
    found = shapes(kept)
    lines = [each for each in of(Stroke, found) if each.width > 2]
    assert [len(each.points) for each in lines] == [2, 2]
    assert len(of(Polygon, found)) == 4, "a dot for each report"
    assert lines[1].points[0][1] > lines[0].points[0][1], "below zero is lower"


def test_a_count_without_reports_is_zero() -> None:
    kept = chart("line", ("month", "claims"), ("2023-01", 5), ("2023-04", 5))
    found = shapes(kept)
    (line,) = [each for each in of(Stroke, found) if each.width > 2]
    heights = [y for _, y in line.points]
    assert max(heights[1:-1]) > heights[0] == pytest.approx(heights[-1])
    assert len(of(Polygon, found)) == 2


def test_a_ranking_has_the_longest_bar_on_top_with_its_number() -> None:
    kept = chart("bar", ("name", "claims"), ("Iran", 10), ("Israel", 30), ("Qatar", 20))
    found = shapes(kept)
    texts = [each.text for each in of(Label, found)]
    assert texts == ["Israel", "30", "Qatar", "20", "Iran", "10"]
    widths = [each.width for each in of(Box, found)]
    assert widths == pytest.approx([widths[0], widths[0] * 2 / 3, widths[0] / 3])


def test_bars_below_zero_go_the_other_way() -> None:
    found = shapes(chart("bar", ("name", "growth"), ("Iran", -10), ("Israel", 30)))
    up, down = of(Box, found)
    assert down.x + down.width == pytest.approx(up.x)
    assert "-10" in {each.text for each in of(Label, found)}


def test_a_matrix_is_coloured_by_sign_and_stronger_with_more() -> None:
    kept = chart(
        "heatmap",
        ("recipient_name", "actor_name", "claims", "signs", "actor", "recipient", "other"),
        ("Israel", "Hamas", 4, ["conflict"], "hamas", "ISR", "x"),
        ("Hamas", "Qatar", 1, ["cooperation"], "QAT", "hamas", "x"),
    )
    assert set(kept.columns) == {"recipient_name", "actor_name", "claims", "signs", "actor", "recipient"}
    cells = [each for each in of(Box, shapes(kept)) if each.width > 11]
    strengths = {each.colour: each.strength for each in cells}
    assert strengths[SIGN_COLOURS[Sign.CONFLICT]] == 1
    assert WEAKEST < strengths[SIGN_COLOURS[Sign.COOPERATION]] < 0.6
    upright = {each.text for each in of(Label, shapes(kept)) if each.upright}
    assert upright == {"Israel", "Hamas"}


def test_labels_of_an_axis_do_not_cover_each_other() -> None:
    days = [f"2023-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 15)]
    kept = chart("line", ("day", "claims"), *((day, 1) for day in days))
    labels = sorted(
        (each for each in of(Label, shapes(kept)) if "2023" in each.text), key=lambda each: each.x
    )
    assert len(labels) > 2
    ends = [(each.x - text_width(each.text) / 2, each.x + text_width(each.text) / 2) for each in labels]
    assert all(before[1] < after[0] for before, after in pairwise(ends))
    assert 0 <= ends[0][0] < ends[-1][1] <= WIDTH


def test_numbers_along_an_axis_keep_their_distance() -> None:
    found = shapes(chart("line", ("hops", "pairs"), (1, 5), (2, 3), (10, 1)))
    (line,) = [each for each in of(Stroke, found) if each.width > 2]
    first, second, third = (x for x, _ in line.points)
    assert third - second == pytest.approx(8 * (second - first))


def item(kept: FrozenChart, cell: str = "x") -> Item:
    return Item(
        ItemKind.QUERY, heading="My query", subject="own/1", table=FrozenTable(("a",), ((cell,),)), chart=kept
    )


def shown(found: Item) -> Shown:
    brief = Brief("Gulf", (found,), "brief-1", 1, "siti", "siti", created_at="2024-02-02T10:11:12")
    return Shown(brief, ({},), Words(), "2024-03-01T00:00:00+00:00")


def test_every_format_has_the_chart_with_its_table_beside_it() -> None:
    blocks = document(shown(item(MONTHS, "the table")))
    page = fromstring(as_html(blocks, "Gulf", Words()))
    (drawing,) = page.xpath("//svg")
    assert drawing.get("aria-label").startswith("Chart: Month · Claims · Sign. 2023-10, 4, conflict; ")
    assert "the table" in page.xpath("//table")[0].text_content()
    assert not page.xpath("//table[not(.//td)]")
    found = docx.Document(BytesIO(as_docx(blocks, "Gulf", Words())))
    assert len(found.inline_shapes) == len(found.tables) == 1
    assert "Month · Claims · Sign" in read(as_markdown(blocks))


def test_what_is_kept_is_read_again() -> None:
    kept = replace(MONTHS, cut=True)
    assert item_of("item-1", item(kept).content) == item(kept)
    assert "only the first 3 rows" in as_markdown(list(chart_blocks(kept, Words())))


def test_a_part_that_was_stored_before_there_were_charts_is_read() -> None:
    old = (
        '{"claims": [], "collected_at": "", "collected_by": "", "directed": true, "heading": "Old", "kind": '
        '"query", "months": [], "more": false, "parties": [], "seen": null, "sign": "", "subject": "own/1", '
        '"table": {"columns": ["a"], "cut": false, "rows": [["1"]]}, "text": ""}'
    )
    found = item_of("item-1", old)
    assert (found.heading, found.chart, found.network) == ("Old", None, None)
    assert found.content == old, "its id stays"


def test_a_long_result_is_cut() -> None:
    kept = chart("bar", ("name", "claims"), *((f"n{at}", at) for at in range(MOST_POINTS + 1)))
    assert (len(kept.rows), kept.cut) == (MOST_POINTS, True)
    assert len(of(Box, shapes(kept))) == 40


def test_every_chart_of_the_saved_queries_can_be_drawn() -> None:
    drawn = 0
    for statement in catalog().values():
        returns = statement.returns
        if returns.kind is not ResultKind.CHART:
            continue
        columns = [each for each in (returns.x, returns.y, returns.series) if each]
        measured = returns.series if returns.chart == "heatmap" else returns.y
        values = {measured: 3, returns.x: "2024-01" if returns.x in ("month", "day") else "Iran"}
        kept = frozen_chart(
            Table(tuple(columns), (tuple(values.get(each, "conflict") for each in columns),)),
            returns,
            statement.declared.columns,
        )
        drawing = next(each for each in chart_blocks(kept, Words("id")) if isinstance(each, Picture)).draw()
        assert Image.open(BytesIO(as_png(drawing))).height >= 3 * drawing.height > 60
        assert fromstring(as_svg(drawing, "said")).tag == "svg"
        drawn += 1
    assert drawn > 8


@pytest.mark.parametrize("text", [*HOSTILE, *MARKUP, "__proto__", "", " "])
@pytest.mark.parametrize("kind", ["bar", "line", "heatmap"])
def test_no_name_becomes_active_in_a_chart(kind: str, text: str) -> None:
    row = (text, text, 3) if kind == "heatmap" else (text, 3, text)
    blocks = document(shown(item(chart(kind, ("a", "b", "c"), row))))
    page = fromstring(as_html(blocks, "Gulf", Words()))
    assert {each.tag for each in page.xpath("//svg//*")} <= {"rect", "polygon", "polyline", "text"}
    drawing_only = ATTRIBUTES | {"points", "stroke-dasharray", "class", "transform", "fill-opacity"}
    assert {name for each in page.iter() for name in each.attrib} <= drawing_only
    picture = next(each for each in blocks if isinstance(each, Picture))
    Image.open(BytesIO(as_png(picture.draw()))).verify()
