"""Backups to be changed by hand, and a data folder that holds another graph than they do."""

from __future__ import annotations

import json
import shutil
import warnings
import zipfile
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from cypher.backups.backup import back_up
from cypher.database import Role, Settings, connect
from cypher.engine.client import stop
from cypher.engine.folder import DATABASE, EngineFolder
from tests.services import administration

SAVED = "CREATE (:Actor {id: 'saved'})<-[:`acts.in/ü` {id: '1'}]-(:Event {id: 'event'})"


@dataclass(frozen=True)
class Backup:
    """What a backup holds, to be changed and written: ``backup.json``, and the files by name."""

    about: dict[str, Any]
    files: dict[str, bytes]
    also: tuple[tuple[str | zipfile.ZipInfo, bytes], ...] = field(default=())

    @classmethod
    def read(cls, path: Path) -> Backup:
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        return cls(json.loads(files.pop("backup.json")), files)

    def write(self, path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of names that are there twice, which is meant
            archive.writestr("backup.json", json.dumps(self.about))
            for name, content in (*self.files.items(), *self.also):
                archive.writestr(name, content)

    def saying(self, **changes: object) -> Backup:
        return replace(self, about={**self.about, **changes})

    def listing(self, name: str, **changes: object) -> Backup:
        listed = {**self.about["files"], name: {**self.about["files"].get(name, {}), **changes}}
        return self.saying(files=listed, size=sum(int(packed["size"]) for packed in listed.values()))

    def holding(self, name: str, content: bytes) -> Backup:
        return replace(self, files={**self.files, name: content})

    def without(self, ending: str) -> Backup:
        return replace(self, files={n: c for n, c in self.files.items() if not n.endswith(ending)})

    def consistent(self) -> Backup:
        """With a manifest that fits the files, as whoever made them by hand would write it."""
        listed = {n: {"size": len(c), "sha256": sha256(c).hexdigest()} for n, c in self.files.items()}
        return self.saying(files=listed, size=sum(map(len, self.files.values())))

    def older(self) -> Backup:
        """In the layout of the first version, without a manifest."""
        about = {key: value for key, value in self.about.items() if key != "files"}
        return replace(self, about={**about, "format": 1, "size": sum(map(len, self.files.values()))})

    def name(self, part: str) -> str:
        return next(name for name in self.files if part in name)


def saved_and_present(folder: Path) -> tuple[Path, Path]:
    """A backup of two nodes and a relationship, and a data folder with one node and without an engine."""
    saved, present = folder / "good.zip", folder / "present"
    with connect(Settings(present), Role.ANALYST), administration(Settings(present)) as connection:
        connection.run("add", SAVED, {}, write=True)
        back_up(present, saved)
        connection.run("remove", "MATCH (node) DETACH DELETE node", {}, write=True)
        connection.run("add", "CREATE (:Actor {id: 'present'})", {}, write=True)
    stop(present)
    return saved, present


def copied(present: Path, root: Path) -> Path:
    """A data folder `root` with the graph of `present`."""
    folder = EngineFolder(root)
    folder.prepare()
    shutil.copytree(present / "databases" / DATABASE, folder.databases / DATABASE)
    return root


def actors(home: Path) -> list[str]:
    with administration(Settings(home)) as connection:
        return [row[0] for row in connection.run("ids", "MATCH (a:Actor) RETURN a.id", {}).rows]


def state(home: Path) -> dict[str, bytes]:
    """All files of the database, and the names of what lies beside it, without logs and the audit record."""
    data = home / "databases" / DATABASE
    found = {file.name: file.read_bytes() for file in data.iterdir()} if data.is_dir() else {}
    return found | {f"{path.name}/": b"" for path in home.iterdir() if path.name not in {"log", "audit"}}
