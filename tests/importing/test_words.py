"""Every word readers can see in a text is in the file, or the report says that it is not."""

from __future__ import annotations

import re

import pytest

from jobboard.importing.html.convert import to_body
from jobboard.source.markdown.convert import Engine, to_html
from tests.importing.test_hostile import nothing
from tests.words_lost import visible

BASE = "https://blog.example/a/"


def body(html: str, lang: str = "en") -> str:
    return to_body(html, BASE, nothing, lang)[0]


def notes(html: str) -> tuple[str, ...]:
    return to_body(html, BASE, nothing)[1]


SHAPES = {
    "code in a box": ("<div><pre>  if a:\n    b</pre></div>", "      if a:\n        b\n"),
    "line ends in code": ("<pre>a<br>b<br/>  c</pre>", "    a\n    b\n      c\n"),
    "code behind a list": ("<ul><li>a</li></ul><pre>b</pre>", "-   a\n\n<!-- -->\n\n    b\n"),
    "code at the start of an entry": ("<ul><li><pre>a\nb</pre></li></ul>", "-   `a`  \n    `b`\n"),
    "two paragraphs in an entry": (
        "<ul><li><p>One</p><p>Two</p></li><li>Three</li></ul>",
        "-   One\n\n    Two\n\n-   Three\n",
    ),
    "a list in an entry": ("<ol start=3><li>a<ul><li>b</li></ul></li></ol>", "3.  a\n    -   b\n"),
    "words in a list without an entry": (
        "<ul>One<li>Two</li><ul><li>Three</li></ul></ul>",
        "-   One\n-   Two\n    -   Three\n",
    ),
    "bold around paragraphs": ("<b><p>One</p><p>Two</p></b>", "**One**\n\n**Two**\n"),
    "bold over two line ends": ("<b>One<br><br>Two</b>", "**One**\n\n**Two**\n"),
    "a link around a heading": (
        "<a href='/x'><h3>One</h3><p>Two</p></a>",
        "### [One](https://blog.example/x)\n\n[Two](https://blog.example/x)\n",
    ),
    "bold beside bold": ("<b>a</b><b>b</b>", "<strong>a</strong><strong>b</strong>\n"),
    "bold within a word": ("un<b>believ</b>able", "un**believ**able\n"),
    "bold before a letter": ("<b>Now!</b>then", "<strong>Now!</strong>then\n"),
    "a table that arranges": (
        "<table><tr><td><table><tr><td>a</td></tr></table></td><td><p>b</p><ul><li>c</li></ul></td></tr></table>",
        "a\n\nb\n\n-   c\n",
    ),
    "a table in a table": (
        "<table><tr><td>a</td><td><table><tr><th>b</th><th>c</th></tr></table></td></tr></table>",
        "a\n\n| b | c |\n| --- | --- |\n",
    ),
    "a table with a caption and line ends": (
        "<table><caption>Costs</caption><th>a</th><th>b</th><tr><td>c<br>d</td><td><p>e</p><p>f|g</p></td></table>",
        "Costs\n\n| a | b |\n| --- | --- |\n| c<br>d | e<br>f&#124;g |\n",
    ),
    "a row with more cells than the first": (
        "<table><tr><th>a</th></tr><tr><td>b</td><td>c</td></tr></table>",
        "| a |  |\n| --- | --- |\n| b | c |\n",
    ),
    "a list of terms": (
        "<dl><dt>A</dt><dd>one</dd><dd><p>two</p><p>three</p></dd></dl>",
        "A\n:   one\n:   two\n\n    three\n",
    ),
    "details": ("<details><summary>More</summary>Words</details>", "**More**\n\nWords\n"),
    "a picture and its caption": (
        "<figure><img src='a.png' alt='A'><figcaption>By <b>Bob</b></figcaption></figure>",
        "[A](https://blog.example/a/a.png)\n\nBy **Bob**\n",
    ),
    "a link around a picture": (
        "<a href='https://x.example/page'><img src='a.png' alt='A'></a>",
        "[A](https://x.example/page) ([a.png](https://blog.example/a/a.png))\n",
    ),
    "a link around a picture and words": (
        "<a href='https://x.example/page'><img src='a.png'> Read on</a>",
        "[Read on](https://x.example/page) ([a.png](https://blog.example/a/a.png))\n",
    ),
    "a link to the same picture": (
        "<a href='a-large.png'><img src='a.png' alt='A'></a>",
        "[A](https://blog.example/a/a.png)\n",
    ),
    "a picture beside words": ("<p><img src='a.png' alt='A'>Almost</p>", "[A](https://blog.example/a/a.png) Almost\n"),
    "a late picture": (
        "<img src='data:image/gif;base64,R0' data-src='/b.png' alt='B'>",
        "[B](https://blog.example/b.png)\n",
    ),
    "a late picture by its set": (
        "<img data-srcset='/b-1.png 100w, /b-2.png 900w' alt='B'>",
        "[B](https://blog.example/b-2.png)\n",
    ),
    "a picture without scripts": (
        "<img class=lazy alt=B src='data:x'><noscript><img src='/b.png' alt=B></noscript>",
        "[B](https://blog.example/b.png)\n",
    ),
    "a late picture twice": (
        "<img data-lazy-src='/b.png' alt=B><noscript><img src='/b.png' alt=B></noscript>",
        "[B](https://blog.example/b.png)\n",
    ),
    "a character as a picture": (
        "<p>Yes <img class='emoji' alt='\U0001f600' src='https://s.example/1f600.png'>!</p>",
        "Yes \U0001f600!\n",
    ),
    "a character without its name": ("<img class='wp-smiley' src='https://s.example/1f600.png'>", "\U0001f600\n"),
    "a counter": ("<p>Words<img src='https://stats.example/x' width='1' height='1'></p>", "Words\n"),
    "a counter by its style": (
        "<p>Words<img src='https://stats.example/x' style='width:1px;height:1px'></p>",
        "Words\n",
    ),
    "a player": (
        "<iframe data-src='https://v.example/7' title='A film'></iframe>",
        "[A film (v.example)](https://v.example/7)\n",
    ),
    "an exclamation before a link": (
        "<p>Look!<a href='https://x.example/'>there</a></p>",
        "Look\\![there](https://x.example/)\n",
    ),
    "another language": (
        "<p>The <i lang=fr>mairie</i></p><p lang='en-GB'>One</p>",
        'The <span lang="fr">*mairie*</span>\n\nOne\n',
    ),
    "a footnote with a way back": (
        "<p>One<sup id='r1'><a href='#n1'>1</a></sup>, two.</p><ol><li id='n1'>Note.<a href='#r1'>\u21a9</a></li></ol>",
        "One[^1], two.\n\n[^1]: Note.\n",
    ),
    "a footnote by name": (
        "<p>One<a href='#f' name='b'><sup>[*]</sup></a></p><p><a name='f' href='#b'>[*]</a> Note.</p>",
        "One[^1]\n\n[^1]: Note.\n",
    ),
    "a jump that is no footnote": (
        "<p><a href='#c'>Costs</a></p><h2 id='c'>What it costs</h2>",
        "Costs\n\n## What it costs\n",
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_becomes_what_it_means(shape: str) -> None:
    html, markdown = SHAPES[shape]
    assert body(html) == markdown


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("engine", list(Engine))
def test_no_mark_of_a_shape_is_shown_as_letters(shape: str, engine: Engine) -> None:
    shown = visible(to_html(body(SHAPES[shape][0]), engine)[1])
    assert not re.search(r"\*\*|\]\(|^-   |&#|`|\[\^|---", shown)


@pytest.mark.parametrize(
    ("html", "note"),
    [
        ("<p style='display: none'>Buy pills</p>", "hidden text is left out: 'Buy pills'"),
        ("<p hidden>Buy</p><span class='screen-reader-text'>Now</span>", "hidden text is left out: 'Buy', 'Now'"),
        (
            "<form><label>Your name</label><input><button>Send</button></form>",
            "a form is left out: 'Your name', 'Send'",
        ),
        ("<select><option>One<option>Two</select>", "a form is left out: 'One Two'"),
        ("<p>a<img src='https://stats.example/x' width=1></p>", "a counting pixel is left out"),
    ],
)
def test_what_is_left_out_is_named_with_its_words(html: str, note: str) -> None:
    assert note in notes(html)


FORMULAS = ["<mi>E</mi><mo>=</mo><mi>m</mi>", "<mrow><mi>E</mi><mo>=</mo></mrow><mi>m</mi>", "<mtext>E=m</mtext>"]


@pytest.mark.parametrize("formula", [*FORMULAS, f"<semantics>{FORMULAS[0]}<annotation>tex</annotation></semantics>"])
@pytest.mark.parametrize("attributes", ["", ' xmlns="http://www.w3.org/1998/Math/MathML" display="block"'])
def test_the_letters_of_a_formula_stay_in_their_sentence(formula: str, attributes: str) -> None:
    html = f"<p>That <math{attributes}>{formula}</math> is known.</p>"
    assert body(html) == "That E=m is known.\n"
    assert "a formula became its letters in a row" in notes(html)


@pytest.mark.parametrize("ruby", ["漢<rt>kan</rt>", "漢<rp>(</rp><rt>kan</rt><rp>)</rp>", "<rb>漢</rb><rt>kan</rt>"])
def test_how_a_letter_is_read_stands_behind_it(ruby: str) -> None:
    assert body(f"<p>The letter <ruby>{ruby}</ruby> is old.</p>") == "The letter 漢 (kan) is old.\n"


def test_words_around_the_fields_of_a_form_stay() -> None:
    assert body("<form><p>The whole page stands in here.</p><input></form>") == "The whole page stands in here.\n"
