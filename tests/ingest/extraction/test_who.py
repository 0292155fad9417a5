"""Who acts: lists of offices, joined clauses, degrees, former holders, and places of the United States."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event
from tests.ingest.extraction.conftest import Extract, Told

LISTS = [
    ("The foreign ministers of Norway, Sweden and Finland condemned Belarus.", "en", {"NOR", "SWE", "FIN"}),
    ("The presidents of Chile and Peru criticised Bolivia.", "en", {"CHL", "PER"}),
    ("The leaders of Kenya, Uganda and Rwanda condemned Sudan.", "en", {"KEN", "UGA", "RWA"}),
    ("Norway, Sweden, Finland and Denmark condemned Belarus.", "en", {"NOR", "SWE", "FIN", "DNK"}),
    ("Norwegian, Swedish and Finnish officials condemned Belarus.", "en", {"NOR", "SWE", "FIN"}),
    ("Menteri luar negeri Norwegia, Swedia, dan Finlandia mengecam Belarus.", "id", {"NOR", "SWE", "FIN"}),
    ("Presiden Cile dan Peru mengkritik Bolivia.", "id", {"CHL", "PER"}),
    ("Para pemimpin Kenya, Uganda, dan Rwanda mengecam Sudan.", "id", {"KEN", "UGA", "RWA"}),
    ("Norwegia, Swedia, Finlandia, dan Denmark mengecam Belarus.", "id", {"NOR", "SWE", "FIN", "DNK"}),
    ("Pejabat Norwegia, Swedia, dan Finlandia mengecam Belarus.", "id", {"NOR", "SWE", "FIN"}),
    ("Ministers from Peru, Chile and Bolivia condemned Belarus.", "en", {"PER", "CHL", "BOL"}),
    ("Soldiers from Kenya and Uganda attacked Sudan.", "en", {"KEN", "UGA"}),
]
SHARED = [
    ("Norwegian and Swedish diplomats met in Oslo.", "en", "Norwegian diplomats"),
    ("Norwegian and Swedish ministers met in Oslo.", "en", "Norwegian ministers"),
    ("Diplomat Norwegia dan Swedia bertemu di Oslo.", "id", "Diplomat Swedia"),
    ("Norway, Sweden, and EU envoys met in Oslo.", "en", "Sweden envoys"),
]
"""A name in a list that shares its noun with another is a group of that noun."""

JOINED = [
    ("Peru attacked Chile and Brazil condemned Peru.", "en", ("ASSAULT", "Peru", "Chile")),
    (
        "Norway sanctioned Belarus and Sweden expelled Russian diplomats.",
        "en",
        ("SANCTION", "Norway", "Belarus"),
    ),
    ("Kenya arrested a Somali and Uganda protested.", "en", ("COERCE", "Kenya", "Somalia")),
    ("Chile threatened Peru and Bolivia sent troops to Chile.", "en", ("THREATEN", "Chile", "Peru")),
    ("Peru menyerang Cile dan Brasil mengecam Peru.", "id", ("ASSAULT", "Peru", "Chile")),
    ("Cile mengancam Peru dan Bolivia mengirim pasukan ke Cile.", "id", ("THREATEN", "Chile", "Peru")),
    ("Norwegia mengebom Belarus dan Swedia mengusir diplomat Rusia.", "id", ("ASSAULT", "Norway", "Belarus")),
    ("Kenya mengunjungi Somalia dan Uganda mengecam Kenya.", "id", ("CONSULT", "Kenya", "Somalia")),
    ("Norway bombed Belarus and Sweden protested.", "en", ("ASSAULT", "Norway", "Belarus")),
    ("Chile threatened Peru and Bolivia condemned Chile.", "en", ("ACCUSE", "Bolivia", "Chile")),
    ("Kenya will threaten Sudan and Uganda condemned Kenya.", "en", ("ACCUSE", "Uganda", "Kenya")),
    ("Peru attacked Chile and the Brazilian president condemned Peru.", "en", ("ASSAULT", "Peru", "Chile")),
    ("Cile mengkritik Peru dan Bolivia setuju berunding.", "id", ("ACCUSE", "Chile", "Peru")),
    (
        "Kenya berterima kasih kepada Norwegia dan Swedia mengirim bantuan ke Nairobi.",
        "id",
        ("SUPPORT", "Kenya", "Norway"),
    ),
]
TOGETHER = [
    ("The gunmen who attacked Peru and Chile fled.", "en", ("ASSAULT", "gunmen", "Peru & Chile")),
    ("Brazil said Peru and Chile attacked Bolivia.", "en", ("ASSAULT", "Peru & Chile", "Bolivia")),
    ("Peru attacked Chile and Bolivia.", "en", ("ASSAULT", "Peru", "Chile & Bolivia")),
    ("Peru menyerang Cile dan Bolivia.", "id", ("ASSAULT", "Peru", "Chile & Bolivia")),
    ("Brasil mengatakan Peru dan Cile menyerang Bolivia.", "id", ("ASSAULT", "Peru & Chile", "Bolivia")),
    ("Norwegia mengundang Peru dan Cile berunding.", "id", ("REQUEST", "Norway", "Peru & Chile")),
]
BLAMED = [
    ("Norway thanked Kenya for sending aid to Sudan.", "en", ("AID", "Kenya", "Sudan")),
    ("Norwegia memuji Kenya karena mengirim gandum ke Sudan.", "id", ("AID", "Kenya", "Sudan")),
    (
        "Norwegia berterima kasih kepada Kenya karena mengirim bantuan ke Sudan.",
        "id",
        ("AID", "Kenya", "Sudan"),
    ),
]
ALIKE = [
    ("Modi will visit Norway.", "Modi akan mengunjungi Norwegia.", "CONSULT", "visit"),
    (
        "Norway expelled two Belarusian diplomats.",
        "Norwegia mengusir dua diplomat Belarus.",
        "SANCTION",
        "expel",
    ),
    ("Norway expelled forty migrants.", "Norwegia mengusir empat puluh migran.", "COERCE", "deport"),
]
"""The same act in both languages."""
DANGERS = [
    ("Norway warned of famine in Sudan.", "en"),
    ("Norway warned against another war in Sudan.", "en"),
    ("Norway cautioned about attacks by Belarus.", "en"),
    ("Norwegia memperingatkan bahaya perang di Sudan.", "id"),
    ("Norwegia mengingatkan risiko kelaparan di Sudan.", "id"),
    ("Norwegia memperingatkan tentang serangan Belarus.", "id"),
]
THREATS = [
    ("Norway warned of retaliation against Belarus.", "en"),
    ("Norway warned Belarus of consequences.", "en"),
    ("Norway warned of attacks on Belarus unless its army withdraws.", "en"),
    ("Norwegia memperingatkan akan sanksi terhadap Belarus.", "id"),
    ("Norwegia memperingatkan Belarus.", "id"),
    ("Norwegia memperingatkan tentang serangan ke Belarus kalau tentaranya bertahan.", "id"),
]
THEN = [
    ("In 2012 the American president criticised Belarus.", "en", "Barack Obama"),
    ("Pada 2012 Presiden AS mengkritik Belarus.", "id", "Barack Obama"),
    ("Two years ago the president of Brazil criticised Belarus.", "en", "Jair Bolsonaro"),
    ("Dua tahun lalu Presiden Brasil mengkritik Belarus.", "id", "Jair Bolsonaro"),
]
"""The holder of an office in the year of the event."""

TITLED = [
    ("Prof. Dr. Yusril Ihza Mahendra, S.H., M.Sc. mengecam Belarus.", "id", "Yusril Ihza Mahendra"),
    ("Ir. H. Joko Widodo mengecam Belarus.", "id", "Joko Widodo"),
    ("Brigjen TNI Ahmad Subagyo mengecam Belarus.", "id", "Ahmad Subagyo"),
    ("Kombes Pol Ade Safri mengecam Belarus.", "id", "Ade Safri"),
    ("Dra. Hj. Khofifah Indar Parawansa, M.Si. mengecam Belarus.", "id", "Khofifah Indar Parawansa"),
    ("KH. Said Aqil Siradj mengecam Belarus.", "id", "Said Aqil Siradj"),
    ("Letjen (Purn) Prabowo Subianto mengecam Belarus.", "id", "Prabowo Subianto"),
    ("Prof. Jane Goodall condemned Belarus.", "en", "Jane Goodall"),
    ("Lt. Gen. Mark Schwartz condemned Belarus.", "en", "Mark Schwartz"),
    ("Dr. Denis Mukwege, M.D., condemned Belarus.", "en", "Denis Mukwege"),
]
FORMER = [
    ("The former president of Chile met the Peruvian ambassador.", "en", "Gabriel Boric"),
    ("Chile's ex-president met the Peruvian ambassador.", "en", "Gabriel Boric"),
    ("The next president of Chile will meet the Peruvian ambassador.", "en", "Gabriel Boric"),
    ("The Chilean president met the Peruvian ambassador in 1987.", "en", "Gabriel Boric"),
    ("The then president of Chile met the Peruvian ambassador.", "en", "Gabriel Boric"),
    ("Mantan Presiden Cile bertemu duta besar Peru.", "id", "Gabriel Boric"),
    ("Bekas Presiden Cile bertemu duta besar Peru.", "id", "Gabriel Boric"),
    ("Calon Presiden Cile bertemu duta besar Peru.", "id", "Gabriel Boric"),
    ("Presiden Cile bertemu duta besar Peru pada 1987.", "id", "Gabriel Boric"),
    ("Presiden Cile berikutnya akan bertemu duta besar Peru.", "id", "Gabriel Boric"),
    ("Presiden Cile kala itu bertemu duta besar Peru.", "id", "Gabriel Boric"),
    ("Duta besar Peru saat itu bertemu Presiden Cile.", "id", "Gabriel Boric"),
    ("In the 1990s the Chilean president met the Peruvian ambassador.", "en", "Gabriel Boric"),
]
ELSEWHERE = [
    ("Voters in Atlanta, Georgia, protested against Governor Brian Kemp.", "en", "GEO"),
    ("A judge in Georgia ordered Fulton County to count the ballots.", "en", "GEO"),
    ("Police arrested a man in Athens, Georgia.", "en", "GRC"),
    ("Police arrested a man in Lima, Ohio.", "en", "PER"),
    ("Police in Moscow, Idaho, arrested a student.", "en", "RUS"),
    ("Police in Cairo, Illinois, arrested a student.", "en", "EGY"),
    ("Gubernur Georgia Brian Kemp bertemu duta besar Norwegia.", "id", "GEO"),
    ("Polisi Atlanta, Georgia, menangkap seorang pria.", "id", "GEO"),
    ("Police in Lebanon, Tennessee, arrested a student.", "en", "LBN"),
    ("The governor of New Mexico met the Norwegian president.", "en", "MEX"),
    ("Polisi di Peru, Indiana, menangkap seorang pria.", "id", "PER"),
]
PEOPLE = [
    ("Israel Folau criticised Norway.", "en", "Israel Folau"),
    ("Virginia Woolfson met the ambassador of Malta.", "en", "Virginia Woolfson"),
    ("Chad Mirkinov praised Norway.", "en", "Chad Mirkinov"),
    ("Israel Folau mengkritik Norwegia.", "id", "Israel Folau"),
    ("Kenya Barrisova memuji Norwegia.", "id", "Kenya Barrisova"),
]
NO_PEOPLE = [
    ("Israel Police arrested a Norwegian.", "en", "ISR"),
    ("Georgia condemned Belarus.", "en", "GEO"),
    ("Kenya Airways sued Norway.", "en", "KEN"),
    ("Chad mengecam Belarus.", "id", "TCD"),
]
ABROAD = [
    ("Armenia, Georgia and Azerbaijan signed a treaty.", "en", "ARM"),
    ("The president of Georgia met the Norwegian president.", "en", "GEO"),
    ("Police in Tbilisi, Georgia, arrested a student.", "en", "GEO"),
    ("Presiden Georgia bertemu Presiden Norwegia.", "id", "GEO"),
    ("Moskow, Washington, dan Kyiv berunding.", "id", "RUS"),
]


@pytest.mark.parametrize(("text", "language", "countries"), LISTS)
def test_all_members_of_a_list_act(extracted: Extract, text: str, language: str, countries: set[str]) -> None:
    extraction = extracted(text, language)
    of = {entity.id: entity.country or entity.id for entity in extraction.entities}
    acts = [{of[actor] for actor in getattr(claim.asserts, "actors", ())} for claim in extraction.claims]
    assert countries in acts


@pytest.mark.parametrize(("text", "language", "event"), JOINED)
def test_the_subject_of_the_next_clause_is_no_victim(
    told: Told, text: str, language: str, event: tuple[str, str, str]
) -> None:
    assert event in told(text, language)


@pytest.mark.parametrize(("text", "language", "event"), TOGETHER)
def test_names_joined_in_one_clause_stay_together(
    told: Told, text: str, language: str, event: tuple[str, str, str]
) -> None:
    assert event in told(text, language)


@pytest.mark.parametrize(("text", "language", "name"), TITLED)
def test_degrees_and_ranks_are_no_parties(told: Told, text: str, language: str, name: str) -> None:
    assert ("ACCUSE", name, "Belarus") in told(text, language)


@pytest.mark.parametrize(("text", "language", "holder"), FORMER)
def test_a_former_or_future_office_does_not_name_the_holder(
    extracted: Extract, text: str, language: str, holder: str
) -> None:
    extraction = extracted(text, language, published_on="2024-03-12")
    assert extraction.claims
    assert holder not in {entity.name for entity in extraction.entities}


@pytest.mark.parametrize(("text", "language", "country"), ELSEWHERE)
def test_a_place_of_the_united_states_is_not_its_namesake(
    extracted: Extract, text: str, language: str, country: str
) -> None:
    assert country not in {entity.country or entity.id for entity in extracted(text, language).entities}


@pytest.mark.parametrize(("text", "language", "country"), ABROAD)
def test_the_country_keeps_its_name(extracted: Extract, text: str, language: str, country: str) -> None:
    assert country in {entity.country or entity.id for entity in extracted(text, language).entities}


@pytest.mark.parametrize(("text", "language", "event"), BLAMED)
def test_who_is_thanked_did_it(told: Told, text: str, language: str, event: tuple[str, str, str]) -> None:
    assert event in told(text, language)


@pytest.mark.parametrize(("text", "language", "name"), SHARED)
def test_a_shared_noun_names_each_group(extracted: Extract, text: str, language: str, name: str) -> None:
    assert name in {entity.name for entity in extracted(text, language).entities}


@pytest.mark.parametrize(("english", "indonesian", "event_type", "mode"), ALIKE)
def test_both_languages_tell_the_same_act(
    extracted: Extract, english: str, indonesian: str, event_type: str, mode: str
) -> None:
    for text, language in ((english, "en"), (indonesian, "id")):
        events = [claim.asserts for claim in extracted(text, language).claims]
        assert [(event.event_type, event.mode) for event in events if isinstance(event, Event)] == [
            (event_type, mode)
        ]


@pytest.mark.parametrize(("text", "language"), DANGERS)
def test_a_warning_of_a_danger_is_no_threat(told: Told, text: str, language: str) -> None:
    assert "THREATEN" not in {kind for kind, _, _ in told(text, language)}


@pytest.mark.parametrize(("text", "language"), THREATS)
def test_a_warning_of_consequences_is_a_threat(told: Told, text: str, language: str) -> None:
    assert ("THREATEN", "Norway", "Belarus") in told(text, language)


@pytest.mark.parametrize(("text", "language", "holder"), THEN)
def test_an_office_means_its_holder_at_the_time_of_the_event(
    extracted: Extract, text: str, language: str, holder: str
) -> None:
    extraction = extracted(text, language, published_on="2023-11-15")
    assert holder in {entity.name for entity in extraction.entities}


@pytest.mark.parametrize(("text", "language", "person"), PEOPLE)
def test_a_person_may_have_the_name_of_a_place(
    extracted: Extract, text: str, language: str, person: str
) -> None:
    assert (person, None) in {(entity.name, entity.country) for entity in extracted(text, language).entities}


@pytest.mark.parametrize(("text", "language", "country"), NO_PEOPLE)
def test_a_country_is_no_person(extracted: Extract, text: str, language: str, country: str) -> None:
    assert country in {entity.country or entity.id for entity in extracted(text, language).entities}
