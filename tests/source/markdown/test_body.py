"""A body: Markdown in, safe HTML out, with the references it holds and advice on its form."""

from __future__ import annotations

import pytest

from jobboard.source.markdown.body import convert_body, plain_text
from jobboard.source.markdown.kept import Body, Reference
from jobboard.source.problem import Report
from tests.helpers import lines_of

LEFT_OUT = "is left out; a body may hold text, lists, tables, links and pictures"
REL = 'rel="noopener noreferrer"'


def _convert(text: str, first_line: int = 1) -> tuple[Body, list[str]]:
    report = Report("x.md")
    body = convert_body(text, first_line, report)
    return body or Body.of(""), lines_of(report)


def _html(text: str) -> str:
    return _convert(text)[0].html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a <script>alert(1)</script>b", "<p>a b</p>", id="script"),
        pytest.param("a <ScRiPt src=//example.net/x.js></sCrIpT>b", "<p>a b</p>", id="script-in-mixed-case"),
        pytest.param('<p onclick="alert(1)" onmouseover=alert(1)>a</p>', "<p>a</p>", id="event-handlers"),
        pytest.param('<p style="position:fixed">a</p>', "<p>a</p>", id="style-attribute"),
        pytest.param("<style>p {color: red}</style>\n\na", "<p>a</p>", id="style"),
        pytest.param('a <iframe src="https://example.net/"></iframe>b', "<p>a b</p>", id="iframe"),
        pytest.param('a <svg onload="alert(1)"><circle/></svg>b', "<p>a b</p>", id="svg"),
        pytest.param("a <object data=x></object><embed src=x>b", "<p>a b</p>", id="object"),
        pytest.param('<form action="https://example.net/"><input name="a"></form>\n\nb', "<p>b</p>", id="form"),
        pytest.param('a <base href="https://example.net/">b', "<p>a b</p>", id="base"),
        pytest.param('a <meta http-equiv="refresh" content="0">b', "<p>a b</p>", id="meta"),
        pytest.param('a <link rel="stylesheet" href="x.css">b', "<p>a b</p>", id="link"),
        pytest.param("a <!-- a note to myself -->b", "<p>a b</p>", id="comment"),
        pytest.param('<span class="x" id="main" data-x="1">a</span>', "<p><span>a</span></p>", id="class-and-id"),
        pytest.param('<h2 id="main">a</h2>', '<h2 id="section-a">a</h2>', id="an-id-of-the-page"),
        pytest.param(
            '<span lang="fr" dir="ltr">a</span>', '<p><span lang="fr" dir="ltr">a</span></p>', id="language-kept"
        ),
        pytest.param('<span lang="x y" dir="up">a</span>', "<p><span>a</span></p>", id="language-that-is-none"),
        pytest.param("<details><summary>a</summary></details>", "a", id="details"),
    ],
)
def test_what_could_harm_a_reader_is_taken_out(text: str, expected: str) -> None:
    assert expected == _html(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[a](https://example.org/)", f'<p><a href="https://example.org/" {REL}>a</a></p>', id="https"),
        pytest.param("[a](http://example.org/)", f'<p><a href="http://example.org/" {REL}>a</a></p>', id="http"),
        pytest.param(
            "<https://example.org/>", f'<p><a href="https://example.org/" {REL}>https://example.org/</a></p>', id="bare"
        ),
        pytest.param("[a](//example.org/)", f'<p><a href="https://example.org/" {REL}>a</a></p>', id="without-scheme"),
        pytest.param("[a](tel:+3225110000)", f'<p><a href="tel:+3225110000" {REL}>a</a></p>', id="telephone"),
        pytest.param("[a](mailto:a@example.org)", f'<p><a href="mailto:a@example.org" {REL}>a</a></p>', id="mail"),
        pytest.param(
            "[a](MAILTO:a@example.org)", f'<p><a href="mailto:a@example.org" {REL}>a</a></p>', id="mail-in-capitals"
        ),
        pytest.param(
            "<a@example.org>", f'<p><a href="mailto:a@example.org" {REL}>a@example.org</a></p>', id="bare-mail"
        ),
        pytest.param(
            "[a](mailto:a@example.org?subject=Job&bcc=b@example.org)",
            f'<p><a href="mailto:a@example.org" {REL}>a</a></p>',
            id="mail-with-query",
        ),
        pytest.param("[a](#main)", f'<p><a href="#main" {REL}>a</a></p>', id="fragment"),
        pytest.param("[a](news/bridge.md)", f'<p><a href="news/bridge.md" {REL}>a</a></p>', id="content"),
        pytest.param(
            '<a href="https://example.org/" target="_blank" rel="opener" ping="https://example.net/" download>a</a>',
            f'<p><a href="https://example.org/" {REL}>a</a></p>',
            id="other-attributes",
        ),
    ],
)
def test_a_link_leads_where_it_says(text: str, expected: str) -> None:
    assert expected == _html(text)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "vbscript:x",
        "data:text/html,a",
        "file:///etc/passwd",
        "ftp://example.org/",
        "mailto:a@example.org%0D%0ABcc:b@example.org",
        "mailto:a@example.org,b@example.org",
        "mailto:?bcc=b@example.org",
    ],
)
@pytest.mark.parametrize("form", ["[a]({})", '<a href="{}">a</a>', "[a][b]\n\n[b]: {}"])
def test_a_link_with_a_dangerous_target_leads_nowhere(form: str, target: str) -> None:
    assert "href" not in _html(form.format(target))


@pytest.mark.parametrize(
    "source",
    [
        "https://example.net/a.png",
        "http://example.net/a.png",
        "//example.net/a.png",
        "HTTPS://example.net/a.png",
        "data:image/png;base64,AAAA",
        r"\\example.net\a.png",
        " https://example.net/a.png",
    ],
)
@pytest.mark.parametrize("form", ["![a]({})", '<img src="{}" alt="a">', "![a][b]\n\n[b]: {}"])
def test_a_picture_of_another_site_is_never_requested(form: str, source: str) -> None:
    body, _ = _convert(form.format(source))
    assert "src=" not in body.html
    assert body.references == ()


@pytest.mark.parametrize(
    "text",
    ["![a](https://example.net/a.png)", "<img src='//example.net/a.png' alt='a'>", "![a](data:image/png;base64,AAAA)"],
)
def test_a_picture_that_is_left_out_leaves_no_empty_tag(text: str) -> None:
    assert "<img" not in _html(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("![a](https://example.net/a.png)", id="https"),
        pytest.param("![a](//example.net/a.png)", id="host-alone"),
        pytest.param('<img src="https://example.net/a.png" alt="a">', id="html"),
        pytest.param("<img alt=a src=//example.net/a.png>", id="html-without-quotes"),
        pytest.param("![a][b]\n\n[b]: https://example.net/a.png", id="by-reference"),
        pytest.param("![a](data:image/png;base64,AAAA)", id="data"),
    ],
)
def test_an_author_is_told_that_a_picture_of_another_site_is_left_out(text: str) -> None:
    assert [line[:54] for line in _convert(text)[1]] == ["advice: 1: body: a picture of another site is left out"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[![a](//example.net/a.png)](https://example.org/)", "a</a></p>", id="words-for-a-link"),
        pytest.param(
            '<a href="https://example.org/"><img src="//example.net/a.png" alt=""></a>', "", id="link-and-all"
        ),
        pytest.param("![a](//example.net/a.png)\n\nb", "<p>b</p>", id="paragraph-and-all"),
        pytest.param("![a > b](//example.net/a.png) b", "<p> b</p>", id="sign-in-the-description"),
    ],
)
def test_a_picture_that_is_left_out_takes_with_it_what_would_be_empty(text: str, expected: str) -> None:
    html = _html(text)
    assert html.endswith(expected)
    assert "img" not in html
    assert "<p></p>" not in html
    assert '"></a>' not in html


def test_a_picture_of_another_site_is_named_where_it_is_shown() -> None:
    _, told = _convert("One.\n\nTwo ![a][Map].\n\n![b](ftp://example.net/b.png)\n\n[map]: //example.net/m.png\n")
    message = "body: a picture of another site is left out: '{}'; put the file into content/images/ and name it here"
    assert [
        f"advice: 3: {message.format('//example.net/m.png')}",
        f"advice: 5: {message.format('ftp://example.net/b.png')}",
    ] == told


@pytest.mark.parametrize("text", ["One.\n\n![a]()\n", "One.\n\n<img alt='a'>\n", 'One.\n\n<IMG alt="a" src="">\n'])
def test_a_picture_without_an_address_is_left_out_with_advice(text: str) -> None:
    body, told = _convert(text)
    hint = "name its file: ![Two people at a desk](images/desk.jpg)"
    assert told == [f"advice: 3: body: a picture without an address is left out; {hint}"]
    assert "<img" not in body.html


def test_a_picture_in_an_example_of_code_is_no_picture() -> None:
    assert _convert("    ![a](https://example.net/a.png)\n")[1] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a &#7; b", "1: body: control character U+0007", id="bell"),
        pytest.param("a\n\n&amp; &#65; b &#x1; c", "3: body: control character U+0001", id="by-its-hexadecimal-number"),
        pytest.param("a &#xFFFF; d", "1: body: control character U+FFFF", id="no-character"),
        pytest.param("a\n&#8238; d", "2: body: invisible direction mark U+202E", id="direction-mark"),
        pytest.param('<span title="&#1;">a</span>', "1: body: control character U+0001", id="in-an-attribute"),
    ],
)
def test_a_reference_to_a_control_character_is_a_problem(text: str, expected: str) -> None:
    assert [f"{expected}; delete it; it usually comes from copy and paste"] == _convert(text)[1]


def test_a_tag_that_is_left_out_is_named_with_its_line() -> None:
    _, told = _convert(
        "One.\n\n<iframe src='https://example.org/film'></iframe>\n\nTwo <blink>three</blink>.\n", first_line=10
    )
    assert [f"advice: 14: body: <blink> {LEFT_OUT}", f"advice: 12: body: <iframe> {LEFT_OUT}"] == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# A\n\n## B\n\n### C\n", ["h2", "h3", "h4"], id="from-the-top"),
        pytest.param("## A\n\n## B\n", ["h2", "h2"], id="as-asked"),
        pytest.param("#### A\n\n#### B\n", ["h2", "h2"], id="too-small"),
        pytest.param("# A\n\n### B\n\n###### C\n\n# D\n", ["h2", "h3", "h4", "h2"], id="gaps"),
        pytest.param("### A\n\n# B\n\n## C\n", ["h2", "h2", "h3"], id="small-first"),
        pytest.param(
            "# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F\n", ["h2", "h3", "h4", "h5", "h6", "h6"], id="six"
        ),
        pytest.param("<h1>A</h1>\n\n<h4>B</h4>\n", ["h2", "h3"], id="html"),
        pytest.param("A\n=\n\nB\n-\n", ["h2", "h3"], id="underlined"),
    ],
)
def test_headings_start_at_h2_and_leave_no_level_out(text: str, expected: list[str]) -> None:
    html = _html(text)
    opened = [part[:2] for part in html.split("<") if part[:1] == "h"]
    closed = [part[1:3] for part in html.split("<") if part[:2] == "/h"]
    assert expected == opened
    assert expected == closed


def test_a_heading_has_an_anchor_that_no_other_part_of_the_page_has() -> None:
    assert _html("## Main\n\n## Main\n") == '<h2 id="section-main">Main</h2>\n<h2 id="section-main_1">Main</h2>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("| a | b |\n|---|--:|\n| 1 | 2 |\n", "<td>2</td>", id="table"),
        pytest.param("See.[^1]\n\n[^1]: The note.\n", '<li id="fn:1">\n<p>The note.', id="footnote"),
        pytest.param("CV\n:   two pages\n", "<dt>CV</dt>\n<dd>two pages</dd>", id="definition-list"),
        pytest.param(
            "The CV.\n\n*[CV]: Curriculum vitae\n", '<abbr title="Curriculum vitae">CV</abbr>', id="abbreviation"
        ),
        pytest.param("1. a\n\n- b\n", "</ol>\n<ul>", id="two-kinds-of-list"),
        pytest.param("3. a\n4. b\n", '<ol start="3">', id="list-from-three"),
        pytest.param("- a\n\n    - b\n", "<ul>\n<li>b</li>\n</ul>", id="list-in-a-list"),
        pytest.param("> a\n", "<blockquote>\n<p>a</p>\n</blockquote>", id="quotation"),
        pytest.param("    a\n", "<pre><code>a\n</code></pre>", id="code"),
        pytest.param("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>", id="emphasis"),
        pytest.param("a\n\n---\n\nb", "<hr>", id="rule"),
        pytest.param("5 < 6 & 7 > 3", "<p>5 &lt; 6 &amp; 7 &gt; 3</p>", id="signs"),
        pytest.param(
            "<time datetime='2026-03-31'>31 March</time>", '<time datetime="2026-03-31">31 March</time>', id="time"
        ),
    ],
)
def test_markdown_does_what_the_guide_promises(text: str, expected: str) -> None:
    assert expected in _html(text)


@pytest.mark.parametrize(
    "text", ["{{ 7*7 }}", "{% raw %}", "{# a #}", "${7*7}", "{static}/x", "{: .big #main onclick=x }"]
)
def test_what_looks_like_a_template_stays_as_typed(text: str) -> None:
    assert f"<p>{text}</p>" == _html(text)


@pytest.mark.parametrize("text", ["", " \n\t\n", "<!-- a note to myself -->\n"])
def test_a_body_without_words_is_empty(text: str) -> None:
    body, told = _convert(text)
    assert (body.is_empty, body.html, told) == (True, "", [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "## Tasks\n\nCount *bicycles* &\nbuses.\n\nMore.", "Count bicycles & buses.", id="first-paragraph"
        ),
        pytest.param("- one\n- two\n", "", id="no-paragraph"),
        pytest.param("See [a page](https://example.org/).", "See a page.", id="link"),
    ],
)
def test_the_excerpt_is_the_first_paragraph_as_text(text: str, expected: str) -> None:
    assert expected == _convert(text)[0].excerpt


def test_html_becomes_text_on_one_line() -> None:
    assert plain_text("<p>a\n &lt;  <em>b</em> &amp; c</p>") == "a < b & c"


def test_references_are_what_leads_into_the_content_with_their_lines() -> None:
    body, told = _convert(
        "See [a](news/bridge.md), [b](https://example.org/) and [c](#main).\n\n"
        "![A map](images/a%20map.png)\n\n[d](files/profile.pdf#page=2) [a](news/bridge.md)\n",
        first_line=10,
    )
    assert told == []
    assert (
        Reference("news/bridge.md", 10, is_image=False),
        Reference("images/a%20map.png", 12, is_image=True),
        Reference("files/profile.pdf#page=2", 14, is_image=False),
    ) == body.references


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("![](images/team.gif)", id="markdown"),
        pytest.param("![ ](images/team.gif)", id="blank"),
        pytest.param('<img src="images/team.gif">', id="html"),
        pytest.param('<img alt="" src="images/team.gif">', id="html-empty"),
        pytest.param('<img src="images/team.gif" alt="">', id="html-empty-last"),
        pytest.param('![](images/team.gif "Our team")', id="title-is-no-description"),
    ],
)
def test_a_picture_without_a_description_is_a_problem(text: str) -> None:
    message = "12: body: the picture 'images/team.gif' has no description"
    hint = "say what it shows: ![Two people at a desk](images/desk.jpg)"
    assert [f"{message}; {hint}"] == _convert(f"One.\n\n{text}\n", first_line=10)[1]
