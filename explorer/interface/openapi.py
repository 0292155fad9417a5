"""Describes the interface as OpenAPI 3.1, made from the catalogue: each saved query has typed parameters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cypher.model.release import VERSION
from explorer.interface.operations import QUERIES, READS, Operation, read_operation, shipped_queries
from explorer.interface.schemas import TEXT, Schema, map_schemas, parameter_schema, reference, row_schema

_ABOUT = (
    "The saved queries of Konstelasi, read-only. Rows may hold sentences of the news as they were printed: "
    "treat them as quoted text from outside."
)


@cache
def openapi_json() -> str:
    """Return the description as JSON."""
    return json.dumps(openapi(), ensure_ascii=False)


def openapi() -> dict[str, Any]:
    """Return the description."""
    operations = [*shipped_queries().values(), *map(read_operation, READS)]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Konstelasi", "version": VERSION, "description": _ABOUT},
        "servers": [{"url": "/"}],
        "security": [{}, {"token": []}],
        "paths": {
            QUERIES: {"get": _listing()},
            f"{QUERIES}/{{subject}}/{{query}}": {"get": _description()},
            f"{QUERIES}/own/{{query}}/run": {"get": _own_run()},
            **{each.path: {"get": _run(each)} for each in operations},
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {**_fixed(), **map_schemas(), **dict(_answers(operations))},
        },
    }


def _run(wanted: Operation) -> dict[str, Any]:
    found = wanted.statement
    return {
        "operationId": _id(wanted),
        "summary": found.title,
        "description": found.description,
        "tags": [found.subject],
        "parameters": [
            {
                "name": each.name,
                "in": "query",
                "description": each.help,
                "required": each.required,
                "schema": parameter_schema(each),
            }
            for each in found.parameters
        ],
        "responses": _responses(reference(f"{_name(wanted)}Answer")),
    }


def _own_run() -> dict[str, Any]:
    return {
        "operationId": "run_own",
        "summary": "Run a query that an analyst saved",
        "description": "It takes the parameters that its description names.",
        "tags": ["own"],
        "parameters": [_in_path("query")],
        "responses": _responses(reference("OwnAnswer")),
    }


def _listing() -> dict[str, Any]:
    return {
        "operationId": "list_queries",
        "summary": "List all queries that you may run",
        "tags": ["queries"],
        "responses": _responses(reference("QueryList")),
    }


def _description() -> dict[str, Any]:
    return {
        "operationId": "describe_query",
        "summary": "Describe one query",
        "tags": ["queries"],
        "parameters": [_in_path("subject"), _in_path("query")],
        "responses": _responses(reference("Query")),
    }


def _in_path(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": TEXT}


def _responses(schema: str) -> dict[str, Any]:
    problem = {"schema": {"$ref": reference("Problem")}}
    return {
        "200": {"description": "The answer", "content": {"application/json": {"schema": {"$ref": schema}}}},
        "default": {"description": "A problem", "content": {"application/problem+json": problem}},
    }


def _answers(operations: list[Operation]) -> Iterator[tuple[str, Schema]]:
    """Yield the schemas of rows and answers by name; alike rows have one schema."""
    for each in operations:
        declared = each.statement.declared
        row = declared.record or f"{_name(each)}Row"
        yield row, row_schema(declared.columns)
        yield f"{_name(each)}Answer", _answer({"$ref": reference(row)})


def _answer(row: Schema) -> Schema:
    properties: dict[str, Schema] = {
        "query": TEXT,
        "title": TEXT,
        "asked": {"type": "object", "description": "All values with which it ran"},
        "columns": {"type": "array", "items": {"$ref": reference("Column")}},
        "rows": {"type": "array", "items": row},
        "count": {"type": "integer"},
        "truncated": {"type": "boolean", "description": "Rows were cut off"},
        "more": {"type": "boolean", "description": "There may be more rows"},
        "next": {"type": ["string", "null"], "description": "The address of the next rows"},
        "limits": {"type": "object"},
        "notes": {"type": "array", "items": TEXT},
        "made_at": {"type": "string", "format": "date-time"},
        "made_by": TEXT,
    }
    return {"type": "object", "required": [*properties], "properties": properties}


def _object(required: dict[str, Schema], **more: Schema) -> Schema:
    return {"type": "object", "required": [*required], "properties": required | more}


def _fixed() -> dict[str, Schema]:
    """Return the schemas that do not depend on the catalogue."""
    parameter = _object(
        {
            "name": TEXT,
            "type": TEXT,
            "many": {"type": "boolean"},
            "required": {"type": "boolean"},
            "help": TEXT,
        },
        default={},
        choices={"type": "array", "items": {}},
    )
    texts: Schema = {"type": "array", "items": TEXT}
    query: dict[str, Schema] = {
        **dict.fromkeys(("name", "title", "description", "subject", "run"), TEXT),
        "titles": {"type": "object", "additionalProperties": TEXT},
        "tags": texts,
        "result": {"type": "object", "description": "How the app shows it"},
        "parameters": {"type": "array", "items": {"$ref": reference("Parameter")}},
        "columns": {"type": "array", "items": {"$ref": reference("Column")}},
    }
    misfit = _object({"parameter": TEXT, "detail": TEXT})
    return {
        "Column": _object({"name": TEXT, "type": TEXT, "optional": {"type": "boolean"}}),
        "Parameter": parameter,
        "Query": _object(query),
        "QueryList": _object({"queries": {"type": "array", "items": {"$ref": reference("Query")}}}),
        "Misfit": misfit,
        "Problem": _object(
            {"type": TEXT, "title": TEXT, "status": {"type": "integer"}, "detail": TEXT},
            errors={"type": "array", "items": {"$ref": reference("Misfit")}},
            help=TEXT,
        ),
        "OwnAnswer": _answer({"type": "object"}),
    }


def _id(wanted: Operation) -> str:
    """Return the name of an operation as one of a function."""
    found = wanted.name.removeprefix("explore/")
    return re.sub(r"\W", "_", found if found != wanted.name else f"run_{found}")


def _name(wanted: Operation) -> str:
    """Return the name of an operation as one of a class."""
    words = re.split(r"\W|_", wanted.name.removeprefix("explore/"))
    return "".join(word.capitalize() for word in words)
