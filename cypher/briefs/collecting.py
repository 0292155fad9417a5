"""Collects the evidence of a tie, claim, actor, pair or network from the graph, as an analyst sees it now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from cypher.bolt.table import Table
from cypher.briefs.claims import Filters, claims_between, claims_of_actor, claims_of_tie, freeze, shared
from cypher.briefs.items import (
    MOST_CLAIMS,
    Item,
    ItemKind,
    MonthCount,
    Party,
    Standpoint,
    frozen_table,
)
from cypher.briefs.networks import FrozenNetwork, strongest
from cypher.database import Database
from cypher.database.export import plain_text
from cypher.errors import UsageError
from cypher.model.graph import Sign
from cypher.records.explore import FullEntity, NotOnCurve
from cypher.records.shared import DrawnTie, EvidenceClaim


def collect_tie(database: Database, tie: str, seen: Standpoint, filters: Filters, author: str = "") -> Item:
    """Return a tie with its claims; raises `UsageError` if the lens shows no such tie."""
    rows = database.rows(
        DrawnTie, "explore/ties", ids=[tie], lens=seen.lens, known_by=seen.known_by, **filters
    )
    if not rows:
        raise _nothing("tie", tie)
    (row,) = rows
    claims = claims_of_tie(database, tie, seen, MOST_CLAIMS + 1, filters)
    ends = (
        Party(row.actor, row.actor_name, row.actor_kind),
        Party(row.recipient, row.recipient_name, row.recipient_kind),
    )
    sign = row.relation_type or row.sign
    shown = replace(seen, filters=_texts(filters))
    item = _item(ItemKind.TIE, tie, ends, shown, author)
    return replace(_with_claims(database, item, claims), sign=sign, directed=row.directed)


def collect_claim(database: Database, claim: str, seen: Standpoint, author: str = "") -> Item:
    """Return one claim; raises `UsageError` if the graph does not have it."""
    claims = database.rows(EvidenceClaim, "explore/claim", claim=claim)
    if not claims:
        raise _nothing("claim", claim)
    return _with_claims(database, _item(ItemKind.CLAIM, claim, (), seen, author), claims)


def collect_actor(database: Database, entity: str, seen: Standpoint, author: str = "") -> Item:
    """Return what the page of an actor shows: its events with their sentences, and its curve."""
    party = _party(database, entity)
    asked = {"entity": party.id, **shared(seen)}
    claims = claims_of_actor(database, party.id, seen, MOST_CLAIMS + 1)
    months = database.read("saved/people/history", **asked)
    item = _item(ItemKind.ACTOR, party.id, (party,), seen, author)
    left_out = _left_out(database, "explore/not_on_curve_of", asked)
    return replace(_with_claims(database, item, claims), months=_months(months), not_on_curve=left_out)


def collect_pair(database: Database, first: str, second: str, seen: Standpoint, author: str = "") -> Item:
    """Return what the page of two actors shows: their events in both directions, and their curve."""
    ends = (_party(database, first), _party(database, second))
    there, here = ends[0].id, ends[1].id
    newest = claims_between(database, there, here, seen, MOST_CLAIMS + 1)
    pair = {"first": there, "second": here, **shared(seen)}
    months = _months(database.read("saved/bilateral/history", **pair))
    left_out = _left_out(database, "explore/not_on_curve_between", pair)
    item = _item(ItemKind.PAIR, f"{there} {here}", ends, seen, author)
    with_claims = _with_claims(database, item, newest)
    return replace(with_claims, directed=False, months=months, not_on_curve=left_out)


def collect_network(
    database: Database,
    drawn: FrozenNetwork,
    centres: Sequence[str],
    seen: Standpoint,
    filters: Filters,
    author: str = "",
) -> Item:
    """Return a drawn network about `centres`, with the newest claims of its strongest ties.

    `seen` has the filters of the view as they are told; `filters` are those of the claims. Names become those
    of the graph. Raises `UsageError` if the network has no tie, or the lens shows none of its ties.
    """
    ids = [tie for each in drawn.ties for tie in each.behind]
    asked = {"lens": seen.lens, "known_by": seen.known_by, **filters}
    rows = database.rows(DrawnTie, "explore/ties", ids=ids, limit=len(ids), **asked) if ids else ()
    if not rows:
        raise UsageError(
            "This network has no ties that the lens shows, so nothing was added. Show other actors."
        )
    named = {row.actor: row.actor_name for row in rows} | {row.recipient: row.recipient_name for row in rows}
    claims = _claims_of_strongest(database, drawn, asked)
    parties = tuple(_party(database, each) for each in centres)
    item = _item(ItemKind.NETWORK, "", parties, seen, author)
    kept = _with_claims(database, item, claims)
    more = sum(tie.claims for tie in drawn.ties) > len(kept.claims)
    return replace(kept, network=drawn.named(named), more=more)


def _claims_of_strongest(
    database: Database, drawn: FrozenNetwork, asked: Mapping[str, object]
) -> list[EvidenceClaim]:
    """Return the newest claims of each tie, the strongest ties first, up to the limit of an item."""
    ties = [tie for each in strongest(drawn.ties) for tie in each.behind][:MOST_CLAIMS]
    each = max(1, MOST_CLAIMS // len(ties))
    found = (database.rows(EvidenceClaim, "explore/evidence", tie=tie, **asked, limit=each) for tie in ties)
    distinct = {claim.claim: claim for claims in found for claim in claims}
    return list(distinct.values())[:MOST_CLAIMS]


def collected_result(query: str, heading: str, table: Table, seen: Standpoint, author: str = "") -> Item:
    """Return the first rows of a query's result; `query` is its name, or its text if it was typed."""
    rows = [[plain_text(value) for value in row] for row in table.rows]
    item = _item(ItemKind.QUERY, query, (), seen, author)
    kept = frozen_table(table.columns, rows, truncated=table.truncated)
    return replace(item, heading=heading, table=kept)


def own_text(heading: str, text: str, author: str = "") -> Item:
    """Return a part of the analyst's own words."""
    return Item(ItemKind.TEXT, heading.strip(), text.strip(), collected_by=author, collected_at=_now())


def _item(kind: ItemKind, subject: str, parties: tuple[Party, ...], seen: Standpoint, author: str) -> Item:
    return Item(kind, subject=subject, parties=parties, seen=seen, collected_by=author, collected_at=_now())


def _with_claims(database: Database, item: Item, claims: Sequence[EvidenceClaim]) -> Item:
    return replace(item, claims=freeze(database, claims[:MOST_CLAIMS]), more=len(claims) > MOST_CLAIMS)


def _party(database: Database, entity: str) -> Party:
    rows = database.rows(FullEntity, "explore/entity", entity=entity)
    if not rows:
        raise _nothing("actor", entity)
    return Party(rows[0].id, rows[0].name, rows[0].kind)


def _months(table: Table) -> tuple[MonthCount, ...]:
    signs = {Sign.COOPERATION, Sign.CONFLICT, Sign.NEUTRAL}
    rows = table.records()
    return tuple(MonthCount(row["month"], row["sign"], row["claims"]) for row in rows if row["sign"] in signs)


def _left_out(database: Database, name: str, asked: Mapping[str, object]) -> NotOnCurve | None:
    (found,) = database.rows(NotOnCurve, name, **asked)
    return found if found.undated or found.of_year else None


def _texts(filters: Filters) -> tuple[tuple[str, str], ...]:
    chosen = {name: value for name, value in filters.items() if value}
    return tuple((name, plain_text(value)) for name, value in sorted(chosen.items()))


def _nothing(what: str, key: str) -> UsageError:
    return UsageError(
        f"This lens shows no {what} {key!r} any more, so nothing was added to the brief. Reload the page."
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
