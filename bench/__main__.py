"""Runs the benchmarks, each in its own process, and prints the figures that the documentation quotes."""

from __future__ import annotations

import subprocess
import sys

MEASURES = {
    "throughput": ("bench.throughput",),
    "loading": ("bench.loading",),
    "folder": ("bench.folder",),
    "jobs": ("bench.jobs",),
    "importing": ("bench.importing",),
    "network": ("bench.network",),
    "side_by_side": ("bench.side_by_side",),
    "overview": ("bench.overview",),
    "memory": ("bench.memory",),
    "workbench": ("bench.workbench",),
    "fuzzing": ("bench.fuzzing",),
    "bombs": ("bench.bombs",),
    "kills": ("bench.kills",),
    "crowd": ("bench.crowd",),
    "backup": ("bench.backup",),
    "arrivals": ("bench.arrivals",),
    "interface": ("bench.interface",),
    "learning": ("bench.learning",),
    "families": ("bench.families",),
    "search": ("bench.search",),
    "following": ("bench.following",),
    "questions": ("bench.questions",),
    "volume": ("bench.volume",),
    "extraction": ("konstelasi", "evaluate", "samples/gold.jsonl"),
}
"""The modules to run, with their arguments."""


def main() -> int:
    """Run the benchmarks named on the command line, or all; return the exit code of the first that fails."""
    names = sys.argv[1:] or list(MEASURES)
    unknown = sorted(set(names) - set(MEASURES))
    if unknown:
        print(f"there is no benchmark {unknown[0]!r}; choose from {', '.join(MEASURES)}", file=sys.stderr)
        return 2
    for name in names:
        print(f"── {name} ──", flush=True)
        done = subprocess.run([sys.executable, "-m", *MEASURES[name]], check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
