"""Brokerage between groups: who ties two that have no tie of their own.

The roles are those of Gould and Fernandez (https://doi.org/10.2307/270949) without directions, so that
their gatekeeper and representative are one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from cypher.analysis.values import Values, whole
from cypher.bolt.table import Table

COORDINATOR, CONSULTANT, GATEKEEPER, LIAISON = "coordinator", "consultant", "gatekeeper", "liaison"


@dataclass(frozen=True, slots=True)
class Network:
    """Who is tied to whom, and the group of each: the id of a bloc, or the own one of those without."""

    partners: Mapping[str, frozenset[str]]
    groups: Mapping[str, str]

    def open_pairs(self, broker: str) -> Iterator[tuple[str, str]]:
        """Yield the pairs of partners of a broker that are not tied to each other."""
        for one, other in combinations(sorted(self.partners[broker]), 2):
            if other not in self.partners[one]:
                yield one, other

    def role(self, broker: str, one: str, other: str) -> str:
        """Return the role of a broker between two of its partners."""
        own, groups = self.groups[broker], (self.groups[one], self.groups[other])
        if groups[0] == groups[1]:
            return COORDINATOR if own == groups[0] else CONSULTANT
        return GATEKEEPER if own in groups else LIAISON

    def linked_groups(self) -> set[frozenset[str]]:
        """Return the pairs of groups with a tie between their members."""
        ties = ((one, other) for one, partners in self.partners.items() for other in partners)
        return {frozenset((self.groups[one], self.groups[other])) for one, other in ties}

    def blocs(self) -> set[str]:
        """Return the groups of more than one member."""
        return {group for group, members in Counter(self.groups.values()).items() if members > 1}


def network_of(rows: Iterable[Mapping[str, object]]) -> Network:
    """Return the network of rows with ``entity``, ``bloc`` (or None) and ``neighbours``."""
    partners, groups = {}, {}
    for row in rows:
        entity, near = str(row["entity"]), row["neighbours"]
        partners[entity] = frozenset(near if isinstance(near, list) else ())
        groups[entity] = str(row["bloc"] or entity)
    return Network(partners, groups)


def brokers_between_blocs(table: Table, values: Values) -> Table:
    """Count the open pairs of each entity by its role, those with most pairs across groups first."""
    rows = table.records()
    network = network_of(rows)
    linked, blocs = network.linked_groups(), network.blocs()
    found = []
    for row in rows:
        broker, roles, unlinked = row["entity"], Counter[str](), set[frozenset[str]]()
        for pair in network.open_pairs(broker):
            role = network.role(broker, *pair)
            roles[role] += 1
            joined = frozenset(network.groups[end] for end in pair)
            if role == LIAISON and joined not in linked and joined & blocs:
                unlinked.add(joined)
        across = roles[LIAISON] + roles[GATEKEEPER]
        counts = (roles[each] for each in (LIAISON, GATEKEEPER, CONSULTANT, COORDINATOR))
        partners = len(network.partners[broker])
        found.append((row["name"], row["kind"], across, *counts, len(unlinked), partners, broker))
    found = [row for row in found if row[2]]
    found.sort(key=lambda row: (-row[2], -row[3], row[-1]))
    columns = (
        *("name", "kind", "across", LIAISON, GATEKEEPER, CONSULTANT, COORDINATOR),
        *("unlinked", "partners", "entity"),
    )
    return Table(columns, tuple(found[: whole(values, "limit")]))
