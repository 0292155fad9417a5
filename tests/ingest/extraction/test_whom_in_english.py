"""Who is acted on in English: no one named in an aside, no place, and the noun of a relative clause."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event
from tests.ingest.extraction.conftest import Extract, Told


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Kuwait severed ties after a mob stormed its embassy in Iran.", ("SANCTION", "Kuwait", "")),
        ("Turkey filed a complaint in Switzerland.", ("ACCUSE", "Turkey", "")),
        ("Poland is ready to go on without Hungary.", ("AGREE", "Poland", "")),
        ("Ghana agreed to hold elections before Mali.", ("AGREE", "Ghana", "")),
        ("Serbia extended the state of emergency.", ("COERCE", "Serbia", "")),
        ("The army refused to repair the ships.", ("REJECT", "army", "")),
        ("Jordan threatened to withdraw its troops.", ("THREATEN", "Jordan", "")),
        ("Peru threatened to jail any smuggler from Chile.", ("THREATEN", "Peru", "Chile")),
    ],
)
def test_an_aside_names_no_one_acted_on(told: Told, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(sentence, "en")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("A suicide bomber struck in Somalia on Friday.", ("ASSAULT", "suicide bomber", "")),
        ("The rebels are fighting in Chad and Niger.", ("ASSAULT", "rebels", "")),
        ("Colombia condemned attacks in Peru.", ("ASSAULT", "", "")),
        ("Turkish jets bombed the Gaza Strip.", ("ASSAULT", "Turkish jets", "Gaza Strip")),
        ("Israel carried out an attack on Syria.", ("ASSAULT", "Israel", "Syria")),
    ],
)
def test_a_country_where_it_happened_is_not_attacked(
    told: Told, sentence: str, event: tuple[str, str, str]
) -> None:
    assert event in told(sentence, "en")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The activists whom Uganda expelled flew to Kenya.", ("COERCE", "Uganda", "activists")),
        ("Brazil freed a diplomat it arrested.", ("COERCE", "Brazil", "diplomat")),
        ("Iran, which Canada accused of piracy, was silent.", ("ACCUSE", "Canada", "Iran")),
        ("A ship that Ethiopia seized sank.", ("COERCE", "Ethiopia", "ship")),
    ],
)
def test_a_relative_clause_acts_on_the_noun_before_it(
    told: Told, sentence: str, event: tuple[str, str, str]
) -> None:
    assert event in told(sentence, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ghana, where Togo accuses smugglers of fraud, is calm.",
        "Egypt, whose army Sudan accused, is calm.",
        "A drug, which Jordan accuses Syrian gangs of selling, is cheap.",
    ],
)
def test_a_relative_clause_with_another_object_does_not(told: Told, sentence: str) -> None:
    nouns = {"Ghana", "Egypt", "drug"}
    accused = [recipients for kind, _, recipients in told(sentence, "en") if kind == "ACCUSE"]
    assert accused
    assert nouns.isdisjoint(accused)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Police arrested the pair in the northern town of Puno.", ("COERCE", "Police", "")),
        ("Thousands of teachers protested in Warsaw on Sunday.", ("PROTEST", "teachers", "")),
        ("Hundreds of miners marched near Lima.", ("PROTEST", "miners", "")),
        ("Chile condemned the violence in a country of ten million people.", ("ACCUSE", "Chile", "")),
    ],
)
def test_a_place_and_a_crowd_keep_their_roles(told: Told, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(sentence, "en")


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("Peru had hoped that Chile would sign the accord.", "AGREE", "hypothetical"),
        ("Diplomats doubt that China will impose sanctions on Nepal.", "SANCTION", "hypothetical"),
        ("Norway hopes Iran will free the journalist.", "RETREAT", "hypothetical"),
        ("Analysts expect that Turkey will attack Syria.", "ASSAULT", "hypothetical"),
        ("Peru hopes to sign an accord with Chile.", "AGREE", "planned"),
        ("Turkey is expected to attack Syria.", "ASSAULT", "planned"),
    ],
)
def test_what_another_hopes_for_is_no_plan(extracted: Extract, sentence: str, kind: str, status: str) -> None:
    events = [claim.asserts for claim in extracted(sentence, "en").claims]
    assert [e.status.value for e in events if isinstance(e, Event) and e.event_type == kind] == [status]
