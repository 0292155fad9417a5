"""Adds sources from the app, by running ``konstelasi sources add`` (see `command_runs`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from cypher.errors import UsageError
from explorer.work.command_runs import AGAIN

KIND = "sources"
"""The kind of these runs."""


@dataclass(frozen=True, slots=True)
class AddedSources:
    """The result: the names of the sources, how many are new, and why an address has no feed."""

    names: tuple[str, ...]
    new: int
    reason: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class AddingSources:
    """Adds the source of an address, or those of a list in OPML."""

    address: str = ""
    opml: bytes = b""
    grade: str = ""
    every: str = "1m"
    full_text: bool = False
    kind = KIND
    time_out = 120.0
    advice = AGAIN

    def arguments(self, folder: Path) -> Sequence[str]:
        """Write the list into a folder; return the command with its arguments."""
        stated = ["--json", f"--every={self.every}"]
        if self.opml:
            path = folder / "feeds.opml"
            path.write_bytes(self.opml)
            return ["sources", "add", *stated, str(path)]
        if self.grade:
            stated.append(f"--grade={self.grade}")
        if self.full_text:
            stated.append("--full-text")
        return ["sources", "add", *stated, "--", self.address]

    def result(self, summary: str, folder: Path) -> AddedSources:
        """Return the result in the command's summary."""
        (added,) = json.loads(summary)
        names = tuple(each["name"] for each in added["sources"])
        return AddedSources(names, added["new"], added["reason"], added["hint"])


def checked(adding: AddingSources) -> AddingSources:
    """Return what is to be added, with a whole address; raises `UsageError` if it is not of the web."""
    if adding.opml:
        return adding
    address = adding.address.strip()
    if not address:
        raise UsageError("There is no address yet. Give that of a feed or of a news site.")
    whole = address if "://" in address else f"https://{address}"
    if urlsplit(whole).scheme not in ("http", "https"):
        raise UsageError("The page adds web addresses only. Add folders and buckets on the command line.")
    return replace(adding, address=whole)
