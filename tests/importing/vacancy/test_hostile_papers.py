"""Documents that mean harm: refused with one line that says why, and soon."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from jobboard.importing.sources.entry import ImportFailedError
from tests.importing.vacancy.forms import docx, drawn_pdf, odt, pdf, zipped
from tests.importing.vacancy.judge import content_for, take

SECONDS = 2
"""Of this process, so that a busy machine refuses no sooner and no later."""
BLOCKS = (("h1", "Policy Officer"), ("p", "Apply by 5 May 2027 at jobs@northern-towns.example."))
_ENTITIES = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10 if number else "lol"}">' for number in range(10))
_BOMB = f'<?xml version="1.0"?><!DOCTYPE d [{_ENTITIES}]><d>&e9;</d>'
_OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'
_LINK = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" '
    'TargetMode="External"/></Relationships>'
)
_RELATIONS = "word/_rels/document.xml.rels"
_MACRO_TYPES = (
    '<Types xmlns="x"><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)
_FRAME = '<draw:frame><draw:image xlink:href="{target}"/></draw:frame>'


def linked(kind: str, target: str) -> bytes:
    return docx(BLOCKS, files={_RELATIONS: _LINK.format(kind=kind, target=target)})


def heavy_pdf(size: int) -> bytes:
    """A PDF whose page unpacks to so many bytes."""
    packed = zlib.compress(b" " * size, 9)
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed)
    return pdf(BLOCKS).replace(b"trailer", b"9 0 obj\n" + stream + b"\nendobj\ntrailer")


def endless_pdf() -> bytes:
    """A PDF of very many pages that are all one."""
    kids = b"5 0 R " * 100_000
    return pdf(BLOCKS).replace(b"/Kids [5 0 R] /Count 1", b"/Kids [" + kids + b"] /Count 100000")


_TOO_LONG = "it is too long, or takes too long to read"
_WORDS = "".join(f"BT /F 4 Tf {at % 500} {at % 700} Td (abcdefghij) Tj ET\n" for at in range(2_000))
_BOX = "{x} {y} 8 6 re S\n{next} {y} 8 6 re S\nBT /F 4 Tf {x} {y} Td (ab) Tj ET\n"
_DRAWN = {
    "letters": (_WORDS * 6, 1),
    "letters on several pages": (_WORDS, 6),
    "curves": ("1 2 m 1 2 3 4 5 6 c S\n" * 50_000, 1),
    "steps": (f"0 0 m {'1 2 l ' * 145_000} S\n", 1),
    "states": ("q Q " * 220_000, 1),
    "numbers": ("1 2 3 4 " * 220_000, 1),
    "tables": (
        "".join(_BOX.format(x=50 + at % 20 * 20, next=58 + at % 20 * 20, y=50 + at // 20 * 10) for at in range(290)),
        5,
    ),
}
"""What a page may be told to draw that takes long, and on how many pages."""


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a part that unpacks to a hundred times its size": (
        "docx",
        lambda: docx(BLOCKS, files={"word/styles.xml": " " * 100_000_000}),
        "it grows absurdly as it is unpacked; nothing is read of it",
    ),
    "the same in an ODT": (
        "odt",
        lambda: odt(BLOCKS, files={"styles.xml": " " * 100_000_000}),
        "it grows absurdly as it is unpacked; nothing is read of it",
    ),
    "very many files": (
        "docx",
        lambda: docx(BLOCKS, files={f"word/a{number}.xml": "" for number in range(5_000)}),
        "it holds absurdly many files",
    ),
    "entities that grow": (
        "docx",
        lambda: docx(BLOCKS, files={"word/document.xml": _BOMB}),
        "it declares entities, which no office program writes; nothing is read of it",
    ),
    "entities that grow, in another encoding": (
        "docx",
        lambda: docx(BLOCKS, files={"word/numbering.xml": _BOMB.encode("utf-16")}),  # type: ignore[dict-item]
        "it declares entities, which no office program writes; nothing is read of it",
    ),
    "an entity that reads a file": (
        "odt",
        lambda: odt(BLOCKS, files={"content.xml": _OUTSIDE}),
        "it declares entities, which no office program writes; nothing is read of it",
    ),
    "very many elements": (
        "docx",
        lambda: docx(BLOCKS, inside="".join(f"<w:p a='{number}'/>" for number in range(310_000))),
        "it holds absurdly many elements; nothing is read of it",
    ),
    "a picture of another machine": (
        "docx",
        lambda: linked("image", "https://counter.example/seen.png"),
        (
            "it links to 'https://counter.example/seen.png', which is outside of it; put the picture into "
            "it, or take it out"
        ),
    ),
    "a template of another machine": (
        "docx",
        lambda: linked("attachedTemplate", "https://evil.example/t.dotm"),
        "it links to 'https://evil.example/t.dotm', which is outside of it; put the picture into it, or take it out",
    ),
    "a picture of another machine in an ODT": (
        "odt",
        lambda: odt(BLOCKS, inside=_FRAME.format(target="http://counter.example/seen.png")),
        (
            "it links to 'http://counter.example/seen.png', which is outside of it; put the picture into it, "
            "or take it out"
        ),
    ),
    "a picture of this machine in an ODT": (
        "odt",
        lambda: odt(BLOCKS, inside=_FRAME.format(target="file:///etc/passwd")),
        "it links to 'file:///etc/passwd', which is outside of it; put the picture into it, or take it out",
    ),
    "macros": (
        "docm",
        lambda: docx(BLOCKS, files={"word/vbaProject.bin": "x"}),
        "it holds macros; save it without them, as .docx or .odt",
    ),
    "macros by its type": (
        "docx",
        lambda: docx(BLOCKS, files={"[Content_Types].xml": _MACRO_TYPES}),
        "it holds macros; save it without them, as .docx or .odt",
    ),
    "macros in an ODT": (
        "odt",
        lambda: odt(BLOCKS, files={"Basic/Standard/Module1.xml": "<x/>"}),
        "it holds macros; save it without them, as .docx or .odt",
    ),
    "200 MB": ("docx", lambda: b"PK\x03\x04" + bytes(200_000_000), "it has more than 20 MB"),
    "XML that no converter expects": (
        "docx",
        lambda: docx(BLOCKS, inside='<w:p><w:r><w:sym w:font="x" w:char="none"/></w:r></w:p>'),
        "it is damaged; open it, and save it anew",
    ),
    "a ZIP of something else": (
        "docx",
        lambda: zipped({"a.txt": "a"}),
        "it is none of .docx, .odt, .pdf, .html, .eml, .txt",
    ),
    "a damaged ZIP": (
        "docx",
        lambda: docx(BLOCKS)[:-200],
        "it is damaged, or locked with a password; open it, and save it anew",
    ),
    "broken XML": (
        "docx",
        lambda: docx(BLOCKS, files={"word/document.xml": "<w:document>"}),
        "it is damaged; open it, and save it anew",
    ),
    "an old Word file": (
        "doc",
        lambda: b"\xd0\xcf\x11\xe0" + bytes(600),
        "it is an old Word file (.doc), a mail of Outlook (.msg), or locked; save it as .docx or .eml",
    ),
    "RTF": ("rtf", lambda: b"{\\rtf1 Vacancy}", "it is RTF; save it as .docx or .odt"),
    "a picture": ("txt", lambda: b"\x89PNG\r\n\x1a\n", "it is a picture; ask for the file it was made of"),
    "a program": ("txt", lambda: b"\x7fELF\x00\x01", "it is none of .docx, .odt, .pdf, .html, .eml, .txt"),
    "nothing": ("txt", lambda: b" \n", "it is empty"),
    "a PDF that unpacks to a hundred times its size": (
        "pdf",
        lambda: heavy_pdf(100_000_000),
        "it grows absurdly as it is unpacked; nothing is read of it",
    ),
    **{
        f"a PDF of very many {what}": ("pdf", lambda told=told, pages=pages: drawn_pdf(told, pages), _TOO_LONG)  # type: ignore[misc]
        for what, (told, pages) in _DRAWN.items()
    },
    "a PDF of very many pages": ("pdf", endless_pdf, "it has more than 40 pages"),
    "a broken PDF": ("pdf", lambda: b"%PDF-1.7\n" + b"<<" * 5_000, "it is damaged; have it made anew"),
    "a scan": (
        "pdf",
        lambda: pdf((("p", "12"),)),
        "it is a scan: pictures of pages, without their text; ask for the file it was made of, or have it read (OCR)",
    ),
    "a mail without a text": (
        "eml",
        lambda: b"From: a@b.example\nMIME-Version: 1.0\nSubject: x\n\n",
        "it is a mail without a text; save what is attached to it, and import that",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_refused_with_one_line_and_soon(name: str, tmp_path: Path) -> None:
    form, make, why = HOSTILE[name]
    content, data = content_for(tmp_path), make()
    started = time.process_time()
    with pytest.raises(ImportFailedError) as told:
        take(content, data, form)
    assert time.process_time() - started < SECONDS
    assert str(told.value) == f"{tmp_path}/vacancy.{form}: {why}"
    assert not (content / "postings").exists()


ENDLESS = {
    "words": ("txt", b"Officer\n\n" + b"experience in " * 20_000, "is too long for a vacancy"),
    "lines": ("txt", b"Officer\n\n" + b"x\n\n" * 10_000, "is too long for a vacancy"),
    "vacancies": (
        "txt",
        b"".join(b"Policy Officer %d\n\nApply at a%d@b.example\n\nx\n\ny\n\n" % (each, each) for each in range(40)),
        "holds more than 20 vacancies; split it",
    ),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_is_absurdly_long_is_refused(name: str, content: Path) -> None:
    form, data, why = ENDLESS[name]
    with pytest.raises(ImportFailedError, match=why):
        take(content, data, form)


def test_a_drawing_costs_its_page_the_tables_and_no_word(content: Path) -> None:
    shapes = "".join(f"{x * 8} {y * 10} 8 10 re S\n" for x in range(60) for y in range(60))
    started = time.process_time()
    (path,) = take(content, drawn_pdf(shapes), "pdf").paths
    assert time.process_time() - started < SECONDS
    assert "2027-05-05" in Path(path).read_text(encoding="utf-8")


LONG = {
    "a word in a paragraph of its kind": "Officer\n\n" + "experience in " * 5_000,
    "signs of a mailbox": "Officer\n\n" + "a" * 60_000 + "@ apply before 5 " * 2_000,
    "figures": "Officer\n\nsalary " + "1.000 " * 20_000,
    "quotation marks that are left open": "Officer\n\nsubject " + "\u201cab " * 30_000,
    "space": "Officer\n\nApply" + " " * 140_000 + "x",
}


@pytest.mark.parametrize("name", LONG)
def test_no_text_takes_long(name: str, content: Path) -> None:
    started = time.process_time()
    take(content, LONG[name].encode(), "txt")
    assert time.process_time() - started < SECONDS
