"""The extractor's reasons for a claim in the reader's language."""

from __future__ import annotations

import pytest

from explorer.reasons import TEMPLATES, reason_in
from explorer.words import Words
from tests.explorer.test_words import INDONESIAN

ENGLISH, LOCAL = Words(), Words("id")


@pytest.mark.parametrize(
    ("reason", "english", "local"),
    [
        ("active verb", "active verb", "verba aktif"),
        ("“menelepon” means CONSULT/phone", "“menelepon” means Consult (by phone)",
         "“menelepon” berarti Berunding (lewat telepon)"),
        ("“aid” means AID", "“aid” means Aid", "“aid” berarti Membantu"),
        ("classifier CONSULT .92", "classifier Consult .92", "pengklasifikasi: Berunding .92"),
        ("classifier AID .61 instead of CONSULT", "classifier Aid .61 instead of Consult",
         "pengklasifikasi: Membantu .61, bukan Berunding"),
        ("dated by “Monday” and “2023”", "dated by “Monday” and “2023”",
         "bertanggal menurut “Monday” dan “2023”"),
        ("dated by “Monday”, after its publication as guessed",
         "dated by “Monday”, after its publication as guessed",
         "bertanggal menurut “Monday”, sesudah perkiraan hari terbitnya"),
        ("said by Retno of the ministry", "said by Retno of the ministry",
         "dikatakan oleh Retno of the ministry"),
        ("“prime minister” of Japan", "“prime minister” of Japan", "“prime minister” dari Japan"),
        ("“they” read as of Japan", "“they” read as of Japan", "“they” dibaca sebagai milik Japan"),
        ("by hand, ratna", "by hand, ratna", "dibuat sendiri, ratna"),
        ("grade of the source: B", "grade of the source: B", "nilai sumber: B"),
        ("“{x}” means AID", "“{x}” means Aid", "“{x}” berarti Membantu"),
    ],
)  # fmt: skip
def test_a_reason_is_said_in_the_language_of_the_reader(reason: str, english: str, local: str) -> None:
    assert reason_in(reason, ENGLISH) == english
    assert reason_in(reason, LOCAL) == local


@pytest.mark.parametrize("reason", ["", "some new rule", "“x” means lower", "active verb of “x” and more"])
def test_an_unknown_reason_is_shown_as_it_is(reason: str) -> None:
    assert reason_in(reason, LOCAL) == reason


@pytest.mark.parametrize("template", TEMPLATES)
def test_each_template_is_translated_and_fits_itself(template: str) -> None:
    assert template in INDONESIAN
    values = {
        "words": "a b",
        "more": "c d",
        "name": "Ana Ruiz",
        "score": ".50",
        "what": "AID",
        "other": "AGREE",
    }
    said = reason_in(template.format(**values), LOCAL)
    shown = {
        name: {"AID": "Membantu", "AGREE": "Menyepakati"}.get(value, value) for name, value in values.items()
    }
    assert said == INDONESIAN[template].format(**shown)
