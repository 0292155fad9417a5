"""The language is decided on the whole text; what is unsure or not supported is said."""

from __future__ import annotations

import pytest

from ingest.documents.language import language_of, normal_code
from ingest.documents.records import UnusableError

MALAY = (
    "Perdana Menteri Malaysia berkata kerajaan akan membantu mangsa banjir di Kelantan dan Terengganu, "
    "manakala pasukan penyelamat dihantar ke kawasan yang terjejas teruk."
)
FRENCH = (
    "Le président de la République a rencontré le ministre des Affaires étrangères à Paris hier soir pour "
    "parler de la situation au Proche-Orient et des négociations en cours."
)


def test_malay_is_read_as_indonesian() -> None:
    assert language_of(MALAY, None) == ("id", ())
    assert language_of("Hello", "ms") == ("id", ())


def test_another_language_is_refused_with_the_supported_ones() -> None:
    with pytest.raises(UnusableError, match=r"\(fr\).*en, es, id"):
        language_of(FRENCH, None)


def test_what_the_input_states_is_believed_also_when_the_text_is_short() -> None:
    assert language_of("OK", "en") == ("en", ())
    with pytest.raises(UnusableError, match="not supported"):
        language_of(MALAY, "tlh")


def test_a_text_too_short_to_tell_is_read_with_a_remark() -> None:
    code, remarks = language_of("OK", None)
    assert code in ("en", "id")
    assert len(remarks) == 1
    assert "uncertain" in remarks[0]


@pytest.mark.parametrize(
    ("given", "code"), [("en-US", "en"), ("EN_gb", "en"), ("ind", "id"), (" in ", "id"), ("eng", "en")]
)
def test_codes_of_other_standards_are_understood(given: str, code: str) -> None:
    assert normal_code(given) == code
