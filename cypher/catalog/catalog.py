"""The catalogue of statements: reads and checks the ``.cypher`` files of this package.

The name of a statement is its path, e.g. ``explore/neighbours``. Its header describes its purpose, its
parameters and its result (grammar: docs/architecture.md, "Statements"); forms, command line and result views
are built from it. A header that does not fit its body raises `CatalogError` when it is read.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from cypher.catalog.columns import Declaration, declaration, disagreement
from cypher.catalog.parameters import Parameter, ParameterType, read_value
from cypher.catalog.parts import (
    PARTS,
    STATEMENTS,
    directives_in,
    shared_parameter,
    split_source,
    with_parts,
)
from cypher.catalog.return_clause import QUOTED, returned_columns
from cypher.errors import KonstelasiError, UsageError


class CatalogError(KonstelasiError):
    """A ``.cypher`` file breaks the rules of its header; the text names the file."""


class ResultKind(StrEnum):
    """How to show the rows of a statement."""

    GRAPH = "graph"
    TABLE = "table"
    CHART = "chart"
    NOTHING = "nothing"


CHARTS = ("line", "area", "bar", "heatmap")
"""The kinds of chart that ``:returns chart`` may name."""


@dataclass(frozen=True, slots=True)
class Returns:
    """How to show a result. For a chart: its kind, the columns of its axes, and the column of its colours.

    In a heatmap, `series` is the column with the number in a cell.
    """

    kind: ResultKind
    chart: str | None = None
    x: str | None = None
    y: str | None = None
    series: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with its documentation and interface; `titles` maps language codes to titles.

    `declared` is empty for an analyst's own query, whose header need not declare columns. `then` names the
    function of `cypher.analysis` that computes the result from the rows of the text, whose columns are
    `computed_from`.
    """

    name: str
    titles: Mapping[str, str]
    description: str
    parameters: tuple[Parameter, ...]
    returns: Returns
    tags: tuple[str, ...]
    text: str
    declared: Declaration = field(default_factory=Declaration)
    then: str | None = None
    computed_from: Declaration = field(default_factory=Declaration)

    @property
    def title(self) -> str:
        """The title in English."""
        return self.titles["en"]

    @property
    def subject(self) -> str:
        """The folder, e.g. ``bilateral`` for ``saved/bilateral/history``."""
        return self.name.split("/")[-2]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns, which are known even if there are no rows."""
        return self.declared.names or returned_columns(self.text)

    @property
    def read(self) -> Declaration:
        """The columns that the text returns: those of the result, unless that is computed from its rows."""
        return self.computed_from if self.then else self.declared

    def bind(self, parameters: Mapping[str, object]) -> dict[str, object]:
        """Return all parameters by name, checked and with defaults; raises `UsageError` for unfit values."""
        self._refuse_unknown(parameters)
        missing = [p.name for p in self.parameters if p.required and parameters.get(p.name) is None]
        if missing:
            raise UsageError(f"Statement {self.name!r} needs {', '.join(missing)}: pass a value for each.")
        return {p.name: p.check(parameters.get(p.name, p.default)) for p in self.parameters}

    def _refuse_unknown(self, parameters: Mapping[str, object]) -> None:
        declared = [parameter.name for parameter in self.parameters]
        unknown = sorted(set(parameters) - set(declared))
        if unknown:
            takes = ", ".join(declared) or "no parameters"
            raise UsageError(f"Statement {self.name!r} has no parameter {unknown[0]!r}. It takes {takes}.")


@cache
def catalog() -> Mapping[str, Statement]:
    """Return all statements by name, sorted by name."""
    paths = sorted(path for path in STATEMENTS.rglob("*.cypher") if PARTS not in path.parents)
    names = [path.relative_to(STATEMENTS).with_suffix("").as_posix() for path in paths]
    return MappingProxyType(
        {
            name: shipped(parse_statement(name, path.read_text(encoding="utf-8")))
            for name, path in zip(names, paths, strict=True)
        }
    )


def statement(name: str) -> Statement:
    """Return the statement called `name`; raises `UsageError` with similar names if there is none."""
    try:
        return catalog()[name]
    except KeyError:
        near = difflib.get_close_matches(name, catalog(), n=3, cutoff=0.5)
        hint = f" Did you mean {' or '.join(near)}?" if near else " `konstelasi query --list` shows all."
        raise UsageError(f"There is no statement {name!r}.{hint}") from None


def parse_statement(name: str, source: str) -> Statement:
    """Parse the source of a statement; raises `CatalogError` if header and body do not agree."""
    header, body = split_source(source)
    prose = [line for line in header if not line.startswith(":")]
    directives = directives_in(header)
    if not prose or not prose[0]:
        raise CatalogError(f"{name}.cypher has no title: begin it with a line such as `// What it answers`.")
    _refuse_unknown_directives(name, directives)
    try:
        declared, columns = list(_declarations(directives)), declaration(directives, body)
        then = _then(name, directives)
        read = declaration([("columns", _only(directives, "reads"))], body) if then else columns
        body = with_parts(body)
    except LookupError as problem:
        raise CatalogError(f"{name}.cypher: {problem.args[0]}.") from None
    parameters = tuple(_parameter(name, each) for each in declared)
    _compare(name, parameters, body, computes=then is not None)
    if difference := disagreement(read, body):
        raise CatalogError(f"{name}.cypher {difference}.")
    return Statement(
        name=name,
        titles={"en": prose[0], **_translations(directives)},
        description=" ".join(line for line in prose[1:] if line),
        parameters=parameters,
        returns=_returns(name, [rest for key, rest in directives if key == "returns"]),
        tags=tuple(tag for key, rest in directives if key == "tag" for tag in rest.split()),
        text=body,
        declared=columns,
        then=then,
        computed_from=read if then else Declaration(),
    )


def shipped(found: Statement) -> Statement:
    """`found`, if its header declares what it returns; else raises `CatalogError`.

    Only the queries of analysts may leave that out.
    """
    returned = () if found.declared.columns else returned_columns(found.text)
    if returned:
        raise CatalogError(
            f"{found.name}.cypher returns {', '.join(returned)} and declares no columns: add the line "
            f"`// :columns {returned[0]} TYPE, …`, or `// :record Name …` for rows that Python reads."
        )
    return found


def directives_of(text: str) -> tuple[list[str], str]:
    """Split `text` into the declaring lines of its header, such as ``:returns table``, and its body."""
    header, body = split_source(text)
    return [line for line in header if line.startswith(":")], body


def used_parameters(body: str) -> frozenset[str]:
    """The names of the ``$parameters`` in `body`."""
    return frozenset(re.findall(r"\$([^\W\d]\w*)", QUOTED.sub("", body)))


def _declarations(directives: list[tuple[str, str]]) -> Iterator[str]:
    """Yield the texts after ``:param``, in order; ``:use`` stands for the shared parameters that it names."""
    for key, rest in directives:
        if key == "param":
            yield rest
        elif key == "use":
            yield from map(shared_parameter, rest.split())


def _then(name: str, directives: list[tuple[str, str]]) -> str | None:
    """The function that computes the result, if one does; it comes with the columns that it reads."""
    then, reads = _only(directives, "then"), _only(directives, "reads")
    if bool(then) != bool(reads):
        raise CatalogError(
            f"{name}.cypher has only one of `:then` and `:reads`: name the function that computes the "
            "result, and the columns that the text returns to it."
        )
    return then or None


def _only(directives: list[tuple[str, str]], wanted: str) -> str:
    return next((rest for key, rest in directives if key == wanted), "")


def _refuse_unknown_directives(name: str, directives: list[tuple[str, str]]) -> None:
    known = ("columns", "param", "reads", "record", "returns", "tag", "then", "title", "use")
    for key, _ in directives:
        if key not in known:
            raise CatalogError(f"{name}.cypher: `:{key}` is not one of {', '.join(known)}.")


_PARAMETER = re.compile(
    r"(?P<name>[^\W\d]\w*) +(?P<type>[a-z_]+)(?P<default> += +.+?)?(?: {2,}(?P<help>.+))?"
)


def _parameter(statement_name: str, text: str) -> Parameter:
    match = _PARAMETER.fullmatch(text.strip())
    if match is None or not match["help"]:
        raise CatalogError(
            f"{statement_name}.cypher: `:param {text}` is not `:param name type [= default]  help`."
        )
    try:
        kind = ParameterType(match["type"])
        default = match["default"] and _default(kind, match["default"].split("=", 1)[1].strip())
    except ValueError as problem:
        raise CatalogError(f"{statement_name}.cypher, parameter {match['name']}: {problem}.") from None
    return Parameter(match["name"], kind, match["help"], required=match["default"] is None, default=default)


def _default(kind: ParameterType, text: str) -> object:
    if text == "null":
        return None
    try:
        return read_value(kind, text)
    except ValueError as problem:
        raise ValueError(f"the default must be {problem}, not {text}") from None


def _translations(directives: list[tuple[str, str]]) -> dict[str, str]:
    pairs = (rest.partition(" ")[::2] for key, rest in directives if key == "title")
    return {language: title.strip() for language, title in pairs}


def _returns(name: str, found: list[str]) -> Returns:
    if len(found) != 1:
        raise CatalogError(
            f"{name}.cypher needs one `:returns` line: graph, table, nothing, or chart KIND x y [series]."
        )
    kind, *rest = found[0].split()
    if kind == ResultKind.CHART and rest and rest[0] in CHARTS and 3 <= len(rest) <= 4:
        if rest[0] == "heatmap" and len(rest) < 4:
            raise CatalogError(
                f"{name}.cypher: `:returns {found[0]}` has no column for the numbers in its cells. A heatmap "
                "needs three columns: its x axis, its y axis, and a number."
            )
        return Returns(ResultKind.CHART, *rest)
    if kind in (ResultKind.GRAPH, ResultKind.TABLE, ResultKind.NOTHING) and not rest:
        return Returns(ResultKind(kind))
    raise CatalogError(
        f"{name}.cypher: `:returns {found[0]}` is not one of graph, table, nothing, chart KIND x y [series]; "
        f"KIND is one of {', '.join(CHARTS)}."
    )


def _compare(name: str, parameters: tuple[Parameter, ...], body: str, *, computes: bool) -> None:
    used = used_parameters(body)
    declared = [parameter.name for parameter in parameters]
    wrong = {
        "declares twice": sorted({n for n in declared if declared.count(n) > 1}),
        "uses without declaring": sorted(used - set(declared)),
        "declares without using": [] if computes else sorted(set(declared) - used),
    }
    for problem, names in wrong.items():
        if names:
            raise CatalogError(f"{name}.cypher {problem}: {', '.join(names)}.")
