"""The base of all records."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

Builders = Mapping[int, type[Any]]
"""The classes of the maps in a row, by the index of their column."""


class Row:
    """One row of a statement's result, with one field for each column, in the same order."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]]
    BUILDERS: ClassVar[Builders] = MappingProxyType({})
