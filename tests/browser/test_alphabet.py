"""The order of names is that of the Unicode collation with the rules of each language, as a browser knows it (ICU)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from jobboard.model.texts import codes
from jobboard.outputs.text import words
from jobboard.outputs.text.alphabet import alphabetical
from jobboard.source.catalogue import languages

NAMES = """\
Ålesund|Århus|Åland|Aalst|Éire|Egmont|Île-de-France|Illinois|Ñuñoa|Nules|Nzz|Oviedo|Ávila|Avilés|Saint-Étienne
Saint-Denis|Saint Denis|Sainte|São Paulo|Sao|Œuvre|Oeuf|Oev|Łódź|Lodz|Luz|Zürich|Zug|Ostrava|Øst|d’Ivoire|D'Ivoire
D Ivoire|côte|cote|Côté|coté|Cote|3 Cities|3M|10 Cities|(PLATFORMA)|“Cités”|Cités Unies|Cités-Unies|A&B|A B|A.B.|A-B
AB|a|A|á|Á|Straße|Strasse|Strassf|España|Espanola|Espaz|Espac|manzana|mañana|manana|Mantua|U.N.|UN|Αθήνα|Киев|東京
Straßen|Strassen|STRASSE|STRAẞE|straße|strasse|Große|Grosse|Grosso|fin|ﬁn|Fin|Oeuvre|OEUVRE|ŒUVRE|œuvre|oeuvré
Aerø|AErø|Thing|thing|þing
Ærø|Aer|Đakovo|Dz|Þing|Tz|Zz|Nouvelle-Zélande|Nouvelle Calédonie|Nouvelles|R&D|R+D|Ville / Land|Ville: Land|Č|C|Ž
"""


@pytest.mark.parametrize("lang", languages())
def test_names_are_in_the_order_of_the_unicode_collation(lang: str, chromium: Browser) -> None:
    """For a new language of the interface that fails: say in `outputs/text/alphabet.py` which letters are its own."""
    names = {each for line in NAMES.splitlines() for each in line.split("|")}
    names |= {words.country_words(code, lang) for code in codes._countries()}
    names |= {words.language_words(code, lang) for code in codes._languages()}
    page = chromium.new_page()
    expected = page.evaluate("([names, lang]) => names.sort(new Intl.Collator(lang).compare)", [sorted(names), lang])
    page.close()
    assert sorted(names, key=lambda name: alphabetical(name, lang)) == expected
