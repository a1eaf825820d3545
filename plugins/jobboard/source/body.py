"""A body: Markdown text in, safe HTML out, with the links into the content it holds and advice on its form."""

from __future__ import annotations

import hashlib
import html as html_module
import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from jobboard.source import guard, sanitise
from jobboard.source.lazy import Lazy
from jobboard.source.markdown import Engine, TooComplexError, to_html
from jobboard.source.mentions import Mention, mentions_of
from jobboard.source.problem import Report, quoted
from jobboard.source.text import DELETE, trouble_in, without_hidden


class Reference(Struct, frozen=True):
    """A link or picture of a body that names a file of the content; `line` is the file's."""

    target: str
    line: int
    is_image: bool


class Said(Struct, frozen=True):
    """What advice is given on: where the text starts, how many characters it has, its digest, what it mentions."""

    line: int = 1
    size: int = 0
    digest: str = ""
    mentions: tuple[Mention, ...] = ()


NOTHING = Said()


class Outline(Struct, frozen=True):
    """What is said of a body without its text: whether there is none, its first paragraph, its references, mentions."""

    is_empty: bool
    excerpt: str = ""
    references: tuple[Reference, ...] = ()
    said: Said = NOTHING


class Body(Struct, frozen=True):
    """Sanitised HTML whose headings start at `h2`, its first paragraph as text, and its references.

    References still read as the author wrote them; the pages put the addresses in.
    """

    fetch: Callable[[], str]
    outline: Lazy[Outline]

    @classmethod
    def of(cls, html: str, excerpt: str = "", references: tuple[Reference, ...] = (), said: Said = NOTHING) -> Body:
        """A body whose HTML is at hand."""
        return cls(lambda: html, Lazy.of(Outline(not html, excerpt, references, said)))

    @property
    def said(self) -> Said:
        """Looked at by `check` alone."""
        return self.outline.value.said

    @property
    def html(self) -> str:
        """Fetched anew each time: bodies are long, and most are looked at once."""
        return self.fetch()

    @property
    def is_empty(self) -> bool:
        return self.outline.value.is_empty

    @property
    def excerpt(self) -> str:
        return self.outline.value.excerpt

    @property
    def references(self) -> tuple[Reference, ...]:
        return self.outline.value.references


_HEADING = re.compile(r"<(/?)h([1-6])(?=[ >])")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_ANY_TAG = re.compile(r"<[^>]*>")
_TARGET = re.compile(r'<(a|img)\b[^>]*?\s(?:href|src)="([^"]*)"')
_IMAGE = re.compile(r'<img\b(?:[^>"]|"[^"]*")*>')
_ALT = re.compile(r'\salt="([^"]*)"')
_PICTURE = re.compile(r"""<img\b(?:[^<>"']|"[^"]*"|'[^']*')*?\ssrc\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""", re.IGNORECASE)
_EXTERNAL = re.compile(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|#)")
_DEFINITION = re.compile(r" {0,3}(\[[^\]\n]+\]):")
_CHARACTER = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))")
_RULE = r"(?! {0,3}([-*])[ \t]*(?:\1[ \t]*){2,}$)"
_LIST_ITEM = re.compile(rf"^{_RULE} {{0,3}}(?:[-*+]|1[.)])[ \t]+\S")
_NO_PARAGRAPH = re.compile(r"^(?:\s*(?:[-*+:]\s|[>|#<]|\d+[.)]\s|\[\^?[^\]]+\]:)|\s{4}|\t)")


def convert_body(text: str, first_line: int, report: Report, engine: Engine = Engine.MARKDOWN) -> Body | None:
    """Convert a body that starts on `first_line` of its file; None if a problem was reported."""
    if not text.strip():
        return Body.of("")
    if not guard.is_convertible(text, first_line, report):
        return None
    try:
        unsafe, safe = to_html(text, engine)
    except TooComplexError:
        report.problem(first_line, "body", "too tangled to be converted", "simplify its lists, quotations and links")
        return None
    html = _without_hidden(_outlined(safe).strip(), text, first_line, report)
    _advise_on_form(text, unsafe, first_line, report)
    _check_images(html, text, first_line, report)
    _check_characters(html, text, first_line, report)
    return Body.of(html, _excerpt(html), _references(html, text, first_line), _said(html, text, first_line))


def _said(html: str, text: str, first_line: int) -> Said:
    line = first_line + len(text[: len(text) - len(text.lstrip())].split("\n")) - 1
    digest = hashlib.blake2b(html.encode(), digest_size=8).hexdigest()
    return Said(line, len(to_text(html)), digest, mentions_of(text, first_line))


def _outlined(html: str) -> str:
    """Headings renumbered from `h2` down without a gap, whatever levels the author used."""
    outer: list[int] = []

    def renumber(match: re.Match[str]) -> str:
        closing, level = match[1], int(match[2])
        if not closing:
            while outer and outer[-1] >= level:
                outer.pop()
            outer.append(level)
        return f"<{closing}h{min(6, 1 + len(outer))}"

    return _HEADING.sub(renumber, html)


def _excerpt(html: str) -> str:
    paragraph = _PARAGRAPH.search(html)
    return to_text(paragraph[1]) if paragraph else ""


def to_text(html: str) -> str:
    """Sanitised HTML as plain text on one line."""
    return " ".join(html_module.unescape(_ANY_TAG.sub("", html)).split())


def _references(html: str, text: str, first_line: int) -> tuple[Reference, ...]:
    found = ((tag, html_module.unescape(target)) for tag, target in _TARGET.findall(html))
    return tuple(
        Reference(target, _line_of(target, text, first_line), tag == "img")
        for tag, target in dict.fromkeys(found)
        if target and not _EXTERNAL.match(target)
    )


def _line_of(needle: str, text: str, first_line: int) -> int:
    return first_line + text.count("\n", 0, max(0, text.find(needle)))


def _check_images(html: str, text: str, first_line: int, report: Report) -> None:
    for image in _IMAGE.findall(html):
        source, alt = _TARGET.match(image), _ALT.search(image)
        if source and not (alt and html_module.unescape(alt[1]).strip()):
            name = html_module.unescape(source[2])
            report.problem(
                _line_of(name, text, first_line),
                "body",
                f"the picture {quoted(name)} has no description",
                "say what it shows: ![Two people at a desk](images/desk.jpg)",
            )


def _check_characters(html: str, text: str, first_line: int, report: Report) -> None:
    """A reference like `&#7;` may stand for what the file itself may not hold."""
    if "&#" not in text or not (trouble := trouble_in(html)):
        return
    codes = ((found.start(), int(found[1] or "0", 16) or int(found[2] or 0)) for found in _CHARACTER.finditer(text))
    at = next((start for start, code in codes if code < 0x110000 and trouble_in(chr(code))), 0)
    report.problem(first_line + text.count("\n", 0, at), "body", trouble, DELETE)


def _without_hidden(html: str, text: str, first_line: int, report: Report) -> str:
    """The HTML without characters nobody can see that the text names by references: `&#8232;`."""
    if "&" not in text:
        return html
    said = Report("")
    cleaned = without_hidden(html, 1, said, is_one_scope=True)
    line = _line_of("&#" if "&#" in text else "&", text, first_line)
    for each in said:
        report.advise(line, "body", each.message, each.hint)
    return cleaned


def _advise_on_form(text: str, unsafe: str, first_line: int, report: Report) -> None:
    for address in _pictures_left_out(unsafe):
        if not address:
            line = _line_of("]()" if "]()" in text else "<img", text.lower(), first_line)
            hint = "name its file: ![Two people at a desk](images/desk.jpg)"
            report.advise(line, "body", "a picture without an address is left out", hint)
            continue
        report.advise(
            _line_of_picture(address, text, first_line),
            "body",
            f"a picture of another site is left out: {quoted(address)}",
            "put the file into content/images/ and name it here",
        )
    for tag in sanitise.refused_tags(unsafe):
        report.advise(
            _line_of(f"<{tag}", text.lower(), first_line),
            "body",
            f"<{tag}> is left out",
            "a body may hold text, lists, tables, links and pictures",
        )
    for line in _glued_lists(text):
        report.advise(
            first_line + line,
            "body",
            "this list is glued to the paragraph above and will not be a list",
            "put an empty line before it",
        )


def _pictures_left_out(unsafe: str) -> Iterator[str]:
    """Addresses of pictures that may not be shown, each once; an empty one for pictures that have none."""
    if count := unsafe.lower().count("<img"):
        found = [html_module.unescape(address.strip("\"'")).strip() for address in _PICTURE.findall(unsafe)]
        addresses = dict.fromkeys(found if len(found) == count else [*found, ""])
        yield from (address for address in addresses if not address or sanitise.is_foreign(address))


def _line_of_picture(address: str, text: str, first_line: int) -> int:
    """The line of a picture, which may name its address by a label that is explained elsewhere."""
    at = max(0, text.find(address))
    if label := _DEFINITION.match(text, text.rfind("\n", 0, at) + 1):
        used = text.lower().find(f"]{label[1].lower()}")
        at = used if used >= 0 else at
    return first_line + text.count("\n", 0, at)


def _glued_lists(text: str) -> Iterator[int]:
    """Line offsets of lists that follow a paragraph without an empty line, which Markdown takes for prose."""
    in_paragraph = False
    above = ""
    for number, line in enumerate(text.split("\n")):
        if not line.strip():
            in_paragraph = False
        elif not above.strip():
            in_paragraph = not _NO_PARAGRAPH.match(line)
        elif in_paragraph and _LIST_ITEM.match(line):
            yield number
            in_paragraph = False
        above = line
