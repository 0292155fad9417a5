"""Reads from the code which texts it makes: an expression as texts with ``{}`` for each value."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
VALUE = re.compile(r"\{[^{}]*\}")


def constants_of(tree: ast.AST) -> dict[str, ast.expr]:
    """The expressions that names stand for, without names that are assigned more than once.

    An imported constant (``NAME`` in capitals) stands for what its module assigns to it.
    """
    found = [
        (target.id, each.value)
        for each in ast.walk(tree)
        if isinstance(each, ast.Assign)
        for target in each.targets
        if isinstance(target, ast.Name)
    ]
    names = [name for name, _ in found]
    return _imported(tree) | {name: value for name, value in found if names.count(name) == 1}


def _imported(tree: ast.AST) -> dict[str, ast.expr]:
    """The constants that the tree imports from this project's modules, by the name that it uses."""
    return {
        alias.asname or alias.name: constants[alias.name]
        for each in ast.walk(tree)
        if isinstance(each, ast.ImportFrom) and any(alias.name.isupper() for alias in each.names)
        for constants in [_constants_of_module(each.module or "")]
        for alias in each.names
        if alias.name.isupper() and alias.name in constants
    }


@cache
def _constants_of_module(name: str) -> dict[str, ast.expr]:
    path = ROOT / f"{name.replace('.', '/')}.py"
    return constants_of(ast.parse(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def texts_of(node: ast.expr, constants: Mapping[str, ast.expr]) -> Iterator[str]:
    """The texts that an expression may have, by a name or a choice, too; none if it has none of its own."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name) and node.id in constants:
        yield from texts_of(constants[node.id], {})
    elif isinstance(node, ast.IfExp):
        yield from (*texts_of(node.body, constants), *texts_of(node.orelse, constants))
    elif isinstance(node, ast.JoinedStr):
        fixed = {name: value for name, value in constants.items() if name.startswith("_")}
        parts = (each.value if isinstance(each, ast.FormattedValue) else each for each in node.values)
        yield "".join(_part(part, fixed) for part in parts)


def _part(node: ast.expr, fixed: Mapping[str, ast.expr]) -> str:
    """A part of a text: a value is shown only if it is always the same."""
    is_fixed = isinstance(node, ast.Constant | ast.JoinedStr | ast.Name)
    return next(texts_of(node, fixed), "{}") if is_fixed else "{}"
