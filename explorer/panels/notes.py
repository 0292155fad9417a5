"""The notes, questions and tags on what a panel shows, with buttons to write, reply, edit and withdraw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cypher.desk.notes import Note
from cypher.model.notes import NoteKind
from explorer.acts.notes import EditNote, ReplyToNote, WithdrawNote, WriteNote
from explorer.elements import Element, element
from explorer.moments import moment
from explorer.panels.collecting import collecting_note
from explorer.panels.widgets import badge
from explorer.phrases import Number, in_brackets, joined, say


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes on the subject of a panel and its claims, and the name of the reader, if it is known."""

    found: Sequence[Note] = ()
    reader: str | None = None

    def on(self, target: str) -> list[Note]:
        """Return the notes that are shown with a target, the oldest first."""
        return [note for note in self.found if note.target == target]

    def notes(self, note: str) -> list[Note]:
        """Return the note with this id, or nothing."""
        return [each for each in self.found if each.note == note][:1]


def note_section(notes: Notes, target: str) -> Element:
    """Build the notes on the subject of a panel under a heading, with a button to write one."""
    found = notes.on(target)
    count = in_brackets(len(found)) if found else None
    return element(
        "section",
        element(
            "div",
            element("h3", joined(" ", (say("Notes"), count))),
            element("button", say("Add a note"), look="act", act=WriteNote(target)),
            look="spread",
        ),
        *note_cards(notes, target),
    )


def note_cards(notes: Notes, target: str) -> Iterator[Element]:
    """Yield a card for each note on a target, each followed by its replies."""
    found = notes.on(target)
    ids = {each.note for each in found}
    for note in found:
        if note.answers not in ids:
            yield _card(note, notes.reader, target)
            for reply in found:
                if reply.answers == note.note:
                    yield _card(reply, notes.reader, target)


def note_button(notes: Notes, target: str) -> Element:
    """Build the button on the card of a claim that opens the form, with the number of its notes."""
    count = len(notes.on(target))
    mark = element("span", Number(count), look="number") if count else None
    return element(
        "button", say("✎ Note"), mark, act=WriteNote(target), hint=say("Write a note on this claim")
    )


def left_behind(notes: Notes, claims: set[str], article: str) -> Element | None:
    """Build the notes on claims of an article that are no longer extracted; None if there are none."""
    gone = dict.fromkeys(
        note.target for note in notes.found if note.target not in claims and note.target != article
    )
    if not gone:
        return None
    cards = (card for target in gone for card in _about(notes, target))
    return element("section", element("h3", say("Notes on claims that are no longer extracted")), *cards)


def _about(notes: Notes, target: str) -> Iterator[Element]:
    yield element("p", notes.on(target)[0].about, look="quote")
    yield from note_cards(notes, target)


def _card(note: Note, reader: str | None, target: str) -> Element:
    look = "note reply" if note.kind == NoteKind.REPLY else "note"
    if note.withdrawn:
        return element("div", element("small", joined(" · ", (say("withdrawn"), note.author))), look=look)
    return element(
        "div",
        _labels(note),
        element("p", note.text, look="words") if note.text else None,
        element("small", f"{note.author} · {moment(note.written_at)}"),
        _earlier(note),
        _acts(note, target, mine=note.author == reader),
        look=look,
    )


def _labels(note: Note) -> Element | None:
    labels = [
        *([badge(say("Question"), "unsure")] if note.kind == NoteKind.QUESTION else []),
        *(badge(f"# {tag}") for tag in note.tags),
        *([badge(say("edited"))] if _differing(note) else []),
    ]
    return element("div", *labels, look="row") if labels else None


def _differing(note: Note) -> list[Note]:
    """Return the earlier entries that said something else, the latest first; others were only withdrawn."""
    found, said = [], (note.text, note.tags)
    for entry in reversed(note.earlier):
        if (entry.text, entry.tags) != said:
            found.append(entry)
        said = (entry.text, entry.tags)
    return found


def _earlier(note: Note) -> Element | None:
    if not (before := _differing(note)):
        return None
    lines = (
        element(
            "li",
            element("span", joined(" ", (each.text, *(f"# {tag}" for tag in each.tags))), look="words"),
            element("small", moment(each.created_at)),
        )
        for each in before
    )
    return element("details", element("summary", say("Earlier versions")), element("ul", *lines))


def _acts(note: Note, target: str, *, mine: bool) -> Element:
    own = (
        element("button", say("Edit"), act=EditNote(target, note.note)),
        element("button", say("Withdraw"), act=WithdrawNote(note.note)),
    )
    return element(
        "div",
        element("button", say("Reply"), act=ReplyToNote(target, note.note)),
        *(own if mine else ()),
        collecting_note(note.note),
        look="acts",
    )
