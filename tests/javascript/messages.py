"""Write explorer/types/messages.d.ts: the types of the messages between Python and the browser.

``python -m tests.javascript.messages`` rewrites it; with ``--check`` it fails if the file is out of date. The
types are the TypedDicts of the modules `MESSAGES`, and the acts in their fields.
"""

from __future__ import annotations

import inspect
import json
import sys
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from enum import Enum
from importlib import import_module
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from explorer.acts import Act
from tests.javascript.toolchain import ROOT

MESSAGES = tuple(
    f"explorer.{room}.messages" for room in ("atlas", "browser", "editor", "elements", "network", "overview")
)
TYPES = ROOT / "explorer" / "types" / "messages.d.ts"
HEAD = """// Written from explorer/*/messages.py by `python -m tests.javascript.messages`.

declare namespace Messages {
"""
NAMES: Mapping[object, str] = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    type(None): "null",
    Any: "unknown",
}


def written() -> str:
    """Return the text of the file of types."""
    return HEAD + "\n".join(_interface(each) for each in _classes()) + "}\n"


def _classes() -> Iterator[type]:
    """Return every class of the modules, and every class in a field of theirs, by name."""
    found: dict[str, type] = {}
    waiting = [each for name in MESSAGES for each in vars(import_module(name)).values() if _is_message(each)]
    while waiting:
        each = waiting.pop()
        if found.setdefault(each.__name__, each) is not each:
            raise TypeError(f"two messages are called {each.__name__}: rename one of them")
        inner = (part for hint in _fields(each).values() for part in _parts(hint))
        waiting += [part for part in inner if _is_message(part) and part.__name__ not in found]
    return (found[name] for name in sorted(found))


def _is_message(each: object) -> bool:
    return is_typeddict(each) or (isinstance(each, type) and issubclass(each, Act) and each is not Act)


def _fields(each: type) -> dict[str, Any]:
    hints = get_type_hints(each, include_extras=True)
    if issubclass(each, Act):
        return {"act": Literal[each.__name__], **{field.name: hints[field.name] for field in fields(each)}}
    return hints


def _parts(hint: Any) -> Iterator[Any]:  # noqa: ANN401 - any annotation
    yield hint
    for inner in get_args(hint):
        yield from _parts(inner)


def _interface(each: type) -> str:
    lines = [
        f"  /** {inspect.cleandoc(each.__doc__ or '').partition(chr(10))[0]} */",
        f"  interface {each.__name__} {{",
    ]
    for name, hint in _fields(each).items():
        optional = get_origin(hint) is NotRequired
        lines.append(
            f"    {name}{'?' if optional else ''}: {_typed(get_args(hint)[0] if optional else hint)};"
        )
    return "\n".join([*lines, "  }\n"])


def _typed(hint: Any) -> str:  # noqa: ANN401 - any annotation
    """Return the TypeScript of an annotation. Raises `TypeError` if there is none."""
    if hint in NAMES:
        return NAMES[hint]
    if _is_message(hint):
        return str(hint.__name__)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return " | ".join(json.dumps(member.value) for member in hint)
    return _composed(get_origin(hint), get_args(hint), hint)


def _composed(origin: Any, inner: tuple[Any, ...], hint: object) -> str:  # noqa: ANN401 - any annotation
    if origin is Literal:
        return " | ".join(map(json.dumps, inner))
    if origin in {Union, types.UnionType}:
        return " | ".join(dict.fromkeys(map(_typed, inner)))
    if origin in {list, Sequence} or (origin is tuple and inner[1:] == (...,)):
        return f"Array<{_typed(inner[0])}>"
    if origin is tuple:
        return f"[{', '.join(map(_typed, inner))}]"
    if origin in {dict, Mapping}:
        return f"Record<{_typed(inner[0])}, {_typed(inner[1])}>"
    raise TypeError(
        f"{hint} has no type in TypeScript here: use another type, or add it to tests/javascript/messages.py"
    )


def main(arguments: list[str]) -> int:
    """Write the file, or check it, and return the exit code."""
    if "--check" not in arguments:
        TYPES.write_text(written(), encoding="utf-8")
    elif not TYPES.exists() or TYPES.read_text(encoding="utf-8") != written():
        sys.stderr.write(
            f"{TYPES.relative_to(ROOT)} is out of date: run python -m tests.javascript.messages\n"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
