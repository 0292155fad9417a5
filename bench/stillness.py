"""Finds out since when the nodes of a network stand still on the page, in any frame and for any package."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Frame, Page

_SEEN = """(nodes) => window.stillness?.shown && stillness.spots.length === nodes
    ? { ...stillness, quiet: Date.now() - stillness.since } : null"""
QUIET = 1000
"""A picture counts as stable after this many milliseconds without movement."""

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture: when it appeared and since when it stands still, in milliseconds since 1970.

    `stable` is whether it has stood still for a while; `spots` are the positions of its nodes on the page, in
    pixels.
    """

    shown: float
    since: float
    stable: bool
    spots: Mapping[str, Spot]

    def loneliest(self, width: float, height: float, count: int) -> list[str]:
        """Return the nodes on a page of this size that are farthest from others, so easiest to click."""
        inside = [node for node, (x, y) in self.spots.items() if 90 < x < width - 90 and 90 < y < height - 90]
        return sorted(inside, key=self._room, reverse=True)[:count]

    def _room(self, node: str) -> float:
        x, y = self.spots[node]
        return min((x - u) ** 2 + (y - v) ** 2 for other, (u, v) in self.spots.items() if other != node)


def watch(context: BrowserContext) -> None:
    """Watch every page of this context from the moment it opens."""
    context.add_init_script(Path(__file__).with_name("stillness.mjs").read_text(encoding="utf-8"))


def picture(page: Page, nodes: int, patience: float) -> Seen | None:
    """Return the picture of `nodes` nodes once it stands still, or in its last state after `patience`
    seconds.

    None if there is no picture by then.
    """
    until = time.monotonic() + patience
    seen: Seen | None = None
    while not (seen and seen.stable) and time.monotonic() < until:
        page.wait_for_timeout(100)
        seen = next(filter(None, (_seen(frame, nodes) for frame in page.frames)), None)
    return seen


def pressed(page: Page) -> float:
    """Return when a mouse button was last pressed on the page, in milliseconds since 1970."""
    return max(float(frame.evaluate("window.stillness?.pressed ?? 0")) for frame in page.frames)


def _seen(frame: Frame, nodes: int) -> Seen | None:
    try:
        found = frame.evaluate(_SEEN, nodes)
    except Error:  # the frame was replaced during the call
        return None
    if not found:
        return None
    left, top = _corner(frame)
    spots = {node: (left + x, top + y) for node, x, y in found["spots"]}
    return Seen(found["shown"], found["since"], found["quiet"] > QUIET, spots)


def _corner(frame: Frame) -> Spot:
    if frame.parent_frame is None:
        return (0.0, 0.0)
    box = frame.frame_element().bounding_box()
    return (box["x"], box["y"]) if box else (0.0, 0.0)
