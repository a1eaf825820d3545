"""A card the script makes is the one that the list serves, in every form and every language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.finding.board import NOW, SOUGHT, THREE
from tests.browser.finding.conftest import LISTS
from tests.browser.reader import Reader

_SAID = """(cards) => cards.map((card) => {
  const said = (it) => {
    if (it.nodeType === Node.TEXT_NODE) return it.data.replace(/[ \\n]+/g, " ").trim();
    const attributes = [...it.attributes].map(({ name, value }) => `${name}=${value}`).sort();
    const within = [...it.childNodes].map(said).filter((each) => each.length);
    return [[it.localName, ...attributes].join(" "), ...within];
  };
  return said(card);
})"""
"""What a card is, but for line ends and spaces of its markup: elements, all attributes, texts to the letter."""

ALL = "?published=999d"
_NUMBER = sum(not each.original for each in SOUGHT)


@pytest.mark.parametrize("lang", THREE.languages)
def test_a_card_made_by_the_script_is_the_card_that_is_served(
    board: dict[str, bytes], read: Callable[..., Reader], lang: str
) -> None:
    reader = read(board, NOW)
    reader.open(f"{LISTS[lang]}{ALL}")
    made = reader.find("[data-part=results] .job-card")
    expect(made).to_have_count(20)
    while reader.find("[data-part=more]").is_visible():
        reader.find("[data-part=more]").click()
    expect(made).to_have_count(_NUMBER)
    served = reader.find("[data-served] .job-card").evaluate_all(_SAID)
    told = made.evaluate_all(_SAID)
    by_href = {str(each[1:]).partition("href=")[2].partition(" ")[0]: each for each in served}
    wrong = [(one, other) for one, other in zip(told, served, strict=True) if one != other]
    assert len(by_href) == _NUMBER
    assert wrong == []
