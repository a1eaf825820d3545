"""Files under another name, in another encoding, or with another first line than this board reads: what is said."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from jobboard.pipeline.check import check
from jobboard.source.problem import Level
from tests.helpers import NOW, SITE, build_site, make_posting, write_site
from tests.test_mistakes import PAY, TEXT, is_on_missing_place

POSTING = make_posting(TEXT, salary=PAY)
PATHS = "paths start at content/: news/title.md or files/report.pdf"
ALIKE = "rename the file, or write its name anew: images/the team.gif"
LONG_TEXT = "long text belongs in the body, below the second '---'"
ENDING = "the ending of a Markdown file is .md, in small letters, and not"
FILES = "and the files beside it into content/images/ or content/files/"
NOTHING = "the file name becomes the address, and index says nothing of what it holds"
FENCES = "front matter stands between two lines '---' at the top of the file"
DELETE = "delete it; it usually comes from copy and paste"
GIF = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"


def _said(tmp_path: Path, files: dict[str, str | bytes | None]) -> list[str]:
    problems = [
        each
        for each in check(write_site(tmp_path / "content", files), SITE, NOW).problems
        if not is_on_missing_place(each)
    ]
    return [f"{'advice: ' if each.level is Level.ADVICE else ''}{each}".replace("content/", "", 1) for each in problems]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("postings/clerk.MD", f"postings/clerk.MD:1: {ENDING} .MD; rename it to clerk.md", id="capitals"),
        pytest.param("postings/clerk.Md", f"postings/clerk.Md:1: {ENDING} .Md; rename it to clerk.md", id="capital"),
        pytest.param(
            "postings/Town Clerk.markdown",
            f"postings/Town Clerk.markdown:1: {ENDING} .markdown; rename it to town-clerk.md",
            id="markdown",
        ),
        pytest.param(
            "news/clerk.md.txt", f"news/clerk.md.txt:1: {ENDING} .md.txt; rename it to clerk.md", id="hidden-ending"
        ),
        pytest.param("events/clerk.txt", f"events/clerk.txt:1: {ENDING} .txt; rename it to clerk.md", id="text"),
        pytest.param("pages/clerk.mdx", f"pages/clerk.mdx:1: {ENDING} .mdx; rename it to clerk.md", id="mdx"),
        pytest.param(
            "clerk.MD",
            "clerk.MD:1: a Markdown file in this place is never published; "
            "move it into one of postings/, news/, events/, organisations/, pages/, topics/",
            id="capitals-outside",
        ),
        pytest.param(
            "postings/town-clerk/index.md",
            f"postings/town-clerk/index.md:1: {NOTHING}; move it to content/postings/town-clerk.md, {FILES}",
            id="bundle",
        ),
        pytest.param(
            "postings/2026/Town Clerk/index.md",
            f"postings/2026/Town Clerk/index.md:1: {NOTHING}; move it to content/postings/2026/town-clerk.md, {FILES}",
            id="bundle-in-a-folder",
        ),
        pytest.param(
            "postings/_index.md",
            "postings/_index.md:1: the file name becomes the address, and _index says nothing of what it holds; "
            "rename it, as content/postings/data-analyst.md",
            id="section",
        ),
        pytest.param(
            "postings/index.md",
            f"postings/index.md:1: {NOTHING}; rename it, as content/postings/data-analyst.md",
            id="index",
        ),
        pytest.param(
            "postings/cafe\u0301.md",
            "postings/café.md:1: the file name becomes the address: lower-case letters a-z, digits and hyphens only; "
            "rename it to cafe.md",
            id="accents-apart",
        ),
    ],
)
def test_a_file_under_another_name_is_told_how_to_be_called(tmp_path: Path, path: str, expected: str) -> None:
    assert expected in _said(tmp_path, {path: POSTING})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f" {POSTING}", "1: a space stands before '---'; begin the line with '---'", id="space"),
        pytest.param(
            f"\u00a0{POSTING}", "1: a no-break space (U+00A0) stands before '---'; begin the line with '---'", id="nbsp"
        ),
        pytest.param(
            f"\n\n{POSTING}",
            "1: the first line is empty; delete what stands above '---': a file begins with '---'",
            id="empty-lines",
        ),
        pytest.param(
            f"———{POSTING[3:]}",
            "1: expected '---' on the first line, found '———'; type three hyphens: ---",
            id="em-dashes",
        ),
        pytest.param(
            f"—-{POSTING[3:]}", "1: expected '---' on the first line, found '—-'; type three hyphens: ---", id="em-dash"
        ),
        pytest.param(
            f"–––{POSTING[3:]}",
            "1: expected '---' on the first line, found '–––'; type three hyphens: ---",
            id="en-dashes",
        ),
        pytest.param(
            f"--{POSTING[3:]}", "1: expected '---' on the first line, found '--'; type three hyphens: ---", id="two"
        ),
        pytest.param(
            f"…{POSTING[3:]}", "1: expected '---' on the first line, found '…'; type three hyphens: ---", id="ellipsis"
        ),
        pytest.param(
            POSTING[4:],
            "1: expected '---' on the first line, found 'title: Data Analyst'; "
            "put a line '---' above the first field, and one below the last",
            id="no-fence",
        ),
        pytest.param(
            f"+++{POSTING[3:]}",
            "1: expected '---' on the first line, found '+++'; "
            f"front matter in TOML is not read: write lines 'name: value'; {FENCES}",
            id="toml",
        ),
        pytest.param(
            f"{{{POSTING[3:]}",
            "1: expected '---' on the first line, found '{'; "
            f"front matter in JSON is not read: write lines 'name: value'; {FENCES}",
            id="json",
        ),
        pytest.param(
            POSTING.replace("\n---\n", "\n———\n"),
            "8: expected '---' below the last field, found '———'; type three hyphens: ---",
            id="em-dashes-below",
        ),
        pytest.param(
            POSTING.replace("\n---\n", "\n ---\n"),
            "8: expected '---' below the last field, found '---' behind a space; type three hyphens: ---",
            id="space-before-the-second",
        ),
        pytest.param(
            POSTING.replace("\n---\n", "\n----\n"),
            "8: expected '---' below the last field, found '----'; type three hyphens: ---",
            id="four-below",
        ),
        pytest.param(
            POSTING.replace("\n---\n", "\n———\n") + "\n---\n",
            "8: the front matter cannot be read here: '———'; the line below the last field is three hyphens: ---",
            id="em-dashes-below-and-a-rule-in-the-text",
        ),
    ],
)
def test_a_file_whose_fences_are_none_is_told_where_and_what_to_type(tmp_path: Path, text: str, expected: str) -> None:
    assert [f"postings/clerk.md:{expected}"] == _said(tmp_path, {"postings/clerk.md": text})


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("utf-16", "the file is written in UTF-16; save it as UTF-8"),
        ("utf-16-le", "the file is written in UTF-16, without a mark that says so; save it as UTF-8"),
        ("utf-16-be", "the file is written in UTF-16, without a mark that says so; save it as UTF-8"),
        ("utf-32", "the file is written in UTF-32; save it as UTF-8"),
        ("utf-32-le", "the file is written in UTF-32, without a mark that says so; save it as UTF-8"),
        ("utf-32-be", "the file is written in UTF-32, without a mark that says so; save it as UTF-8"),
    ],
)
def test_a_file_in_another_encoding_is_told_which(tmp_path: Path, encoding: str, expected: str) -> None:
    files: dict[str, str | bytes | None] = {"postings/clerk.md": POSTING.encode(encoding)}
    assert [f"postings/clerk.md:1: {expected}"] == _said(tmp_path, files)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (
            "[us](www.example.org)",
            "'www.example.org' leads nowhere and becomes plain text; write https://www.example.org",
        ),
        ("[us](example.org)", "'example.org' leads nowhere and becomes plain text; write https://example.org"),
        (
            "[us](example.org/jobs?a=1)",
            "'example.org/jobs?a=1' leads nowhere and becomes plain text; write https://example.org/jobs?a=1",
        ),
        (
            "[us](jobs@example.org)",
            "'jobs@example.org' leads nowhere and becomes plain text; write mailto:jobs@example.org",
        ),
        (
            "[us](report.pdf)",
            f"'report.pdf' leads nowhere and becomes plain text; {PATHS}",
        ),
    ],
)
def test_a_link_that_lacks_its_beginning_is_told_it(tmp_path: Path, link: str, expected: str) -> None:
    files: dict[str, str | bytes | None] = {"postings/clerk.md": make_posting(f"{TEXT}\n\nAsk {link}.", salary=PAY)}
    assert [f"advice: postings/clerk.md:11: body: the link to {expected}"] == _said(tmp_path, files)


TAKEN_OUT = {
    "\u2028": "a line separator (U+2028)",
    "\u2029": "a paragraph separator (U+2029)",
    "\u200b": "a zero-width space (U+200B)",
    "\u2060": "a word joiner (U+2060)",
    "\ufeff": "a byte order mark (U+FEFF)",
    "\u202c": "a direction mark (U+202C)",
    "\u2069": "a direction mark (U+2069)",
    "\u202a": "a direction mark (U+202A)",
    "\u2066": "a direction mark (U+2066)",
    "\ufffc": "the character '\ufffc' U+FFFC (object replacement character)",
}


@pytest.mark.parametrize(("character", "name"), TAKEN_OUT.items(), ids=[f"U+{ord(each):04X}" for each in TAKEN_OUT])
def test_what_shows_nothing_in_a_text_is_left_out_with_advice(tmp_path: Path, character: str, name: str) -> None:
    text = f"{TEXT}\n\nForty{character} bridges.\n"
    files: dict[str, str | bytes | None] = {"postings/clerk.md": make_posting(text, salary=PAY)}
    said = f"{name} between 'Forty' and 'bridges.' is left out; {DELETE}"
    assert [f"advice: postings/clerk.md:11: {said}"] == _said(tmp_path, files)
    page = build_site(tmp_path / "content")["jobs/clerk/index.html"].decode()
    assert "<p>Forty bridges.</p>" in page


def test_what_separates_two_words_becomes_a_space(tmp_path: Path) -> None:
    write_site(tmp_path / "content", {"postings/clerk.md": make_posting(f"{TEXT}\n\nForty\u2028bridges.\n")})
    assert b"<p>Forty bridges.</p>" in build_site(tmp_path / "content")["jobs/clerk/index.html"]


@pytest.mark.parametrize("reference", ["&#8232;", "&#x2028;", "&#x200b;", "&#xFEFF;", "&#8236;"])
def test_a_reference_cannot_bring_in_what_is_left_out(tmp_path: Path, reference: str) -> None:
    text = f"{TEXT}\n\nForty {reference}bridges.\n"
    files: dict[str, str | bytes | None] = {"postings/clerk.md": make_posting(text, salary=PAY)}
    said = _said(tmp_path, files)
    assert len(said) == 1
    assert "is left out" in said[0]
    assert b"<p>Forty bridges.</p>" in build_site(tmp_path / "content")["jobs/clerk/index.html"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\u2067שלום\u2069 and \u2066Data\u2069", id="isolates"),
        pytest.param("\u202bשלום\u202c", id="embedding"),
        pytest.param("\u2067a \u202bb\u202c c\u2069", id="one-in-another"),
        pytest.param("שלום\u200f (2026)", id="mark"),
        pytest.param("می\u200cخواهم", id="joiner"),
        pytest.param("👩\u200d🔬", id="emoji"),
        pytest.param("one line of \u2067a\ntwo\u2069", id="over-two-lines-of-a-paragraph"),
        pytest.param("Donau\u00addampfschiff", id="soft-hyphen"),
    ],
)
def test_marks_that_belong_to_a_text_stay(tmp_path: Path, text: str) -> None:
    files: dict[str, str | bytes | None] = {"postings/clerk.md": make_posting(f"{TEXT}\n\n{text}\n", salary=PAY)}
    assert _said(tmp_path, files) == []
    assert text in build_site(tmp_path / "content")["jobs/clerk/index.html"].decode()


def test_a_pair_of_marks_reaches_no_further_than_its_paragraph(tmp_path: Path) -> None:
    text = f"{TEXT}\n\nOne \u2067two.\n\nThree\u2069 four.\n"
    said = _said(tmp_path, {"postings/clerk.md": make_posting(text, salary=PAY)})
    assert [each.split(":")[1:3] for each in said] == [[" postings/clerk.md", "11"], [" postings/clerk.md", "13"]]


@pytest.mark.parametrize("character", ["\u202d", "\u202e"])
def test_a_mark_that_changes_what_is_read_is_a_problem(tmp_path: Path, character: str) -> None:
    files: dict[str, str | bytes | None] = {"postings/clerk.md": make_posting(f"Forty {character}bridges\u202c.")}
    expected = f"postings/clerk.md:8: invisible direction mark U+{ord(character):04X}; {DELETE}"
    assert [expected] == _said(tmp_path, files)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_file_is_found_however_the_disk_keeps_its_accents(tmp_path: Path, form: str) -> None:
    name = unicodedata.normalize(form, "été")
    for written in ("été", unicodedata.normalize("NFD", "été"), "e%CC%81te%CC%81"):
        posting = make_posting(
            f"{TEXT}\n\n![A square](images/{written}.gif)",
            salary=PAY,
            place="{city: Ghent, country: BE}",
            image="{file: images/été.gif, alt: A}",
        )
        content = tmp_path / form / str(len(written)) / written[:1] / "content"
        write_site(content, {f"images/{name}.gif": GIF, f"postings/{name}/clerk.md": posting})
        assert check(content, SITE, NOW).problems == ()
        pages = build_site(content)
        assert any(".gif/" in path for path in pages)


def test_two_files_that_look_alike_are_told_apart_by_the_character(tmp_path: Path) -> None:
    posting = make_posting(TEXT, salary=PAY, image="{file: images/the team.gif, alt: A}")
    said = _said(tmp_path, {"images/the\u00a0team.gif": GIF, "postings/clerk.md": posting})
    where = "between 'images/the' and 'team.gif' stands a no-break space (U+00A0)"
    expected = f"postings/clerk.md:8: image.file: no file content/images/the team.gif; {where}; {ALIKE}"
    assert [expected] == said


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (
            {"title": "a" * 201},
            "2: title: it has 201 characters; 200 are enough for most; shorten it; more goes into the body",
        ),
        (
            {"image": f"{{file: images/a.gif, alt: {'a' * 406}}}"},
            "8: image.alt: it has 406 characters; 400 are enough for most; say what matters; more goes into the body",
        ),
        (
            {"summary": "a" * 5001},
            f"8: summary: it has 5001 characters; 5000 are enough for most; {LONG_TEXT}",
        ),
        (
            {"benefits": f"[{', '.join(map(str, range(101)))}]"},
            "8: benefits: 101 items; readers look through 100 at most; shorten the list if you can",
        ),
    ],
)
def test_what_is_long_is_published_with_advice(tmp_path: Path, field: dict[str, str], expected: str) -> None:
    posting = make_posting(TEXT, **{"salary": PAY, **field})
    assert [f"advice: postings/clerk.md:{expected}"] == _said(
        tmp_path, {"images/a.gif": GIF, "postings/clerk.md": posting}
    )
