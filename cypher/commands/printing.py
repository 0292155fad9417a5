"""Prints results in a terminal: ties in five columns that fit a usual width, everything else as it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.table import Column
from rich.table import Table as Grid
from rich.text import Text

from cypher.bolt.table import Table
from cypher.catalog.return_clause import TIE_COLUMNS
from cypher.database.export import plain_text
from cypher.database.tie_rows import tie_rows
from cypher.model.ontology import event_types
from cypher.records.shared import DrawnTie

_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that a terminal obeys instead of showing them, and those that reorder text."""

_MOST_TYPES = 3
_MOST_MEMBERS = 6
"""Maximum number of members of a list that are printed: more would fill the screen with one row."""


def print_table(title: str, result: Table, *, wide: bool) -> None:
    """Print the rows under a title; unless `wide`, without the ends of long lists.

    Ties have the columns that only programs need if `wide`.
    """
    shown = result if wide else compact(result)
    grid = Grid(*(Column(safe(name)) for name in shown.columns), title=safe(title))
    for row in shown.rows:
        grid.add_row(*(safe(plain_text(value) if wide else _shortened(value)) for value in row))
    Console().print(grid)


def compact(table: Table) -> Table:
    """Return rows of ties with actor, what, recipient, claims and dates; other tables as they are.

    Columns that are none of a tie's follow. Rows that are not valid ties make the table one of the others.
    """
    if not set(table.columns) >= TIE_COLUMNS or (ties := tie_rows(table)).left_out:
        return table
    more = [column for column in table.columns if column not in DrawnTie.__match_args__]
    rows = (
        (
            tie.actor_name,
            _what(tie),
            tie.recipient_name,
            tie.claims,
            _dates(tie),
            *(row[name] for name in more),
        )
        for row, tie in zip(ties.rows, ties.ties(), strict=True)
    )
    return Table(("actor", "what", "recipient", "claims", "dates", *more), tuple(rows))


def _shortened(value: object) -> str:
    if isinstance(value, list) and len(value) > _MOST_MEMBERS:
        return f"{plain_text(value[:_MOST_MEMBERS])}; … {len(value) - _MOST_MEMBERS} more"
    return plain_text(value)


def safe(text: str) -> Text:
    """Return text that a terminal shows and never obeys: news may hold commands that colour or erase."""
    return Text(_COMMANDS.sub("\ufffd", text))


def _what(tie: DrawnTie) -> str:
    """The relation, or the most frequent types of events; an arrow in both directions if the tie has none."""
    both = "" if tie.directed else "↔ "
    if tie.relation_type:
        return both + tie.relation_type.lower().replace("_", " ")
    counts = _counted(tie.event_types).most_common()
    named = [
        f"{_label(code)} ×{count}" if count > 1 else _label(code) for code, count in counts[:_MOST_TYPES]
    ]
    return both + ", ".join(named) + (" …" if len(counts) > _MOST_TYPES else "")


def _counted(entries: Iterable[str | None]) -> Counter[str]:
    """Count the claims of each type; an entry is ``TYPE`` or ``TYPE number``."""
    counts: Counter[str] = Counter()
    for code, _, number in (entry.partition(" ") for entry in entries if entry):
        counts[code] += int(number or 1)
    return counts


def _label(code: str) -> str:
    known = event_types().get(code)
    return (known.labels["en"] if known else code).lower()


def _dates(tie: DrawnTie) -> str:
    if tie.first_date is None:
        return f"by {tie.not_after}" if tie.not_after else ""
    ends = dict.fromkeys(each for each in (tie.first_date, tie.last_date) if each)
    return " – ".join(ends)
