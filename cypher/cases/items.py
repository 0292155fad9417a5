"""What a case collects: references to views, claims, queries, briefs, notes, entities and pairs."""

from __future__ import annotations

import json
import uuid
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from enum import StrEnum

from cypher.errors import KonstelasiError, UsageError
from cypher.model.ids import content_id

LONGEST_REMARK = 1000
"""The maximum length of a remark in characters."""

LONGEST_TITLE = 300
"""The maximum length of an item's title in characters; a longer one is cut."""

LONGEST_QUOTE = 2000
"""The maximum length of a quoted sentence in characters; a longer one is cut."""

LONGEST_ADDRESS = 60_000
"""The maximum length of an item's address as JSON, in characters."""


class BrokenCaseError(KonstelasiError):
    """An item of a case in the graph cannot be read."""


class CaseKind(StrEnum):
    """What an item refers to."""

    VIEW = "view"  # of the network
    CLAIM = "claim"
    SENTENCE = "sentence"
    QUERY = "query"  # with the values of its form
    BRIEF = "brief"
    NOTE = "note"
    ENTITY = "entity"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class CaseItem:
    """One item of a case; it never changes.

    `address` has the parameters of the page that shows it, with ``page``. `entities` are the ids of whom it
    is about: one for an entity, two for a pair. `quote` and `source` say what a claim, sentence or note said,
    and where. `note` is the id of a note.
    """

    kind: CaseKind
    title: str
    address: Mapping[str, str]
    entities: tuple[str, ...] = ()
    quote: str = ""
    source: str = ""
    remark: str = ""
    id: str = ""
    added_by: str = ""
    added_at: str = ""
    note: str = ""

    @property
    def thing(self) -> tuple[str, ...]:
        """What it refers to, the same for all items that refer to it, whatever their titles and remarks.

        Views and results are what they show, so lens, level, day and filters are part of them. All else is
        the same thing however it is seen.
        """
        return (self.kind.value, *self._names())

    def _names(self) -> tuple[str, ...]:
        if self.kind is CaseKind.NOTE:
            return (self.note,)
        if self.kind is CaseKind.ENTITY:
            return self.entities
        if self.kind is CaseKind.PAIR and "tie" not in self.address:
            return tuple(sorted(self.entities))
        named = _NAMED_BY.get(self.kind, self.address.keys() - _NOT_SHOWN)
        return tuple(f"{name}={self.address.get(name, '')}" for name in sorted(named))

    @property
    def content(self) -> str:
        """Everything but the id, as JSON."""
        values = asdict(self)
        del values["id"]
        return json.dumps(values, ensure_ascii=False, sort_keys=True)

    def added(self, author: str) -> CaseItem:
        """Return the item as `author` adds it now, with an id of its own.

        Raises `UsageError` for a remark or an address that is too long.
        """
        if len(self.remark) > LONGEST_REMARK:
            raise UsageError(f"A remark has at most {LONGEST_REMARK} characters. Shorten it, then add again.")
        if len(json.dumps(dict(self.address))) > LONGEST_ADDRESS:
            raise UsageError("This view is too large to be kept in a case. Filter it, then add it again.")
        return replace(
            self,
            title=self.title.strip()[:LONGEST_TITLE] or "…",
            quote=self.quote[:LONGEST_QUOTE],
            remark=self.remark.strip(),
            id=content_id("case item", uuid.uuid4()),
            added_by=author,
            added_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )


_NAMED_BY: Mapping[CaseKind, Collection[str]] = {
    CaseKind.CLAIM: ("claim",),
    CaseKind.PAIR: ("tie",),
    CaseKind.SENTENCE: ("document", "sentence"),
    CaseKind.BRIEF: ("brief", "version"),
}
"""The parameters of an address that say what an item is."""

_NOT_SHOWN = frozenset({"at", "language"})
"""Parameters of views and results that do not change what is shown: where nodes stand, and the language."""

_NAMES = frozenset(each.name for each in fields(CaseItem)) - {"id"}
_LATER = {"note": ""}
"""Fields that older versions did not keep."""


def case_item(id_: str, content: str) -> CaseItem:
    """Return the item of this id from its JSON; raises `BrokenCaseError`."""
    try:
        values = {**_LATER, **json.loads(content)}
        kept = {name: values[name] for name in _NAMES}
        texts = {name: str(kept[name]) for name in _NAMES - {"kind", "address", "entities"}}
        return CaseItem(
            kind=CaseKind(kept["kind"]),
            address={str(name): str(value) for name, value in kept["address"].items()},
            entities=tuple(map(str, kept["entities"])),
            id=id_,
            **texts,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BrokenCaseError(f"The item {id_} of a case cannot be read ({error}).") from error
