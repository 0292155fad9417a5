"""Measures how many articles a second are loaded by one process, by two, and by a Ray cluster.

Each way loads the same articles, which are copies of our samples with addresses of their own, into an
empty graph; the ways take turns, ``--rounds`` times. The seconds include the start of all processes.
Processor times are those of the command with its workers, and of the engine; those of Ray are not known.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path

from bench.empty import empty_home
from bench.meters import engine_of, processor_seconds
from cypher.engine.folder import EngineFolder

SAMPLES = Path(__file__).parent.parent / "samples" / "articles.jsonl"

WAYS = {
    "extract --jobs 1": ("extract", "--jobs", "1"),
    "extract --jobs 2": ("extract", "--jobs", "2"),
    "ingest --jobs 1": ("ingest", "--jobs", "1"),
    "ingest --jobs 2": ("ingest", "--jobs", "2"),
    "ray, 1 worker": ("ingest", "--engine", "ray", "--jobs", "1"),
    "ray, 2 workers": ("ingest", "--engine", "ray", "--jobs", "2"),
}

Run = dict[str, float]
"""Seconds, processor seconds of the command and of the engine, and the load of the machine at the end."""


def measure(articles: int, rounds: int, ways: list[str]) -> dict[str, list[Run]]:
    """Return the runs of each way."""
    runs: defaultdict[str, list[Run]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        news = Path(name) / "news.jsonl"
        news.write_text("".join(_rows(articles)), encoding="utf-8")
        for number in range(rounds * len(ways)):
            way = ways[number % len(ways)]
            runs[way].append(_run(WAYS[way], news))
            print(f"{way}: {json.dumps(runs[way][-1])}", file=sys.stderr, flush=True)
    return runs


def _rows(number: int) -> Iterator[str]:
    samples = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    for each, row in enumerate(islice(cycle(samples), number)):
        yield json.dumps({**row, "id": f"copy-{each}", "url": f"https://copies.example/{each}"}) + "\n"


def _run(words: tuple[str, ...], news: Path) -> Run:
    with empty_home() as home:
        environment = {**os.environ, "KONSTELASI_HOME": str(home)}
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        command = [sys.executable, "-m", "konstelasi", words[0], str(news), *words[1:]]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        seconds = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return {
            "seconds": round(seconds, 1),
            "processor": round(used, 1),
            "engine": round(processor_seconds(engine_of(EngineFolder(home))), 1),
            "load": round(os.getloadavg()[0], 1),
        }


def _compared(rates: dict[str, float], faster: str, slower: str, goal: str) -> Iterator[str]:
    if faster in rates and slower in rates:
        yield f"{faster} against {slower}: {rates[faster] / rates[slower]:.2f}{goal}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--ways", nargs="*", choices=list(WAYS), help="the ways to compare; default: all")
    chosen = parser.parse_args()
    ways = chosen.ways or [way for way in WAYS if "ray" not in way or find_spec("ray")]
    runs = measure(chosen.articles, chosen.rounds, ways)
    rates = {way: chosen.articles / statistics.median(run["seconds"] for run in runs[way]) for way in ways}
    for way, rate in rates.items():
        used = statistics.median(run["processor"] + run["engine"] for run in runs[way])
        loads = ", ".join(str(run["load"]) for run in runs[way])
        print(f"{way}: {rate:.1f} articles/s, {used:.0f} s of processors, load {loads}")
    for line in (
        *_compared(rates, "extract --jobs 2", "extract --jobs 1", ""),
        *_compared(rates, "ingest --jobs 2", "ingest --jobs 1", " (goal >= 1.7)"),
        *_compared(rates, "ray, 2 workers", "ingest --jobs 2", " (goal >= 0.8)"),
    ):
        print(line)


if __name__ == "__main__":
    main()
