"""Finds the columns of a table's fields: by their names in English or Indonesian, or as stated."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Mapping, Sequence

from cypher.errors import UsageError
from ingest.documents.characters import shown
from ingest.documents.records import UnusableError

Columns = Mapping[str, str]
"""The columns by field."""

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text",
        "full text",
        "body",
        "content",
        "article",
        "teks",
        "isi",
        "isi berita",
        "konten",
        "artikel",
    ),
    "title": ("title", "headline", "judul", "judul berita", "judul artikel"),
    "date": (
        *(
            "date",
            "published",
            "published on",
            "published at",
            "publish date",
            "publication date",
            "pub date",
        ),
        *("tanggal", "tanggal terbit", "tanggal publikasi", "tgl", "waktu terbit"),
    ),
    "url": ("url", "link", "address", "tautan", "alamat"),
    "publisher": ("publisher", "source", "media", "outlet", "newspaper", "sumber", "penerbit", "nama media"),
    "language": ("language", "lang", "bahasa"),
    "id": ("id", "article id", "id artikel", "id berita"),
}
"""The known column names of each field, the surest first."""

_EXAMPLE = "--map text=isi_berita,date=tgl"
_SHOWN = 30
_MOST_SHOWN = 20


def stated_columns(statements: Iterable[str]) -> Columns:
    """Return the columns that ``--map`` states, such as ``text=isi_berita,date=tgl``.

    Raises:
        UsageError: a part is not ``field=column``, or a field is unknown or given twice.
    """
    columns: dict[str, str] = {}
    for statement in statements:
        for pair in re.split(r",(?=\s*\w+\s*=)", statement):
            field, _, column = (part.strip() for part in pair.partition("="))
            if field not in NAMES or not column:
                known = ", ".join(NAMES)
                raise UsageError(
                    f"--map {shown(pair)!r} is not FIELD=COLUMN with one of the fields {known}. "
                    f"Example: {_EXAMPLE}"
                )
            if field in columns:
                raise UsageError(f"--map gives the column of {field!r} twice. Give it once.")
            columns[field] = column
    return columns


def places_of(header: Sequence[str], stated: Columns, sample: Sequence[str] = ()) -> dict[str, int]:
    """Return the index of each field in a row. `sample` is the first row, used for the example in an error.

    Raises:
        UnusableError: no column is known for the text, a stated one is missing, or a name occurs twice.
    """
    names = [_compact(name) for name in header]
    places = {}
    for field, known in NAMES.items():
        wanted = (stated[field],) if field in stated else known
        place = _place(names, [_compact(each) for each in wanted])
        if place is not None:
            places[field] = place
        elif field in stated:
            raise UnusableError(
                f"has no column “{shown(stated[field], _SHOWN)}”; its columns are {_quoted(header)}",
                f"Give the {field} one of them: {_example(header, sample, field)}",
            )
    if "text" not in places:
        missing = ", ".join(field for field in NAMES if field not in places)
        raise UnusableError(
            f"has no column that is known to hold the text; its columns are {_quoted(header)}; "
            f"no column is found for {missing}",
            f"Say which column is which, for example: {_example(header, sample, 'text')}",
        )
    return places


def known_columns(cells: Sequence[str], stated: Columns) -> int:
    """Return how many cells are known or stated column names, which distinguishes a header."""
    names = {_compact(cell) for cell in cells}
    known = {_compact(name) for each in NAMES.values() for name in each}
    return len(names & (known | {_compact(name) for name in stated.values()}))


def names_the_text(cells: Sequence[str]) -> bool:
    """Return whether one of the cells is a known name of the text's column."""
    return not {_compact(cell) for cell in cells}.isdisjoint(map(_compact, NAMES["text"]))


def _place(names: Sequence[str], wanted: Sequence[str]) -> int | None:
    """Return the index of the first wanted name that exists."""
    name = next((each for each in wanted if each in names), None)
    if name is None:
        return None
    if names.count(name) > 1:
        raise UnusableError(f"has more than one column “{shown(name, _SHOWN)}”", "Rename the others.")
    return names.index(name)


def _compact(name: str) -> str:
    """Return a name without case, spaces, underscores, hyphens and dots."""
    return re.sub(r"[\s_\-.]+", "", name.casefold())


def _quoted(header: Sequence[str]) -> str:
    more = f" and {len(header) - _MOST_SHOWN} more" if len(header) > _MOST_SHOWN else ""
    return ", ".join(f"“{shown(name.strip(), _SHOWN)}”" for name in header[:_MOST_SHOWN]) + more


def _example(header: Sequence[str], sample: Sequence[str], field: str) -> str:
    """Return an example of ``--map``; the column with the longest cell probably has the text."""
    lengths = {place: len(cell) for place, cell in enumerate(sample[: len(header)])}
    place = max(lengths, key=lambda each: lengths[each], default=0) if field == "text" else 0
    return f"--map {shlex.quote(f'{field}={shown(header[place].strip(), _SHOWN)}')}"
