"""Keeps claims that are being made by hand over a reload of the page."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from cypher.model.graph import Entity, EntityKind
from explorer.by_hand.drafts import Draft, Field, discard_draft, drafts
from explorer.phrases import Said, say
from explorer.work.drafts import DraftKind, beginning, register
from explorer.work.targets import open_target_page

_BEGUN = frozenset({Field.ACTOR, Field.RECIPIENT, Field.STATUS, Field.LANGUAGE})
"""Fields that are filled before the reader has typed anything."""


def _taken() -> dict[str, dict[str, Any]]:
    return {target: _as_json(draft) for target, draft in drafts().items() if _is_written(draft)}


def _is_written(draft: Draft) -> bool:
    """Return whether there is something to lose."""
    return bool(draft.edits) or any(value for name, value in draft.values.items() if name not in _BEGUN)


def _as_json(draft: Draft) -> dict[str, Any]:
    new = {each: asdict(entity) | {"aliases": list(entity.aliases)} for each, entity in draft.new.items()}
    return {"values": dict(draft.values), "new": new, "article": draft.article, "edits": draft.edits}


def _put(target: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
    new = {
        each: Entity(**{**entity, "kind": EntityKind(entity["kind"]), "aliases": tuple(entity["aliases"])})
        for each, entity in value["new"].items()
    }
    values = {Field(name): each for name, each in value["values"].items()}
    drafts()[target] = Draft(values, new, value["article"], value["edits"])


def _said(value: Any) -> Said:  # noqa: ANN401 - a JSON value
    quoted = value["values"].get(Field.QUOTATION) or value["values"].get(Field.REMARK) or "…"
    return say("a claim by hand, “{beginning}”", beginning=beginning(quoted))


register(
    "claim",
    DraftKind(_taken, _put, discard_draft, _said, lambda target, _value: open_target_page(target)),
)
