"""Words and the marks of a line in, a line of Markdown out; and text that marks nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import quote

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

from jobboard.importing.html.shapes import BLOCKS, EMPHASIS, REFERENCE

_MARKS = re.compile(r"([\\`*_\[\]])")
_ENTITY = re.compile(r"&(?=[a-zA-Z][a-zA-Z0-9]{1,31};|#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};)")
_LINE_START = re.compile(r"^([#>+-]|[0-9]{1,9}(?=[.)]))")
_ODD_START = re.compile(r"^[:=~|]")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_SAFE_IN_ADDRESS = "%/:?#@!$&'*+,;=~-._"
_AS_HTML = frozenset({"sub", "sup", "ins", "q", "kbd", "del", "s", "strike"})


def escaped_words(text: str) -> str:
    """Text that stays itself in Markdown, line by line."""
    return "\n".join(guarded(literal(line)) for line in text.split("\n"))


def to_target(address: str) -> str:
    """An address as it can stand between the round brackets of a link."""
    return quote(address.strip(), safe=_SAFE_IN_ADDRESS)


def literal(text: str) -> str:
    """Text in which nothing marks anything, but for what only the start of a line can mark."""
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
    text = _MARKS.sub(r"\\\1", text)
    return text.replace("~", "&#126;") if text.count("~") > 1 else text


def guarded(line: str) -> str:
    """A line of Markdown whose first character marks nothing."""
    bare = line.lstrip(" \t")
    before = line[: len(line) - len(bare)]
    bare = _LINE_START.sub(lambda found: f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}", bare)
    return before + _ODD_START.sub(lambda found: f"&#{ord(found[0])};", bare)


def inline(nodes: list[PageElement]) -> str:
    """Words and marks in a row; a line end is where a line is to be broken."""
    text = ""
    was_reference = False
    for node in nodes:
        part = _piece(node)
        if part.startswith("[") and text.endswith("!"):
            text = f"{text[:-1]}\\!"  # a link behind it would be a picture
        if was_reference and part[:1] in ("(", ":"):
            part = f"&#{ord(part[0])};{part[1:]}"
        was_reference = isinstance(node, Tag) and node.get(REFERENCE) is not None
        text += part
    return text


def _piece(node: PageElement) -> str:
    if isinstance(node, NavigableString):
        return literal(_SPACES.sub(" ", str(node))) if type(node) is NavigableString else ""
    if not isinstance(node, Tag):
        return ""
    if (number := node.get(REFERENCE)) is not None:
        return f"[^{number}]"
    if node.name in _SINGLE:
        return _SINGLE[node.name](node)
    text = inline(list(node.children))
    if node.name in BLOCKS:  # in a cell
        return f"\n{text}\n"
    return _marked(node, text) if text.strip() else text


def _image(element: Tag) -> str:
    alt = " ".join(str(element.get("alt") or "").split())
    return f"![{literal(alt)}]({to_target(str(element.get('src') or ''))})"


def _marked(element: Tag, text: str) -> str:
    name, bare = element.name, text.strip()
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if name == "a" and (target := to_target(str(element.get("href") or ""))):
        bare = f"[{' '.join(bare.split())}]({target})"
    elif name in EMPHASIS and element.find_parent(EMPHASIS[name][1]) is None:
        mark, tags = EMPHASIS[name]
        fits = _flanks(element, bare, before, after)
        bare = f"{mark}{bare}{mark}" if fits else f"<{tags[0]}>{bare}</{tags[0]}>"
    elif name in _AS_HTML:
        tag = "s" if name == "strike" else name
        bare = f"<{tag}>{bare}</{tag}>"
    elif name == "rt":
        bare = f" ({bare})"
    if lang := str(element.get("lang") or ""):
        bare = f'<span lang="{lang}">{bare}</span>'
    return before + bare + after


def _flanks(element: Tag, text: str, before: str, after: str) -> bool:
    """True where stars around a text would be read as marks, by CommonMark's rule of flanking."""
    if "*" in text or "\n" in text:
        return False
    left, right = _beside(element, is_before=True), _beside(element, is_before=False)
    if (left == "*" and not before) or (right == "*" and not after):
        return False
    opens = text[0].isalnum() or bool(before) or not left.isalnum()
    closes = text[-1].isalnum() or bool(after) or not right.isalnum()
    return opens and closes


def _beside(element: Tag, *, is_before: bool) -> str:
    """The character beside an element; a star for another that has marks of its own."""
    sibling = element.previous_sibling if is_before else element.next_sibling
    while sibling is not None and not str(sibling):
        sibling = sibling.previous_sibling if is_before else sibling.next_sibling
    if isinstance(sibling, Tag):
        if sibling.name in EMPHASIS or sibling.find(list(EMPHASIS)):
            return "*"
        text = sibling.get_text() or " "
        return text[-1 if is_before else 0]
    if sibling is not None:
        return str(sibling)[-1 if is_before else 0]
    parent = element.parent
    if parent is None or parent.name in BLOCKS or isinstance(parent, BeautifulSoup):
        return " "
    return "*" if parent.name in EMPHASIS else _beside(parent, is_before=is_before)


def _code(element: Tag) -> str:
    """Code within a line; in a cell as a tag, since a bar would end the cell."""
    done = []
    for line in code_lines(element):
        bare = " ".join(line.split())
        if not bare:
            continue
        if element.find_parent(["td", "th"]) is not None or element.find_parent("code") is not None:
            done.append(f"<code>{literal(bare)}</code>")
        else:
            done.append(code_span(bare))
    text = element.get_text()
    before, after = " " if text[:1].isspace() else "", " " if text[-1:].isspace() else ""
    return before + "\n".join(done) + after if done else text


def code_span(text: str) -> str:
    """Code on one line between as many ticks as it needs."""
    longest = max((len(found) for found in re.findall("`+", text)), default=0)
    ticks, space = "`" * (longest + 1), " " if longest else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def code_lines(element: Tag) -> list[str]:
    """The lines of code an element holds, as they are, without empty ones at either end."""
    text = "".join(
        "\n" if isinstance(each, Tag) else str(each)
        for each in element.descendants
        if isinstance(each, NavigableString) or (isinstance(each, Tag) and each.name == "br")
    )
    lines = text.expandtabs(4).split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


_SINGLE: Mapping[str, Callable[[Tag], str]] = {
    "br": lambda _: "\n",
    "hr": lambda _: "\n",
    "img": _image,
    **dict.fromkeys(("code", "tt", "samp"), _code),
}
"""Elements that hold no marks, and what becomes of each."""
