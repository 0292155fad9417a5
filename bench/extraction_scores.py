"""Scores of the extraction on gold sentences: countries, named entities, event types, full events.

    python -m bench.extraction_scores samples/gold.jsonl [--split dev] [--errors]

A row of gold has ``text``, ``language``, ``countries``, ``entities`` and ``events`` (docs/annotation.md).
Rows that only have ``source`` and ``target`` of one event are scored by the first claim that is made, beside
the floor. Arguments match by country code when both have one, else by overlapping span or the same head. One
member of a list suffices; types whose parties are equals are unordered. All figures carry bootstrap 95 %
intervals.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer

from bench.answers import Answer, Argument, EventAnswer, answers_of
from cypher.ids import content_id
from cypher.model import Document, Span
from ingest.extraction import extract

_RECIPROCAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_SPLIT_TYPES = {"YIELD": frozenset({"CONCEDE", "RETREAT"})}
"""Types of older gold that PLOVER 2.0 splits."""

_CAPITALS = re.compile(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*)*")
_RESAMPLES = 400
_LEVELS = ("countries", "named entities", "event type", "full event")


@dataclass(slots=True)
class Tally:
    """Right answers, answers given and answers wanted of one sentence or many."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, other: Tally) -> Tally:
        """The sum with another tally."""
        return Tally(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 when nothing was wanted or given."""
        total = self.given + self.wanted
        return 2 * self.right / total if total else 1.0

    def __str__(self) -> str:
        precision = self.right / self.given if self.given else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        return (
            f"P {precision:.3f}  R {recall:.3f}  F1 {self.f1:.3f}  ({self.right}/{self.given}/{self.wanted})"
        )


@dataclass(slots=True)
class Scored:
    """One gold row with the answer and the tallies of its levels."""

    row: dict[str, Any]
    answer: Answer
    tallies: dict[str, Tally] = field(default_factory=dict)


def score(row: dict[str, Any], answer: Answer) -> Scored:
    """Compare one answer with its gold row, level by level."""
    gold = [EventAnswer.of_gold(event, row["text"]) for event in row["events"]]
    entities = Counter((entity["text"], entity["kind"]) for entity in row["entities"])
    return Scored(
        row,
        answer,
        {
            "countries": _sets(Counter(set(answer.countries)), Counter(set(row["countries"]))),
            "named entities": _sets(Counter(answer.entities), entities),
            "event type": _matching(answer.events, gold, same_type),
            "full event": _matching(answer.events, gold, same_event),
        },
    )


def _sets(given: Counter[Any], wanted: Counter[Any]) -> Tally:
    return Tally((given & wanted).total(), given.total(), wanted.total())


def _matching(
    given: Sequence[EventAnswer],
    gold: Sequence[EventAnswer],
    same: Callable[[EventAnswer, EventAnswer], bool],
) -> Tally:
    free, right = list(gold), 0
    for event in given:
        hit = next((other for other in free if same(event, other)), None)
        if hit is not None:
            free.remove(hit)
            right += 1
    return Tally(right, len(given), len(gold))


def same_type(given: EventAnswer, gold: EventAnswer) -> bool:
    """Whether the types agree; an older gold type stands for those that it was split into."""
    return given.event_type in _SPLIT_TYPES.get(gold.event_type, {gold.event_type})


def same_event(given: EventAnswer, gold: EventAnswer) -> bool:
    """Whether type, actors and recipients agree."""
    if not same_type(given, gold):
        return False
    if gold.event_type in _RECIPROCAL:
        return _same_parties(given.actors + given.recipients, gold.actors + gold.recipients)
    return _same_side(given.actors, gold.actors) and _same_side(given.recipients, gold.recipients)


def _same_parties(given: Sequence[Argument], gold: Sequence[Argument]) -> bool:
    if not gold or not given:
        return not gold and not given
    met = sum(any(one.matches(other) for one in given) for other in gold)
    return met >= min(2, len(gold))


def _same_side(given: Sequence[Argument], gold: Sequence[Argument]) -> bool:
    if not gold or not given:
        return not gold and not given
    return any(one.matches(other) for one in given for other in gold)


def interval(tallies: Sequence[Tally]) -> tuple[float, float]:
    """Bootstrap 95 % interval of F1 over sentences (fixed seed)."""
    dice = random.Random(0)  # noqa: S311 - resampling, not secrets
    figures = sorted(_total(dice.choices(tallies, k=len(tallies))).f1 for _ in range(_RESAMPLES))
    return figures[int(0.025 * _RESAMPLES)], figures[int(0.975 * _RESAMPLES)]


def _total(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total = total.add(tally)
    return total


def answer_rows(rows: Sequence[dict[str, Any]]) -> list[Answer]:
    """Extract each row's sentence on its own, without a date of publication."""
    documents = [
        Document(
            content_id("document", row["text"]), row["text"], row["language"], content_id("text", row["text"])
        )
        for row in rows
    ]
    return [answers_of(extraction) for extraction in extract(documents)]


def report(scored: Sequence[Scored]) -> None:
    """Print all levels with intervals, then event types one by one."""
    for level in _LEVELS:
        tallies = [item.tallies[level] for item in scored]
        low, high = interval(tallies)
        print(f"{level:15} {_total(tallies)}  [{low:.3f}, {high:.3f}]")
    kinds = sorted({event["type"] for item in scored for event in item.row["events"]})
    for kind in kinds:
        print(f"  {kind:10} {_total(_of_type(item, kind) for item in scored)}")


def _of_type(item: Scored, kind: str) -> Tally:
    gold = [
        EventAnswer.of_gold(event, item.row["text"]) for event in item.row["events"] if event["type"] == kind
    ]
    return _matching([event for event in item.answer.events if event.event_type == kind], gold, same_event)


def print_errors(scored: Iterable[Scored]) -> None:
    """Print the sentences on which a level is not perfect, with what was wanted and given."""
    for item in scored:
        wrong = [level for level in _LEVELS if item.tallies[level].f1 < 1]
        if wrong:
            print(f"\n{item.row['id']}  wrong: {', '.join(wrong)}\n  {item.row['text']}")
            print(f"  countries  {sorted(item.row['countries'])}  given {sorted(set(item.answer.countries))}")
            names = [(entity["text"], entity["kind"]) for entity in item.row["entities"]]
            print(f"  entities   {names}\n      given  {item.answer.entities}")
            for event in item.row["events"]:
                print(f"  wanted  {EventAnswer.of_gold(event, item.row['text'])}  {event['trigger']!r}")
            for given in item.answer.events:
                print(f"  given   {given}  {given.trigger!r}")


def report_first_answer(rows: Sequence[dict[str, Any]], answers: Sequence[Answer]) -> None:
    """Print how often the first claim, and any claim, is the one gold event (pair and type)."""
    pairs = [
        (EventAnswer.of_pair(row["events"][0], row["text"]), a.events)
        for row, a in zip(rows, answers, strict=True)
    ]
    count = len(pairs)
    for name, same in (("type", same_type), ("full event", same_event)):
        first = sum(bool(events) and same(events[0], gold) for gold, events in pairs)
        some = sum(any(same(event, gold) for event in events) for gold, events in pairs)
        print(f"{name:11} first answer {first / count:.3f}   any answer {some / count:.3f}")
    floor = sum(_floor(row, gold) for row, (gold, _) in zip(rows, pairs, strict=True))
    print(f"floor: first two capitalised runs, always ACCUSE: full event {floor / count:.3f}")
    claims, silent = sum(len(events) for _, events in pairs), sum(not events for _, events in pairs)
    print(f"claims a sentence {claims / count:.2f}, none in {silent / count:.3f}")
    kinds = sorted({gold.event_type for gold, _ in pairs})
    figures = [_first_type_f1(pairs, kind) for kind in kinds]
    print(f"type macro-F1 of the first answer {sum(figures) / len(figures):.3f}")
    for kind, figure in zip(kinds, figures, strict=True):
        own = [(gold, events) for gold, events in pairs if gold.event_type == kind]
        right = sum(any(same_event(event, gold) for event in events) for gold, events in own)
        print(f"  {kind:10} F1 {figure:.3f}   full event, any answer {right}/{len(own)}")


def _floor(row: dict[str, Any], gold: EventAnswer) -> bool:
    """Whether the simplest guess is right: the first two capitalised runs, and always the commonest type."""
    runs = [
        Argument(match.group(), None, (Span(*match.span()),)) for match in _CAPITALS.finditer(row["text"])
    ]
    guess = EventAnswer("ACCUSE", "", tuple(runs[:1]), tuple(runs[1:2]), "")
    return same_event(guess, gold)


def _first_type_f1(pairs: Sequence[tuple[EventAnswer, Sequence[EventAnswer]]], kind: str) -> float:
    tally = Tally()
    for gold, events in pairs:
        wanted = gold.event_type == kind
        given = bool(events) and same_type(events[0], EventAnswer(kind, "", (), (), ""))
        tally = tally.add(Tally(wanted and given, given, wanted))
    return tally.f1


def main(
    gold: Annotated[Path, typer.Argument(help="JSON Lines of gold sentences")],
    split: Annotated[str | None, typer.Option(help="only rows of this split")] = None,
    language: Annotated[str | None, typer.Option(help="only rows in this language")] = None,
    errors: Annotated[bool, typer.Option(help="print the sentences that are wrong")] = False,
) -> None:
    """Score the extraction on gold sentences."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    for row in rows:
        row.setdefault("language", row.get("lang"))
    rows = [row for row in rows if split in (None, row.get("split")) and language in (None, row["language"])]
    answers = answer_rows(rows)
    if "countries" not in rows[0]:
        report_first_answer(rows, answers)
        return
    for code in sorted({row["language"] for row in rows}):
        scored = [score(row, a) for row, a in zip(rows, answers, strict=True) if row["language"] == code]
        print(f"{code}: {len(scored)} sentences")
        report(scored)
        if errors:
            print_errors(scored)


if __name__ == "__main__":
    typer.run(main)
