"""HTML of a document in its own shape in, brought into the shape that its lines are read from.

Words beside blocks become paragraphs, lines of facts a paragraph each, rows of several facts a row each, and headings
that were only formatted as such become headings: lines that are bold, or in capitals, or short and followed by text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

from jobboard.importing.html.shapes import BLOCKS, HEADINGS, has_blocks, new_tag
from jobboard.importing.vacancy.guesses.labels import field_of, split_label
from jobboard.importing.vacancy.papers.plain import BULLET

LEAVES = [*HEADINGS, "p", "li", "tr", "dd", "dt", "pre", "caption", "figcaption", "summary"]
LONGEST_HEADING = 140
_LONGEST_SHORT = 60
_WORDS_OF_HEADING = 4
"""Of one that ends in a colon; with more it is the beginning of a sentence."""

_ENDS = (".", ";", ",", "…")
_CAPITALS, _BOLD, _SHORT = "h4", "h5", "h6"
_LONG = 80
"""Characters of a paragraph that is text, and not a line of something else."""


def bring_into_shape(soup: BeautifulSoup) -> None:
    """Do all of this to a document, in place."""
    _wrap_loose(soup)
    for paragraph in soup.find_all("p"):
        _part_facts(paragraph)
    for paragraph in soup.find_all("p"):
        _make_entry(paragraph)
    for table in soup.find_all("table"):
        _turn_table(table)
    _find_headings(soup)
    _join_lists(soup)


def words_of_cells(row: Tag) -> list[str]:
    """The words of each cell of a row."""
    return [" ".join(each.get_text(" ").split()) for each in row.find_all(["td", "th"], recursive=False)]


def _make_entry(paragraph: Tag) -> None:
    """A paragraph that begins with a stroke or a dot beside others that do is an entry of a list."""
    beside = [paragraph.find_previous_sibling(), paragraph.find_next_sibling()]
    first = next((each for each in paragraph.descendants if isinstance(each, NavigableString) and each.strip()), None)
    if first is None or not _begins_entry(paragraph) or not any(map(_begins_entry, beside)):
        return
    first.replace_with(BULLET.sub("", first.lstrip() + " ", count=1).rstrip(" ") if len(first.split()) > 1 else "")
    paragraph.name = "li"
    paragraph.wrap(new_tag("ul"))


def _begins_entry(element: PageElement | None) -> bool:
    is_list = isinstance(element, Tag) and element.name == "ul"
    return is_list or (
        isinstance(element, Tag)
        and element.name == "p"
        and element.find_parent(["li", "td", "th"]) is None
        and BULLET.match(element.get_text().lstrip()) is not None
    )


def _turn_table(table: Tag) -> None:
    """A table whose first row has labels, each above its value, or whose rows have several facts, has one a row."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    cells = [row.find_all(["td", "th"], recursive=False) for row in rows]
    if len(rows) == 2 and len(cells[0]) == len(cells[1]) and _are_labels(cells[0]) and not _are_labels(cells[1]):
        _replace(rows, list(zip(*cells, strict=True)))
        return
    for row, own in zip(rows, cells, strict=True):
        if len(own) > 2 and len(own) % 2 == 0 and _are_labels(own[::2]) and not _are_labels(own[1::2]):
            _replace([row], list(zip(own[::2], own[1::2], strict=True)))


def _are_labels(cells: Sequence[Tag]) -> bool:
    """True if several of them, and half of them all, are labels that are known."""
    known = sum(bool(field_of(" ".join(each.get_text(" ").split()))) for each in cells)
    return known > 1 and known * 2 >= len(cells)


def _replace(rows: Sequence[Tag], facts: Sequence[tuple[Tag, ...]]) -> None:
    """Put rows of label and value where rows stood that held them."""
    for fact in facts:
        made = new_tag("tr")
        rows[0].insert_before(made)
        for cell in fact:
            made.append(cell.extract())
    for row in rows:
        row.decompose()


def _wrap_loose(soup: BeautifulSoup) -> None:
    """Words beside blocks are a paragraph of their own."""
    boxes = [soup, *(each for each in soup.find_all(lambda _: True) if each.name not in LEAVES and has_blocks(each))]
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
    lines = [" ".join(text.split()) for text in texts]
    is_list = sum(BULLET.match(line) is not None for line in lines) > 1
    if not (is_list or any(split_label(line)[0] for line in lines) or _are_lines(list(filter(None, lines)))):
        return
    for run in runs:
        made = new_tag("p")
        for each in run:
            made.append(each.extract())
        paragraph.insert_before(made)
    paragraph.decompose()


def _are_lines(lines: Sequence[str]) -> bool:
    """True for lines that no program broke for want of room, and that are no sentences: a name, an address."""
    return len(lines) > 1 and all(len(line) <= _LONGEST_SHORT and line[:1].isupper() for line in lines)


def _find_headings(soup: BeautifulSoup) -> None:
    """Lines that are headings but for their form become such, ranked below those that have it."""
    paragraphs = [
        each for each in soup.find_all("p") if each.find_parent(["li", "td", "th", "dd", "blockquote"]) is None
    ]
    for paragraph in paragraphs:
        text = " ".join(paragraph.get_text().split())
        if not text or len(text) > LONGEST_HEADING or text.endswith(_ENDS) or "@" in text or split_label(text)[0]:
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
