"""The engine's users, with generated passwords and rights that the database itself enforces.

Each role has a user, and so does each slot for typed queries.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
from pathlib import Path

from cypher.bolt.settings import Role
from cypher.engine.folder import DATABASE, EngineFolder, read_record, write_record
from cypher.engine.guard.slots import slot_passwords

NAMES = {Role.OWNER: "root", Role.ANALYST: "analyst", Role.READER: "reader"}
"""The user of each role; the engine insists on a user called root."""

_ITERATIONS = 1024  # of PBKDF2: few suffice, as the passwords are long and random and hashed at each start
_RECORDS = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
_RIGHTS = {
    Role.OWNER: (["updateSecurity", "updateSchema", "updateDatabaseSettings"], _RECORDS),
    Role.ANALYST: (["updateSchema"], _RECORDS),  # the first relationship of a type creates the type
    Role.READER: ([], ["readRecord"]),
}


def passwords(folder: EngineFolder) -> dict[Role, str]:
    """Return the password of each role; generate them on the first call for a folder."""
    stored = read_record(folder.passwords)
    if set(stored) != set(Role):
        stored = {role.value: secrets.token_urlsafe(24) for role in Role}
        write_record(folder.passwords, stored)
    return {role: stored[role] for role in Role}


def write_users(folder: EngineFolder) -> None:
    """Write the engine's files of users and groups before it starts; keeps passwords off the command line."""
    groups = {role.value: _group(*_RIGHTS[role]) for role in Role} | {"*": _group([], [])}
    write_record(
        folder.root / "config" / "server-groups.json",
        {"databases": {"*": {"groups": groups}}, "version": 2},
    )
    known = passwords(folder)
    users = [_user(NAMES[role], known[role], role) for role in Role]
    users += [_user(name, password, Role.READER) for name, password in slot_passwords(known).items()]
    _write_private(folder.root / "config" / "server-users.jsonl", "".join(f"{user}\n" for user in users))


def _group(rights: list[str], records: list[str]) -> dict[str, object]:
    unlimited = -1  # a limit here would silently truncate results
    return {
        "resultSetLimit": unlimited,
        "readTimeout": unlimited,
        "access": rights,
        "types": {"*": {"access": records}},
    }


def _user(name: str, password: str, role: Role) -> str:
    databases = {"*": [role.value]} if role is Role.OWNER else {DATABASE: [role.value]}
    return json.dumps({"name": name, "databases": databases, "password": _hashed(password)})


def _hashed(password: str) -> str:
    salt = base64.b64encode(os.urandom(32)).decode()  # the engine uses this text as salt, not the bytes
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ITERATIONS, 32)
    return f"PBKDF2WithHmacSHA256${_ITERATIONS}${salt}${base64.b64encode(digest).decode()}"


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
