"""What a page says, apart from all that is around it: the bytes of a page in, a name for its substance out.

A new style sheet, a menu, another posting beside it, a deadline that comes near: the page has other bytes, and says
what it said. Pages are those of this theme, so that tags are found by what they look like.
"""

from __future__ import annotations

import re

from jobboard.base.digest import digest_of

_OF_ITEM = b'<meta property="og:type" content="article">'
_ARTICLE = re.compile(rb"<article[ >].*?</article>", re.DOTALL)
_AROUND = re.compile(rb'<(template|nav|svg|script)\b.*?</\1>|<p class="kicker">.*?</p>', re.DOTALL)
_TAG = re.compile(rb"<[^>]*>")
_HIDDEN = re.compile(rb'<meta name="robots" content="[^"]*noindex')
_FILES = re.compile(rb'(?:href|src)="([^"]*)"')


def substance_of(page: bytes) -> str:
    """A name for what the page of an item says, and where it leads; empty for any other page, and for one that search
    engines are asked not to list."""
    article = _ARTICLE.search(page)
    if article is None or _OF_ITEM not in page or _HIDDEN.search(page):
        return ""
    said = _AROUND.sub(b" ", article[0])
    words = b" ".join(_TAG.sub(b" ", said).split())
    return digest_of(words + b"\n" + b"\n".join(_FILES.findall(said)), 8)
