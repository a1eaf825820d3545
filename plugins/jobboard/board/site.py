"""The settings of a site, as plain values: what the board and its outputs need to know beside the content."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from jobboard.base.digest import digest_of
from jobboard.board.accessibility import Accessibility
from jobboard.source.catalogue import catalogue_digest, catalogue_of, said


class Untranslated(StrEnum):
    """What an edition does with a text that is not in its language: show it on a page of its own (`FRAME`), list it and
    lead to the page it has elsewhere (`SHOW`), or leave it out (`HIDE`)."""

    FRAME = "frame"
    SHOW = "show"
    HIDE = "hide"


class FileHost(StrEnum):
    """Whose dialect `_headers` and `_redirects` are written in."""

    CLOUDFLARE = "cloudflare"
    NETLIFY = "netlify"


class CodeHost(StrEnum):
    """How a host of repositories begins a new file: with its name and text filled in, or with its name alone."""

    GITHUB = "github"
    GITLAB = "gitlab"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """Where the content is kept. `new` and `upload` are addresses of its pages for a new file in the branch; `folder`
    is the content's, from the root of the repository."""

    host: CodeHost
    new: str
    upload: str
    folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingForm:
    """That the form is published. `editors` is the mail address files are sent to; empty where nobody takes any."""

    editors: str = ""
    repository: Repository | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """`url` has no slash at its end and may have a path (`https://example.org/board`). `zone` is an IANA name.

    `identity` is a tag authority (RFC 4151), such as `hub.example,2026`: feed ids are made of it and never
    of `url`, so that moving the site renames nothing. `retention_days` is how long a closed posting stays
    readable before only its title, organisation and dates are left. `has_extras` gives what a bare board does without:
    a listing for every kind, country, topic, language and workplace, calendars, the feeds beside the first two and the
    page that lists them, files for job sites, the content as data, and the page for searching. With `has_full_text`
    that page asks an index of full texts as well, which is made when the site is published.

    With `has_social_cards` links to its pages come with a picture in social networks and chats. With `has_twins` there
    is a file beside the page of every item that says the same as Markdown, with `has_item_calendars` one for calendars
    beside that of every deadline and event, and with `has_press_kits` a ZIP beside a release that has files for the
    press. With `has_embeds` there are lists of the open postings of each organisation that other sites may show in a
    frame, or take into their pages.

    Of a site that `had_numbered_pages`, the addresses of those (`jobs/page/2/`) lead on to their lists.

    `lang` is the language of the edition: what the interface speaks here, and at the site's root also the language of
    texts that name none. `languages` are those of all editions, the root's first; empty means there is one.
    `descriptions` has (language, description) where editions have their own. `untranslated` says what becomes of texts
    in an edition that speaks another language; where it lists them, it says so. `accessibility` is what the
    accessibility statement says; without it there is none. `mailing` is the template of the address at which readers
    ask for news by mail (`board/mailing.py`); empty where nobody sends any.
    `form` says to whom the form for writing hands its files; without it there is none. `host` is whose rules
    `_headers` and `_redirects` are written by.

    `indexnow` and `hub` are the addresses that are told which pages, and which feeds, have changed (IndexNow, WebSub);
    empty where nobody is.

    `preview` is the instant (aware) at which what nobody may see yet is shown as if it were published then
    (`model/unpublished.py`). Such a site says on every page that it is a preview; None of any site for readers. One
    that `is_staging` is for the group to look at before readers do, and says that.
    """

    name: str
    description: str
    url: str
    zone: str
    lang: str
    identity: str
    retention_days: int = 365
    page_size: int = 50
    feed_size: int = 100
    has_extras: bool = True
    has_full_text: bool = False
    has_social_cards: bool = True
    has_item_calendars: bool = True
    has_press_kits: bool = True
    has_twins: bool = False
    has_embeds: bool = False
    had_numbered_pages: bool = True
    languages: tuple[str, ...] = ()
    descriptions: tuple[tuple[str, str], ...] = ()
    untranslated: Untranslated = Untranslated.FRAME
    accessibility: Accessibility | None = None
    mailing: str = ""
    indexnow: str = ""
    hub: str = ""
    preview: datetime | None = None
    is_staging: bool = False
    form: WritingForm | None = None
    host: FileHost = FileHost.CLOUDFLARE
    words: str = field(init=False)
    """A digest of the catalogue the interface speaks from: whoever depends on a site depends on its words."""
    digest: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", catalogue_digest(self.lang))
        object.__setattr__(self, "digest", digest_of(repr(self).encode()))

    @property
    def main(self) -> str:
        """The language of the root's edition, and of texts that name none."""
        return self.languages[0] if self.languages else self.lang

    @property
    def prefix(self) -> str:
        """Where this edition is, below the root: `fr/`; empty for the root's own."""
        return self.prefix_of(self.lang)

    def prefix_of(self, lang: str) -> str:
        """Where the edition in a language is."""
        return f"{lang}/" if lang in self.languages[1:] else ""

    @property
    def shows_untranslated(self) -> bool:
        """True if editions list what is not in their language."""
        return self.untranslated is not Untranslated.HIDE

    @property
    def has_frames(self) -> bool:
        """True if editions show what is not in their language on pages of their own."""
        return self.untranslated is Untranslated.FRAME and len(self.languages) > 1

    def speaker_of(self, lang: str) -> str:
        """The language of the edition that texts in `lang` have their pages in: the root's where none speaks it."""
        return lang if lang in self.languages else self.main

    def in_language(self, lang: str) -> Site:
        """The edition in a language; the root's where no edition speaks it."""
        spoken = self.speaker_of(lang)
        return replace(self, lang=spoken, description=dict(self.descriptions).get(spoken, self.description))

    def at(self, url: str) -> Site:
        """The same site at another address."""
        return replace(self, url=url.rstrip("/"))

    def editions(self) -> tuple[Site, ...]:
        """Every edition, the root's first."""
        return tuple(self.in_language(lang) for lang in self.languages or (self.lang,))

    def say(self, message: str, /, **values: object) -> str:
        """A message of the interface in the site's language, with its values in place."""
        return catalogue_of(self.lang).say(message, **values) if values else said(self.lang, message)

    def say_as(self, context: str, message: str, /, **values: object) -> str:
        """A message whose English stands for several things; `context` tells which."""
        return catalogue_of(self.lang).say_as(context, message, **values)

    def say_number(self, one: str, several: str, number: int, /, **values: object) -> str:
        """The message for so many; it names them as `%(number)s`."""
        return catalogue_of(self.lang).say_number(one, several, number, **values)
