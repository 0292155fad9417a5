"""A run that is interrupted or killed leaves no process behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tests.ingest.pipeline.inputs import rows

pytestmark = pytest.mark.slow


@contextmanager
def extracting(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A run with two workers that has printed its first article, alone in its group of processes."""
    news = folder / "news.jsonl"
    news.write_text("\n".join(rows(3000)), encoding="utf-8")
    command = [sys.executable, "-m", "konstelasi", "extract", str(news), "--jobs", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as run:
        try:
            assert run.stdout is not None
            assert run.stdout.readline().startswith("{")
            yield run
        finally:
            run.kill()


def processes_of(run: subprocess.Popen[str]) -> list[psutil.Process]:
    """The processes that a run has started."""
    found = psutil.Process(run.pid).children(recursive=True)
    assert len(found) >= 2
    return found


def test_an_interruption_from_the_keyboard_ends_all_workers_quietly(tmp_path: Path) -> None:
    with extracting(tmp_path) as run:
        others = processes_of(run)
        os.killpg(run.pid, signal.SIGINT)
        _, said = run.communicate(timeout=60)
    assert run.returncode != 0
    assert "Traceback" not in said
    _, alive = psutil.wait_procs(others, timeout=10)
    assert alive == []


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_the_run_however_it_ends(tmp_path: Path, how: signal.Signals) -> None:
    with extracting(tmp_path) as run:
        others = processes_of(run)
        run.send_signal(how)
        run.communicate(timeout=60)
    _, alive = psutil.wait_procs(others, timeout=20)
    assert alive == []
