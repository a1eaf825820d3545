"""WordPress's own markup in, HTML out: shortcodes, blocks, and paragraphs that are only empty lines.

A shortcode that is known becomes a picture, a link or a list of links; any other stays as its letters, and is noted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from html import escape, unescape
from typing import NamedTuple


class LibraryPicture(NamedTuple):
    """A file of the media library: its address, description, caption, and the id of the post it belongs to."""

    url: str
    alt: str
    caption: str = ""
    parent: str = ""


Pictures = Mapping[str, LibraryPicture]
"""The media library by id."""

NOTE = "imported-note"
"""The class of an element whose text is a footnote to the place where it stands."""

_ATTRIBUTE = re.compile(r"""([a-z_-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'\]]+)""", re.IGNORECASE)
_SHORTCODE = re.compile(r"(?<!\[)\[(/?)([a-z][a-z0-9_-]{1,40})((?:\s[^\[\]<>]{0,2000})?)/?\]", re.IGNORECASE)
_CAPTION = re.compile(r"\[(?:wp_)?caption\b([^\[\]]{0,2000})\]")
_CAPTION_END = "caption]"
_EMBED = re.compile(r"\[embed\b[^\[\]]{0,2000}\]([^\[<]{1,4000})\[/embed\]")
_ADDRESS_ALONE = re.compile(r"^[ \t]*(https?://[^\s<>\"]+)[ \t]*$", re.MULTILINE)
_PICTURE = re.compile(r"((?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?)", re.IGNORECASE)
_COMMENT = re.compile("<!--")
_CLOSING = re.compile(r"\[/([a-z][a-z0-9_-]{1,40})\]", re.IGNORECASE)
_BLOCK = re.compile(
    r"\s*</?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre|table|thead|tbody|tfoot|tr|td|th|hr|figure|figcaption|"
    r"section|article|aside|header|footer|details|summary|iframe|video|audio|form|address)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"<pre\b", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\[(efn_note|footnote|modern_footnote|mfn|fn|ref|note)(?:\s[^\[\]<>]{0,200})?\]", re.IGNORECASE)
_ASIDE = re.compile(r"<pre>(?=[0-9]{1,6}</pre>)")
_MEDIA = ("src", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav", "url", "href")
_PLAYERS = frozenset({"video", "audio", "playlist", "youtube", "vimeo", "soundcloud"})


def expanded(text: str, attachments: Pictures, post: str = "") -> tuple[str, tuple[str, ...]]:
    """A post's text as HTML, and what could not be kept as it was. `attachments` is the library, `post` its id."""
    notes: list[str] = []
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _replaced(text, _COMMENT, "-->", lambda _, inner: "\n<hr>\n" if inner.strip() == "nextpage" else "")
    text = _replaced(text, _CAPTION, _CAPTION_END, _captioned)
    text = _with_footnotes(text)
    text = _EMBED.sub(lambda found: _noted("[embed]", _link(found[1].strip()), notes), text)
    closed = {name.lower() for name in _CLOSING.findall(text)}
    text = _SHORTCODE.sub(lambda found: _shortcode(found, closed, attachments, post, notes), text)
    text = _ADDRESS_ALONE.sub(lambda found: _link(found[1]), text)
    return _in_paragraphs(text), tuple(dict.fromkeys(notes))


def _replaced(text: str, opening: re.Pattern[str], ending: str, to: Callable[[re.Match[str], str], str]) -> str:
    """Each passage from `opening` to the next `ending` replaced; looks at every character once, whatever it is."""
    done, at = [], 0
    while found := opening.search(text, at):
        end = text.find(ending, found.end())
        if end < 0:
            break
        done += [text[at : found.start()], to(found, text[found.end() : end])]
        at = end + len(ending)
    return "".join([*done, text[at:]])


def _captioned(found: re.Match[str], inner: str) -> str:
    """`[caption]<img> words[/caption]`, or with the words in an attribute, as a figure."""
    inner = inner.removesuffix("wp_").removesuffix("[/")
    parts = _PICTURE.split(inner, maxsplit=1)
    picture, words = (parts[1], f"{parts[0]}{parts[2]}") if len(parts) == 3 else (inner, "")
    words = words.strip() or escape(_attributes(found[1]).get("caption", ""))
    return f"\n\n<figure>{picture}<figcaption>{words}</figcaption></figure>\n\n"


def _with_footnotes(text: str) -> str:
    """`[footnote]words[/footnote]` of the plugins that make footnotes, as an element of its own."""
    done, at = [], 0
    while found := _FOOTNOTE.search(text, at):
        ending = f"[/{found[1]}]"
        end = text.find(ending, found.end())
        if end < 0:
            done.append(text[at : found.end()])
            at = found.end()
            continue
        done.append(f'{text[at : found.start()]}<span class="{NOTE}">{text[found.end() : end]}</span>')
        at = end + len(ending)
    return "".join([*done, text[at:]])


def _shortcode(
    found: re.Match[str], closed: Collection[str], attachments: Pictures, post: str, notes: list[str]
) -> str:
    is_end, name, attributes = found[1], found[2].lower(), _attributes(found[3])
    if is_end:
        return "" if name in _PLAYERS else _unknown(found[0], name, notes)
    if name == "gallery":
        return _gallery(attributes, attachments, post, notes)
    if name in _PLAYERS:
        address = next((attributes[key] for key in _MEDIA if key in attributes), "")
        return _noted(f"[{name}]", _link(address), notes) if address else _unknown(found[0], name, notes)
    if attributes or name in closed:
        return _unknown(found[0], name, notes)
    return found[0]


def _gallery(attributes: Mapping[str, str], attachments: Pictures, post: str, notes: list[str]) -> str:
    """The pictures a gallery names, else those that were uploaded to its post."""
    named = attributes.get("ids", attributes.get("include", ""))
    ids = [each.strip() for each in named.split(",")] if named else []
    of_post = attributes.get("id", post)
    ids = ids or [id_ for id_, each in attachments.items() if each.parent == of_post and _is_picture(each.url)]
    known = [attachments[each] for each in ids if each in attachments]
    if not known:
        notes.append("[gallery] names no picture of the export and is left out")
        return ""
    pictures = "".join(
        f'<figure><img src="{escape(each.url)}" alt="{escape(each.alt)}">'
        f"{f'<figcaption>{each.caption}</figcaption>' if each.caption and each.caption != each.alt else ''}</figure>"
        for each in known
    )
    return _noted("[gallery]", f"\n\n<div>{pictures}</div>\n\n", notes, "its pictures, one below the other")


def _is_picture(url: str) -> bool:
    return url.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp"))


def _unknown(text: str, name: str, notes: list[str]) -> str:
    notes.append(f"the shortcode [{name}] is kept as text")
    return text


def _noted(what: str, html: str, notes: list[str], became: str = "a link") -> str:
    notes.append(f"{what} became {became}")
    return html


def _link(address: str) -> str:
    shown = escape(unescape(address))
    return f'<a href="{shown}">{shown}</a>'


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): unescape(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(text)}


def _in_paragraphs(text: str) -> str:
    """Paragraphs where the editor left empty lines, and line breaks where it left line ends; code is left alone."""
    code: list[str] = []

    def put_aside(found: re.Match[str], inner: str) -> str:
        code.append(f"{found[0]}{inner}</pre>")
        return f"\n\n<pre>{len(code) - 1}</pre>\n\n"

    text = _replaced(text, _CODE, "</pre>", put_aside)
    chunks = (chunk.strip("\n") for chunk in re.split(r"\n[ \t]*\n", text))
    text = "\n\n".join(_paragraph(chunk) for chunk in chunks if chunk.strip())
    return _replaced(text, _ASIDE, "</pre>", lambda _, inner: code[int(inner)]) if code else text


def _paragraph(chunk: str) -> str:
    if _BLOCK.match(chunk):
        return chunk
    return f"<p>{chunk.strip()}</p>".replace("\n", "<br>\n")
