"""The files of the front end."""

from __future__ import annotations

from pathlib import Path

FRONTEND = Path(__file__).parent / "frontend"


def text_of(name: str) -> str:
    """A file of the front end, by its path below `FRONTEND`."""
    return (FRONTEND / name).read_text(encoding="utf-8")


def styles(*names: str) -> str:
    """Style sheets of the front end, one after another."""
    return "".join(map(text_of, names))
