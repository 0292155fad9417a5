"""Writes the modules of ``cypher/records/`` from the columns that statements declare.

``python -m cypher.catalog.write_records`` rewrites them; with ``--check`` it fails if one is out of date.
Each folder of statements with records has a module; ``shared`` has the records of parts and maps.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cypher.catalog.catalog import CatalogError, Statement, catalog
from cypher.catalog.column_types import SCALARS, Column, ColumnType, maps

RECORDS = Path(__file__).parents[1] / "records"
"""The folder of the generated modules."""

SHARED = "shared"
"""The module of the records that several folders share."""

_WHICH = {SHARED: "several folders, and maps in columns,"}

_ROW = "cypher.records.row"

_LONGEST_LINE = 110
"""As ruff formats."""


@dataclass(frozen=True, slots=True)
class Class:
    """A record class to write: its name, its docstring, and its fields."""

    name: str
    about: str
    columns: tuple[Column, ...]


def modules(statements: Iterable[Statement]) -> Mapping[str, str]:
    """Return the text of each module by name; raises `CatalogError` if two records have the same name."""
    found: defaultdict[str, dict[str, Class]] = defaultdict(dict)
    found[SHARED] = {name: Class(name, "A map in a column", keys) for name, keys in maps().items()}
    asked: defaultdict[tuple[str, str], list[Statement]] = defaultdict(list)
    for each in statements:
        if each.declared.record:
            asked[_module_of(each), each.declared.record].append(each)
    for (module, name), alike in asked.items():
        found[module][name] = _class(name, alike)
    return {module: _text(module, list(classes.values())) for module, classes in sorted(found.items())}


def outdated(texts: Mapping[str, str], folder: Path = RECORDS) -> list[Path]:
    """Return the files of `folder` that differ from `texts`, are missing, or are left over."""
    wanted = {folder / f"{module}.py": text for module, text in texts.items()}
    kept = {folder / "__init__.py", folder / "row.py"}
    wrong = [path for path, text in wanted.items() if not path.exists() or path.read_text("utf-8") != text]
    return sorted([*wrong, *({*folder.glob("*.py")} - kept - {*wanted})])


def _module_of(found: Statement) -> str:
    return SHARED if found.declared.part else found.name.split("/")[0]


def _class(name: str, alike: list[Statement]) -> Class:
    first, *others = alike
    other = next((each for each in others if each.declared.columns != first.declared.columns), None)
    if other is not None:
        raise CatalogError(
            f"{first.name}.cypher and {other.name}.cypher declare a record {name} with different columns. "
            "Give them the same columns or different names."
        )
    part = first.declared.part
    if part:
        return Class(name, f"A row of a statement with the part `{part}`", first.declared.columns)
    more = f", and of {len(others)} more that declare the same" if others else ""
    return Class(name, f"A row of `{first.name}`{more}", first.declared.columns)


def _text(module: str, classes: list[Class]) -> str:
    built = [name for each in classes for name in _nested(each).values()]
    parts = [
        f'"""Rows of {_WHICH.get(module, f"``{module}``")} as records, written by `make records`."""',
        "from __future__ import annotations",
        "\n".join(_imports(module, classes, built)),
    ]
    return "\n\n".join(parts) + "\n\n\n" + "\n\n\n".join("\n".join(_lines(each)) for each in classes) + "\n"


def _imports(module: str, classes: list[Class], built: list[str]) -> Iterator[str]:
    if any(column.type.many for each in classes for column in each.columns):
        yield "from collections.abc import Sequence"
    yield "from dataclasses import dataclass"
    if built:
        yield "from typing import ClassVar"
    yield ""
    yield f"from {_ROW} import {'Builders, ' if built else ''}Row"
    if built and module != SHARED:
        yield f"from cypher.records.{SHARED} import {', '.join(sorted(set(built)))}"


def _lines(each: Class) -> Iterator[str]:
    yield "@dataclass(frozen=True, slots=True)"
    yield f"class {each.name}(Row):"
    yield f'    """{each.about}."""'
    yield ""
    nested = _nested(each)
    if nested:
        yield from _builders([f"{at}: {name}" for at, name in nested.items()])
        yield ""
    for column in each.columns:
        yield f"    {column.name}: {_annotation(column.type)}"


def _builders(entries: list[str]) -> Iterator[str]:
    """Yield the lines of the table of builders: one line, or a line for each entry if that is too long."""
    line = f"    BUILDERS: ClassVar[Builders] = {{{', '.join(entries)}}}"
    if len(line) <= _LONGEST_LINE:
        yield line
        return
    yield "    BUILDERS: ClassVar[Builders] = {"
    yield from (f"        {entry}," for entry in entries)
    yield "    }"


def _nested(each: Class) -> dict[int, str]:
    """Return the indexes of the columns with maps, each with its class."""
    return {at: column.type.name for at, column in enumerate(each.columns) if column.type.is_map}


def _annotation(kind: ColumnType) -> str:
    name = kind.name if kind.is_map else SCALARS[kind.name].python
    if kind.many:
        name = f"Sequence[{name}{' | None' * kind.holes}]"
    return f"{name}{' | None' * kind.optional}"


def main(words: list[str]) -> int:
    """Write the modules, or with ``--check`` compare them; return the exit code."""
    texts = modules(catalog().values())
    wrong = outdated(texts)
    if "--check" in words:
        names = ", ".join(path.name for path in wrong)
        sys.stderr.write(f"Out of date in cypher/records/: {names}. Run `make records`.\n" if wrong else "")
        return 1 if wrong else 0
    for path in wrong:
        if path.stem in texts:
            path.write_text(texts[path.stem], encoding="utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
