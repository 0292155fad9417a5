"""What the interface says: values that are translated where they are shown, and nowhere before."""

from __future__ import annotations

import pytest

from cypher.model.graph import DatePrecision
from explorer.phrases import (
    Certainty,
    Day,
    Days,
    EventType,
    Explanation,
    Mode,
    Phrase,
    Plural,
    Published,
    Term,
    Translated,
    joined,
    said,
    say,
)
from explorer.words import Words

CLAIMS = ("{number} claim", "{number} claims")


@pytest.mark.parametrize(
    ("phrase", "english", "indonesian"),
    [
        (say("Found"), "Found", "Ditemukan"),
        (say("Hide {names}", names="{x}"), "Hide {x}", "Sembunyikan {x}"),
        (say("According to {name}", name=say("Found")), "According to Found", "Menurut Ditemukan"),
        (Plural(1, *CLAIMS), "1 claim", "1 klaim"),
        (Plural(1200, *CLAIMS), "1,200 claims", "1.200 klaim"),
        (Term("not-rejected"), "not rejected", "not rejected"),
        (Day("2024-05-01"), "1 May 2024", "1 Mei 2024"),
        (Day("2024-05-01", DatePrecision.MONTH), "May 2024", "Mei 2024"),
        (Day("2011"), "2011", "2011"),
        (Day("2011-03"), "March 2011", "Maret 2011"),
        (Day(None, None, "2023-03-11"), "by 11 Mar 2023", "paling lambat 11 Mar 2023"),
        (Day("2023-03-09", None, "2023-03-11"), "9 Mar 2023", "9 Mar 2023"),
        (Day(None), "no date", "tanpa tanggal"),
        (Days("2011", "2023-03-09", "2023-03-11"), "2011 – 9 Mar 2023", "2011 – 9 Mar 2023"),
        (Days("2023-03-09", "2023-03-09"), "9 Mar 2023", "9 Mar 2023"),
        (Days(None, None, "2023-03-11"), "by 11 Mar 2023", "paling lambat 11 Mar 2023"),
        (Days(None, None), "", ""),
        (Certainty(0.9), "almost certain · 0.90", "hampir pasti · 0.90"),
        (Mode("CONSULT", "unknown"), "", ""),
        (Explanation("unknown"), "", ""),
        (joined(" · ", ("Antara", Plural(2, *CLAIMS))), "Antara · 2 claims", "Antara · 2 klaim"),
        (joined(" · ", (None, "", Mode("CONSULT", None), "Antara")), "Antara", "Antara"),
        (joined(": ", ()), "", ""),
        (Translated({"id": "Siapa?"}, "Who?"), "Who?", "Siapa?"),
        (Translated({}, "Who?"), "Who?", "Who?"),
        (joined(", ", (say("Found"), joined("", ("a", Term("aid"))))), "Found, aaid", "Ditemukan, aaid"),
    ],
)  # fmt: skip
def test_a_phrase_is_said_in_the_language_of_the_reader(
    phrase: Phrase, english: str, indonesian: str
) -> None:
    assert (phrase.said(Words("en")), phrase.said(Words("id"))) == (english, indonesian)


def test_names_of_event_types_come_from_the_ontology() -> None:
    assert EventType("CONSULT").said(Words("id")) == Words("id").event_type("CONSULT")
    assert EventType("CONSULT").said(Words("en")) != EventType("CONSULT").said(Words("id"))


def test_phrases_of_the_same_text_and_values_are_equal() -> None:
    assert say("Found") == say("Found")
    assert say("Hide {names}", names="a") != say("Hide {names}", names="b")


def test_a_string_of_the_news_is_said_as_it_is() -> None:
    assert said("Found", Words("id")) == "Found"


@pytest.mark.parametrize("spoil", [str, lambda phrase: f"{phrase}", lambda phrase: "%s" % phrase])  # noqa: UP031
def test_a_phrase_does_not_become_a_string_before_its_language_is_known(spoil: type[str]) -> None:
    with pytest.raises(TypeError, match="has no language yet"):
        spoil(say("Found"))


@pytest.mark.parametrize(
    ("language", "guessed", "stated"),
    [
        ("en", "published about March 2023 (guessed)", "11 Mar 2023"),
        ("id", "terbit sekitar Maret 2023 (dugaan)", "11 Mar 2023"),
    ],
)
def test_a_guessed_day_of_publication_says_so(language: str, guessed: str, stated: str) -> None:
    words = Words(language)
    assert Published("2023-03-11", "month", guessed=True).said(words) == guessed
    assert Published("2023-03-11", "day").said(words) == stated
    assert Published(None, None, guessed=False).said(words) == words("no date")
