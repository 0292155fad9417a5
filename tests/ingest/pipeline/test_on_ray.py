"""Extraction on a Ray cluster: the same graph, whichever of its processes are killed."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import random
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import psutil
import pytest

from cypher.database import Settings
from tests.conftest import Run
from tests.ingest.pipeline.graphs import changes, emptied, everything
from tests.ingest.pipeline.inputs import SAMPLES, mixed, rows
from tests.processes import children
from tests.services import require

OURS = ("ray::MapWorker", "ray::MapBatches", "spawn_main")
"""Processes that read or extract, by their command lines."""


@pytest.fixture(scope="module")
def home(embedded: Settings) -> Path:
    """The folder on which commands run."""
    return embedded.home


def test_without_ray_it_is_said_how_to_install_it(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    outcome = command("ingest", str(SAMPLES), "--engine", "ray")
    assert outcome.code == 2
    assert "make ray" in outcome.err


def test_an_address_is_one_of_a_ray_cluster(command: Run) -> None:
    outcome = command("ingest", str(SAMPLES), "--address", "127.0.0.1:6379")
    assert outcome.code == 2
    assert "--engine ray" in outcome.err


def test_standard_input_is_not_there_for_other_machines(command: Run) -> None:
    needs_ray()
    outcome = command("ingest", "-", "--engine", "ray")
    assert outcome.code == 2
    assert "standard input" in outcome.err


@pytest.mark.slow
def test_the_graph_is_that_of_a_local_run_though_processes_are_killed(
    command: Run, embedded: Settings, tmp_path: Path
) -> None:
    needs_ray()
    inputs = [str(mixed(tmp_path / "news")), str(SAMPLES), *files(tmp_path)]
    emptied(embedded)
    alone = command("ingest", *inputs, "--json", "--jobs", "1")
    graph = everything(embedded)
    emptied(embedded)
    said, killed = with_kills(["ingest", *inputs, "--json", "--engine", "ray", "--jobs", "2"], embedded.home)
    assert len(killed) >= 3
    assert said.stdout == alone.out
    assert said.returncode == alone.code == 1
    assert changes(graph, everything(embedded)) == []


def needs_ray() -> None:
    """Skip the test without Ray, or let it fail where CI asks for Ray."""
    if importlib.util.find_spec("ray") is None:
        require("ray", "requirements-ray.txt is not installed")


def files(folder: Path) -> list[str]:
    """Six files with three articles each; each file is a chunk of its own."""
    lines = rows(18)
    for number in range(6):
        part = lines[3 * number : 3 * number + 3]
        (folder / f"part-{number}.jsonl").write_text("\n".join(part), encoding="utf-8")
    return [str(path) for path in sorted(folder.glob("part-*.jsonl"))]


def with_kills(words: list[str], home: Path) -> tuple[subprocess.CompletedProcess[str], list[int]]:
    """Run a command, of whose processes three are killed, as dice have it; return also what was killed."""
    environment = {**os.environ, "KONSTELASI_HOME": str(home)}
    dice = random.Random(11)  # noqa: S311 - nothing secret follows from them
    done, killed = Event(), list[int]()
    with subprocess.Popen(
        [sys.executable, "-m", "konstelasi", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as run:
        killer = Thread(target=_kill, args=(psutil.Process(run.pid), dice, done, killed))
        killer.start()
        out, err = run.communicate()
        done.set()
        killer.join()
    return subprocess.CompletedProcess(words, run.returncode, out, err), killed


def _kill(run: psutil.Process, dice: random.Random, done: Event, killed: list[int]) -> None:
    while len(killed) < 3 and not done.wait(2):
        with contextlib.suppress(psutil.Error):  # it ended just now
            if found := children(run, *OURS):
                process = dice.choice(found)
                process.kill()
                killed.append(process.pid)
