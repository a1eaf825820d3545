"""Where an edition shows a text: on the page it has, or in a frame, where that page is another edition's (decision 64).

A frame is the page of an item with the words around its text in the reader's language: `fr/jobs/data-analyst/`. What
follows here is addresses alone, made of the language of a text and of a reader. So whoever links to an item need not
know whether it has a translation: where it has, the address of the frame leads on to that.
"""

from __future__ import annotations

from typing import Protocol

from jobboard.board.site import Site
from jobboard.outputs.addresses import Addressed, href, path_of


class AddressedText(Addressed, Protocol):
    """An item with a page of its own, in its own language."""

    @property
    def lang(self) -> str: ...


def is_framed(site: Site, lang: str) -> bool:
    """True if this edition shows texts in `lang` in frames."""
    return site.has_frames and site.speaker_of(lang) != site.lang


def framed_path(reader: str, path: str) -> str:
    """The frame that the edition in the language `reader` has of the page at `path`. The root's edition has one too:
    what is at `path` there is the page itself."""
    return f"{reader}/{path}"


def frames_within(site: Site, section: str) -> str:
    """What the addresses of this edition's frames of a section begin with; on a site without frames those of the pages
    themselves."""
    return framed_path(site.lang, section) if site.has_frames else section


def path_here(site: Site, lang: str, path: str) -> str:
    """Where this edition shows the page at `path`, whose text is in `lang`."""
    return framed_path(site.lang, path) if is_framed(site, lang) else path


def link_to(site: Site, item: AddressedText) -> str:
    """A link to an item as this edition shows it."""
    return href(site, path_here(site, item.lang, path_of(item)))
