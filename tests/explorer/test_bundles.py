"""The evidence of an edge: claims by event, each voice once, with those who deny it."""

from __future__ import annotations

from dataclasses import replace

from cypher.records.shared import EvidenceClaim
from explorer.panels.bundles import Voice, bundles
from explorer.panels.evidence import evidence, published_by, source_line
from explorer.phrases import Published, said
from explorer.words import Words
from tests.records import made

DEFAULTS = {
    "event_type": "ASSAULT",
    "status": "actual",
    "date_precision": "day",
    "sentence": "They fought.",
    "trigger_start": 5,
    "trigger_end": 11,
    "document": "document-1",
    "title": "News",
    "published_on": "2024-03-02",
    "confidence": 0.8,
    "extractor": "by hand 1",
    "reasons": ["trigger: fought"],
    "verdict": "none",
}


def claim(
    name: str, event: str = "one", voice: str | None = None, date: str | None = "2024-03-01", **rest: object
) -> EvidenceClaim:
    own = {"claim": name, "event": event, "voice": voice or name, "date": date, "publisher": f"{name} Post"}
    return made(EvidenceClaim, **(DEFAULTS | own | rest))


def denial(name: str, date: str | None = "2024-03-01", event_type: str = "ASSAULT") -> EvidenceClaim:
    return claim(name, event=f"not-{name}", date=date, event_type=event_type, status="negated")


def ids(of: tuple[Voice, ...]) -> list[str]:
    return [voice.claim.claim for voice in of]


def test_claims_of_one_event_stand_together_in_the_order_in_which_they_come() -> None:
    found = bundles([claim("a"), claim("b", "two"), claim("c")])
    assert [ids(bundle.says) for bundle in found] == [["a", "c"], ["b"]]


def test_the_same_words_in_two_papers_are_one_voice() -> None:
    (bundle,) = bundles([claim("a", voice="v"), claim("b", voice="v"), claim("c", voice="w")])
    assert ids(bundle.says) == ["a", "c"]
    assert (bundle.claims(), len(bundle.says)) == (3, 2)


def test_a_denial_stands_with_the_event_that_it_denies() -> None:
    (bundle,) = bundles([claim("a"), denial("b", date="2024-03-05")])
    assert (ids(bundle.says), ids(bundle.denies)) == (["a"], ["b"])


def test_a_denial_of_an_article_whose_day_is_guessed_is_near_all_of_its_month() -> None:
    about = {"published_on": "2024-03-02", "published_precision": "month", "published_guessed": True}
    guessed = replace(denial("b", date=None), **about)  # type: ignore[arg-type]
    (bundle,) = bundles([claim("a", date="2024-03-30"), guessed])
    assert ids(bundle.denies) == ["b"]
    assert len(bundles([claim("a", date="2024-05-30"), guessed])) == 2


def test_the_source_of_a_claim_says_that_its_day_is_guessed() -> None:
    guessed = claim("a", published_precision="month", published_guessed=True)
    assert Published("2024-03-02", "month", guessed=True) in _phrases(source_line(guessed))


def test_the_source_of_a_claim_by_hand_names_the_analyst() -> None:
    publisher, _ = published_by(claim("a", extractor="analyst+ratna"))
    assert said(publisher, Words("id")) == "a Post (dibuat sendiri, ratna)"
    publisher, _ = published_by(claim("a", extractor="analyst+ratna", publisher=None))
    assert said(publisher, Words()) == "by hand, ratna"
    publisher, _ = published_by(claim("a"))
    assert publisher == "a Post"


def _phrases(part: object) -> list[object]:
    """Return the phrases in an element, with those that others are joined of."""
    inner = [*getattr(part, "children", ()), *getattr(part, "parts", ())]
    return [part, *(found for each in inner for found in _phrases(each))]


def test_a_denial_without_date_stands_with_an_event_of_its_type() -> None:
    other, told = bundles([claim("a", "two", event_type="AID"), claim("b"), denial("c", date=None)])
    assert (ids(other.denies), ids(told.denies)) == ([], ["c"])


def test_a_denial_of_something_long_ago_or_of_another_kind_stands_alone() -> None:
    found = bundles([claim("a"), denial("b", date="2024-05-01"), denial("c", event_type="AID")])
    assert [(ids(bundle.says), ids(bundle.denies)) for bundle in found] == [
        (["a"], []),
        ([], ["b"]),
        ([], ["c"]),
    ]


def test_the_panel_says_how_many_independent_voices_say_it_and_how_many_deny_it() -> None:
    claims = [claim("a", voice="v"), claim("b", voice="v"), claim("c"), denial("d")]
    text = " ".join(part.text() for part in evidence(claims, set()))
    assert "3 claims about one event, 2 independent voices" in text
    assert "2 say so, 1 denies it" in text
    assert "Same wording: b Post" in text


def test_one_claim_alone_needs_no_heading() -> None:
    (card,) = evidence([claim("a")], set())
    assert card.tag == "article"
