"""A cleaned document in, the same with shapes that Markdown has out.

Marks of a line are pushed into the blocks they go around; a table that only arranges its page becomes what it arranges;
two line ends in a row part paragraphs; every entry of a list is one.
"""

from __future__ import annotations

from collections import Counter

from bs4.element import NavigableString, PageElement, Tag

from jobboard.importing.html.shapes import BLOCKS, BOXES, BREAK, HEADINGS, INLINE, has_blocks, new_tag

_ARRANGED = ["table", "ul", "ol", "pre", "blockquote", "dl", "figure", *HEADINGS]
"""What a cell of a table in Markdown cannot hold."""

_NO_PARTS = ["pre", "code", *HEADINGS]


def reshape(soup: Tag, lang: str, notes: Counter[str]) -> None:
    """Bring a document into shape. `lang` is its language; of its parts only those in another keep theirs."""
    _part_paragraphs(soup)
    _rename(soup)
    for table in reversed(soup.find_all("table")):
        _flatten(table, notes)
    _mend_lists(soup)
    for entry in soup.find_all(["li", "dd"]):
        _begin_with_words(entry)
    for terms in soup.find_all("dl"):
        if terms.find_parent(["li", "dd"]) is not None:
            _spread(terms)
    _keep_languages(soup, lang)
    for element in soup.find_all(list(INLINE)):
        if has_blocks(element):
            _push(element)


def _part_paragraphs(soup: Tag) -> None:
    """Two line ends in a row, as editors without paragraphs write them, part two."""
    for first in soup.find_all("br"):
        if first.parent is None or first.find_parent(_NO_PARTS):
            continue
        others = []
        following = first.next_sibling
        while following is not None and (
            _is_space(following) or (isinstance(following, Tag) and following.name == "br")
        ):
            if isinstance(following, Tag):
                others.append(following)
            following = following.next_sibling
        if others:
            for other in others:
                other.extract()
            first.name = "hr"
            first["class"] = BREAK


def _rename(soup: Tag) -> None:
    """Summaries are set off, headings within entries and cells are bold, an empty caption is none."""
    for heading in soup.find_all([*HEADINGS, "summary", "legend"]):
        if heading.name in ("summary", "legend") or heading.find_parent(["li", "td", "th", "dt", "dd", "summary"]):
            strong = new_tag("strong")
            for child in list(heading.children):
                strong.append(child.extract())
            heading.append(strong)
            heading.name = "p"


def _flatten(table: Tag, notes: Counter[str]) -> None:
    """A caption stands above its table; a table that arranges blocks becomes these, row by row."""
    for caption in _own(table, ["caption"]):
        caption.name = "p"
        table.insert_before(caption.extract())
    rows = _own(table, ["tr"])
    widest = max((len(row.find_all(["td", "th"], recursive=False)) for row in rows), default=0)
    is_data = widest > 1 and table.find(_ARRANGED) is None and table.get("role") != "presentation"
    if is_data:
        return
    if widest > 1:
        notes["a table with blocks in its cells became paragraphs"] += 1
    for part in _own(table, ["tr", "td", "th", "tbody", "thead", "tfoot"]):
        part.name = "div"
    table.name = "div"


def _own(table: Tag, names: list[str]) -> list[Tag]:
    """The parts of a table that are not of one within it."""
    return [part for part in table.find_all(names) if part.find_parent("table") is table]


def _mend_lists(soup: Tag) -> None:
    """Whatever stands in a list beside its entries becomes an entry, or a part of the one before."""
    for box in soup.find_all(["ul", "ol"]):
        before: Tag | None = None
        for child in list(box.children):
            if isinstance(child, Tag) and child.name == "li":
                before = child
            elif _is_space(child) or not (isinstance(child, Tag) or type(child) is NavigableString):
                continue
            elif before is not None and isinstance(child, Tag) and child.name in ("ul", "ol"):
                before.append(child.extract())
            else:
                before = new_tag("li")
                child.replace_with(before)
                before.append(child)
    for stray in soup.find_all("li"):
        if stray.parent is not None and stray.parent.name not in ("ul", "ol"):
            stray.name = "div"
    for entry in soup.find_all("li"):
        inner = [child for child in entry.children if not _is_space(child)]
        if inner and all(isinstance(child, Tag) and child.name in ("ul", "ol") for child in inner):
            _lift(entry, inner)


def _begin_with_words(entry: Tag) -> None:
    """An entry cannot begin with a quotation, a table or a list: what it begins with are the paragraphs of that."""
    first: Tag | None = entry
    while first is not None and (first is entry or first.name in BOXES):
        inner = [child for child in first.children if not _is_space(child)]
        first = inner[0] if inner and isinstance(inner[0], Tag) else None
    if first is None or first.name not in ("blockquote", "table", "ul", "ol"):
        return
    if first.name != "blockquote":
        for part in first.find_all(["li", "caption", "tr", "td", "th", "tbody", "thead", "tfoot"]):
            if part.find_parent(["ul", "ol", "table"]) is first:
                part.name = "div"
    first.name = "div"
    _begin_with_words(entry)


def _spread(terms: Tag) -> None:
    """Terms and meanings within an entry as paragraphs, the terms bold."""
    for part in terms.find_all(["dt", "dd"]):
        if part.find_parent("dl") is terms:
            if part.name == "dt":
                _wrap(list(part.children), new_tag("strong"))
            part.name = "div"
    terms.name = "div"


def _lift(entry: Tag, lists: list[PageElement]) -> None:
    """An entry that holds only lists has no words of its own: its lists' entries stand in its place."""
    for inner in lists:
        if isinstance(inner, Tag):
            for each in inner.find_all("li", recursive=False):
                entry.insert_before(each.extract())
    entry.decompose()


def _keep_languages(soup: Tag, lang: str) -> None:
    """A part in another language keeps it at each of its paragraphs; the name of the text's own is left out."""
    own = lang.lower().split("-", 1)[0]
    for part in soup.find_all(lang=True):
        code = str(part["lang"])
        del part["lang"]
        if not own or code.lower().replace("_", "-").split("-", 1)[0] == own or not code.replace("-", "").isalnum():
            continue
        if part.name in BLOCKS or has_blocks(part):
            for block in [part, *part.find_all(list(BLOCKS))]:
                if not has_blocks(block) and block.name not in ("pre", "hr") and block.get_text(strip=True):
                    _wrap(list(block.children), new_tag("span", lang=code))
        else:
            part["lang"] = code


def _wrap(children: list[PageElement], mark: Tag) -> None:
    if children:
        children[0].insert_before(mark)
        for child in children:
            mark.append(child.extract())


def _push(element: Tag) -> None:
    """A mark that goes around blocks goes into each of them."""
    if element.name != "pre":
        _push_into(element, element)
    element.unwrap()


def _push_into(container: Tag, mark: Tag) -> None:
    run: list[PageElement] = []
    for child in [*container.children, None]:
        if child is not None and not (isinstance(child, Tag) and (child.name in BLOCKS or has_blocks(child))):
            run.append(child)
            continue
        if any(not _is_space(each) for each in run):
            _mark_run(run, mark)
        run = []
        if isinstance(child, Tag) and child.name not in ("pre", "hr"):
            _push_into(child, mark)


def _mark_run(run: list[PageElement], mark: Tag) -> None:
    copy = Tag(name=mark.name, attrs=dict(mark.attrs), can_be_empty_element=False)
    run[0].insert_before(copy)
    for each in run:
        copy.append(each.extract())


def _is_space(node: PageElement) -> bool:
    return isinstance(node, NavigableString) and not str(node).strip()
