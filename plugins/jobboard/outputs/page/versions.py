"""The same page in other languages: what search engines are told (hreflang) and where the language switch leads."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import absolute, href, path_of
from jobboard.outputs.framed import AddressedText, framed_path, is_framed, path_here
from jobboard.outputs.text.names import own_name
from jobboard.outputs.text.words import language_words

X_DEFAULT = "x-default"
"""What search engines give readers of none of the languages."""


class Alternate(Struct, frozen=True, kw_only=True):
    """A version of a page, itself among them, for `<link rel="alternate" hreflang="…">`."""

    hreflang: str
    href: str


class SwitchLink(Struct, frozen=True, kw_only=True):
    """An entry of the language switch: the language by its own name."""

    text: str
    href: str
    lang: str
    is_current: bool


class TranslationLink(Struct, frozen=True, kw_only=True):
    """A link to a translation; `lang` is the language of the link's own words, empty where it is the page's."""

    text: str
    href: str
    hreflang: str
    lang: str


class Versions(Struct, frozen=True, kw_only=True):
    """A page in all its languages, as (language, path) pairs.

    `same` are versions of the page itself, its own among them and the one for everybody else first; `switch` is where
    a reader who asks for a language is led.
    """

    same: tuple[tuple[str, str], ...] = ()
    switch: tuple[tuple[str, str], ...] = ()


ONE_VERSION = Versions()


def versions_of_list(site: Site, path: str, *, is_first: bool = True) -> Versions:
    """A list in every edition; `path` is the list's own, that of no edition.

    Later pages of it are no versions of each other, as editions may cut a list differently: they lead to its first.
    """
    pairs = tuple((lang, f"{site.prefix_of(lang)}{path}") for lang in site.languages)
    return Versions(same=pairs if is_first else (), switch=pairs)


def versions_of_item(site: Site, item: AddressedText, members: Iterable[tuple[str, str]], section: str) -> Versions:
    """An item and its translations, the original first. Without one in a language its switch leads to the frame, or to
    the section on a site without frames. A frame is no version of its own: the page it shows is."""
    same = tuple(members)
    known = dict(same[::-1])
    others = _frames_of(site, item) if site.has_frames else versions_of_list(site, section).switch
    return Versions(
        same=same if len(known) > 1 and not is_framed(site, item.lang) else (),
        switch=tuple((lang, known.get(lang, path)) for lang, path in others),
    )


def _frames_of(site: Site, item: AddressedText) -> tuple[tuple[str, str], ...]:
    path, own = path_of(item), site.speaker_of(item.lang)
    return tuple((lang, path if lang == own else framed_path(lang, path)) for lang in site.languages)


def alternates_of(site: Site, versions: Versions) -> tuple[Alternate, ...]:
    """Every version of a page and the one for readers of other languages; none where there is but one."""
    if len(versions.same) < 2:
        return ()
    return tuple(
        Alternate(hreflang=lang, href=absolute(site, path))
        for lang, path in (*versions.same, (X_DEFAULT, versions.same[0][1]))
    )


def switch_of(site: Site, versions: Versions, path: str) -> tuple[SwitchLink, ...]:
    """The language switch of the page at `path`; none where the interface has but one language."""
    if len(versions.switch) < 2:
        return ()
    return tuple(
        SwitchLink(text=own_name(lang) or lang, href=href(site, to), lang=lang, is_current=to == path)
        for lang, to in versions.switch
    )


def translation_links(site: Site, members: tuple[tuple[str, str], ...], path: str) -> tuple[TranslationLink, ...]:
    """Links from the item at `path` to its translations, each in its own words, or in the page's where it has none.

    Where none is in the language of the edition, it shows them in frames.
    """
    others = {to: lang for lang, to in members if to != path}
    is_spoken = any(lang == site.lang for lang, _ in members)
    shown = ((lang, to if is_spoken else path_here(site, lang, to)) for to, lang in others.items())
    return tuple(_translation_link(site, lang, to) for lang, to in shown)


def _translation_link(site: Site, lang: str, path: str) -> TranslationLink:
    own = own_name(lang)
    text = own or language_words(lang, site.lang)
    return TranslationLink(text=text, href=href(site, path), hreflang=lang, lang=lang if own else "")
