"""A report of figures: as lines for the terminal, as Markdown, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from ingest.evaluation.figures import Figure


@dataclass(frozen=True, slots=True)
class Table:
    """A table of words and numbers."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A sentence with a mistake: what gold wants and what was given."""

    id: str
    text: str
    wrong: tuple[str, ...]
    wanted: tuple[str, ...]
    given: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The figures of one shape of gold in one language."""

    title: str
    sentences: int
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    def figure(self, name: str) -> Figure:
        """Return the figure with this name; raises `KeyError` if the section has none."""
        found = {figure.name: figure for figure in self.figures}
        return found[name]


@dataclass(frozen=True, slots=True)
class Report:
    """All sections of an evaluation."""

    sections: tuple[Section, ...]

    def lines(self, *, mistakes: bool = False) -> Iterator[str]:
        """Yield the lines of the report for a terminal, optionally with the mistakes."""
        for section in self.sections:
            yield f"{section.title}: {section.sentences} sentences"
            yield from (f"  {figure}" for figure in section.figures)
            for table in section.tables:
                yield f"  {table.title}"
                yield from (f"    {line}" for line in _columns((table.head, *table.rows)))
            if mistakes:
                yield from (line for mistake in section.mistakes for line in _mistake_lines(mistake))

    def markdown(self) -> str:
        """Return the report as a Markdown page, without the mistakes."""
        parts = ["# Quality of the extraction", "Intervals are bootstrap 95 % over sentences."]
        for section in self.sections:
            parts.append(f"## {section.title}\n\n{section.sentences} sentences.")
            head = ("figure", "value", "95 %", "floor", "counts")
            if section.figures:
                parts.append(_markdown_table(head, map(_figure_cells, section.figures)))
            for table in section.tables:
                parts += [f"### {table.title}", _markdown_table(table.head, table.rows)]
        return "\n\n".join(parts) + "\n"

    def json(self) -> str:
        """Return the whole report, including mistakes, as one JSON object."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write ``report.md`` and ``report.json`` into a folder and return their paths.

        The folder is created if it does not exist.
        """
        folder.mkdir(parents=True, exist_ok=True)
        page, data = folder / "report.md", folder / "report.json"
        page.write_text(self.markdown(), encoding="utf-8")
        data.write_text(self.json() + "\n", encoding="utf-8")
        return page, data


def _columns(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    lines = list(rows)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def _figure_cells(figure: Figure) -> tuple[str, ...]:
    floor = "" if figure.floor is None else f"{figure.floor:.3f}"
    return figure.name, f"{figure.value:.3f}", f"{figure.low:.3f} to {figure.high:.3f}", floor, figure.detail


def _markdown_table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "\n".join(f"| {' | '.join(cell.replace('|', '¦') for cell in line)} |" for line in lines)


def _mistake_lines(mistake: Mistake) -> Iterator[str]:
    yield f"\n{mistake.id}  wrong: {', '.join(mistake.wrong)}\n  {mistake.text}"
    yield from (f"  wanted  {item}" for item in mistake.wanted)
    yield from (f"  given   {item}" for item in mistake.given)
