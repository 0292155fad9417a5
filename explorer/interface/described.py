"""Describes queries for programs: parameters with types, choices and defaults, and the columns of rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict

from cypher.catalog.column_types import Column
from cypher.catalog.parameters import Parameter, ParameterType
from cypher.model.graph import EventStatus, Lens, Level, Sign
from cypher.model.ontology import event_types, quads
from explorer.interface.operations import Operation


def described(wanted: Operation) -> dict[str, object]:
    """Return the description of a query."""
    found = wanted.statement
    result = {name: value for name, value in asdict(found.returns).items() if value is not None}
    return {
        "name": wanted.name,
        "title": found.title,
        "titles": dict(found.titles),
        "description": found.description,
        "subject": found.subject,
        "tags": list(found.tags),
        "result": {**result, "kind": found.returns.kind.value},
        "parameters": [described_parameter(each) for each in found.parameters],
        "columns": described_columns(found.declared.columns),
        "run": wanted.path,
    }


def described_parameter(parameter: Parameter) -> dict[str, object]:
    """Return the description of a parameter; `choices` are there if its values are few."""
    found: dict[str, object] = {
        "name": parameter.name,
        "type": parameter.type.value,
        "many": parameter.type.is_list,
        "required": parameter.required,
        "help": parameter.help,
    }
    if not parameter.required:
        found["default"] = parameter.default
    if known := choices(parameter.type):
        found["choices"] = list(known)
    return found


def described_columns(columns: Sequence[Column]) -> list[dict[str, object]]:
    """Return the names and types of columns; `[id]` is a list of ids."""
    return [
        {"name": each.name, "type": str(each.type).rstrip("?"), "optional": each.type.optional}
        for each in columns
    ]


def choices(kind: ParameterType) -> Sequence[object]:
    """Return the values that a parameter of this type takes; empty if they are many.

    The lens takes others as well: ``mine:AUTHOR``.
    """
    return _CHOICES[kind]() if kind in _CHOICES else ()


_CHOICES: Mapping[ParameterType, Callable[[], Sequence[object]]] = {
    ParameterType.EVENT_TYPE: lambda: list(event_types()),
    ParameterType.EVENT_TYPES: lambda: list(event_types()),
    ParameterType.QUAD: lambda: list(quads()),
    ParameterType.SIGN: lambda: [each.value for each in Sign],
    ParameterType.STATUSES: lambda: [each.value for each in EventStatus],
    ParameterType.LEVEL: lambda: [each.value for each in Level],
    ParameterType.LENS: lambda: [each.value for each in Lens if each is not Lens.MINE],
    ParameterType.BOOLEAN: lambda: [False, True],
}
