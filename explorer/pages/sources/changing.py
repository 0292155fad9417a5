"""What a reader changes of a source on the page *Sources* and can undo: its grade, and that it is listed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext

import streamlit as st

from cypher.errors import KonstelasiError
from cypher.judging.annotations import SOURCE_GRADES
from cypher.review.source_grades import apply_grades
from cypher.sources.grades import set_grade
from cypher.sources.removing import Removed, put_back, remove
from cypher.sources.source import GRADES, Source
from explorer.identity.present import has, refuse_without
from explorer.identity.roles import Right
from explorer.reads.connections import analyst
from explorer.view import keys, session, undo
from explorer.view.audited import Deed, signature
from explorer.view.fields import named_key
from explorer.words import Words
from explorer.work.following import store
from explorer.work.pending import request
from explorer.work.reversible import Reversible, recording
from explorer.work.undoing import undo_last

_GRADE = "grade of the source"


def draw_grade(source: Source, words: Words) -> None:
    """Draw the field for the grade of a source."""
    st.session_state[named_key(_GRADE)] = source.grade
    st.selectbox(
        words("Reliability of the source"),
        GRADES,
        index=None,
        format_func=lambda grade: f"{grade} · {words(SOURCE_GRADES[grade])}",
        key=named_key(_GRADE),
        placeholder=words("not graded"),
        help=words("The lens trusted shows claims of sources graded D, E or F only when they are verified."),
        on_change=attempt,
        args=(lambda: _grade(source, st.session_state[_GRADE]),),
        disabled=not has(Right.LOAD),
    )


def _grade(source: Source, grade: str | None) -> None:
    """Give a source another grade, and its articles in the graph."""
    sources, database, words = store(), analyst(), session.words()

    def give(given: str | None) -> Callable[[str], object]:
        def write(_author: str) -> None:
            set_grade(sources, source.name, given)
            apply_grades(database, sources)

        return write

    graded = words("{name} is graded {grade}", name=source.name, grade=grade)
    said = graded if grade else words("{name} is not graded", name=source.name)
    deed = Deed("grade source", source.name, {"grade": grade or "none"})
    request(
        recording(
            Reversible(deed, said, give(grade), give(source.grade), unsigned=True, right=Right.LOAD), refuse
        )
    )


def remove_source(name: str) -> None:
    """Remove a source, so that the reader can undo it."""
    sources, removed = store(), list[Removed]()

    def take_out(_author: str) -> None:
        removed[:] = [remove(sources, name)]

    said = session.words()("the source {name} is removed", name=name)
    st.session_state[keys.SOURCE_REMOVED] = said
    writing = Reversible(
        Deed("remove source", name),
        said,
        take_out,
        lambda _author: put_back(sources, removed[0]),
        unsigned=True,
        right=Right.LOAD,
    )
    request(recording(writing, refuse))


def draw_removed(words: Words) -> None:
    """Say which source was removed just now, with a button to put it back, until something else is done."""
    said = st.session_state.get(keys.SOURCE_REMOVED)
    done = undo.undo_list().done
    if not said or not done or done[-1] is None or done[-1].describe() != said:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="source removed"):
        st.text(said[:1].upper() + said[1:])
        st.button(words("Undo"), icon=":material/undo:", key="put source back", on_click=undo_last)


def attempt(do: Callable[[], None], deed: Deed | None = None) -> None:
    """In a callback: do something to the sources, or show over the list why it was refused.

    The audit record gets the `deed`, unless `do` queues a write, which records itself.
    """
    signed = signature()
    try:
        refuse_without(Right.LOAD)
    except KonstelasiError as error:
        signed.refused(deed or Deed("change source"), error)
        refuse(error)
        return
    try:
        with signed.changing(deed) if deed else nullcontext():
            do()
    except KonstelasiError as error:
        refuse(error)


def refuse(error: KonstelasiError) -> None:
    """Keep why something was refused, to be shown over the list."""
    st.session_state[keys.SOURCES_REFUSED] = error
