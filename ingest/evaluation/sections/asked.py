"""Computes figures on sentences with one yes-or-no question: is there an event of this type?"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.evaluation.answers import Answer
from ingest.evaluation.figures import Tally, f1_figure, share_figure
from ingest.evaluation.gold import Asked
from ingest.evaluation.report import Mistake, Section


def asked_section(title: str, pairs: Sequence[tuple[Asked, Answer]]) -> Section:
    """Return the false alarms among sentences without such an event, and the recall among the others.

    The floor of F1 always answers yes.
    """
    said = [
        (gold, any(event.event_type == gold.event_type for event in answer.events)) for gold, answer in pairs
    ]
    alarms = [given for gold, given in said if not gold.answer]
    found = [given for gold, given in said if gold.answer]
    tallies = [Tally(given and gold.answer, given, gold.answer) for gold, given in said]
    wrong = tuple(
        Mistake(
            gold.id,
            gold.text,
            ("missed" if gold.answer else "false alarm",),
            (gold.event_type,) if gold.answer else (),
            tuple(map(str, answer.events)),
        )
        for (gold, answer), (_, given) in zip(pairs, said, strict=True)
        if gold.answer != given
    )
    figures = (
        share_figure("false alarms among the negatives", alarms),
        share_figure("recall", found),
        f1_figure("F1", tallies, [Tally(gold.answer, True, gold.answer) for gold, _ in said]),
    )
    return Section(title, len(pairs), figures, (), wrong)
