"""What kills of one part have cost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

CHANCE = random.Random(16)  # noqa: S311 - moments of kills
"""The dice for the moments of kills."""


@dataclass
class Found:
    """The outcome of the kills of one part.

    `acknowledged` counts what was reported as written. `lost` lists what of that was not there afterwards,
    `half` what was there in part, and `unmended` what had to be mended.
    """

    part: str
    rounds: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    half: list[str] = field(default_factory=list)
    unmended: list[str] = field(default_factory=list)

    @property
    def is_well(self) -> bool:
        """Whether the kills have cost nothing."""
        return not (self.lost or self.half or self.unmended)

    def __str__(self) -> str:
        figures = f"{self.rounds} kills, {self.acknowledged} acknowledged, {len(self.lost)} lost, "
        said = f"{self.part:11}{figures}{len(self.half)} in part, {len(self.unmended)} to mend"
        return "\n".join([said, *(f"  {each}" for each in (*self.lost, *self.half, *self.unmended)[:20])])


def begun(words: list[str], home: Path) -> subprocess.Popen[str]:
    """Start a Python program with these arguments on a data folder, whose standard output is read."""
    return subprocess.Popen(
        [sys.executable, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "KONSTELASI_HOME": str(home)},
    )


def said_until_killed(process: subprocess.Popen[str], seconds: float) -> list[str]:
    """Kill a process so many seconds after it said that it is ready; return the whole lines that followed."""
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        killer = threading.Timer(seconds, process.send_signal, (signal.SIGKILL,))
        killer.start()
        lines = process.stdout.readlines()
    killer.cancel()
    return [line.strip() for line in lines if line.endswith("\n")]


def moment(longest: float) -> float:
    """A moment within so many seconds, at random."""
    return CHANCE.random() * longest


def rest(longest: float) -> None:
    """Wait until such a moment."""
    time.sleep(moment(longest))
