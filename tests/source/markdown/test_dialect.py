"""The one dialect of both engines: what people type becomes what they mean, and the same HTML from either."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobboard.source.markdown.body import convert_body
from jobboard.source.markdown.convert import Engine
from jobboard.source.problem import Report
from tests.helpers import lines_of

_LOOKS = re.compile(r' (?:id|rel)="[^"]*"')
_SPACE = re.compile(r"\s*(<[^>]+>)\s*")
REL = 'rel="noopener noreferrer"'
WORD_BULLETS = "\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u2219\u25cb\u25a0\uf0b7\uf0a7\uf0d8"


def html_of(text: str, engine: Engine = Engine.MARKDOWN) -> str:
    report = Report("x")
    body = convert_body(text, 1, report, engine)
    assert body is not None, lines_of(report)
    return body.html


def shape_of(text: str, engine: Engine) -> str:
    """The HTML without anchors and without the white space that no reader sees."""
    html = _LOOKS.sub("", html_of(text, engine))
    return _SPACE.sub(r"\1", " ".join(html.split()))


AB = "<ul><li>a</li><li>b</li></ul>"
ONE_TWO = "<ol><li>a</li><li>b</li></ol>"
NESTED = "<ul><li>a<ul><li>b</li></ul></li></ul>"
TABLE = "<table><thead><tr><th>x</th><th>y</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"

SHAPES = {
    "glued-hyphens": ("Tasks:\n- a\n- b", f"<p>Tasks:</p>{AB}"),
    "glued-asterisks": ("Tasks:\n* a\n* b", f"<p>Tasks:</p>{AB}"),
    "glued-pluses": ("Tasks:\n+ a\n+ b", f"<p>Tasks:</p>{AB}"),
    "glued-numbers": ("Tasks:\n1. a\n2. b", f"<p>Tasks:</p>{ONE_TWO}"),
    "glued-numbers-with-brackets": ("Tasks:\n1) a\n2) b", f"<p>Tasks:</p>{ONE_TWO}"),
    "glued-to-a-heading": ("## Tasks\n- a\n- b", f"<h2>Tasks</h2>{AB}"),
    "a-year-at-the-start-of-a-line": ("In\n2026. That was it.", "<p>In 2026. That was it.</p>"),
    "nested-by-two": ("- a\n  - b", NESTED),
    "nested-by-three": ("- a\n   - b", NESTED),
    "nested-by-four": ("- a\n    - b", NESTED),
    "nested-by-a-tab": ("- a\n\t- b", NESTED),
    "nested-below-a-number": ("1. a\n   - b", "<ol><li>a<ul><li>b</li></ul></li></ol>"),
    "nested-twice": ("- a\n  - b\n    - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
    "numbers-with-brackets": ("1) a\n2) b", ONE_TWO),
    "numbers-from-three": ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
    "a-list-that-goes-on-after-a-break": (
        "1. a\n\ntext\n\n2. b",
        '<ol><li>a</li></ol><p>text</p><ol start="2"><li>b</li></ol>',
    ),
    "loose-entries": ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    "second-paragraph-by-two": ("- a\n\n  more\n- b", "<ul><li><p>a</p><p>more</p></li><li><p>b</p></li></ul>"),
    "second-paragraph-by-three": ("1. a\n\n   more", "<ol><li><p>a</p><p>more</p></li></ol>"),
    "wrapped-entries": ("- a\n  more\n- b\nlazy", "<ul><li>a more</li><li>b lazy</li></ul>"),
    "fence-in-an-entry": ("- a\n\n  ```\n  x = 1\n  ```", "<ul><li><p>a</p><pre><code>x = 1</code></pre></li></ul>"),
    "fence": ("```python\n- a\n  <b>\n```", "<pre><code>- a &lt;b&gt;</code></pre>"),
    "fence-below-a-line": ("So:\n~~~\nx\n~~~", "<p>So:</p><pre><code>x</code></pre>"),
    "indented-code": ("So:\n\n    - a", "<p>So:</p><pre><code>- a</code></pre>"),
    "boxes": ("- [ ] a\n- [x] b", "<ul><li>\u2610 a</li><li>\u2611 b</li></ul>"),
    "two-spaces-break-a-line": ("a  \nb", "<p>a<br>b</p>"),
    "a-backslash-breaks-a-line": ("a\\\nb", "<p>a<br>b</p>"),
    "a-plain-line-end-breaks-nothing": ("a\nb", "<p>a b</p>"),
    "struck": ("~~a~~ and ~b~", "<p><del>a</del>and<del>b</del></p>"),
    "ranges-are-not-struck": ("5~10 or 20~30, ~3", "<p>5~10 or 20~30, ~3</p>"),
    "table": ("| x | y |\n|---|:-:|\n| 1 | 2 |", TABLE),
    "glued-table": ("Pay:\n| x | y |\n|---|---|\n| 1 | 2 |", f"<p>Pay:</p>{TABLE}"),
    "table-without-outer-strokes": ("x | y\n--|--\n1 | 2", TABLE),
    "table-in-an-entry": ("- a\n\n  | x | y |\n  |---|---|\n  | 1 | 2 |", f"<ul><li><p>a</p>{TABLE}</li></ul>"),
    "stroke-in-a-cell": (
        "|x|\n|-|\n|a \\| b|",
        "<table><thead><tr><th>x</th></tr></thead><tbody><tr><td>a | b</td></tr></tbody></table>",
    ),
    "quotation-with-a-list": ("> Tasks:\n> - a\n> - b", f"<blockquote><p>Tasks:</p>{AB}</blockquote>"),
    "underlined-heading": ("Tasks\n-----\n- a\n- b", f"<h2>Tasks</h2>{AB}"),
    "heading-without-a-space": ("##Tasks\n- a\n- b", f"<h2>Tasks</h2>{AB}"),
    "a-hash-tag-is-no-heading": ("#jobs", "<p>#jobs</p>"),
    "definition-list": (
        "CV\nR\u00e9sum\u00e9\n:   two pages",
        "<dl><dt>CV</dt><dt>R\u00e9sum\u00e9</dt><dd>two pages</dd></dl>",
    ),
    "a-tilde-is-no-meaning": ("Pay\n~ 30k", "<p>Pay ~ 30k</p>"),
    "abbreviation": ("*[EU]: European Union\n\nThe EU.", '<p>The<abbr title="European Union">EU</abbr>.</p>'),
    "abbreviation-in-code": ("*[EU]: European Union\n\n`EU`", "<p><code>EU</code></p>"),
    "reference": (
        '[a][b] and [b]\n\n[b]: https://x.example "T"',
        '<p><a href="https://x.example" title="T">a</a>and<a href="https://x.example" title="T">b</a></p>',
    ),
    "html-block": ("<div>\n*a*\n</div>\n\n*b*", "*a*<p><em>b</em></p>"),
    "footnote": (
        "a[^n]\n\n[^n]: b",
        (
            '<p>a<sup><a href="#fn:n">1</a></sup></p>'
            '<hr><ol><li><p>b&nbsp;<a href="#fnref:n" title="\u21a9 1">\u21a9</a></p></li></ol>'
        ),
    ),
    "file-name-with-a-space": ("[a](files/two words.pdf)", '<p><a href="files/two%20words.pdf">a</a></p>'),
    "bullets": ("Tasks:\n\u2022 a\n\u2022 b", f"<p>Tasks:</p>{AB}"),
    "bullets-with-tabs": ("\u2022\ta\n\u2022\tb", AB),
    "bullets-with-firm-spaces": ("\u00b7\u00a0\u00a0\u00a0a\n\u00b7\u00a0\u00a0\u00a0b", AB),
    "bullets-and-empty-lines": ("\u2022 a\n\n\u2022 b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
    "bullets-wrapped": ("\u2022 a\n  more\n\u2022 b", "<ul><li>a more</li><li>b</li></ul>"),
    "bullets-nested-by-signs": ("\u2022 a\no  b", NESTED),
    "bullets-nested-by-indentation": ("\u2022 a\n   \u2022 b", NESTED),
    "bullets-in-a-quotation": ("> \u2022 a\n> \u2022 b", f"<blockquote>{AB}</blockquote>"),
    "one-bullet": ("\u2022 a", "<p>\u2022 a</p>"),
    "bullets-in-code": ("    \u2022 a\n    \u2022 b", "<pre><code>\u2022 a \u2022 b</code></pre>"),
    "bullets-in-a-fence": ("```\n\u2022 a\n\u2022 b\n```", "<pre><code>\u2022 a \u2022 b</code></pre>"),
    "bullets-in-html": ("<div>\n\u2022 a\n\u2022 b\n</div>", "\u2022 a \u2022 b"),
    "dashes-after-a-colon": ("Tasks:\n\u2013 a\n\u2013 b", f"<p>Tasks:</p>{AB}"),
    "dashes-after-an-empty-line": ("Tasks\n\n\u2013 a\n\u2013 b", f"<p>Tasks</p>{AB}"),
    "dashes-in-prose": ("We\n\u2013 all\n\u2013 of us", "<p>We \u2013 all \u2013 of us</p>"),
    "a-dialogue": ("\u2013 Yes, she said.\n\n\u2013 No.", "<p>\u2013 Yes, she said.</p><p>\u2013 No.</p>"),
    "firm-space-behind-a-hyphen": ("-\u00a0a\n-\u00a0b", AB),
    "firm-spaces-before-bullets": ("\u00a0\u00a0\u2022 a\n\u00a0\u00a0\u2022 b", AB),
    "firm-space-alone-on-a-line": ("a\n\u00a0\nb", "<p>a</p><p>b</p>"),
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("engine", Engine)
def test_what_is_typed_becomes_what_is_meant(text: str, expected: str, engine: Engine) -> None:
    assert shape_of(text, engine) == expected


@pytest.mark.parametrize("sign", WORD_BULLETS)
@pytest.mark.parametrize("gap", [" ", "\t", "", "\u00a0", "    "])
def test_every_bullet_of_a_word_processor_makes_a_list(sign: str, gap: str) -> None:
    text = f"Tasks:\n{sign}{gap}a\n{sign}{gap}b"
    assert {shape_of(text, engine) for engine in Engine} == {f"<p>Tasks:</p>{AB}"}


PIECES = ["a", "b c", "- ", "* ", "+ ", "1. ", "2. ", "10. ", "1) ", "> ", "# ", "## ", "---", "===", "```", "~~~"]
PIECES += [" ", "  ", "   ", "    ", "\t", "| a | b |", "|---|---|", "x|y", "--|--", "\n", "\n\n", "\u2022 ", "\u2013 "]
TEXTS = st.lists(st.sampled_from([*PIECES, *["\n", "\n\n"] * 4]), max_size=20).map("".join)
_EMPHASIS_OR_BREAK = re.compile(r"</?(?:em|strong)>|\*+|<br>")
"""The engines read runs of asterisks between punctuation each in its way, and a tab at the end of a line."""


@settings(max_examples=300)
@given(text=TEXTS)
def test_any_blocks_give_the_same_shape_with_both_engines(text: str) -> None:
    python, native = (_EMPHASIS_OR_BREAK.sub("", shape_of(text, engine)).replace(" ", "") for engine in Engine)
    assert python == native


@settings(max_examples=200)
@given(words=st.lists(st.sampled_from(["- a", "* b", "1. c", "  - d", "    - e", "f", "", "g:"]), max_size=12))
def test_no_entry_is_lost(words: list[str]) -> None:
    html = html_of("\n".join(["begin", *words]))
    for word in words:
        if letter := word.strip("-*1. :"):
            assert re.search(rf"\b{letter}\b", html)


def test_a_list_below_a_paragraph_gets_no_advice_any_more() -> None:
    report = Report("x.md")
    convert_body("You will:\n- count\n- draw\n", 1, report)
    assert lines_of(report) == []


def test_a_footnote_that_nothing_refers_to_is_left_out_with_advice() -> None:
    for engine in Engine:
        report = Report("x.md")
        body = convert_body("a[^one]\n\n[^one]: b\n\n[^two]: c", 10, report, engine)
        assert body is not None
        assert "c" not in re.sub("<[^>]*>", "", body.html)
        assert lines_of(report) == [
            "advice: 14: body: nothing refers to the footnote 'two', and it is left out; put [^two] where it belongs"
        ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\\*[EU]: European Union", "*[EU]: European Union"),
        ("\\*\\[EU\\]: European Union", "*[EU]: European Union"),
        ("\\[TOC]\n\n# A", "[TOC]"),
        ("- \\[x] a", "<li>[x] a"),
        ("a\\\\\nb", "a\\ b"),
        ("\\~~a~~", "~~a~~"),
        ("\\- a", "- a"),
        ("1\\) a", "1) a"),
    ],
)
@pytest.mark.parametrize("engine", Engine)
def test_a_backslash_keeps_a_sign_as_it_is(text: str, shown: str, engine: Engine) -> None:
    assert shown in " ".join(html_of(text, engine).split())
    assert "\ufdd3" not in html_of(text, engine)
