"""Fields that take any spelling of an entity: one meaning is taken, several are offered, none is reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import streamlit as st

from cypher.desk.meanings import Meanings, meanings_of
from explorer.elements import draw_elements, element
from explorer.reads.queries import entity, search, starting_point
from explorer.view import keys, session
from explorer.view.fields import named_key, slot
from explorer.words import Words


def settle_spellings(key: str, lens: str, new: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """Replace the typed names in a field by ids of entities; call before the field is drawn.

    A name with no meaning, or several, leaves the field and is remembered until something is chosen.
    Returns the names of the entities to offer, by id: those in the field, and what an unclear name can mean.
    `new` has names by id of entities that the graph does not have yet.
    """
    value = st.session_state.get(key)
    typed = value if isinstance(value, list) else [value] if value else []
    names: dict[str, str] = {}
    unclear: list[Meanings] = []
    for each in typed:
        found = {each: new[each]} if each in new else _settled(each, lens)
        if isinstance(found, Meanings):
            unclear.append(found)
        else:
            names |= found
    if typed:
        st.session_state[key] = list(names) if isinstance(value, list) else next(iter(names), None)
        _remembered()[key] = unclear
    offered = {
        each.id: found.label(each) for found in _remembered().get(key, []) for each in found.candidates
    }
    return offered | names


def names_to_choose(key: str, lens: str, new: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """Return what a field offers, as names by id: the latest news, what is chosen, and what it can mean.

    `new` has those of entities that the graph does not have yet.
    """
    names = {node.id: node.name for node in starting_point(lens).nodes.values()}
    names |= {**new, **settle_spellings(key, lens, new)}
    return dict(sorted(names.items(), key=lambda item: item[1].casefold()))


def draw_entity_field(
    label: str,
    key: str,
    names: Mapping[str, str],
    *,
    on_change: Callable[..., None] | None = None,
    args: tuple[object, ...] = (),
    help: str | None = None,  # noqa: A002 - Streamlit's word
) -> str | None:
    """Draw a field for one entity of `names`, or any spelling; say below it which names were not taken."""
    chosen: str | None = st.selectbox(
        label,
        list(names),
        index=None,
        format_func=lambda one: names.get(one, one),
        key=named_key(key),
        on_change=on_change,
        args=args,
        help=help,
        placeholder=session.words()("Any spelling"),
        accept_new_options=True,
        persist_state="session",
    )
    draw_unclear(key)
    return chosen


def unknown_names(key: str) -> list[str]:
    """Return the names that were typed into a field and that no entity in the graph has."""
    return [found.typed for found in _remembered().get(key, []) if not found.candidates]


def forget_unclear(key: str) -> None:
    """Forget the names that were typed into a field and not taken."""
    _remembered().pop(key, None)


def draw_unclear(key: str) -> None:
    """Say below a field which names were not taken, and why."""
    unclear = _remembered().get(key)
    with slot():
        if unclear:
            words = session.words()
            lines = [element("div", _why_unclear(each, words), look="notice") for each in unclear]
            draw_elements(*lines, key=f"unclear {key}")


def _why_unclear(found: Meanings, words: Words) -> str:
    if not found.candidates:
        return words("No entity in the graph is called “{name}”.", name=found.typed)
    listed = "; ".join(f"{found.label(each)}, {words.term(each.kind)}" for each in found.candidates)
    return words(
        "“{name}” can mean {candidates}. Choose one in the field.", name=found.typed, candidates=listed
    )


def _settled(typed: str, lens: str) -> Mapping[str, str] | Meanings:
    """Return the entity that an id or a name means, as its name by id, or what the name can mean."""
    if known := entity(typed):
        return {typed: known.name}
    found = meanings_of(typed, search(typed, lens))
    return {found.only.id: found.only.name} if found.only else found


def _remembered() -> dict[str, list[Meanings]]:
    """What was typed into fields and not taken, by the key of the field."""
    remembered: dict[str, list[Meanings]] = st.session_state.setdefault(keys.UNCLEAR, {})
    return remembered
