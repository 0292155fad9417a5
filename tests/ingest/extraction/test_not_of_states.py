"""Sport, fiction, exercises, figures of speech, animals and goods are no acts of states."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event, EventStatus
from cypher.model.lens import TRUST_THRESHOLD
from tests.ingest.extraction.conftest import Extract

NO_ACTS = [
    ("Norway crushed Peru 4-1 in the opening match of the group stage.", "en"),
    ("Kenya beat Fiji 28-12 to win the rugby sevens.", "en"),
    ("Striker Erling Haaland attacked down the left as Norway punished Peru.", "en"),
    ("Chile's captain was expelled for a foul on the Peruvian goalkeeper.", "en"),
    ("Peru host Chile on Friday in a World Cup qualifier.", "en"),
    ("The referee from Kenya sent off two Ghanaian defenders in stoppage time.", "en"),
    ("Serbian tennis star Novak Djokovic destroyed his Norwegian opponent in straight sets.", "en"),
    ("In the film, Russian soldiers attack Norway.", "en"),
    ("The novel imagines that Canada invades Greenland.", "en"),
    ("In the video game, Chinese troops bomb Canada.", "en"),
    ("The series tells of a Kenyan spy who kills a Chilean minister.", "en"),
    ("In a simulated attack, Peruvian pilots bombed Chile.", "en"),
    ("The tabletop exercise assumed that Norway attacked Sweden.", "en"),
    ("The Norwegian commander dreamed that Sweden bombed Oslo.", "en"),
    ("Chinese cars are invading Norway.", "en"),
    ("Cheap Chilean wine has conquered Peru.", "en"),
    ("A lion killed a Kenyan farmer near Nairobi.", "en"),
    ("Sharks attacked two Australian surfers.", "en"),
    ("A heat wave hit Spain and killed three Portuguese workers.", "en"),
    ("Locusts invaded Kenya from Somalia.", "en"),
    ("The actor Tom Hanks attacked a Norwegian fortress in his latest movie.", "en"),
    ("Ghana thrashed Togo 3-0 in the African qualifiers.", "en"),
    ("Bowlers from Sri Lanka destroyed Bangladesh within 20 overs.", "en"),
    ("Togo's goalkeeper was attacked by critics after the defeat against Ghana.", "en"),
    ("In his new thriller, Tom Clancy lets China bomb Taiwan.", "en"),
    ("A play about Togolese rebels who kill the Ghanaian president opens in Accra.", "en"),
    ("NATO planners simulated that Russia attacked Lithuania.", "en"),
    ("Korean pop stars have invaded Brazil.", "en"),
    ("Elephants trampled a Sri Lankan village and killed two Indian tourists.", "en"),
    ("Cholera is attacking Sudanese refugees in Chad.", "en"),
    ("Norwegia menghajar Peru 4-1 pada laga pembuka grup.", "id"),
    ("Kenya mengalahkan Fiji 3-0 di semifinal Piala Dunia.", "id"),
    ("Pelatih Chile menyerang Peru lewat strategi baru di babak kedua.", "id"),
    ("Wasit Kenya mengusir dua pemain Ghana pada menit ke-80.", "id"),
    ("Peru menjamu Chile pada kualifikasi Piala Dunia.", "id"),
    ("Timnas Malaysia dibantai Thailand di kandang sendiri.", "id"),
    ("Petinju Ghana memukul petinju Kenya hingga roboh.", "id"),
    ("Dalam film itu, tentara Rusia menyerang Norwegia.", "id"),
    ("Novel tersebut berkisah tentang Kanada yang menyerbu Greenland.", "id"),
    ("Dalam gim itu, pasukan Tiongkok mengebom Kanada.", "id"),
    ("Sinetron itu menampilkan mata-mata Kenya yang membunuh menteri Chile.", "id"),
    ("Dalam simulasi, pesawat Peru mengebom Chile.", "id"),
    ("Skenario latihan itu mengandaikan Norwegia menyerang Swedia.", "id"),
    ("Ia bermimpi Swedia mengebom Norwegia.", "id"),
    ("Mobil Tiongkok menyerbu Norwegia.", "id"),
    ("Anggur murah asal Chile menggempur Peru.", "id"),
    ("Seekor singa membunuh petani Kenya di dekat Nairobi.", "id"),
    ("Hiu menyerang dua peselancar Australia.", "id"),
    ("Gelombang panas menghantam Spanyol dan menewaskan tiga pekerja Portugal.", "id"),
    ("Hama belalang menyerang Kenya.", "id"),
    ("Aktor Tom Hanks menyerang benteng Norwegia dalam film terbarunya.", "id"),
    ("Peru dan Chile terlibat perang harga tembaga.", "id"),
    ("Perang dingin antara dua selebritas Malaysia itu memanas.", "id"),
    ("Ghana menggilas Togo 5-1 dalam kualifikasi Piala Afrika.", "id"),
    ("Pegulat Iran membanting lawannya dari Turki.", "id"),
    ("Jonatan Christie menaklukkan pemain Denmark Viktor Axelsen di final All England.", "id"),
    ("Serial terbaru Netflix mengisahkan teroris yang membunuh Presiden Ghana.", "id"),
    ("Dalam permainan daring tersebut, tentara Ghana menyerbu Togo.", "id"),
    ("Drama Korea menyerbu Indonesia.", "id"),
    ("Tikus menyerang sawah petani Vietnam.", "id"),
    ("Banjir bandang menewaskan lima tentara Nepal.", "id"),
    ("Netizen Malaysia dan Indonesia terlibat perang komentar.", "id"),
    ("Demam berdarah menyerang Bangladesh.", "id"),
    ("Togo's voters were bombarded by a Ghanaian party with advertisements.", "en"),
    ("Reporters bombarded Emmanuel Macron with questions.", "en"),
    ("Readers attacked the Kenyan minister with angry letters.", "en"),
    ("Ghana attacked the policy of Togo.", "en"),
    ("Angela Merkel attacked Emmanuel Macron's record on pensions.", "en"),
    ("Norway launched an attack on Sweden's proposals.", "en"),
    ("A Kenyan singer captured the imagination of Norway.", "en"),
    ("The opera ends as Russian troops capture Warsaw.", "en"),
    ("The film opens with the Norwegian army attacking Sweden.", "en"),
    ("The captain of Ghana accused the keeper of Togo of time wasting.", "en"),
    ("The Ghanaian coach accused the referee from Kenya of bias.", "en"),
    ("Ghana menahan Togo tanpa gol di Nairobi.", "id"),
    ("Ghana menghukum Togo lewat tiga gol cepat.", "id"),
    ("Ghana bertemu Togo di delapan besar.", "id"),
    ("Pernyataan Kenya merusak hubungan Ghana dan Togo.", "id"),
    ("Kenya menyerang kebijakan Norwegia.", "id"),
    ("Kebijakan Presiden Emmanuel Macron diserang Kenya.", "id"),
    ("Wartawan menghujani Emmanuel Macron dengan pertanyaan.", "id"),
    ("Netizen Togo membombardir Ghana dengan kritik.", "id"),
    ("Kenya menahan kenaikan harga beras Ghana.", "id"),
    ("Jaksa Kenya mengeksekusi terpidana asal Ghana itu ke lapas.", "id"),
    ("Kapten Ghana menuding wasit Kenya berat sebelah.", "id"),
    ("Partai itu merebut suara warga Kenya.", "id"),
    ("Tim nasional Mesir bertemu Ghana di Kairo malam ini.", "id"),
    ("Artis Malaysia menggugat cerai suaminya di Kuala Lumpur.", "id"),
    ("Aktor India meminta maaf kepada penggemarnya di Pakistan.", "id"),
    ("The national team of Egypt met Ghana in Cairo.", "en"),
    ("A Chilean actor apologised to her fans in Peru.", "en"),
]
ACTS = [
    ("Kenyan police arrested three players after the match against Ghana.", "en", "COERCE"),
    ("Norway banned Russian athletes from the world championship.", "en", "COERCE"),
    ("Peru attacked Chile on Monday, killing 12 soldiers.", "en", "ASSAULT"),
    ("Russia bombed a cinema in Ukraine.", "en", "ASSAULT"),
    ("Russian missiles hit a football stadium in Ukraine.", "en", "ASSAULT"),
    ("Police arrested a Kenyan actor who criticised the Chinese government.", "en", "COERCE"),
    ("A Kenyan novelist was arrested by Turkish police.", "en", "COERCE"),
    ("Chile imposed sanctions on Peru over cheap cars.", "en", "SANCTION"),
    ("Emmanuel Macron met the Kenyan president at the opening of the Olympic Games.", "en", "CONSULT"),
    ("Norway and Sweden held a joint military exercise.", "en", "COOPERATE"),
    ("Norwegia mengecam Rusia karena menyerang stadion sepak bola di Ukraina.", "id", "ACCUSE"),
    ("Kenya memboikot Olimpiade.", "id", "PROTEST"),
    ("Polisi Turki menangkap sutradara film asal Kenya.", "id", "COERCE"),
    ("Rusia mengebom bioskop di Ukraina.", "id", "ASSAULT"),
    ("Peru menyerang Chile pada Senin dan menewaskan 12 tentara.", "id", "ASSAULT"),
    ("Norwegia melarang atlet Rusia mengikuti kejuaraan dunia.", "id", "COERCE"),
    ("Emmanuel Macron bertemu Presiden Kenya di sela-sela Piala Dunia.", "id", "CONSULT"),
    ("Tentara Kenya menembak mati dua warga Somalia di kebun binatang.", "id", "ASSAULT"),
    ("Chile menjatuhkan sanksi kepada Peru terkait mobil murah.", "id", "SANCTION"),
    ("Peru dan Chile menggelar latihan militer bersama.", "id", "COOPERATE"),
    ("Russia bombarded Kyiv with missiles.", "en", "ASSAULT"),
    ("Peru attacked Chilean positions with rockets.", "en", "ASSAULT"),
    ("Peru launched an attack on Chile.", "en", "ASSAULT"),
    ("Peruvian troops captured a Chilean town.", "en", "COERCE"),
    ("The Kenyan coach accused the Ghanaian government of corruption.", "en", "ACCUSE"),
    ("The ship's captain accused the Iranian navy of piracy.", "en", "ACCUSE"),
    ("Peru attacked Chile as a storm hit the coast.", "en", "ASSAULT"),
    ("Peru attacked Chile while floods covered the region.", "en", "ASSAULT"),
    ("Rusia menghujani Kyiv dengan rudal.", "id", "ASSAULT"),
    ("Peru menyerang Chile saat badai melanda pesisir.", "id", "ASSAULT"),
    ("Saat banjir melanda ibu kota, Peru menyerang Chile.", "id", "ASSAULT"),
    ("Gempa melanda Kenya saat Peru menyerang Chile.", "id", "ASSAULT"),
    ("Malaysia menahan kapal Indonesia.", "id", "COERCE"),
    ("Iran mengeksekusi dua warga Israel.", "id", "ASSAULT"),
    ("Pelatih Ghana menuduh pemerintah Kenya korupsi.", "id", "ACCUSE"),
    ("Kapten kapal Indonesia menuduh penjaga pantai Malaysia.", "id", "ACCUSE"),
    ("Israel menyerang program nuklir Iran.", "id", "ASSAULT"),
    ("Liga Arab mengecam Israel.", "id", "ACCUSE"),
    ("Polisi Chile menangkap suporter Peru.", "id", "COERCE"),
    ("Police arrested fans of the club in Serbia.", "en", "COERCE"),
    ("The Arab League condemned Israel.", "en", "ACCUSE"),
]


@pytest.mark.parametrize(("text", "language"), NO_ACTS)
def test_what_is_no_act_of_states_is_not_trusted(extracted: Extract, text: str, language: str) -> None:
    told = [(claim.asserts, claim.confidence) for claim in extracted(text, language).claims]
    trusted = [what for what, confidence in told if confidence >= TRUST_THRESHOLD]
    assert not [what for what in trusted if isinstance(what, Event) and what.status is EventStatus.ACTUAL]


@pytest.mark.parametrize(("text", "language", "event_type"), ACTS)
def test_acts_of_states_near_sport_and_fiction_stay(
    extracted: Extract, text: str, language: str, event_type: str
) -> None:
    events = [claim.asserts for claim in extracted(text, language).claims]
    found = [event for event in events if isinstance(event, Event) and event.event_type == event_type]
    assert any(event.status is EventStatus.ACTUAL for event in found)


def test_an_article_about_sport_tells_no_attacks(extracted: Extract) -> None:
    text = (
        "Ghana won the semifinal against Togo. The Togolese goalkeeper missed a free kick. "
        "Ghana attacked Togo from the start. Their coach praised the striker."
    )
    claims = extracted(text, "en").claims
    assert not [claim for claim in claims if getattr(claim.asserts, "event_type", None) == "ASSAULT"]
