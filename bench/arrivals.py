"""Measures what the page *Since* and the digest ask when thousands of articles came in since the last visit.

Articles are loaded into an empty graph before and after a moment; asked is for all that came in after it.
"""

from __future__ import annotations

import argparse
import itertools
import time
from datetime import UTC, datetime

from bench.empty import empty_home
from bench.results import recording
from bench.synthetic import extractions
from cypher.arrivals.collecting import arrivals
from cypher.arrivals.items import Asked
from cypher.bolt.settings import Role, Settings
from cypher.database import connect
from ingest.loading.load import load

ACTORS, EVENTS_EACH, ROUNDS = 400, 3, 3


def main() -> None:
    """Print the seconds of each round."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--before", type=int, default=500, help="articles before the last visit")
    options.add_argument("--articles", type=int, default=10_000, help="articles since then")
    given = options.parse_args()
    news = extractions(given.before + given.articles, ACTORS, EVENTS_EACH)
    with (
        empty_home() as home,
        connect(Settings(home), Role.ANALYST) as database,
        recording("arrivals", {"articles": given.articles}, "made up, seed 7") as result,
    ):
        load(database, itertools.islice(news, given.before))
        time.sleep(1.1)  # moments have whole seconds
        visited = datetime.now(UTC).isoformat(timespec="seconds")
        load(database, news)
        for _ in range(ROUNDS):
            began = time.perf_counter()
            found = arrivals(database, Asked(visited, "trusted", "state"))
            result.add("all that came in", time.perf_counter() - began, unit="s")
        seconds = ", ".join(f"{each:.1f}" for each in result.figures["all that came in"].values)
    print(f"{found.documents:,} articles, {found.claims:,} statements: {seconds} s")


if __name__ == "__main__":
    main()
