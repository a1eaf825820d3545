"""The native Markdown engine: the same allow-list after it. What both read is in `test_dialect.py`."""

from __future__ import annotations

import pytest

from jobboard.source.markdown.body import convert_body
from jobboard.source.markdown.convert import Engine, TooComplexError, to_html
from jobboard.source.problem import Report


def html_of(text: str, engine: Engine) -> str:
    report = Report("x")
    body = convert_body(text, 1, report, engine)
    assert body is not None, list(report)
    return body.html


@pytest.mark.parametrize(
    "text",
    [
        "A paragraph with *emphasis*, **strength** and `code`.",
        "- one\n- two\n\n1. first\n2. second",
        "> A quotation.",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "[a link](https://example.org/x) and [mail](mailto:a@example.org?subject=x)",
        "A & B < C",
    ],
)
def test_both_engines_read_plain_markdown_alike(text: str) -> None:
    python, native = (html_of(text, engine).replace("\n", "") for engine in Engine)
    assert python == native


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<a href="javascript:alert(1)" onclick="x()">x</a>',
        "[x](javascript:alert(1))",
        '<img src="https://example.org/x.png" alt="x">',
        "<style>p{}</style><iframe src='https://example.org'></iframe>",
    ],
)
def test_the_native_engine_passes_the_same_allow_list(text: str) -> None:
    html = html_of(f"Words.\n\n{text}", Engine.COMRAK)
    assert not any(word in html for word in ("script", "onclick", "<style", "iframe", "<img", "javascript"))


def test_headings_start_at_the_second_level_with_either_engine() -> None:
    assert [html_of("# One\n\n### Three", engine).count("<h2") for engine in Engine] == [1, 1]


def test_a_text_that_was_given_up_leaves_nothing_behind_that_the_next_would_show() -> None:
    with pytest.raises(TooComplexError):
        to_html("- " * 3000 + "deep")
    assert to_html("one\n\ntwo")[1] == "<p>one</p>\n<p>two</p>"
