"""What may be the address of a site: what others can be put below, however somebody writes it."""

from __future__ import annotations

import pytest

from jobboard.settings.site_address import is_address

RIGHT = (
    "https://example.org",
    "http://127.0.0.1:8000/board",
    "https://example.org/a/b",
    f"https://example.org/{'a' * 900}",
)
WRONG = ("", "example.org", "ftp://example.org", "https://", "https://a b", "https://a/'", "https://a?x", "https://a#x")
WRONG += ("https://a:0", "https://a:99999", f"https://example.org/{'a' * 1000}", f"https://{'é' * 60_000}")


@pytest.mark.parametrize("text", RIGHT, ids=lambda text: text[:40])
def test_an_address_is_taken(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize("text", WRONG, ids=lambda text: text[:40])
def test_any_other_is_refused(text: str) -> None:
    assert not is_address(text)
