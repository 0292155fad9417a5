"""What another clause says is no part of an act, and what a demand is about is not whom it asks."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event, EventStatus
from tests.ingest.extraction.conftest import Extract, Told


@pytest.mark.parametrize(
    ("language", "sentence", "actor"),
    [
        ("en", "Turkey threatened retaliation, whereas Greece called for dialogue.", "Turkey"),
        ("en", "Brazil agreed to a ceasefire, although Peru kept its troops there.", "Brazil"),
        ("en", "Kenya threatened a strike, while Ethiopia praised the talks.", "Kenya"),
        ("en", "Chile promised help though Bolivia closed the border.", "Chile"),
        ("en", "Egypt urged restraint over Ethiopia's dam.", "Egypt"),
        ("en", "Japan urged calm about North Korea's missile programme.", "Japan"),
        ("en", "Students marched in solidarity with Ukraine.", "Students"),
        ("en", "Workers demonstrated in favour of Hungary's president.", "Workers"),
        ("en", "Kenya agreed to let lorries through the port of Mombasa.", "Kenya"),
        ("en", "Kenya rejected calls to condemn Somalia.", "Kenya"),
        ("en", "Kenya rejected Western pressure to sanction Somalia.", "Kenya"),
        ("id", "Kenya menolak seruan untuk menyerang Somalia.", "Kenya"),
        ("id", "Kenya menolak tekanan Barat agar negaranya mengutuk Hamas.", "Kenya"),
        ("id", "Kenya mengancam melakukan serangan, sementara Ethiopia memuji pembicaraan itu.", "Kenya"),
        ("id", "Turki mengancam akan membalas, sedangkan Yunani menyerukan dialog.", "Turkey"),
        ("id", "Cile berjanji membantu, meskipun Bolivia menutup perbatasan.", "Chile"),
        ("id", "Mesir menyerukan ketenangan terkait bendungan Ethiopia.", "Egypt"),
    ],
)
def test_another_clause_or_a_topic_gives_no_recipient(
    told: Told, language: str, sentence: str, actor: str
) -> None:
    recipients = [who for _, actors, who in told(sentence, language) if actors == actor]
    assert recipients
    assert not any(recipients)


@pytest.mark.parametrize(
    ("language", "sentence", "actor", "recipient"),
    [
        ("en", "Turkey threatened to strike Greece, while Cyprus called for calm.", "Turkey", "Greece"),
        ("en", "Egypt urged Ethiopia to stop filling the dam over Sudan's objections.", "Egypt", "Ethiopia"),
        ("en", "Norway threatened sanctions over Iran's missiles.", "Norway", "Iran"),
        (
            "id",
            "Turki mengancam akan menyerang Yunani, sementara Siprus menyerukan dialog.",
            "Turkey",
            "Greece",
        ),
        ("id", "Mesir mendesak Ethiopia menghentikan pengisian bendungan.", "Egypt", "Ethiopia"),
        ("id", "Israel menyetujui gencatan senjata sementara dengan Lebanon.", "Israel", "Lebanon"),
    ],
)
def test_the_own_clause_still_gives_the_recipient(
    told: Told, language: str, sentence: str, actor: str, recipient: str
) -> None:
    found = {tuple(sorted((*actors.split(" & "), who))) for _, actors, who in told(sentence, language)}
    assert any({actor, recipient} <= set(parties) for parties in found), found


@pytest.mark.parametrize(
    "sentence",
    [
        "Menteri itu direncanakan bertemu Presiden Mesir Hosni Mubarak.",
        "Ia diagendakan mengunjungi Peru.",
        "Kedua pemimpin diharapkan bertemu di Lima.",
    ],
)
def test_what_is_only_planned_is_no_act_yet(extracted: Extract, sentence: str) -> None:
    claims = [claim.asserts for claim in extracted(sentence).claims if isinstance(claim.asserts, Event)]
    assert {event.status for event in claims} == {EventStatus.PLANNED}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Norway refused to comment, while Sweden condemned the raid on Mali."),
        ("en", "Peru decided to wait, whereas Chile attacked Bolivia."),
        ("id", "Norwegia menolak berkomentar, sementara Swedia mengecam serangan itu."),
        ("id", "Peru memutuskan menunggu, sedangkan Cile menyerang Bolivia."),
    ],
)
def test_a_refusal_or_a_plan_says_nothing_of_the_clause_beside_it(
    extracted: Extract, language: str, sentence: str
) -> None:
    statuses = {
        claim.asserts.status
        for claim in extracted(sentence, language).claims
        if isinstance(claim.asserts, Event)
    }
    assert statuses == {EventStatus.ACTUAL}
