"""A digest as HTML for mail programs: tables, styles at each element, no script, and nothing that is fetched.

Many of them know no style sheet, and none of them all of CSS. So every element says how it looks by day; for the night
there is a sheet, which those that know it take (`prefers-color-scheme`), and the others have light mails as ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from jobboard.outputs.mail.digest import Digest, DigestItem, DigestPart
from jobboard.source.direction import direction_of

_FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
_LIGHT: Mapping[str, str] = {
    "page": "background-color:#f1f5f2",
    "sheet": "background-color:#fdfdfb",
    "head": "background-color:#0b3b47;color:#ffffff",
    "title": "color:#0b3b47",
    "text": "color:#17262b",
    "quiet": "color:#4a5c62",
    "link": "color:#0a5a69",
    "rule": "border-color:#d5dedb",
}
"""The colours of the site's pages by their roles, for the day."""

_DARK: Mapping[str, str] = {
    "page": "background-color:#0c191d",
    "sheet": "background-color:#13262c",
    "head": "background-color:#0f3c48;color:#ffffff",
    "title": "color:#f3f8f8",
    "text": "color:#e4ecee",
    "quiet": "color:#a7bac0",
    "link": "color:#85d3dd",
    "rule": "border-color:#2a4149",
}
"""The same for the night."""

_SHEET = "".join(f".{role}{{{style.replace(';', ' !important;')} !important}}" for role, style in _DARK.items())
_TABLE = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'
_TABLE_OF_SHEET = _TABLE.replace("100%", "600")
"""Of a width that programs take which know no `max-width`."""


def digest_html(digest: Digest) -> str:
    """The whole page: what a mail holds."""
    lang, direction = escape(digest.lang), direction_of(digest.lang)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="supported-color-schemes" content="light dark">\n'
        f"<title>{escape(digest.subject)}</title>\n"
        f"<style>:root{{color-scheme:light dark}}@media (prefers-color-scheme:dark){{{_SHEET}}}</style>\n"
        f"</head>\n<body {_look('page', 'margin:0;padding:0')}>\n{digest_fragment(digest)}</body>\n</html>\n"
    )


def digest_fragment(digest: Digest) -> str:
    """What is in the page: for services that put a frame of their own around it."""
    sheet = _look("sheet", "width:100%;max-width:600px;text-align:start")
    return (
        f'<table {_TABLE} lang="{escape(digest.lang)}" dir="{direction_of(digest.lang)}" {_look("page")}>'
        '<tr><td align="center" style="padding:16px 8px">\n'
        f"<table {_TABLE_OF_SHEET} {sheet}>\n{''.join(_rows(digest))}</table>\n"
        "</td></tr></table>\n"
    )


def _rows(digest: Digest) -> Iterator[str]:
    head = f"padding:20px 24px;{_FONT};font-size:15px;line-height:1.4"
    title = "margin:0 0 4px;font-size:22px;line-height:1.25;font-weight:600;color:#ffffff"
    yield _row("head", head, f'<h1 style="{title}">{escape(digest.subject)}</h1>{escape(digest.span)}')
    for part in digest.parts:
        yield _row("title", f"padding:24px 24px 4px;{_FONT}", _heading(part))
        for item in part.items:
            yield _row("text", f"padding:12px 24px;{_FONT};font-size:15px;line-height:1.5", _item(item))
    ways = ((digest.home, digest.home_words), (digest.follow, digest.follow_words))
    links = [_link(address, text) for address, text in ways if address]
    foot = f"padding:20px 24px 24px;border-top:1px solid;{_FONT};font-size:14px;line-height:1.5"
    yield _row("rule quiet", foot, " &nbsp;·&nbsp; ".join(links))


def _heading(part: DigestPart) -> str:
    return f"<h2 {_look('title', 'margin:0;font-size:18px;line-height:1.3')}>{escape(part.heading)}</h2>"


def _item(item: DigestItem) -> str:
    lang = f' lang="{escape(item.lang)}" dir="{direction_of(item.lang)}"' if item.lang else ""
    first, *others = item.lines or ("",)
    said = "".join(f"<br>{escape(each)}" for each in others)
    look = _look("link", "font-size:16px;font-weight:600")
    return (
        f'<a href="{escape(item.href)}"{lang} {look}>{escape(item.title)}</a><br>'
        f"<span {_look('quiet')}>{escape(first)}</span>{said}"
    )


def _link(address: str, text: str) -> str:
    return f'<a href="{escape(address)}" {_look("link")}>{escape(text)}</a>'


def _row(roles: str, style: str, content: str) -> str:
    return f"<tr><td {_look(roles, style)}>{content}</td></tr>\n"


def _look(roles: str, style: str = "") -> str:
    """The class of each role, for the night, and how it looks by day."""
    styles = [style, *(_LIGHT[each] for each in roles.split())]
    return f'class="{roles}" style="{";".join(filter(None, styles))}"'
