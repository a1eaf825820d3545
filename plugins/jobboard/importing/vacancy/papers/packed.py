"""An office document, which is a ZIP of XML files: looked through before anything reads it.

What could do harm is refused by name: macros, links that are followed on opening, entities, absurd sizes.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from lxml import etree

from jobboard.importing.sources.archive import DAMAGE, MAX_RATIO
from jobboard.importing.vacancy.papers.paper import refusal
from jobboard.source.message import phrase
from jobboard.source.problem import quoted

MAX_XML = 8_000_000
"""Bytes of one XML file within; of a document of thirty pages it has one million."""

DAMAGED = phrase("it is damaged; open it, and save it anew")
_MAX_FILES = 3_000
_LITTLE = 1_000_000
"""Of what is unpacked to less than this nobody asks how it was packed."""

_MAX_ELEMENTS = 150_000
_MACROS = re.compile(r"(?:^|/)(?:vbaProject\.bin|vbaData\.xml|Basic/.+|Scripts/.+)$", re.IGNORECASE)
_MACRO_TYPE = b"macroEnabled"
_FOLLOWED = re.compile(r"/(?:image|attachedTemplate|oleObject|frame|subDocument|aFChunk|video|audio|media)$")
"""Kinds of links that a program follows by itself when it opens a document."""

_OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]+:|//|\\\\|/)", re.IGNORECASE)
_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)

XmlParts = Mapping[str, bytes]
"""The XML files of a document by their names in it."""


def unpacked_parts(data: bytes, name: str) -> XmlParts:
    """The XML files of an office document. Raises ImportFailedError for one that is broken or could do harm."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > _MAX_FILES:
                raise refusal(name, phrase("it holds absurdly many files"))
            _refuse_macros([member.filename for member in members], name)
            parts = {each.filename: _unpacked(archive, each, name) for each in members if _is_xml(each.filename)}
    except (*DAMAGE, zlib.error, RuntimeError):
        raise refusal(name, phrase("it is damaged, or locked with a password; open it, and save it anew")) from None
    if any(_MACRO_TYPE in part for each, part in parts.items() if each == "[Content_Types].xml"):
        raise _with_macros(name)
    for each, part in parts.items():
        if each.endswith(".rels"):
            _refuse_links(part, name)
    return parts


def xml_of(part: bytes, name: str) -> etree._Element:
    """The root of an XML file, nothing fetched and no entity resolved."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError:
        raise refusal(name, DAMAGED) from None


def refuse_pictures_elsewhere(addresses: Iterator[str], name: str) -> None:
    """Refuse a document that has its pictures fetched from somewhere."""
    for address in addresses:
        if _OUTSIDE.match(address.strip()):
            raise _linked(name, address)


def _is_xml(filename: str) -> bool:
    return filename.endswith((".xml", ".rels")) or filename == "mimetype"


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    with archive.open(member) as file:
        part = file.read(MAX_XML + 1)
    if len(part) > MAX_XML or (len(part) > _LITTLE and len(part) > MAX_RATIO * max(1, member.compress_size)):
        raise refusal(name, phrase("it grows absurdly as it is unpacked; nothing is read of it"))
    if _DECLARED.search(part.replace(b"\x00", b"")):
        raise refusal(name, phrase("it declares entities, which no office program writes; nothing is read of it"))
    if part.count(b"<") > 2 * _MAX_ELEMENTS:
        raise refusal(name, phrase("it holds absurdly many elements; nothing is read of it"))
    return part


def _refuse_macros(names: list[str], name: str) -> None:
    if any(map(_MACROS.search, names)):
        raise _with_macros(name)


def _with_macros(name: str) -> Exception:
    return refusal(name, phrase("it holds macros; save it without them, as .docx or .odt"))


def _refuse_links(part: bytes, name: str) -> None:
    for link in xml_of(part, name):
        if link.get("TargetMode") == "External" and _FOLLOWED.search(link.get("Type", "")):
            raise _linked(name, link.get("Target", ""))


def _linked(name: str, address: str) -> Exception:
    why = phrase("it links to %(address)s, which is outside of it; put the picture into it, or take it out")
    return refusal(name, why(address=quoted(address, 200)))
