"""Marks on a text: nothing is lost, nothing is added, overlaps carry both looks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cypher.model.graph import Span
from explorer.acts.opening import ChooseClaim, OpenEntity
from explorer.elements import Element
from explorer.text import Mark, marked

TEXT = "Hamas attacked Israel on Saturday."
spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(min(ends), max(ends)))


def words(part: Element | str) -> str:
    return part if isinstance(part, str) else part.text()


@given(
    st.text(max_size=50), st.lists(st.builds(Mark, spans, st.sampled_from(["a", "b"]))), st.integers(0, 20)
)
def test_marking_never_changes_the_words(text: str, marks: list[Mark], start: int) -> None:
    assert "".join(map(words, marked(text, marks, start))) == text


def test_a_mark_carries_its_look_and_act_to_its_words() -> None:
    act = OpenEntity("hamas")
    first, rest = marked(TEXT, [Mark(Span(0, 5), "mention", act)])
    assert isinstance(first, Element)
    assert (first.text(), first.look, first.act) == ("Hamas", "mention", act)
    assert rest == " attacked Israel on Saturday."


def test_offsets_count_from_the_start_of_the_document() -> None:
    parts = marked(TEXT, [Mark(Span(106, 114), "trigger")], start=100)
    assert [words(part) for part in parts] == ["Hamas ", "attacked", " Israel on Saturday."]


def test_where_marks_overlap_both_looks_show_and_the_shorter_one_acts() -> None:
    long, short = (
        Mark(Span(0, 14), "trigger", ChooseClaim("1")),
        Mark(Span(0, 5), "mention", OpenEntity("2")),
    )
    both, rest = marked(TEXT[:14], [long, short])
    assert isinstance(both, Element)
    assert isinstance(rest, Element)
    assert (set(both.look.split()), both.act) == ({"trigger", "mention"}, OpenEntity("2"))
    assert rest.look == "trigger"
