"""The list of members: a text file with an e-mail address and a role on each line, read again on each use."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from cypher.errors import UsageError
from explorer.identity.roles import TeamRole


def read_members(path: Path) -> dict[str, TeamRole]:
    """Return the roles by e-mail address in lower case; ``@example.org`` stands for a whole domain.

    Empty lines and those that begin with # are comments. Raises `UsageError` if the file cannot be read, or
    for a line that is not an address and a role.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The list of members {path} cannot be read ({error}).") from None
    members = dict[str, TeamRole]()
    for number, line in enumerate(lines, start=1):
        words = line.split("#", 1)[0].split()
        if not words:
            continue
        if len(words) != 2 or "@" not in words[0] or words[1] not in set(TeamRole):
            raise UsageError(
                f"{path}, line {number}: write an e-mail address and one of {', '.join(TeamRole)}, "
                "for example: anna@example.org analyst"
            )
        if words[0].lower() in members:
            raise UsageError(f"{path}, line {number}: {words[0]} is on the list twice. Keep one line.")
        members[words[0].lower()] = TeamRole(words[1])
    return members


def role_of(members: Mapping[str, TeamRole], address: str) -> TeamRole | None:
    """Return the role of an address: its own, else that of its domain; None if it is not on the list."""
    name, _, domain = address.lower().rpartition("@")
    if not name or "@" in name:
        return None
    return members.get(f"{name}@{domain}") or members.get(f"@{domain}")
