"""Bare addresses are links, with either engine, wherever GitHub makes them so and where more is plain."""

from __future__ import annotations

import time

import pytest

from jobboard.source.markdown.autolinks import linked, shielded, unshielded
from jobboard.source.markdown.body import convert_body
from jobboard.source.markdown.convert import Engine
from jobboard.source.problem import Report

REL = 'rel="noopener noreferrer"'


def html_of(text: str, engine: Engine) -> str:
    body = convert_body(text, 1, Report("x"), engine)
    assert body is not None
    return body.html


def web(address: str, target: str = "") -> str:
    return f'<a href="{target or address}" {REL}>{address}</a>'


def mail(address: str) -> str:
    return f'<a href="mailto:{address}" {REL}>{address}</a>'


LINKS = {
    "web": ("See https://x.example/a now", f"See {web('https://x.example/a')} now"),
    "http": ("http://x.example", web("http://x.example")),
    "www": ("www.x.example/a", web("www.x.example/a", "http://www.x.example/a")),
    "query": ("https://x.example/?a=1&b=2", web("https://x.example/?a=1&amp;b=2")),
    "full-stop": ("https://x.example/a.", f"{web('https://x.example/a')}."),
    "comma": ("https://x.example, b", f"{web('https://x.example')}, b"),
    "question": ("https://x.example?", f"{web('https://x.example')}?"),
    "round-brackets": ("(https://x.example/a)", f"({web('https://x.example/a')})"),
    "own-brackets": ("https://x.example/a_(b)", web("https://x.example/a_(b)")),
    "square-brackets": ("[https://x.example]", f"[{web('https://x.example')}]"),
    "angle-brackets": ("<https://x.example/a>", web("https://x.example/a")),
    "quotation-marks": ("\u201chttps://x.example\u201d", f"\u201c{web('https://x.example')}\u201d"),
    "guillemets": ("\u00abhttps://x.example\u00bb", f"\u00ab{web('https://x.example')}\u00bb"),
    "ideographic-stop": ("\u898bhttps://x.example\u3002", f"\u898b{web('https://x.example')}\u3002"),
    "international-host": ("https://m\u00fcller.example/stra\u00dfe", None),
    "underscores": ("https://x.example/_a_/b_c", web("https://x.example/_a_/b_c")),
    "asterisks": ("https://x.example/*a*b", web("https://x.example/*a*b")),
    "tildes": ("https://x.example/~~a~~b", web("https://x.example/~~a~~b")),
    "escaped": ("https://x.example/a\\_b", web("https://x.example/a_b")),
    "strong": ("**https://x.example/a**", f"<strong>{web('https://x.example/a')}</strong>"),
    "in-words": ("[see](https://x.example/_a_)", f'<a href="https://x.example/_a_" {REL}>see</a>'),
    "address-as-words": (
        "[https://x.example](https://y.example)",
        f'<a href="https://y.example" {REL}>https://x.example</a>',
    ),
    "raw-link": (
        '<a href="https://x.example">www.x.example</a>',
        f'<a href="https://x.example" {REL}>www.x.example</a>',
    ),
    "code": ("`https://x.example/_a_ a@x.example`", "<code>https://x.example/_a_ a@x.example</code>"),
    "mail": ("Write to jobs@x.example.", f"Write to {mail('jobs@x.example')}."),
    "mail-with-signs": ("a.b+c_d-e@x-y.example", mail("a.b+c_d-e@x-y.example")),
    "mail-in-brackets": ("(jobs@x.example)", f"({mail('jobs@x.example')})"),
    "mail-angled": ("<jobs@x.example>", mail("jobs@x.example")),
    "mail-with-its-scheme": ("<mailto:jobs@x.example>", mail("jobs@x.example")),
    "mail-without-domain": ("a@b and @c", "a@b and @c"),
    "no-host": ("https:// and www. there", "https:// and www. there"),
    "short-host": ("www.x", "www.x"),
}


@pytest.mark.parametrize(("text", "expected"), LINKS.values(), ids=LINKS)
@pytest.mark.parametrize("engine", Engine)
def test_a_bare_address_is_a_link(text: str, expected: str | None, engine: Engine) -> None:
    address = text if expected is None else ""
    assert html_of(text, engine) == f"<p>{expected or web(address)}</p>"


@pytest.mark.parametrize(
    "text", ["    https://x.example/_a_", "```\nhttps://x.example/_a_\n```", "<pre>https://x.example/_a_</pre>"]
)
@pytest.mark.parametrize("engine", Engine)
def test_an_address_in_code_stays_as_it_is(text: str, engine: Engine) -> None:
    html = html_of(text, engine)
    assert "<a" not in html
    assert "https://x.example/_a_" in html


@pytest.mark.parametrize(
    "part", ["a", "a@", "a@b.", "https://", "www.", "~~a ", "~a~ b", "https://x.example/&amp;", "a."]
)
def test_hostile_runs_take_time_in_proportion(part: str) -> None:
    def seconds(size: int) -> float:
        text = part * (size // len(part))
        started = time.process_time()
        unshielded(shielded(text))
        linked(f"<p>{text}</p>")
        return time.process_time() - started

    assert seconds(200_000) < 0.5


def test_what_was_shielded_is_put_back_everywhere() -> None:
    text = "https://x.example/_a~b*c 5~10"
    assert unshielded(shielded(text)) == text
    assert unshielded("%EF%B7%90%ef%b7%91") == "*_"
