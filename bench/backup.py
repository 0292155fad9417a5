"""Measures how long a backup of a graph of ICEWS14's size takes while people read, and restores it.

The hash of all that is in the restored graph must be that of the original. ``--environment`` backs up the
database that the environment specifies, which must hold the graph of `bench.icews`, and restores the copy
into an embedded engine.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.crowd import LEVEL, PAUSE
from bench.icews import EVENTS, copied_home
from bench.results import p95, recording
from bench.volume.clicks import Places, details
from cypher.bolt.settings import Settings
from cypher.database import connect
from cypher.engine import client
from cypher.errors import KonstelasiError

READERS = 4


def main() -> int:
    """Print the figures; return 1 if the restored graph differs or a click failed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--environment", action="store_true")
    given = options.parse_args()
    with ExitStack() as stack, recording("backup", {"events": EVENTS}, "made up, seed 7") as result:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        settings = Settings.from_environment()
        if not given.environment:
            settings = Settings(stack.enter_context(copied_home()))
        copy, other = folder / "copy.zip", folder / "restored"
        stack.callback(client.stop, other)
        with _reading(settings) as (times, failures):
            time.sleep(PAUSE[1])
            began = time.monotonic()
            _konstelasi(settings, "db", "backup", str(copy))
            seconds = time.monotonic() - began
        restored = Settings(home=other)
        _konstelasi(restored, "db", "restore", str(copy))
        hashes = [_konstelasi(each, "db", "hash", "--json")["hash"] for each in (settings, restored)]
        result.add("backup", seconds, unit="s")
        result.add("clicks meanwhile", *times, unit="ms")
    same = len(set(hashes)) == 1
    print(f"backup {seconds:.1f} s while {READERS} people click; the restored graph is the same: {same}")
    print(f"clicks: p95 {p95(times):,.0f} ms, {len(failures)} of {len(times)} failed {failures[:1] or ''}")
    return 0 if same and not failures else 1


@contextmanager
def _reading(settings: Settings) -> Iterator[tuple[list[float], list[str]]]:
    """Let people click beside the block; gives the milliseconds of their clicks, and what failed."""
    times, failures, done = list[float](), list[str](), threading.Event()

    def read_on(number: int) -> None:
        with connect(settings) as database:
            places = Places.of(database, LEVEL)
            for entity in places.ids[number::READERS]:
                begun = time.perf_counter()
                try:
                    details(database, entity, LEVEL)
                except KonstelasiError as error:
                    failures.append(str(error))
                times.append(1000 * (time.perf_counter() - begun))
                if done.wait(PAUSE[0]):
                    return

    readers = [threading.Thread(target=read_on, args=(number,)) for number in range(READERS)]
    for reader in readers:
        reader.start()
    try:
        yield times, failures
    finally:
        done.set()
        for reader in readers:
            reader.join()


def _konstelasi(settings: Settings, *words: str) -> Mapping[str, object]:
    """Run a command on a database; return what it prints as JSON."""
    environment = {
        **os.environ,
        "KONSTELASI_HOME": str(settings.home),
        "KONSTELASI_URI": settings.uri or "",
        "KONSTELASI_USER": settings.user or "",
        "KONSTELASI_PASSWORD": settings.password or "",
    }
    said = subprocess.run(
        [sys.executable, "-m", "konstelasi", *words],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    found: Mapping[str, object] = json.loads(said) if "--json" in words else {}
    return found


if __name__ == "__main__":
    raise SystemExit(main())
