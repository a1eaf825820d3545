"""HTML of a document in, its lines out, each with the heading it stands below, and its label if it has one.

Lines keep their place in the tree, so that what a field says can leave the body.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from jobboard.importing.html.convert import cleaned_soup, is_tangled, to_words
from jobboard.importing.html.shapes import HEADINGS
from jobboard.importing.html.unseen import drop_unseen
from jobboard.importing.vacancy.guesses.asides import asides_in
from jobboard.importing.vacancy.guesses.labels import field_of, split_label
from jobboard.importing.vacancy.guesses.shaped import LEAVES, LONGEST_HEADING, bring_into_shape, words_of_cells
from jobboard.importing.vacancy.papers.plain import html_of_text

_MAX_TAGS = 8_000
"""Tags of a document that is read with its form; one of thirty pages has three thousand."""


@dataclass(slots=True, eq=False, kw_only=True)
class Line:
    """A line as it is read: `level` of a heading, else 0; `field` is what its label means; a row has `cells`.

    One that `is_aside` is of the letter around a document: the head of a mail, a signature.
    """

    tag: Tag
    text: str
    number: int
    level: int = 0
    heading: str = ""
    label: str = ""
    value: str = ""
    field: str = ""
    cells: tuple[str, ...] = ()
    is_aside: bool = False

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
    bring_into_shape(soup)
    return Lined(soup=soup, lines=lines_in(soup))


def lines_in(soup: BeautifulSoup) -> list[Line]:
    """The lines of a document that has its shape."""
    lines = list(_lines(soup))
    for at in asides_in([line.text for line in lines]):
        lines[at].is_aside, lines[at].field, lines[at].label, lines[at].value = True, "", "", ""
    return lines


def _lines(soup: BeautifulSoup) -> Iterator[Line]:
    heading, number = "", 0
    is_first_below = False
    for tag in soup.find_all(LEAVES):
        text = _own_text(tag)
        if not text or tag.find_parent(["tr", "pre"]) is not None or (tag.name == "p" and tag.find_parent("dd")):
            continue
        number += 1
        line = _line(tag, text, number, heading)
        if line.level:
            heading = text.rstrip(" :")
        elif is_first_below and not line.field and len(text) <= LONGEST_HEADING:
            line.field = field_of(heading)
        is_first_below = bool(line.level)
        yield line


def _line(tag: Tag, text: str, number: int, heading: str) -> Line:
    level = int(tag.name[1]) if tag.name in HEADINGS else 0
    line = Line(tag=tag, text=text, number=number, level=level, heading=heading)
    if tag.name == "tr":
        line.cells = tuple(words_of_cells(tag))
        line.label, line.value = _fact_in(line.cells)
    elif tag.name == "dd" and isinstance(term := tag.find_previous_sibling("dt"), Tag):
        line.label, line.value = " ".join(term.get_text(" ").split()).rstrip(" :"), text
    elif not level:
        line.label, line.value = split_label(text)
    line.field = field_of(line.label)
    return line


def _fact_in(cells: tuple[str, ...]) -> tuple[str, str]:
    """Label and value in a row: its two cells, or one that is known as a label, and what stands behind it."""
    filled = [each for each in cells if each]
    if len(filled) == 2 and cells[0]:
        return filled[0].rstrip(" :"), filled[1]
    known = [at for at, each in enumerate(filled) if field_of(each)]
    if not known or known[-1] == len(filled) - 1 or len({field_of(filled[at]) for at in known}) > 1:
        return "", ""
    return filled[known[-1]].rstrip(" :"), " – ".join(filled[known[-1] + 1 :])


def _own_text(tag: Tag) -> str:
    """The words of a leaf, without those of leaves within it."""
    if tag.name == "tr":
        return " ".join(tag.get_text(" ").split())
    parts: list[str] = []
    for child in tag.descendants:
        inner = child.find_parent(LEAVES)
        if inner is not tag:
            continue
        if isinstance(child, NavigableString):
            parts.append(str(child))
        elif isinstance(child, Tag) and child.name == "br":
            parts.append(" ")
    text = "".join(parts)
    return "\t".join(" ".join(each.split()) for each in text.strip().split("\t") if each.strip())
