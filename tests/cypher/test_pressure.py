"""The log of the garbage collector says when the engine's memory is full; the lines are real ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from cypher.engine.guard.pressure import HeapWatch

YOUNG = "[{at}s] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 33M->19M(378M) 95.837ms"
FULL = "[{at}s] GC(23) Pause Full (G1 Compaction Pause) 509M->{left}M(512M) {ms}ms"
OTHER = "[7.001s] GC(2) Concurrent Mark Cycle 303.020ms"


def twice(at: float, left: int) -> list[str]:
    """Two long collections, the second one of which ended at `at`."""
    return [FULL.format(at=moment, left=left, ms="1733.392") for moment in ("23.641", f"{at:.3f}")]


@pytest.mark.parametrize(
    ("lines", "exhausted"),
    [
        ([], False),
        (["[0.016s] Using G1", YOUNG.format(at="2.757"), OTHER], False),
        ([FULL.format(at="5.743", left=169, ms="903.010")], False),
        ([FULL.format(at="32.854", left=506, ms="151.825")], True),
        ([FULL.format(at="23.641", left=313, ms="2733.392")], False),
        ([*twice(25.487, 313)], True),
        ([*twice(29.487, 313)], False),
        ([*twice(25.487, 90)], False),
        (["[12.3s] GC(5) Pause Full (Allocation Failure) 480M->470M(494M) 300.100ms"], True),
        (["[12.3s] GC(5) Pause Remark 8M->8M(27M) 86.233ms"], False),
    ],
)
def test_the_heap_is_exhausted_when_collecting_does_not_help(
    tmp_path: Path, lines: list[str], exhausted: bool
) -> None:
    assert HeapWatch(tmp_path / "gc.log", 512).after(lines) is exhausted


def test_only_what_is_new_in_the_log_counts(tmp_path: Path) -> None:
    log = tmp_path / "gc.log"
    full = FULL.format(at="32.854", left=506, ms="151.825")
    log.write_text(f"{full}\n")
    watch = HeapWatch(log, 512)
    assert not watch.exhausted(), "it was written before"
    with log.open("a") as more:
        more.write(f"{full}\n")
    assert watch.exhausted()
    assert not watch.exhausted()
    log.write_text(f"{full}\n")
    assert watch.exhausted(), "a log that was begun anew is read from its beginning"
