"""Brings back what people made to a graph of the same news; what is there is kept, nothing is doubled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cypher.backups.reading import opened_file
from cypher.copies.graph_file import JUDGEMENTS, damaged, pages_of, verified
from cypher.copies.judgements import MADE, NEEDED, cut
from cypher.copies.pages import Page, Properties, named_page
from cypher.copies.writing import write_page
from cypher.database import Database
from cypher.errors import KonstelasiError
from cypher.judging.annotations import restore
from cypher.judging.merging import Merger, decide, mergers
from cypher.judging.transaction import recounts
from cypher.model.document_rows import finished_load
from cypher.records.load import KnownClaim

_TOGETHER = 200
"""Claims or events that are settled or counted in one transaction."""

_REPEATED = frozenset({"Alias", "Annotation"})
"""Labels whose relationships are written even if the node is there: names of new actors, readings."""

_NO_CLAIM = "The claim is not in this graph. The judgement is kept, and counts when the claim is loaded."
_OTHER = "Somebody has made another one under the same id here, which is kept."


@dataclass(slots=True)
class Brought:
    """How many nodes of each label were new; what could not be used, with the reason."""

    new: Counter[str] = field(default_factory=Counter)
    left_out: list[dict[str, object]] = field(default_factory=list)


@dataclass(slots=True)
class _Affected:
    """What has to be settled after all nodes are written: ids of claims, assertions and notes; decisions."""

    claims: dict[str, list[Properties]] = field(default_factory=dict)
    asserted: list[str] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)
    mergers: list[Merger] = field(default_factory=list)


def bring(database: Database, path: Path) -> Brought:
    """Bring back the file `path` of `konstelasi judgements export`; it may be brought back again.

    Claims are found by their ids, which follow from the news. Raises `UsageError` if the file is damaged.
    """
    _check(path)
    brought, affected = Brought(), _Affected()
    for page in pages_of(path, JUDGEMENTS):
        _write(database, page, brought)
        _note(page, affected)
    _merge_again(database, affected.mergers, brought)
    for ids in cut(affected.asserted, _TOGETHER):
        database.write_together(recounts(ids))
    for ids in cut(list(affected.claims), _TOGETHER):
        restore(database, ids)
    for ids in cut(sorted(affected.notes), _TOGETHER):
        database.write("notes/set_latest", ids=ids)
    _list_missing(database, affected, brought)
    if brought.new["Claim"]:
        database.write("load/record_load", **finished_load(brought.new["Document"]))
    return brought


def _check(path: Path) -> None:
    with opened_file(path, JUDGEMENTS.command) as file:
        _, content = verified(path, file, JUDGEMENTS)
    if unknown := {*content.labels} - {*MADE, *NEEDED}:
        raise damaged(path, f"it has nodes of {min(unknown)}, which are no judgements")


def _write(database: Database, page: Page, brought: Brought) -> None:
    """Write the nodes of a page that are new, with their relationships."""
    shape = page.shape
    if shape.label == "Merger" or not page.nodes:
        return
    known = {
        str(node[shape.key]): node
        for node in named_page(database, replace(shape, out=(), into=()), _keys(page)).nodes
    }
    for node in page.nodes:
        other = known.get(str(node[shape.key]))
        if other is not None and shape.label in MADE and other.get("nonce") != node.get("nonce"):
            brought.left_out.append({"label": shape.label, "id": node[shape.key], "reason": _OTHER})
        if other is not None and shape.label == "MergeCandidate" and other["verdict"] == "none":
            database.write("merge/decide", candidate=node["id"], verdict=node["verdict"])
    new = [_unmerged(node) for node in page.nodes if node[shape.key] not in known]
    names = {*_keys(page)} if shape.label in _REPEATED else {str(node[shape.key]) for node in new}
    links = {link: [row for row in rows if row.node in names] for link, rows in page.links.items()}
    write_page(database, Page(shape, new, links))
    brought.new[shape.label] += len(new)


def _keys(page: Page) -> list[str]:
    return [str(node[page.shape.key]) for node in page.nodes]


def _unmerged(node: Properties) -> Properties:
    """Return a node as it is before the decisions on mergers, which are taken again."""
    return {name: value for name, value in node.items() if name != "merged_into"}


def _note(page: Page, affected: _Affected) -> None:
    """Note what has to be settled because of a page."""
    label = page.shape.label
    if label in {"Event", "Relation"}:
        affected.asserted += _keys(page)
    for node in page.nodes:
        if label == "Annotation":
            affected.claims.setdefault(str(node["subject"]), []).append(node)
        elif label == "Note":
            affected.notes.add(str(node["note"]))
        elif label == "Merger":
            names = ("id", "entity", "into", "author", "created_at", "note")
            affected.mergers.append(Merger(*(node.get(name) for name in names)))  # type: ignore[arg-type]


def _merge_again(database: Database, decisions: Sequence[Merger], brought: Brought) -> None:
    """Take decisions on entities again, in their order."""
    known = {each.id for each in mergers(database)}
    for each in sorted(decisions, key=lambda each: each.created_at):
        if each.id in known:
            continue
        try:
            decide(database, each)
            brought.new["Merger"] += 1
        except KonstelasiError as error:
            told = {"label": "Merger", "id": each.id, "entity": each.entity, "into": each.into}
            brought.left_out.append({**told, "author": each.author, "reason": str(error)})


def _list_missing(database: Database, affected: _Affected, brought: Brought) -> None:
    """List the judgements on claims that are not in the graph."""
    for ids in cut(list(affected.claims), _TOGETHER):
        known = {row.claim for row in database.rows(KnownClaim, "load/known_claims", ids=ids)}
        for claim in ids:
            for node in affected.claims[claim] if claim not in known else ():
                told = {name: node.get(name) for name in ("id", "author", "judgement", "created_at")}
                brought.left_out.append({"label": "Annotation", **told, "claim": claim, "reason": _NO_CLAIM})
