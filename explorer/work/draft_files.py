"""Drafts on the server's disk, one file each, so that a reload of the page or a restart does not lose them.

A draft belongs to a browser, by its random id, and to the name that was used when it was written. Nobody
else is shown it. What cannot be written or read is left out: a draft is a help, and never stops a page.
"""

from __future__ import annotations

import contextlib
import json
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cypher.model.ids import content_id

LARGEST = 2_000_000
"""The maximum size of a draft in characters, as JSON; a larger one is not kept."""

MOST = 40
"""The maximum number of drafts of one reader; the oldest ones are removed."""

OLDEST = 60 * 24 * 3600
"""The age in seconds at which a draft is removed."""


@dataclass(frozen=True, slots=True)
class DraftFiles:
    """The drafts of one author in one browser, below the folder `root`."""

    root: Path
    browser: str
    author: str

    @property
    def folder(self) -> Path:
        """The folder of the files."""
        return self.root / content_id("of", self.browser, self.author)

    def read(self) -> dict[str, Any]:
        """Return the drafts as JSON values by their names, the oldest first."""
        found = {}
        for path in sorted(self.folder.glob("*.json"), key=_written_at):
            with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
                kept = json.loads(path.read_text(encoding="utf-8"))
                found[str(kept["name"])] = kept["value"]
        return found

    def write(self, name: str, value: object) -> None:
        """Keep a draft in place of an earlier one of this name."""
        text = json.dumps({"name": name, "value": value})
        if len(text) > LARGEST:
            self.remove(name)
            return
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            unfinished = self.folder / f"{uuid.uuid4().hex}.part"
            unfinished.write_text(text, encoding="utf-8")
            unfinished.replace(self._path(name))
            for path in sorted(self.folder.glob("*.json"), key=_written_at)[:-MOST]:
                path.unlink(missing_ok=True)

    def remove(self, name: str) -> None:
        """Forget a draft, if there is one of this name."""
        with contextlib.suppress(OSError):
            self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self.folder / f"{content_id('draft', name)}.json"


def sweep(root: Path) -> None:
    """Remove all drafts that are older than `OLDEST`, and the folders that they leave empty."""
    for path in _outdated(root):
        with contextlib.suppress(OSError):
            path.unlink()
            path.parent.rmdir()


def _outdated(root: Path) -> Iterator[Path]:
    limit = time.time() - OLDEST
    return (path for path in root.glob("of-*/*") if _written_at(path) < limit)


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another tab has removed it
        return time.time()
