"""Mails and pages that mean harm: a draft that is judged like any text, or one line, and soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from jobboard.importing.sources.entry import ImportFailedError
from jobboard.outputs.text.judged import judged
from jobboard.source.markdown.body import convert_body
from jobboard.source.markdown.convert import Engine
from jobboard.source.problem import Report
from tests.helpers import read_tree
from tests.hostile import MARKUP
from tests.importing.vacancy.forms import html
from tests.importing.vacancy.judge import draft_from, fields_of, take
from tests.outputs.final import faults_in_text

SECONDS = 3
"""Of this process."""
HEAD = "From: a@b.example\nSubject: Policy Officer\nMIME-Version: 1.0\n"
TEXT = "Content-Type: text/plain\n\nApply by 5 May 2027 at jobs@northern-towns.example.\n"
_MIXED = 'Content-Type: multipart/mixed; boundary="{0}"\n\n--{0}\n'


def nested(depth: int) -> str:
    """A mail of parts within parts."""
    return HEAD + "".join(_MIXED.format(f"b{each}") for each in range(depth)) + TEXT


MAILS = {
    "parts within parts": nested(190),
    "parts within parts without end": nested(5_000),
    "mails within mails": HEAD + "Content-Type: message/rfc822\n\n" * 5_000 + TEXT,
    "very many parts": HEAD + _MIXED.format("b") + f"{TEXT}\n--b\n" * 3_000,
    "parts whose lines end as on Windows": HEAD + _MIXED.format("b") + f"{TEXT}\n--b\n".replace("\n", "\r\n") * 3_000,
    "parts in small letters": HEAD + _MIXED.format("b") + f"{TEXT.lower()}\n--b\n" * 3_000,
    "a boundary that is empty": HEAD + _MIXED.format("") + TEXT,
    "a boundary of 60,000": HEAD + _MIXED.format("b" * 60_000) + TEXT,
    "an encoding that nobody knows": HEAD + TEXT.replace("plain", "plain; charset=x-nobody"),
    "an encoding that is none": HEAD + TEXT.replace("plain", 'plain; charset="../../etc/passwd"'),
    "an encoding that unpacks": HEAD + TEXT.replace("plain", "plain; charset=zlib_codec"),
    "an encoding with a NUL in it": HEAD + TEXT.replace("plain", 'plain; charset="utf\0-8"'),
    "a transfer that nobody knows": HEAD + "Content-Transfer-Encoding: uuencode\n" + TEXT,
    "a broken base64": HEAD + "Content-Transfer-Encoding: base64\n" + TEXT,
    "a subject of words encoded": HEAD.replace("Policy", "=?utf-8?q?" + "=41" * 20_000 + "?=") + TEXT,
    "a subject of words encoded without end": HEAD.replace("Policy", "=?utf-8?q?a" * 5_000) + TEXT,
    "headers without end": HEAD + "X-A: b\n" * 20_000 + TEXT,
    "a header of many parameters": HEAD + TEXT.replace("plain", "plain" + "; a*0=b" * 3_000),
    "brackets in a receiver": HEAD + "To: " + "(" * 20_000 + "\n" + TEXT,
}


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_that_means_harm_is_a_draft_or_a_line_and_soon(name: str, content: Path) -> None:
    before = set(read_tree(content.parent))
    started = time.process_time()
    try:
        take(content, MAILS[name].encode(), "eml")
    except ImportFailedError as error:
        assert "\n" not in str(error)  # noqa: PT017 (either way is right)
    assert time.process_time() - started < SECONDS
    new = {path for path in read_tree(content.parent) if path not in before}
    assert all(path.startswith(("content/postings/", "vacancy.eml")) for path in new)


@pytest.mark.parametrize(
    "address",
    [
        "jobs@b.example?cc=evil@c.example",
        "jobs@b.example%0D%0ABcc:evil@c.example",
        "jobs@b.example\u2028Bcc: evil@c.example",
        "jobs@b.example,evil@c.example",
    ],
)
def test_no_address_of_a_mail_names_further_receivers(address: str, content: Path) -> None:
    text = TEXT.replace("plain", "html").replace(
        "jobs@northern-towns.example", f'<a href="mailto:{address}">{address}</a>'
    )
    draft = draft_from(content, (HEAD + text).encode(), "eml")
    found = fields_of(draft).get("apply", "")
    assert "cc" not in found.lower().replace("c.example", "")
    assert "?" not in found
    assert "%0" not in found


@pytest.mark.parametrize("form", ["eml", "html"])
@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_a_hostile_mail_or_page_becomes_a_draft_that_runs_nothing(form: str, text: str, content: Path) -> None:
    page = html((("h1", "Policy Officer"), ("p", "Apply by 5 May 2027 at jobs@northern-towns.example."))).decode()
    page = page.replace("</body>", f"<p>Words of it. {text}</p></body>")
    data = page if form == "html" else f"{HEAD}Content-Type: text/html; charset=utf-8\n\n{page}"
    draft = draft_from(content, data.encode(), form)
    for engine in Engine:
        body = convert_body(draft.partition("\n---\n")[2], 1, Report("x"), engine)
        assert body is None or faults_in_text(judged(body.html)) == ()
