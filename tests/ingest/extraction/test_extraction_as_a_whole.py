"""What holds for every extraction: ids, spans, evidence."""

from __future__ import annotations

import pytest

from cypher.errors import UsageError
from cypher.model.graph import Document, Event, Extraction
from ingest.extraction import extract
from tests.ingest.extraction.conftest import Extract

_TEXT = (
    "Menlu Irak, Fuad Barzanji, menelepon Menlu Kuwait di Baghdad.\n"
    "Baca Juga: Mesir Serang Libya\n"
    "Ia mengecam serangan Turki ke Suriah, kata juru bicaranya."
)


def _ids(extraction: Extraction) -> set[str]:
    return {entity.id for entity in extraction.entities}


def test_the_same_text_gives_the_same_extraction(extracted: Extract) -> None:
    assert extracted(_TEXT) == extracted(_TEXT)


def test_every_span_is_in_its_sentence_and_says_what_it_says(extracted: Extract) -> None:
    extraction = extracted(_TEXT)
    sentences = {sentence.id: sentence for sentence in extraction.sentences}
    assert extraction.mentions
    for mention in extraction.mentions:
        assert mention.span.of(_TEXT) == mention.text
        assert sentences[mention.sentence_id].span.covers(mention.span)
    for claim in extraction.claims:
        assert sentences[claim.sentence_id].span.covers(claim.trigger)


def test_all_parties_and_speakers_are_among_the_entities(extracted: Extract) -> None:
    extraction = extracted(_TEXT)
    needed = {claim.attribution for claim in extraction.claims if claim.attribution}
    for claim in extraction.claims:
        if isinstance(claim.asserts, Event):
            needed |= {*claim.asserts.actors, *claim.asserts.recipients, *claim.asserts.places}
    assert needed
    assert needed <= _ids(extraction)


def test_boilerplate_yields_nothing(extracted: Extract) -> None:
    assert not _ids(extracted(_TEXT)) & {"EGY", "LBY"}


def test_every_claim_says_why(extracted: Extract) -> None:
    extraction = extracted(_TEXT)
    assert extraction.claims
    assert all(claim.reasons and 0 < claim.confidence < 1 for claim in extraction.claims)


def test_documents_come_out_in_the_order_in_which_they_went_in() -> None:
    texts = [("id", "Iran mengecam Israel."), ("en", "Iran condemned Israel."), ("id", ""), ("id", "Halo.")]
    documents = [Document(f"d{n}", text, code, f"d{n}") for n, (code, text) in enumerate(texts)]
    assert [extraction.document.id for extraction in extract(documents)] == ["d0", "d1", "d2", "d3"]


def test_a_language_without_data_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match="'xx'"):
        next(extract([Document("d", "text", "xx", "d")]))
