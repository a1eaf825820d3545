"""The logo of an organisation: a picture that is drawn small, and perhaps another for dark pages."""

from __future__ import annotations

from dataclasses import dataclass

from jobboard.model.fields.field import declared
from jobboard.model.fields.record import record_type
from jobboard.model.fields.values import FILE, LINE, LONG_LINE
from jobboard.model.parts.general import keep_metadata
from jobboard.source.message import phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A logo, with the words that stand for it."""

    file: str = declared(
        FILE,
        "Path below content/; an SVG stays sharp at any size.",
        "images/logo.png",
        required=phrase("a logo names its file"),
        also="path src source url image light fichier archivo",
    )
    alt: str = declared(
        LONG_LINE,
        "Whose logo it is, for those who cannot see it.",
        "Logo of CEMR",
        required=phrase("say whose logo it is, for those who cannot see it"),
        also="alt_text description caption title texte_alternatif texto_alternativo",
    )
    dark: str | None = declared(
        FILE,
        "The same for dark pages, on which the logo would else stand on a light ground.",
        "images/logo-dark.png",
        also="dark_file file_dark dark_mode night sombre oscuro",
    )
    credit: str | None = declared(LINE, "Who made it.", '"Design: A. Example"', also="copyright designer")
    keep_metadata: bool = keep_metadata()


LOGO = record_type(Logo, phrase("a file and its description"))
