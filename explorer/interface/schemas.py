"""The types of parameters and columns as JSON Schema (2020-12, as OpenAPI 3.1 has it)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cypher.catalog.column_types import Column, ColumnType, maps
from cypher.catalog.parameters import Parameter, ParameterType
from cypher.model.graph import Lens
from explorer.interface.described import choices

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
_DAY: Schema = {"type": "string", "format": "date"}

_PARAMETERS: Mapping[ParameterType, Schema] = {
    ParameterType.INTEGER: {"type": "integer"},
    ParameterType.NUMBER: {"type": "number"},
    ParameterType.BOOLEAN: {"type": "boolean"},
    ParameterType.QUAD: {"type": "integer"},
    ParameterType.DATE: _DAY,
    ParameterType.COUNTRY: {"type": "string", "pattern": "^[A-Za-z]{3}$"},
    ParameterType.LENS: {
        "type": "string",
        "pattern": f"^({'|'.join(each.value for each in Lens if each is not Lens.MINE)}|mine:.+)$",
    },
}
"""The types of parameters that are not text; their members, of lists."""

_COLUMNS: Mapping[str, Schema] = {
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": _DAY,
    "moment": {"type": "string", "description": "A day, a month or a year: 2024-01-31, 2024-01 or 2024"},
    "time": {"type": "string", "format": "date-time"},
    "quad": {"type": "integer"},
    "id": {"type": "string", "description": "An id of the graph"},
    "name": {"type": "string", "description": "The name of an entity"},
    "sign": {"type": "string", "description": "cooperation, conflict, neutral or relation"},
}
"""The types of columns that are not plain text."""


def parameter_schema(parameter: Parameter) -> Schema:
    """Return the schema of a parameter's value."""
    member = dict(_PARAMETERS.get(parameter.type, TEXT))
    known = [] if parameter.type in (ParameterType.LENS, ParameterType.BOOLEAN) else choices(parameter.type)
    if known:
        member["enum"] = list(known)
    found: Schema = {"type": "array", "items": member} if parameter.type.is_list else member
    return found if parameter.default is None else {**found, "default": parameter.default}


def row_schema(columns: tuple[Column, ...]) -> Schema:
    """Return the schema of an object with these columns."""
    return {
        "type": "object",
        "required": [each.name for each in columns],
        "properties": {each.name: column_schema(each.type) for each in columns},
    }


def column_schema(kind: ColumnType) -> Schema:
    """Return the schema of a column's values."""
    name = kind.name
    member = {"$ref": reference(name)} if kind.is_map else dict(_COLUMNS.get(name, TEXT))
    if not kind.many:
        return _or_null(member, null=kind.optional)
    return _or_null({"type": "array", "items": _or_null(member, null=kind.holes)}, null=kind.optional)


def map_schemas() -> dict[str, Schema]:
    """Return the schemas of the maps that columns hold, by name."""
    return {name: row_schema(columns) for name, columns in maps().items()}


def reference(name: str) -> str:
    """Return the address of a schema in the description."""
    return f"#/components/schemas/{name}"


def _or_null(schema: Schema, *, null: bool) -> Schema:
    if not null:
        return schema
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    return {**schema, "type": [schema["type"], "null"]}
