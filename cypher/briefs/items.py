"""The items of a brief: own text, ties, claims, actors, pairs, networks, and results of queries.

An item never changes after it was collected. Its id is a hash of its content, so that all versions of a brief
that have it share one copy.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from cypher.briefs.charts import FrozenChart
from cypher.briefs.evidence import FrozenClaim
from cypher.briefs.networks import FrozenNetwork
from cypher.errors import KonstelasiError, UsageError
from cypher.model.ids import content_id
from cypher.records.explore import NotOnCurve

LONGEST_HEADING = 200
"""The maximum length of a heading in characters."""
LONGEST_TEXT = 20_000
"""The maximum length of one own text in characters."""
MOST_CLAIMS = 60
"""The maximum number of claims of an item; the newest are kept."""
MOST_ROWS = 200
MOST_COLUMNS = 30
"""The maximum size of a query's result in a brief; the first rows and columns are kept."""
LONGEST_CELL = 1_000
LONGEST_CONTENT = 1_000_000
"""The maximum length of an item in characters, as JSON."""

_LATER = frozenset({"network", "chart", "not_on_curve"})
"""Fields that older versions do not have: content without them keeps its id."""


class BrokenItemError(KonstelasiError):
    """The stored content of an item cannot be read."""


class ItemKind(StrEnum):
    """What an item of a brief is about."""

    TEXT = "text"
    TIE = "tie"
    CLAIM = "claim"
    ACTOR = "actor"
    PAIR = "pair"
    QUERY = "query"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Standpoint:
    """How the analyst saw what was collected.

    `known_by` is the day of the clock, None for today. `filters` are those of the view or the parameters of
    the query, as text by name.
    """

    lens: str
    level: str
    known_by: str | None = None
    filters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """An entity that an item is about."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class MonthCount:
    """The number of claims of a sign in a month (YYYY-MM): one bar of the curve."""

    month: str
    sign: str
    claims: int


@dataclass(frozen=True, slots=True)
class FrozenTable:
    """The first rows of a query's result as text; `cut` if there were more rows or columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a brief.

    `heading` is that of own text or of a query; those of other items follow from `parties`. `text` is what
    the analyst writes about it. `more` means that there were more claims than were kept. `not_on_curve` has
    the number of claims that `months` leaves out, if there are any.
    """

    kind: ItemKind
    heading: str = ""
    text: str = ""
    subject: str = ""
    sign: str = ""
    directed: bool = True
    parties: tuple[Party, ...] = ()
    seen: Standpoint | None = None
    claims: tuple[FrozenClaim, ...] = ()
    more: bool = False
    months: tuple[MonthCount, ...] = ()
    table: FrozenTable | None = None
    collected_by: str = ""
    collected_at: str = ""
    network: FrozenNetwork | None = None
    chart: FrozenChart | None = None
    not_on_curve: NotOnCurve | None = None

    @property
    def content(self) -> str:
        """The item as JSON; raises `UsageError` if it is larger than a brief may hold."""
        self.refuse_unfit()
        values = asdict(self).items()
        kept = {name: value for name, value in values if value is not None or name not in _LATER}
        content = json.dumps(kept, ensure_ascii=False, sort_keys=True)
        if len(content) > LONGEST_CONTENT:
            raise UsageError(
                f"This part has {len(content):,} characters; a part of a brief has at most "
                f"{LONGEST_CONTENT:,}. Narrow it by filters, then add it again."
            )
        return content.encode("utf-8", "replace").decode()  # lone surrogates cannot be stored

    @property
    def id(self) -> str:
        """Its id, which follows from its content."""
        return content_id("brief item", self.content)

    def refuse_unfit(self) -> None:
        """Raise `UsageError` if a text of the analyst is too long, or an own text is empty."""
        for name, text, longest in (
            ("heading", self.heading, LONGEST_HEADING),
            ("text", self.text, LONGEST_TEXT),
        ):
            if len(text) > longest:
                raise UsageError(
                    f"The {name} of a part has at most {longest:,} characters; this one has {len(text):,}."
                )
        if self.kind is ItemKind.TEXT and not (self.heading.strip() or self.text.strip()):
            raise UsageError("An own text needs a heading or some text. Write one, then add it again.")


def item_of(key: str, content: str) -> Item:
    """Return the item of stored `content`; raises `BrokenItemError` with its id `key` if it is none."""
    try:
        return _item(json.loads(content))
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise BrokenItemError(
            f"The part {key} of a brief cannot be read ({error}). Open an earlier version."
        ) from error


def _item(value: Mapping[str, Any]) -> Item:
    seen, table = value["seen"], value["table"]
    network, chart, left_out = value.get("network"), value.get("chart"), value.get("not_on_curve")
    built = {
        "kind": ItemKind(value["kind"]),
        "parties": tuple(Party(**party) for party in value["parties"]),
        "seen": seen and Standpoint(**{**seen, "filters": tuple(map(tuple, seen["filters"]))}),
        "claims": tuple(map(FrozenClaim.from_json, value["claims"])),
        "months": tuple(MonthCount(**month) for month in value["months"]),
        "table": table and _table(table),
        "network": network and FrozenNetwork.from_json(network),
        "chart": chart and FrozenChart.from_json(chart),
        "not_on_curve": left_out and NotOnCurve(**left_out),
    }
    return Item(**{**value, **built})


def _table(value: Mapping[str, Any]) -> FrozenTable:
    return FrozenTable(tuple(value["columns"]), tuple(map(tuple, value["rows"])), bool(value["cut"]))


def frozen_table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, truncated: bool) -> FrozenTable:
    """Return the first rows and columns of a result whose values are texts; long texts are cut."""
    kept = tuple(tuple(_cell(value) for value in row[:MOST_COLUMNS]) for row in rows[:MOST_ROWS])
    cut = truncated or len(rows) > MOST_ROWS or len(columns) > MOST_COLUMNS
    return FrozenTable(tuple(columns[:MOST_COLUMNS]), kept, cut)


def _cell(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
