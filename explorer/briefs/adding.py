"""Adds evidence to the reader's brief from any page, as the reader sees it at that moment.

It goes to the brief that is open on the page *Briefs*, or else to the reader's brief of the day. It is saved
at once, as a new version, and can be undone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from cypher.briefs.collecting import collect_actor, collect_claim, collect_pair, collect_tie
from cypher.briefs.items import Item, Standpoint
from cypher.briefs.reading import Brief, briefs
from cypher.briefs.saving import add, save, take_out
from cypher.database import Database
from explorer.acts import perform
from explorer.acts.briefs import AddActorToBrief, AddClaimToBrief, AddPairToBrief, AddTieToBrief
from explorer.briefs.drafts import follow, open_brief
from explorer.reads.connections import analyst
from explorer.reads.queries import claim_filters
from explorer.view import keys, session, undo
from explorer.view.audited import Deed
from explorer.view.clock import known_by
from explorer.view.level import level
from explorer.view.state import narrowed
from explorer.work.pending import request
from explorer.work.reversible import Reversible, recording

Collect = Callable[[Database, str], Item]
"""Collects an item from the database, under the name of an author; it must not look into the session."""


def standpoint() -> Standpoint:
    """Return how the reader sees the graph now."""
    return Standpoint(session.lens(), level(), known_by())


def add_to_brief(collect: Collect, about: str) -> None:
    """Collect an item and save it at the end of the reader's brief; call this last in a callback.

    `about` is the id of what is added, for the audit record.
    """
    database, words, chosen = analyst(), session.words(), open_brief()
    of_the_day = words("Brief of {day}", day=words.day(datetime.now(UTC).date().isoformat()))
    saved: list[tuple[Brief, Item]] = []

    def record(author: str) -> None:
        item = collect(database, author)
        target = chosen or _own(database, of_the_day, author)
        if target:
            saved.append((add(database, target, [item], author), item))
        else:
            saved.append((save(database, Brief(of_the_day, (item,)), author), item))

    def take_back(author: str) -> None:
        brief, item = saved[-1]
        saved.append((take_out(database, brief.brief, item.id, author), item))

    def then(is_done: bool) -> None:
        brief, item = saved[-1]
        follow(brief, item, is_added=is_done)
        if is_done:
            st.session_state[keys.BRIEF] = brief.brief
            undo.say(words("Added to “{title}” on the page Briefs", title=brief.title))

    said = words("a part was added to a brief")
    request(recording(Reversible(Deed("add to brief", about), said, record, take_back, then)))


def _own(database: Database, title: str, author: str) -> str | None:
    """Return the id of the author's newest brief with this title, if there is one."""
    own = (each for each in briefs(database, author) if each.owner == author)
    return next((each.brief for each in own if each.title == title), None)


@perform.register
def _add_tie(act: AddTieToBrief) -> None:
    seen, filters = standpoint(), claim_filters(narrowed(session.view()))
    add_to_brief(lambda database, author: collect_tie(database, act.tie, seen, filters, author), act.tie)


@perform.register
def _add_claim(act: AddClaimToBrief) -> None:
    seen = standpoint()
    add_to_brief(lambda database, author: collect_claim(database, act.claim, seen, author), act.claim)


@perform.register
def _add_actor(act: AddActorToBrief) -> None:
    seen = standpoint()
    add_to_brief(lambda database, author: collect_actor(database, act.entity, seen, author), act.entity)


@perform.register
def _add_pair(act: AddPairToBrief) -> None:
    seen = standpoint()
    pair = f"{act.first}, {act.second}"
    add_to_brief(lambda database, author: collect_pair(database, act.first, act.second, seen, author), pair)
