"""The positions of drawn nodes as one parameter of an address, so that a link shows each node where it was.

An address has them only if the layout does not follow from what is drawn: after an expansion, or when nodes
were moved. Each node takes seven bytes: three of a hash of its id, two for x and two for y, in base64.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import struct
from collections import Counter
from collections.abc import Iterable, Mapping

PLACES = "at"
"""The name of the parameter."""

_TEXT = re.compile("[A-Za-z0-9_-]*")
_FORMAT = struct.Struct(">3shh")
_FARTHEST = 2**15 - 1

Point = tuple[float, float]


def places_text(places: Mapping[str, Point]) -> str:
    """Return positions as text for an address; those too far away for it are left out."""
    packed = (
        _FORMAT.pack(_key(node), round(x), round(y))
        for node, (x, y) in sorted(places.items())
        if max(abs(x), abs(y)) <= _FARTHEST
    )
    return base64.urlsafe_b64encode(b"".join(packed)).decode().rstrip("=")


def places_of(text: str, nodes: Iterable[str]) -> dict[str, Point]:
    """Return the positions of those `nodes` that a text has; raises `ValueError` if the text is broken."""
    found = dict(_read(text))
    keys = {node: _key(node) for node in nodes}
    alike = Counter(keys.values())
    return {node: found[key] for node, key in keys.items() if key in found and alike[key] == 1}


def is_readable(text: str) -> bool:
    """Return whether `places_of` can read a text."""
    try:
        _read(text)
    except ValueError:
        return False
    return True


def _read(text: str) -> list[tuple[bytes, Point]]:
    if not _TEXT.fullmatch(text):
        raise ValueError("The positions in the link have characters that mean nothing.")
    try:
        packed = base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
        return [(key, (float(x), float(y))) for key, x, y in _FORMAT.iter_unpack(packed)]
    except (binascii.Error, struct.error) as error:
        raise ValueError(f"The positions in the link are broken: {error}") from error


def _key(node: str) -> bytes:
    return hashlib.blake2b(node.encode(), digest_size=3).digest()
