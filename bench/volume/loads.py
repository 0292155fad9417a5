"""Loads a file by the command that people use, watched from outside: time, memory, processor."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.importing import ICEWS14
from bench.machine import ROOT
from bench.meters import Find, Meter, below, only
from bench.results import Result
from cypher.errors import DatabaseError
from ingest.datasets.own_tables.mapping_files import as_toml


@dataclass(frozen=True, slots=True)
class Done:
    """A command that has ended: its seconds, and what it wrote to its two outputs."""

    seconds: float
    said: str
    remarked: str

    @property
    def counts(self) -> dict[str, int]:
        """What an import counted."""
        found: dict[str, int] = json.loads(self.said.splitlines()[-1])
        return found


@contextmanager
def mapping_file() -> Iterator[Path]:
    """Yield a file that says what the columns of ICEWS14 are."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "icews14.toml"
        path.write_text(as_toml(ICEWS14), encoding="utf-8")
        yield path


def load(
    result: Result, name: str, path: Path, options: Sequence[str], settings: Mapping[str, str], engine: Find
) -> Done:
    """Run ``konstelasi import`` on a file with some options and settings, and keep what it used.

    Raises `DatabaseError` if it fails, with the end of what it said.
    """
    with mapping_file() as mapping:
        command = [sys.executable, "-m", "konstelasi", "import", "csv", str(path)]
        command += ["--mapping", str(mapping), "--json", "--rejects", str(mapping.with_name("rejected.csv"))]
        done = run(result, name, [*command, *options], settings, engine, rejects=True)
    result.add(f"{name}: rate", done.counts["read"] / done.seconds, unit="events/s")
    return done


def run(  # noqa: PLR0913 - what to run, and where
    result: Result,
    name: str,
    command: Sequence[str],
    settings: Mapping[str, str],
    engine: Find,
    folder: Path | None = None,
    *,
    rejects: bool = False,
) -> Done:
    """Run a command and keep its time, and the memory and processor's seconds of it and of `engine`.

    What it starts itself are its `children`. Raises `DatabaseError` if it fails. With `rejects`, the code 1
    is that of a command that has printed a summary and rejected some rows.
    """
    start = time.perf_counter()
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as told,
        tempfile.TemporaryFile("w+", encoding="utf-8") as errors,
    ):
        process = subprocess.Popen(
            command,
            stdout=told,
            stderr=errors,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
        )
        with Meter(command=only(process.pid), children=below(process.pid), engine=engine) as meter:
            code = process.wait()
        seconds = time.perf_counter() - start
        told.seek(0)
        errors.seek(0)
        said, complained = told.read(), errors.read()
    if code != 0 and not (rejects and code == 1 and said.strip()):
        raise DatabaseError(f"{name} failed with code {code}: {said[-500:]} {complained[-1500:]}")
    result.add(f"{name}: time", seconds, unit="s")
    for part, used in meter.used.items():
        if used.last:
            result.add(f"{name}: processor of {part}", used.seconds, unit="s")
            result.add(f"{name}: memory of {part}", used.peak_mb, unit="MB")
    return Done(seconds, said, complained)
