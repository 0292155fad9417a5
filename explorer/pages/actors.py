"""The page *Actors*: one actor with its offices, ties and events, or two actors side by side."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cypher.model.graph import Sign
from cypher.records.explore import FullEntity
from explorer.acts.opening import OpenDocument
from explorer.charts import remarks
from explorer.charts.balance import balance_chart
from explorer.charts.lanes import HOLLOW, Mark, lanes_chart
from explorer.charts.remarks import NO_CURVE
from explorer.charts.saving import draw_chart
from explorer.elements import draw_elements, element
from explorer.judging.form import draw_failure
from explorer.notes.form import draw_note_form, read_notes
from explorer.pages import actor_filters
from explorer.pages.marks import mark
from explorer.panels.profile.actor import ActorFacts, actor_profile
from explorer.panels.profile.lanes import events, events_behind, parties
from explorer.panels.profile.pair import PairFacts, no_pair, one_way, pair_head, together
from explorer.panels.profile.reports import disputed, event_count, report_list
from explorer.phrases import say
from explorer.reads.claims_behind import claims_behind
from explorer.reads.profiles import (
    mediators_between,
    merge_candidates_of,
    months_of,
    not_on_curve,
    relations_of,
    reports_between,
    reports_of,
    statements_of,
    ties_by_sign,
)
from explorer.reads.queries import at_level, entity, strongest_ties
from explorer.shell.filter_remark import draw_filter_remark
from explorer.shell.frame import workspace
from explorer.shell.spellings import draw_entity_field, names_to_choose
from explorer.view import keys, session
from explorer.view.filter_address import filters_to_url
from explorer.view.filters import Filters
from explorer.words import Words


def draw() -> None:
    """Draw the page: the fields for one or two actors, and what the news says about them."""
    session.follow_link(_open)
    _workspace()


def _open(opened: Mapping[str, str]) -> None:
    st.session_state[keys.PROFILE] = opened.get("entity") or None
    st.session_state[keys.COMPARED] = opened.get("other") or None
    actor_filters.take_over(opened)


@workspace
def _workspace() -> None:
    words = session.words()
    first, second = _draw_fields(words)
    filters = actor_filters.filters_of_page()
    is_pair = second is not None
    draw_filter_remark(filters, actor_filters.exceptions(filters, is_pair=is_pair))
    if first is None:
        draw_elements(element("p", say("Choose an actor, or two to compare."), look="lead"), key="no actor")
    elif second is None or second.id == first.id:
        _draw_actor(first, filters, words)
    else:
        _draw_pair(first, second, filters, words)
    address = {"entity": first and first.id, "other": second and second.id}
    chosen = {name: each for name, each in address.items() if each}
    session.show_address({**chosen, **filters_to_url(filters)})


def _draw_fields(words: Words) -> tuple[FullEntity | None, FullEntity | None]:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="actors"):
        first = _draw_field(words("Actor"), keys.PROFILE)
        second = _draw_field(words("With"), keys.COMPARED)
        actor_filters.draw_filters(words)
    return first, second


def _draw_field(label: str, key: str) -> FullEntity | None:
    """Draw a field that takes any spelling of an actor; return the chosen one."""
    names = names_to_choose(key, session.lens())
    with st.container(width=320, key=f"field of {key}"):
        chosen = draw_entity_field(label, key, names)
    return entity(chosen) if chosen in names else None


def _draw_actor(actor: FullEntity, filters: Filters, words: Words) -> None:
    lens, written = session.lens(), read_notes([actor.id])
    facts = ActorFacts(
        actor,
        relations_of(actor.id, lens),
        ties_by_sign(actor.id, lens, filters),
        statements_of(actor.id, lens, filters),
        () if actor.id == actor.country else merge_candidates_of(actor.id),
        written,
        at_level(actor.id),
    )
    claims = reports_of(actor.id, lens, filters)
    left, right = st.columns([8, 11], gap="large")
    with left:
        draw_failure(words)
        draw_note_form([actor.id], written)
        draw_elements(*actor_profile(facts), key="about the actor", subject=actor.id)
    with right:
        _draw_curve([actor.id], filters, words)
        _draw_lanes(_marks_of_ties(actor.id, facts.side, lens, filters), words)
        contested, own = disputed(claims), {actor.id, facts.side}
        parts = (
            report_list(event_count(claims), claims, own),
            report_list(say("Disputed"), contested, own) if contested else None,
        )
        draw_elements(*(part for part in parts if part), key="events", subject=actor.id)


def _draw_pair(first: FullEntity, second: FullEntity, filters: Filters, words: Words) -> None:
    lens = session.lens()
    facts = PairFacts(
        first,
        second,
        reports_between(first.id, second.id, lens, filters),
        reports_between(second.id, first.id, lens, filters),
        reports_between(first.id, second.id, lens, filters, directed=False),
        mediators_between(first.id, second.id, lens, filters),
    )
    subject = f"{first.id} {second.id}"
    draw_elements(*pair_head(facts), key="pair of actors", subject=subject)
    if nothing := no_pair(facts, is_filtered=filters.count() > 0):
        draw_elements(nothing, key="no events")
        return
    _draw_curve([first.id, second.id], filters, words)
    lanes = {
        f"{first.name} → {second.name}": facts.forth,
        f"{second.name} → {first.name}": facts.back,
        words("Together"): facts.both,
    }
    marks = [
        mark(lane, each, OpenDocument(each.document, each.claim))
        for lane, claims in lanes.items()
        for each in events(claims)
    ]
    _draw_lanes(marks, words)
    left, right = st.columns(2, gap="large")
    with left:
        draw_elements(one_way(first, second, facts.forth), key="forth", subject=subject)
    with right:
        draw_elements(one_way(second, first, facts.back), key="back", subject=subject)
    draw_elements(*together(facts), key="together", subject=subject)


def _marks_of_ties(entity: str, side: str, lens: str, filters: Filters) -> list[Mark]:
    """Return the events behind the strongest ties of an entity, in a lane for each other party."""
    rows = strongest_ties(entity, lens, filters=filters)
    ties = {row.tie: row for row in rows if row.sign != Sign.RELATION}
    others = {tie: row.recipient_name if row.actor == side else row.actor_name for tie, row in ties.items()}
    return [
        mark(others[each.tie], each, OpenDocument(each.document, each.claim), who=parties(each))
        for each in events_behind(claims_behind(list(ties), lens, filters))
    ]


def _draw_lanes(marks: list[Mark], words: Words) -> None:
    """Draw one row for each direction or other party; a mark opens the sentence of its event."""
    chart = lanes_chart(marks, words)
    if chart is not None:
        hollow = [element("p", HOLLOW, look="soft")] if any(mark.is_hollow for mark in marks) else []
        draw_elements(element("h3", say("Events over time")), *hollow, key="lanes head")
        draw_chart(chart, "lanes", "konstelasi-lanes", words)


def _draw_curve(ids: list[str], filters: Filters, words: Words) -> None:
    lens = session.lens()
    months, left_out = months_of(ids, lens, filters), not_on_curve(ids, lens, filters)
    if months:
        draw_chart(balance_chart(months, words), "balance", f"konstelasi-{'-'.join(ids)}", words)
    filtered = words("No event that passes the filters is dated to a month, so there is no curve.")
    nothing = filtered if filters.count() else words(NO_CURVE)
    said = [*([] if months else [nothing]), *remarks.not_on_curve(left_out, words)]
    if said:
        draw_elements(*(element("p", line, look="soft") for line in said), key="not on the curve")
