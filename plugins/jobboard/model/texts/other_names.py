"""What people write for countries, languages and currencies beside the names that CLDR has for them."""

from __future__ import annotations

OF_COUNTRIES = {
    "GB": (
        "England, Great Britain, Britain, Northern Ireland, Scotland, Wales, UK, Angleterre, Écosse, Inglaterra, "
        "Grande-Bretagne, Gran Bretaña, Großbritannien, Schottland, Escocia, ENG, SCO, WAL, NIR"
    ),
    "US": "USA, America, United States of America, États-Unis d'Amérique, EEUU, EE. UU., EE UU",
    "NL": "Holland, Hollande, Holanda",
    "CZ": "Czech Republic, République tchèque, República Checa",
    "MK": "Macedonia, Macédoine, FYROM, Former Yugoslav Republic of Macedonia",
    "SZ": "Swaziland, Suazilandia",
    "MM": "Burma, Birmanie, Birmania",
    "TR": "Turkey",
    "CI": "Ivory Coast",
    "CV": "Cape Verde",
    "TL": "East Timor",
    "LK": "Ceylon",
    "IR": "Persia",
    "TH": "Siam",
    "CD": "Zaire, DRC, Congo-Kinshasa",
    "CG": "Congo-Brazzaville",
    "BF": "Upper Volta",
    "BA": "Bosnia, Bosnie",
    "VA": "Vatican, Holy See",
    "KR": "Korea, Republic of Korea",
    "RU": "Russian Federation",
    "SY": "Syrian Arab Republic",
    "MD": "Moldavia",
    "IE": "Eire",
    "GR": "EL",
    "PS": "Palestine, Palestina",
    "AE": "UAE, Emirates",
}
"""Names people use beside those of CLDR: older ones, parts of a country, abbreviations."""

REGIONS = (
    "EU, E.U., European Union, UE, Union européenne, Unión Europea, EU27, EU-27, EEA, European Economic Area, "
    "EEE, EFTA, Schengen, Europe, Europa, Benelux, Nordics, Scandinavia, Balkans, Western Balkans, Baltics, DACH, "
    "MENA, EMEA, APAC, LATAM, Africa, Asia, North America, South America, Latin America, Oceania, Americas, "
    "Middle East, global, globally, international, worldwide, world, everywhere, any, anywhere, all, remote, "
    "monde, mundo, partout, mondial, todo el mundo, monde entier, multiple, various, UN"
)
"""What is no country, but several of them."""

AMBIGUOUS = {"congo": "CD or CG", "korea": "KR or KP", "coree": "KR or KP", "corea": "KR or KP"}
OF_LANGUAGES = {
    "castellano": "es",
    "castilian": "es",
    "flemish": "nl",
    "vlaams": "nl",
    "flamand": "nl",
    "mandarin": "zh",
    "farsi": "fa",
    "moldovan": "ro",
    "slovene": "sl",
    "gaelic": "ga",
    "vasco": "eu",
    "euskara": "eu",
    "finlandais": "fi",
    "finlandés": "fi",
    "hollandais": "nl",
    "holandés": "nl",
    "valencian": "ca",
    "valenciano": "ca",
}
SYMBOLS = {
    "€": "EUR",
    "euros": "EUR",
    "us$": "USD",
    "usd$": "USD",
    "pound sterling": "GBP",
    "sterling": "GBP",
    "£": "GBP",
    "zł": "PLN",
    "kč": "CZK",
    "₺": "TRY",
    "₴": "UAH",
    "₽": "RUB",
    "₹": "INR",
}
SEVERAL_CURRENCIES = {
    **dict.fromkeys(("$", "dollar", "dollars"), "USD, CAD or AUD"),
    **dict.fromkeys(("kr", "kr."), "SEK, NOK or DKK"),
    **dict.fromkeys(("franc", "francs"), "CHF, XAF or XOF"),
    **dict.fromkeys(("pound", "pounds"), "GBP or EGP"),
    **dict.fromkeys(("peso", "pesos"), "MXN, ARS or CLP"),
    "krona": "SEK or ISK",
    "krone": "NOK or DKK",
    "¥": "JPY or CNY",
}
"""Signs and words that several currencies share."""
