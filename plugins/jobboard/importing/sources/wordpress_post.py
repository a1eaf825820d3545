"""One post of a WordPress export as an entry: who, when, where it was, what hangs on it."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin

from jobboard.importing.html.addresses import is_shown
from jobboard.importing.html.reusable import with_blocks
from jobboard.importing.html.shortcodes import LibraryPicture, expanded
from jobboard.importing.sources.dates import from_wordpress
from jobboard.importing.sources.entry import Imported, Medium, Origin, Term
from jobboard.importing.sources.people import names_of
from jobboard.importing.sources.public import members_only, why_withheld

_NOT_TOPICS = frozenset(
    {
        *("post_format", "author", "language", "term_language", "post_translations", "term_translations"),
    }
)
"""Taxonomies of plugins and of WordPress itself that say nothing of what a post is about."""

_GUEST = re.compile(r"^cap-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file of the media library; `parent` is the id of the post it was uploaded to."""

    url: str
    title: str
    alt: str
    caption: str
    parent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedSite:
    """What posts share: the blog's address and language, display names by login, the media library and the reusable
    blocks by id. `addresses` counts what may not be printed.
    """

    base: str
    lang: str
    authors: Mapping[str, str]
    attachments: Mapping[str, Upload]
    blocks: Mapping[str, str] = field(default_factory=dict)
    addresses: Counter[str] = field(default_factory=Counter)
    pictures: Mapping[str, LibraryPicture] = field(init=False)
    of_post: dict[str, list[Upload]] = field(init=False)

    def __post_init__(self) -> None:
        pictures = {
            id_: LibraryPicture(each.url, each.alt, each.caption, each.parent) for id_, each in self.attachments.items()
        }
        object.__setattr__(self, "pictures", pictures)
        object.__setattr__(self, "of_post", defaultdict(list))
        for each in self.attachments.values():
            self.of_post[each.parent].append(each)


def attachment_of(values: Mapping[str, str], meta: Mapping[str, str]) -> Upload:
    """An item of type attachment. Its description for the blind is its alt text, else its caption."""
    caption = values.get("excerpt:encoded", "")
    return Upload(
        url=(values.get("wp:attachment_url") or values.get("guid", "")).strip(),
        title=values.get("title", ""),
        alt=meta.get("_wp_attachment_image_alt") or caption,
        caption=caption,
        parent=values.get("wp:post_parent", "").strip(),
    )


def imported_of(
    values: Mapping[str, str],
    terms: tuple[Term, ...],
    meta: Mapping[str, str],
    site: ExportedSite,
    seen: Collection[str],
) -> Imported:
    """The entry of a post; one whose guid is among `seen` gets a key with its number."""
    number = values.get("wp:post_id", "").strip()
    text, lost = with_blocks(values.get("content:encoded", ""), site.blocks, _footnotes(meta.get("footnotes", "")))
    html, notes = expanded(text, site.pictures, number)
    published = from_wordpress(values.get("wp:post_date", ""), values.get("wp:post_date_gmt", ""))
    image = site.attachments.get(meta.get("_thumbnail_id", ""))
    guid = values.get("guid", "").strip() or urljoin(site.base, f"?p={number}")
    link = values.get("link", "").strip()
    return Imported(
        origin=Origin.WORDPRESS,
        key=f"{guid}#{number}" if guid in seen else guid,
        title=values.get("title", ""),
        slug=unquote(values.get("wp:post_name", "").strip()),
        url=link,
        base=link or site.base,
        published=published,
        updated=from_wordpress(values.get("wp:post_modified", ""), values.get("wp:post_modified_gmt", "")),
        typed=values.get("wp:post_date", "").strip(),
        withheld=_withheld(values, f"{values.get('content:encoded', '')}{text}"),
        authors=_authors(values, terms, site),
        categories=tuple(term for term in terms if term.scheme not in _NOT_TOPICS),
        html=html,
        summary=values.get("excerpt:encoded", ""),
        lang=_lang(terms) or site.lang,
        image=_media(image) if image else None,
        files=tuple(
            _media(each) for each in site.of_post.get(number, ()) if each is not image and not is_shown(each.url, html)
        ),
        notes=(*lost, *notes),
    )


def _withheld(values: Mapping[str, str], text: str) -> str:
    """Why the post was not public: anything but `publish`, a password, or a part that only members were shown."""
    why = why_withheld(values.items())
    if why or "wp:status" in values:
        name = "" if why else members_only(text)
        return f"partly for members ({name})" if name else why
    return "without a status"


def _authors(values: Mapping[str, str], terms: tuple[Term, ...], site: ExportedSite) -> tuple[str, ...]:
    """Who wrote a post: its creator and its co-authors, by the names they show, never by a mail address."""
    logins = [values.get("dc:creator", "").strip()]
    for term in terms:
        if term.scheme == "author":
            slug = _GUEST.sub("", term.slug)
            logins.append(next((login for login in (term.name, slug) if login in site.authors), term.name))
    names, left_out = names_of(site.authors.get(login) or login for login in dict.fromkeys(logins))
    site.addresses["authors"] += left_out
    return names


def _lang(terms: tuple[Term, ...]) -> str:
    """The language of a post on a site with several, as Polylang keeps it: a term of its own taxonomy."""
    return next((term.slug or term.name for term in terms if term.scheme == "language"), "")


def _footnotes(text: str) -> tuple[tuple[str, str], ...]:
    """The footnotes of a post, which the block editor keeps beside its text: their anchors and their HTML."""
    try:
        notes = json.loads(text) if text.strip() else []
        return tuple((str(note["id"]), str(note["content"])) for note in notes)
    except (ValueError, TypeError, KeyError, RecursionError):
        return ()


def _media(attachment: Upload) -> Medium:
    return Medium(url=attachment.url, title=attachment.title, alt=attachment.alt)
