"""What was learned from verdicts: measures before and after, and what is trusted more or less since then."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from cypher.review.learning import Lesson, in_force
from cypher.review.trust import Trust
from explorer.elements import Element, element
from explorer.phrases import Phrase, say
from explorer.words import Words

SHOWN = 12
"""How many of the largest changes of trust are listed."""


def lesson_head(lessons: Sequence[Lesson]) -> Element:
    """Return the heading, with what the confidence of claims follows at present."""
    return element(
        "div",
        element("h3", say("Learned from verdicts")),
        element("p", _said(in_force(lessons)), look="lead"),
    )


def _said(lesson: Lesson | None) -> Phrase:
    if lesson is None or lesson.comparison is None:
        return say("Confidence is that of the extraction. With “konstelasi learn” it learns from verdicts.")
    return say(
        "Lesson {number} ({day}) follows from {verdicts} verdicts on {articles} articles, held out in turn.",
        number=lesson.number,
        day=lesson.created_at[:10],
        verdicts=lesson.comparison.verdicts,
        articles=lesson.comparison.articles,
    )


def lesson_frame(lesson: Lesson, words: Words) -> pd.DataFrame:
    """Return the measures of a lesson on held-out verdicts, before and after it; empty without measures."""
    found = lesson.comparison
    if found is None:
        return pd.DataFrame()
    before, after = found.before, found.after
    figures = (
        (words("Calibration error"), before.calibration_error, after.calibration_error),
        (words("Trusted lens: share that is right"), before.precision, after.precision),
        (words("Trusted lens: share of the right ones"), before.recall, after.recall),
        (words("Mean loss"), before.log_loss, after.log_loss),
    )
    names = (words("Measure"), words("Before"), words("After"))
    return pd.DataFrame([dict(zip(names, row, strict=True)) for row in figures])


def trust_frame(trust: Trust, words: Words) -> pd.DataFrame:
    """Return what is trusted more or less than before, the largest change first."""
    largest = sorted(trust.weights.items(), key=lambda each: (-abs(each[1]), each[0]))[:SHOWN]
    return pd.DataFrame(
        [
            {
                words("Name"): name,
                words("Trusted"): words("more") if weight > 0 else words("less"),
                words("Change of log-odds"): weight,
            }
            for name, weight in largest
        ]
    )
