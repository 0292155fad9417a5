"""Follows feeds of a misbehaving server with the real command, which is killed and started again.

``python -m bench.following --minutes 30 --kills 10``. Each feed has a host of its own on loopback, so that
one cannot hold up another. Feeds that can be read get new articles. At the end, each article must be in the
graph exactly once, with a tie, and each fault must be known with its reason. The time from an article in a
feed to its tie in the graph is measured while the process is killed.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from cypher.database import Database, Role, Settings, connect
from cypher.engine.client import stop
from cypher.sources import listing
from cypher.sources.source import Source
from cypher.sources.states import State, states
from cypher.sources.store import Store
from explorer.panels.sources import source_state
from explorer.words import Words
from tests.misbehaving import Site, article, serving

READABLE = (
    "good", "etag", "moved", "found", "gzip", "changed-ids", "doubled", "one-id", "cut", "page-of-a-site",
)  # fmt: skip
"""The ways of feeds that get new articles."""

FAULTS = {
    "loop": "redirects more than 5 times",
    "gone": "has ended: its host says that it is gone (410)",
    "missing": "answers 404 (Not Found)",
    "refused": "answers 403 (Forbidden)",
    "too-many": "answers 429 and asks to wait 120 s",
    "too-many-until": "answers 429 and asks to wait",
    "error": "answers 500 (Internal Server Error)",
    "closed": "answers 503 and asks to wait 90 s",
    "unavailable": "answers 503 (Service Unavailable)",
    "gzip-bomb": "sends more than 32,000,000 bytes",
    "half-gzip": "breaks off in the middle of its answer",
    "brotli": "sends its answer packed as br",
    "endless": "sends more than 32,000,000 bytes",
    "drip": "does not send its whole answer within 60 s",
    "drip-headers": "does not send its whole answer within 60 s",
    "truncated": "breaks off in the middle of its answer",
    "inside": "is in a private network",
    "page": "is a web page, not a feed",
    "entities": "declares XML entities",
    "empty": "is a feed without items",
    "nothing": "sends an empty answer",
    "other-xml": "is XML, but neither RSS nor Atom",
    "binary": "is a binary file, not text",
    "cut": "the XML is damaged",
    "moved": "moved for good to",
}
"""The ways of feeds with a fault, and what must be said of it."""

_EVERY = 45.0  # seconds between two new articles of a feed
_LAST = 150.0  # seconds at the end without new articles, in which all must come in
_WITH_TIES = (
    "MATCH (document:Document)<-[:OF]-(:Sentence)<-[:IN]-(:Claim)-[:ASSERTS]->()-[:FORMS]->(:Tie) "
    "WHERE document.loaded_at IS NOT NULL RETURN DISTINCT document.title"
)
_TITLES = "MATCH (document:Document) RETURN document.title"


@dataclass
class Run:
    """A measure: the feeds, what they were given, and when each article was given and had its tie."""

    home: Path
    sites: dict[str, Site]
    given: dict[str, float] = field(default_factory=dict)
    tied: dict[str, float] = field(default_factory=dict)
    kills: int = 0
    process: subprocess.Popen[bytes] | None = None
    number: int = 0

    def give(self, way: str) -> None:
        """Put a new article into a feed."""
        self.number += 1
        site = self.sites[way]
        with site.lock:
            site.articles.append(article(self.number, f"https://{way}.example"))
        self.given[f"Report {self.number}"] = time.time()

    def begin(self) -> None:
        """Start the follower."""
        environment = {**os.environ, "KONSTELASI_HOME": str(self.home)}
        log = (self.home / "follow.log").open("ab")
        with log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "konstelasi", "follow"], env=environment, stderr=log
            )

    def kill(self) -> None:
        """Kill the follower without a warning, and start it again."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        self.kills += 1
        self.begin()

    def look(self, graph: Database) -> None:
        """Note which articles have a tie by now."""
        for (title,) in graph.read_text(_WITH_TIES).rows:
            self.tied.setdefault(str(title), time.time())


def main() -> int:
    """Run the measure; return 1 if an article was lost or doubled, or a fault has no reason."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=5.0)
    options.add_argument("--kills", type=int, default=4)
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="konstelasi-") as folder, ExitStack() as stack:
        home = Path(folder)
        stack.callback(stop, home)
        ways = sorted({*READABLE, *FAULTS})
        sites = {
            way: stack.enter_context(serving(host=f"127.0.0.{number}")) for number, way in enumerate(ways, 2)
        }
        run = Run(home, sites)
        _list(run)
        return _measured(run, given.minutes * 60, given.kills)


def _list(run: Run) -> None:
    """Put the feeds on the list, each with its first articles."""
    for way, site in run.sites.items():
        site.target = f"http://127.0.0.1:{site.port}/good"
        path = "good" if way == "page-of-a-site" else way
        listing.add(Store(run.home), Source(way, site.address(f"/{path}"), private=True))
        for _ in range(3):
            if way in READABLE:
                run.give(way)


def _measured(run: Run, seconds: float, kills: int) -> int:
    chance = random.Random(7)  # noqa: S311 - a measure, not a secret
    began = time.time()
    at = sorted(chance.uniform(5, seconds - _LAST) for _ in range(kills))
    next_given = began + _EVERY
    run.begin()
    with connect(Settings(home=run.home), Role.READER) as graph:
        while time.time() < began + seconds:
            if at and time.time() > began + at[0]:
                run.kill()
                del at[0]
            if next_given < time.time() < began + seconds - _LAST:
                next_given += _EVERY
                for way in READABLE:
                    run.give(way)
            run.look(graph)
            time.sleep(1)
        assert run.process is not None
        run.process.terminate()
        run.process.wait()
        return _report(run, graph)


def _report(run: Run, graph: Database) -> int:
    """Print what was found."""
    titles = [str(title) for (title,) in graph.read_text(_TITLES).rows]
    lost = sorted(set(run.given) - set(titles))
    untied = sorted(set(run.given) - set(run.tied))
    doubled = sorted({title for title in titles if titles.count(title) > 1})
    found = {each.source.name: each for each in states(Store(run.home))}
    silent = [way for way, reason in FAULTS.items() if reason not in _said(found[way])]
    delays = sorted(run.tied[title] - run.given[title] for title in run.given if title in run.tied)
    print(f"{len(run.sites)} feeds, {run.kills} kills, {len(run.given)} articles given")
    print(f"lost: {len(lost)} {lost[:5]}, without a tie: {len(untied)} {untied[:5]}, doubled: {len(doubled)}")
    print(f"faults: {len(FAULTS)}, without their reason on the page: {len(silent)} {silent}")
    if delays:
        late = delays[int(len(delays) * 0.95)]
        print(
            f"from feed to tie: median {statistics.median(delays):.0f} s, 95 % within {late:.0f} s, "
            f"longest {delays[-1]:.0f} s"
        )
    return 1 if lost or doubled or silent or untied else 0


def _said(state: State) -> str:
    """What the page says of a source, in English."""
    return " ".join(each.text(Words()) for each in source_state(state, time.time()))


if __name__ == "__main__":
    raise SystemExit(main())
