"""How many processes extract follows from cores, memory and inputs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cypher.errors import DatabaseError
from ingest.documents import Incoming
from ingest.pipeline.ahead import Ahead
from ingest.pipeline.chunks import Chunk, chunks_of
from ingest.pipeline.jobs import WORKER_MB, WORTHWHILE, Machine, cores, planned, this_machine
from tests.ingest.pipeline.inputs import articles

LARGE = Machine(16, 64_000)


def chunks(number: int, characters: int, one: Incoming) -> list[Chunk]:
    """Chunks of one article each, of so many characters."""
    long = replace(one, document=replace(one.document, text="x" * characters))
    return [Chunk((long,)) for _ in range(number)]


@pytest.fixture
def one(tmp_path: Path) -> Incoming:
    """Any article."""
    return articles(1, tmp_path)[0]


@pytest.mark.parametrize(
    ("number", "characters", "machine", "jobs"),
    [
        pytest.param(0, 0, LARGE, 1, id="nothing"),
        pytest.param(1, 10 * WORTHWHILE, LARGE, 1, id="one chunk cannot be shared"),
        pytest.param(3, WORTHWHILE // 2, LARGE, 1, id="little text"),
        pytest.param(5, WORTHWHILE, LARGE, 5, id="as many as chunks"),
        pytest.param(12, WORTHWHILE // 2, LARGE, 6, id="as many as the text keeps busy"),
        pytest.param(99, WORTHWHILE, LARGE, 16, id="as many as cores"),
        pytest.param(99, WORTHWHILE, Machine(16, 3 * WORKER_MB), 3, id="as many as memory holds"),
        pytest.param(99, WORTHWHILE, Machine(1, 64_000), 1, id="one core"),
        pytest.param(99, WORTHWHILE, Machine(16, 100), 1, id="hardly any memory"),
    ],
)
def test_workers_by_inputs_cores_and_memory(
    one: Incoming, number: int, characters: int, machine: Machine, jobs: int
) -> None:
    assert planned(Ahead(iter(chunks(number, characters, one))), machine) == jobs


def test_what_was_read_to_choose_is_not_lost_and_the_rest_is_not_read(one: Incoming) -> None:
    given = chunks(100, WORTHWHILE, one)
    left = iter(given)
    ahead = Ahead(left)
    assert planned(ahead, LARGE) == 16
    assert len(list(left)) == 84
    assert [ahead.take() for _ in range(17)] == [*given[:16], None]


def test_an_error_of_the_reader_comes_after_what_it_had_read(one: Incoming) -> None:
    def failing() -> Iterator[Incoming]:
        yield one
        raise DatabaseError("gone")

    ahead = Ahead(chunks_of(failing()))
    assert planned(ahead, LARGE) == 1
    assert ahead.take() is None
    with pytest.raises(DatabaseError):
        ahead.finish()


def test_this_machine_has_a_core_and_memory() -> None:
    machine = this_machine()
    assert 1 <= machine.cores <= (os.cpu_count() or 1)
    assert machine.memory > 0


@pytest.mark.parametrize(
    ("quota", "at_most"), [("100000 100000", 1), ("50000 100000", 1), ("max 100000", 10_000), ("", 10_000)]
)
def test_a_container_may_use_fewer_cores(tmp_path: Path, quota: str, at_most: int) -> None:
    limit = tmp_path / "cpu.max"
    limit.write_text(quota, encoding="ascii")
    assert cores(limit) == min(at_most, cores(tmp_path / "missing"))
