"""Queries that analysts write and save in the graph, private or shared. Saved versions never change.

A typed text becomes a statement like those of the catalogue. ``// :param name type  help`` declares a
parameter and gives it a form field, ``// :use since until`` declares shared parameters, and ``// :returns …``
says how to show the rows. Whatever the header does not declare is guessed.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from cypher.catalog.catalog import Statement, directives_of, parse_statement, used_parameters
from cypher.catalog.parameters import sample_value
from cypher.catalog.return_clause import TIE_COLUMNS, returned_columns
from cypher.database import Database
from cypher.errors import KonstelasiError, UsageError
from cypher.model.ids import content_id
from cypher.records.queries import Favourite, QueryVersion, SavedVersion

REHEARSAL_SECONDS = 10.0
"""The time limit of the trial run before a query is saved, which proves that it only reads."""

LONGEST_TEXT = 20_000
"""The maximum length of a query in characters."""

_ONLY_SHIPPED = frozenset({":then", ":reads"})
_ENOUGH_TO_DRAW = ({"tie"}, {"entity"})
"""Columns of ids for which the explorer reads the rest of the network itself."""


class OutdatedQueryError(KonstelasiError):
    """Somebody else saved a newer version of the query in the meantime; nothing was saved."""


@dataclass(frozen=True, slots=True)
class OwnQuery:
    """One version of an analyst's query; versions count from 1."""

    query: str
    version: int
    title: str
    text: str
    author: str
    owner: str
    description: str = ""
    tags: tuple[str, ...] = ()
    shared: bool = False
    retired: bool = False
    created_at: str = ""

    @property
    def name(self) -> str:
        """Its name on pages and in addresses."""
        return f"own/{self.query}"

    @property
    def statement(self) -> Statement:
        """The query as a statement; raises `CatalogError` if its header does not fit its body."""
        return typed_statement(self.name, self.text, self.title, self.description, self.tags)

    @property
    def outline(self) -> Statement:
        """The query as a statement for lists, with title, description and tags but without its text."""
        return typed_statement(self.name, "RETURN null", self.title, self.description, self.tags)


def typed_statement(
    name: str, text: str, title: str = "Query", description: str = "", tags: Collection[str] = ()
) -> Statement:
    """Turn typed Cypher into a statement, and guess what its header does not declare.

    An undeclared parameter is text, except ``$lens``, which is the lens. What computes the result of a
    shipped query is left out: a typed one shows the rows of its text. Raises `CatalogError`.
    """
    written, body = directives_of(text)
    directives = [line for line in written if line.split(maxsplit=1)[0] not in _ONLY_SHIPPED]
    declared = set(_declared_names(directives))
    header = [
        _one_line(title),
        _one_line(description),
        *(f":tag {_one_line(tag)}" for tag in tags),
        *directives,
        *_guessed_parameters(body, declared),
        *([] if any(line.startswith(":returns") for line in directives) else [_guessed_result(body)]),
    ]
    return parse_statement(name, "\n".join([*(f"// {line}" for line in header), body]))


def declared_parameters(text: str) -> frozenset[str]:
    """Return the names of the parameters that the header of a typed text declares."""
    return frozenset(_declared_names(directives_of(text)[0]))


def _one_line(text: str) -> str:
    return " ".join(text.split()).lstrip(":/ ")


def _declared_names(directives: Sequence[str]) -> Iterator[str]:
    for kind, *names in map(str.split, directives):
        yield from {":param": names[:1], ":use": names}.get(kind, [])


def _guessed_parameters(body: str, declared: Collection[str]) -> Iterator[str]:
    for name in sorted(used_parameters(body) - set(declared)):
        yield ":use lens" if name == "lens" else f":param {name} string  Text"


def _guessed_result(body: str) -> str:
    columns = set(returned_columns(body))
    return ":returns graph" if columns >= TIE_COLUMNS or columns in _ENOUGH_TO_DRAW else ":returns table"


def own_queries(database: Database, author: str) -> Sequence[OwnQuery]:
    """Return the newest versions that `author` may see, sorted by title: their own, and shared ones."""
    newest: dict[str, OwnQuery] = {}
    for version in _versions(database):
        newest.setdefault(version.query, version)
    seen = [each for each in newest.values() if not each.retired and (each.shared or each.owner == author)]
    return sorted(seen, key=lambda each: (each.title.casefold(), each.query))


def versions(database: Database, query: str) -> Sequence[OwnQuery]:
    """Return all versions of a query, the newest first."""
    return list(_versions(database, query))


def save(database: Database, wanted: OwnQuery) -> OwnQuery:
    """Save `wanted` as the version after its `version`; a new query has `version` 0 and an empty `query`.

    The text is run first, as a reader. Raises `UsageError` if title, text or author is missing or the text is
    too long, `CatalogError`, `StatementError`, `WriteRefusedError` or `StatementTimeoutError` if it cannot be
    run, and `OutdatedQueryError` if somebody else saved a version in the meantime.
    """
    _refuse_unfit(wanted)
    rehearse(database, wanted.statement, wanted.text)
    query = wanted.query or content_id("query", uuid.uuid4())
    version, nonce = wanted.version + 1, uuid.uuid4().hex
    made = {**asdict(wanted), "query": query, "version": version, "created_at": _now()}
    made["tags"] = sorted({tag.strip() for tag in wanted.tags} - {""})
    row = {"id": content_id("query version", query, version), "properties": {**made, "nonce": nonce}}
    (saved,) = database.write_rows(SavedVersion, "queries/save_version", rows=[row])
    if saved.nonce != nonce:
        raise OutdatedQueryError(
            f"{saved.author!r} saved version {version} of “{wanted.title}” at {saved.created_at[:16]}. "
            "Your version was not saved; open the newest one and make your change there."
        )
    return OwnQuery(**{**made, "tags": tuple(made["tags"])})


def rehearse(database: Database, statement: Statement, text: str) -> None:
    """Run `text` once as a reader, with sample values; raises the errors of `Database.read_text`."""
    samples = {p.name: p.default if not p.required else sample_value(p.type) for p in statement.parameters}
    database.read_text(text, samples, timeout=REHEARSAL_SECONDS, row_cap=1)


def star(database: Database, query: str, *, author: str, starred: bool) -> None:
    """Add a query, from the catalogue or an analyst's own, to the favourites of `author`, or remove it."""
    key = content_id("favourite", author, query)
    database.write("queries/star", id=key, author=author, query=query, starred=starred)


def favourites(database: Database, author: str) -> frozenset[str]:
    """Return the names of the favourite queries of `author`."""
    return frozenset(row.query for row in database.rows(Favourite, "queries/favourites", author=author))


def _versions(database: Database, query: str | None = None) -> Iterator[OwnQuery]:
    for row in database.rows(QueryVersion, "queries/versions", query=query):
        yield OwnQuery(
            query=row.query,
            version=row.version,
            title=row.title,
            text=row.text,
            author=row.author,
            owner=row.owner,
            description=row.description,
            tags=tuple(row.tags or ()),
            shared=row.shared,
            retired=row.retired,
            created_at=row.created_at,
        )


def _refuse_unfit(wanted: OwnQuery) -> None:
    if not wanted.title.strip() or not wanted.text.strip():
        raise UsageError("A query needs a title and a text. Write both, then save it again.")
    if not wanted.author.strip():
        raise UsageError("A query needs an author: say who you are.")
    if len(wanted.text) > LONGEST_TEXT:
        raise UsageError(
            f"A query has at most {LONGEST_TEXT:,} characters; this one has {len(wanted.text):,}."
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
