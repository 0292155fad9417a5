"""The order of what can be undone: steps of the network and what was recorded, the last first."""

from __future__ import annotations

import pytest

from explorer.view.undo_list import MOST_ENTRIES, STEP, Entry, Recorded, UndoList


def entry(key: str) -> Recorded:
    """Something that was recorded."""
    return Recorded(key, lambda: key, lambda: None)


def names(entries: tuple[Entry, ...]) -> str:
    """The entries as letters; a step is a dot."""
    return "".join("." if each is STEP else each.key for each in entries)


def made(story: str) -> UndoList:
    """The list after a story: ``.`` a step, ``<`` one back, ``>`` one forward, a letter something recorded;
    a letter in capitals turns what stands under the small one.
    """
    list_ = UndoList()
    for act in story:
        if act in "<>":
            list_ = list_.stepped(backwards=act == "<")
        elif act.isupper():
            list_ = list_.turned(act.lower(), entry(act.lower()))
        else:
            list_ = list_.did(STEP if act == "." else entry(act))
    return list_


@pytest.mark.parametrize(
    ("story", "done", "undone"),
    [
        (".v.", ".v.", ""),
        (".vV", ".", "v"),  # the verdict is undone, not the step before it
        (".vVV", ".v", ""),
        (".v<", "v", "."),  # the arrow of the toolbar goes back a step, whatever was recorded since
        (".v<>", "v.", ""),
        ("vV.", ".", ""),  # a new step ends what could be redone
        (".<v", "v", "."),  # something recorded leaves the way forward, as the trail does
        ("wvVx", "wx", ""),
        ("vwV", "w", "v"),  # undone by its button, though something else came after it
        ("Q", "q", ""),  # undoing an old verdict from the history can be undone itself
        ("<", "", "."),
    ],
)
def test_what_was_done_last_is_undone_first(story: str, done: str, undone: str) -> None:
    list_ = made(story)
    assert (names(list_.done), names(list_.undone)) == (done, undone)


def test_the_list_stays_short_and_forgets_what_cannot_be_undone() -> None:
    assert len(made("." * (MOST_ENTRIES + 5)).done) == MOST_ENTRIES
    list_ = made(".vw").without("v")
    assert (names(list_.done), list_.has_done("v"), list_.said_of("w")) == (".w", False, "w")
