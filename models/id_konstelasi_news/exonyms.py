"""Names that Indonesian news translates: English to Indonesian, with their label."""

from zoneinfo import available_timezones

from babel import Locale

AREAS = frozenset({"Africa", "America", "Asia", "Australia", "Europe", "Pacific"})

PLACES = {
    "Algiers": "Aljir", "Athens": "Athena", "Baghdad": "Baghdad", "Beijing": "Beijing",
    "Beirut": "Beirut", "Brussels": "Brussel", "Cairo": "Kairo", "Copenhagen": "Kopenhagen",
    "Damascus": "Damaskus", "Geneva": "Jenewa", "Jerusalem": "Yerusalem", "Lisbon": "Lisabon",
    "Mecca": "Mekkah", "Medina": "Madinah", "Moscow": "Moskow", "Rome": "Roma",
    "Tehran": "Teheran", "Vienna": "Wina", "Warsaw": "Warsawa", "Venice": "Venesia",
    "West Bank": "Tepi Barat", "the West Bank": "Tepi Barat", "the Gaza Strip": "Jalur Gaza",
    "Gaza Strip": "Jalur Gaza", "the Middle East": "Timur Tengah", "Middle East": "Timur Tengah",
    "Europe": "Eropa", "Asia": "Asia", "Africa": "Afrika", "Southeast Asia": "Asia Tenggara",
    "Latin America": "Amerika Latin", "the Persian Gulf": "Teluk Persia", "Gulf": "Teluk",
    "Central Asia": "Asia Tengah", "East Jerusalem": "Yerusalem Timur", "Aceh": "Aceh",
    "South Asia": "Asia Selatan", "East Asia": "Asia Timur", "Kashmir": "Kashmir",
    "the Pacific": "Pasifik", "Pacific": "Pasifik", "the Black Sea": "Laut Hitam",
    "Golan Heights": "Dataran Tinggi Golan", "the Golan Heights": "Dataran Tinggi Golan",
}  # fmt: skip

ORGANISATIONS = {
    "UN": "PBB", "U.N.": "PBB", "the United Nations": "PBB", "United Nations": "PBB",
    "EU": "Uni Eropa", "the European Union": "Uni Eropa", "European Union": "Uni Eropa",
    "the UN Security Council": "Dewan Keamanan PBB", "UN Security Council": "Dewan Keamanan PBB",
    "the Security Council": "Dewan Keamanan", "Security Council": "Dewan Keamanan",
    "the White House": "Gedung Putih", "White House": "Gedung Putih",
    "Pentagon": "Pentagon", "the State Department": "Departemen Luar Negeri",
    "Congress": "Kongres", "Senate": "Senat", "Hezbollah": "Hizbullah", "Kremlin": "Kremlin",
    "the World Bank": "Bank Dunia", "World Bank": "Bank Dunia", "ASEAN": "ASEAN",
    "the International Monetary Fund": "Dana Moneter Internasional", "IMF": "IMF",
    "the African Union": "Uni Afrika", "African Union": "Uni Afrika", "AU": "Uni Afrika",
    "the Arab League": "Liga Arab", "Arab League": "Liga Arab", "WTO": "WTO",
    "the European Commission": "Komisi Eropa", "European Commission": "Komisi Eropa",
    "European Parliament": "Parlemen Eropa", "Red Cross": "Palang Merah", "WHO": "WHO",
    "the World Health Organization": "Organisasi Kesehatan Dunia", "NATO": "NATO",
    "the Labour Party": "Partai Buruh", "Labour Party": "Partai Buruh", "IAEA": "IAEA",
    "the Defense Ministry": "Kementerian Pertahanan", "Fatah": "Fatah", "Hamas": "Hamas",
    "the Foreign Ministry": "Kementerian Luar Negeri", "Taliban": "Taliban", "OPEC": "OPEC",
}  # fmt: skip


def cities() -> dict[str, str]:
    """Return English and Indonesian names of the cities that time zones are named after."""
    english, indonesian = Locale("en").time_zones, Locale("id").time_zones
    pairs = {}
    for zone in available_timezones():
        area, _, city = zone.rpartition("/")
        name = city.replace("_", " ")
        if area.split("/")[0] in AREAS:
            exonym = indonesian.get(zone, {}).get("city", name)
            pairs[english.get(zone, {}).get("city", name)] = exonym
    return pairs


TRANSLATIONS: dict[str, tuple[str, str]] = {
    **{english: (name, "LOC") for english, name in (cities() | PLACES).items()},
    **{english: (name, "ORG") for english, name in ORGANISATIONS.items()},
}
