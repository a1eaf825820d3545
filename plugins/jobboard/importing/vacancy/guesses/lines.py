"""HTML of a document in, its lines out, each with the heading it stands below, and its label if it has one.

Headings that were only formatted as such become headings: lines that are bold, or in capitals, or short and followed by
text. Lines keep their place in the tree, so that what a field says can leave the body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

from jobboard.importing.html.convert import cleaned_soup, is_tangled, to_words
from jobboard.importing.html.shapes import BLOCKS, HEADINGS, has_blocks, new_tag
from jobboard.importing.html.unseen import drop_unseen
from jobboard.importing.vacancy.guesses.labels import field_of, split_label
from jobboard.importing.vacancy.papers.plain import html_of_text

_LONGEST_HEADING = 140
_LONGEST_SHORT = 60
_WORDS_OF_HEADING = 4
"""Of one that ends in a colon; with more it is the beginning of a sentence."""

_ENDS = (".", ";", ",", "…")
_LEAVES = [*HEADINGS, "p", "li", "tr", "dd", "dt", "pre", "caption", "figcaption", "summary"]
_CAPITALS, _BOLD, _SHORT = "h4", "h5", "h6"
_MAX_TAGS = 8_000
"""Tags of a document that is read with its form; one of thirty pages has three thousand."""

_LONG = 80
"""Characters of a paragraph that is text, and not a line of something else."""


@dataclass(slots=True, eq=False, kw_only=True)
class Line:
    """A line as it is read: `level` of a heading, else 0; `field` is what its label means; a row has `cells`."""

    tag: Tag
    text: str
    number: int
    level: int = 0
    heading: str = ""
    label: str = ""
    value: str = ""
    field: str = ""
    cells: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """What it says beside its label."""
        return self.value or self.text

    @property
    def is_entry(self) -> bool:
        return self.tag.name == "li"


@dataclass(slots=True, kw_only=True)
class Lined:
    """A document, or the part of one that is about one vacancy. `lines` stand in `soup`, in their order."""

    soup: BeautifulSoup
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def lined_of(html: str, notes: Counter[str]) -> Lined:
    """The lines of a document; `notes` counts what was left out."""
    if is_tangled(html) or html.count("<") > _MAX_TAGS:
        html = html_of_text(to_words(html))
    soup = cleaned_soup(html, notes)
    drop_unseen(soup, notes)
    _wrap_loose(soup)
    for paragraph in soup.find_all("p"):
        _part_facts(paragraph)
    _find_headings(soup)
    _join_lists(soup)
    return Lined(soup=soup, lines=list(lines_in(soup)))


def lines_in(soup: BeautifulSoup) -> Iterator[Line]:
    """The lines of a document that has its headings."""
    heading, number = "", 0
    is_first_below = False
    for tag in soup.find_all(_LEAVES):
        text = _own_text(tag)
        if not text or tag.find_parent(["tr", "pre"]) is not None or (tag.name == "p" and tag.find_parent("dd")):
            continue
        number += 1
        line = _line(tag, text, number, heading)
        if line.level:
            heading = text.rstrip(" :")
        elif is_first_below and not line.field and len(text) <= _LONGEST_HEADING:
            line.field = field_of(heading)
        is_first_below = bool(line.level)
        yield line


def _line(tag: Tag, text: str, number: int, heading: str) -> Line:
    level = int(tag.name[1]) if tag.name in HEADINGS else 0
    line = Line(tag=tag, text=text, number=number, level=level, heading=heading)
    if tag.name == "tr":
        line.cells = tuple(" ".join(each.get_text(" ").split()) for each in tag.find_all(["td", "th"], recursive=False))
        if len(filled := [each for each in line.cells if each]) == 2 and line.cells[0]:
            line.label, line.value = filled[0].rstrip(" :"), filled[1]
    elif tag.name == "dd" and isinstance(term := tag.find_previous_sibling("dt"), Tag):
        line.label, line.value = " ".join(term.get_text(" ").split()).rstrip(" :"), text
    elif not level:
        line.label, line.value = split_label(text)
    line.field = field_of(line.label)
    return line


def _own_text(tag: Tag) -> str:
    """The words of a leaf, without those of leaves within it."""
    if tag.name == "tr":
        return " ".join(tag.get_text(" ").split())
    parts: list[str] = []
    for child in tag.descendants:
        inner = child.find_parent(_LEAVES)
        if inner is not tag:
            continue
        if isinstance(child, NavigableString):
            parts.append(str(child))
        elif isinstance(child, Tag) and child.name == "br":
            parts.append(" ")
    text = "".join(parts)
    return "\t".join(" ".join(each.split()) for each in text.strip().split("\t") if each.strip())


def _wrap_loose(soup: BeautifulSoup) -> None:
    """Words beside blocks are a paragraph of their own."""
    boxes = [soup, *(each for each in soup.find_all(lambda _: True) if each.name not in _LEAVES and has_blocks(each))]
    for box in boxes:
        run: list[PageElement] = []
        for child in [*box.children, None]:
            if child is not None and not (isinstance(child, Tag) and (child.name in BLOCKS or has_blocks(child))):
                run.append(child)
                continue
            if any(str(each).strip() for each in run) and box.name not in ("ul", "ol", "table", "tbody", "thead", "dl"):
                _wrap_run(run)
            run = []
    for box in [each for each in soup.find_all(["div", "section", "td"]) if not has_blocks(each) and each.name != "td"]:
        box.name = "p"


def _wrap_run(run: list[PageElement]) -> None:
    paragraph = new_tag("p")
    run[0].insert_before(paragraph)
    for each in run:
        paragraph.append(each.extract())


def _part_facts(paragraph: Tag) -> None:
    """Lines of a paragraph of which one is a label with its value are a paragraph each."""
    if paragraph.find("br") is None or paragraph.find_parent(["li", "td", "th"]) is not None:
        return
    runs: list[list[PageElement]] = [[]]
    for child in list(paragraph.children):
        if isinstance(child, Tag) and child.name == "br":
            runs.append([])
        else:
            runs[-1].append(child)
    texts = ["".join(each.get_text() if isinstance(each, Tag) else str(each) for each in run) for run in runs]
    if not any(split_label(" ".join(text.split()))[0] for text in texts):
        return
    for run in runs:
        made = new_tag("p")
        for each in run:
            made.append(each.extract())
        paragraph.insert_before(made)
    paragraph.decompose()


def _find_headings(soup: BeautifulSoup) -> None:
    """Lines that are headings but for their form become such, ranked below those that have it."""
    paragraphs = [
        each for each in soup.find_all("p") if each.find_parent(["li", "td", "th", "dd", "blockquote"]) is None
    ]
    for paragraph in paragraphs:
        text = " ".join(paragraph.get_text().split())
        if not text or len(text) > _LONGEST_HEADING or text.endswith(_ENDS) or "@" in text or split_label(text)[0]:
            continue
        if text.upper() == text and sum(map(str.isalpha, text)) > 4:
            paragraph.name = _CAPITALS
        elif _is_bold(paragraph):
            paragraph.name = _BOLD
        elif _leads(paragraph, text):
            paragraph.name = _SHORT
        else:
            continue
        for mark in paragraph.find_all(["b", "strong"]):
            mark.unwrap()
    for heading in soup.find_all(list(HEADINGS)):
        if not heading.get_text().strip():
            heading.decompose()


def _join_lists(soup: BeautifulSoup) -> None:
    """Lists right behind one another are one: programs write one for each entry."""
    for each in soup.find_all(["ul", "ol"]):
        following = None if each.parent is None else each.find_next_sibling()
        while isinstance(following, Tag) and following.name == each.name == "ul" and _is_beside(each, following):
            for child in list(following.children):
                each.append(child.extract())
            following.decompose()
            following = each.find_next_sibling()


def _is_beside(one: Tag, other: Tag) -> bool:
    """True if there are no words between two elements."""
    node = one.next_sibling
    while node is not None and node is not other:
        if str(node).strip():
            return False
        node = node.next_sibling
    return node is other


def _is_bold(paragraph: Tag) -> bool:
    """True if all its words are in bold."""
    words = [
        each for each in paragraph.descendants if isinstance(each, NavigableString) and str(each).strip(" .:\u00a0\t\n")
    ]
    return bool(words) and all(each.find_parent(["b", "strong"]) is not None for each in words)


def _leads(paragraph: Tag, text: str) -> bool:
    """True for a short line, with text or a list right below it."""
    if len(text) > _LONGEST_SHORT or not text[:1].isupper() or re.search(r"\d|https?:|\t|!$", text):
        return False
    siblings = (each for each in paragraph.next_siblings if isinstance(each, Tag))
    following = next((each for each in siblings if each.get_text().strip()), None)
    if following is None:
        return False
    if text.endswith(":") and len(text.split()) > _WORDS_OF_HEADING:
        return False
    below = " ".join(following.get_text().split())
    return following.name in ("ul", "ol") or (following.name == "p" and (len(below) > _LONG or below.endswith(":")))
