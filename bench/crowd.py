"""Lets many people use one graph at once: analysts who judge the same edges, and readers who click.

Eight analysts judge the claims of the same fifty ties for two minutes, each with the versions that they have
looked at, as the app does. Each judgement that was acknowledged must be kept, and each claim must have as
many versions as judgements. Then forty readers click for two minutes on a graph of ICEWS14's size, each with
a few seconds between two clicks: a node's details or an expansion, asked as `bench.volume.clicks` asks them.
Their times are compared with those of a single reader. All work on a copy of the graph. ``--environment``
asks the database that the environment specifies, which must hold the graph of `bench.icews`.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field

from bench.icews import EVENTS, copied_home
from bench.results import Result, p95, recording
from bench.volume.clicks import Places, details, expand
from cypher.bolt.settings import Role, Settings
from cypher.database import Database, connect
from cypher.errors import KonstelasiError
from cypher.judging.annotations import annotate
from cypher.judging.transaction import ConflictError
from cypher.model.graph import Judgement

ANALYSTS, TIES, READERS, LEVEL = 8, 50, 40, "actor"
PAUSE = (2.0, 6.0)
"""The shortest and the longest time between two clicks of a reader, in seconds."""

_CLAIMS = (
    "MATCH (tie:Tie {level: $level}) WITH tie ORDER BY tie.id LIMIT $ties "
    "MATCH (tie)<-[:FORMS]-()<-[:ASSERTS]-(claim:Claim) RETURN DISTINCT claim.id ORDER BY claim.id"
)
_VERSIONS = "MATCH (claim:Claim) WHERE claim.id IN $claims RETURN claim.id, claim.version"
_KEPT = (
    "MATCH (annotation:Annotation)-[:JUDGES]->(claim:Claim) WHERE claim.id IN $claims RETURN annotation.batch"
)


@dataclass
class Done:
    """What one person did: the ids or milliseconds of what succeeded, and what was refused or failed."""

    batches: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    conflicts: int = 0
    failures: list[str] = field(default_factory=list)


def judge_together(settings: Settings, seconds: float, result: Result) -> bool:
    """Let the analysts judge; return whether no judgement was lost."""
    with connect(settings, Role.ANALYST) as database:
        found = database.read_text(_CLAIMS, {"level": LEVEL, "ties": TIES}).rows
        claims = [str(claim) for (claim,) in found]
        before, kept_before = _versions(database, claims), _kept(database, claims)
        until = time.monotonic() + seconds
        with ThreadPoolExecutor(ANALYSTS) as people:
            work = [people.submit(_judge, settings, number, claims, until) for number in range(ANALYSTS)]
            done = [each.result() for each in work]
        after, kept = _versions(database, claims), _kept(database, claims)
    said = [batch for each in done for batch in each.batches]
    failures = [failure for each in done for failure in each.failures]
    counted = {
        "kept": len(said),
        "lost": len(set(said) - kept),
        "refused because another was first": sum(each.conflicts for each in done),
        "versions without a judgement": sum(after[each] - before[each] for each in claims)
        - len(kept - kept_before),
        "failed": len(failures),
    }
    for name, count in counted.items():
        result.add(f"judgements: {name}", count, unit="judgements")
    said_of = ", ".join(f"{count} {name}" for name, count in counted.items())
    print(f"{ANALYSTS} analysts on {len(claims)} claims: {said_of} {failures[:1] or ''}", flush=True)
    return not (counted["lost"] or counted["versions without a judgement"] or failures)


def _judge(settings: Settings, number: int, claims: Sequence[str], until: float) -> Done:
    chance, done = random.Random(number), Done()  # noqa: S311 - whose turn it is
    with connect(settings, Role.ANALYST) as database:
        while time.monotonic() < until:
            claim = chance.choice(claims)
            seen = _versions(database, [claim])
            time.sleep(chance.random() * 0.2)
            judgement = chance.choice((Judgement.VERIFIED, Judgement.REJECTED))
            try:
                done.batches.append(
                    annotate(database, claim, judgement, author=f"Analyst {number}", versions=seen)
                )
            except ConflictError:
                done.conflicts += 1
            except KonstelasiError as error:
                done.failures.append(str(error))
    return done


def _versions(database: Database, claims: Sequence[str]) -> dict[str, int]:
    return dict(database.read_text(_VERSIONS, {"claims": claims}).rows)


def _kept(database: Database, claims: Sequence[str]) -> set[str]:
    return {str(batch) for (batch,) in database.read_text(_KEPT, {"claims": claims}).rows}


def read_together(settings: Settings, seconds: float, result: Result) -> bool:
    """Let one reader click, and then all; return whether no click failed."""
    with connect(settings) as database:
        places = Places.of(database, LEVEL)
    alone, all_ = (_clicks(settings, places, number, seconds) for number in (1, READERS))
    figures = {
        f"{name}, {how}": value
        for name, done in (("one reader", alone), (f"{READERS} readers", all_))
        for how, value in (("p50", sorted(done.times)[len(done.times) // 2]), ("p95", p95(done.times)))
    }
    result.add_all(figures, unit="ms")
    for name, value in figures.items():
        print(f"{name}: {value:,.0f} ms")
    print(f"{len(all_.times)} clicks, {len(all_.failures)} failed {all_.failures[:1] or ''}")
    print(f"p95 of {READERS} readers to one: {p95(all_.times) / p95(alone.times):.1f} ×", flush=True)
    return not all_.failures


def _clicks(settings: Settings, places: Places, readers: int, seconds: float) -> Done:
    until = time.monotonic() + seconds
    with ThreadPoolExecutor(readers) as people:
        work = [people.submit(_click, settings, places, number, until) for number in range(readers)]
        done = [each.result() for each in work]
    return Done(
        times=[time_ for each in done for time_ in each.times],
        failures=[failure for each in done for failure in each.failures],
    )


def _click(settings: Settings, places: Places, number: int, until: float) -> Done:
    chance, done = random.Random(number), Done()  # noqa: S311 - whose turn it is
    with connect(settings) as database:
        time.sleep(chance.random() * PAUSE[1])
        while time.monotonic() < until:
            entity = places.ids[int(len(places.ids) * chance.random() ** 2)]  # busy ones more often
            act = chance.choice((details, expand))
            begun = time.perf_counter()
            try:
                act(database, entity, LEVEL)
            except KonstelasiError as error:
                done.failures.append(str(error))
            done.times.append(1000 * (time.perf_counter() - begun))
            time.sleep(chance.uniform(*PAUSE))
    return done


def main() -> int:
    """Print the figures; return 1 if a judgement was lost or a click failed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=120)
    options.add_argument("--environment", action="store_true")
    given = options.parse_args()
    with ExitStack() as stack, recording("crowd", {"events": EVENTS}, "made up, seed 7") as result:
        settings = Settings.from_environment()
        if not given.environment:
            settings = Settings(stack.enter_context(copied_home()))
        judged = judge_together(settings, given.seconds, result)
        read = read_together(settings, given.seconds, result)
    return 0 if judged and read else 1


if __name__ == "__main__":
    raise SystemExit(main())
