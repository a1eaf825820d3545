"""The digest of a board as mail programs show it: pictures of it, 600 pixels wide.

`python -m bench.mail_clients BOARD FOLDER` reads the board in the folder BOARD, say that of `make demo`, and writes
into FOLDER. Mail programs differ in what they leave of a message; here a browser shows what each leaves.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from typing import Literal

from click.testing import CliRunner
from playwright.sync_api import sync_playwright
from tests.browser.chromium import launch

from jobboard.commands.main import main as jobboard

WIDTH = 600
SINCE = "2026-11-17"
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_NOT_IN_OUTLOOK = re.compile(r"(?:max-width|border-radius|background-image|display|text-align:start)[^;\"]*;?")
_CLASS = re.compile(r' class="[^"]*"')


def _bare(html: str) -> str:
    """What Gmail leaves of this message: the sheet has a condition that it does not know, and goes."""
    return _STYLE.sub("", html)


def _of_word(html: str) -> str:
    """What Outlook for Windows leaves, which draws as Word does: no sheet, no class, few properties."""
    return _CLASS.sub("", re.sub(r'style="[^"]*"', lambda found: _NOT_IN_OUTLOOK.sub("", found[0]), _bare(html)))


def _whole(html: str) -> str:
    return html


Scheme = Literal["light", "dark"]
CLIENTS: Mapping[str, tuple[Scheme, Callable[[str], str]]] = {
    "as-it-is-light": ("light", _whole),
    "as-it-is-dark": ("dark", _whole),
    "gmail-dark": ("dark", _bare),
    "outlook": ("light", _of_word),
    "apple-mail-dark": ("dark", _whole),
}
"""The scheme of colours and what is left of the message, by the name of the picture."""


def digest_of(board: Path, form: str, lang: str) -> str:
    """The digest of a fortnight of the demo."""
    os.chdir(board)
    return CliRunner().invoke(jobboard, ["digest", "--since", SINCE, "--lang", lang, "--format", form]).stdout


def main(board: Path, folder: Path) -> None:
    """Take the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    html, text = digest_of(board, "html", "en"), digest_of(board, "text", "fr")
    shown: dict[str, tuple[Scheme, str]] = {name: (scheme, leaves(html)) for name, (scheme, leaves) in CLIENTS.items()}
    shown["plain"] = ("light", f'<meta charset="utf-8"><pre style="white-space:pre-wrap">{escape(text)}</pre>')
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for name, (scheme, page) in shown.items():
            context = browser.new_context(
                viewport={"width": WIDTH, "height": 800}, color_scheme=scheme, java_script_enabled=False
            )
            tab = context.new_page()
            tab.set_content(page)
            tab.screenshot(path=folder / f"{name}.png", full_page=True)
            context.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
