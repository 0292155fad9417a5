"""Whom a name, a pronoun or a description means within one document."""

from __future__ import annotations

from cypher.model.graph import Entity, EntityKind
from ingest.knowledge import load_knowledge
from ingest.resolution.coreference import History
from ingest.resolution.linking import Linker, Named


def _person(text: str) -> Named:
    return Named(text, EntityKind.PERSON)


def test_a_part_of_a_name_means_the_one_person_who_has_it() -> None:
    names = [_person("Barzan"), _person("Karim Barzan Saleh"), _person("Karim Barzan")]
    linker = Linker(names)
    assert len({linker.link(name).id for name in names}) == 1
    assert linker.link(_person("Barzan")).name == "Karim Barzan Saleh"


def test_a_surname_that_two_people_share_means_neither() -> None:
    linker = Linker([_person("Karim Barzan"), _person("Layla Barzan")])
    alone = linker.link(_person("Barzan"))
    assert alone.id not in {linker.link(_person("Karim Barzan")).id, linker.link(_person("Layla Barzan")).id}


def test_two_spellings_of_a_name_are_one_person() -> None:
    linker = Linker([_person("Mahmoud Karimzadeh"), _person("Mahmud Karimzadeh")])
    assert linker.link(_person("Mahmoud Karimzadeh")) == linker.link(_person("Mahmud Karimzadeh"))


def test_a_person_and_an_organisation_of_one_name_stay_apart() -> None:
    linker = Linker([])
    body = linker.link(Named("Barzan", EntityKind.ORGANISATION))
    assert body.id != linker.link(_person("Barzan")).id


def test_a_known_name_in_any_spelling_is_the_known_entity() -> None:
    known = load_knowledge().named("PBB")[0][0]
    entity = Linker([]).link(Named("PBB", known.kind, known))
    assert entity.id == known.id


def test_the_same_name_has_the_same_id_in_every_document() -> None:
    assert Linker([]).link(_person("Layla Barzan")).id == Linker([]).link(_person("layla BARZAN")).id


def test_an_abbreviation_means_what_it_was_introduced_for() -> None:
    linker = Linker([])
    long = linker.link(Named("Gerakan Rakyat Lestari", EntityKind.ORGANISATION))
    linker.abbreviate(Named("GRL", EntityKind.ORGANISATION), long)
    assert linker.link(Named("GRL", EntityKind.ORGANISATION)) == long


def _known(text: str) -> Named:
    entity = load_knowledge().named(text)[0][0]
    return Named(text, entity.kind, entity)


def test_a_ministry_is_that_of_the_one_country_in_the_text() -> None:
    ministry = Named("Kementerian Perhubungan", EntityKind.GOVERNMENT_BODY)
    assert Linker([_known("KPK"), ministry]).link(ministry).id == "ministry-of-transportation-of-indonesia"
    assert Linker([_known("Iran"), ministry]).link(ministry).country == "IRN"
    assert Linker([_known("KPK"), _known("Iran"), ministry]).link(ministry).country is None


def test_the_history_knows_who_was_named_last() -> None:
    history = History()
    assert history.person() is None
    history.note([Entity("a", "A", EntityKind.PERSON), Entity("IRN", "Iran", EntityKind.COUNTRY)])
    history.note([Entity("b", "B", EntityKind.PERSON), Entity("IRQ", "Iraq", EntityKind.COUNTRY)])
    assert (history.person(), history.only_country()) == ("b", "IRQ")
    assert history.every(EntityKind.PERSON) == ("a", "b")
    assert history.every(EntityKind.COUNTRY) == ("IRN", "IRQ")
    assert history.latest_country({"IRN", "PER"}) == "IRN"


def test_a_country_is_only_meant_when_the_last_sentence_with_countries_named_one() -> None:
    history = History()
    history.note([Entity("IRN", "Iran", EntityKind.COUNTRY)])
    history.note([Entity("a", "A", EntityKind.PERSON)])
    assert history.only_country() == "IRN"
    history.note([Entity("IRN", "Iran", EntityKind.COUNTRY), Entity("IRQ", "Iraq", EntityKind.COUNTRY)])
    assert history.only_country() is None


def test_a_single_entity_is_no_company() -> None:
    history = History()
    history.keep_company(["a", "a"])
    history.keep_company(["a", "b", "a"])
    assert list(history.companies) == [("a", "b")]


def test_another_transcription_or_word_order_is_the_same_person_in_every_document() -> None:
    spellings = ("Petro Halenskyy", "Petro Halenskiy", "Halensky Petro")
    assert len({Linker([]).link(_person(spelling)).id for spelling in spellings}) == 1


def test_a_known_person_is_known_in_a_spelling_that_no_table_has() -> None:
    assert Linker([]).link(_person("Housein Amir Abdullahiyan")).id == "hossein-amir-abdollahian"
    assert Linker([]).link(_person("Wolodymyr Zelenskij")).id == "volodymyr-zelenskyy"
