"""Figures of runs are kept as JSON with what they were taken on, and two runs are compared by ratio."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bench import compare
from bench.results import Result, kept, p95, read, recording, write
from cypher.errors import InputError, UsageError

MACHINE = {"processor": "P", "cores": 2, "memory_gb": 8, "system": "Linux"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which results are kept."""
    monkeypatch.setenv("KONSTELASI_BENCH_RESULTS", str(tmp_path / "kept"))
    return tmp_path / "kept"


def result(**figures: list[float]) -> Result:
    """A result of 1,000 events whose figures are in milliseconds."""
    made = Result("volume", {"events": 1000}, "made up", "2026-01-01T00:00:00+00:00", machine=MACHINE)
    for name, values in figures.items():
        made.add(name, *values, unit="ms")
    return made


def test_a_recording_is_kept_with_the_facts_of_the_machine(folder: Path) -> None:
    with recording("volume", {"events": 300}, "made up") as made:
        made.add("click", 12.0, 14.0, 90.0, unit="ms")
        made.add("click", 13.0, unit="ms")
        made.without("path", "there is none")
    (path,) = folder.glob("*.json")
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["figures"]["click"] == {"values": [12.0, 14.0, 90.0, 13.0], "unit": "ms"}
    assert told["missing"] == {"path": "there is none"}
    assert told["machine"]["cores"] >= 1
    assert told["machine"]["memory_gb"] >= 1
    assert {"python", "java", "arcadedb-embedded", "neo4j-server"} <= told["programs"].keys()
    assert len(told["load_before"]) == len(told["load_after"]) == 3
    assert told["peak_mb"] > 10
    assert read(path).figures["click"].median == 13.5


def measure_something_that_fails() -> None:
    with recording("volume", {"events": 1}, "made up") as made:
        made.add("load", 3.0, unit="s")
        made.add("rate", 1 / 0, unit="s")


def test_an_error_keeps_what_was_measured_before(folder: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        measure_something_that_fails()
    assert read(kept()[0]).figures["load"].values == [3.0]


def test_a_run_without_figures_keeps_nothing(folder: Path) -> None:
    with recording("volume", {"events": 1}, "made up"):
        pass
    assert kept() == []


def test_results_of_one_second_do_not_replace_each_other() -> None:
    first, second = write(result(click=[1.0])), write(result(click=[2.0]))
    assert read(first).figures["click"].values == [1.0]
    assert read(second).figures["click"].values == [2.0]


def test_a_figure_has_one_unit() -> None:
    with pytest.raises(ValueError, match="measured in ms, not in s"):
        result(click=[1.0]).add("click", 1.0, unit="s")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1, "figures": {"a": 3}}', '{"format": 7}'])
def test_what_is_no_result_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "some.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"some\.json"):
        read(path)
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path / "none.json")


def test_what_got_slower_beyond_the_spread_is_worse() -> None:
    before = result(steady=[100, 101, 102], slower=[100, 101, 99], faster=[100.0], noisy=[50, 100, 150, 200])
    after = result(steady=[110, 109, 111], slower=[150, 151, 149], faster=[40.0], noisy=[90, 170, 160, 210])
    found = {each.name: each for each in compare.changes(before, after)}
    assert [name for name, each in found.items() if each.worse] == ["slower"]
    assert [name for name, each in found.items() if each.better] == ["faster"]
    assert found["slower"].ratio == pytest.approx(1.5)
    assert next(iter(found)) == "slower"


def test_fewer_rows_in_a_second_are_worse() -> None:
    before, after = result(), result()
    before.add("rate", 200, unit="events/s")
    after.add("rate", 100, unit="events/s")
    assert compare.changes(before, after)[0].ratio == 2.0
    assert compare.changes(after, before)[0].better


def other_size(made: Result) -> None:
    made.size = {"events": 2000}


def other_data(made: Result) -> None:
    made.data = "icews14, 0af1"


def other_machine(made: Result) -> None:
    made.machine = {**MACHINE, "cores": 64}


def other_measure(made: Result) -> None:
    made.measure = "importing"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (other_size, "size: {'events': 1000} and {'events': 2000}"),
        (other_data, "data: made up and icews14, 0af1"),
        (other_machine, r"machine \(cores\): 2 and 64"),
        (other_measure, "measure: volume and importing"),
    ],
)
def test_what_is_not_comparable_is_refused(change: Callable[[Result], None], said: str) -> None:
    after = result(click=[1.0])
    change(after)
    with pytest.raises(UsageError, match=said):
        compare.changes(result(click=[1.0]), after)


def test_runs_without_a_common_figure_are_refused() -> None:
    with pytest.raises(UsageError, match="no figure in common"):
        compare.changes(result(click=[1.0]), result(path=[1.0]))


def test_the_newest_two_of_a_kind_are_compared() -> None:
    with pytest.raises(UsageError, match="No results are kept"):
        compare.newest()
    paths = []
    for day, size in ((1, 1000), (2, 500), (3, 1000)):
        made = result(click=[float(day)])
        made.taken_at, made.size = f"2026-01-0{day}T00:00:00+00:00", {"events": size}
        paths.append(write(made))
    assert compare.newest() == (paths[0], paths[2])
    paths[0].unlink()
    with pytest.raises(UsageError, match="No earlier result can be compared"):
        compare.newest()


def test_the_command_tells_what_got_worse(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = write(result(click=[10.0], path=[5.0])), write(result(click=[20.0], path=[5.0]))
    monkeypatch.setattr("sys.argv", ["compare", str(one), str(other)])
    assert compare.main() == 1
    said = capsys.readouterr().out
    assert "1 of 2 figures got slower or larger beyond the spread" in said
    assert "click: 2.00 times" in said
    monkeypatch.setattr("sys.argv", ["compare", str(other), str(one)])
    assert compare.main() == 0
    monkeypatch.setattr("sys.argv", ["compare", str(one)])
    assert compare.main() == 2
    assert "Name two results" in capsys.readouterr().err


def test_the_95th_percentile_of_few_values_is_within_them() -> None:
    assert p95([4.0]) == 4.0
    assert p95([7.0]) == 7.0
    assert 2.0 < p95([1.0, 2.0, 3.0]) <= 3.0
