"""The fields for the parties of a claim: any spelling of an entity, or a new actor."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cypher.by_hand.parties import NEW_KINDS, new_actor
from cypher.errors import UsageError
from cypher.model.graph import Entity, EntityKind
from explorer.by_hand.drafts import Field, drafts, keep_draft, key_of
from explorer.by_hand.known import country_called
from explorer.graph.world import country_name
from explorer.shell.spellings import draw_entity_field, forget_unclear, names_to_choose, unknown_names
from explorer.view import session
from explorer.view.fields import slot
from explorer.words import Words
from explorer.work.pending import tell


def draw_party(target: str, name: Field, label: str, words: Words) -> None:
    """Draw the field for a party; a name that nobody has can be added as a new actor."""
    key, new = key_of(target, name), drafts()[target].new
    names = names_to_choose(
        key, session.lens(), {each: _label(entity, words) for each, entity in new.items()}
    )
    draw_entity_field(label, key, names, on_change=keep_draft, args=(target,))
    with slot():
        for typed in unknown_names(key):
            _draw_new(target, name, typed, words)


def _label(entity: Entity, words: Words) -> str:
    is_country = entity.kind is EntityKind.COUNTRY
    name = country_name(entity.id, words.language) if is_country else entity.name
    return words("{name} (new, {kind})", name=name, kind=words.term(entity.kind))


def _draw_new(target: str, name: Field, typed: str, words: Words) -> None:
    """Offer to add a name that nobody has: as the country that has it, or as an actor of some kind."""
    country = country_called(typed)
    st.caption(words("Add it as a new actor:"))
    with st.container(horizontal=True, gap="xsmall", key=f"new for {key_of(target, name)}"):
        for kind in (EntityKind.COUNTRY,) if country else NEW_KINDS:
            st.button(
                words.term(kind),
                key=f"new {kind.value} {key_of(target, name)}",
                on_click=_add,
                args=(target, name, typed, kind),
            )


def _add(target: str, name: Field, typed: str, kind: EntityKind) -> None:
    try:
        found = country_called(typed) if kind is EntityKind.COUNTRY else new_actor(typed.strip(), kind)
    except UsageError as error:
        tell(error)
        return
    if found is None:
        return
    draft = drafts()[target]
    drafts()[target] = replace(draft, new={**draft.new, found.id: found})
    st.session_state[key_of(target, name)] = found.id
    forget_unclear(key_of(target, name))
    keep_draft(target)
