"""The row above every page: what a reader sets once (lens, level, day, name, language), and *Copy link*."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from cypher.model.graph import Lens
from explorer.elements import CopyLink, draw_elements, element
from explorer.identity.present import person
from explorer.phrases import say
from explorer.shell.sign_in import draw_person
from explorer.view import keys, session
from explorer.view.clock import KNOWN_BY, known_by
from explorer.view.day_field import draw_day
from explorer.view.fields import named_key, on_change
from explorer.view.lens import LENSES
from explorer.view.level import LEVEL, LEVELS
from explorer.view.reader import take_name
from explorer.words import LANGUAGES, Words
from explorer.work.naming import draw_refusal

LENS_HELP = {
    Lens.TRUSTED: (
        "Keeps verified claims, and unjudged ones with a confidence of at least 0.5. "
        "Leaves out rejected and unsure claims."
    ),
    Lens.NOT_REJECTED: "Everything except rejected claims.",
    Lens.ALL: "Everything, including rejected claims.",
    Lens.MINE: "Only what you have verified yourself.",
}

_TIMELESS = frozenset({"review", "quality"})
"""Pages about the work of today, which no past day restricts."""


def draw_settings() -> None:
    """Draw the row, and below it what its values mean for the open page.

    Both share one container: a remark that comes or goes would otherwise have the page below drawn anew.
    """
    words = session.words()
    with st.container(key="settings"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="settings row"):
            _draw_lens(words)
            _draw_level(words)
            _draw_clock(words)
            _draw_author(words)
            st.space("stretch")
            _draw_copying(words)
            _draw_language(words)
        for remark in _remarks(words):
            st.caption(remark)
        draw_refusal("name refused")


def _draw_lens(words: Words) -> None:
    lines = [f"**{words(LENSES[lens])}**: {words(text)}" for lens, text in LENS_HELP.items()]
    st.selectbox(
        words("Lens"),
        list(LENSES),
        format_func=lambda lens: words(LENSES[lens]),
        key=named_key(keys.LENS),
        help="\n\n".join(lines),
    )


def _draw_level(words: Words) -> None:
    names = {level.value: name for level, name in LEVELS.items()}
    st.selectbox(
        words("Level"),
        list(names),
        format_func=lambda level: words(names[level]),
        key=named_key(LEVEL),
        help=words(
            "Whose ties: of each actor, of the states and bodies for which they act, or of blocs of states"
        ),
    )


def _draw_clock(words: Words) -> None:
    """Draw the field for the day up to which news counts as known."""
    draw_day(
        words("As known on"),
        KNOWN_BY,
        help=words("Leaves out what was published after this day. Leave it empty to see everything."),
    )


def _draw_author(words: Words) -> None:
    """Draw the field for the author's name, or who is signed in."""
    if found := person():
        draw_person(found)
        return
    st.text_input(
        words("Judging as"),
        key=keys.AUTHOR_FIELD,
        icon=":material/person:",
        placeholder=words("Your name"),
        on_change=on_change(keys.AUTHOR_FIELD, take_name),
    )


def _draw_copying(words: Words) -> None:
    """Draw the button that copies the address of the page: it shows what the reader sees."""
    copy = CopyLink(words("Link copied"), words("The link could not be copied: copy it from the address bar"))
    button = element("button", say("Copy link"), look="act", act=copy)
    with st.container(width="content", key="copy link"):
        draw_elements(button, key="copying")


def _draw_language(words: Words) -> None:
    st.segmented_control(
        words("Language"),
        list(LANGUAGES),
        key=keys.LANGUAGE,
        format_func=str.upper,
        required=True,
        label_visibility="collapsed",
    )


def _remarks(words: Words) -> Iterator[str]:
    """What the reader should know about the values that are set."""
    if session.lens().startswith(Lens.MINE) and session.author() is None:
        yield words("Enter your name above to see your verdicts.")
    if day := known_by():
        yield words("Nothing published after {day}", day=words.day(day))
        if session.page() in _TIMELESS:
            yield words("This page does not follow that day: it shows everything that is known today.")
