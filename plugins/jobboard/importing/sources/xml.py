"""A cleaned source in, its elements out: the one place where the import parses XML.

Elements are named as feeds and exports name them in practice, `dc:creator` or `wp:status`, by what their namespace is
and not by how it is spelt: with http or https, with or without the last slash, in any version. What is broken is
refused with its line; a prefix that nobody declared counts for what it is customarily.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from jobboard.importing.sources.entry import ImportFailedError
from jobboard.importing.sources.wellformed import Cleaned

Element = etree._Element  # noqa: SLF001 (lxml has no public name for it)
Values = Mapping[str, Sequence[Element]]
"""The elements within another by their names, in their order."""

_SPACES = (
    (r"(?:www\.)?wordpress\.org/export/[^/]*/excerpt", "excerpt"),
    (r"(?:www\.)?wordpress\.org/export\b.*", "wp"),
    (r"purl\.org/rss/1\.0/modules/content", "content"),
    (r"purl\.org/dc/elements/1\.[01]", "dc"),
    (r"purl\.org/dc/terms", "dcterms"),
    (r"www\.w3\.org/2005/atom|purl\.org/atom/ns", "atom"),
    (r"purl\.org/atom/app|www\.w3\.org/2007/app", "app"),
    (r"schemas\.google\.com/blogger/[0-9]+", "blogger"),
    (r"(?:tools\.)?search\.yahoo\.com/mrss", "media"),
    (r"www\.itunes\.com/dtds/podcast-1\.0\.dtd", "itunes"),
    (r"purl\.org/syndication/thread/1\.0", "thr"),
    (r"www\.w3\.org/1999/02/22-rdf-syntax-ns", "rdf"),
    (r"www\.w3\.org/1999/xhtml", "xhtml"),
    (r"purl\.org/rss/1\.0|purl\.org/net/rss1\.1|(?:my|channel)\.netscape\.com/.*", ""),
    (r"backend\.userland\.com/rss2?|blogs\.law\.harvard\.edu/tech/rss", ""),
)
_NAMES = tuple((re.compile(rf"https?://(?:{pattern})[/#]?", re.IGNORECASE), name) for pattern, name in _SPACES)
_CUSTOMARY = frozenset(name for _, name in _SPACES if name)
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_OF_NAMESPACES = etree.ErrorDomains.NAMESPACE


class BrokenError(Exception):
    """The XML is not well-formed; says where and why."""


def elements(source: Cleaned, *, ends: frozenset[str]) -> Iterator[tuple[str, Element]]:
    """Each element of a source: the first as it begins, those whose local name is in `ends` as they end.

    Raises BrokenError, at the end of a mended source too. Nothing is fetched, and no entity is resolved.
    """
    events = etree.iterparse(
        source,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_pis=True,
        remove_comments=True,
    )
    is_first = True
    try:
        for event, element in events:
            if is_first or (event == "end" and local_name(element) in ends):
                yield event, element
            is_first = False
    except etree.XMLSyntaxError as error:
        raise BrokenError(f"line {error.lineno}: {error.msg}") from None
    for each in events.error_log:
        if each.domain != _OF_NAMESPACES and each.level > etree.ErrorLevels.WARNING:
            raise BrokenError(f"line {each.line}: {each.message}")


def element_name(element: Element) -> str:
    """`dc:creator`, `wp:status`, `title`; of a namespace that is not known, `?:` and the local name."""
    space, _, local = element.tag.rpartition("}") if "}" in element.tag else ("", "", element.tag)
    if not space:
        prefix, _, local = local.rpartition(":")
        return f"{prefix if prefix in _CUSTOMARY else '?'}:{local}" if prefix else local
    for pattern, name in _NAMES:
        if pattern.fullmatch(space[1:]):
            return f"{name}:{local}" if name else local
    return f"?:{local}"


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def children(element: Element) -> Iterator[tuple[str, Element]]:
    """The elements right within another, with their names."""
    for child in element:
        if isinstance(child.tag, str):
            yield element_name(child), child


def element_values(element: Element, *, is_atom: bool = False) -> Values:
    """The elements right within another by their names; in an Atom feed one without a namespace counts as Atom's."""
    found: dict[str, list[Element]] = defaultdict(list)
    for name, child in children(element):
        found[f"atom:{name}" if is_atom and ":" not in name else name].append(child)
    return found


def element_text(element: Element | None) -> str:
    """All text within an element."""
    return "" if element is None else "".join(map(str, element.itertext()))


def lang_of(element: Element | None) -> str:
    """The language an element declares by `xml:lang`, itself or by what it stands in."""
    while element is not None:
        if lang := element.get(LANG):
            return lang
        element = element.getparent()
    return ""


def inner_html(element: Element) -> str:
    """What is within an element as HTML, its tags without their namespaces."""
    parts = [_escaped(element.text)]
    for child in element:
        for each in child.iter():
            if isinstance(each.tag, str):
                each.tag = local_name(each)
        etree.cleanup_namespaces(child)
        parts.append(etree.tostring(child, encoding="unicode", method="html", with_tail=True))
    return "".join(parts)


def refuse_xml(name: str, what: str, error: Exception) -> ImportFailedError:
    """The message for a source that is broken."""
    return ImportFailedError(
        f"the {what} {name} is broken: {error}; nothing is imported, since what comes after might be lost"
    )


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
