"""A digest as plain text, and as Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from jobboard.outputs.mail.digest import Digest, DigestItem
from jobboard.outputs.text.plain_markdown import escaped_markdown, link_in_markdown

_WIDTH = 72
"""Columns of a line: what mail programs quote without breaking it (RFC 3676, 4.2)."""


def digest_text(digest: Digest) -> str:
    """Plain text in lines of 72 columns, but for addresses, which stay whole."""
    return "\n\n".join(_text_blocks(digest)) + "\n"


def digest_markdown(digest: Digest) -> str:
    """Markdown, to be put on a page or into a letter."""
    return "\n\n".join(_markdown_blocks(digest)) + "\n"


def _text_blocks(digest: Digest) -> Iterator[str]:
    yield f"{_filled(digest.subject)}\n{_filled(digest.span)}"
    for part in digest.parts:
        yield f"{part.heading}\n{'-' * len(part.heading)}"
        yield from map(_text_item, part.items)
    yield "-- \n" + "\n".join(_text_links(digest))


def _text_item(item: DigestItem) -> str:
    return "\n".join((_filled(item.title), *map(_filled, item.lines), item.href))


def _text_links(digest: Digest) -> Iterator[str]:
    yield f"{digest.home_words}:\n{digest.home}"
    if digest.follow:
        yield f"{digest.follow_words}:\n{digest.follow}"


def _filled(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), _WIDTH, break_long_words=False, break_on_hyphens=False)


def _markdown_blocks(digest: Digest) -> Iterator[str]:
    yield f"# {escaped_markdown(digest.subject)}"
    yield escaped_markdown(digest.span)
    for part in digest.parts:
        yield f"## {escaped_markdown(part.heading)}"
        yield "\n".join(map(_markdown_item, part.items))
    yield _markdown_link(digest.home_words, digest.home)
    if digest.follow:
        yield _markdown_link(digest.follow_words, digest.follow)


def _markdown_item(item: DigestItem) -> str:
    title = _markdown_link(item.title, item.href)
    return "\n".join((f"- **{title}**\\", *_broken([escaped_markdown(each) for each in item.lines])))


def _broken(lines: list[str]) -> Iterator[str]:
    """Lines of one list item, each on its own."""
    yield from (f"  {each}\\" for each in lines[:-1])
    yield from (f"  {each}" for each in lines[-1:])


def _markdown_link(text: str, address: str) -> str:
    return link_in_markdown(escaped_markdown(text), address)
