"""What is written, read as those read it who run what they find: `faults_in(path, data)` of every kind of output.

Tags, attributes and schemes are allowed by list. An output of a kind that no reader here knows is a fault.
"""

from __future__ import annotations

import csv
import functools
import html as html_module
import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree as ET

import comrak
import html5lib
from icalendar import Calendar
from lxml import etree

from jobboard.source.markdown.sanitise import ATTRIBUTES, SCHEMES, TAGS

_HTML = "{http://www.w3.org/1999/xhtml}"
_SVG = "{http://www.w3.org/2000/svg}"
_HOME = "https://hub.example/"
_ADDRESSED = ("href", "src", "action", "cite", "data", "formaction", "poster", "srcset", "ping", "background")
_IGNORED = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")

IN_TEXTS = {tag: ATTRIBUTES.get(tag, set()) | ATTRIBUTES["*"] for tag in TAGS | {"div"}}
IN_TEXTS["a"] = IN_TEXTS["a"] | {"rel", "class"}
"""What a text may hold."""

_BLOCKS = (
    "html head body title meta link script header nav main footer article section aside div form fieldset legend label"
    " input select option button textarea output picture source details summary address search template bdi"
)
_EVERYWHERE = "class id lang dir title hidden tabindex role"
_OWN = {
    **{tag: set() for tag in _BLOCKS.split()},
    "meta": {"charset", "name", "content", "http-equiv", "property"},
    "link": {"rel", "href", "type", "hreflang", "title", "sizes"},
    "script": {"src", "defer", "type"},
    "base": {"target"},
    "a": {"type", "download"},
    "blockquote": {"cite"},
    "img": {"loading", "decoding", "srcset", "sizes"},
    "source": {"type", "srcset", "sizes", "media", "width", "height"},
    "form": {"action", "method", "novalidate"},
    "label": {"for"},
    "input": {
        *("type", "name", "value", "checked", "autocomplete", "spellcheck", "readonly", "placeholder"),
        *("min", "step", "inputmode", "accept"),
    },
    "select": {"name"},
    "option": {"value", "selected"},
    "button": {"type", "value", "disabled"},
    "textarea": {"name", "rows", "maxlength", "readonly", "spellcheck"},
    "details": {"open"},
    _SVG + "svg": {"viewBox", "preserveAspectRatio", "width", "height", "aria-hidden"},
    _SVG + "rect": {"x", "y", "width", "height"},
    _SVG + "title": set(),
    _SVG + "g": {"id"},
    _SVG + "use": {"href", "x"},
    _SVG + "path": {"fill", "fill-rule", "d"},
}
_IN_PAGES = {
    tag: IN_TEXTS.get(tag, set()) | _OWN.get(tag, set()) | set(_EVERYWHERE.split()) for tag in {*IN_TEXTS, *_OWN}
}
"""What a page may hold: texts, and what the theme puts around them."""

_AROUND = ["a", "header", "main", "footer", "p"]
"""What a page's body is made of."""

_IN_A_FRAME = ["main", "p"]
"""The same of a list that other sites frame."""

_PAGE_SCHEMES = SCHEMES | {"webcal"}


def faults_in(path: str, data: bytes) -> list[str]:
    """What in an output could run, load or lead where it must not."""
    reader = next((read for pattern, read in _READERS if re.fullmatch(pattern, path)), None)
    return [f"{path}: {fault}" for fault in (reader(data.decode()) if reader else ["no reader for this kind"])]


@functools.lru_cache(maxsize=1024)
def faults_in_text(html: str) -> tuple[str, ...]:
    """What a text in HTML has that it may not have, parsed as a browser does; a text that does not close, too."""
    return tuple(_faults_in_text(html))


def _faults_in_text(html: str) -> Iterator[str]:
    fragment = html5lib.parseFragment(f"<article>{html}</article><i></i>", treebuilder="etree")
    names = [str(each.tag).removeprefix(_HTML) for each in fragment]
    if names != ["article", "i"]:
        yield f"the text reaches out of its place: {names}"
    for each in fragment[0].iter():
        if each is not fragment[0]:
            yield from _faults_of(each, IN_TEXTS, SCHEMES)


def texts_in(path: str, data: bytes) -> list[str]:
    """The texts in HTML that a file other than a page holds."""
    finder = next((find for pattern, find in _TEXTS if re.fullmatch(pattern, path)), None)
    return list(finder(data.decode())) if finder else []


def _page(text: str) -> Iterator[str]:
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
    document = parser.parse(text)
    for error in parser.errors:
        yield f"a browser has to guess: {error}"
    for each in document.iter():
        yield from _faults_of(each, _IN_PAGES, _PAGE_SCHEMES)
    body = document.find(f"{_HTML}body")
    around = [str(each.tag).removeprefix(_HTML) for each in body] if body is not None else []
    if (around != _AROUND[: len(around)] and around != _IN_A_FRAME) or "main" not in around:
        yield f"a text reaches out of its place: {around}"
    for script in document.iter(f"{_HTML}script"):
        yield from _faults_of_script(script)


def _taken_in(text: str) -> Iterator[str]:
    """A list that other sites take into their pages."""
    parts = html5lib.parseFragment(text, treebuilder="etree")
    names = {str(each.tag).removeprefix(_HTML) for each in parts if isinstance(each.tag, str)}
    if not names <= {"ul", "p"}:
        yield f"a text reaches out of its place: {names}"
    for part in parts:
        for each in part.iter():
            yield from _faults_of(each, _IN_PAGES, _PAGE_SCHEMES)


def _faults_of_script(script: ET.Element) -> Iterator[str]:
    if script.get("type") == "application/ld+json":
        yield from _markup("".join(script.itertext()))
    elif not (script.get("src") or "").startswith("/theme/js/") or "".join(script.itertext()):
        yield f"a script: {script.attrib}"


def _faults_of(element: ET.Element, allowed: dict[str, set[str]], schemes: set[str]) -> Iterator[str]:
    if not isinstance(element.tag, str):
        yield f"a comment: {(element.text or '')[:40]!r}"
        return
    name = element.tag.removeprefix(_HTML)
    if name not in allowed:
        yield f"<{name}>"
        return
    for attribute, value in element.attrib.items():
        if attribute not in allowed[name] and not re.fullmatch("(?:aria|data)-[a-z-]+", attribute):
            yield f"<{name} {attribute}={value[:60]!r}>"
        if attribute in _ADDRESSED:
            is_asked_for = name in ("img", "source", "script") or (
                name == "link" and element.get("rel") == "stylesheet"
            )
            trouble = _trouble_with(value.split(" ")[0] if attribute == "srcset" else value, schemes)
            trouble = trouble or ("of another site" if is_asked_for and _is_elsewhere(value) else "")
            if trouble:
                yield f"<{name} {attribute}={value[:60]!r}>: {trouble}"
    if name == "meta" and element.get("http-equiv", "").lower() not in ("", "content-security-policy", "refresh"):
        yield f"<meta {element.attrib}>"
    if element.get("http-equiv", "").lower() == "refresh" and "url=/" not in (element.get("content") or ""):
        yield f"<meta {element.attrib}>"


def _is_elsewhere(value: str) -> bool:
    return bool(value) and not value.startswith(_HOME) and not re.match(r"/(?![/\\])", value)


def _trouble_with(value: str, schemes: set[str]) -> str:
    """Why an address is not allowed: read as browsers do, and by programs that drop more than browsers do."""
    as_read = re.sub("[\t\n\r]", "", value.strip(_IGNORED))
    bare = "".join(each for each in value if each.isprintable() and not each.isspace()).replace("%EF%B7%93", "")
    for each in (as_read, value.strip(), bare, html_module.unescape(bare)):
        found = _SCHEME.match(each)
        if found and found[1].lower() not in schemes:
            return f"leads to {found[1]}:"
    is_path = as_read.startswith(("#", "/")) and not as_read.startswith(("//", "/\\"))
    return "" if not as_read or is_path or _SCHEME.match(as_read) else "leads nowhere"


def _markup(text: str) -> Iterator[str]:
    """JSON-LD: the description of a job is HTML, what names an address is one."""
    markup = json.loads(text)
    for html in _descriptions(markup):
        yield from faults_in_text(html)
    for name, value in _strings(markup):
        if name in ("url", "sameAs", "image", "logo", "item", "@id", "mainEntityOfPage") and not _is_web(value):
            yield f"{name}: {value[:60]!r}"


def _descriptions(markup: Any) -> Iterator[str]:
    """HTML is what describes a job; other descriptions are plain text (schema.org, Google)."""
    yield from (node.get("description", "") for node in markup["@graph"] if node["@type"] == "JobPosting")


def _is_web(value: str) -> bool:
    return re.match(r"https://[a-z0-9.-]+(?:[/?#:]|$)", value) is not None and value.isprintable() and " " not in value


def _strings(node: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of some JSON with the name of the member it is the value of, or in the list of."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _strings(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value, name)
    elif isinstance(node, str):
        yield name, node


def _json(text: str) -> Iterator[str]:
    for name, value in _strings(json.loads(text)):
        if name == "content_html":
            yield from faults_in_text(value)
        elif re.search(r"(?:^|_)(?:url|href|website|link|page|feed|about)$", name) and not _is_web(value):
            yield f"{name}: {value[:60]!r}"


def _xml(text: str) -> Iterator[str]:
    root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False))
    if root.getroottree().docinfo.doctype:
        yield "a document type"
    for each in root.iter():
        if not isinstance(each.tag, str):
            yield f"a comment or an instruction: {each.text!r}"
            continue
        name = etree.QName(each).localname
        for attribute, value in each.attrib.items():
            if attribute.lower() in ("href", "url", "xmlurl", "htmlurl", "src") and not _is_web(value):
                yield f"<{name} {attribute}={value[:60]!r}>"
        if (
            name in ("link", "url", "publisherurl", "loc", "docs")
            and (each.text or "").strip()
            and not _is_web(each.text)
        ):
            yield f"<{name}>{each.text[:60]!r}"
    for html in _texts_in_xml(text):
        yield from faults_in_text(html)


def _texts_in_xml(text: str) -> Iterator[str]:
    """RSS's and job sites' descriptions, RSS's and Atom's contents."""
    root = etree.fromstring(text.encode())
    for each in root.iter("{*}description", "{*}encoded", "{*}content", "{*}summary"):
        is_markup = etree.QName(each).localname in ("description", "encoded") or each.get("type") == "html"
        if is_markup and each.getparent().tag not in ("channel", "source"):
            yield each.text or ""
        assert each.get("type") in (None, "html", "text"), each.attrib


def _texts_in_json(text: str) -> Iterator[str]:
    yield from (value for name, value in _strings(json.loads(text)) if name == "content_html")


def _texts_in_page(text: str) -> Iterator[str]:
    for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL):
        yield from _descriptions(json.loads(block))


def _calendar(text: str) -> Iterator[str]:
    for component in Calendar.from_ical(text).walk():
        for name, value in component.property_items():
            parameters = getattr(value, "params", {})
            if name in ("URL", "ATTACH", "CONFERENCE", "SOURCE", "IMAGE") and not _is_web(str(value)):
                yield f"{name}: {value}"
            if name.startswith("X-ALT") or {"ALTREP", "FMTTYPE"} & set(parameters):
                yield f"{name} {dict(parameters)}: text in HTML"


def _table(text: str) -> Iterator[str]:
    for row in csv.reader(text.removeprefix("\ufeff").splitlines(keepends=True)):
        yield from (f"a formula: {cell[:40]!r}" for cell in row if re.match(r"[=+\-@\t\r]", cell))


def _redirects(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line and not re.fullmatch(r"/[\w/.%-]* (?:/[\w/.%-]* 301!?|/[\w/.%-]* 410!?)", line):
            yield line


def _markdown(text: str) -> Iterator[str]:
    """As a program renders it that takes whatever is in there."""
    options = comrak.RenderOptions()
    options.unsafe_ = True
    yield from faults_in_text(comrak.render_markdown(text, render_options=options))


def _nothing(_text: str) -> Iterator[str]:
    return iter(())


_READERS: tuple[tuple[str, Callable[[str], Iterator[str]]], ...] = (
    (r"(?:../)?embed/.*/list\.html", _taken_in),
    (r".*\.html", _page),
    (r".*\.json", _json),
    (r".*\.(?:xml|opml)", _xml),
    (r".*\.ics", _calendar),
    (r".*\.csv", _table),
    ("_redirects", _redirects),
    (r"llms\.txt|.*\.md", _markdown),
    (r"robots\.txt|_headers", _nothing),
)
_TEXTS: tuple[tuple[str, Callable[[str], Iterator[str]]], ...] = (
    (r".*\.html", _texts_in_page),
    (r"feeds/.*\.json|../feeds/.*\.json", _texts_in_json),
    (r".*\.xml", _texts_in_xml),
)
NOT_TEXT = re.compile(
    r"(?:theme|media|pictures)/.*|\.jobboard-files|.*\.zip|(?:.*/)?card\.png|(?:.*/)?write/help/[\w.]+\.webp"
)
"""Bytes that no author's words are in."""
