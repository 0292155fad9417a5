"""Read the files of the front end."""

from __future__ import annotations

from pathlib import Path

FRONTEND = Path(__file__).parent / "frontend"


def text_of(name: str) -> str:
    """Return the text of a front-end file, by its path below `FRONTEND`."""
    return (FRONTEND / name).read_text(encoding="utf-8")


def styles(*names: str) -> str:
    """Return the text of several style sheets, joined in order."""
    return "".join(map(text_of, names))
