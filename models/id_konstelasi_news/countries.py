"""Indonesian names of countries: from CLDR via babel (Unicode licence), and from news usage."""

from functools import cache

from babel import Locale

NOT_COUNTRIES = frozenset({"AQ", "EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})

NEWS_NAMES = {
    "AE": "UEA,UAE,Uni Emirat Arab",
    "AF": "Afghanistan",
    "BA": "Bosnia",
    "BY": "Belarus,Belarusia",
    "CD": "Kongo",
    "CH": "Swiss,Swis",
    "CI": "Pantai Gading",
    "CN": "Tiongkok,China,Cina,RRC,RRT,Republik Rakyat Tiongkok,Republik Rakyat Cina",
    "CS": "Cekoslowakia",
    "CY": "Siprus",
    "CZ": "Republik Ceko,Ceko",
    "DD": "Jerman Timur",
    "DE": "Jerman Barat",
    "EH": "Sahara Barat",
    "ET": "Ethiopia,Etiopia",
    "FR": "Perancis,Prancis",
    "GB": "Inggris,Inggris Raya,Britania Raya,Britania",
    "HK": "Hong Kong,Hongkong",
    "HU": "Hungaria,Hongaria",
    "ID": "RI,Republik Indonesia",
    "KG": "Kyrgyzstan,Kirgistan",
    "KH": "Kamboja,Kampuchea",
    "KP": "Korut,Korea Utara",
    "KR": "Korsel,Korea Selatan",
    "KZ": "Kazakhstan,Kazakstan",
    "LB": "Lebanon,Libanon",
    "LK": "Srilanka",
    "LY": "Libya,Libia",
    "MK": "Makedonia",
    "MM": "Burma,Myanmar,Birma",
    "MY": "Malaysia",
    "NZ": "Selandia Baru",
    "PH": "Filipina,Philipina",
    "PS": "Palestina",
    "RU": "Russia,Rusia",
    "SA": "Arab Saudi,Saudi",
    "SG": "Singapura,Singapore",
    "SU": "Uni Soviet",
    "SY": "Suriah,Syria",
    "TH": "Thailand,Muangthai",
    "TL": "Timor Leste,Timor Timur,Timor-Leste",
    "TR": "Turki,Türkiye",
    "TW": "Taiwan",
    "US": "AS,Amerika,Amerika Serikat,USA",
    "VA": "Vatikan",
    "VN": "Vietnam",
    "XK": "Kosovo",
    "YU": "Yugoslavia",
}


@cache
def countries() -> dict[str, str]:
    """Return two-letter codes by lower-case name, including dissolved states."""
    cldr = Locale("id").territories.items()
    names = {name.lower(): code for code, name in cldr if len(code) == 2 and code not in NOT_COUNTRIES}
    for code, listed in NEWS_NAMES.items():
        names.update(dict.fromkeys(listed.lower().split(","), code))
    return names


def is_country(text: str) -> bool:
    """Return whether a name, in any case, is a country's."""
    return text.lower() in countries()
