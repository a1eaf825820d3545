"""Python-Markdown with the steps left out that find nothing gives the HTML it gives with all of them."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor

from jobboard.source.markdown.convert import make_converter
from jobboard.source.markdown.elements import CommonMarkdown
from jobboard.source.markdown.sparing import Sparing

PLAIN, SPARING = make_converter(is_sparing=False), make_converter()
TESTS = Path(__file__).parents[2]

WRITTEN = [
    "Plain words, and no more.",
    "# One\n\nTwo\n===\n\nThree\n---\n\n#### Four\n#Five\n\\# Six ##",
    "[TOC]\n\n# One\n## Two *and a half*\n## Two",
    "> [TOC]\n\n- [TOC]\n\n# A\n\n\\[TOC]\n\n`[TOC]`",
    "a\n\n---\n\n* * *\n\n_  _  _\n\nb\n-  -  -\nc\n***",
    "> ---\n> - -- -\n>\n> Title\n> =\n\n- Title\n  -\n- ===",
    "1. one\n2. two\n\n   three\n\n3. four\n    - five\n    - six\n\n5. seven",
    "+ one\n\n    two\n\n        code\n* three\n- four\n- - five\n    - six",
    "    code *a* `b` <c> &amp; \\*\n\n\tmore\n\n        deeper\nnot code",
    "Term\n:   Meaning\n\n    More\n\nOther\n: > quoted\n:   - listed",
    "| a | b |\n| --- | :-: |\n| `1|2` | \\| |\n\na | b\n--|--\n1 | 2\n\n| one |\n| --- |\n| 1 |",
    "Words[^1] and[^two] and[^1] and[^none].\n\n[^1]: A *note*.\n    More.\n[^two]: # Head\n\n    |a|b|\n    |-|-|",
    'The HTML of it, and `HTML`, *HTML*.\n\n*[HTML]: Hypertext <Markup> "Language"',
    "[a][b], [b], [b][], ![b], ![a][b], [c](d \"e\"), ![f](<g h> 'i'), [j][none], [k]\n\n[b]: https://example.org 'x'",
    "<https://example.org/a_b_c> <a@example.org> <b>*c*</b> <!-- d --> <? e ?> &copy; &#65; &#12 ;& AT&T < 3 > 2",
    "<div>\n*raw*\n\n</div>\ntail *a*\n\n<p>b</p>\n\n<hr>\n\n`<i>`",
    "a *b* **c** ***d*** _e_ __f__ ___g___ *h **i** j* a_b_c 2 * 3 ** 4 * _ **k*l**m*",
    "two  \nlines, \\\\ `a\\`b` ``c`d`` \\`e\\` \\_f\\_ \\<g> \\[h](i) ! [j](k)",
    "a\r\nb\n \n  \nc\td\n\n\n\n   e   \n   \n\x02klzzwxh:0000\x03 \x0242\x03",
    "- # In a list\n  text\n\n- > quoted\n  > - list\n\n      code\n",
]
MARKS = [
    *(
        "\n",
        "\n\n",
        " ",
        "  ",
        "    ",
        "  \n",
        "\t",
        "\\",
        "`",
        "``",
        "*",
        "**",
        "***",
        "_",
        "__",
        "=",
        "===",
        "-",
        "---",
    ),
    *(
        "\n- ",
        "\n* ",
        "\n+ ",
        "\n1. ",
        "\n2. ",
        "\n> ",
        "\n# ",
        "## ",
        "\n: ",
        ":",
        ".",
        "|",
        "\n| a | b |\n",
        "|---|---|\n",
    ),
    *("[", "]", "](", ")", "![", "[^1]", "\n[^1]: ", "*[a]", "\n*[a]: ", "[a]: ", "[a]", "[TOC]", "[TO", "C]", "!"),
    *(
        "<",
        ">",
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<!--",
        "-->",
        "<?",
        "&",
        "&amp;",
        "&#65;",
        "&#",
        ";",
        "@",
        "<a@b.c>",
    ),
    *("https://example.org", '"', "'", "(", "a", "b c", "é", "HTML", "\x02", "\x03", "1", "0"),
]
TEXTS = st.lists(st.one_of(st.sampled_from(MARKS), st.text("ab \n", max_size=4)), max_size=40).map("".join)


def both(text: str) -> tuple[str, str]:
    plain, sparing = (each.reset().convert(text) for each in (PLAIN, SPARING))
    return plain, sparing


@pytest.mark.parametrize("text", WRITTEN)
def test_written_texts_give_the_same_html(text: str) -> None:
    plain, sparing = both(text)
    assert sparing == plain


def test_the_sites_of_the_tests_and_the_documentation_give_the_same_html() -> None:
    files = [*TESTS.glob("sites/**/*.md"), *TESTS.glob("sites_advised/**/*.md"), *TESTS.parent.glob("docs/**/*.md")]
    bodies = [file.read_text(encoding="utf-8").split("\n---\n", 1)[-1] for file in files]
    assert len(bodies) > 50
    for plain, sparing in map(both, bodies):
        assert sparing == plain


@settings(max_examples=300)
@given(text=TEXTS)
def test_any_text_gives_the_same_html(text: str) -> None:
    plain, sparing = both(text)
    assert sparing == plain


@settings(max_examples=100)
@given(texts=st.lists(st.one_of(st.sampled_from(WRITTEN), TEXTS), min_size=2, max_size=4))
def test_one_text_leaves_nothing_behind_that_the_next_would_show(texts: list[str]) -> None:
    fresh = [make_converter().convert(text) for text in texts]
    assert [SPARING.reset().convert(text) for text in texts] == fresh


class Shout(SimpleTagInlineProcessor):
    """A pattern of which nothing is known: `q` becomes an empty `<q>`."""

    def handleMatch(self, m: re.Match[str], _data: str) -> tuple[ET.Element, int, int]:  # noqa: N802
        return ET.Element(self.tag), m.start(0), m.end(0)


class Foreign(Extension):
    def extendMarkdown(self, md: CommonMarkdown) -> None:  # noqa: N802
        md.inlinePatterns.register(Shout("q", "q"), "shout", 55)


def test_a_step_of_which_nothing_is_known_always_runs() -> None:
    converter = CommonMarkdown(extensions=[Foreign(), Sparing()])
    assert converter.convert("Plain q words") == "<p>Plain <q></q> words</p>"


def test_steps_that_find_nothing_are_left_out() -> None:
    converter = make_converter()
    converter.convert("Plain words\n\nand no more")
    assert list(converter.treeprocessors["inline"].inlinePatterns) == []
