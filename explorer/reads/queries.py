"""The questions that the pages ask, each a statement of the catalogue seen through the reader's lens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import streamlit as st

from cypher.desk.watching import Watch, watches_of
from cypher.model.graph import EntityKind
from explorer.graph.subgraph import Edge, Node, Subgraph, merged, strongest_first, subgraph_of
from explorer.reads.connections import data_version, read, reader
from explorer.view.clock import KNOWN_BY, known_by
from explorer.view.state import Centre, Filters, Rank

Row = Mapping[str, Any]

STARTING_TIES = 60
LAST_DAYS = timedelta(days=14)
TIES = 1200
EVIDENCE = 50
SUGGESTIONS = 12
DOCUMENTS = 200
REMEMBERED = 40
"""Answers about the ties of a picture that the next pictures are built on."""


def search(name: str, lens: str) -> Sequence[Row]:
    """Entities that any spelling of `name` may mean, best first."""
    return read("explore/search_entities", text=name, limit=SUGGESTIONS, lens=lens) if name.strip() else ()


def entity(entity_id: str) -> Row | None:
    """One entity with its aliases, or None."""
    return next(iter(read("explore/entity", entity=entity_id)), None)


def entity_node(entity_id: str) -> Node | None:
    """One entity as it is drawn, or None."""
    found = entity(entity_id)
    return Node(found["id"], found["name"], EntityKind(found["kind"]), found["country"]) if found else None


def starting_point(lens: str) -> Subgraph:
    """The ties that the latest news is about: of the last days if these have enough, else of any."""
    newest = newest_day()
    since = (newest - LAST_DAYS).isoformat() if newest else None
    newest_ties = _newest_ties(lens, since)
    if since and len(newest_ties) < STARTING_TIES:
        newest_ties = _newest_ties(lens, None)
    return ties(newest_ties, lens)


def _newest_ties(lens: str, since: str | None) -> list[str]:
    rows = read("explore/newest_ties", lens=lens, limit=STARTING_TIES, since=since)
    return [row["tie"] for row in rows]


def newest_day() -> date | None:
    """The day of the newest document; None where no document has a date."""
    day = read("explore/newest_day")[0]["day"]
    return date.fromisoformat(day) if day else None


def neighbours(centre: Centre, lens: str, filters: Filters) -> Subgraph:
    """The strongest ties of an entity, as far as the filters let them through."""
    if centre.event_type:
        filters = replace(filters, event_types=(centre.event_type,))
    wanted = {"entity": centre.entity, "lens": lens, "rank": centre.rank.value, "limit": centre.limit}
    if _as_counted(filters) and not filters.kinds and centre.rank is not Rank.CENTRAL:
        return subgraph_of(read("explore/counted_neighbours", **wanted, **_sign(filters)))
    chosen = _claims(filters) | {"kinds": list(filters.kinds) or None} | _sign(filters)
    return subgraph_of(read("explore/neighbours", **wanted, **chosen))


def reach(ids: Sequence[str], lens: str, filters: Filters) -> Sequence[tuple[str, str]]:
    """The pairs of each entity with those it is tied to, as far as the filters let them through."""
    named = {"kinds": list(filters.kinds) or None, "signs": list(filters.signs) or None}
    rows = read("explore/reach", entities=list(ids), lens=lens, **_claims(filters), **named) if ids else ()
    return [(row["entity"], row["neighbour"]) for row in rows]


def ties_among(ids: Sequence[str], lens: str, filters: Filters) -> Subgraph:
    """All ties between these entities, as far as the filters let them through; the strongest first."""
    if not ids:
        return Subgraph()
    if _as_counted(filters):
        return _ties_as_counted(ids, lens, filters)
    wanted = _claims(filters) | _sign(filters)
    return subgraph_of(read("explore/ties_among", entities=list(ids), lens=lens, limit=TIES, **wanted))


def _ties_as_counted(ids: Sequence[str], lens: str, filters: Filters) -> Subgraph:
    """As `ties_among`, of a picture that grows: only the ties of its new entities are asked for."""
    answers = _ties_asked_for(lens, filters.signs, data_version())
    nobody: tuple[frozenset[str], Subgraph] = (frozenset(), Subgraph())
    smaller = [(asked, graph) for asked, graph in list(answers.items()) if asked <= set(ids)]
    known, graph = max(smaller, key=lambda answer: len(answer[0]), default=nobody)
    fresh = [each for each in ids if each not in known]
    if not fresh:
        return graph
    wanted = {"fresh": fresh, "others": sorted(known) or None, "lens": lens, "limit": TIES}
    more = subgraph_of(read("explore/counted_ties_among", **wanted, **_sign(filters)))
    found = strongest_first(merged([graph, more]), TIES)
    if len(found.edges) < TIES:  # else some were left out, and nothing can be built on it
        answers[frozenset(ids)] = found
        for oldest in list(answers)[:-REMEMBERED]:
            answers.pop(oldest, None)
    return found


@st.cache_resource(ttl=600, max_entries=20, show_spinner=False)
def _ties_asked_for(
    lens: str, signs: Sequence[str], version: tuple[object, ...]
) -> dict[frozenset[str], Subgraph]:
    """What `ties_among` has learnt of which entities, in this state of the graph."""
    return {}


def tie_dates(ties: Iterable[Edge], lens: str, filters: Filters) -> dict[str, list[str]]:
    """The date of each claim behind these ties, as far as the filters let it through.

    Most ties of a picture were in the one before, and have not changed: only the others are asked for.
    """
    known = _known_dates(lens, filters, known_by())
    versions = {tie.id: tie.version for tie in ties}
    missing = [key for key, version in versions.items() if known.get(key, (None,))[0] != version]
    rows = read("explore/tie_dates", ids=missing, lens=lens, **_claims(filters)) if missing else ()
    known.update({key: (versions[key], []) for key in missing})
    known.update({row["tie"]: (versions[row["tie"]], row["dates"]) for row in rows})
    return {key: known[key][1] for key in versions}


@st.cache_resource(ttl=600, max_entries=20, show_spinner=False)
def _known_dates(lens: str, filters: Filters, day: str | None) -> dict[str, tuple[int, list[str]]]:
    """What `tie_dates` has learnt for this lens and these filters: dates by tie, with its version."""
    return {}


def stirred_ties(earlier: str, since: str, until: str | None, lens: str) -> Sequence[Row]:
    """Ties of which something became known from `since` on, or from `earlier` on in the period before."""
    return read("explore/stirred_ties", earlier=earlier, since=since, until=until, lens=lens)


def ties_known(ids: Sequence[str], day: str | None, lens: str) -> Subgraph:
    """All ties between these entities as they were known on a day; None is the day the reader stands on."""
    if day is None and known_by() is None:
        return ties_among(ids, lens, Filters())
    clock = {KNOWN_BY: day} if day else {}
    return subgraph_of(
        read("explore/ties_among", entities=list(ids), lens=lens, limit=TIES, **clock) if ids else ()
    )


def watches(author: str) -> list[Watch]:
    """The saved queries that an analyst keeps an eye on; asked each time, as no count tells of a new one."""
    return watches_of(reader().read("annotate/watches", author=author).records())


def tie(tie_id: str, lens: str) -> Subgraph:
    """One tie with its ends; empty when the lens does not see it."""
    return ties([tie_id], lens)


def ties(ids: Sequence[str], lens: str) -> Subgraph:
    """Return the ties with these ids that the lens sees, with their ends."""
    name = "explore/counted_ties" if known_by() is None else "explore/ties"
    return subgraph_of(read(name, ids=ids, lens=lens))


def strongest_ties(entity_id: str, lens: str) -> Sequence[Row]:
    """Rows of an entity's ties for its panel, whatever is drawn."""
    name = "explore/counted_neighbours" if known_by() is None else "explore/neighbours"
    return read(name, entity=entity_id, lens=lens, limit=100)


def expansion_counts(entity_id: str, lens: str) -> Sequence[Row]:
    """How much an expansion would bring, by event type and sign."""
    name = "explore/counted_expansion_counts" if known_by() is None else "explore/expansion_counts"
    return read(name, entity=entity_id, lens=lens)


def claims_of(entity_id: str, lens: str) -> Sequence[Row]:
    """What was said last of an entity."""
    return read("explore/claims_of_entity", entity=entity_id, lens=lens, limit=8)


def evidence(tie_id: str, lens: str, filters: Filters) -> Sequence[Row]:
    """The claims behind a tie, newest first."""
    return read("explore/evidence", tie=tie_id, lens=lens, limit=EVIDENCE, **_claims(filters))


def documents(title: str, lens: str) -> Sequence[Row]:
    """Documents whose title has these words, newest first."""
    return read("explore/documents", text=title.strip() or None, lens=lens, limit=DOCUMENTS)


def document(document_id: str) -> Row | None:
    """One document with its text, or None."""
    return next(iter(read("explore/document", document=document_id)), None)


def document_mentions(document_id: str) -> Sequence[Row]:
    """The names in a document and whom they mean."""
    return read("explore/document_mentions", document=document_id)


def document_ties(document_ids: Sequence[str], lens: str) -> Subgraph:
    """The ties that articles tell of."""
    rows = read("explore/document_ties", documents=list(document_ids), lens=lens) if document_ids else ()
    return subgraph_of(rows)


def document_claims(document_id: str, lens: str) -> Sequence[Row]:
    """The claims of a document in the order of its text."""
    return read("explore/document_claims", document=document_id, lens=lens)


def _as_counted(filters: Filters) -> bool:
    """Whether the counts that are kept on ties tell it: no filter chooses among their claims."""
    return known_by() is None and not any(_claims(filters).values())


def _claims(filters: Filters) -> dict[str, object]:
    """The parameters by which statements choose claims; None chooses all."""
    return {
        "event_types": list(filters.event_types) or None,
        "statuses": list(filters.statuses) or None,
        "since": filters.since,
        "until": filters.until,
    }


def _sign(filters: Filters) -> dict[str, object]:
    """Statements choose one sign or all; of two out of three, the picture leaves out the third."""
    return {"sign": filters.signs[0] if len(filters.signs) == 1 else None}
