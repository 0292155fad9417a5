"""Who mediates between whom: mediators are a third role beside the parties, never parties of the accord."""

from __future__ import annotations

from itertools import combinations

import pytest

from cypher.model.assertions import ties_of
from cypher.model.graph import Event, Level
from tests.ingest.extraction.conftest import Extract

Mediation = tuple[str, str]
"""Names of the mediators and of the parties, each joined by " & ", sorted."""


def events(extracted: Extract, text: str, language: str) -> tuple[list[Event], dict[str, str]]:
    """The events of a text and the names of its entities by id."""
    extraction = extracted(text, language)
    names = {entity.id: entity.name for entity in extraction.entities}
    return [claim.asserts for claim in extraction.claims if isinstance(claim.asserts, Event)], names


def mediations(extracted: Extract, text: str, language: str) -> list[Mediation]:
    """The mediations of a text."""
    found, names = events(extracted, text, language)
    return [
        (
            " & ".join(sorted(names[item] for item in event.mediators)),
            " & ".join(sorted({names[item] for item in (*event.actors, *event.recipients)})),
        )
        for event in found
        if event.mediators
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "mediators", "parties"),
    [
        ("en", "Tanzania mediated between Kenya and Uganda.", "Tanzania", "Kenya & Uganda"),
        ("en", "Peru brokered a deal between Chile and Bolivia.", "Peru", "Bolivia & Chile"),
        ("en", "A truce between Mali and Niger was brokered by Ghana.", "Ghana", "Mali & Niger"),
        ("en", "Laos hosted peace talks between Thailand and Myanmar.", "Laos", "Myanmar & Thailand"),
        (
            "en",
            "Kenya and Uganda signed an accord brokered by Tanzania and Zambia.",
            "Tanzania & Zambia",
            "Kenya & Uganda",
        ),
        (
            "en",
            "Talks between Kenya and Uganda, mediated by Zambia, ended on Friday.",
            "Zambia",
            "Kenya & Uganda",
        ),
        ("en", "Portugal facilitated talks between Angola and Zambia.", "Portugal", "Angola & Zambia"),
        ("en", "Henry Kissinger shuttled between Egypt and Israel.", "Henry Kissinger", "Egypt & Israel"),
        ("en", "Finland carried messages between Russia and Estonia.", "Finland", "Estonia & Russia"),
        ("en", "Oman relayed a message from Iran to Israel.", "Oman", "Iran & Israel"),
        ("en", "Ghana and Togo agreed on a ceasefire thanks to mediation by Benin.", "Benin", "Ghana & Togo"),
        ("en", "Benin will mediate between Ghana and Togo.", "Benin", "Ghana & Togo"),
        ("en", "Under Benin's mediation, Ghana and Togo agreed on a new border.", "Benin", "Ghana & Togo"),
        ("en", "Bhutan acted as an intermediary between India and Nepal.", "Bhutan", "India & Nepal"),
        ("id", "Tanzania menengahi Kenya dan Uganda.", "Tanzania", "Kenya & Uganda"),
        ("id", "Peru memediasi perundingan antara Cile dan Bolivia.", "Peru", "Bolivia & Chile"),
        ("id", "Gencatan senjata antara Mali dan Niger ditengahi Ghana.", "Ghana", "Mali & Niger"),
        (
            "id",
            "Laos menjadi tuan rumah perundingan damai antara Thailand dan Myanmar.",
            "Laos",
            "Myanmar & Thailand",
        ),
        (
            "id",
            "Kenya dan Uganda meneken perjanjian yang dimediasi Tanzania dan Zambia.",
            "Tanzania & Zambia",
            "Kenya & Uganda",
        ),
        (
            "id",
            "Pembicaraan antara Kenya dan Uganda yang difasilitasi oleh Zambia berakhir pada Jumat.",
            "Zambia",
            "Kenya & Uganda",
        ),
        ("id", "Portugal memfasilitasi dialog antara Angola dan Zambia.", "Portugal", "Angola & Zambia"),
        ("id", "Henry Kissinger mondar-mandir antara Mesir dan Israel.", "Henry Kissinger", "Egypt & Israel"),
        ("id", "Finlandia menyampaikan pesan Rusia kepada Estonia.", "Finland", "Estonia & Russia"),
        ("id", "Oman meneruskan pesan dari Iran kepada Israel.", "Oman", "Iran & Israel"),
        ("id", "Ghana dan Togo menyepakati gencatan senjata berkat mediasi Benin.", "Benin", "Ghana & Togo"),
        ("id", "Benin akan menengahi sengketa Ghana dan Togo.", "Benin", "Ghana & Togo"),
        ("id", "Ghana dan Togo menyepakati batas baru melalui perantaraan Benin.", "Benin", "Ghana & Togo"),
        ("id", "Bhutan bertindak sebagai mediator antara India dan Nepal.", "Bhutan", "India & Nepal"),
    ],
)
def test_who_mediates_between_whom(
    extracted: Extract, language: str, sentence: str, mediators: str, parties: str
) -> None:
    assert mediations(extracted, sentence, language) == [(mediators, parties)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Laos hosted a summit on fishing."),
        ("en", "Laos hosted the president of Thailand."),
        ("en", "Laos hosted Thailand for talks."),
        ("en", "Ghana and Togo hosted the tournament together."),
        ("en", "Oman delivered a message of condolence to Iran."),
        ("en", "Oman sold the wheat through a broker."),
        ("en", "The brokers of Japan sold shares."),
        ("en", "Kenya facilitated the delivery of food to Somalia."),
        ("en", "The bridge between Denmark and Sweden was closed."),
        ("en", "Ghana and Togo agreed without a mediator."),
        ("id", "Laos menjadi tuan rumah KTT tentang perikanan."),
        ("id", "Laos menerima presiden Thailand."),
        ("id", "Ghana dan Togo menjadi tuan rumah turnamen itu."),
        ("id", "Oman menyampaikan pesan belasungkawa kepada Iran."),
        ("id", "Oman menjual gandum lewat perantara."),
        ("id", "Kenya memfasilitasi pengiriman pangan ke Somalia."),
        ("id", "Jembatan antara Denmark dan Swedia ditutup."),
        ("id", "Ghana dan Togo sepakat tanpa penengah."),
    ],
)
def test_who_does_not_mediate(extracted: Extract, language: str, sentence: str) -> None:
    assert mediations(extracted, sentence, language) == []


@pytest.mark.parametrize(
    ("language", "sentence", "mediators"),
    [
        ("en", "Ghana and Benin brokered a truce between Mali and Niger.", {"Ghana", "Benin"}),
        ("en", "Mali and Niger signed a pact brokered by Ghana, Benin and Togo.", {"Ghana", "Benin", "Togo"}),
        ("id", "Perundingan Mali dan Niger ditengahi Ghana dan Benin.", {"Ghana", "Benin"}),
        ("id", "Mali dan Niger berunding dengan mediasi Ghana dan Benin.", {"Ghana", "Benin"}),
    ],
)
def test_mediators_are_tied_to_the_parties_and_not_to_each_other(
    extracted: Extract, language: str, sentence: str, mediators: set[str]
) -> None:
    found, names = events(extracted, sentence, language)
    ties = {
        (names[str(tie["actor"])], names[str(tie["recipient"])], str(tie["sign"]), bool(tie["directed"]))
        for event in found
        for tie in ties_of(event)
        if tie["level"] == Level.ACTOR
    }
    wanted = {(who, side, "cooperation", True) for who in mediators for side in ("Mali", "Niger")}
    assert {tie for tie in ties if {tie[0], tie[1]} & mediators} == wanted
    assert not set(combinations(sorted(mediators), 2)) & {(one, two) for one, two, *_ in ties}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Mali and Niger signed a ceasefire on Monday. The talks were mediated by Ghana and Benin.",
        ),
        (
            "id",
            "Mali dan Niger menandatangani gencatan senjata. Perundingan itu ditengahi Ghana dan Benin.",
        ),
    ],
)
def test_talks_told_before_give_the_parties(extracted: Extract, language: str, text: str) -> None:
    assert mediations(extracted, text, language) == [("Benin & Ghana", "Mali & Niger")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Top diplomat Wang Yi hosted four days of talks between Mali and Niger in Beijing."),
        ("id", "Menteri Luar Negeri Wang Yi menjadi tuan rumah perundingan Mali dan Niger di Beijing."),
    ],
)
def test_hosting_is_no_tie_to_the_country_of_the_host(extracted: Extract, language: str, text: str) -> None:
    found, names = events(extracted, text, language)
    ties = [tie for event in found for tie in ties_of(event) if tie["level"] == Level.ACTOR]
    ends = {(names[str(tie["actor"])], names[str(tie["recipient"])]) for tie in ties}
    assert ("Wang Yi", "China") not in ends
    assert mediations(extracted, text, language) == [("Wang Yi", "Mali & Niger")]


def test_joint_hosts_are_not_tied_to_each_other(extracted: Extract) -> None:
    found, _ = events(extracted, "Kenya praised Mali and Niger for having hosted earlier rounds.", "en")
    assert [list(ties_of(event)) for event in found if event.event_type == "CONSULT"] == [[]]


def test_a_denied_mediation_ties_no_one(extracted: Extract) -> None:
    found, _ = events(extracted, "Ghana did not mediate between Mali and Niger.", "en")
    assert [list(ties_of(event)) for event in found if event.mediators] == [[]]
