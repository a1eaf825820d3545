"""The line below a title: where it is, when it was changed, which languages it is to be read in."""

from __future__ import annotations

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.page.link import language_label, other_language
from jobboard.outputs.page.versions import TranslationLink
from jobboard.outputs.text.words import When


class Meta(Struct, frozen=True, kw_only=True):
    """What stands below the title of an item, each part empty where there is nothing to say."""

    place: str
    places: str
    """What it is about, in its own words: their language is `lang`."""
    lang: str
    updated: When | None
    language_words: str
    """The language of the text, where it is another than the page's: "in French"."""
    translations: tuple[TranslationLink, ...]


def meta_of(
    site: Site,
    lang: str,
    translations: tuple[TranslationLink, ...] = (),
    *,
    place: str = "",
    places: str = "",
    updated: When | None = None,
) -> Meta | None:
    """The line of an item written in the language `lang`; None if there is nothing to say."""
    language_words = language_label(site, lang)
    if not (place or places or updated or language_words or translations):
        return None
    return Meta(
        place=place,
        places=places,
        lang=other_language(site, lang),
        updated=updated,
        language_words=language_words,
        translations=translations,
    )
