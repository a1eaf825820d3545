"""One post of a WordPress export as an entry: who, when, where it was, what hangs on it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin

from jobboard.importing.dates import from_wordpress
from jobboard.importing.entry import Category, Entry, Media, Origin
from jobboard.importing.shortcodes import Pictures, to_html

_SIZE = re.compile(r"(?:-[0-9]+x[0-9]+|-scaled)?(\.[A-Za-z0-9]+)$")
_FORMAT = "post_format"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file of the media library; `parent` is the id of the post it was uploaded to."""

    url: str
    title: str
    alt: str
    parent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What posts share: the blog's address and language, display names by login, the media library by id."""

    base: str
    lang: str
    authors: Mapping[str, str]
    attachments: Mapping[str, Attachment]
    pictures: Pictures = field(init=False)
    of_post: dict[str, list[Attachment]] = field(init=False)

    def __post_init__(self) -> None:
        pictures = {id_: (each.url, each.alt) for id_, each in self.attachments.items()}
        object.__setattr__(self, "pictures", pictures)
        object.__setattr__(self, "of_post", defaultdict(list))
        for each in self.attachments.values():
            self.of_post[each.parent].append(each)


def attachment_of(values: Mapping[str, str], meta: Mapping[str, str]) -> Attachment:
    """An item of type attachment. Its description for the blind is its alt text, else its caption."""
    return Attachment(
        url=values.get("wp:attachment_url") or values.get("guid", ""),
        title=values.get("title", ""),
        alt=meta.get("_wp_attachment_image_alt") or values.get("excerpt:encoded", ""),
        parent=values.get("wp:post_parent", ""),
    )


def entry_of(
    values: Mapping[str, str],
    terms: tuple[Category, ...],
    meta: Mapping[str, str],
    site: Site,
    seen: Collection[str],
) -> Entry:
    """The entry of a post; one whose guid is among `seen` gets a key with its number."""
    number = values.get("wp:post_id", "")
    published = from_wordpress(values.get("wp:post_date", ""), values.get("wp:post_date_gmt", ""))
    html, notes = to_html(values.get("content:encoded", ""), site.pictures)
    image = site.attachments.get(meta.get("_thumbnail_id", ""))
    guid = values.get("guid", "").strip() or urljoin(site.base, f"?p={number}")
    login = values.get("dc:creator", "")
    author = site.authors.get(login) or login
    return Entry(
        origin=Origin.WORDPRESS,
        key=f"{guid}#{number}" if guid in seen else guid,
        title=values.get("title", ""),
        slug=unquote(values.get("wp:post_name", "")),
        url=values.get("link", ""),
        base=values.get("link") or site.base,
        published=published,
        updated=from_wordpress(values.get("wp:post_modified", ""), values.get("wp:post_modified_gmt", "")),
        withheld=_withheld(values),
        authors=(author,) if author else (),
        categories=tuple(term for term in terms if term.scheme != _FORMAT),
        html=html,
        summary=values.get("excerpt:encoded", ""),
        lang=site.lang,
        image=_media(image) if image else None,
        files=tuple(
            _media(each) for each in site.of_post.get(number, ()) if each is not image and not _is_shown(each.url, html)
        ),
        notes=notes,
    )


def _withheld(values: Mapping[str, str]) -> str:
    """Why the post was not public: anything but `publish`, or a password."""
    status = values.get("wp:status") or "publish"
    if status != "publish":
        return status
    return "protected by a password" if values.get("wp:post_password") else ""


def _media(attachment: Attachment) -> Media:
    return Media(url=attachment.url, title=attachment.title, alt=attachment.alt)


def _is_shown(url: str, html: str) -> bool:
    """True if a text names the file, be it in another of the sizes WordPress makes."""
    return bool(url) and f"/{_SIZE.sub('', url.rsplit('/', 1)[-1])}" in html
