"""A document of any kind in, what is read of it out: which kind it is, is told by its beginning, not by its name."""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from jobboard.importing.sources.entry import ImportFailedError
from jobboard.importing.vacancy.papers.docx import read_docx
from jobboard.importing.vacancy.papers.mail import read_mail
from jobboard.importing.vacancy.papers.odt import read_odt
from jobboard.importing.vacancy.papers.packed import DAMAGED, unpacked_parts
from jobboard.importing.vacancy.papers.page import papers_of
from jobboard.importing.vacancy.papers.paper import MAX_PAPER, Paper, refusal
from jobboard.importing.vacancy.papers.pdf import read_pdf
from jobboard.importing.vacancy.papers.plain import html_of_text
from jobboard.source.message import Phrase, phrase

_STANDARD_INPUT = "-"
_ALLOWED = phrase("it is none of .docx, .odt, .pdf, .html, .eml, .txt")
_OTHERS: dict[bytes, Phrase] = {
    b"\xd0\xcf\x11\xe0": phrase(
        "it is an old Word file (.doc), a mail of Outlook (.msg), or locked; save it as .docx or .eml"
    ),
    b"{\\rtf": phrase("it is RTF; save it as .docx or .odt"),
    b"\x89PNG": phrase("it is a picture; ask for the file it was made of"),
    b"\xff\xd8\xff": phrase("it is a picture; ask for the file it was made of"),
}
_PAGE = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(rb"\A(?:From \S[^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_OF_MAILS = re.compile(
    rb"^(?:From|Received|MIME-Version|Message-ID|Return-Path|Delivered-To):", re.IGNORECASE | re.MULTILINE
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")


def read_papers(source: str, given: bytes | None = None) -> Sequence[Paper]:
    """What is read of a document: once, or once for each posting in the markup of a page. Raises ImportFailedError.

    `given` is what it holds, if that has been read.
    """
    name = phrase("standard input") if source == _STANDARD_INPUT else source
    data = _bytes_of(source) if given is None else given
    if len(data) > MAX_PAPER:
        raise _too_large(source)
    shown = str(name)
    if not data.strip():
        raise refusal(shown, phrase("it is empty"))
    for mark, why in _OTHERS.items():
        if data.startswith(mark):
            raise refusal(shown, why)
    if data.startswith(b"PK"):
        return [_office(data, shown)]
    if b"%PDF-" in data[:1024]:
        return [read_pdf(data, shown)]
    head = data[:4000].replace(b"\r\n", b"\n")
    beginning = _MAIL.match(head)
    if beginning and _OF_MAILS.search(beginning[0]):
        return [_mail(data, shown)]
    text = _decoded(data, shown)
    is_page = _PAGE.match(data.removeprefix(codecs.BOM_UTF8)) or Path(source).suffix.lower() in (
        ".html",
        ".htm",
        ".xhtml",
    )
    return list(papers_of(text, "")) if is_page else [Paper(html=html_of_text(text))]


def _bytes_of(source: str) -> bytes:
    try:
        if source == _STANDARD_INPUT:
            data = sys.stdin.buffer.read(MAX_PAPER + 1)
        else:
            file = Path(source)
            if not file.is_file():
                raise ImportFailedError(phrase("there is no file %(name)s", name=source))
            data = b"" if file.stat().st_size > MAX_PAPER else file.read_bytes()
            if not data and file.stat().st_size:
                raise _too_large(source)
    except OSError as error:
        raise ImportFailedError(
            phrase("cannot read %(name)s: %(why)s", name=source, why=error.strerror or str(error))
        ) from None
    return data


def _too_large(source: str) -> ImportFailedError:
    return refusal(source, phrase("it has more than %(number)s MB", number=MAX_PAPER // 1_000_000))


def _office(data: bytes, name: str) -> Paper:
    parts = unpacked_parts(data, name)
    try:
        if "word/document.xml" in parts:
            return read_docx(parts, name)
        if "content.xml" in parts and b"opendocument.text" in parts.get("mimetype", b""):
            return read_odt(data, parts, name)
    except ImportFailedError:
        raise
    except Exception:  # noqa: BLE001 (what a converter raises for a broken file is anything at all)
        raise refusal(name, DAMAGED) from None
    raise refusal(name, _ALLOWED)


def _mail(data: bytes, name: str) -> Paper:
    try:
        return read_mail(data, name)
    except ImportFailedError:
        raise
    except Exception:  # noqa: BLE001 (the library for mails raises anything at all for a header that is broken)
        raise refusal(name, DAMAGED) from None


def _decoded(data: bytes, name: str) -> str:
    """The text of a file in the encoding that it is in: UTF-8, UTF-16 with its mark, else Windows-1252."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if _CONTROLS.search(text[:100_000]):
        raise refusal(name, _ALLOWED)
    return text
