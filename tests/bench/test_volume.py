"""The bench of volume runs end to end on a small graph of the embedded engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.meters import Meter, only
from bench.results import kept, read
from bench.volume import __main__ as volume
from bench.volume import clicks
from bench.volume.made_up import rows, write
from cypher.catalog.catalog import catalog

PARTS = "clicks,questions,annotate,memory"


def measured(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr("sys.argv", ["volume", *words])
    return volume.main()


@pytest.mark.slow
def test_a_small_graph_is_loaded_asked_and_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KONSTELASI_BENCH_RESULTS", str(tmp_path / "kept"))
    monkeypatch.setattr(clicks, "ROUNDS", 2)
    monkeypatch.setattr(clicks, "JUDGEMENTS", 3)
    path = write(tmp_path / "rows.tsv.gz", rows(300))
    home = ("--home", str(tmp_path / "home"))
    assert measured(monkeypatch, str(path), *home, "--rounds", "1", "--parts", PARTS) == 0
    (made,) = map(read, kept())
    assert (made.measure, made.size) == ("volume embedded", {"events": 300})
    assert made.missing == {}
    found = made.figures
    assert found["graph: claims"].values == [300]
    assert found["load, offline: time"].median > 0
    assert found["load, offline: memory of command"].median > 50
    asked = {name.split()[1] for name in found if name.startswith("question ")}
    assert asked >= {name for name in catalog() if name.startswith("saved/")}
    for act in ("expand the hub", "expand an ordinary entity", "path", "search"):
        assert found[f"state: {act}"].unit == found[f"actor: {act}"].unit == "ms"
    assert len(found["annotate under load"].values) >= 1
    assert found["answers: memory of engine"].median > 50
    assert found["rustworkx: betweenness of all"].median > 0
    more = write(tmp_path / "more.tsv.gz", rows(40, seed=8))
    assert measured(monkeypatch, str(more), *home, "--load", "online", "--parts", "") == 0
    later = read(kept()[-1])
    assert later.size == {"events": 40, "before": 300}
    assert later.figures["load, online: processor of engine"].median > 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--events", "2000000"), "--large"),
        (("--parts", "clicks,dances"), "'dances'"),
        (("--load", "offline", "--engine", "neo4j"), "--load admin for neo4j"),
        (("--load", "admin"), "--load offline is for the embedded engine"),
    ],
)
def test_wrong_words_say_what_to_do(
    words: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        measured(monkeypatch, *words)
    assert said in capsys.readouterr().err


def test_a_meter_counts_the_processor_and_the_memory_of_a_process() -> None:
    import os  # noqa: PLC0415

    with Meter(here=only(os.getpid()), nobody=list) as meter:
        sum(number * number for number in range(3_000_000))
    assert meter.used["here"].seconds > 0.05
    assert meter.used["here"].peak_mb > 10
    assert (meter.used["nobody"].seconds, meter.used["nobody"].peak_mb) == (0, 0)
