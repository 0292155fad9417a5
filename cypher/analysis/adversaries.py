"""Who talked with both sides of conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cypher.analysis.values import Values, whole
from cypher.bolt.table import Table


@dataclass(frozen=True, slots=True)
class Contacts:
    """The partners in talks, the targets of attacks and the name of each entity, by its id."""

    partners: Mapping[str, frozenset[str]]
    attacked: Mapping[str, frozenset[str]]
    names: Mapping[str, str]

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]]) -> Contacts:
        """Read rows with ``entity``, ``name``, ``partners`` and ``attacked``."""
        partners, attacked, names = {}, {}, {}
        for row in rows:
            names[row["entity"]] = row["name"]
            partners[row["entity"]] = frozenset(row["partners"])
            attacked[row["entity"]] = frozenset(row["attacked"])
        return cls(partners, {one: each for one, each in attacked.items() if each}, names)

    def number(self, talker: str) -> int:
        """Return the number of conflicts with both of whose sides an entity talked."""
        near = self.partners[talker]
        return sum(len(near & self.attacked[one]) for one in near & self.attacked.keys())

    def conflicts(self, talker: str) -> list[str]:
        """Return these conflicts by the names of their sides, each once."""
        near = self.partners[talker]
        return sorted(
            {
                f"{self.names[one]} → {self.names[other]}"
                for one in near & self.attacked.keys()
                for other in near & self.attacked[one]
            }
        )


def talkers_to_adversaries(table: Table, values: Values) -> Table:
    """List those who talked with both sides of a conflict, first those of the most conflicts.

    Everybody with whom somebody talked has a row of its own.
    """
    rows, limit = table.records(), whole(values, "limit")
    contacts = Contacts.of(rows)
    numbers = {row["entity"]: contacts.number(row["entity"]) for row in rows}
    found: list[tuple[Any, ...]] = []
    least: list[int] = []
    for row in sorted(rows, key=lambda row: -numbers[row["entity"]]):
        who = row["entity"]
        # Conflicts of the same names count once, so there may be fewer than `numbers` says, never more.
        if not numbers[who] or (len(least) >= limit and numbers[who] < least[limit - 1]):
            break
        conflicts = contacts.conflicts(who)
        least = sorted([*least, len(conflicts)], reverse=True)
        found.append((row["name"], row["kind"], row["voices"], conflicts, who))
    found.sort(key=lambda row: (-len(row[3]), -row[2], row[4]))
    return Table(("name", "kind", "voices", "conflicts", "entity"), tuple(found[:limit]))
