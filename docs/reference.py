"""Writes docs/reference.md from the code: every command, format, saved query and event type.

``python docs/reference.py`` rewrites it, and the formats that other pages list. With ``--check`` it
fails if a page or a link in the documentation is out of date.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import typer.main

import konstelasi
from cypher.catalog.catalog import Statement, catalog
from cypher.catalog.parameters import Parameter
from cypher.model.formats import FORMATS, listed
from cypher.model.ontology import EventType, event_types

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference.md"
TyperCommand = Any  # typer carries a click of its own and does not export it
FORMAT_NAMES = re.compile(r"(<!-- formats -->).*?(<!-- /formats -->)", re.DOTALL)
"""Where pages other than the reference list the formats."""

LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def reference() -> str:
    """Return the text of docs/reference.md."""
    parts = (
        "# Reference",
        "Written by `make docs` from the code.",
        *_commands(),
        *_formats(),
        *_queries(),
        *_events(),
    )
    return "\n\n".join(parts) + "\n"


def _commands() -> Iterator[str]:
    yield "## Commands"
    for entry in konstelasi.COMMANDS:
        group = typer.main.get_command(konstelasi.command_line([entry.name]))
        yield from _command(_children(group)[entry.name], f"konstelasi {entry.name}")


def _children(command: TyperCommand) -> dict[str, TyperCommand]:
    return dict(getattr(command, "commands", {}))


def _command(command: TyperCommand, name: str) -> Iterator[str]:
    if children := _children(command):
        for child, inner in sorted(children.items()):
            yield from _command(inner, f"{name} {child}")
        return
    arguments = [str(p.name).upper() for p in command.params if p.param_type_name == "argument"]
    yield f"### `{' '.join([name, *arguments])}`"
    yield _prose(command.help or "")
    for argument in (p for p in command.params if p.param_type_name == "argument"):
        if said := getattr(argument, "help", None):
            yield f"`{str(argument.name).upper()}`: {said}"
    options = [p for p in command.params if p.param_type_name == "option" and not getattr(p, "hidden", False)]
    if options:
        rows = ((f"`{' '.join(option.opts)}`", getattr(option, "help", None) or "") for option in options)
        yield _table(("option", "meaning"), rows)


def _prose(text: str) -> str:
    """Return Typer's help without its markers for unwrapped paragraphs; examples are kept."""
    paragraphs = text.replace("\b\n", "").split("\n\n")
    return "\n\n".join(paragraph.rstrip() for paragraph in paragraphs)


def _formats() -> Iterator[str]:
    yield "## Formats of articles"
    yield formats_table()


def formats_table() -> str:
    """Return the formats of articles as a table."""
    rows = ((each.name, " ".join(f"`{ending}`" for ending in each.endings), each.holds) for each in FORMATS)
    return _table(("format", "endings", "a file holds"), rows)


def _queries() -> Iterator[str]:
    yield "## Saved queries"
    yield "`konstelasi query NAME --param name=value`, or the page *Queries*."
    saved = [statement for name, statement in catalog().items() if name.startswith("saved/")]
    for subject, statements in groupby(saved, key=lambda statement: statement.subject):
        yield f"### {subject.replace('_', ' ').capitalize()}"
        yield from (_query(statement) for statement in statements)


def _query(statement: Statement) -> str:
    parameters = ", ".join(_parameter(parameter) for parameter in statement.parameters)
    return (
        f"**{statement.title}** · `{statement.name}` · {statement.returns.kind}\n\n"
        f"{statement.description}\n\nParameters: {parameters or 'none'}."
    )


def _parameter(parameter: Parameter) -> str:
    default = "" if parameter.required else f" = {parameter.default}"
    return f"`{parameter.name}` ({parameter.type}{default})"


def _events() -> Iterator[str]:
    yield "## Event types"
    rows = (
        (
            f"`{kind.code}`",
            kind.quad.labels["en"],
            f"{kind.score:g}",
            kind.explanations["en"],
        )
        for kind in event_types().values()
    )
    yield _table(("type", "quad", "score", "meaning"), rows)
    yield from _drawing()


def _drawing() -> Iterator[str]:
    yield "## How events are drawn"
    yield (
        "The sign is that of the ties that an event forms. If a type or mode is mutual, joint actors "
        "without a recipient are tied to each other; otherwise they do the same to a third party. Modes "
        "marked with * are not PLOVER's."
    )
    rows = (
        (f"`{kind.code}`", _mode(kind, mode), kind.sign_of(mode), "yes" if kind.is_mutual(mode) else "")
        for kind in event_types().values()
        for mode in (None, *kind.modes)
    )
    yield _table(("type", "mode", "sign", "mutual"), rows)


def _mode(kind: EventType, mode: str | None) -> str:
    return f"`{mode}`{' *' if kind.modes[mode].own else ''}" if mode else "none, or any other"


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(' '.join(cell.split()) for cell in line)} |" for line in lines)


def broken_links() -> list[str]:
    """Return broken links to files in README, CHANGELOG and docs, as ``file: target``."""
    pages = [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("models/*/*.md"),
        *ROOT.glob("samples/*.md"),
    ]
    return [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]


def pages() -> Iterator[tuple[Path, str]]:
    """Return the pages that are generated from the code, as a whole or in part, with their current text."""
    yield REFERENCE, reference()
    for name in ("README.md", "docs/using.md"):
        page = ROOT / name
        yield page, FORMAT_NAMES.sub(rf"\1{listed()}\2", page.read_text(encoding="utf-8"))


def main() -> int:
    """Write the pages, or with ``--check`` compare them; return the exit code."""
    if "--check" not in sys.argv:
        for page, text in pages():
            page.write_text(text, encoding="utf-8")
        return 0
    problems = [f"{link}: no such file" for link in broken_links()]
    problems += [
        f"{page.relative_to(ROOT)} is out of date: run `make docs`"
        for page, text in pages()
        if not page.exists() or page.read_text(encoding="utf-8") != text
    ]
    print("\n".join(problems) or "documentation is up to date")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
