"""A case as blocks, from which its files are written: what a brief is written from, too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cypher.cases.collecting import words_of
from cypher.cases.items import CaseItem, CaseKind
from cypher.cases.reading import Case
from cypher.model.release import PROGRAM
from cypher.records.shared import StoredNote
from explorer.briefs.blocks import Block, Heading, Line, Look, Quote
from explorer.briefs.claims import Names, claim_blocks
from explorer.briefs.document import seen_parts
from explorer.briefs.plain import paragraphs
from explorer.briefs.stated import Fact
from explorer.cases.evidence import Evidence, seen_by
from explorer.cases.names import KINDS, STATUSES
from explorer.moments import moment
from explorer.phrases import Said, joined, say
from explorer.view.clock import KNOWN_BY
from explorer.view.level import LEVEL
from explorer.view.places import PLACES
from explorer.words import Words

_SEEN = frozenset({CaseKind.ENTITY, CaseKind.PAIR, CaseKind.VIEW, CaseKind.QUERY})
"""The kinds of items that show another thing under another lens, level or day."""

_UNSAID = frozenset({"page", "query", "lens", LEVEL, KNOWN_BY, "language", PLACES})
"""Parameters of an address that are said elsewhere, or that change nothing of what is shown."""


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case with its items, their evidence by item, and its notes as they are at a moment (ISO, UTC)."""

    case: Case
    items: Sequence[CaseItem]
    evidence: Mapping[str, Evidence]
    notes: Mapping[str, StoredNote]
    words: Words
    made_at: str
    names: Names


def case_document(shown: ShownCase) -> list[Block]:
    """Return the blocks of the whole case, its items by kind."""
    return [*_head(shown), *(block for kind in KINDS for block in _group(shown, kind))]


def _head(shown: ShownCase) -> Iterator[Block]:
    case, words = shown.case, shown.words
    yield Heading(case.title, 1)
    only = say("members only") if case.members_only else say("everybody sees it")
    owner = say("owner: {name}", name=case.owner)
    yield Line(joined(" · ", (say(STATUSES[case.status]), owner, only)).said(words), Look.STRONG)
    yield Line(joined(": ", (say("Members"), ", ".join(case.members))).said(words))
    last = say(
        "Version {number} by {author}, {when} UTC",
        number=case.version,
        author=case.author,
        when=moment(case.created_at).removesuffix(" UTC"),
    )
    made = say("written on {moment}", moment=moment(shown.made_at))
    yield Line(joined(" · ", (last, made, PROGRAM)).said(words), Look.SOFT)
    yield from (Line(text) for text in paragraphs(case.summary))


def _group(shown: ShownCase, kind: CaseKind) -> Iterator[Block]:
    items = [each for each in shown.items if each.kind is kind]
    if items:
        yield Heading(shown.words(KINDS[kind]))
    for item in items:
        yield from _item(shown, item)


def _item(shown: ShownCase, item: CaseItem) -> Iterator[Block]:
    words = shown.words
    yield Heading(item.title, 3)
    seen = seen_parts(seen_by(item)) if item.kind in _SEEN else ()
    added = say("added by {name}", name=item.added_by)
    yield Line(joined(" · ", (added, moment(item.added_at), *seen)).said(words), Look.SOFT)
    if item.remark:
        yield Line(joined(": ", (say("Remark"), item.remark)).said(words))
    if item.kind is CaseKind.NOTE:
        yield from _note(item, shown.notes.get(item.note), words)
    elif (found := shown.evidence.get(item.id)) and not found.is_gone:
        yield from _claims(found, shown)
    else:
        yield from _kept(item, words, is_gone=found is not None)
    if item.kind in {CaseKind.VIEW, CaseKind.QUERY}:
        facts = (Fact(name, value) for name, value in sorted(item.address.items()) if name not in _UNSAID)
        yield Line(joined(" · ", facts).said(words), Look.SOFT)


def _claims(found: Evidence, shown: ShownCase) -> Iterator[Block]:
    words = shown.words
    if not found.claims:
        yield Line(words("This lens showed no claims."), Look.SOFT)
    for claim in found.claims:
        yield from claim_blocks(claim, None, words, shown.names)
    if found.more:
        newest = say("Only the newest {number} claims are kept here.", number=len(found.claims))
        yield Line(newest.said(words), Look.SOFT)


def _kept(item: CaseItem, words: Words, *, is_gone: bool) -> Iterator[Block]:
    """Yield what an item has kept of the news; say so if the graph lacks what it is."""
    if is_gone:
        yield Line(words("This is no longer in the graph."), Look.NOTICE)
    if item.quote:
        yield Quote(item.quote, item.address.get("document", ""), item.address.get("claim", ""))
    if item.source:
        yield Line(item.source, Look.SOFT)


def _note(item: CaseItem, now: StoredNote | None, words: Words) -> Iterator[Block]:
    """Yield the note as it is now; of one that is withdrawn, only its author."""
    if now is None:
        yield from _kept(item, words, is_gone=True)
        return
    if now.withdrawn:
        yield Line(words("This note is withdrawn."), Look.NOTICE)
    else:
        yield from (Quote(text, now.document or "", "") for text in paragraphs(words_of(now)))
    said: tuple[Said, ...] = (now.author, moment(now.written_at))
    yield Line(joined(" · ", said).said(words), Look.SOFT)
