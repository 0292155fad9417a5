"""The memory of an import does not grow with the number of events."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
from datetime import date, timedelta

import psutil

from ingest.loading.coded.batches import batches
from ingest.loading.coded.cast import Cast
from ingest.loading.coded.load import _Loader
from ingest.loading.coded.plan import Planner
from tests.coded_events import ALMANAC, coded, report, resolved
from types import SimpleNamespace


class Swallowing:
    "A database that has nothing, and forgets what is written to it."

    def rows(self, record, name, **parameters):
        return []

    def write(self, name, **parameters):
        return None

    def tables_together(self, steps):
        return [SimpleNamespace(affirms=True) for _ in steps]


def events(count):
    for number in range(count):
        day = date(2024, 1, 1) - timedelta(days=number // 4)
        pair = ("IRN USA", "USA IRN", "VNM IRN", "IRN VNM")[number % 4].split()
        yield coded(f"e{number}", *pair, report(f"story-{number}", f"Paper {number}"), date=day.isoformat())


def tell(count):
    global read
    read += count
    if read in (5000, 20000):
        print(psutil.Process().memory_info().rss)


read = 0
database = Swallowing()
loader = _Loader(database, Planner(database), judged=False)
print(psutil.Process().memory_info().rss)
loader.load(batches(events(20000), ALMANAC, Cast(resolved), lambda event, reason: None), tell)
print(loader.summary.created)
"""


@pytest.mark.slow
def test_what_is_kept_of_events_does_not_grow_with_their_number() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    start, early, late, created = map(int, done.stdout.split())
    assert created == 20_000
    assert late - early < (early - start) / 4, (start, early, late)
