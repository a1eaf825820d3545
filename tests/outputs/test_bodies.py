"""Links and pictures of a body on their way into a page or feed."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.outputs.bodies import body_html
from tests.helpers import SITE, make_board, make_posting


@pytest.mark.parametrize("page", ["", "jobs/x/"])
@pytest.mark.parametrize("more", ["", " See [the other](postings/y.md#a&b) and [below](#how)."])
def test_an_address_elsewhere_stays_as_it_was_written(page: str, more: str, tmp_path: Path) -> None:
    body = f"Read [it](https://example.org/?a=1&b=2).{more}"
    board = make_board(tmp_path, {"postings/x.md": make_posting(body), "postings/y.md": make_posting()})
    posting = board.postings[0]
    html = body_html(posting.body, posting.links, SITE, page)
    assert 'href="https://example.org/?a=1&amp;b=2"' in html
    host = "https://hub.example" if page else ""
    assert (f'href="{host}/jobs/y/#a&amp;b"' in html) == bool(more)
    assert (f'href="{host and host + "/jobs/x/"}#how"' in html) == bool(more)
