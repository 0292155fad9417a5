"""Computes figures on sentences with all lasting relations annotated: offices, members, allies, places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cypher.review.calibration import Judged
from ingest.evaluation.answers import Answer, RelationAnswer
from ingest.evaluation.calibration import calibration_figure
from ingest.evaluation.figures import Tally, f1_figure, total
from ingest.evaluation.gold import Related
from ingest.evaluation.report import Mistake, Section, Table

Pairs = Sequence[tuple[Related, Answer]]


def related_section(title: str, pairs: Pairs) -> Section:
    """Return the F1 of relations (type and both ends), overall and by type, and their calibration."""
    tallies = [_tally(gold.relations, answer.relations) for gold, answer in pairs]
    kinds = Counter(wanted.relation_type for gold, _ in pairs for wanted in gold.relations)
    rows = tuple((kind, str(count), *_of_type(pairs, kind)) for kind, count in kinds.most_common())
    claims = [claim for gold, answer in pairs for claim in _judged(gold, answer)]
    wrong = (
        Mistake(gold.id, gold.text, ("relations",), *(tuple(map(str, x.relations)) for x in (gold, answer)))
        for (gold, answer), tally in zip(pairs, tallies, strict=True)
        if not tally.is_perfect
    )
    return Section(
        title,
        len(pairs),
        (
            f1_figure("relations", tallies, [Tally(0, 0, of.wanted) for of in tallies]),
            calibration_figure(claims),
        ),
        (Table("By type", ("type", "gold", "P", "R", "F1"), rows),),
        tuple(wrong),
    )


def verdicts(gold: Related, given: Answer) -> Iterator[bool]:
    """Yield for each relation claimed in a sentence whether gold has it."""
    free = list(gold.relations)
    for relation in given.relations:
        hit = next((wanted for wanted in free if relation.matches(wanted)), None)
        if hit is not None:
            free.remove(hit)
        yield hit is not None


def _judged(gold: Related, given: Answer) -> Iterator[Judged]:
    for relation, right in zip(given.relations, verdicts(gold, given), strict=True):
        yield relation.confidence, right


def _tally(gold: Sequence[RelationAnswer], given: Sequence[RelationAnswer]) -> Tally:
    found = sum(any(relation.matches(wanted) for relation in given) for wanted in gold)
    return Tally(found, len(given), len(gold))


def _of_type(pairs: Pairs, kind: str) -> Iterator[str]:
    def own(relations: Sequence[RelationAnswer]) -> list[RelationAnswer]:
        return [relation for relation in relations if relation.relation_type == kind]

    tally = total(_tally(own(gold.relations), own(answer.relations)) for gold, answer in pairs)
    yield from (f"{figure:.2f}" for figure in (tally.precision, tally.recall, tally.f1))
