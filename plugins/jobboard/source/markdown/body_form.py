"""The form of a body: what its HTML may not hold, and advice on what will not come out as it was meant."""

from __future__ import annotations

import html as html_module
import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote

from jobboard.source.markdown import sanitise
from jobboard.source.message import message, phrase
from jobboard.source.problem import Report, quoted
from jobboard.source.text import DELETE, trouble_in

PICTURE_WITHOUT_DESCRIPTION = message("picture-without-description", "the picture %(name)s has no description")
LINK_LEADS_NOWHERE = message("link-leads-nowhere", "the link to %(address)s leads nowhere and becomes plain text")
PICTURE_WITHOUT_ADDRESS = message("picture-without-address", "a picture without an address is left out")
PICTURE_OF_ANOTHER_SITE = message("picture-of-another-site", "a picture of another site is left out: %(address)s")
HTML_LEFT_OUT = message("html-left-out", "<%(tag)s> is left out")
FOOTNOTE_UNUSED = message("footnote-unused", "nothing refers to the footnote %(name)s, and it is left out")

TARGET = re.compile(r'<(a|img)\b[^>]*?\s(?:href|src)="([^"]*)"')
"""A link or picture of safe HTML, with its kind and its address."""

_IMAGE = re.compile(r'<img\b(?:[^>"]|"[^"]*")*>')
_ALT = re.compile(r'\salt="([^"]*)"')
_PICTURE = re.compile(r"""<img\b(?:[^<>"']|"[^"]*"|'[^']*')*?\ssrc\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""", re.IGNORECASE)
_LINK = re.compile(
    r"""<a\b(?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}')*?\shref\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""", re.IGNORECASE
)
_DEFINITION = re.compile(r" {0,3}(\[[^\]\n]+\]):")
_CHARACTER = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))")
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_NOTE_AS_CODE = re.compile(r"\[\^([^\]\s]+)\]:")
_MOST_LOOKS = 2000


class Lines:
    """Where things stand in a text that starts on `first_line` of its file.

    Each is looked for through the whole text, so that no more than `_MOST_LOOKS` are: the others are on the last line
    found, which nobody sees, as messages are counted long before that many.
    """

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self._small = ""
        self._looks = _MOST_LOOKS
        self._last = first_line

    def of(self, needle: str) -> int:
        """The line on which `needle` first stands, encoded or not; the text's first line if it does not."""
        return self._line(lambda: max(0, self.text.find(needle), self.text.find(unquote(needle))))

    def of_small(self, needle: str) -> int:
        """The line on which `needle`, in small letters, first stands, however that is written."""
        self._small = self._small or self.text.lower()
        return self._line(lambda: max(0, self._small.find(needle)))

    def of_picture(self, address: str) -> int:
        """The line of a picture, which may name its address by a label that is explained elsewhere."""
        return self._line(lambda: self._place_of_picture(address))

    def at(self, place: int) -> int:
        """The line of a place."""
        return self._line(lambda: place)

    def _line(self, find: Callable[[], int]) -> int:
        if self._looks:
            self._looks -= 1
            self._last = self.first_line + self.text.count("\n", 0, find())
        return self._last

    def _place_of_picture(self, address: str) -> int:
        at = max(0, self.text.find(address))
        if label := _DEFINITION.match(self.text, self.text.rfind("\n", 0, at) + 1):
            self._small = self._small or self.text.lower()
            used = self._small.find(f"]{label[1].lower()}")
            at = used if used >= 0 else at
        return at


def check_body(html: str, lines: Lines, report: Report) -> None:
    """Problems: pictures without a description, and characters that no file may hold."""
    _check_images(html, lines, report)
    _check_characters(html, lines, report)


def _check_images(html: str, lines: Lines, report: Report) -> None:
    for image in _IMAGE.findall(html):
        source, alt = TARGET.match(image), _ALT.search(image)
        if source and not (alt and html_module.unescape(alt[1]).strip()):
            name = html_module.unescape(source[2])
            report.problem(
                lines.of(name),
                "body",
                PICTURE_WITHOUT_DESCRIPTION(name=quoted(name)),
                phrase("say what it shows: ![Two people at a desk](images/desk.jpg)"),
            )


def _check_characters(html: str, lines: Lines, report: Report) -> None:
    """A reference like `&#7;` may stand for what the file itself may not hold."""
    text = lines.text
    if "&#" not in text or not (trouble := trouble_in(html)):
        return
    codes = ((found.start(), int(found[1] or "0", 16) or int(found[2] or 0)) for found in _CHARACTER.finditer(text))
    at = next((start for start, code in codes if code < 0x110000 and trouble_in(chr(code))), 0)
    report.problem(lines.at(at), "body", trouble, DELETE)


def advise_on_form(lines: Lines, unsafe: str, html: str, dead: Iterable[str], report: Report) -> None:
    """Advice on what is left out or leads nowhere; `dead` are fragments of links within the text that do not."""
    for address in _links_left_out(unsafe, html):
        report.advise(
            lines.of(address),
            "body",
            LINK_LEADS_NOWHERE(address=quoted(address)),
            phrase("an address begins with https://, http://, mailto: or tel:"),
        )
    for address in _pictures_left_out(unsafe):
        if not address:
            line = lines.of_small("]()" if "]()" in lines.text else "<img")
            hint = phrase("name its file: ![Two people at a desk](images/desk.jpg)")
            report.advise(line, "body", PICTURE_WITHOUT_ADDRESS, hint)
            continue
        report.advise(
            lines.of_picture(address),
            "body",
            PICTURE_OF_ANOTHER_SITE(address=quoted(address)),
            phrase("put the file into content/images/ and name it here"),
        )
    for tag in sanitise.refused_tags(unsafe):
        report.advise(
            lines.of_small(f"<{tag}"),
            "body",
            HTML_LEFT_OUT(tag=tag),
            phrase("a body may hold text, lists, tables, links and pictures"),
        )
    for fragment in dict.fromkeys(dead):
        report.advise(
            lines.of(f"#{fragment}"),
            "body",
            LINK_LEADS_NOWHERE(address=quoted("#" + unquote(fragment))),
            phrase("it names no heading of this text; write one in small letters with hyphens: #what-we-offer"),
        )
    for name, at in _unused_notes(lines.text, unsafe):
        report.advise(
            lines.at(at),
            "body",
            FOOTNOTE_UNUSED(name=quoted(name)),
            phrase("put [^%(name)s] where it belongs", name=name),
        )


def _unused_notes(text: str, unsafe: str) -> Iterator[tuple[str, int]]:
    """Footnotes that the text has and does not refer to, with their places; not what is shown as code."""
    notes = {found.end(): found[1] for found in _NOTE.finditer(text)} if "[^" in text else {}
    used = {found[1] for found in _NOTE_MARK.finditer(text) if found.end() + 1 not in notes} if notes else set()
    as_code = {found[1] for found in _NOTE_AS_CODE.finditer(unsafe)} if notes else set()
    for end, name in notes.items():
        if name not in used and name not in as_code:
            yield name, end


def _links_left_out(unsafe: str, html: str) -> Iterator[str]:
    """Addresses of links that may not be followed, each once."""
    if html.count("<a ") > html.count(' href="'):
        found = dict.fromkeys(html_module.unescape(address.strip("\"'")) for address in _LINK.findall(unsafe))
        yield from (address for address in found if sanitise.link_of(address) is None)


def _pictures_left_out(unsafe: str) -> Iterator[str]:
    """Addresses of pictures that may not be shown, each once; an empty one for pictures that have none."""
    if count := unsafe.lower().count("<img"):
        found = [html_module.unescape(address.strip("\"'")).strip() for address in _PICTURE.findall(unsafe)]
        addresses = dict.fromkeys(found if len(found) == count else [*found, ""])
        yield from (address for address in addresses if not address or sanitise.is_foreign(address))
