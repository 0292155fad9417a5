"""What sites put around an article is marked, to the character; what it says is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.documents import boilerplate


def marked(text: str, language: str) -> list[str]:
    return [span.of(text).strip() for span in boilerplate(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Isi.\nBaca Juga: Hamas Serang Israel\nLagi.", "id", ["Baca Juga: Hamas Serang Israel"]),
        ("Isi berita. Baca juga: Perang di Gaza\nLagi.", "id", ["Baca juga: Perang di Gaza"]),
        ("Lihat juga: Video Presiden\nIsi.", "id", ["Lihat juga: Video Presiden"]),
        ("Simak juga: Kata Menlu\nIsi.", "id", ["Simak juga: Kata Menlu"]),
        ("Isi.\nADVERTISEMENT\nLagi.", "id", ["ADVERTISEMENT"]),
        ("Isi.\nSCROLL TO CONTINUE WITH CONTENT\nLagi.", "id", ["SCROLL TO CONTINUE WITH CONTENT"]),
        ("Isi berita. (*)", "id", ["(*)"]),
        ("Isi berita. (abc/def)", "id", ["(abc/def)"]),
        ("Foto: Presiden Iran tiba/Istimewa\nIsi.", "id", ["Foto: Presiden Iran tiba/Istimewa"]),
        ("Contoh.com - Presiden tiba.", "id", ["Contoh.com -"]),
        ("JAKARTA, CONTOH.com – Presiden tiba.", "id", ["JAKARTA, CONTOH.com –"]),
        ("Jakarta (CONTOH) - Presiden tiba.", "id", ["Jakarta (CONTOH) -"]),
        ("WASHINGTON (Meridian) - The president left.", "en", ["WASHINGTON (Meridian) -"]),
        ("GENEVA, Oct 9 (Meridian) - Talks ended.", "en", ["GENEVA, Oct 9 (Meridian) -"]),
        ("He left.\nRead more: Iran attacks Israel\nShe stayed.", "en", ["Read more: Iran attacks Israel"]),
        ("He left.\nAdvertisement\nShe stayed.", "en", ["Advertisement"]),
        ("He left. (Photo by A. Person/Agency)\n", "en", ["(Photo by A. Person/Agency)"]),
        ("He left.\n(Reporting by A. Person; Editing by B. Person)", "en", None),
    ],
)
def test_boilerplate_is_marked(text: str, language: str, expected: list[str] | None) -> None:
    assert marked(text, language) == (expected or [text.splitlines()[-1]])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Presiden meminta warga membaca juga laporan itu.", "id"),
        ("Menteri Iran (kiri) bertemu Menteri Rusia - keduanya sepakat.", "id"),
        ("Iran - yang diserang Israel - akan membalas.", "id"),
        ("Korban tewas 12 orang, kata Reuters.", "id"),
        ("The minister said he had read more reports.", "en"),
        ("North Korea - which tested a missile - refused talks.", "en"),
        ("Uni Eropa (UE) - yang diwakili Prancis - menolak usul itu.", "id"),
        ("The United Nations (UN) - as ever - was divided.", "en"),
        ("He will sign up 500 soldiers.", "en"),
    ],
)
def test_what_the_article_says_is_not_marked(text: str, language: str) -> None:
    assert marked(text, language) == []


@given(st.lists(st.sampled_from(["Baca juga: X", "Isi berita.", "(*)", "ADVERTISEMENT", " ", "A.com - B"])))
def test_spans_are_sorted_disjoint_and_inside_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans = boilerplate(text, "id")
    assert all(span.end <= len(text) for span in spans)
    assert all(left.end < right.start for left, right in pairwise(spans))
