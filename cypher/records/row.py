"""The base of all records."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

Builders = Mapping[int, type[Any]]
"""The classes of the maps in a row, by the place of their column."""


class Row:
    """One row of a statement's result as a record: a field for each column, in the order of the columns."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]]
    BUILDERS: ClassVar[Builders] = MappingProxyType({})
