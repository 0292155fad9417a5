"""Kills parts of a running system: a load, the engine, the app while somebody reviews, a backup.

``python -m bench.kills --rounds 50``, or with the names of some parts. Measured is what of that which was
acknowledged is lost, what is there in part, and what had to be mended afterwards; all should be none. The
follower of sources is killed by ``python -m bench.following --kills 50``.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from bench.kills import backups, engines, judging, loading
from bench.kills.found import Found
from bench.results import recording
from cypher.engine import client

PARTS: dict[str, Callable[[Path, int], Found]] = {
    "load": loading.kill,
    "engine": engines.kill,
    "app": judging.kill,
    "backup": backups.kill,
}


def main() -> int:
    """Print a line for each part; return 1 if a kill has cost something."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("parts", nargs="*", default=list(PARTS), metavar="PART", help=", ".join(PARTS))
    options.add_argument("--rounds", type=int, default=50)
    given = options.parse_args()
    if unknown := sorted(set(given.parts) - set(PARTS)):
        options.error(f"there is no part {unknown[0]!r}; choose from {', '.join(PARTS)}")
    found = [_killed(PARTS[part], given.rounds) for part in given.parts]
    with recording("kills", {"rounds": given.rounds}, "made up, seed 16") as result:
        for each in found:
            result.add(f"{each.part}: lost", len(each.lost), unit="commits")
            result.add(f"{each.part}: in part", len(each.half), unit="pieces")
            result.add(f"{each.part}: to mend", len(each.unmended), unit="rounds")
    return 0 if all(each.is_well for each in found) else 1


def _killed(part: Callable[[Path, int], Found], rounds: int) -> Found:
    with tempfile.TemporaryDirectory(prefix="konstelasi-") as name, ExitStack() as stack:
        home = Path(name)
        stack.callback(lambda: [client.stop(each) for each in home.iterdir() if each.is_dir()])
        found = part(home, rounds)
    print(found, flush=True)
    return found


if __name__ == "__main__":
    raise SystemExit(main())
