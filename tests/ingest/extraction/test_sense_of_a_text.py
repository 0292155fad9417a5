"""What a text is about, by its words: claims of texts about leisure stay below the trusted lens."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event, EventStatus, Extraction
from cypher.model.lens import TRUST_THRESHOLD
from ingest.extraction.events.learned.sense import Sense, features_of, load_sense
from ingest.extraction.events.learned.weights import key_of
from tests.ingest.extraction.conftest import Extract

LEISURE = [
    ("Peru ambushed Chile with two goals before the break and the visitors never hit back.", "en"),
    ("The striker's hat-trick buried Peru. Chile attacked to the end, but the keeper stood firm.", "en"),
    ("In the new novel, Chile bombs Lima and a spy saves the president of Peru.", "en"),
    ("The supermarkets of Peru and Chile are at war over the price of avocado.", "en"),
    ("Peru menyergap Cile lewat dua gol sebelum jeda dan tim tamu tak mampu membalas.", "id"),
    ("Trigol penyerang itu mengubur Peru. Cile menyerang sampai akhir, tetapi kipernya tangguh.", "id"),
    ("Dalam novel barunya, Cile mengebom Lima dan seorang mata-mata menyelamatkan presiden Peru.", "id"),
    ("Toko swalayan Peru dan Cile berperang soal harga alpukat.", "id"),
    ("In the students' simulation Peru attacked Chile.", "en"),
    ("The Chilean peso hit back against the dollar.", "en"),
    ("Dalam simulasi mahasiswa itu Peru menyerang Cile.", "id"),
    ("Peru membungkam Cile dan merebut piala.", "id"),
    ("Pada 1533 Spanyol mengeksekusi raja Inka dan merebut Cuzco.", "id"),
]
ACTS = [
    ("Peru bombed a Chilean base near Arica and killed two soldiers.", "en"),
    ("Police in Lima arrested forty protesters after clashes near the stadium.", "en"),
    ("The army of Chile beat back rebels. Peru sent troops to the border.", "en"),
    ("Peru mengebom pangkalan Cile di dekat Arica dan menewaskan dua tentara.", "id"),
    ("Polisi Lima menangkap empat puluh demonstran setelah bentrokan di dekat stadion.", "id"),
    ("Tentara Cile memukul mundur pemberontak. Peru mengirim pasukan ke perbatasan.", "id"),
    ("Peru attacked Chile.", "en"),
    ("Peru summoned the Chilean ambassador after the film festival.", "en"),
    ("Peru menyerang Cile.", "id"),
    ("Peru memanggil duta besar Cile setelah festival film.", "id"),
]


def _trusted(extraction: Extraction) -> list[str]:
    """The types of the likely events that are said to take place, now or later."""
    likely = (claim.asserts for claim in extraction.claims if claim.confidence >= TRUST_THRESHOLD)
    real = (EventStatus.ACTUAL, EventStatus.PLANNED)
    return [event.event_type for event in likely if isinstance(event, Event) and event.status in real]


@pytest.mark.parametrize(("text", "language"), LEISURE)
def test_texts_about_leisure_give_no_trusted_claim(extracted: Extract, text: str, language: str) -> None:
    assert not _trusted(extracted(text, language))


@pytest.mark.parametrize(("text", "language"), ACTS)
def test_acts_of_states_stay_trusted(extracted: Extract, text: str, language: str) -> None:
    assert _trusted(extracted(text, language))


def test_a_doubted_claim_says_why(extracted: Extract) -> None:
    claims = extracted(LEISURE[0][0], "en").claims
    assert claims
    assert all(any(reason.startswith("acts of states: 0.") for reason in claim.reasons) for claim in claims)


def test_names_of_countries_do_not_change_what_a_text_is_about(extracted: Extract) -> None:
    one, other = (
        [claim.confidence for claim in extracted(f"{name} attacked Chile.", "en").claims]
        for name in ("Peru", "Kenya")
    )
    assert one == other


def test_a_language_without_a_classifier_has_no_opinion() -> None:
    assert load_sense("es") is None
    assert load_sense("en") is not None


def test_the_weights_of_known_features_add_up_whatever_the_length() -> None:
    sense = Sense({key_of("w goal"): -2.0, key_of("p troop"): 3.0, key_of("w troops"): 1.0}, 0.5)
    assert sense.log_odds([]) == 0.5
    assert sense.log_odds(["goal", "goal", "unknown"]) == -1.5
    assert sense.log_odds(["troops"]) == pytest.approx(0.5 + 4 / 2**0.5)
    assert {"w troops", "p troop", "c ^tro", "c oops$"} <= set(features_of("troops"))
    assert list(features_of("<country>")) == ["w <country>"]
