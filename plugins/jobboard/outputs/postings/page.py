"""The page of a posting: open, closed, or only its tombstone."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import ClassVar

from msgspec import Struct

from jobboard.board.board import BoardPosting
from jobboard.board.files import linked_files, without_kept_notes
from jobboard.board.site import Site
from jobboard.board.status import Status
from jobboard.board.synopsis import NamedFile, Resolved
from jobboard.model.parts.general import Image
from jobboard.outputs.addresses import JOBS, posting_path
from jobboard.outputs.contacts.blanking import blanked, said_of, title_of, without_contacts
from jobboard.outputs.framed import path_here
from jobboard.outputs.page.collection import of_organisation
from jobboard.outputs.page.facts import Fact
from jobboard.outputs.page.frame import Head, feeds_of, head_of
from jobboard.outputs.page.link import Link, employer_links, other_language
from jobboard.outputs.page.media import Download, PageFiles, download_of
from jobboard.outputs.page.meta import Meta, meta_of
from jobboard.outputs.page.people import Names, Person, contact_view, unit_of
from jobboard.outputs.page.pictures import LinkPreview, Picture, picture_of, preview_or_card
from jobboard.outputs.page.script import Ageing, ageing_of
from jobboard.outputs.page.trail import Position
from jobboard.outputs.page.twin import twin_of
from jobboard.outputs.page.versions import Versions, translation_links, versions_of_item
from jobboard.outputs.postings.apply import ApplySection, apply_section
from jobboard.outputs.postings.calendar import Dated
from jobboard.outputs.postings.card import place_line
from jobboard.outputs.postings.deadline_changes import ChangeLine, ReopeningLine, change_lines, reopening_lines
from jobboard.outputs.postings.facts import first_facts, other_facts
from jobboard.outputs.postings.introduced import Brief, Sign, briefs_of, sign_of_employer
from jobboard.outputs.postings.likeness import LikeSection, like_section
from jobboard.outputs.postings.markup import job_posting
from jobboard.outputs.postings.notice import Notice, notice_of
from jobboard.outputs.postings.procedure import ProcedureDate, procedure_of
from jobboard.outputs.postings.saving import saved_posting
from jobboard.outputs.postings.social import social_of_posting
from jobboard.outputs.postings.taking import Calendars, Sharing, deadline_calendars, sharing_of
from jobboard.outputs.postings.way_back import lists_to_return_to
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import addressed, summary_of
from jobboard.outputs.text.clocks import utc_text
from jobboard.outputs.text.words import When
from jobboard.source.direction import isolated
from jobboard.source.pictures.picture import is_picture

_NOT_FOLDED = 4
"""So few facts beside the first are shown with them."""


class PostingPage(Struct, frozen=True, kw_only=True):
    """The view of a posting. An open one has `apply` and no `notice`; a closed one the other way round.

    `closing` is the notice of an open one for the time after it closes, should the page not be built anew by then.

    A closed one has no contact data and no files to download; a tombstone has no facts, body, picture or dates either.
    `calendars` are those of an open posting's deadline, if it has one.
    """

    template: ClassVar = "posting.html"
    head: Head
    title: str
    lang: str
    kind: str
    lists: str
    """The addresses of the lists that readers come from, for the script (JSON)."""
    organisations: tuple[Link, ...]
    sign: Sign
    meta: Meta | None
    status: str
    """`open`, `closing-soon`, `closed`, `filled`, `withdrawn` or `archived`."""
    status_words: str
    closes: str
    """The instant it closes, for the script."""
    closing_soon: str
    """The instant from which it closes soon; empty if it is closed."""
    ageing: Ageing | None
    deadline: When | None
    """Nothing where there is no fixed one."""
    calendars: Calendars | None
    saved: str
    """What a browser keeps of it (JSON) if its reader saves it; empty where nothing is kept."""
    changes: tuple[ChangeLine, ...]
    reopenings: tuple[ReopeningLine, ...]
    notice: Notice | None
    closing: Notice | None
    facts: tuple[Fact, ...]
    more_facts: tuple[Fact, ...]
    """Those that are folded away, where there are many."""
    picture: Picture | None
    body: str
    """HTML: print it with `|judged`."""
    downloads: tuple[Download, ...]
    steps: tuple[ProcedureDate, ...]
    apply: ApplySection | None
    contacts: tuple[Person, ...]
    briefs: tuple[Brief, ...]
    sharing: Sharing
    like: LikeSection | None

    @property
    def has_text(self) -> bool:
        """True if there is anything between the facts and how to apply."""
        return bool(self.body or self.picture or self.downloads)


def posting_page(
    site: Site,
    posting: BoardPosting,
    members: tuple[tuple[str, str], ...],
    files: PageFiles,
    units: tuple[tuple[str, Link], ...] = (),
    dated: Dated | None = None,
) -> PostingPage:
    """The page of a visible posting. `files` are those it leads to or shows, `units` the organisations of its contacts
    by id, `dated` is what calendars know of its deadline.

    `members` are (language, path) of the visible ones of its translation group, the original first.
    """
    content, is_open = posting.content, posting.status.is_listed
    is_tombstone = posting.status is Status.ARCHIVED
    html = "" if is_tombstone else posting.body.html
    body = "" if is_tombstone else _body(site, posting, html, files)
    image = None if is_tombstone else _image(site, posting)
    deadline = words.deadline_words(content.deadline, posting.deadline_zone, site.lang, weekday=True)
    facts, more_facts = ((), ()) if is_tombstone else _facts(site, posting)
    ageing = _ageing(site, posting) if is_open else None
    shared = social_of_posting(site, posting).words
    preview = preview_or_card(site, image, files.measured, posting_path(posting.id), shared)
    return PostingPage(
        head=_head(site, posting, members, html, preview),
        title=title_of(site, posting),
        lang=other_language(site, posting.lang),
        kind=site.say(words.POSTING_KINDS[content.kind]),
        lists=lists_to_return_to(site),
        organisations=employer_links(site, posting.organisations),
        sign=sign_of_employer(site, posting),
        meta=_meta(site, posting, members),
        status=posting.status,
        status_words=site.say(words.STATUSES[posting.status]),
        closes=utc_text(posting.life.closes_at),
        closing_soon=utc_text(posting.life.closing_soon_at) if is_open else "",
        ageing=ageing,
        deadline=deadline if is_open else None,
        calendars=deadline_calendars(site, posting) if is_open and deadline and site.has_extras else None,
        saved=saved_posting(site, posting, dated, deadline, ageing) if is_open and site.has_extras else "",
        changes=change_lines(site, posting),
        reopenings=reopening_lines(site, posting),
        notice=None if is_open else notice_of(site, posting),
        closing=notice_of(site, posting) if is_open else None,
        facts=facts,
        more_facts=more_facts,
        picture=picture_of(site, image, files.measured) if image else None,
        body=body if is_open else without_contacts(site, body),
        downloads=tuple(download_of(site, file, files.sizes) for file in content.attachments) if is_open else (),
        steps=() if is_tombstone else procedure_of(site, posting),
        apply=apply_section(site, posting, content.apply) if is_open and content.apply else None,
        contacts=_contacts(site, posting, dict(units)) if is_open else (),
        briefs=() if is_tombstone else briefs_of(site, posting),
        sharing=sharing_of(site, posting),
        like=like_section(site, posting, members) if site.has_extras else None,
    )


def _facts(site: Site, posting: BoardPosting) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The facts that are shown at once, and those folded away; a few are not worth folding."""
    first, others = first_facts(site, posting), other_facts(site, posting)
    return (first, others) if len(others) > _NOT_FOLDED else ((*first, *others), ())


def _contacts(site: Site, posting: BoardPosting, units: Names) -> tuple[Person, ...]:
    lang = other_language(site, posting.lang)
    return tuple(contact_view(each, unit_of(each, units), lang) for each in posting.content.contacts)


def _meta(site: Site, posting: BoardPosting, members: tuple[tuple[str, str], ...]) -> Meta | None:
    content = posting.content
    return meta_of(
        site,
        posting.lang,
        translation_links(site, members, posting_path(posting.id)),
        place=said_of(site, posting, place_line(site, content.place, content.workplace, content.applicants_from)),
    )


def _body(site: Site, posting: BoardPosting, html: str, files: PageFiles) -> str:
    """The text; of a posting without one, what lists say of it."""
    summary = posting.content.summary
    return addressed(site, html, _links_shown(posting), seen=files.measured) or (
        f"<p>{escape(summary)}</p>" if summary else ""
    )


def files_shown(posting: BoardPosting) -> tuple[NamedFile, ...]:
    """The files of the content that the page of a posting needs published.

    Only pictures once it is closed, since what an attachment says of people cannot be blanked (decision 19), and
    nothing once only its tombstone is left.
    """
    named, links = posting.synopsis.named, posting.synopsis.links
    if not (named or links) or posting.status is Status.ARCHIVED or not posting.status.is_visible:
        return ()
    if posting.status.is_listed:
        return (*named, *linked_files(links))
    shown = (each for each in named if not each.is_offered)
    return (*without_kept_notes(shown), *(each for each in linked_files(links) if each.is_shown))


def _links_shown(posting: BoardPosting) -> Resolved:
    """The links of its body; those of a closed posting no longer lead to files, pictures apart."""
    if posting.status.is_listed:
        return posting.links
    return tuple(
        (written, target if target is None or not target.file or is_picture(target.file) else None)
        for written, target in posting.links
    )


def _image(site: Site, posting: BoardPosting) -> Image | None:
    image = posting.content.image
    if image is None or posting.status.is_listed:
        return image
    return replace(image, alt=blanked(site, image.alt), credit=blanked(site, image.credit or ""))


def _head(
    site: Site, posting: BoardPosting, members: tuple[tuple[str, str], ...], html: str, preview: LinkPreview | None
) -> Head:
    content, employer, is_open = posting.content, posting.organisations[0].content, posting.status.is_listed
    original = posting_path(posting.id)
    path = path_here(site, posting.lang, original)
    versions = versions_of_item(site, posting, members, JOBS)
    closed = site.say("This posting of %(organisation)s is closed.", organisation=employer.name)
    names = title_of(site, posting), employer.short_name or employer.name
    is_marked = is_open and path == original
    markup = (job_posting(site, posting, html),) if is_marked else ()
    return head_of(
        site,
        path,
        ", ".join(isolated(each, site.lang) for each in names),
        summary_of(content.summary, posting.body, 200) if is_open else closed,
        section=JOBS,
        original=original,
        is_indexed=is_open,
        versions=versions if is_open else Versions(switch=versions.switch),
        markup=markup,
        twin=twin_of(site, original),
        place=Position(called=names[0], lang=other_language(site, posting.lang)),
        feeds=feeds_of(site, of_organisation(site, posting.organisations[0])),
        type="article",
        preview=preview,
    )


def _ageing(site: Site, posting: BoardPosting) -> Ageing | None:
    early = posting.life.closed_early is not None
    return ageing_of(posting.content.deadline, posting.deadline_zone, site.lang, closes_early=early)
