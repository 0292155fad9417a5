"""The page *Quality*: the extraction's precision and blind spots, agreement, and orphan annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd
import streamlit as st

from cypher.model.graph import Lens
from cypher.records.annotate import Opinion, ReviewedClaim
from cypher.records.explore import OrphanAnnotation
from cypher.records.learn import StoredLesson
from cypher.records.saved import SilentSentences
from cypher.review.learning import Lesson, in_force, lesson_of
from cypher.review.quality import Precision, agreement, precision_by, rules_of
from cypher.review.training import training_lines
from explorer.elements import Element, draw_elements, element
from explorer.identity.roles import Right
from explorer.judging.form import draw_trouble
from explorer.panels.review.lessons import lesson_frame, lesson_head, trust_frame
from explorer.panels.review.orphans import orphan_list
from explorer.panels.review.silence import silence_frame, silence_head
from explorer.phrases import say
from explorer.queries.frames import with_separators
from explorer.reads.connections import data_version, read, reader
from explorer.shell.frame import workspace
from explorer.view import keys, session
from explorer.view.audited import Deed
from explorer.words import Words
from explorer.work.pending import PendingWrite, request
from explorer.work.running import run_cancellable

Version = tuple[tuple[str, Any], ...]


def draw() -> None:
    """Draw the page."""
    session.opened()
    session.show_address({})
    _workspace()


@workspace
def _workspace() -> None:
    words = session.words()
    judged, opinions, orphans, silent, stored = run_cancellable(
        "quality", data_version(), _asked, "Counting for {seconds} s"
    )
    left, right = st.columns([13, 8], gap="large")
    with left:
        draw_elements(_head(judged), key="quality head")
        if judged:
            _draw_precision(judged, words)
            _draw_export(words)
        elif st.button(words("Review claims"), type="primary", key="to review"):
            session.open_page("review", {})
        _draw_lessons([lesson_of(row) for row in stored], words)
        _draw_silence(silent, words)
    with right:
        _draw_agreement(opinions, words)
        draw_elements(*orphan_list(orphans), key="orphans")


_Answers = tuple[
    list[ReviewedClaim],
    list[Opinion],
    list[OrphanAnnotation],
    list[SilentSentences],
    list[StoredLesson],
]


def _asked() -> _Answers:
    """Read what the page shows: judged claims, annotations, orphans, silent sentences, lessons."""
    return (
        read(ReviewedClaim, "annotate/judged"),
        read(Opinion, "annotate/opinions"),
        read(OrphanAnnotation, "explore/orphan_annotations"),
        read(SilentSentences, "saved/coverage/silent", lens=Lens.ALL.value),
        read(StoredLesson, "learn/lessons"),
    )


def _head(judged: list[ReviewedClaim]) -> Element:
    (precision,) = precision_by(judged, lambda _: [""]) or [Precision("", 0, 0, 0)]
    if precision.share is None:
        said = say("No claims have been judged yet. The review page shows the most informative ones first.")
    else:
        said = say(
            "{share:.0%} of {number} judged claims were extracted correctly.",
            share=precision.share,
            number=precision.right + precision.wrong,
        )
    return element(
        "div", element("h2", say("Quality of the extraction")), element("p", said, look="lead"), look="head"
    )


def _draw_precision(judged: list[ReviewedClaim], words: Words) -> None:
    groups: dict[str, Callable[[ReviewedClaim], Iterable[str]]] = {
        words("By type"): lambda row: [words.event_type(row.event_type)],
        words("By rule"): rules_of,
        words("By publisher"): lambda row: [row.publisher or words("unnamed publisher")],
        words("By extractor"): lambda row: [row.extractor],
    }
    for tab, (name, names) in zip(st.tabs(list(groups)), groups.items(), strict=True):
        with tab:
            _draw_table(precision_frame(precision_by(judged, names), words), name)
    st.caption(
        words("Recoded claims count as wrong, unsure ones as neither; the interval is Wilson’s, 95 %.")
    )


def precision_frame(found: Iterable[Precision], words: Words) -> pd.DataFrame:
    """Return one row for each name."""
    return pd.DataFrame([_precision_row(each, words) for each in found])


def _precision_row(each: Precision, words: Words) -> dict[str, object]:
    low, high = each.interval or (None, None)
    return {
        words("Name"): each.name,
        words("Right"): each.right,
        words("Wrong"): each.wrong,
        words("Unsure"): each.unsure,
        words("Precision"): each.share,
        words("At least"): low,
        words("At most"): high,
    }


def _draw_table(frame: pd.DataFrame, key: str, *, shares: bool = True) -> None:
    """Draw a table; its fractions are shares, or other numbers."""
    columns = {
        name: st.column_config.NumberColumn(format="percent" if shares else "%.2f")
        for name in frame.columns
        if frame[name].dtype == float
    }
    st.dataframe(
        with_separators(frame, session.words()),
        hide_index=True,
        placeholder="",
        key=f"quality {key}",
        column_config=columns,
    )


def _draw_lessons(lessons: list[Lesson], words: Words) -> None:
    """Draw what the confidence of claims follows: nothing, or a lesson with its measures."""
    draw_elements(lesson_head(lessons), key="lesson head")
    lesson = in_force(lessons)
    if lesson is None:
        return
    _draw_table(lesson_frame(lesson, words), "lesson", shares=False)
    if lesson.trust.weights:
        with st.expander(words("What is trusted more or less")):
            _draw_table(trust_frame(lesson.trust, words), "trust", shares=False)


def _draw_silence(silent: list[SilentSentences], words: Words) -> None:
    draw_elements(silence_head(silent), key="silence head")
    if silent:
        _draw_table(silence_frame(silent, words), "silence")
        st.caption(words("A sentence may rightly have no claim; a high share shows where to look."))


def _draw_export(words: Words) -> None:
    """Draw the button that gathers the verdicts and, once they are gathered, the download."""
    version = data_version()
    st.button(
        words("Gather verdicts as training data"),
        icon=":material/dataset:",
        key="gather verdicts",
        on_click=lambda: request(_gathering(version)),
    )
    draw_trouble(words)
    gathered, lines = st.session_state.get(keys.GATHERED, (None, ""))
    if gathered == version:
        st.download_button(
            words("Download verdicts as training data"),
            lines,
            file_name="verdicts.jsonl",
            mime="application/x-ndjson",
            icon=":material/download:",
            on_click="ignore",
            key="verdicts file",
        )


def _gathering(version: Version) -> PendingWrite[str]:
    """Return the work that gathers the verdicts; the file is kept until the data change."""

    def keep(lines: str) -> None:
        st.session_state[keys.GATHERED] = (version, lines)

    database = reader()
    return PendingWrite(
        Deed("export", "verdicts"),
        lambda _author: training_lines(database),
        keep,
        saying="Gathering for {seconds} s",
        unsigned=True,
        right=Right.READ,
    )


def _draw_agreement(opinions: list[Opinion], words: Words) -> None:
    found = agreement(opinions)
    head = element("h3", words("Agreement of reviewers"))
    if not found:
        nothing = words(
            "This needs two reviewers. The queue “Second opinion” hides the first reviewer’s verdict."
        )
        draw_elements(head, element("p", nothing, look="lead"), key="agreement head")
        return
    draw_elements(head, key="agreement head")
    rows = [
        {
            words("Type"): words.event_type(each.event_type),
            words("Claims"): each.claims,
            words("Agreed"): each.agreed,
            words("Krippendorff’s α"): each.alpha,
        }
        for each in found
    ]
    table = with_separators(pd.DataFrame(rows), words)
    st.dataframe(table, hide_index=True, placeholder="", key="quality agreement")
    st.caption(words("1 is perfect, 0 is chance; empty if all verdicts are equal."))
