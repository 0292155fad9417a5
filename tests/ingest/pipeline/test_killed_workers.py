"""A worker that is killed loses nothing; only what kills again and again is skipped, and named."""

from __future__ import annotations

import time
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import psutil
import pytest

from ingest.documents import Incoming
from ingest.pipeline.ahead import Ahead
from ingest.pipeline.chunks import Chunk, Outcome, Outcomes
from ingest.pipeline.extracting import outcome_of
from ingest.pipeline.pool import AHEAD, in_processes
from ingest.pipeline.run import tallied
from ingest.pipeline.tally import Tally
from ingest.pipeline.worker import WorkerError
from tests.ingest.pipeline import deadly
from tests.ingest.pipeline.inputs import articles, in_chunks
from tests.processes import children

pytestmark = pytest.mark.slow


def with_address(incoming: Incoming, url: str) -> Incoming:
    """An article from another address."""
    document = replace(incoming.document, url=url, id=f"document-{url}")
    return replace(incoming, document=document, origin=url)


def workers() -> list[psutil.Process]:
    """The worker processes of this process."""
    return children(psutil.Process(), "spawn_main")


def expected(given: list[Incoming]) -> Outcome:
    """What this process extracts."""
    return outcome_of([each.document for each in given])


def all_of(outcomes: Outcomes) -> Outcome:
    """What became of all chunks."""
    whole = Outcome()
    for _, outcome in outcomes:
        whole |= outcome
    return whole


def test_workers_that_others_kill_lose_nothing(tmp_path: Path) -> None:
    given = articles(40, tmp_path)
    done = Event()
    killed: list[int] = []

    def kill() -> None:
        while len(killed) < 3 and not done.wait(2.5):
            for each in workers()[-1:]:
                with suppress(psutil.NoSuchProcess):  # it ended just now
                    each.kill()
                    killed.append(each.pid)

    killer = Thread(target=kill)
    killer.start()
    outcomes = in_processes(in_chunks(given, 2), 2)
    try:
        found = all_of(slowly(outcomes, killed))
    finally:
        done.set()
        killer.join()
    assert found == expected(given)
    assert killed
    assert workers() == []


def slowly(outcomes: Outcomes, killed: list[int]) -> Outcomes:
    """The outcomes; the first is held back until a worker was killed."""
    for number, outcome in enumerate(outcomes):
        while number == 0 and not killed:
            time.sleep(0.1)
        yield outcome


def test_a_chunk_whose_worker_was_killed_is_extracted_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marker = tmp_path / "marker"
    marker.touch()
    monkeypatch.setenv(deadly.ONCE, str(marker))
    given = articles(6, tmp_path)
    assert all_of(in_processes(in_chunks(given, 3), 1, deadly.once)) == expected(given)
    assert not marker.exists()


@pytest.mark.parametrize(("address", "how"), [(deadly.KILLS, "Killed"), (deadly.GREEDY, "exit code 137")])
def test_an_article_that_ends_its_worker_twice_is_skipped_and_named(
    tmp_path: Path, address: str, how: str
) -> None:
    given = articles(4, tmp_path)
    bad = with_address(given[1], f"{address}bad")
    tally = Tally()
    outcomes = in_processes(in_chunks([given[0], bad, *given[2:]], 2), 1, deadly.at_articles)
    extracted = list(tallied(outcomes, tally))
    assert [each.incoming for each in extracted] == [given[0], *given[2:]]
    assert [each.origin for each in tally.skipped] == ["before 0", bad.origin, "before 2"]
    assert tally.skipped[1].reason == f"ended the process that extracts it, 2 times ({how})"


@pytest.mark.parametrize("work", [deadly.at_articles, deadly.at_once])
def test_a_fault_that_another_worker_would_have_too_ends_the_run(
    tmp_path: Path, work: object, capfd: pytest.CaptureFixture[str]
) -> None:
    given = articles(2, tmp_path)
    faulty = [*given, with_address(given[0], f"{deadly.FAULTY}1")]
    seen: list[Chunk] = []
    with (
        pytest.raises(WorkerError),
        closing(in_processes(in_chunks(faulty, 2), 2, work)) as outcomes,  # type: ignore[arg-type]
    ):
        seen += [chunk for chunk, _ in outcomes]
    assert workers() == []
    if work is deadly.at_articles:
        assert "KeyError" in capfd.readouterr().err


def test_only_a_few_chunks_are_read_before_they_are_taken(tmp_path: Path) -> None:
    given = articles(60, tmp_path)
    read = 0

    def counted() -> object:
        nonlocal read
        for each in given:
            read += 1
            yield Chunk((each,))

    outcomes = in_processes(Ahead(counted()), 1)  # type: ignore[arg-type]
    with closing(outcomes):
        for taken in range(1, 4):
            next(outcomes)
            assert read == AHEAD + taken - 1
    assert workers() == []
