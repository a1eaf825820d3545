"""One document in every form people hand it over in, built by hand: blocks in, the bytes of a file out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from email.message import EmailMessage
from html import escape

Block = tuple[str, ...]
"""A kind and its texts: `h1`, `h2`, `p`, `bold`, `li`, or `row` with label and value."""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_STYLES = (
    f'<?xml version="1.0"?><w:styles {_W}>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>'
)
_NUMBERING = (
    f'<?xml version="1.0"?><w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1">'
    '<w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_ODF = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
        for name, space in {
            **{name: name for name in ("office", "text", "table", "style", "meta", "manifest")},
            "draw": "drawing",
            "fo": "xsl-fo-compatible",
            "svg": "svg-compatible",
        }.items()
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def docx(blocks: Iterable[Block], *, inside: str = "", files: Mapping[str, str] | None = None) -> bytes:
    """A Word file; `inside` is XML put at the end of its body, `files` are further parts."""
    body = "".join(_in_tables(blocks, _word, lambda rows: f"<w:tbl>{rows}</w:tbl>")) + inside
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>{body}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": document,
        "word/styles.xml": _STYLES,
        "word/numbering.xml": _NUMBERING,
    }
    return zipped({**parts, **(files or {})})


def odt(blocks: Iterable[Block], *, inside: str = "", files: Mapping[str, str] | None = None) -> bytes:
    """An OpenDocument text."""
    body = "".join(_in_tables(blocks, _open, lambda rows: f"<table:table>{rows}</table:table>")) + inside
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODF} office:version="1.3">'
        '<office:automatic-styles><style:style style:name="B" style:family="paragraph"><style:text-properties '
        'fo:font-weight="bold"/></style:style></office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        f'<?xml version="1.0"?><manifest:manifest {_ODF} manifest:version="1.3"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{kind}"/><manifest:file-entry manifest:full-path="content.xml" '
        'manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest, **(files or {})})


def pdf(blocks: Iterable[Block], *, margin: str = "") -> bytes:
    """A PDF of as many pages as it takes, in Helvetica; `margin` stands at the foot of each, with its number."""
    pages: list[list[str]] = [[]]
    height = 790.0
    for kind, *texts in blocks:
        size, face = {"h1": (18, "B"), "h2": (13, "B"), "bold": (11, "B")}.get(kind, (11, "F"))
        text = ": ".join(texts)
        height -= 9
        for number, line in enumerate(_wrapped(text, 1000 // size)):
            if height < 60:
                pages.append([])
                height = 790.0
            left = 70 if kind == "li" else 56
            bullet = f"BT /F {size} Tf 56 {height:.1f} Td (•) Tj ET\n" if kind == "li" and not number else ""
            pages[-1].append(f"{bullet}BT /{face} {size} Tf {left} {height:.1f} Td ({_in_pdf(line)}) Tj ET")
            height -= size * 1.25
    foot = f"BT /F 9 Tf 56 30 Td ({margin} %s) Tj ET" if margin else "%%%s"
    return _pdf_file(["\n".join([*page, foot % number]) for number, page in enumerate(pages, 1)])


def eml(blocks: Iterable[Block], subject: str = "Vacancy") -> bytes:
    """A mail in plain text, as people write it."""
    message = EmailMessage()
    message["From"], message["To"] = "Human Resources <hr@human.example>", "press@communication.example"
    message["Subject"], message["Date"] = subject, "Mon, 01 Feb 2027 10:00:00 +0100"
    message.set_content(plain(blocks).decode())
    return message.as_bytes()


def html(blocks: Iterable[Block], *, head: str = "") -> bytes:
    """A web page as it was saved, with its menu."""
    body = "".join(_in_tables(blocks, _page, lambda rows: f"<table>{rows}</table>"))
    menu = "<nav><a href='/'>Menu words</a></nav>"
    return f"<!doctype html><html><head><title>Jobs</title>{head}</head><body>{menu}{body}</body></html>".encode()


def plain(blocks: Iterable[Block]) -> bytes:
    """A plain text."""
    lines = [f"• {texts[0]}" if kind == "li" else f"{': '.join(texts)}\n" for kind, *texts in blocks]
    return "\n".join(lines).encode()


FORMS: Mapping[str, Callable[[Iterable[Block]], bytes]] = {
    "docx": docx,
    "odt": odt,
    "pdf": pdf,
    "eml": eml,
    "html": html,
    "txt": plain,
}
"""By the end of a file's name."""


def word_paragraph(text: str, properties: str = "", run: str = "") -> str:
    marks = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{marks}<w:r>{run}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _word(kind: str, *texts: str) -> str:
    if kind == "row":
        return f"<w:tr>{''.join(f'<w:tc>{word_paragraph(text)}</w:tc>' for text in texts)}</w:tr>"
    properties = {
        "h1": '<w:pStyle w:val="Heading1"/>',
        "h2": '<w:pStyle w:val="Heading2"/>',
        "li": '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    }.get(kind, "")
    return word_paragraph(texts[0], properties, "<w:rPr><w:b/></w:rPr>" if kind == "bold" else "")


def _open(kind: str, *texts: str) -> str:
    if kind == "row":
        cells = (f"<table:table-cell><text:p>{escape(text)}</text:p></table:table-cell>" for text in texts)
        return f"<table:table-row>{''.join(cells)}</table:table-row>"
    text = escape(texts[0])
    if kind in ("h1", "h2"):
        return f'<text:h text:outline-level="{kind[1]}">{text}</text:h>'
    if kind == "li":
        return f"<text:list><text:list-item><text:p>{text}</text:p></text:list-item></text:list>"
    style = ' text:style-name="B"' if kind == "bold" else ""
    return f"<text:p{style}>{text}</text:p>"


def _page(kind: str, *texts: str) -> str:
    if kind == "row":
        return f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in texts)}</tr>"
    if kind == "li":
        return f"<ul><li>{escape(texts[0])}</li></ul>"
    return f"<p><b>{escape(texts[0])}</b></p>" if kind == "bold" else f"<{kind}>{escape(texts[0])}</{kind}>"


def _in_tables(blocks: Iterable[Block], made: Callable[..., str], table: Callable[[str], str]) -> Iterable[str]:
    """Each block as it is made, rows that follow each other in one table."""
    rows = ""
    for block in blocks:
        if block[0] == "row":
            rows += made(*block)
            continue
        if rows:
            yield table(rows)
            rows = ""
        yield made(*block)
    if rows:
        yield table(rows)


def _wrapped(text: str, width: int) -> Iterable[str]:
    line = ""
    for word in text.split():
        if line and len(line) + len(word) >= width:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    if line:
        yield line


def _in_pdf(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def drawn_pdf(instructions: str, pages: int = 1) -> bytes:
    """A PDF of pages with some words each, and whatever else they are told to draw."""
    words = "BT /F 11 Tf 56 800 Td (Policy Officer: apply by 5 May 2027 at jobs@northern-towns.example) Tj ET\n"
    return _pdf_file([words + instructions] * pages)


def _pdf_file(streams: list[str]) -> bytes:
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(streams)))
    fonts = "".join(f"/{name} {number} 0 R " for name, number in (("F", 3), ("B", 4)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{face} /Encoding /WinAnsiEncoding >>".encode()
            for face in ("Helvetica", "Helvetica-Bold")
        ),
    ]
    for number, stream in enumerate(streams):
        data = stream.encode("cp1252", "replace")
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R"
        objects += [
            f"{page} /Resources << /Font << {fonts}>> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(data), data),
        ]
    made, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
    return made + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
