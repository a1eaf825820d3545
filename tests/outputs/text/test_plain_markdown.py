"""A body as Markdown says the same words and leads to the same places, whoever reads it."""

from __future__ import annotations

import html

import comrak
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from jobboard.outputs.text.plain_markdown import escaped_markdown, markdown_of

PAGE = "https://hub.example/jobs/x/"
BODIES = [
    "<h2>Tasks</h2><p>Count <strong>all</strong> bicycles, <em>daily</em>.</p>",
    "<ul><li>One</li><li><p>Two</p><ul><li>Within</li></ul></li></ul><ol><li>First</li><li>Second</li></ol>",
    "<blockquote><p>It holds.</p><p>Still.</p></blockquote><hr><pre><code>a  b\n```\n</code></pre>",
    "<table><thead><tr><th>A|B</th><th>C</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
    "<p>1. no list</p><p># no heading</p><p>- no item</p><p>a*b_c [d](e) `f` &lt;g&gt; &amp;amp; ~~h~~ \\</p>",
    '<p><a href="/jobs/y/">Another</a> and <a href="https://a.example/(b)">there</a><br>- next line</p>',
    "<dl><dt>Term</dt><dd>What it means</dd></dl><p><del>old</del> <code>x`y</code> H<sub>2</sub>O</p>",
]


def read_markdown(text: str) -> str:
    options = comrak.ExtensionOptions()
    options.table = options.strikethrough = True
    return comrak.render_markdown(text, extension_options=options)


def words_of(body: str) -> list[str]:
    return "".join(lxml_html.fragment_fromstring(body, create_parent=True).itertext()).split()


@pytest.mark.parametrize("body", BODIES)
def test_read_again_it_has_the_same_words(body: str) -> None:
    again = read_markdown(markdown_of(body, PAGE))
    assert " ".join(words_of(again)) == " ".join(words_of(body.replace("<br>", " ").replace("><", "> <")))


def test_it_leads_to_the_same_places() -> None:
    text = markdown_of(BODIES[5] + '<p><img src="/media/a.png" alt="A map"> <a href="#fn:1">1</a></p>', PAGE)
    assert "[Another](https://hub.example/jobs/y/)" in text
    assert "[there](<https://a.example/(b)>)" in text
    assert "![A map](https://hub.example/media/a.png)" in text
    assert f"[1]({PAGE}#fn:1)" in text


def test_nothing_comes_of_nothing() -> None:
    assert markdown_of("", PAGE) == markdown_of(" \n", PAGE) == ""


@given(st.text(alphabet="ab1 .)-+#=>*_`[]()<>&;|~\\!:", max_size=30))
def test_any_words_stay_words(text: str) -> None:
    body = f"<p>{html.escape(text)}</p>"
    assert "".join(words_of(read_markdown(markdown_of(body, PAGE)))) == "".join(words_of(body))


def test_words_of_a_line_are_no_marks() -> None:
    assert escaped_markdown("a [b](c) *d* <e>") == r"a \[b\](c) \*d\* \<e\>"
