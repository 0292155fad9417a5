"""Opens the page of what a reader writes on: a tie, a claim, an entity or an article."""

from __future__ import annotations

from cypher.model.notes import TargetKind
from cypher.records.notes import NoteTarget
from explorer.reads.connections import read
from explorer.view import session


def open_target_page(target: str) -> None:
    """Open the page of a target by its id; what the graph no longer has is looked for among the claims."""
    about = next(iter(read(NoteTarget, "notes/target", id=target)), None)
    if about is None or about.kind in (TargetKind.CLAIM, TargetKind.ARTICLE):
        document, claim = (about.document or target, about.id) if about else ("", target)
        session.open_page("documents", {"document": document, "claim": claim})
    elif about.kind == TargetKind.TIE:
        session.open_page("network", {"tie": target})
    else:
        session.open_page("network", {"entity": target})
