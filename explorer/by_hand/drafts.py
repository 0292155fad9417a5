"""Claims that are being made. A draft stays in the session until it is saved or discarded.

So what a reader has typed is still there after a click elsewhere, when they come back to the same panel.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

import streamlit as st

from cypher.model.graph import Entity
from cypher.model.ids import content_id
from explorer.view import keys


class Field(StrEnum):
    """The fields of the form."""

    ACTOR = "claim actor"
    TYPE = "claim type"
    MODE = "claim mode"
    RECIPIENT = "claim recipient"
    STATUS = "claim status"
    DATE = "claim date"
    SPEAKER = "claim speaker"
    QUOTATION = "claim quotation"
    TITLE = "claim title"
    PUBLISHER = "claim publisher"
    URL = "claim url"
    PUBLISHED = "claim published"
    LANGUAGE = "claim language"
    INFORMATION = "claim information grade"
    SOURCE = "claim source grade"
    REMARK = "claim remark"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader has typed so far, by field.

    `new` has the entities that the graph does not know yet, by id. `article` is the quoted article of the
    graph, `edits` the claim of which this is a new version.
    """

    values: Mapping[Field, object] = field(default_factory=dict)
    new: Mapping[str, Entity] = field(default_factory=dict)
    article: str | None = None
    edits: str | None = None

    def text(self, name: Field) -> str:
        """Return what stands in a field of text, without spaces around it."""
        return str(self.values.get(name) or "").strip()


def key_of(target: str, name: Field) -> str:
    """Return the key of a field of the form on this target."""
    return content_id(name.value, target)


def drafts() -> dict[str, Draft]:
    """Return the reader's drafts by target; the one that was opened last comes last."""
    found: dict[str, Draft] = st.session_state.setdefault(keys.CLAIM_DRAFTS, {})
    return found


def open_draft(target: str, begun: Draft) -> None:
    """Open the form on this target, with the draft that is there or else with `begun`."""
    draft = drafts().pop(target, begun)
    drafts()[target] = draft


def keep_draft(target: str) -> None:
    """Store what the fields on a target hold."""
    if (draft := drafts().get(target)) is not None:
        typed = {name: st.session_state[key] for name in Field if (key := key_of(target, name)) in _session()}
        drafts()[target] = replace(draft, values={**draft.values, **typed})


def discard_draft(target: str) -> None:
    """Forget the draft on a target, which closes its form."""
    drafts().pop(target, None)
    for name in Field:
        st.session_state.pop(key_of(target, name), None)


def open_target(targets: Collection[str]) -> str | None:
    """Return the one of these targets whose form was opened last; None if no form is open there."""
    return next((target for target in reversed(drafts()) if target in targets), None)


def _session() -> Collection[str]:
    return set(map(str, st.session_state))
