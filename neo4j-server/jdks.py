"""Find an installed Java of the right version, wherever the machine keeps its Javas."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

PLACES = (
    "/usr/lib/jvm/*",
    "/usr/java/*",
    "/usr/local/openjdk-*",
    "/opt/java/*",
    "/opt/jdk*",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
    "~/.sdkman/candidates/java/*",
    "~/.jdks/*",
)
"""Where packages of Linux and macOS, images, SDKMAN and editors put Javas."""

_VERSION = re.compile(r'(?:^JAVA_VERSION=|version )"(?:1\.)?(\d+)', re.MULTILINE)


def java_of(versions: range) -> Path | None:
    """Return the program of an installed Java of one of these major versions, or `None`.

    ``JAVA_HOME`` and the ``java`` on the path are preferred to others; among these, lower versions.
    """
    for path in _chosen():
        if version_of(path) in versions:
            return path
    others = {path: version_of(path) for path in _installed()}
    suitable = [path for path, version in others.items() if version in versions]
    return min(suitable, key=lambda path: others[path] or 0, default=None)


def version_of(java: Path) -> int | None:
    """Return the major version of a Java, from its ``release`` file or what it says; `None` if unknown."""
    release = java.parent.parent / "release"
    if release.is_file():
        found = _VERSION.search(release.read_text(encoding="utf-8", errors="replace"))
        if found:
            return int(found[1])
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
    found = _VERSION.search(said.stderr + said.stdout)
    return int(found[1]) if found else None


def _chosen() -> Iterator[Path]:
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=f"{home}/bin") if home else None
    for each in (found, shutil.which("java")):
        if each is not None:
            yield Path(each).resolve()


def _installed() -> Iterator[Path]:
    for place in PLACES:
        pattern = Path(place).expanduser()
        for home in sorted(Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor)))):
            if os.access(home / "bin" / "java", os.X_OK):
                yield home / "bin" / "java"
