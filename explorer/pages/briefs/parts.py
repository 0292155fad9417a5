"""The parts of the open brief: their content, and the forms for the analyst's own text."""

from __future__ import annotations

from dataclasses import asdict, replace

import streamlit as st

from cypher.briefs.charts import FrozenChart
from cypher.briefs.collecting import own_text
from cypher.briefs.items import LONGEST_HEADING, LONGEST_TEXT, Item, ItemKind
from cypher.briefs.networks import FrozenNetwork
from cypher.errors import UsageError
from explorer.acts import perform
from explorer.acts.briefs import EditBriefPart, MoveBriefPart, RemoveBriefPart
from explorer.briefs.blocks import Picture
from explorer.briefs.charts import said_table
from explorer.briefs.document import Shown, item_blocks
from explorer.briefs.drafts import change, current, open_brief
from explorer.briefs.networks import places_of, subgraph_of
from explorer.charts.balance import balance_chart
from explorer.charts.drawing import chart_of
from explorer.charts.saving import draw_chart
from explorer.elements import Element, draw_elements, element
from explorer.network import draw_network
from explorer.pages.briefs.blocks import block_elements
from explorer.phrases import say
from explorer.view import keys, session
from explorer.words import Words
from explorer.work.pending import tell

_HEIGHT = 520


def draw_parts(shown: Shown, *, is_old: bool) -> None:
    """Draw the parts in their order, with buttons to change them unless the version is an old one."""
    items = shown.brief.items
    for at, item in enumerate(items):
        with st.container(key=f"part {at}", border=True):
            _draw_part(shown, at)
            if is_old:
                continue
            draw_elements(_acts(at, len(items), item), key=f"acts of part {at}")
            if _is_edited(at, item):
                _draw_editing(at, item, shown.words)


def _draw_part(shown: Shown, at: int) -> None:
    blocks, item = list(item_blocks(shown, at)), shown.brief.items[at]
    place = next((number for number, block in enumerate(blocks) if isinstance(block, Picture)), len(blocks))
    draw_elements(*block_elements(blocks[:place]), key=f"head of part {at}", subject=item.id)
    if item.network:
        _draw_network(item, item.network, at, shown)
    if item.chart:
        _draw_chart(item, item.chart, at, shown.words)
    if item.months:
        months = [asdict(month) for month in item.months]
        chart = balance_chart(months, shown.words)
        draw_chart(chart, f"curve of part {at}", f"konstelasi-{item.subject.replace(' ', '-')}", shown.words)
    if rest := block_elements(blocks[place:]):
        draw_elements(*rest, key=f"evidence of part {at}", subject=item.id)


def _draw_network(item: Item, network: FrozenNetwork, at: int, shown: Shown) -> None:
    with st.container(key=f"canvas of part {at}", height="content", border=False):
        draw_network(
            subgraph_of(network, shown.names),
            key=f"network of part {at}",
            view_id=item.id,
            positions=places_of(network),
            height=_HEIGHT,
            file_name=f"konstelasi-{item.id}",
            words=shown.words,
        )


def _draw_chart(item: Item, kept: FrozenChart, at: int, words: Words) -> None:
    chart = chart_of(said_table(kept, words), kept.returns, words)
    draw_chart(chart, f"chart of part {at}", f"konstelasi-{item.id}", words)


def _acts(at: int, total: int, item: Item) -> Element:
    edit = say("Edit") if item.text or item.kind is ItemKind.TEXT else say("Write about it")
    return element(
        "div",
        element("button", edit, act=EditBriefPart(at)),
        element("button", say("Up"), act=MoveBriefPart(at, -1)) if at else None,
        element("button", say("Down"), act=MoveBriefPart(at, 1)) if at < total - 1 else None,
        element("button", say("Remove"), act=RemoveBriefPart(at)),
        look="acts",
    )


def _is_edited(at: int, item: Item) -> bool:
    """Return whether the part is being edited; after a reload, its typed text says so."""
    typed = st.session_state.get(keys.BRIEF_PART) or {}
    return st.session_state.get(keys.BRIEF_EDITED) == at or typed.get("part") == item.id


def _draw_editing(at: int, item: Item, words: Words) -> None:
    typed = st.session_state.get(keys.BRIEF_PART) or {}
    before = typed if typed.get("part") == item.id else {}
    fields = {
        keys.BRIEF_HEADING: (f"heading {item.id}", item.heading),
        keys.BRIEF_TEXT: (f"text {item.id}", item.text),
    }
    for name, (key, text) in fields.items():
        st.session_state.setdefault(key, before.get(name, text))
    heading, text = (key for key, _ in fields.values())
    with st.container(key=f"edit part {at}"):
        if item.kind is ItemKind.TEXT:
            st.text_input(
                words("Heading"),
                key=heading,
                max_chars=LONGEST_HEADING,
                on_change=_remember_part,
                args=(item,),
            )
        st.text_area(
            words("Your text"), key=text, max_chars=LONGEST_TEXT, on_change=_remember_part, args=(item,)
        )
        with st.container(horizontal=True, gap="small"):
            st.button(words("Keep"), key=f"keep part {at}", on_click=_edit, args=(at, item))
            st.button(words("Discard"), key=f"discard part {at}", on_click=_close_editing)


def _remember_part(item: Item) -> None:
    st.session_state[keys.BRIEF_PART] = {
        "part": item.id,
        keys.BRIEF: open_brief() or "",
        keys.BRIEF_HEADING: st.session_state.get(f"heading {item.id}", item.heading),
        keys.BRIEF_TEXT: st.session_state.get(f"text {item.id}", item.text),
    }


def _close_editing() -> None:
    for name in (keys.BRIEF_EDITED, keys.BRIEF_PART):
        st.session_state.pop(name, None)


def _edit(at: int, item: Item) -> None:
    heading = st.session_state.get(f"heading {item.id}", item.heading)
    text = st.session_state[f"text {item.id}"]
    brief = current(open_brief() or "")
    _close_editing()
    if brief.items[at : at + 1] != (item,):
        return
    changed = replace(item, heading=heading.strip(), text=text.strip())
    try:
        changed.refuse_unfit()
    except UsageError as error:
        tell(error)
    else:
        change(replace(brief, items=(*brief.items[:at], changed, *brief.items[at + 1 :])))


def draw_new_text(words: Words) -> None:
    """Draw the form for a new part of own text; what is typed stays while the reader looks elsewhere."""
    kept: dict[str, str] = st.session_state.setdefault(keys.BRIEF_TYPED, {})
    with st.container(key="new text"):
        for name in (keys.BRIEF_HEADING, keys.BRIEF_TEXT):
            if st.session_state.get(name) != kept.get(name, ""):  # else what is typed now would be lost
                st.session_state[name] = kept.get(name, "")
        st.text_input(
            words("Heading"), key=keys.BRIEF_HEADING, max_chars=LONGEST_HEADING, on_change=_remember
        )
        st.text_area(words("Your text"), key=keys.BRIEF_TEXT, max_chars=LONGEST_TEXT, on_change=_remember)
        st.button(words("Add text"), icon=":material/notes:", key="add text", on_click=_add_text)


def _remember() -> None:
    typed = {name: st.session_state[name] for name in (keys.BRIEF_HEADING, keys.BRIEF_TEXT)}
    st.session_state[keys.BRIEF_TYPED] = {keys.BRIEF: open_brief() or "", **typed}


def _add_text() -> None:
    _remember()
    kept: dict[str, str] = st.session_state[keys.BRIEF_TYPED]
    item = own_text(kept[keys.BRIEF_HEADING], kept[keys.BRIEF_TEXT], session.reader_name())
    if item.heading or item.text:
        brief = current(open_brief() or "")
        change(replace(brief, items=(*brief.items, item)))
        st.session_state[keys.BRIEF_TYPED] = {}


@perform.register
def _open_editing(act: EditBriefPart) -> None:
    st.session_state[keys.BRIEF_EDITED] = act.part


@perform.register
def _move(act: MoveBriefPart) -> None:
    brief = current(open_brief() or "")
    target = act.part + act.steps
    if 0 <= act.part < len(brief.items) and 0 <= target < len(brief.items):
        items = list(brief.items)
        items.insert(target, items.pop(act.part))
        change(replace(brief, items=tuple(items)))
        _close_editing()


@perform.register
def _remove(act: RemoveBriefPart) -> None:
    brief = current(open_brief() or "")
    if 0 <= act.part < len(brief.items):
        change(replace(brief, items=(*brief.items[: act.part], *brief.items[act.part + 1 :])))
        _close_editing()
