"""Footnotes as plugins and editors build them, of anchors and jumps, taken out of a document as footnotes.

A jump is one to a footnote if what it jumps to jumps back, or if it is a raised number or sign.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from jobboard.importing.html.shapes import BLOCKS, REFERENCE, new_tag
from jobboard.importing.html.shortcodes import NOTE

_SIGN = re.compile(r"[\[(]?(?:[0-9]{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,5})[\])]?")
_ARROW = re.compile(r"[\s↩↑⇑^←⤴\ufe0e\ufe0f\[\]()|.]*")
_UNMARKABLE = ["pre", "code", "title"]
_MAX_NOTES = 2000


def take_footnotes(soup: BeautifulSoup, base: str) -> list[tuple[int, Tag]]:
    """Replace references by marks and take the notes out; each note with its number, in the order of the text."""
    notes: list[tuple[int, Tag]] = []
    numbers: dict[int, int] = {}  # of notes by identity: two of the same words are two
    anchors = {str(each.get("id") or each.get("name")): each for each in reversed(soup.find_all(_is_anchor))}
    for link in soup.find_all(["a", "span"]):
        if link.decomposed or len(notes) >= _MAX_NOTES or link.find_parent(_UNMARKABLE):
            continue
        if link.name == "span":
            if NOTE in link.get_attribute_list("class"):
                note = new_tag("div")
                link.insert_before(_mark(len(notes) + 1))
                for child in list(link.children):
                    note.append(child.extract())
                link.decompose()
                notes.append((len(notes) + 1, note))
            continue
        target = anchors.get(_jump(link, base))
        is_within = any(parent is note for parent in link.parents for _, note in notes)
        found = _note_of(target, link) if target is not None and target.parent is not None and not is_within else None
        if found is None:
            continue
        if id(found) not in numbers:
            numbers[id(found)] = len(notes) + 1
            notes.append((len(notes) + 1, found))
        _replace(link, numbers[id(found)])
    for _, note in notes:
        _take_out(note, base)
    return notes


def _is_anchor(element: Tag) -> bool:
    return bool(element.get("id") or (element.name == "a" and element.get("name")))


def _jump(link: Tag, base: str) -> str:
    """The name of the place on this page that a link leads to."""
    address, found, name = str(link.get("href") or "").partition("#")
    return unquote(name) if found and (not address or address.rstrip("/") == base.rstrip("/")) else ""


def _note_of(target: Tag, link: Tag) -> Tag | None:
    """The block that a reference refers to; None if this is no reference."""
    note = target if target.name in BLOCKS else target.find_parent(["li", "p", "dd", "div", "td"])
    if note is None or any(parent is note for parent in link.parents) or not note.get_text(strip=True):
        return None
    names = {str(each.get("id") or each.get("name") or "") for each in (link, *list(link.parents)[:3])} - {""}
    names |= {str(each.get("id")) for each in link.find_all(id=True)}
    jumps_back = any(unquote(str(back.get("href") or "")).partition("#")[2] in names for back in note.find_all("a"))
    is_raised = link.find_parent("sup") is not None or link.find("sup") is not None
    is_sign = _SIGN.fullmatch(link.get_text(strip=True)) is not None
    return note if is_sign and (jumps_back or is_raised) else None


def _replace(link: Tag, number: int) -> None:
    """Put a mark where the reference stood; a raised box that held nothing else goes."""
    around = link
    while around.parent is not None and around.parent.name in ("sup", "span", "small"):
        inner = around.parent.get_text(strip=True).strip("[]()")
        if inner != link.get_text(strip=True).strip("[]()"):
            break
        around = around.parent
    around.replace_with(_mark(number))


def _mark(number: int) -> Tag:
    return new_tag("sup", **{REFERENCE: str(number)})


def _take_out(note: Tag, base: str) -> None:
    """Take a note out of its list, without its jumps back; a list that is empty then goes, too."""
    box = note.parent
    note.extract()
    for back in note.find_all("a"):
        text = back.get_text(strip=True)
        if _jump(back, base) and (_ARROW.fullmatch(text) or _SIGN.fullmatch(text)):
            around = back
            while around.parent is not None and around.parent is not note and around.parent.name in ("sup", "span"):
                if around.parent.get_text(strip=True) != text:
                    break
                around = around.parent
            around.decompose()
    for first in list(note.children)[:1]:
        if isinstance(first, NavigableString):
            first.replace_with(NavigableString(str(first).lstrip(" \n\t.:")))
    if note.name in ("li", "td", "dd", "tr"):
        note.name = "div"
    while box is not None and box.name in ("ol", "ul", "dl", "div", "section") and not box.get_text(strip=True):
        if box.find("img") is not None or box.parent is None:
            return
        box, empty = box.parent, box
        empty.decompose()
