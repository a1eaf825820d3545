"""comrak, the native engine: the only module that knows it, and what is said otherwise to have it agree."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from urllib.parse import quote, unquote

_REFERENCE = re.compile(r'<a href="#fn-([^"]*)" id="fnref-([^"]*)" data-footnote-ref>')
_MARK = '<sup class="footnote-ref">'
_BACKLINK = re.compile(
    r'\s*<a href="#fnref-([^"]*)" class="footnote-backref"[^>]*data-footnote-backref-idx="(\d+)(?:-(\d+))?"[^>]*>'
    r"↩(?:<sup[^>]*>\d+</sup>)?</a>"
)
_NOTE = re.compile(r'<li id="fn-([^"]*)">')
_NOTES = '<section class="footnotes" data-footnotes>\n'
_MAILTO = re.compile(r'(<a href="mailto:([^"]*)">)mailto:\2</a>')
_TERMS = re.compile(r"<dt>([^<]*\n.*?)</dt>", re.DOTALL)


_NO_MEANING = re.compile(r"(\n)([ >]*)(~(?=[ \t])|:(?=[ \t]*(?:\n|$)))")
_SPACED = re.compile(r"(\]\((?!\S*://))([^\s()<>\"']+(?: [^\s()<>\"']+)+)(?=(?: \"[^\"\n]*\")?\))")
_MASKS = {"~": "\ufdd4", ":": "\ufdd5", " ": "\ufdd6"}
_MASKED = re.compile("[\ufdd4-\ufdd6]|%EF%B7%9[456]")
"""What comrak alone takes for the mark of a meaning or the end of a target: noncharacters stand for it meanwhile."""

_UNWRAPPED = re.compile(
    r'(<li id="fn:[^"]*">|</(?:ul|ol|dl|table|blockquote|pre|h[1-6])>)'
    r'\s*(?:&#160;)?(<a href="#fnref[^\n]*</a>)(?=\s*</li>)'
)


@functools.cache
def converter() -> Callable[[str], str]:
    """Markdown to unsafe HTML, some hundred times as fast as Python-Markdown."""
    import comrak  # noqa: PLC0415 (an extra)

    extensions, rendering = comrak.ExtensionOptions(), comrak.RenderOptions()
    extensions.table = extensions.footnotes = extensions.strikethrough = extensions.description_lists = True
    rendering.unsafe_ = True  # the allow-list comes after

    def convert(text: str) -> str:
        text = _NO_MEANING.sub(_masked, f"\n{text}")
        text = _SPACED.sub(lambda found: found[1] + found[2].replace(" ", _MASKS[" "]), text)
        html = str(comrak.render_markdown(text, extension_options=extensions, render_options=rendering))
        return _agreeing(_MASKED.sub(_unmasked, html) if _is_masked(html) else html)

    return convert


def _agreeing(html: str) -> str:
    if _NOTES in html:
        html = _with_notes(html)
    if '">mailto:' in html:
        html = _MAILTO.sub(r"\1\2</a>", html)
    return (
        _TERMS.sub(lambda found: f"<dt>{found[1]}</dt>".replace("\n", "</dt>\n<dt>"), html) if "<dt>" in html else html
    )


def _with_notes(html: str) -> str:
    """Footnotes as Python-Markdown has them, so that their places have the same names."""
    text, notes = html.split(_NOTES, 1)
    places: dict[str, int] = {}

    def reference(found: re.Match[str]) -> str:
        name = unquote(found[1])
        places[name] = places.get(name, 0) + 1
        return f'<sup id="{_place(name, places[name])}"><a href="#fn:{name}">'

    def backlink(found: re.Match[str]) -> str:
        name = unquote(found[1])
        count = int(found[3] or 1)
        name = name.removesuffix(f"-{count}") if count > 1 else name
        space = "&#160;" if count == 1 else ""
        return f'{space}<a href="#{_place(name, count)}" title="↩ {found[2]}">↩</a>'

    notes = _NOTE.sub(lambda found: f'<li id="fn:{unquote(found[1])}">', _BACKLINK.sub(backlink, notes))
    text = _REFERENCE.sub(reference, text.replace(_MARK, ""))
    notes = _REFERENCE.sub(reference, notes.replace(_MARK, ""))
    notes = _UNWRAPPED.sub(r"\1<p>\2</p>", notes)
    return f"{text}<hr>\n{notes.replace('</section>', '', 1)}"


def _place(name: str, count: int) -> str:
    return f"fnref{count if count > 1 else ''}:{name}"


def _is_masked(html: str) -> bool:
    return "%EF%B7%9" in html or any(mask in html for mask in _MASKS.values())


def _masked(found: re.Match[str]) -> str:
    return found[1] + found[2] + _MASKS[found[3]]


def _unmasked(found: re.Match[str]) -> str:
    mask = unquote(found[0])
    sign = next(sign for sign, each in _MASKS.items() if each == mask)
    return sign if found[0] == mask else quote(sign)
