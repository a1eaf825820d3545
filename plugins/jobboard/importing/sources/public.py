"""What an item says of itself in, why it may not be public out.

Whatever is not certainly a published article is withheld: a feed's entry that is marked as a draft, in whatever
namespace; a post of an export whose status is not the very one that means published; anything with a password.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

POST = "post"
NEVER = frozenset(
    {
        *("attachment", "revision", "nav_menu_item", "wp_block", "wp_template", "wp_template_part"),
        *("wp_navigation", "wp_global_styles", "wp_font_family", "wp_font_face", "custom_css"),
        *("customize_changeset", "oembed_cache", "user_request", "guest-author", "settings", "template", "layout"),
        *("comment",),
    }
)
"""Types of items that are no articles, whatever the command says."""

_NO = frozenset({"no", "false", "0"})
_NOT_PUBLIC = frozenset(
    {
        *("draft", "drafts", "auto-draft", "pending", "review", "private", "protected", "hidden", "future"),
        *("scheduled", "trash", "trashed", "soft_trashed", "deleted", "inherit", "unpublished", "unlisted"),
        *("members", "paid", "internal", "embargoed"),
    }
)
_PUBLISHED = {"wp": "publish", "blogger": "live"}
"""The one status that means published, by the namespace of the element that tells it."""

_KIND_OF_ID = re.compile(r"tag:blogger\.com,1999:blog-[^.]+\.(?:.*\.)?(post|page|settings|template|layout|comment)\b")
_KIND_OF_TERM = re.compile(r"https?://schemas\.google\.com/blogger/[0-9]+/?(?:kind)?#(\w+)")
_FOR_MEMBERS = re.compile(
    r"\[(?!/)(?=[\w-]*(?:member|restrict|private|logged-?_?in|subscriber|paywall|protected))([a-z][\w-]{1,40})[\s\]]"
    r"|<!--\s+wp:([\w/-]*(?:premium-content|paywall|member|restrict)[\w/-]*)",
    re.IGNORECASE,
)


def why_withheld(values: Iterable[tuple[str, str]]) -> str:
    """Why an item is not certainly public: of its elements' names and texts, those that speak of it. Else empty."""
    pairs = list(values)
    for space in _PUBLISHED:
        names = [name for name, _ in pairs if name.startswith(f"{space}:")]
        if names and f"{space}:status" not in names:
            return "without a status"
    for name, text in pairs:
        space, _, local = name.rpartition(":")
        word = text.strip().lower()
        if local == "draft" and word not in _NO:
            return "draft"
        if local in ("post_password", "password") and word:
            return "protected by a password"
        if local == "trashed" and word not in ("", *_NO):
            return "trash"
        if local in ("status", "post_status", "visibility", "privacy", "access"):
            is_public = word == _PUBLISHED[space] if space in _PUBLISHED else word not in _NOT_PUBLIC
            if not is_public:
                return word or "without a status"
    return ""


def item_type(key: str, terms: Iterable[str], values: Iterable[tuple[str, str]]) -> str:
    """The type of a feed's entry: a post, unless its elements, its id or the terms of its categories say otherwise."""
    pairs = list(values)
    named = [text.strip().lower() for name, text in pairs if name in ("blogger:type", "wp:post_type")]
    found = [match[1].lower() for term in terms if (match := _KIND_OF_TERM.fullmatch(term.strip()))]
    if any(name == "thr:in-reply-to" for name, _ in pairs):
        found.append("comment")
    if key.startswith("tag:blogger.com,"):
        of_id = _KIND_OF_ID.match(key)
        found.append(of_id[1] if of_id else "other")
    return next((kind for kind in (*named, *found) if kind != POST), POST)


def is_kind(term: str) -> bool:
    """True for a category that says what an entry is, and nothing of what it is about."""
    return _KIND_OF_TERM.fullmatch(term.strip()) is not None


def members_only(html: str) -> str:
    """The shortcode or block of a text that shows a part of it to some readers only; empty if there is none."""
    found = _FOR_MEMBERS.search(html)
    return (found[1] or found[2]) if found else ""
