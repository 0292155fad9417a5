"""Who acts: lists of offices, joined clauses, degrees, former holders, and places of the United States."""

from __future__ import annotations

import pytest

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
]
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
]
TOGETHER = [
    ("The gunmen who attacked Peru and Chile fled.", "en", ("ASSAULT", "gunmen", "Peru & Chile")),
    ("Brazil said Peru and Chile attacked Bolivia.", "en", ("ASSAULT", "Peru & Chile", "Bolivia")),
    ("Peru attacked Chile and Bolivia.", "en", ("ASSAULT", "Peru", "Chile & Bolivia")),
    ("Peru menyerang Cile dan Bolivia.", "id", ("ASSAULT", "Peru", "Chile & Bolivia")),
    ("Brasil mengatakan Peru dan Cile menyerang Bolivia.", "id", ("ASSAULT", "Peru & Chile", "Bolivia")),
]
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
