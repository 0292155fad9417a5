"""The learned half of the extraction: what it sees, what it overrules, what it says about itself."""

from __future__ import annotations

import pytest

from cypher.model.graph import Document, Event
from cypher.model.ontology import event_types
from ingest.extraction.events.events import find_events
from ingest.extraction.events.learned.features import features, linking, stems
from ingest.extraction.events.learned.opinion import Opinion, retyped
from ingest.extraction.events.learned.weights import Weights, keys_of, load_weights
from ingest.extraction.events.told import Told
from ingest.extraction.parse import parse
from ingest.extraction.scene import open_story
from tests.ingest.extraction.conftest import Extract


@pytest.fixture(scope="module", params=["en", "id"])
def weights(request: pytest.FixtureRequest) -> Weights:
    found = load_weights(request.param)
    assert found is not None
    return found


def _told(text: str, language: str) -> list[Told]:
    story = open_story(next(parse([Document("d", text, language, "d")])))
    return [told for scene in story.scenes for told in find_events(story, scene)]


def test_the_classifiers_come_with_the_package_and_know_every_type(weights: Weights) -> None:
    assert set(weights.types) == {name for name, kind in event_types().items() if not kind.imported}


def test_a_language_without_classifiers_is_coded_by_rules_alone() -> None:
    assert load_weights("xx") is None


def test_chances_of_types_add_up_to_one_and_follow_the_rule(weights: Weights) -> None:
    for kind in ("ACCUSE", "ASSAULT", "CONSULT", "REQUEST"):
        chances = weights.chances(keys_of([f"rule {kind}", f"sense {kind}", "a feature never seen"]))
        assert sum(chances.values()) == pytest.approx(1, abs=1e-5)
        assert max(chances, key=chances.__getitem__) == kind


def test_a_feature_that_comes_twice_counts_once(weights: Weights) -> None:
    once, twice = (weights.of_type.sums(keys_of(["rule AID"] * count)) for count in (1, 2))
    assert list(once) == list(twice)


def test_a_word_that_no_rule_knows_hardly_tells_an_event(weights: Weights) -> None:
    assert weights.chance_of_event(keys_of(["rule -"])) < 0.1


def test_names_are_seen_by_their_kinds_alone() -> None:
    story = next(parse([Document("d", "Chile condemned Peru on Tuesday.", "en", "d")]))
    (sentence,) = story.sentences
    found = set(features(sentence, 1, stems(sentence), {1: "ACCUSE"}))
    assert {"stem condemn", "rule ACCUSE", "child nsubj <country>", "child dobj <country>"} <= found
    assert not any("chile" in feature or "peru" in feature for feature in found)


def test_the_way_between_two_parties_is_seen_without_their_names() -> None:
    story = next(parse([Document("d", "Chile sharply condemned Peru.", "en", "d")]))
    (sentence,) = story.sentences
    found = set(linking(sentence, (0, 3), 2, stems(sentence), {2: "ACCUSE"}))
    assert {"top condemn", "way by nsubj|dobj", "rule on the way ACCUSE", "between sharply"} <= found
    assert not any("chile" in feature or "peru" in feature for feature in found)


def test_a_claim_gives_the_score_of_its_type(extracted: Extract) -> None:
    for text, language in (
        ("Chile condemned Peru on Tuesday.", "en"),
        ("Chile mengecam Peru, Selasa.", "id"),
    ):
        claims = extracted(text, language).claims
        (claim,) = [claim for claim in claims if isinstance(claim.asserts, Event)]
        (reason,) = [reason for reason in claim.reasons if reason.startswith("classifier")]
        _, kind, score = reason.split()
        assert kind == "ACCUSE"
        assert 0.5 < float(score) <= 1


def test_an_unsure_classifier_leaves_the_rule_alone() -> None:
    unsure = Opinion("CONSULT", "AGREE", 0.7, 0.25, 0.9)
    (told,) = _told("Chile condemned Peru on Tuesday.", "en")
    assert not unsure.overrules
    assert unsure.reason == "classifier CONSULT .25"
    assert retyped(told.trigger, unsure) is told.trigger


def test_a_sure_classifier_overrules_the_rule_and_drops_its_mode() -> None:
    sure = Opinion("ACCUSE", "REJECT", 0.874, 0.1, 0.9)
    (told,) = _told("Chile condemned Peru on Tuesday.", "en")
    assert sure.reason == "classifier REJECT .87 instead of ACCUSE"
    assert (retyped(told.trigger, sure).sense.event_type, retyped(told.trigger, sure).sense.mode) == (
        "REJECT",
        None,
    )


def test_an_opinion_that_yields_keeps_the_type_of_the_rule() -> None:
    assert not Opinion("ACCUSE", "REJECT", 0.9, 0.05, 0.9).yielding().overrules


def test_every_event_told_carries_an_opinion() -> None:
    text = "Talks between Iran and Oman resumed in Muscat. Egypt carried out an attack on Libya."
    told = _told(text, "en")
    assert len(told) == 2
    assert all(item.opinion is not None and 0 <= item.opinion.chance_of_event <= 1 for item in told)


def test_types_learnt_from_another_language_overrule_nothing() -> None:
    (told,) = _told("Menlu Jerman mengatakan Rusia harus membebaskan wartawan itu.", "id")
    assert told.trigger.sense.event_type == "REQUEST"
    assert told.opinion is not None
    assert not told.opinion.overrules


def test_a_rule_that_asks_for_words_beside_its_trigger_is_not_overruled() -> None:
    (told,) = _told("Japan imposed sanctions on three Belarusian oligarchs.", "en")
    assert told.trigger.sense.required
    assert told.trigger.sense.event_type == "SANCTION"
