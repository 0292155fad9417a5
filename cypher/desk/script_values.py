"""Checks the values that a script gives to the parameters of a typed query."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from cypher.catalog.catalog import Statement
from cypher.catalog.parameters import Parameter, ParameterType
from cypher.desk.own_queries import declared_parameters
from cypher.errors import UsageError

_LOOKS = {"lens": ParameterType.LENS, "level": ParameterType.LEVEL, "known_by": ParameterType.DATE}
"""Values that also say how the ties of a result are drawn."""


def refuse_unfit_values(wanted: Statement, parameters: Mapping[str, object]) -> None:
    """Raise `UsageError` for values that are missing, not used, or of a type that the database lacks."""
    for name, value in parameters.items():
        _refuse_unknown_type(name, value)
    _refuse_other_names(wanted, parameters)


def bound_values(wanted: Statement, text: str, given: Mapping[str, object]) -> dict[str, object]:
    """Return all values by name: those that the header of `text` declares checked, the others as they are.

    Raises `UsageError` for a value that does not fit.
    """
    checked = {*declared_parameters(text), "lens"}
    return _look_given(given) | {each.name: _bound(each, given, checked) for each in wanted.parameters}


def _refuse_other_names(wanted: Statement, parameters: Mapping[str, object]) -> None:
    """Raise `UsageError` for parameters that a typed text does not use, and for those that are missing."""
    takes = {parameter.name: parameter for parameter in wanted.parameters}
    idle = sorted(parameters.keys() - takes.keys() - _LOOKS.keys())
    if idle:
        raise UsageError(
            f"The query does not use ${idle[0]}. It takes {', '.join(takes) or 'no parameters'}."
        )
    missing = [name for name, each in takes.items() if each.required and name not in parameters]
    if missing:
        raise UsageError(f"The query needs {', '.join(missing)}: pass a value for each.")


def _look_given(parameters: Mapping[str, object]) -> dict[str, object]:
    """Return the given values that say how ties are drawn; raises `UsageError` for unknown ones."""
    kinds = {name: _LOOKS[name] for name in parameters if name in _LOOKS}
    return {name: Parameter(name, kind, "").check(parameters[name]) for name, kind in kinds.items()}


def _bound(parameter: Parameter, asked: Mapping[str, object], checked: Collection[str]) -> object:
    """Return the value of a parameter; one that is not declared may have any type."""
    value = asked.get(parameter.name, parameter.default)
    return parameter.check(value) if parameter.name in checked else value


def _refuse_unknown_type(name: str, value: object) -> None:
    """Raise `UsageError` for a value that the database has no type for."""
    if value is None or isinstance(value, bool | int | float | str | bytes | date):
        return
    if not isinstance(value, Mapping | list | tuple):
        raise UsageError(
            f"Parameter {name!r} has a value of type {type(value).__name__}, which the database lacks. "
            "Use text, numbers, dates, and lists or dicts of them."
        )
    for member in value.values() if isinstance(value, Mapping) else value:
        _refuse_unknown_type(name, member)
