"""Lets Python look for circular garbage more rarely during an import, whose many rows hold none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 50_000
"""How many more objects are made before it looks; by itself, it looks after some hundreds."""


@contextmanager
def rarely_collecting() -> Iterator[None]:
    """Look for garbage rarely within the block, and not among what was there before."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()
