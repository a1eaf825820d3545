"""The HTML of a body, written again: stretches of its text blanked, links undone, attributes kept that are known.

The HTML is that of the sanitiser: every tag is closed, attributes stand in double quotes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from html import escape, unescape

from msgspec import Struct

from jobboard.outputs.contacts.spelling import Extent
from jobboard.source.markdown.anchors import ID_ATTRIBUTE, NOTE_MARK
from jobboard.source.markdown.sanitise import SECTION_PREFIX

_PIECE = re.compile(r"<[^>]*>|[^<]+")
_NAME = re.compile(r"</?([a-z][a-z0-9]*)")
_ATTRIBUTE = re.compile(r'\s([a-z-]+)="([^"]*)"')
_PLACE = re.compile(r'(\s(?:id|href)="#?)([^"]*)(?=")')
_INLINE = frozenset(
    {
        *("a", "strong", "em", "b", "i", "code", "abbr", "time", "sup", "sub", "span", "del", "ins", "kbd"),
        *("cite", "q", "s", "small", "picture", "source"),
    }
)
"""Tags that may stand within a word. A break and a picture are spaces, all others end what is read together."""

_INLINE_TAG = re.compile(rf"</?(?:{'|'.join(sorted(_INLINE))})(?:\s[^>]*)?>")
_SPACE = re.compile(r"<(?:br|img)\b[^>]*>")
_ANY_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTED = re.compile(r'<[a-z][a-z0-9]*\s[^>]*\b(?:title|alt|datetime|lang|hreflang)="[^>]*>')
_LINK = re.compile(r'<a\b[^>]*\shref="([^"]*)"')
_HEADING = re.compile(r'<h([1-6])\b[^>]*\sid="([^"]*)"[^>]*>(.*?)</h\1>', re.DOTALL)
_FOOTNOTE = re.compile(r"fn(?:ref\d*)?[:-]\d{1,4}")
_COUNTED = re.compile(r"_\d+$")
_INSTANT = re.compile(
    r"(?:\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?|\d\d-\d\d)?(?:[T ]?\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)?(?:Z|[+-]\d\d:?\d\d)?"
    r"|P(?:\d{1,3}[YMWD]){0,4}(?:T(?:\d{1,3}[HMS]){1,3})?"
)
"""What the HTML standard allows for a date or time."""

_TONGUE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z]{4})?(?:-(?:[a-zA-Z]{2}|\d{3}))?")
_AS_THEY_ARE = frozenset(
    {
        *("id", "href", "src", "dir", "scope", "class", "rel", "colspan", "rowspan", "width", "height", "start"),
        *("type", "srcset", "sizes", "loading"),
    }
)


class Rewriter(Struct, frozen=True):
    """What is blanked in a text, which links are undone, and the words that stand where something was."""

    spans_of: Callable[[str], list[Extent]]
    is_undone: Callable[[str], bool]
    removed: str


def rewritten(html: str, rewriter: Rewriter) -> str:
    """The HTML with its texts, links and attributes as `rewriter` allows them.

    A heading's anchor is made of its words: where they change, it gets a number instead, and links to it follow.
    """
    if rewriter.spans_of(_as_read(html)) or any(rewriter.is_undone(unescape(link)) for link in _LINK.findall(html)):
        return _block_by_block(html, rewriter)
    kept = {id_ for _, id_, words in _HEADING.findall(html) if _names(id_, _ANY_TAG.sub("", NOTE_MARK.sub("", words)))}
    return _with_places(_ATTRIBUTED.sub(lambda tag: _tag(tag[0], rewriter), html), kept)


def _as_read(html: str) -> str:
    """All of the text, with something between the blocks that nothing reaches over."""
    text = _ANY_TAG.sub(" \0 ", _SPACE.sub(" ", _INLINE_TAG.sub("", html)))
    return unescape(text) if "&" in text else text


def _block_by_block(html: str, rewriter: Rewriter) -> str:
    out, block = list[str](), _Block()
    kept: set[str] = set()
    for piece in _PIECE.findall(html):
        if not piece.startswith("<"):
            block.add_text(piece)
            continue
        name = _name(piece)
        if name in _INLINE or name in ("br", "img"):
            block.add_tag(name, _tag(piece, rewriter))
            continue
        out += block.written(rewriter, kept)
        block = _Block(_id(piece) if name[0] == "h" and not piece.startswith("</") else "")
        out.append(_tag(piece, rewriter))
    out += block.written(rewriter, kept)
    return _with_places("".join(out), kept)


class _Block:
    """What is read together: pieces of text with the tags between them. `id` is the anchor of a heading."""

    def __init__(self, id_: str = "") -> None:
        self.id = id_
        self._pieces: list[str] = []
        self._texts: list[int] = []
        self._undone = self._in_note = False
        self._notes: set[int] = set()

    def add_text(self, html: str) -> None:
        """A stretch of text, as HTML."""
        if self._in_note:
            self._notes.add(len(self._pieces))
        self._texts.append(len(self._pieces))
        self._pieces.append(html)

    def add_tag(self, name: str, tag: str) -> None:
        """A tag within the text; an empty one is a link that is undone, and its end goes too."""
        if name == "a" and (not tag or (tag == "</a>" and self._undone)):
            self._undone = tag != "</a>"
            return
        if name == "sup":
            self._in_note = 'id="fnref' in tag
        self._pieces.append(tag)

    def written(self, rewriter: Rewriter, kept: set[str]) -> list[str]:
        """The pieces again. The anchor is added to `kept` if the words it is made of are still there."""
        if not self._texts or (not self.id and "".join(self._pieces).isspace()):
            return self._pieces
        texts = {at: unescape(self._pieces[at]) if "&" in self._pieces[at] else self._pieces[at] for at in self._texts}
        joined, starts = self._joined(texts)
        spans = rewriter.spans_of(joined)
        for at, text in texts.items() if spans else ():
            left = _left(text, starts[at], spans, rewriter.removed)
            if left != text:
                texts[at] = left
                self._pieces[at] = escape(left, quote=False).replace("\u00a0", "&nbsp;")
        if self.id and _names(self.id, "".join(text for at, text in texts.items() if at not in self._notes)):
            kept.add(self.id)
        return self._pieces

    def _joined(self, texts: dict[int, str]) -> tuple[str, dict[int, int]]:
        """All of the text in one, a space for a break or a picture; and where each stretch begins in it."""
        joined, starts, length = [], {}, 0
        for at, piece in enumerate(self._pieces):
            part = texts.get(at, " " if piece.startswith(("<br", "<img")) else "")
            starts[at] = length
            length += len(part)
            joined.append(part)
        return "".join(joined), starts


def _left(text: str, start: int, spans: list[Extent], removed: str) -> str:
    """What stays of a stretch that begins at `start`: the words for what was removed stand where that began."""
    kept, at = [], 0
    for first, last in spans:
        if last <= start or first >= start + len(text):
            continue
        kept.append(text[at : max(first - start, 0)])
        kept += [removed] if first >= start else []
        at = min(last - start, len(text))
    return "".join([*kept, text[at:]])


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1] if found else "p"


def _id(tag: str) -> str:
    return next((value for name, value in _ATTRIBUTE.findall(tag) if name == "id"), "")


def _tag(tag: str, rewriter: Rewriter) -> str:
    """The tag with the attributes that are known to be harmless; empty for a link that is undone."""
    if '="' not in tag:
        return tag
    name = _name(tag)

    def checked(found: re.Match[str]) -> str:
        value = _checked(found[1], unescape(found[2]), rewriter)
        return "" if value is None else found[0] if value == unescape(found[2]) else f' {found[1]}="{escape(value)}"'

    if name == "a" and rewriter.is_undone(unescape(dict(_ATTRIBUTE.findall(tag)).get("href", ""))):
        return ""
    return _ATTRIBUTE.sub(checked, tag)


def _checked(name: str, value: str, rewriter: Rewriter) -> str | None:
    """The value an attribute may keep; None for one that goes."""
    if name in ("title", "alt"):
        return _left(value, 0, rewriter.spans_of(value), rewriter.removed)
    if name == "datetime":
        return value if _INSTANT.fullmatch(value) else None
    if name in ("lang", "hreflang"):
        return value if _TONGUE.fullmatch(value) else None
    return value if name in _AS_THEY_ARE else None


def _with_places(html: str, kept: set[str]) -> str:
    """The HTML with a number for every anchor that is not `kept` and no footnote's, and for what leads there."""
    if ' id="' not in html:
        return html
    renamed: dict[str, str] = {}
    for id_ in ID_ATTRIBUTE.findall(html):
        if id_ not in kept and not _FOOTNOTE.fullmatch(unescape(id_)):
            renamed.setdefault(id_, f"{SECTION_PREFIX}{len(renamed) + 1}")
    return _PLACE.sub(lambda found: found[1] + renamed.get(found[2], found[2]), html) if renamed else html


def _names(id_: str, words: str) -> bool:
    """True for an anchor that is made of these words."""
    return _letters(words) == _letters(_COUNTED.sub("", id_.removeprefix(SECTION_PREFIX)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", unescape(text)).casefold()))
