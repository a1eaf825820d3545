"""What is written is judged as it stands: quickly where it is clean, and cleaned where it is not."""

from __future__ import annotations

from html import unescape

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jobboard.source.markdown import sanitise
from jobboard.source.markdown.allow_list import AllowList
from jobboard.source.markdown.body import convert_body
from jobboard.source.markdown.convert import Engine
from jobboard.source.markdown.sanitise import FOR_AUTHORS, as_browsers_read, judged_body, link_of
from jobboard.source.problem import Report
from tests.helpers import lines_of
from tests.hostile import MARKDOWN, MARKUP, UNSEEN, addresses
from tests.outputs.final import faults_in_text

_PIECES = (
    *("<p>", "</p>", "<em>", "</em>", "<a ", 'href="', 'title="', '"', ">", "<", "'", "x", " ", "\n", "&lt;", "&quot;"),
    *("https://a.example", "javascript:", "<script>", "</script>", "<img ", 'src="', "onclick=", "<!--", "-->", "</a>"),
    *("<svg>", "<style>", "<table>", "<td>", "/", "\u2003", "&#x26;", "<br>", "</br>", "<p/>", "</p >", "<P>"),
)


def _convert(text: str, engine: Engine = Engine.MARKDOWN) -> tuple[str, list[str]]:
    report = Report("x")
    body = convert_body(text, 1, report, engine)
    return (body.html if body else ""), lines_of(report)


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("text", [*MARKUP.values(), *MARKDOWN.values()], ids=[*MARKUP, *MARKDOWN])
def test_a_body_comes_out_as_it_would_go_in(text: str, engine: Engine) -> None:
    html, _ = _convert(text, engine)
    assert judged_body(html) is html
    assert [fault for fault in faults_in_text(html) if "leads nowhere" not in fault] == []


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
@settings(max_examples=400, deadline=None)
@example('<p title="a>b">x</p>')
@example("<p>x</p")
@example("</p><p>")
def test_what_is_judged_is_read_by_a_browser_as_it_was_meant(html: str) -> None:
    found = judged_body(html)
    assert [fault for fault in faults_in_text(found) if "<img" not in fault and "nowhere" not in fault] == []
    if found == html:
        assert html.count("<") == sum(1 for _ in html5lib.parseFragment(html).iter()) - 1 + html.count("</")


def test_a_clean_text_is_not_cleaned_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# A\n\n[TOC]\n\nSee https://a.example, [x](#a) and the EU.[^1]\n\n*[EU]: Union\n\n- [ ] a\n\n[^1]: Note.\n"
    html, _ = _convert(f"{text}\n| a |\n|---|\n| b |\n")
    monkeypatch.setattr(AllowList, "cleaned", lambda *_: pytest.fail("cleaned again"))
    assert judged_body(html) is html


def test_an_address_that_may_not_be_followed_is_refused_however_it_is_hidden() -> None:
    """One that is escaped twice is a path, which leads nowhere."""
    tried = [unescape(each) for each in addresses() if "&amp;" not in each]
    assert [each for each in tried if link_of(each) is not None] == []
    assert len(tried) > 500


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/x", "https://a.example/x"),
        (" \n\x01https://a.example/\tx\x1f ", "https://a.example/x"),
        ("\n//a.example", "https://a.example"),
        ("mailto:a@b.example?cc=c@d.example", "mailto:a@b.example"),
        ("MAILTO:a@b.example", "mailto:a@b.example"),
        ("mailto:a@b.example\u2003", None),
        ("files/a:b.pdf", "files/a:b.pdf"),
        ("#a:b", "#a:b"),
        ("\u00a0https://a.example", None),
    ],
)
def test_only_what_browsers_pass_over_is_taken_off(address: str, expected: str | None) -> None:
    assert link_of(address) == expected


def test_white_space_of_unicode_stays() -> None:
    kept = [each for each in UNSEEN if not each.isascii() or each == "\x7f"]
    assert [each for each in kept if as_browsers_read(f"{each}a{each}") != f"{each}a{each}"] == []


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("address", ["htps://a.example", "javascript:alert(1)", "ftp://a.example", "C:\\x.pdf"])
def test_an_author_is_told_of_a_link_that_may_not_be_followed(address: str, engine: Engine) -> None:
    html, told = _convert(f"One.\n\n[x](<{address}>) two.\n", engine)
    assert "href" not in html
    assert [line.split(": body: ")[0] for line in told] == ["advice: 3"]
    assert "leads nowhere and becomes plain text; an address begins with https://, http://, mailto: or tel:" in told[0]


@pytest.mark.parametrize("engine", Engine)
def test_words_of_a_picture_stay_words_whatever_version_cleans(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """nh3 0.3.0 to 0.3.6 left `<` in an attribute as it was."""
    clean = AllowList.cleaned
    monkeypatch.setattr(
        AllowList, "cleaned", lambda self, html: clean(self, html).replace('alt="&lt;b&gt;"', 'alt="<b>"')
    )
    html, _ = _convert("[![<b>](https://b.example/x.png)](https://a.example)", engine)
    assert html.endswith(">&lt;b&gt;</a></p>")


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*[lt]: less\n\n*[amp]: and\n\n&lt; &amp; lt", '<p>&lt; &amp; <abbr title="less">lt</abbr></p>'),
        ("*[AT&T]: phones\n\nAT&T", '<p><abbr title="phones">AT&amp;T</abbr></p>'),
        ("<em>x\n*[EU]: y</em>\n\nEU", "<p><em>x\n*[EU]: y</em></p>\n<p>EU</p>"),
        ("EU\n*[EU]: the **European** Union", '<p><abbr title="the European Union">EU</abbr></p>'),
        ('<span title="a\n*[EU]: b\nc">EU</span>', '<p><span title="a\n*[EU]: b\nc">EU</span></p>'),
    ],
)
def test_a_line_that_explains_is_taken_out_only_whole(text: str, expected: str, engine: Engine) -> None:
    assert _convert(text, engine)[0] == expected


def test_words_that_look_like_an_anchor_are_none() -> None:
    html, told = _convert('a id="x" b [q](#x)\n')
    assert "href" not in html
    assert len(told) == 1


def test_every_attribute_of_the_list_is_written_as_the_judge_reads_it() -> None:
    values = {"lang": "fr", "dir": "ltr", "scope": "col", "id": "section-x", "hreflang": "fr"}
    for tag in sorted(sanitise.TAGS):
        for name in sorted(sanitise.ATTRIBUTES.get(tag, set()) | sanitise.ATTRIBUTES["*"]):
            assert FOR_AUTHORS.may_say(tag, name, values.get(name, "2")), (tag, name)
