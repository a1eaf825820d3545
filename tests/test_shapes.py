"""A text of whatever shape is read and published in bounded time, memory and length, or refused with line and reason.

All shapes: `python -m tests.shapes`, or these tests with `JOBBOARD_SHAPES=1`.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path

import pytest

from jobboard.pipeline import check as checking
from jobboard.source.markdown.convert import MAX_SECONDS, Engine, to_html
from jobboard.source.markdown.guard import MAX_HTML, TooComplexError
from tests.helpers import NOW, SITE, make_posting, write_site
from tests.shapes import SHAPES
from tests.shapes.costs import empty_board, measured, warmed

QUICK = (
    *("!", "A. ", "` of growing length", "<i></i>", "&", "&amp;", "accents that pile up", "in blocks: - - -"),
    *("one footnote many times", "one-letter abbreviations", "many abbreviations", "& in rows", "a.a.a", "8 February"),
    *(
        "rows of many columns",
        "a long definition used often",
        "links within",
        "many unknown tags",
        "shortcodes in code",
    ),
    *("closed: phone-like runs", "closed: a.a.a", "fields: many unknown", "fields: many zones", "topics: very many"),
    *("at the limit, in one: `a`", "at the limit, paragraphs: [a](b)", "apart: - a", ">>>>>>>"),
)
NAMES = [*SHAPES] if os.environ.get("JOBBOARD_SHAPES") else QUICK

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is measured as Linux tells it")


@pytest.fixture(scope="module")
def empty() -> int:
    warmed()
    return empty_board()


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("name", NAMES)
def test_a_shape_is_within_the_limits(name: str, engine: Engine, empty: int) -> None:
    found = measured(name, SHAPES[name](), engine, empty)
    assert not found.faults, found


@pytest.mark.parametrize("name", ["!", "A. ", "honest prose", "8 February", "links to files in words"])
def test_a_shape_that_is_no_more_than_words_is_built(name: str, empty: int) -> None:
    assert measured(name, SHAPES[name](), Engine.COMRAK, empty).cost.refusal == ""


def test_there_are_sixty_shapes_and_more() -> None:
    assert len(SHAPES) > 300


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("*[a]: b\n\n" + "a " * 200_000, "an abbreviation that is explained thousands of times"),
        (f"*[a]: {'x' * 301}\n\na", "abbreviations: more than 300 characters for one"),
        ("".join(f"*[a{n}]: b\n\n" for n in range(501)), "abbreviations: more than 500 abbreviations"),
        ("a@b.cc " * 30_000, f"a text that becomes a page of more than {MAX_HTML // 1024:,} kB"),
    ],
)
def test_what_would_become_a_page_without_end_is_refused(body: str, expected: str, engine: Engine) -> None:
    if "thousands" in expected:
        body = body.replace("b\n", f"{'b' * 299}\n")
    with pytest.raises(TooComplexError, match=expected):
        to_html(body, engine)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("*a* " * 14_000, "too many signs in a long paragraph"),
        (f"[a]: /{'b' * 2000}\n\n[a]", "an address of more than 2000 characters"),
        ("".join(f"[a{n}]: /{'b' * 1900}\n\n" for n in range(60)) + "[a1] " * 9000, "links by a label that become"),
        ("- - - - - - - - - - - a\n\n" * 10_000, "more than 50,000 paragraphs, entries and quotations"),
    ],
)
def test_python_markdown_is_not_asked_to_do_what_takes_long(body: str, expected: str) -> None:
    with pytest.raises(TooComplexError, match=expected):
        to_html(body)


def test_a_refusal_names_the_line_of_the_passage(tmp_path: Path) -> None:
    body = f"One.\n\n*[EU]: {'x' * 301}\n\nTwo."
    problems = checking.check(write_site(tmp_path, {"postings/x.md": make_posting(body)}), SITE, NOW).problems
    assert "content/postings/x.md:10: body: abbreviations: more than 300 characters" in str(problems[0])


def test_the_last_net_counts_the_time_of_the_system_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_on(_text: str) -> str:
        began = resource.getrusage(resource.RUSAGE_SELF).ru_stime
        while resource.getrusage(resource.RUSAGE_SELF).ru_stime - began < MAX_SECONDS:
            os.stat(".")  # noqa: PTH116 (nothing but the system's time)
        return ""

    monkeypatch.setattr("jobboard.source.markdown.convert.MAX_SECONDS", 0.2)
    monkeypatch.setattr("jobboard.source.markdown.convert._python", _Cached(read_on))
    started = time.process_time()
    with pytest.raises(TooComplexError):
        to_html("a")
    assert time.process_time() - started < 5


class _Cached:
    """Stands for the cached function that makes the converter."""

    def __init__(self, convert: object) -> None:
        self.convert = convert

    def __call__(self) -> object:
        return self.convert

    def cache_clear(self) -> None:
        pass
