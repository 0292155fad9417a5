"""Keeps notes that are being written over a reload of the page."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from cypher.desk.notes import Note
from cypher.model.notes import NoteKind, TargetKind
from explorer.notes.drafts import Draft, Place, discard_draft, drafts
from explorer.phrases import Said, say
from explorer.work.drafts import DraftKind, beginning, register
from explorer.work.targets import open_target_page


def _taken() -> dict[str, dict[str, Any]]:
    return {_name(place): _as_json(draft) for place, draft in drafts().items() if _is_written(draft)}


def _is_written(draft: Draft) -> bool:
    """Return whether there is something to lose: more than an empty form, or than the note as it was."""
    before = (draft.edits.text, draft.edits.tags) if draft.edits else ("", ())
    return (draft.text, draft.tags) != before and bool(draft.text.strip() or draft.tags)


def _name(place: Place) -> str:
    return json.dumps([place.target, place.replies_to, place.edits])


def _place(name: str) -> Place:
    return Place(*json.loads(name))


def _as_json(draft: Draft) -> dict[str, Any]:
    edits = asdict(draft.edits) | {"tags": list(draft.edits.tags), "earlier": []} if draft.edits else None
    return {"text": draft.text, "tags": list(draft.tags), "question": draft.question, "edits": edits}


def _put(name: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
    edits = value["edits"] and _note(value["edits"])
    draft = Draft(str(value["text"]), tuple(map(str, value["tags"])), bool(value["question"]), edits)
    drafts()[_place(name)] = draft


def _note(value: dict[str, Any]) -> Note:
    read_ = {
        "tags": tuple(value["tags"]),
        "earlier": (),
        "kind": NoteKind(value["kind"]),
        "target_kind": TargetKind(value["target_kind"]),
    }
    return Note(**{**value, **read_})


def _said(value: Any) -> Said:  # noqa: ANN401 - a JSON value
    text = beginning(value["text"] or ", ".join(value["tags"]))
    return say("a note, “{beginning}”", beginning=text)


register(
    "note",
    DraftKind(
        _taken,
        _put,
        lambda name: discard_draft(_place(name)),
        _said,
        lambda name, _value: open_target_page(_place(name).target),
    ),
)
