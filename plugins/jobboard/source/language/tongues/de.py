"""German, as far as contacts and dates are typed in it."""

from __future__ import annotations

from jobboard.source.language.tongues.tongue import Tongue

TONGUE = Tongue(
    midnight="mitternacht",
    recruiting="bewerbung",
    at="bei",
    at_bracketed="ät",
    at_sign="klammeraffe",
    dot="punkt",
    called="unter",
    call="telefon|handy|rufnummer|anrufen|rufen",
    extension="durchwahl|dw",
    digits="null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun",
    counts=(
        "eins|ein|eine|einen|einer",
        "zwei|zwo",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
    ),
    and_to="bis|und",
    money="tausend",
    units="einwohner(?:innen)?|menschen",
    references="referenz",
    noon="mittags?",
    through="bis",
    before_day="von|vom|am|den",
    before_hour="um|von",
    hours="uhr",
    around_day="um|den|der|am",
    abbreviations="bd|nr|u.a|vgl",
)
