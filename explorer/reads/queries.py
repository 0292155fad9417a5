"""The reads of the pages: each function runs a catalogue statement under the reader's lens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from cypher.desk import watching
from cypher.desk.newest import day_reached, newest_claims_of, newest_day_of
from cypher.desk.watching import Watch
from cypher.model.graph import EntityKind, Level
from cypher.records.explore import (
    CountedFor,
    ExpansionCount,
    FoundEntity,
    FullEntity,
    NewestDyad,
    ReachedNeighbour,
    StirredTie,
    TieBehind,
    TieDates,
)
from cypher.records.shared import DrawnTie, EntityClaim, EvidenceClaim
from explorer.graph.dyads import STARTING_NODES, entities_of, leading_dyads
from explorer.graph.subgraph import Edge, Node, Subgraph, subgraph_of
from explorer.reads.connections import read, reader
from explorer.reads.counted_ties import TIES, Around, counted_neighbours, counted_ties_among
from explorer.view.clock import KNOWN_BY, known_by
from explorer.view.filters import NO_FILTERS, Filters
from explorer.view.level import LEVEL, level, level_below
from explorer.view.state import Centre, signs_of

WEEKS = (2, 8, 26, None)
"""The periods before the newest day from which the start may draw, in weeks; the last one is all time."""

RECENT = 2000
"""The number of the newest claims from which the start draws."""

EVIDENCE = 50
SUGGESTIONS = 12
EVERY_TIE = 100_000


def search(name: str, lens: str) -> Sequence[FoundEntity]:
    """Return the entities that match any spelling of `name`, the best match first."""
    if not name.strip():
        return ()
    return read(FoundEntity, "explore/search_entities", text=name, limit=SUGGESTIONS, lens=lens)


def entity(entity_id: str) -> FullEntity | None:
    """Return one entity with its aliases, or None."""
    return next(iter(read(FullEntity, "explore/entity", entity=entity_id)), None)


def at_level(entity_id: str) -> str:
    """Return whose ties an entity has at the reader's level: its own, or those of what it acts for."""
    if level() == Level.ACTOR:
        return entity_id
    (found,) = read(CountedFor, "explore/counts_for", entities=[entity_id])
    return found.meant


def entity_node(entity_id: str) -> Node | None:
    """Return one entity as a node to draw, or None."""
    found = entity(entity_id)
    return Node(found.id, found.name, EntityKind(found.kind), found.country) if found else None


def starting_point(lens: str) -> Subgraph:
    """Return the ties of the strongest pairs in the newest weeks; of more weeks if these have few pairs."""
    newest = newest_day()
    found: list[NewestDyad] = []
    for weeks in WEEKS if newest else (None,):
        since = newest - timedelta(weeks=weeks) if newest and weeks else day_reached(read, lens, RECENT)
        asked = {"lens": lens, "since": since and since.isoformat(), "recent": RECENT}
        found = read(NewestDyad, "explore/newest_dyads", **asked)
        if entities_of(found) >= STARTING_NODES:
            break
    return ties([each for dyad in leading_dyads(found) for each in dyad.ties], lens)


def newest_day() -> date | None:
    """Return the day of the newest document, or of the newest events if no document has one, or None."""
    return newest_day_of(read)


def neighbours(centre: Centre, lens: str, filters: Filters) -> Subgraph:
    """Return the first ties of an entity, by the centre's rank, that pass the filters."""
    if centre.event_type:
        filters = replace(filters, event_types=(centre.event_type,))
    entity_, signs = at_level(centre.entity), signs_of(filters)
    if as_counted(filters) and not filters.kinds:
        return counted_neighbours(Around(entity_, tuple(signs), centre.rank, centre.limit), lens)
    wanted = {"entity": entity_, "rank": centre.rank.value, "limit": centre.limit, "signs": signs}
    return subgraph_of(read(DrawnTie, "explore/neighbours", lens=lens, **wanted, **_chosen(filters)))


def reach(ids: Sequence[str], lens: str, filters: Filters) -> Sequence[tuple[str, str]]:
    """Return pairs of each entity with the entities that it is tied to; only ties that pass the filters."""
    asked = {"entities": list(ids), "lens": lens, "signs": list(filters.signs) or None} | _chosen(filters)
    rows = read(ReachedNeighbour, "explore/reach", **asked) if ids else ()
    return [(row.entity, row.neighbour) for row in rows]


def ties_among(ids: Sequence[str], lens: str, filters: Filters) -> Subgraph:
    """Return all ties between these entities that pass the filters, the strongest first."""
    if not ids:
        return Subgraph()
    if as_counted(filters):
        return counted_ties_among(ids, lens, _sign(filters))
    wanted = {"entities": list(ids), "lens": lens, "limit": TIES, "sign": _sign(filters)}
    wanted |= claim_filters(filters)
    return subgraph_of(read(DrawnTie, "explore/ties_among", **wanted))


def tie_dates(ties: Iterable[Edge], lens: str, filters: Filters) -> dict[str, Sequence[str]]:
    """Return the dates of the claims of these ties that pass the filters, by tie.

    Only ties that are new or have a new version are read; the others were in an earlier picture.
    """
    known = _known_dates(lens, filters, known_by())
    versions = {tie.id: tie.version for tie in ties}
    missing = [key for key, version in versions.items() if known.get(key, (None,))[0] != version]
    rows = (
        read(TieDates, "explore/tie_dates", ids=missing, lens=lens, **claim_filters(filters))
        if missing
        else ()
    )
    known.update({key: (versions[key], []) for key in missing})
    known.update({row.tie: (versions[row.tie], row.dates) for row in rows})
    return {key: known[key][1] for key in versions}


@st.cache_resource(ttl=600, max_entries=20, show_spinner=False)
def _known_dates(lens: str, filters: Filters, day: str | None) -> dict[str, tuple[int, Sequence[str]]]:
    """The dates that `tie_dates` has read, by tie with its version, for this lens, filters and day."""
    return {}


def stirred_ties(earlier: str, since: str, until: str | None, lens: str) -> Sequence[StirredTie]:
    """Return the ties with claims that became known from `since` on, or before it from `earlier` on."""
    return read(StirredTie, "explore/stirred_ties", earlier=earlier, since=since, until=until, lens=lens)


def ties_known(ids: Sequence[str], day: str | None, lens: str) -> Subgraph:
    """Return all ties between these entities as known on a day; None means the reader's `known_by`."""
    if day is None and known_by() is None:
        return ties_among(ids, lens, Filters())
    if not ids:
        return Subgraph()
    wanted = {"entities": list(ids), "lens": lens, "limit": TIES} | ({KNOWN_BY: day} if day else {})
    return subgraph_of(read(DrawnTie, "explore/ties_among", **wanted))


def watches(author: str) -> list[Watch]:
    """Return the saved queries that an analyst watches; not cached, as the data version ignores watches."""
    return watching.watches(reader(), author)


def tie(tie_id: str, lens: str) -> Subgraph:
    """Return one tie with its ends; empty if the lens does not show it."""
    return ties([tie_id], lens)


def ties(ids: Sequence[str], lens: str) -> Subgraph:
    """Return the ties with these ids that the lens shows, with their ends."""
    name = "explore/counted_ties" if known_by() is None else "explore/ties"
    return subgraph_of(read(DrawnTie, name, ids=ids, lens=lens))


def ties_behind(ids: Sequence[str], lens: str, filters: Filters) -> Sequence[TieBehind]:
    """Return which ties of the level below are behind these ties, those with most voices first."""
    return (
        read(TieBehind, "explore/ties_behind", ids=list(ids), lens=lens, **claim_filters(filters))
        if ids
        else ()
    )


def ties_below(ids: Sequence[str], lens: str, filters: Filters) -> Subgraph:
    """Return those of these ties that are of the level below and pass the filters on claims."""
    wanted = {"ids": list(ids), "lens": lens, LEVEL: level_below()}
    if as_counted(filters):
        return subgraph_of(read(DrawnTie, "explore/counted_ties", **wanted))
    return subgraph_of(read(DrawnTie, "explore/ties", **wanted, **claim_filters(filters)))


def strongest_ties(
    entity_id: str, lens: str, own: bool = False, filters: Filters = NO_FILTERS
) -> Sequence[DrawnTie]:
    """Return an entity's strongest ties that pass the filters on claims and voices, drawn or not.

    If `own`, here and in the next ones, they are those of the level below, of an entity inside a node.
    """
    asked = {**_whose(entity_id, own), "lens": lens, "limit": 100}
    if as_counted(filters):
        rows = read(DrawnTie, "explore/counted_neighbours", **asked)
    else:
        rows = read(DrawnTie, "explore/neighbours", **asked, **claim_filters(filters))
    return [row for row in rows if row.voices >= filters.voices]


def expansion_counts(
    entity_id: str, lens: str, filters: Filters, own: bool = False
) -> Sequence[ExpansionCount]:
    """Return how many ties an expansion by these filters would add, by event type and sign.

    Verdicts and voices filter none of them here: the picture leaves out those ties after an expansion.
    """
    wanted = {**_whose(entity_id, own), "lens": lens, "signs": signs_of(filters)}
    if as_counted(filters) and not filters.kinds:
        return read(ExpansionCount, "explore/counted_expansion_counts", **wanted)
    return read(ExpansionCount, "explore/expansion_counts", **wanted, **_chosen(filters))


def count_of_ties(entity_id: str, lens: str, filters: Filters) -> int:
    """Return how many ties of an entity pass the filters, those on verdicts and voices too."""
    found = neighbours(Centre(entity_id, limit=EVERY_TIE), lens, filters).edges.values()
    verdicts = filters.verdicts
    return sum(edge.voices >= filters.voices and (not verdicts or edge.verdict in verdicts) for edge in found)


def claims_of(entity_id: str, lens: str, own: bool = False) -> Sequence[EntityClaim]:
    """Return the latest claims about an entity."""
    return newest_claims_of(read, lens, 8, **_whose(entity_id, own))


def _whose(entity_id: str, own: bool) -> dict[str, str]:
    return {"entity": entity_id, LEVEL: level_below()} if own else {"entity": at_level(entity_id)}


def evidence(tie_id: str, lens: str, filters: Filters) -> Sequence[EvidenceClaim]:
    """Return the claims behind a tie, the newest first."""
    return read(
        EvidenceClaim, "explore/evidence", tie=tie_id, lens=lens, limit=EVIDENCE, **claim_filters(filters)
    )


def as_counted(filters: Filters) -> bool:
    """Whether the counts stored on ties are valid, because no filter chooses among their claims."""
    return known_by() is None and all(value is None for value in claim_filters(filters).values())


def claim_filters(filters: Filters) -> dict[str, object]:
    """The parameters with which statements filter claims; None filters nothing."""
    return {
        "event_types": list(filters.event_types) or None,
        "statuses": list(filters.statuses) or None,
        "since": filters.since,
        "until": filters.until,
        "publishers": list(filters.publishers) or None,
        "languages": list(filters.languages) or None,
        "speakers": list(filters.speakers) or None,
        "least_confidence": filters.confidence,
    }


def _chosen(filters: Filters) -> dict[str, object]:
    """The parameters with which statements filter claims and the kinds of neighbours."""
    return claim_filters(filters) | {"kinds": list(filters.kinds) or None}


def _sign(filters: Filters) -> str | None:
    """The one sign to read, or None for all. Of several signs, the picture leaves out the others."""
    alone = len(filters.signs) == 1 and not filters.relations
    return filters.signs[0] if alone else None
