"""The values of parameters, as the functions that compute results take them."""

from __future__ import annotations

from collections.abc import Mapping

Values = Mapping[str, object]
"""The bound parameters of a statement by name."""


def whole(values: Values, name: str) -> int:
    """Return the whole number that a parameter has."""
    value = values[name]
    if not isinstance(value, int):
        raise TypeError(f"{name} is {value!r}, not a whole number")
    return value


def number(values: Values, name: str) -> float:
    """Return the number that a parameter has."""
    value = values[name]
    if not isinstance(value, int | float):
        raise TypeError(f"{name} is {value!r}, not a number")
    return float(value)
