"""Clean HTML in, Markdown that means the same out, as both engines of `source/markdown.py` read it.

markdownify does the walking. What it writes otherwise is said again here: indented code, nested lists by four spaces,
and letters that Markdown would take for marks.
"""

# ruff: noqa: ARG002 (markdownify calls every one of these methods in the same way)

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from markdownify import ATX, MarkdownConverter

_MARKS = re.compile(r"([\\`*_~\[\]])")
_ENTITY = re.compile(r"&(?=[a-zA-Z][a-zA-Z0-9]{1,31};|#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};)")
_LINE_START = re.compile(r"(^|\n)([ \t]*)([#>+-]|[0-9]{1,9}(?=[.)]))", re.MULTILINE)
_ODD_START = re.compile(r"(^|\n)([ \t]*)([:=|])")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_TRAILING = re.compile(r"(?<=\S)(?: |\t| {3,})$", re.MULTILINE)
_SAFE_IN_ADDRESS = "%/:?#@!$&'*+,;=~-._"
_CODES = {":": "&#58;", "=": "&#61;", "|": "&#124;"}


def to_markdown(soup: Any) -> str:
    """The Markdown of a document that was cleaned. Raises RecursionError for one nested absurdly deep."""
    text = str(_Converter(heading_style=ATX, bullets="-", autolinks=False).convert_soup(soup))
    return tidy(text)


def tidy(text: str) -> str:
    """One empty line between paragraphs, no spaces at line ends but the two that break a line, one line end last."""
    text = _BLANK_LINES.sub("\n\n", text.replace("\u00a0\n", "\n"))
    return _TRAILING.sub("", text).strip("\n") + "\n" if text.strip() else ""


def escaped(text: str) -> str:
    """Text that stays itself in Markdown."""
    text = _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
    text = _MARKS.sub(r"\\\1", text)
    text = _LINE_START.sub(_mark_escaped, text)
    return _ODD_START.sub(lambda found: f"{found[1]}{found[2]}{_CODES[found[3]]}", text)


def to_target(address: str) -> str:
    """An address as it can stand between the round brackets of a link."""
    return quote(address.strip(), safe=_SAFE_IN_ADDRESS)


def _mark_escaped(found: re.Match[str]) -> str:
    before = f"{found[1]}{found[2]}"
    return f"{before}{found[3]}\\" if found[3].isdigit() else f"{before}\\{found[3]}"


class _Converter(MarkdownConverter):
    """Methods are named after tags, and called by name; `_inline` among the parents means a cell or a heading."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        text = escaped(text or "")
        return text.replace("|", "&#124;") if {"td", "th"} & parent_tags else text

    def convert_a(self, el: Any, text: str, parent_tags: set[str]) -> str:
        href = to_target(el.get("href") or "")
        if not href or not text.strip() or "_noformat" in parent_tags:
            return text
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{before}[{' '.join(text.split())}]({href}){after}"

    def convert_img(self, el: Any, text: str, parent_tags: set[str]) -> str:
        return f"![{escaped(' '.join((el.get('alt') or '').split()))}]({to_target(el.get('src') or '')})"

    def convert_pre(self, el: Any, text: str, parent_tags: set[str]) -> str:
        lines = el.get_text().strip("\n").split("\n")
        return "\n\n" + "\n".join(f"    {line}" if line.strip() else "" for line in lines) + "\n\n"

    def convert_li(self, el: Any, text: str, parent_tags: set[str]) -> str:
        lines = (text or "").strip().split("\n")
        if not lines[0]:
            return "\n"
        bullet = f"{el.get('value')}." if el.get("value") else "-"
        rest = (f"    {line}" if line.strip() else "" for line in lines[1:])
        return "\n".join([f"{bullet:<3} {lines[0]}", *rest]) + "\n"

    def convert_del(self, el: Any, text: str, parent_tags: set[str]) -> str:
        return f"<del>{text}</del>" if text.strip() else text

    convert_s = convert_del

    def _as_html(self, el: Any, text: str, parent_tags: set[str]) -> str:
        return f"<{el.name}>{text}</{el.name}>" if text.strip() else text

    convert_sub = convert_sup = convert_ins = convert_q = convert_kbd = _as_html

    def _as_box(self, el: Any, text: str, parent_tags: set[str]) -> str:
        return f"\n\n{text.strip()}\n\n"

    convert_figure = convert_header = convert_footer = convert_aside = convert_main = _as_box
    convert_address = convert_details = convert_summary = convert_center = _as_box
