"""Headlines: bare verbs, capitals on every word, no articles."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event, EventStatus
from tests.ingest.extraction.conftest import Extract, Told

HEADLINES = [
    ("Peru Expels Chilean Diplomats", "en", "SANCTION", "Peru"),
    ("Norway Imposes Sanctions on Belarus", "en", "SANCTION", "Norway"),
    ("Chile Condemns Peru", "en", "ACCUSE", "Chile"),
    ("Kenya Sends Troops to Haiti", "en", "MOBILIZE", "Kenya"),
    ("Peru Attacks Chile Near Border", "en", "ASSAULT", "Peru"),
    ("Chile Summons Peruvian Ambassador", "en", "ACCUSE", "Chile"),
    ("Kenya Arrests Chilean Journalist", "en", "COERCE", "Kenya"),
    ("Norway Threatens to Attack Belarus", "en", "THREATEN", "Norway"),
    ("Canada Bombs Norway in Overnight Raid", "en", "ASSAULT", "Canada"),
    ("Norway and Canada Sign Defence Pact", "en", "AGREE", "Norway & Canada"),
    ("Kenya urges Somalia to free prisoners", "en", "REQUEST", "Kenya"),
    ("Peru rejects Chile's offer", "en", "REJECT", "Peru"),
    ("Norwegia Kecam Belarus", "id", "ACCUSE", "Norway"),
    ("Norwegia Serang Belarus", "id", "ASSAULT", "Norway"),
    ("Cile Usir Diplomat Peru", "id", "SANCTION", "Chile"),
    ("Cile Panggil Duta Besar Peru", "id", "ACCUSE", "Chile"),
    ("Kenya Jatuhkan Sanksi terhadap Somalia", "id", "SANCTION", "Kenya"),
    ("Kenya Kirim Bantuan ke Somalia", "id", "AID", "Kenya"),
    ("Kenya Tangkap Warga Somalia", "id", "COERCE", "Kenya"),
    ("Peru Bombardir Cile", "id", "ASSAULT", "Peru"),
    ("Peru Ancam Serang Cile", "id", "THREATEN", "Peru"),
    ("Norwegia Desak Belarus Bebaskan Tahanan", "id", "REQUEST", "Norway"),
    ("Norwegia Dukung Ukraina", "id", "SUPPORT", "Norway"),
    ("Kanada Tolak Tawaran Norwegia", "id", "REJECT", "Canada"),
    ("Rusia gempur Ukraina pada Selasa malam.", "id", "ASSAULT", "Russia"),
    ("Peru kecam Cile soal perbatasan.", "id", "ACCUSE", "Peru"),
    ("Kenya usir diplomat Somalia.", "id", "SANCTION", "Kenya"),
    ("Emmanuel Macron Temui Presiden Kenya", "id", "CONSULT", "Emmanuel Macron"),
    ("Ghana Deports Togolese Activists", "en", "COERCE", "Ghana"),
    ("Sri Lanka Releases Indian Fishermen", "en", "RETREAT", "Sri Lanka"),
    ("Togo Accuses Ghana of Spying", "en", "ACCUSE", "Togo"),
    ("Portugal Recognises Palestine", "en", "SUPPORT", "Portugal"),
    ("Fiji Shells Tongan Island", "en", "ASSAULT", "Fiji"),
    ("Serbia Mobilizes Army on Kosovo Border", "en", "MOBILIZE", "Serbia"),
    ("Iceland Donates Vaccines to Nepal", "en", "AID", "Iceland"),
    ("Putin Visits Mongolia", "en", "CONSULT", "Vladimir Putin"),
    ("Ghana Hujat Togo", "id", "ACCUSE", "Ghana"),
    ("Ghana Rudal Togo", "id", "ASSAULT", "Ghana"),
    ("Togo Tuduh Ghana Lakukan Spionase", "id", "ACCUSE", "Togo"),
    ("Fiji Kutuk Serangan Tonga", "id", "ACCUSE", "Fiji"),
    ("Ghana Bebaskan Nelayan Togo", "id", "RETREAT", "Ghana"),
    ("Serbia Kerahkan Tentara ke Kosovo", "id", "MOBILIZE", "Serbia"),
    ("Putin Puji Modi", "id", "SUPPORT", "Vladimir Putin"),
]
LISTS = [
    ("Kenya, Ethiopia Condemn Somalia", "en", "ACCUSE", "Kenya & Ethiopia"),
    ("Ghana, Togo, Benin Condemn Mali", "en", "ACCUSE", "Ghana & Togo & Benin"),
    ("EU, Canada Impose Sanctions on Belarus", "en", "SANCTION", "European Union & Canada"),
    ("Macron, Scholz Meet in Oslo", "en", "CONSULT", "Emmanuel Macron & Olaf Scholz"),
    ("Chile, Peru to Strike Rebels", "en", "ASSAULT", "Chile & Peru"),
    ("Kenya, Ethiopia Kecam Somalia", "id", "ACCUSE", "Kenya & Ethiopia"),
    ("Norwegia dan Swedia Kecam Belarus", "id", "ACCUSE", "Norway & Sweden"),
    ("Uni Eropa, Kanada Jatuhkan Sanksi ke Belarus", "id", "SANCTION", "European Union & Canada"),
    ("Israel dan Hamas Sepakati Gencatan Senjata", "id", "AGREE", "Israel & Hamas"),
    ("Oslo, Norway Condemns Belarus", "en", "ACCUSE", "Norway"),
    ("Chile, Peru says, has attacked Bolivia", "en", "ASSAULT", "Chile"),
    ("Emmanuel Macron: Peru Attacks Chile", "en", "ASSAULT", "Peru"),
]
ANNOUNCED = [
    ("Macron to Visit Kenya", "CONSULT"),
    ("Canada to Impose Sanctions on Belarus", "SANCTION"),
    ("Serbian Envoys to Be Expelled by Norway", "SANCTION"),
    ("Kenya to attack rebels in Somalia", "ASSAULT"),
]
PEACEFUL = [
    ("Serang Dilanda Banjir", "id"),
    ("Wisata Baru di Serang Banten", "id"),
    ("Strike Price Rises", "en"),
]


@pytest.mark.parametrize(("text", "language", "event_type", "actors"), HEADLINES + LISTS)
def test_a_headline_tells_its_event(
    told: Told, text: str, language: str, event_type: str, actors: str
) -> None:
    assert (event_type, actors) in [(kind, who) for kind, who, _ in told(text, language)]


@pytest.mark.parametrize(("text", "event_type"), ANNOUNCED)
def test_an_infinitive_announces_what_is_planned(extracted: Extract, text: str, event_type: str) -> None:
    events = [claim.asserts for claim in extracted(text, "en").claims if isinstance(claim.asserts, Event)]
    assert [(event.event_type, event.status) for event in events] == [(event_type, EventStatus.PLANNED)]


@pytest.mark.parametrize(("text", "language"), PEACEFUL)
def test_a_name_spelled_like_a_verb_is_no_event(told: Told, text: str, language: str) -> None:
    assert told(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "Presiden Widodo Terima Kunjungan Menlu Kenya Amina Wanjiru",
        "Cile Sambut Menteri Luar Negeri Peru Rosa Quispe",
        "Kenya undang Menteri Pertahanan Somalia Hasan Dirie",
    ],
)
def test_a_headline_may_end_with_the_holder_of_an_office(told: Told, text: str) -> None:
    words = text.split()
    whole = told(text, "id")
    assert told(f"{text}.", "id") == whole
    for length in range(2, len(words)):
        told(" ".join(words[:length]), "id")
