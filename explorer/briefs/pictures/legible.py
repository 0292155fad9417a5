"""Pictures without boxes in the place of letters: a name that no font can write gets a number.

Pages need none of this: they are drawn with the fonts of their reader.
"""

from __future__ import annotations

from dataclasses import replace

from explorer.briefs.pictures.letters import face_of
from explorer.briefs.pictures.shapes import Drawing, Label


def legible(drawing: Drawing) -> tuple[Drawing, list[str]]:
    """Return the drawing with ``[1]`` for the first name that no font here can write, and these names."""
    names: dict[str, str] = {}
    shapes = [
        replace(each, text=names.setdefault(each.text, f"[{len(names) + 1}]"))
        if isinstance(each, Label) and face_of(each.text) is None
        else each
        for each in drawing.shapes
    ]
    return replace(drawing, shapes=shapes), list(names)
