"""The file of the data folder that holds the sources, their state and the items that they have given.

It also holds the inputs that commands could not read, and the rows that imports rejected.

It is SQLite. Each change is one transaction, so that a process that is killed leaves nothing half done, and
pages can read while sources are fetched.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cypher.errors import DatabaseError, KonstelasiError, NewerSourcesError
from cypher.model.release import PROGRAM

WAITING, LOADED, SKIPPED = "waiting", "loaded", "skipped"
"""The states of an item."""

_PATIENCE = 30.0  # seconds that a process waits for the transaction of another

_FIRST = """
CREATE TABLE source (
    name TEXT PRIMARY KEY, address TEXT NOT NULL, kind TEXT NOT NULL, publisher TEXT, language TEXT,
    grade TEXT, every REAL NOT NULL, full_text INTEGER NOT NULL, private INTEGER NOT NULL,
    options TEXT NOT NULL, added_at REAL NOT NULL,
    stopped INTEGER NOT NULL DEFAULT 0, ended INTEGER NOT NULL DEFAULT 0, last_at REAL,
    next_at REAL NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0,
    last_new INTEGER NOT NULL DEFAULT 0, memory TEXT NOT NULL DEFAULT '{}'
);
CREATE TABLE item (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES source ON DELETE CASCADE, state TEXT NOT NULL,
    origin TEXT NOT NULL, title TEXT, document TEXT, body TEXT, reason TEXT, hint TEXT,
    found_at REAL NOT NULL, done_at REAL
);
CREATE INDEX item_by_state ON item (state, id);
CREATE INDEX item_by_source ON item (source, state, id);
CREATE TABLE key (
    scope TEXT NOT NULL, key TEXT NOT NULL, item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
    PRIMARY KEY (scope, key)
) WITHOUT ROWID;
CREATE INDEX key_by_item ON key (item);
CREATE TABLE trouble (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES source ON DELETE CASCADE, reason TEXT NOT NULL,
    hint TEXT NOT NULL, times INTEGER NOT NULL, first_at REAL NOT NULL, last_at REAL NOT NULL,
    is_error INTEGER NOT NULL, UNIQUE (source, reason)
);
CREATE TABLE note (name TEXT PRIMARY KEY, text TEXT NOT NULL, at REAL NOT NULL);
"""
_GRADES_AND_CORRECTIONS = """
ALTER TABLE item ADD COLUMN grade TEXT NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN content TEXT;
ALTER TABLE item ADD COLUMN updated TEXT;
ALTER TABLE item ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0;
CREATE INDEX item_by_correction ON item (source, corrected) WHERE corrected > 0;
CREATE INDEX item_by_grade ON item (source, state, grade);
"""
_SKIPPED_INPUTS = """
CREATE TABLE skipped_input (
    id INTEGER PRIMARY KEY, origin TEXT NOT NULL, title TEXT NOT NULL, reason TEXT NOT NULL,
    hint TEXT NOT NULL, command TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, at REAL NOT NULL
);
"""
_MEASURES = """
ALTER TABLE item ADD COLUMN length INTEGER;
ALTER TABLE item ADD COLUMN teaser INTEGER
"""
_SAMPLES = "ALTER TABLE item ADD COLUMN sample BLOB"
_REJECTED_ROWS = """
CREATE TABLE rejected_rows (
    id INTEGER PRIMARY KEY, dataset TEXT NOT NULL, inputs TEXT NOT NULL, number INTEGER NOT NULL,
    first TEXT NOT NULL, file TEXT NOT NULL, who TEXT NOT NULL, uploaded INTEGER NOT NULL, at REAL NOT NULL
)
"""
_PROXIES = "ALTER TABLE source ADD COLUMN proxy TEXT"
_RELEASES = (
    _FIRST, _GRADES_AND_CORRECTIONS, _SKIPPED_INPUTS, _MEASURES, _SAMPLES, _REJECTED_ROWS, _PROXIES,
)  # fmt: skip
"""What makes the tables of each release out of those of the release before."""

_WRITER = "program"
"""The name of the note that says which version brought the file to its release."""


@dataclass(frozen=True, slots=True)
class Store:
    """The file below a data folder `home`. It is made when something is first written."""

    home: Path

    @property
    def path(self) -> Path:
        """The path of the file."""
        return self.home / "sources.sqlite"

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Run the block in one transaction; it is undone if the block raises.

        Raises `DatabaseError` if the file cannot be written to.
        """
        with self._opened() as database:
            database.execute("BEGIN IMMEDIATE")
            try:
                yield database
            except BaseException:
                database.execute("ROLLBACK")
                raise
            database.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection whose reads in the block see one state; raises `DatabaseError`."""
        with self._opened() as database:
            database.execute("BEGIN")
            try:
                yield database
            finally:
                database.execute("ROLLBACK")

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
            database = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
            try:
                database.row_factory = sqlite3.Row
                self._prepare(database)
                yield database
            finally:
                database.close()
        except KonstelasiError:
            raise
        except (sqlite3.Error, OSError) as error:
            raise DatabaseError(
                f"The list of sources {self.path} cannot be used ({error}). "
                "Check the disk and the owner of the file."
            ) from error

    def _prepare(self, database: sqlite3.Connection) -> None:
        database.execute("PRAGMA foreign_keys = ON")
        release = _release_of(database)
        self._refuse_newer(database, release)
        if release == len(_RELEASES):
            database.execute("PRAGMA synchronous = NORMAL")
            return
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("BEGIN IMMEDIATE")
        release = _release_of(database)  # perhaps another process was faster
        self._refuse_newer(database, release)
        for statement in ";".join(_RELEASES[release:]).split(";"):
            database.execute(statement)
        database.execute("INSERT OR REPLACE INTO note VALUES (?, ?, ?)", [_WRITER, PROGRAM, time.time()])
        database.execute(f"PRAGMA user_version = {len(_RELEASES)}")
        database.execute("COMMIT")
        self.path.chmod(0o600)

    def _refuse_newer(self, database: sqlite3.Connection, release: int) -> None:
        """Raise `NewerSourcesError` if this code does not know the file's release."""
        if release <= len(_RELEASES):
            return
        raise NewerSourcesError(
            f"The list of sources {self.path} was written by newer code ({_writer_of(database)}, release "
            f"{release} of the list) than runs here ({PROGRAM}, up to release {len(_RELEASES)}). "
            "If Konstelasi was updated while the app was running, restart the app; "
            "otherwise update Konstelasi."
        )


def _writer_of(database: sqlite3.Connection) -> str:
    """Return which version brought the file to its release, as far as this code can read that."""
    try:
        row = database.execute("SELECT text FROM note WHERE name = ?", [_WRITER]).fetchone()
    except sqlite3.Error:
        row = None
    return str(row[0]) if row else "an unnamed version"


def _release_of(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])
