"""Abbreviations and boxes to tick, which the engines leave as they are typed: safe HTML in, safe HTML out.

`*[EU]: European Union`, on a line of a paragraph, explains the word wherever else it stands; `- [x]` is a
box that is ticked.
"""

from __future__ import annotations

import html as html_module
import re

from jobboard.source.markdown.allow_list import WITHOUT_END
from jobboard.source.markdown.autolinks import LINK_TAGS
from jobboard.source.markdown.guard import MAX_HTML, TooComplexError
from jobboard.source.message import phrase

_ESCAPED = re.compile(r"\\([*\[])(?=\\?\[|TOC\\?\]|[ xX]\\?\])")
_APART = "\ufdd3"
"""A noncharacter that keeps escaped signs apart: behind the engines nobody sees any more that they were escaped."""

_EXPLAINED = re.compile(r"^\*\[([^\]\\<]+)\] ?:[ ]*(\S.*)$")
_LINE = re.compile(rf"(?:{LINK_TAGS}|[^\n])+")
"""A line of a paragraph. One that ends within a tag goes on behind it."""

_TAG = re.compile(r"<[^>]*>")
_NAMED = re.compile(r"<(/?)([a-z0-9]+)")
_BOX = re.compile(r"(<li>(?:\s*<p>)?\s*)\[([ xX])\](?=\s)")
_MOST = 500
"""Abbreviations of a text: each is looked for at every word."""

_LONGEST = 300
_MANY = phrase("abbreviations: more than %(most)s abbreviations", most=_MOST)
_LONG = phrase("abbreviations: more than %(most)s characters for one", most=_LONGEST)
"""Characters that explain one."""

_BOXES = {" ": "\u2610", "x": "\u2611", "X": "\u2611"}


def kept_apart(text: str) -> str:
    r"""Markdown in which `\*[EU]:`, `\[x]` and `\[TOC]` stay what they are; `joined` takes it back in the HTML."""
    return _ESCAPED.sub(rf"\\\1{_APART}", text) if "\\" in text else text


def joined(html: str) -> str:
    """The HTML without what kept signs apart."""
    return html.replace(_APART, "").replace("%EF%B7%93", "")


def ticked(html: str) -> str:
    """Entries that begin with `[ ]` or `[x]` begin with an empty or a ticked box."""
    return _BOX.sub(lambda found: found[1] + _BOXES[found[2]], html) if "[" in html else html


def explained(html: str) -> str:
    """The HTML without the lines that explain abbreviations, and with what they say wherever these stand."""
    if "*[" not in html:
        return html
    meanings: dict[str, str] = {}
    parts = html.split("<p>")
    kept = [parts[0]]
    for part in parts[1:]:
        words, end, rest = part.partition("</p>")
        words = _without_meanings(words, meanings) if "*[" in words else words
        kept.append(f"<p>{words}{end}{rest}" if words.strip() else rest.lstrip("\n"))
    return _with_meanings("".join(kept), meanings) if meanings else html


def _without_meanings(words: str, meanings: dict[str, str]) -> str:
    kept = []
    for line in _LINE.findall(words):
        found = _EXPLAINED.match(line)
        if found and _is_whole(line):
            meaning = html_module.unescape(_TAG.sub("", found[2])).strip()
            if len(meaning) > _LONGEST or len(meanings) == _MOST:
                raise TooComplexError(_MANY if len(meanings) == _MOST else _LONG, f"*[{found[1]}]")
            meanings[found[1].strip()] = html_module.escape(meaning)
        else:
            kept.append(line)
    return "\n".join(kept)


def _is_whole(line: str) -> bool:
    """True if no element begins or ends on the line that does not do both there: it can be taken out."""
    still_open: list[str] = []
    for end, name in _NAMED.findall(line):
        if not end and name not in WITHOUT_END:
            still_open.append(name)
        elif end and (not still_open or still_open.pop() != name):
            return False
    return not still_open


def _with_meanings(html: str, meanings: dict[str, str]) -> str:
    names = "|".join(re.escape(name) for name in sorted(meanings, key=len, reverse=True))
    passed = rf"<(?P<tag>code|pre|abbr)\b.*?</(?P=tag)>|{LINK_TAGS}|&\w+;"
    found = re.compile(rf"{passed}|\b(?P<name>{names})\b", re.DOTALL)

    room = MAX_HTML

    def with_meaning(match: re.Match[str]) -> str:
        nonlocal room
        name = match["name"]
        if not name:
            return match[0]
        room -= len(meanings[name])
        if room < 0:
            raise TooComplexError(phrase("an abbreviation that is explained thousands of times"), f"*[{name}]")
        return f'<abbr title="{meanings[name]}">{name}</abbr>'

    return found.sub(with_meaning, html)
