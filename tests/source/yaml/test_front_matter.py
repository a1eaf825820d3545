"""Front matter: what is read is what was typed, each value with its line; what is refused, and in which words."""

from __future__ import annotations

import pytest

from jobboard.source.content.document import parse_parts
from jobboard.source.problem import Report
from jobboard.source.yaml.front_matter import parse_front_matter, split_front_matter
from jobboard.source.yaml.tree import Mapping, Node, Scalar, Sequence
from tests.helpers import lines_of

COLON = "a colon followed by a space needs quotes around the value"
WRITTEN_OUT = "write the value out; a text goes between quotes"
NO_NAME = "a list or mapping cannot be a field's name; put quotes around a text that begins with { or ["
DEEP = "nested more than 8 levels deep; no field needs more than three levels; check the brackets"
FENCES = "front matter stands between two lines '---' at the top of the file"


def _read(text: str) -> dict[str, object]:
    """Fields as plain values; fails if there is a problem."""
    report = Report("x.md")
    tree = parse_front_matter(text, 2, report)
    assert lines_of(report) == []
    assert tree is not None
    return {entry.key: _plain(entry.value) for entry in tree.entries}


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {entry.key: _plain(entry.value) for entry in node.entries}


def _parts(data: bytes) -> tuple[Mapping, str]:
    """Fields and HTML of a file; fails if there is a problem."""
    report = Report("x.md")
    parts = parse_parts(data, report)
    assert lines_of(report) == []
    assert parts is not None
    return parts[0], parts[1].html


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("NO", "NO", id="norway"),
        pytest.param("23:59", "23:59", id="time"),
        pytest.param("1:30:00", "1:30:00", id="sexagesimal"),
        pytest.param("010", "010", id="leading-zero"),
        pytest.param("1.10", "1.10", id="trailing-zero"),
        pytest.param("1e3", "1e3", id="exponent"),
        pytest.param("0x1F", "0x1F", id="hexadecimal"),
        pytest.param("1_000", "1_000", id="underscore"),
        pytest.param("yes", "yes", id="yes"),
        pytest.param("Off", "Off", id="off"),
        pytest.param("true", "true", id="true"),
        pytest.param("~", "~", id="tilde"),
        pytest.param("null", "null", id="null"),
        pytest.param(".inf", ".inf", id="infinity"),
        pytest.param("2026-03-31", "2026-03-31", id="date"),
        pytest.param("2026-03-31 23:59", "2026-03-31 23:59", id="date-and-time"),
        pytest.param("=", "=", id="equals-sign"),
        pytest.param("", "", id="nothing"),
        pytest.param("  two  spaces  ", "two  spaces", id="spaces-around"),
        pytest.param("a # comment", "a", id="comment"),
        pytest.param("a#b", "a#b", id="hash-inside-a-word"),
        pytest.param('"Officer: Twinning"', "Officer: Twinning", id="double-quotes"),
        pytest.param("'it''s'", "it's", id="single-quotes"),
        pytest.param(r'"caf\u00e9"', "café", id="escape"),
        pytest.param('"010"', "010", id="quoted-digits"),
        pytest.param('""', "", id="quoted-nothing"),
        pytest.param("|\n  one\n  two\n", "one\ntwo\n", id="literal-block"),
        pytest.param("|-\n  one\n  two\n", "one\ntwo", id="literal-block-stripped"),
        pytest.param(">\n  one\n  two\n", "one two\n", id="folded-block"),
        pytest.param("one\n  two", "one two", id="wrapped-line"),
        pytest.param("[a, NO, 010]", ["a", "NO", "010"], id="list"),
        pytest.param("\n  - a\n  - yes\n", ["a", "yes"], id="list-of-lines"),
        pytest.param("{city: Oslo, country: NO}", {"city": "Oslo", "country": "NO"}, id="mapping"),
        pytest.param("[]", [], id="empty-list"),
    ],
)
def test_a_value_is_what_the_author_typed(typed: str, expected: object) -> None:
    assert {"field": expected} == _read(f"field: {typed}")


@pytest.mark.parametrize("key", ["on", "yes", "NO", "010", "~", "é", "with space", '"quoted"'])
def test_a_field_name_is_what_the_author_typed(key: str) -> None:
    assert [key.strip('"')] == list(_read(f"{key}: value"))


def test_every_value_knows_its_line() -> None:
    places = "place:\n  - city: Ghent\n    country: BE\n  -\n    city: Lille\n"
    text = f"title: Data Analyst\n# a comment\n\n{places}summary: |\n  One\n  two\nlast: x"
    tree = parse_front_matter(text, 2, Report("x.md"))
    assert tree is not None
    assert [(entry.key, entry.line, entry.value.line) for entry in tree.entries] == [
        ("title", 2, 2),
        ("place", 5, 6),
        ("summary", 10, 10),
        ("last", 13, 13),
    ]
    found = tree.entries[1].value
    assert isinstance(found, Sequence)
    assert [place.line for place in found.items] == [6, 9]
    assert isinstance(found.items[0], Mapping)
    assert [entry.line for entry in found.items[0].entries] == [6, 7]


def test_empty_front_matter_has_no_fields() -> None:
    assert _read("") == {}
    assert _read("# only a comment\n") == {}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"---\ntitle: A\n---\nBody\n", id="plain"),
        pytest.param(b"\xef\xbb\xbf---\ntitle: A\n---\nBody\n", id="byte-order-mark"),
        pytest.param(b"---\r\ntitle: A\r\n---\r\nBody\r\n", id="windows-line-ends"),
        pytest.param(b"---\rtitle: A\r---\rBody\r", id="old-macintosh-line-ends"),
        pytest.param(b"--- \ntitle: A\n---\t\nBody\n", id="blanks-behind-the-fences"),
        pytest.param(b"---\ntitle: A\n---\nBody", id="no-line-end-at-the-end"),
    ],
)
def test_every_way_to_end_lines_gives_the_same(data: bytes) -> None:
    fields, html = _parts(data)
    assert [(each.key, each.line, each.value) for each in fields.entries] == [("title", 2, Scalar("A", 2))]
    assert html == "<p>Body</p>"


def test_the_same_word_is_the_same_text_however_its_accents_were_typed() -> None:
    composed, combined = "Chargé", "Charge\u0301"
    assert composed != combined
    first, second = (_parts(f"---\ntitle: {word}\n---\n{word}\n".encode()) for word in (composed, combined))
    assert first == second


def test_a_line_of_three_hyphens_in_the_body_is_the_bodys() -> None:
    assert split_front_matter("---\ntitle: A\n---\nOne\n\n---\n\nTwo", Report("x.md")) == (
        "title: A",
        "One\n\n---\n\nTwo",
        4,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "a: &x 1",
            ['2: anchors (&name) are not accepted; write the value out; a text goes between quotes: a: "&x 1"'],
            id="anchor",
        ),
        pytest.param(
            "a: *x",
            ['2: aliases (*name) are not accepted; write the value out; a text goes between quotes: a: "*x"'],
            id="alias",
        ),
        pytest.param(
            "a: !!int 1",
            [f'2: tags (tag:yaml.org,2002:int) are not accepted; {WRITTEN_OUT}: a: "!!int 1"'],
            id="standard-tag",
        ),
        pytest.param(
            "a: !python 1",
            ['2: tags (!python) are not accepted; write the value out; a text goes between quotes: a: "!python 1"'],
            id="own-tag",
        ),
        pytest.param("a:\n  <<: {b: c}", ["3: merge keys (<<) are not accepted; write the fields out"], id="merge-key"),
        pytest.param(
            "a: 1\n...\n---\nb: 2", ["4: a second '---' document; keep one front matter"], id="second-document"
        ),
        pytest.param("? [a, b]\n: c", [f"2: {NO_NAME}"], id="list-as-name"),
        pytest.param("{a: b}: c", [f"2: {NO_NAME}"], id="mapping-as-name"),
        pytest.param("just words", ["2: expected lines 'name: value', found 'just words'"], id="words"),
        pytest.param("- a\n- b", ["2: expected lines 'name: value', found a list"], id="list"),
        pytest.param(
            "a: b: c",
            [f"2: the front matter cannot be read here: 'a: b: c'; {COLON}: a: \"b: c\""],
            id="unquoted-colon",
        ),
        pytest.param(
            "a: 1\nb\nc: 2",
            ["3: the front matter cannot be read here: 'b'; a line of front matter reads 'name: value'"],
            id="line-without-colon",
        ),
        pytest.param("a: [" + "[" * 8 + "]" * 9, [f"2: {DEEP}"], id="too-deep"),
        pytest.param("a: " + "{b: " * 5000, [f"2: {DEEP}"], id="five-thousand-mappings"),
        pytest.param("- " * 5000, [f"2: {DEEP}"], id="five-thousand-hyphens"),
        pytest.param(
            "a: " + "x" * 65_536,
            ["2: the front matter is longer than 64 kB; long text belongs in the body, below the second '---'"],
            id="too-long",
        ),
    ],
)
def test_what_an_author_should_not_write_is_refused_with_its_line(text: str, expected: list[str]) -> None:
    report = Report("x.md")
    tree = parse_front_matter(text, 2, report)
    assert expected == lines_of(report)
    assert tree is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1\nb: 2\na: 3", ["4: a: given twice; the first is on line 2; keep one of them"], id="twice"),
        pytest.param(
            "a: 1\nb: 2\na: [3]\na: {c: 4}",
            [
                "4: a: given twice; the first is on line 2; keep one of them",
                "5: a: given twice; the first is on line 2; keep one of them",
            ],
            id="three-times",
        ),
    ],
)
def test_of_a_field_given_twice_the_first_stays_so_that_the_others_can_be_checked(
    text: str, expected: list[str]
) -> None:
    report = Report("x.md")
    tree = parse_front_matter(text, 2, report)
    assert expected == lines_of(report)
    assert tree is not None
    assert [(each.key, each.value) for each in tree.entries] == [("a", Scalar("1", 2)), ("b", Scalar("2", 3))]


def test_a_field_given_twice_is_named_with_what_it_is_inside_of() -> None:
    report = Report("x.md")
    parse_front_matter("a: [{b: 1}, {b: 1, c: 2, b: 3}]", 2, report)
    assert lines_of(report) == ["2: a.2.b: given twice; the first is on line 2; keep one of them"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("title: Data # Analyst", ['2: title: {}: title: "Data # Analyst"'], id="title"),
        pytest.param("title: Data\n  and # more", ['2: title: {}: title: "Data and # more"'], id="on-two-lines"),
        pytest.param("apply:\n  subject: Job # 12", ['3: apply.subject: {}: subject: "Job # 12"'], id="subject"),
        pytest.param("title: #1 in bicycles", ['2: title: {}: title: "#1 in bicycles"'], id="at-the-start"),
        pytest.param("starts: #1", ['2: starts: {}: starts: "#1"'], id="all-of-any-field"),
        pytest.param('title: "Data # Analyst"', [], id="in-quotes"),
        pytest.param('title: "Data" # a comment', [], id="behind-quotes"),
        pytest.param("title: C# developer", [], id="no-comment"),
        pytest.param("title: Data\n# kind: job", [], id="on-a-line-of-its-own"),
        pytest.param("kind: job                # job, traineeship", [], id="other-field"),
    ],
)
def test_a_text_cut_off_by_a_comment_gets_advice(text: str, expected: list[str]) -> None:
    words = "everything after ' #' is a comment; if it belongs to the text, put quotes around it"
    report = Report("x.md")
    assert parse_front_matter(text, 2, report) is not None
    assert [f"advice: {each.format(words)}" for each in expected] == lines_of(report)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        pytest.param("a: x\n   b: y", "either quote the value, or align this line with the one above", id="indented"),
        pytest.param("a: x: y", f'{COLON}: a: "x: y"', id="colon"),
        pytest.param("a:\n\tb: y", "this line begins with a tab; indent with spaces", id="tab"),
        pytest.param("a: @home", 'a text that begins with @ needs quotes: a: "@home"', id="at-sign"),
        pytest.param(
            'a: "C:\\docs"',
            r"between double quotes a backslash is written twice; or write a: 'C:\docs'",
            id="backslash",
        ),
    ],
)
def test_a_syntax_error_is_explained_with_the_way_out(text: str, hint: str) -> None:
    report = Report("x.md")
    assert parse_front_matter(text, 2, report) is None
    assert [hint] == [problem.hint for problem in report]


def test_what_needs_quotes_is_told_and_the_rest_is_read() -> None:
    report = Report("x.md")
    text = 'a: x: y\nb: 1\nb: 2\nc: @home\nd: "e" f\ng: [x: y'
    assert parse_front_matter(text, 2, report, reads_on=True) is None
    assert [each.line for each in report] == [2, 5, 6, 7, 4]
    report = Report("x.md")
    found = parse_front_matter(text.rpartition("\n")[0], 2, report, reads_on=True)
    assert found is not None
    assert [(each.key, each.value.text) for each in found.entries if isinstance(each.value, Scalar)] == [
        ("a", "x: y"),
        ("b", "1"),
        ("c", "@home"),
        ("d", '"e" f'),
    ]
    assert [each.line for each in report] == [2, 5, 6, 4]


def test_a_file_in_which_everything_needs_quotes_is_read_a_few_times_only() -> None:
    report = Report("x.md")
    assert parse_front_matter("\n".join(f"a{number}: x: y" for number in range(2000)), 2, report, reads_on=True) is None
    assert len(list(report)) == 8


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('a: "\\x07"', id="bell"),
        pytest.param('"\\x07": a', id="in-a-name"),
        pytest.param('a: ["\\x85"]', id="in-a-list"),
        pytest.param('a: "\\0"', id="nul"),
        pytest.param('a: "\\u202e"', id="direction-mark"),
        pytest.param('a: "\\uFFFF"', id="no-character"),
    ],
)
def test_an_escape_cannot_smuggle_in_what_a_file_may_not_hold(text: str) -> None:
    report = Report("x.md")
    parse_front_matter(text, 2, report)
    assert not report.is_clean
    assert len(lines_of(report)) == 1


def test_a_text_with_escapes_is_the_text_it_stands_for() -> None:
    assert _read(r'a: "Charge\u0301 & \U0001F6B2\r\nb"') == {"a": "Charg\u00e9 & \U0001f6b2\nb"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param('a: "open\nb: 1\nc: 2', 2, id="quote"),
        pytest.param("a: 1\nb: [open\nc: 2\nd: 3", 3, id="bracket"),
        pytest.param("a: 1\nb: {open\nc: 2\nd: 3", 3, id="brace"),
    ],
)
def test_what_is_not_closed_is_reported_where_it_was_opened(text: str, line: int) -> None:
    report = Report("x.md")
    assert parse_front_matter(text, 2, report) is None
    assert [line] == [problem.line for problem in report]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "1: the file is empty; start it with front matter between two lines '---'", id="empty"),
        pytest.param(" \n\n", "1: the file is empty; start it with front matter between two lines '---'", id="blank"),
        pytest.param(
            "Hello\n---\ntitle: A\n---\n",
            f"1: expected '---' on the first line, found 'Hello'; {FENCES}",
            id="text-first",
        ),
        pytest.param(
            "\n---\ntitle: A\n---\n",
            "1: the first line is empty; delete what stands above '---': a file begins with '---'",
            id="empty-line-first",
        ),
        pytest.param(
            "---\ntitle: A\n",
            "1: the front matter is not closed; put a line '---' after its last field",
            id="not-closed",
        ),
        pytest.param(
            "---", "1: the front matter is not closed; put a line '---' after its last field", id="fence-alone"
        ),
    ],
)
def test_a_file_without_front_matter_is_refused(text: str, expected: str) -> None:
    report = Report("x.md")
    assert split_front_matter(text, report) is None
    assert [expected] == lines_of(report)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"\xff\xfe-\0-\0", "1: the file is written in UTF-16; save it as UTF-8", id="utf-16"),
        pytest.param(
            "---\ntitle: é\n---\n".encode("cp1252"),
            "2: byte 0xe9 is not UTF-8; save the file as UTF-8",
            id="windows-1252",
        ),
        pytest.param(b"---\n\xed\xa0\x80", "2: byte 0xed is not UTF-8; save the file as UTF-8", id="surrogate"),
        pytest.param(
            b"---\na: \x1b[31m",
            "2: control character U+001B; delete it; it usually comes from copy and paste",
            id="escape",
        ),
        pytest.param(
            b"a\n\nb\x0c",
            "3: control character U+000C; delete it; it usually comes from copy and paste",
            id="form-feed",
        ),
        pytest.param(
            b"a\xc2\x9f", "1: control character U+009F; delete it; it usually comes from copy and paste", id="c1"
        ),
        pytest.param(
            "a\u202eb".encode(),
            "1: invisible direction mark U+202E; delete it; it usually comes from copy and paste",
            id="override",
        ),
    ],
)
def test_bytes_that_are_no_printable_text_are_refused(data: bytes, expected: str) -> None:
    report = Report("x.md")
    assert parse_parts(data, report) is None
    assert [expected] == lines_of(report)
