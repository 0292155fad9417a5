"""The lexicon's words: forms spelt by rule, look-up keys, and languages as data."""

from __future__ import annotations

import pytest

from cypher.model.ontology import event_types
from ingest.extraction.vocabulary.language import load_language
from ingest.extraction.vocabulary.morphology import Voice
from ingest.languages import supported_languages


@pytest.mark.parametrize(
    ("stem", "active", "passive"),
    [
        ("serang", "menyerang", "diserang"),
        ("pukul", "memukul", "dipukul"),
        ("tangkap", "menangkap", "ditangkap"),
        ("kecam", "mengecam", "dikecam"),
        ("bantu", "membantu", "dibantu"),
        ("desak", "mendesak", "didesak"),
        ("usir", "mengusir", "diusir"),
        ("larang", "melarang", "dilarang"),
        ("bom", "mengebom", "dibom"),
        ("peringatkan", "memperingatkan", "diperingatkan"),
    ],
)
def test_indonesian_voices_are_spelt_by_rule(stem: str, active: str, passive: str) -> None:
    forms = set(load_language("id").forms.spell(stem))
    assert {(active, Voice.ACTIVE), (passive, Voice.PASSIVE)} <= forms


def test_reduplication_and_clitics_do_not_hide_a_word() -> None:
    forms = load_language("id").forms
    assert "serangan" in forms.keys("serangan-serangan")
    assert "serangan" in forms.keys("serangannya")
    assert forms.keys("hanya") == ("hanya",)


@pytest.mark.parametrize("code", supported_languages())
def test_every_language_tells_every_type_and_only_types_of_the_ontology(code: str) -> None:
    entries = load_language(code).lexicon.entries.values()
    types = {entry.sense.event_type for group in entries for entry in group}
    assert types == {kind for kind, entry in event_types().items() if not entry.imported}


@pytest.mark.parametrize("code", supported_languages())
def test_every_mode_of_a_lexicon_is_one_of_its_type(code: str) -> None:
    senses = {entry.sense for group in load_language(code).lexicon.entries.values() for entry in group}
    wrong = {
        (sense.event_type, sense.mode)
        for sense in senses
        if sense.mode is not None and sense.mode not in event_types()[sense.event_type].modes
    }
    assert wrong == set()
