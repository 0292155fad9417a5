"""Scoring gold of each shape: what counts as right, what the report says, what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cypher.errors import UsageError
from cypher.review.calibration import calibration_error, reliability
from ingest.evaluation import Report, Selection, evaluate
from ingest.evaluation.answers import Argument, head_of

SENTENCE = "Norway condemned Belarus."
NORWAY, BELARUS = {"text": "Norway", "country": "NOR"}, {"text": "Belarus", "country": "BLR"}
ACCUSES = {"actor": [NORWAY], "recipient": [BELARUS]}
ANNOTATED = {
    "id": "a",
    "text": SENTENCE,
    "language": "en",
    "countries": ["NOR", "BLR"],
    "entities": [],
    "events": [{"type": "ACCUSE", **ACCUSES, "trigger": "condemned", "status": "actual"}],
}


def scored(
    folder: Path, *rows: dict[str, Any], texts: Path | None = None, chosen: Selection | None = None
) -> Report:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return evaluate([path], chosen, texts)


def with_event(**changed: object) -> dict[str, Any]:
    (event,) = ANNOTATED["events"]
    return {**ANNOTATED, "events": [{**event, **changed}]}  # type: ignore[dict-item]


def test_an_answer_that_is_right_in_all_has_full_marks_and_no_mistakes(tmp_path: Path) -> None:
    (section,) = scored(tmp_path, ANNOTATED).sections
    names = ("countries", "event type", "full event", "type, parties given")
    assert [section.figure(name).value for name in names] == [1, 1, 1, 1]
    assert section.mistakes == ()


def test_parties_the_wrong_way_round_are_the_right_type_but_not_the_right_event(tmp_path: Path) -> None:
    turned = with_event(actor=ACCUSES["recipient"], recipient=ACCUSES["actor"])
    (section,) = scored(tmp_path, turned).sections
    assert section.figure("event type").value == 1
    assert section.figure("full event").value == 0
    (mistake,) = section.mistakes
    assert mistake.wrong == ("full event",)


def test_an_event_that_gold_does_not_have_costs_precision(tmp_path: Path) -> None:
    (section,) = scored(tmp_path, {**ANNOTATED, "events": []}).sections
    assert section.figure("full event").value == 0
    assert "0 right of 1 given, 0 wanted" in section.figure("full event").detail


def test_languages_and_splits_are_scored_apart_and_can_be_chosen(tmp_path: Path) -> None:
    other = {**ANNOTATED, "id": "b", "text": "Norwegia mengecam Belarus.", "language": "id", "split": "test"}

    def titles(chosen: Selection) -> list[str]:
        return [section.title for section in scored(tmp_path, ANNOTATED, other, chosen=chosen).sections]

    assert titles(Selection()) == ["gold (en)", "gold (id, test)"]
    assert titles(Selection(language="en")) == ["gold (en)"]
    assert titles(Selection(split="test")) == ["gold (id, test)"]
    assert titles(Selection(first=1, step=2)) == ["gold (id, test)"]


def test_one_known_event_is_scored_by_the_first_and_by_any_answer(tmp_path: Path) -> None:
    sides = {"source": [{"text": "Denmark"}], "target": [{"text": "Belarus"}]}
    row = {
        "text": "Norway condemned Belarus. Denmark thanked Belarus.",
        "lang": "en",
        "events": [{"type": "SUPPORT", "quad": 1, **sides}],
    }
    (section,) = scored(tmp_path, row).sections
    assert section.figure("full event, first answer").value == 0
    assert section.figure("full event, any answer").value == 1
    assert section.figure("type, parties given").value == 1
    assert [mistake.wrong for mistake in section.mistakes] == [("first answer",)]


def test_an_older_type_is_met_by_those_that_it_was_split_into(tmp_path: Path) -> None:
    sides = {"source": [{"text": "Norway"}], "target": [{"text": "Mali"}]}
    text = "Norway withdrew its troops from Mali."
    row = {"text": text, "lang": "en", "events": [{"type": "YIELD", "quad": 2, **sides}]}
    (section,) = scored(tmp_path, row).sections
    assert section.figure("type, parties given").value == 1
    assert section.figure("quad macro-F1, parties given").value == 1


SIDES = {"source": [{"text": "Norway"}], "target": [{"text": "Belarus"}]}
NO_TYPE = {"type": None, "quad": None, **SIDES}


def test_a_quad_may_be_null_beside_a_type_and_a_type_beside_a_quad(tmp_path: Path) -> None:
    typed = {"text": SENTENCE, "lang": "en", "events": [NO_TYPE, {"type": "ACCUSE", "quad": None, **SIDES}]}
    (section,) = scored(tmp_path, typed).sections
    assert section.figure("quad macro-F1, parties given").value == 1
    assert section.figure("full event, first answer").value == 1
    quad_alone = {"text": SENTENCE, "lang": "en", "events": [{"type": None, "quad": 3, **SIDES}]}
    (section,) = scored(tmp_path, quad_alone).sections
    assert section.figure("quad macro-F1, parties given").value == 1
    assert section.figure("parties, any answer").value == 1
    assert "full event, first answer" not in {figure.name for figure in section.figures}


def test_an_event_that_the_ontology_has_no_type_for_is_counted_and_not_scored(tmp_path: Path) -> None:
    rows = [
        {"text": SENTENCE, "lang": "en", "events": [event]} for event in (NO_TYPE, {**NO_TYPE, "quad": 3})
    ]
    left_out, rest = scored(tmp_path, *rows).sections
    assert (left_out.sentences, left_out.figures) == (1, ())
    assert "not scored" in left_out.title
    assert rest.sentences == 1


@pytest.mark.parametrize(
    ("event", "complaint"),
    [
        ({**NO_TYPE, "type": "CRIME"}, "no event type 'CRIME'.*ACCUSE"),
        ({**NO_TYPE, "type": "ACCUSE", "quad": 5}, "5 is not a quad"),
    ],
)
def test_a_type_or_quad_that_does_not_exist_is_refused_with_its_place(
    tmp_path: Path, event: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(UsageError, match=rf"gold\.jsonl, line 1: .*{complaint}"):
        scored(tmp_path, {"text": SENTENCE, "lang": "en", "events": [event]})


def test_an_event_that_one_annotator_alone_saw_neither_rewards_nor_punishes(tmp_path: Path) -> None:
    thanks = {"type": "SUPPORT", **ACCUSES, "trigger": "", "status": "actual", "doubtful": True}
    told, untold = with_event(doubtful=True), {**with_event(), "events": [*ANNOTATED["events"], thanks]}
    (section,) = scored(tmp_path, told, {**untold, "id": "b"}).sections
    assert "1 right of 1 given, 1 wanted" in section.figure("full event").detail
    assert section.figure("calibration error").detail.startswith("(1 claims")
    assert section.mistakes == ()


def test_parties_the_wrong_way_round_are_counted(tmp_path: Path) -> None:
    turned = with_event(actor=ACCUSES["recipient"], recipient=ACCUSES["actor"])
    (section,) = scored(tmp_path, turned, {**ANNOTATED, "id": "b"}).sections
    assert section.figure("right but swapped").value == 0.5


@pytest.mark.parametrize(
    ("language", "given", "wanted", "same"),
    [
        ("en", "troops", "some two hundred heavily armed troops from Mali", True),
        ("en", "Mali", "some two hundred heavily armed troops from Mali", False),
        ("id", "pasukan", "pasukan khusus bersenjata lengkap dari utara", True),
        ("id", "utara", "pasukan khusus bersenjata lengkap dari utara", False),
    ],
)
def test_a_phrase_within_another_is_the_same_party_when_both_have_one_head(
    language: str, given: str, wanted: str, same: bool
) -> None:
    one, other = (Argument(text, None, (), head_of(text, language)) for text in (given, wanted))
    assert one.matches(other) is same


def test_figures_that_could_be_reached_without_skill_have_a_floor(tmp_path: Path) -> None:
    paired = {"text": SENTENCE, "lang": "en", "events": [{"type": "ACCUSE", "quad": 3, **SIDES}]}
    asked = {"text": SENTENCE, "language": "en", "question": "ACCUSE", "answer": True}
    parallel = {"texts": {"en": SENTENCE, "id": "Norwegia mengecam Belarusia."}}
    report = scored(tmp_path, ANNOTATED, paired, asked, parallel)
    bare = {figure.name for section in report.sections for figure in section.figures if figure.floor is None}
    assert bare == {
        "right but swapped",
        "no answer",
        "false alarms among the negatives",
        "recall",
        "of these with an event in gold",
    }


def test_relations_are_scored_by_type_and_both_ends(tmp_path: Path) -> None:
    office = {"type": "holds_office", "subject": {"text": "Alexander Stubb"}, "object": {"text": "Finnish"}}
    text = "Finnish President Alexander Stubb called Maia Sandu, the president of Moldova."
    rows = [
        {"text": text, "language": "en", "relations": [office]},
        {"text": SENTENCE, "language": "en", "relations": [office | {"type": "allied_with"}]},
    ]
    (section,) = scored(tmp_path, *rows).sections
    assert "1 right of 2 given, 2 wanted" in section.figure("relations").detail
    assert [row[0] for row in section.tables[0].rows] == ["holds_office", "allied_with"]
    assert len(section.mistakes) == 2


def test_a_question_counts_false_alarms_and_recall(tmp_path: Path) -> None:
    asked = {"language": "en", "question": "PROTEST"}
    rows = [
        {**asked, "id": "quiet", "text": SENTENCE, "answer": False},
        {**asked, "id": "loud", "text": "Thousands of protesters rallied in Minsk.", "answer": True},
        {**asked, "id": "missed", "text": "Snow fell on Minsk.", "answer": True},
    ]
    (section,) = scored(tmp_path, *rows).sections
    assert section.figure("false alarms among the negatives").value == 0
    assert section.figure("recall").value == 0.5
    assert [mistake.id for mistake in section.mistakes] == ["missed"]


def test_both_sides_of_a_parallel_text_agree_by_country_not_by_wording(tmp_path: Path) -> None:
    row = {"id": "p", "texts": {"en": "Norway condemned Belarus.", "id": "Norwegia mengecam Belarusia."}}
    (section,) = scored(tmp_path, row).sections
    assert section.title == "gold (en-id)"
    assert section.figure("agreement: full event").value == 1


def test_gold_without_texts_finds_them_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "corpus.txt").write_text(f"Nothing.\n{SENTENCE}\n", encoding="utf-8")
    spans = {"actor": [{"start": 0, "end": 6, "country": "NOR"}], "recipient": [{"start": 17, "end": 24}]}
    event = {"type": "ACCUSE", **spans, "trigger": {"start": 7, "end": 16}, "status": "actual"}
    where = {"language": "en", "file": "corpus.txt", "line": 2}
    row = {**where, "countries": ["NOR", "BLR"], "entities": [], "events": [event]}
    (section,) = scored(tmp_path, row, texts=tmp_path).sections
    assert section.figure("full event").value == 1
    with pytest.raises(UsageError, match=r"corpus\.txt.*--texts"):
        scored(tmp_path, row)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [("{", "is not JSON"), ('{"text": "Hello.", "language": "en"}', "none of the shapes"), ("", "no rows")],
)
def test_what_is_no_gold_is_refused_with_its_place(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=rf"gold\.jsonl.*{complaint}"):
        evaluate([path])


def test_a_report_is_written_for_people_and_for_programs(tmp_path: Path) -> None:
    page, data = scored(tmp_path, ANNOTATED).write(tmp_path / "report")
    assert "| full event | 1.000 | 1.000 to 1.000 |" in page.read_text(encoding="utf-8")
    (section,) = json.loads(data.read_text(encoding="utf-8"))["sections"]
    assert section["figures"][0]["name"] == "countries"


def test_the_calibration_error_is_how_far_confidence_lies_from_the_share_of_right_claims() -> None:
    assert calibration_error([(0.75, True)] * 3 + [(0.75, False)]) == 0
    assert calibration_error([(0.9, False), (0.1, True)]) == pytest.approx(0.9)
    assert [found.claims for found in reliability([(0.05, False), (0.97, True), (1.0, True)])] == [1, 2]


CHAINED = {
    "id": "c",
    "language": "en",
    "text": "Arlene Whitcombe left Oslo. Whitcombe said she accused Norway.",
    "chains": [
        [{"start": 0, "end": 16}, {"start": 28, "end": 37}, {"start": 43, "end": 46, "refers": True}],
        [{"start": 22, "end": 26}],
    ],
}


def test_mentions_that_mean_the_same_are_scored_as_pairs(tmp_path: Path) -> None:
    (section,) = scored(tmp_path, CHAINED).sections
    assert section.figure("pairs of mentions").value == 1
    assert section.figure("references resolved").value == 1
    assert section.mistakes == ()


def test_a_reference_to_somebody_else_is_a_mistake(tmp_path: Path) -> None:
    (person, name, she), oslo = CHAINED["chains"]
    (section,) = scored(tmp_path, {**CHAINED, "chains": [[person, name], [*oslo, she]]}).sections
    assert section.figure("references resolved").value == 0
    (mistake,) = section.mistakes
    assert mistake.wanted == ("Oslo@22 = she@43",)
