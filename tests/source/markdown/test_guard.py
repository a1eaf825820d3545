"""A text made to hang the converter is refused, or converted, in little processor time; an honest one is accepted."""

from __future__ import annotations

import time

import pytest

from jobboard.model.moments.moment import NotAMomentError, parse_moment
from jobboard.source.content.document import parse_parts
from jobboard.source.markdown.body import convert_body
from jobboard.source.markdown.guard import MAX_BODY_BYTES, is_convertible
from jobboard.source.problem import Report
from jobboard.source.text import decode, has_piled_marks
from tests.helpers import lines_of

REFUSED_WITHIN = 0.5
CONVERTED_WITHIN = 5.0
"""Seconds of this process's processor time: generous, since only squares and worse are looked for."""

SENTENCE = "Cities learn from each other, slowly and with pleasure. "
LINKED = "See [the report](https://example.org/report) (in *French*) and **apply** by `mail`. "


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("[" * 3000 + "a" + "](" * 3000, id="brackets-then-links"),
        pytest.param("[" * 20_000, id="opening-brackets"),
        pytest.param("(" * 20_000, id="opening-parentheses"),
        pytest.param("![" * 3000, id="opening-pictures"),
        pytest.param("[a](" * 3000, id="half-links"),
        pytest.param("[a](\n" * 1500, id="half-links-on-lines"),
        pytest.param("*[" * 3000, id="half-abbreviations"),
        pytest.param(">" * 3000 + " a", id="deep-quotations"),
        pytest.param("> " * 3000 + "a", id="deep-spaced-quotations"),
        pytest.param("- " * 3000 + "a", id="deep-lists-on-a-line"),
        pytest.param("1. " * 3000 + "a", id="deep-numbered-lists-on-a-line"),
        pytest.param("".join("    " * depth + "- a\n" for depth in range(150)), id="deep-lists"),
        pytest.param("".join("\t" * depth + "- a\n" for depth in range(150)), id="deep-lists-by-tabs"),
        pytest.param("> - " * 500 + "a", id="lists-in-quotations"),
        pytest.param("a  \n" * 100_000, id="hard-breaks"),
        pytest.param("a  \n" * 60_000, id="hard-breaks-below-the-size-limit"),
        pytest.param("<a " * 20_000, id="opening-tags"),
        pytest.param("</" * 20_000, id="closing-tags"),
        pytest.param("<!--" * 20_000, id="comments"),
        pytest.param("<?" * 20_000, id="instructions"),
        pytest.param("<div>" * 40_000, id="nested-tags"),
        pytest.param("<div>\n\n" * 30_000, id="nested-tags-in-paragraphs"),
        pytest.param("<div>" * 20_000 + "</div>" * 20_000, id="nested-tags-closed"),
        pytest.param("<b></i>" * 20_000, id="tags-closed-by-others"),
        pytest.param("a <i>b\n\n" * 25_000, id="emphasis-over-paragraphs"),
        pytest.param("\n\n<a@b.c" * 30_000, id="half-mail-addresses"),
        pytest.param("<http://a" * 5000, id="half-addresses"),
        pytest.param("[^a]: b\n" * 5000, id="footnotes"),
        pytest.param("|" + "a|" * 60_000 + "\n|" + "-|" * 60_000, id="a-table-of-60000-columns"),
        pytest.param("a\n: b\n\n" * 30_000, id="meanings"),
        pytest.param("a" * (MAX_BODY_BYTES + 1), id="too-large"),
        pytest.param("é" * (MAX_BODY_BYTES // 2 + 1), id="too-large-in-bytes"),
    ],
)
def test_a_tangled_text_is_refused_at_once(body: str) -> None:
    report = Report("x.md")
    started = time.process_time()
    assert convert_body(body, 9, report) is None
    assert time.process_time() - started < REFUSED_WITHIN
    assert [problem.field for problem in report] == ["body"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(SENTENCE * 4500, id="one-paragraph-of-250-kilobytes"),
        pytest.param((SENTENCE * 10 + "\n\n") * 450, id="paragraphs"),
        pytest.param((LINKED * 6 + "\n\n") * 500, id="paragraphs-with-links"),
        pytest.param(("- " + SENTENCE * 2 + "\n") * 2000, id="a-list-of-2000-items"),
        pytest.param("| a | b |\n|---|---|\n" + "| city | 12 |\n" * 1990, id="a-table-of-2000-rows"),
        pytest.param("".join("    " * depth + "- level\n" for depth in range(7)) * 200, id="lists-of-seven-levels"),
        pytest.param("> > > quoted\n\n" * 3000, id="quotations"),
        pytest.param((SENTENCE + "\n") * 1900, id="wrapped-lines"),
        pytest.param("(a) " * 5000, id="parentheses-closed"),
        pytest.param("[a](https://example.org) " * 5000, id="links"),
        pytest.param("<b>a</b> " * 5000, id="tags-closed"),
        pytest.param("a<br>b <https://example.org> <IMG src=images/a.png alt=a>\n\n" * 2000, id="tags-without-end"),
        pytest.param("<ul>" + "<li>a <p>b" * 2000 + "</ul>", id="tags-whose-end-may-be-left-out"),
        pytest.param("<div><div>\n\na\n\n</div></div>\n\n" * 1000, id="tags-in-tags"),
        pytest.param("5 < 6 and 7 <8 " * 5000, id="less-than-signs"),
        pytest.param("https://x.example/a_b, a@x.example " * 5000, id="bare-addresses"),
        pytest.param(("\u2022 " + SENTENCE + "\n") * 1990, id="bullets-of-a-word-processor"),
        pytest.param(("é\n" + " " * 60_000 + "\n") * 4, id="long-lines-of-blanks"),
        pytest.param("~~a ~a " * 30_000, id="half-struck"),
        pytest.param("# a\n\n[x](#a)\n\n" * 5000, id="headings-and-links-to-them"),
        pytest.param("".join("  " * (at % 30) + "- a\n" for at in range(1990)), id="lists-of-thirty-levels"),
        pytest.param("".join(f"*[a{at}]: b\n\n" for at in range(500)) + "a1 a2 " * 5000, id="abbreviations"),
    ],
)
def test_an_honest_large_text_is_converted(body: str) -> None:
    report = Report("x.md")
    started = time.process_time()
    converted = convert_body(body, 9, report)
    assert time.process_time() - started < CONVERTED_WITHIN
    assert lines_of(report) == []
    assert converted is not None
    assert not converted.is_empty


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "One.\n\nTwo [[[.\n" + "[" * 33,
            "12: body: more than 32 brackets opened and not closed in one paragraph; simplify this passage",
            id="brackets",
        ),
        pytest.param(
            "One.\n\n" + "> " * 13 + "a\n",
            "12: body: lists or quotations nested too deeply; simplify this passage",
            id="quotations",
        ),
        pytest.param(
            "One.\n\n" + "a\n" * 2002,
            "12: body: more than 2000 lines without an empty line; simplify this passage",
            id="lines",
        ),
        pytest.param(
            "One.\n\n" + "<a " * 401, "12: body: too many '<' in one paragraph; simplify this passage", id="angles"
        ),
        pytest.param(
            "One.\n\n" + "<b>\n" * 33,
            "44: body: too many tags opened and not closed; simplify this passage",
            id="tags",
        ),
        pytest.param(
            "One.\n\n" + "|" * 102, "12: body: a table of more than 100 columns; simplify this passage", id="columns"
        ),
        pytest.param(
            "a\n: b\n" * 2001, "10: body: a list of more than 2000 meanings; simplify this passage", id="meanings"
        ),
        pytest.param("a" * 262_145, "10: body: longer than 256 kB; split it, or attach a file", id="size"),
    ],
)
def test_a_refusal_names_the_line_of_the_passage(body: str, expected: str) -> None:
    report = Report("x.md")
    assert not is_convertible(body, 10, report)
    assert [expected] == lines_of(report)


def test_a_long_line_of_blanks_costs_nothing() -> None:
    started = time.process_time()
    assert is_convertible(" " * 20_000 + "\na", 1, Report("x.md"))
    assert is_convertible(("a" + " " * 60_000 + "\n") * 4, 1, Report("x.md"))
    assert is_convertible(" \t\n" * 60_000, 1, Report("x.md"))
    assert time.process_time() - started < REFUSED_WITHIN


def test_brackets_of_one_paragraph_do_not_count_in_the_next() -> None:
    assert is_convertible(("[" * 20 + "\n\n") * 100, 1, Report("x.md"))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("---\ntitle: x\n---\n" + "\u202a" * 60_000 + "\u2069" * 20_000, id="marks-that-close-nothing"),
        pytest.param("---\ntitle: x\n---\n" + "\u200b" * 80_000, id="zero-width-spaces"),
        pytest.param("---\ntitle: {" + "a: b " * 12_000 + "\n---\n", id="colons-within-braces"),
        pytest.param("---\ntitle: [" + "a #" * 20_000 + "\n---\n", id="comments-within-brackets"),
        pytest.param("---\ntitle:" + " " * 60_000 + "x: y: z\n---\n", id="blanks"),
        pytest.param("---\ntitle: &a " + "b" * 60_000 + "\n---\n", id="a-long-anchor"),
    ],
)
def test_what_is_said_of_a_hostile_file_is_said_at_once(data: str) -> None:
    report = Report("x.md")
    started = time.process_time()
    parse_parts(data.encode(), report)
    assert time.process_time() - started < CONVERTED_WITHIN
    assert len(report.problems) > 0


@pytest.mark.parametrize("text", ["2026-03-31 " + "a - " * 15_000, "1 to " * 12_000, "- " * 30_000, "9" * 60_000])
def test_what_is_said_of_a_long_text_that_is_no_date_is_said_at_once(text: str) -> None:
    started = time.process_time()
    with pytest.raises(NotAMomentError):
        parse_moment(text)
    assert time.process_time() - started < REFUSED_WITHIN


@pytest.mark.parametrize("body", ["a" + "\u0316\u0301" * 60_000, "a" + "\u0301" * 31, "a" + "\u05b0\u05bc" * 16])
def test_accents_piled_on_one_letter_are_refused(body: str) -> None:
    report = Report("x.md")
    started = time.process_time()
    assert decode(f"---\ntitle: a\n---\n{body}".encode(), report) is None
    assert time.process_time() - started < REFUSED_WITHIN
    assert lines_of(report) == ["1: more than 30 accents on one letter; delete those that nobody can read"]


@pytest.mark.parametrize("body", ["a" + "\u0301" * 30, "—" * 1000, "שָׁלוֹם " * 1000, "क्षि" * 1000, "…\u200d" * 1000])
def test_what_is_no_pile_of_accents_is_left_alone(body: str) -> None:
    assert not has_piled_marks(body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a\n\nb\n" * 10_001, "30012: body: more than 20,000 lines; simplify this passage"),
        ("*a*\n\n" * 9_999 + "*a* " * 10_000, "20008: body: more than 30,000 signs"),
        ("a [^1]\n\n" * 1001, "2010: body: more than 1,000 marks of footnotes; simplify this passage"),
        ("a\n\n" + "|a" * 50 + "\n" + "|-" * 50 + "\n" + "|\n" * 500, "12: body: tables of more than 20,000 cells"),
    ],
)
def test_a_count_that_is_over_names_the_line_where_it_is(body: str, expected: str) -> None:
    report = Report("x.md")
    assert not is_convertible(body, 10, report)
    assert lines_of(report)[0].startswith(expected)
