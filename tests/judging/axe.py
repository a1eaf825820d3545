"""axe-core, asked about a page that is open in a browser: the rules of WCAG 2.2, levels A and AA, and good practice."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from playwright.sync_api import Page

from tests.judging.packages import installed

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

SCHEMES, WIDTHS = ("light", "dark"), (1280, 320)

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules to which it matters whether a page is light or dark."""

_ASK = """async (runOnly) => {
  const found = await axe.run(document, { runOnly, resultTypes: ["violations", "incomplete"], preload: false });
  const lines = (kind) => found[kind].flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary ?? rule.help}`));
  return [lines("violations"), lines("incomplete")];
}"""

_ALL = {"type": "tag", "values": RULES}
_COLOURS_ONLY = {"type": "rule", "values": COLOURS}


def examine(page: Page, *, only_colours: bool = False) -> tuple[Sequence[str], Sequence[str]]:
    """What breaks a rule on the page as it stands there, and what the judge leaves to people."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    broken, left = page.evaluate(_ASK, _COLOURS_ONLY if only_colours else _ALL)
    return broken, left


def examine_looks(page: Page) -> dict[str, Sequence[str]]:
    """What breaks a rule on a wide and on a narrow screen, light and dark; in the dark only colours can differ."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found[f"{scheme}, {width}"] = examine(page, only_colours=scheme == "dark")[0]
    return {look: broken for look, broken in found.items() if broken}


@functools.cache
def _source() -> str:
    return installed("axe-core/axe.min.js").read_text("utf-8")
