"""The engine's heap follows the memory that there is and the size of the graph; made-up machines."""

from __future__ import annotations

import json
from pathlib import Path

import psutil
import pytest

from cypher.database import Role, Settings, connect
from cypher.engine.client import status, stop
from cypher.engine.folder import EngineFolder
from cypher.engine.heap import HEAP_VARIABLE, Machine, bulk_heap_mb, heap_mb, memory
from cypher.engine.processes import Server
from cypher.errors import UsageError

HERE = psutil.virtual_memory().total // 2**20


@pytest.mark.parametrize(
    ("ram", "graph", "heap"),
    [
        (24_000, 17, 4096),
        (8_000, 17, 2000),
        (8_000, 1_500, 3000),
        (8_000, 9_000, 4000),
        (2_048, 17, 512),
        (1_024, 5_000, 512),
        (400, 17, 300),
        (64_000, 5_000, 10_000),
        (512_000, 400_000, 16_384),
    ],
)
def test_the_heap_follows_the_memory_and_the_graph(ram: int, graph: int, heap: int) -> None:
    assert Machine(ram, graph).heap == heap


@pytest.mark.parametrize("ram", [300, 700, 1500, 6000, 100_000])
def test_a_larger_graph_never_has_a_smaller_heap_and_something_is_left_for_others(ram: int) -> None:
    heaps = [Machine(ram, graph).heap for graph in (0, 100, 1000, 10_000, 100_000)]
    assert heaps == sorted(heaps)
    assert heaps[-1] <= 0.75 * ram


@pytest.fixture
def groups(tmp_path: Path) -> tuple[Path, Path]:
    """The folder of limits of control groups, and the file with the groups of this process, both empty."""
    own = tmp_path / "cgroup"
    own.write_text("")
    return tmp_path / "groups", own


def limit(folder: Path, name: str, value: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"{value}\n")


def test_a_container_may_use_less_than_the_machine(groups: tuple[Path, Path]) -> None:
    root, own = groups
    own.write_text("0::/a/b\n")
    limit(root / "a" / "b", "memory.max", "max")
    assert memory(root, own) == HERE
    limit(root / "a", "memory.max", str(700 * 2**20))
    assert memory(root, own) == 700, "the limit of a group around it counts too"
    limit(root, "memory.max", str(300 * 2**20))
    assert memory(root, own) == 300, "within a container, its own group is the root"


def test_older_control_groups_count_too(groups: tuple[Path, Path]) -> None:
    root, own = groups
    own.write_text("3:cpu:/other\n2:memory,hugetlb:/docker/x\nnonsense\n")
    limit(root / "memory" / "docker" / "x", "memory.limit_in_bytes", str(2**63 - 4096))
    assert memory(root, own) == HERE, "a limit beyond the machine is none"
    limit(root / "memory" / "docker" / "x", "memory.limit_in_bytes", str(900 * 2**20))
    limit(root / "other", "memory.max", "1")
    assert memory(root, own) == 900


def test_without_control_groups_the_machine_counts(tmp_path: Path) -> None:
    assert memory(tmp_path / "none", tmp_path / "neither") == HERE


def test_the_files_of_the_graph_count(tmp_path: Path) -> None:
    folder = EngineFolder(tmp_path)
    small = heap_mb(folder, {})
    assert small == Machine(memory(), 0).heap
    deep = folder.databases / "konstelasi"
    deep.mkdir(parents=True)
    with (deep / "Claim.1.65536.v0.bucket").open("wb") as sparse:
        sparse.truncate(2**40)
    assert heap_mb(folder, {}) == Machine(memory(), 2**20).heap
    assert heap_mb(folder, {HEAP_VARIABLE: " 777 "}) == 777
    assert heap_mb(folder, {HEAP_VARIABLE: " "}) == Machine(memory(), 2**20).heap


def test_a_new_graph_is_made_with_the_usual_heap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HEAP_VARIABLE)
    assert bulk_heap_mb() == Machine(memory(), 0).heap
    monkeypatch.setenv(HEAP_VARIABLE, "777")
    assert bulk_heap_mb() == 777


@pytest.mark.parametrize("text", ["2g", "0", "-512", "1.5", "255", "99999999999999999999", "٥١٢", "512 MB"])
def test_what_is_no_size_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match=f"{HEAP_VARIABLE}=.* is not the size of a heap"):
        heap_mb(EngineFolder(tmp_path), {HEAP_VARIABLE: text})


@pytest.mark.slow
def test_the_engine_has_the_heap_that_was_asked_for_and_says_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HEAP_VARIABLE, "much")
    with pytest.raises(UsageError, match=HEAP_VARIABLE), connect(Settings(tmp_path), Role.ANALYST):
        pass
    monkeypatch.setenv(HEAP_VARIABLE, "640")
    assert status(tmp_path).heap_mb == 640
    try:
        with connect(Settings(tmp_path), Role.ANALYST):
            server = Server.read(EngineFolder(tmp_path))
            assert server is not None
            assert server.heap == 640
            arguments = (EngineFolder(tmp_path).run / "java.args").read_text().splitlines()
            assert "-Xmx640m" in arguments
            monkeypatch.setenv(HEAP_VARIABLE, "700")
            assert status(tmp_path).heap_mb == 640, "it is that of the running engine"
    finally:
        stop(tmp_path)


def test_an_engine_of_an_older_version_has_the_former_heap(tmp_path: Path) -> None:
    folder = EngineFolder(tmp_path)
    folder.prepare()
    identity = {"pid": 1, "born": 1.0}
    folder.server.write_text(json.dumps({"java": identity, "supervisor": identity, "port": 7687}))
    server = Server.read(folder)
    assert server is not None
    assert server.heap == 512
