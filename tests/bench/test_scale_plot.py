"""The picture of seconds against events has true logarithmic axes, and only lines that were measured."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from bench.results import Result
from bench.volume.plot import CLOCK, PROCESSOR, drawing, panels, svg
from explorer.briefs.pictures.shapes import WIDTH, Label, Polygon, Stroke, text_width


def run(events: int, taken_at: str = "2026-01-01", measure: str = "volume embedded") -> Result:
    """A run whose times grow with the events."""
    made = Result(measure, {"events": events}, "made up", taken_at)
    made.add("load, offline: time", events / 1000, unit="s")
    made.add("load, online: time", events / 100, unit="s")
    made.add("state: expand the hub", events / 2000, events / 2000, unit="ms")
    made.add("question saved/a", 10.0, unit="ms")
    made.add("question saved/b", 1000.0, unit="ms")
    return made


RUNS = [run(1000), run(10_000), run(100_000)]


def middle(dot: Polygon) -> tuple[float, float]:
    xs, ys = zip(*dot.points, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


def dots(results: list[Result]) -> list[tuple[float, float]]:
    return [middle(each) for each in drawing(results).shapes if isinstance(each, Polygon)]


def test_ten_times_as_much_is_equally_far_everywhere() -> None:
    found = dots(RUNS)
    first, second, third = found[:3]
    assert second[0] - first[0] == pytest.approx(third[0] - second[0])
    assert first[1] - second[1] == pytest.approx(second[1] - third[1])
    assert first[1] > second[1] > third[1]
    assert len(found) == 5 * 3


def test_axes_have_a_label_for_each_decade_and_size() -> None:
    texts = [each.text for each in drawing(RUNS).shapes if isinstance(each, Label)]
    assert {"1 s", "10 s", "100 s", "1,000 s", "1,000", "10,000", "100,000", "events"} <= set(texts)
    assert "embedded, offline: 100 s" in texts
    assert not any("Neo4j" in text for text in texts)


def test_the_grid_and_the_points_agree() -> None:
    """A point of 100 s is on the grid line that is labelled so."""
    shapes = drawing(RUNS).shapes
    (line,) = (each for each in shapes if isinstance(each, Label) and each.text == "100 s")
    heights = [y for x, y in dots(RUNS)[:6]]
    assert any(math.isclose(y, line.y - 4, abs_tol=0.5) for y in heights)


def test_labels_are_inside_and_do_not_cover_each_other() -> None:
    both = [*RUNS, *(run(size, measure="volume neo4j") for size in (1000, 100_000))]
    labels = [each for each in drawing(both).shapes if isinstance(each, Label)]
    names = [each for each in labels if ": " in each.text]
    assert len(names) > 6
    assert all(each.x + text_width(each.text) / 1.2 <= WIDTH for each in names)
    heights = sorted(each.y for each in names)
    assert all(later - early >= 12 for early, later in pairwise(heights))


def test_the_newest_run_of_a_size_counts_and_a_sum_needs_all_its_parts() -> None:
    later = run(1000, "2026-02-01")
    later.figures.pop("load, online: time")
    later.add("load, online: time", 70.0, unit="s")
    loads = panels(CLOCK)["Load all events"]
    (online,) = (each for each in loads if each.name == "embedded, online")
    assert online.points([later, run(1000)]) == [(1000.0, 70.0)]
    admin = next(each for each in loads if "neo4j-admin" in each.name)
    part = Result("volume neo4j", {"events": 5}, "")
    part.add("load, files for Neo4j: time", 1.0, unit="s")
    assert admin.points([part]) == []
    part.add("load, neo4j-admin: time", 2.0, unit="s")
    part.add("load, Neo4j's constraints and indexes: time", 3.0, unit="s")
    assert admin.points([part]) == [(5.0, 6.0)]


def test_the_seconds_of_the_processor_are_those_here_and_in_the_engine() -> None:
    made = Result("volume embedded", {"events": 5}, "")
    made.add("load, offline: time", 100.0, unit="s")
    made.add("load, offline: processor of command", 3.0, unit="s")
    made.add("load, offline: processor of children", 4.0, unit="s")
    made.add("state: search", 900.0, unit="ms")
    made.add("state: search, processor of engine", 30.0, unit="ms")
    made.add("state: search, processor here", 2.0, unit="ms")
    lines = {line.name: line.points([made]) for lines in panels(PROCESSOR).values() for line in lines}
    assert lines["embedded, offline"] == [(5.0, 7.0)]
    assert lines["embedded, search"] == [(5.0, 0.032)]
    assert lines["embedded, online"] == []


def test_the_picture_is_an_svg_with_a_background_for_light_and_dark() -> None:
    text = svg(RUNS)
    root = ET.fromstring(text)  # noqa: S314 - we wrote it
    assert root.tag.endswith("svg")
    assert "prefers-color-scheme:dark" in text
    assert text.count("background:") == 2
    lines = [each for each in drawing(RUNS).shapes if isinstance(each, Stroke)]
    assert len(root.findall(".//{*}polyline")) == len(lines)


def test_nothing_to_draw_is_an_error() -> None:
    with pytest.raises(ValueError, match="no result"):
        drawing([Result("importing", {"events": 5}, "")])
