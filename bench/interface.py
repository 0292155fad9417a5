"""Measures the interface for programs: a saved query by HTTP against its read, and a flood of questions.

Both run on a copy of the graph of `bench.icews`. In the flood, many callers ask without a pause, and most are
told to wait. Meanwhile somebody clicks on nodes, asked as `bench.volume.clicks` asks it.
"""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from functools import partial
from urllib.parse import urlsplit

from bench.icews import EVENTS, copied_home
from bench.results import p95, recording
from bench.volume.clicks import Places, details
from cypher.bolt.settings import Settings
from cypher.catalog.catalog import statement
from cypher.database import Database, connect
from cypher.desk.asking import capped_rows
from tests.browser.running import started_explorer

QUERY, ASKED, CLICKS, CALLERS = "bilateral/ties", 40, 40, 16
PAUSE = 0.2
"""Seconds between two questions or clicks, so that no caller asks too fast."""


def main() -> None:
    """Print the figures."""
    with (
        copied_home() as home,
        connect(Settings(home)) as database,
        started_explorer({"KONSTELASI_HOME": str(home)}) as address,
        recording("interface", {"events": EVENTS}, "made up, seed 7") as result,
    ):
        places = Places.of(database, "state")
        first, second = places.ids[:2]
        path = f"/api/queries/{QUERY}/run?first={first}&second={second}"
        found = statement(f"saved/{QUERY}")
        values = {"first": first, "second": second}
        times = {
            "read": _times([partial(_read, database, found.name, values)] * ASKED),
            "by HTTP": _times([partial(_get, address, path, 200)] * ASKED),
        }
        clicks = [partial(details, database, entity, "state") for entity in places.ordinary(CLICKS)]
        times["clicks"] = _times(clicks)
        with_flood, answers = _flooded(address, path, clicks)
        times["clicks in a flood"] = with_flood
        for name, values_ in times.items():
            result.add(name, *values_, unit="ms")
    for name, values_ in times.items():
        print(f"{name}: p95 {p95(values_):,.0f} ms")
    answered, waited = answers.count(200), answers.count(429)
    print(f"flood: {len(answers):,} questions, {answered:,} answered, {waited:,} told to wait")


def _read(database: Database, name: str, values: Mapping[str, object]) -> None:
    found = statement(name)
    capped_rows(
        database,
        found.text,
        {each.name: values.get(each.name, each.default) for each in found.parameters},
        found.then,
    )


def _get(address: str, path: str, expected: int | None = None) -> int:
    with closing(http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
    if expected not in (None, answer.status):
        raise ValueError(f"{path} was answered with {answer.status}")
    return answer.status


def _times(acts: Sequence[Callable[[], object]]) -> list[float]:
    """Return the milliseconds of each act but the first, with pauses between them."""
    times = []
    for act in acts:
        began = time.perf_counter()
        act()
        times.append(1000 * (time.perf_counter() - began))
        time.sleep(PAUSE)
    return times[1:]


def _flooded(
    address: str, path: str, clicks: Sequence[Callable[[], object]]
) -> tuple[list[float], list[int]]:
    """Click while callers ask without a pause; return the times of clicks, and the status of each answer."""
    done, answers = threading.Event(), list[int]()

    def ask() -> None:
        while not done.is_set():
            answers.append(_get(address, path))

    callers = [threading.Thread(target=ask) for _ in range(CALLERS)]
    for caller in callers:
        caller.start()
    try:
        return _times(clicks), answers
    finally:
        done.set()
        for caller in callers:
            caller.join()


if __name__ == "__main__":
    main()
