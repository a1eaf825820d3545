"""What each kind of file has of its own: changes, boxes, margins, comments, notes, columns, quoted mails."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.vacancy.forms import FORMS, docx, drawn_pdf, eml, html, odt, pdf, plain, word_paragraph
from tests.importing.vacancy.judge import draft_from, fields_of, take

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TITLE = ("h1", "Policy Officer")
TEXT = ("p", "The Northern Towns Alliance looks for you. Apply by 5 May 2027 at jobs@northern-towns.example.")
BLOCKS = (TITLE, TEXT)


def run(text: str, mark: str = "") -> str:
    return f"<w:r>{mark}<w:t>{text}</w:t></w:r>"


def said_of(content: Path, data: bytes, form: str) -> tuple[str, str]:
    """The draft of a document, and what was said of it."""
    taken = take(content, data, form)
    return Path(taken.paths[0]).read_text(encoding="utf-8"), "\n".join(map(str, taken.said))


def test_tracked_changes_count_as_accepted(content: Path) -> None:
    inside = (
        f'<w:p>{run("Kept ")}<w:ins w:id="1">{run("inserted ")}</w:ins>'
        '<w:del w:id="2"><w:r><w:delText>deleted</w:delText>'
        f'</w:r></w:del><w:moveFrom w:id="3">{run("moved away")}</w:moveFrom>'
        f'<w:moveTo w:id="4">{run("moved here")}</w:moveTo></w:p>'
        f'<w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr>{run("One ")}</w:p><w:p>{run("line")}</w:p>'
        f'<w:tbl><w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc>{word_paragraph("gone row")}</w:tc></w:tr></w:tbl>'
        f'<w:p><w:pPr><w:rPr><w:del w:id="7"/></w:rPr></w:pPr>{run("the last")}</w:p>'
    )
    draft, said = said_of(content, docx(BLOCKS, inside=inside), "docx")
    assert "\nKept inserted moved here\n" in draft
    assert "\nOne line\n" in draft
    assert "the last" in draft
    assert not any(word in draft for word in ("deleted", "moved away", "gone row"))
    assert "left out: tracked changes: taken as accepted" in said


BOXES = {
    "of old programs": (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        "<w:txbxContent>{}</w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r></w:p>"
    ),
    "of new programs": (
        '<w:p><w:r><w:drawing><wps:txbx xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        "<w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing></w:r></w:p>"
    ),
    "of both": (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="wps"><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></mc:Choice>'
        "<mc:Fallback><w:pict>"
        "<w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ),
    "within a control": (
        "<w:sdt><w:sdtContent><w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p></w:sdtContent>"
        "</w:sdt>"
    ),
}


@pytest.mark.parametrize("box", BOXES)
def test_the_text_of_a_box_stands_in_the_draft_once(box: str, content: Path) -> None:
    inside = BOXES[box].replace("{}", word_paragraph("Words in a box") + word_paragraph("Reference: NTA/9"))
    draft = draft_from(content, docx(BLOCKS, inside=inside), "docx")
    assert draft.count("Words in a box") == 1
    assert fields_of(draft)["reference"] == "NTA/9"


def test_what_a_word_file_holds_beside_its_text_is_left_out_and_said(content: Path) -> None:
    files = {
        "word/header1.xml": f"<w:hdr {W}>{word_paragraph('Confidential header')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {W}>{word_paragraph('Page footer')}</w:ftr>",
        "word/comments.xml": f"<w:comments {W}><w:comment>{word_paragraph('Is this right?')}</w:comment></w:comments>",
        "docProps/core.xml": "<c><creator>Ada Author</creator></c>",
    }
    hidden = f"<w:p>{run('secret words', '<w:rPr><w:vanish/></w:rPr>')}</w:p>"
    draft, said = said_of(content, docx(BLOCKS, inside=hidden, files=files), "docx")
    assert not any(word in draft for word in ("Confidential", "footer", "Is this right", "Ada Author", "secret"))
    assert said.splitlines() == [
        "left out: hidden text: 'secret words'",
        "left out: headers and footers: 'Confidential header / Page footer'",
        "left out: comments: 1",
        "left out: what the file says of its author",
    ]


def test_footnotes_of_a_word_file_stay(content: Path) -> None:
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{word_paragraph("A note below")}</w:footnote></w:footnotes>'
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r5" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>'
        "</Relationships>"
    )
    files = {"word/footnotes.xml": notes, "word/_rels/document.xml.rels": relation}
    inside = f'<w:p>{run("With a note")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert "A note below" in draft_from(content, docx(BLOCKS, inside=inside, files=files), "docx")


def test_an_odt_keeps_boxes_notes_and_accepted_changes_and_drops_comments(content: Path) -> None:
    inside = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>deleted words</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>Kept<draw:frame><draw:text-box><text:p>Words in a box</text:p></draw:text-box></draw:frame>"
        "<office:annotation><text:p>Is this right?</text:p></office:annotation>"
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>A note below"
        "</text:p></text:note-body></text:note> to<text:s text:c='2'/>the<text:tab/>end</text:p>"
    )
    draft, said = said_of(content, odt(BLOCKS, inside=inside), "odt")
    assert all(words in draft for words in ("Words in a box", "A note below", "Kept"))
    assert not any(words in draft for words in ("deleted words", "Is this right?"))
    assert said.splitlines() == ["left out: comments: 1", "left out: tracked changes: taken as accepted"]


def test_bold_lines_capitals_and_short_lines_are_headings(content: Path) -> None:
    blocks = (
        TITLE,
        TEXT,
        ("bold", "What you do"),
        ("li", "Work."),
        ("p", "WHAT WE OFFER"),
        ("p", "A good place to work, among people who know what they do, and who like to do it together."),
        ("p", "Your place"),
        ("li", "At a window."),
    )
    for form in ("docx", "odt", "html"):
        lines = draft_from(content, FORMS[form](blocks), form).splitlines()
        assert [line.lstrip("# ") for line in lines if line.startswith("##")] == [
            "What you do",
            "WHAT WE OFFER",
            "Your place",
        ]


def test_lines_that_each_page_of_a_pdf_repeats_are_left_out_and_said(content: Path) -> None:
    line = "This is a line of the text, as long as the lines of a text are, and it has a number: "
    blocks = [TITLE, TEXT, *(("p", f"{line}{number}.") for number in range(60))]
    draft, said = said_of(content, pdf(blocks, margin="Northern Towns, page"), "pdf")
    assert all(f"has a number: {number}." in draft for number in range(60))
    assert said == "left out: headers and footers: 'Northern Towns, page 1 / Northern Towns, page 2'"


def test_a_word_that_a_pdf_breaks_is_whole_again(content: Path) -> None:
    words = " ".join(["The cooperation of municipalities is a long word of many letters in this text"] * 3)
    assert "municipalities" in draft_from(content, pdf((TITLE, TEXT, ("p", words))), "pdf")


def test_label_and_value_in_columns_of_a_pdf_are_a_fact(content: Path) -> None:
    blocks = (TITLE, TEXT, ("p", "Reference: NTA/7"))
    gaping = pdf(blocks).replace(b"(Reference: NTA/7) Tj", b"(Reference) Tj 200 0 Td (NTA/7) Tj")
    assert fields_of(draft_from(content, gaping, "pdf"))["reference"] == "NTA/7"


def test_a_mail_gives_its_subject_and_neither_sender_nor_receiver(content: Path) -> None:
    data = eml((("p", "Dear all,"), TEXT), subject="Fwd: Vacancy: Policy Officer")
    draft, said = said_of(content, data, "eml")
    assert fields_of(draft)["title"] == '"Policy Officer"'
    assert "left out: who sent it to whom, and when" in said
    assert "hr@human.example" not in draft


def test_a_mail_that_was_answered_loses_its_signs_of_quotation(content: Path) -> None:
    quoted = b"\n".join(b"> " + line for line in plain(BLOCKS).splitlines())
    head = b"From: a@human.example\nTo: b@human.example\nSubject: Re: page\nMIME-Version: 1.0\n\n"
    draft = draft_from(content, head + quoted, "eml")
    assert fields_of(draft)["title"] == '"Policy Officer"'
    assert "> " not in draft.split("\n---\n")[1]


def test_a_page_fetches_nothing_and_keeps_no_frame(content: Path) -> None:
    page = html((*BLOCKS, ("p", "After the text"))).replace(
        b"</body>",
        b"<img src='https://counter.example/x.png' alt='Counter'><footer>Imprint</footer><script>x()</script></body>",
    )
    draft, said = said_of(content, page, "html")
    assert not any(words in draft for words in ("counter.example", "Imprint", "x()", "Menu words"))
    assert "left out: what frames the page: 'Menu words / Imprint'" in said
    assert "left out: pictures: 1" in said


def test_a_page_with_several_postings_in_its_markup_is_a_draft_each(content: Path) -> None:
    text = "<p>We seek {0}. Apply: {1}@northern-towns.example</p>"
    posting = f'{{{{"@type": "JobPosting", "title": "{{0}}", "description": "{text}"}}}}'
    two = ", ".join(
        posting.format(title, mail) for title, mail in (("First Officer", "one"), ("Second Officer", "two"))
    )
    head = f'<script type="application/ld+json">{{"@graph": [{two}]}}</script>'
    names = [Path(path).stem for path in take(content, html(BLOCKS, head=head), "html").paths]
    assert names == ["first-officer", "second-officer"]


@pytest.mark.parametrize(
    "markup", ["{", "[]", '{"@type": ["JobPosting"], "title": {"x": 1}, "jobLocation": 5}', "null", "3"]
)
def test_markup_that_is_broken_or_strange_does_no_harm(markup: str, content: Path) -> None:
    head = f'<script type="application/ld+json">{markup}</script>'
    assert fields_of(draft_from(content, html(BLOCKS, head=head), "html"))["title"] == '"Policy Officer"'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_its_encoding(encoding: str, content: Path) -> None:
    text = "Chargé de mission\n\nEnvoyez votre candidature à a@reseau-vallees.example avant le 3 mai 2027 à Orléans.\n"
    assert "Orléans" in draft_from(content, text.encode(encoding), "txt")


_CIRCLE = "56 {0} m 58 {0} 58 {1} 56 {1} c 54 {1} 54 {0} 56 {0} c f\n"
DOTS = {
    "as text": "BT /F 11 Tf 56 {y} Td (•) Tj ET\n",
    "as a circle": _CIRCLE.format("{y}", "{top}"),
    "as a square": "55 {y} 3 3 re f\n",
}


@pytest.mark.parametrize("name", DOTS)
def test_the_dots_of_a_list_in_a_pdf_are_entries_however_they_are_drawn(name: str, content: Path) -> None:
    entries = ("Keep the books of four", "projects in three towns", "Answer the telephone")
    drawn = "".join(
        ("" if text.islower() or text.startswith("projects") else DOTS[name].format(y=702 - 14 * at, top=706 - 14 * at))
        + f"BT /F 11 Tf 70 {700 - 14 * at} Td ({text}) Tj ET\n"
        for at, text in enumerate(entries)
    )
    draft = draft_from(content, drawn_pdf(drawn), "pdf")
    assert "\n-   Keep the books of four" in draft
    assert "\n-   Answer the telephone" in draft


def test_the_number_of_the_only_page_is_left_out(content: Path) -> None:
    _, said = said_of(content, drawn_pdf("BT /F 9 Tf 280 30 Td (Page 1 of 1) Tj ET\n"), "pdf")
    assert "left out: headers and footers: 'Page 1 of 1'" in said
