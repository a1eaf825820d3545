"""Markdown text in, a body out: safe HTML, the links into the content it holds, and advice on its form."""

from __future__ import annotations

import html as html_module
import re

from jobboard.base.digest import digest_of
from jobboard.source.language.mentions import mentions_of
from jobboard.source.markdown import anchors, body_form, guard
from jobboard.source.markdown.convert import Engine, to_html
from jobboard.source.markdown.guard import TOO_COMPLEX, TooComplexError
from jobboard.source.markdown.kept import Body, Mentioned, Reference
from jobboard.source.markdown.sanitise import judged_body
from jobboard.source.message import phrase
from jobboard.source.problem import Report
from jobboard.source.text import without_hidden

LONGEST_EXCERPT = 2000
"""Characters of a first paragraph that lists and feeds may show."""

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_EXTERNAL = re.compile(r"^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|#)")


def convert_body(text: str, first_line: int, report: Report, engine: Engine = Engine.MARKDOWN) -> Body | None:
    """Convert a body that starts on `first_line` of its file; None if a problem was reported."""
    if not text.strip():
        return Body.of("")
    if not guard.is_convertible(text, first_line, report):
        return None
    lines = body_form.Lines(text, first_line)
    try:
        unsafe, safe = to_html(text, engine)
    except TooComplexError as error:
        hint = phrase("simplify its lists, quotations and links, or split it")
        report.problem(lines.of(error.near), "body", TOO_COMPLEX(reason=error.reason), hint)
        return None
    html, dead = anchors.resolved(_without_hidden(safe.strip(), lines, report))
    html = judged_body(html)
    body_form.advise_on_form(lines, unsafe, html, dead, report)
    body_form.check_body(html, lines, report)
    references = _references(html, body_form.Lines(text, first_line))
    return Body.of(html, _excerpt(html), references, _said(html, text, first_line), anchors.anchors_of(html))


def _said(html: str, text: str, first_line: int) -> Mentioned:
    line = first_line + len(text[: len(text) - len(text.lstrip())].split("\n")) - 1
    digest = digest_of(html.encode(), 8)
    return Mentioned(line, len(plain_text(html)), digest, mentions_of(text, first_line))


def _excerpt(html: str) -> str:
    """The first paragraph that says something, without footnotes and their marks."""
    found = _PARAGRAPH.finditer(anchors.without_notes(html) if 'id="fn' in html else html)
    text = next((text for each in found if (text := plain_text(each[1]))), "")
    kept = text[: LONGEST_EXCERPT - len(" …")]
    return text if len(text) <= LONGEST_EXCERPT else f"{kept.rpartition(' ')[0] or kept} …"


def plain_text(html: str) -> str:
    """Sanitised HTML as plain text on one line. Each of its `<` begins a tag."""
    first, *others = html.split("<")
    text = first + "".join([other[other.find(">") + 1 :] for other in others])
    return " ".join((html_module.unescape(text) if "&" in text else text).split())


def _references(html: str, lines: body_form.Lines) -> tuple[Reference, ...]:
    found = ((tag, html_module.unescape(target)) for tag, target in body_form.TARGET.findall(html))
    return tuple(
        Reference(target, lines.of(target), tag == "img")
        for tag, target in dict.fromkeys(found)
        if target and not _EXTERNAL.match(target)
    )


def _without_hidden(html: str, lines: body_form.Lines, report: Report) -> str:
    """The HTML without characters nobody can see that the text names by references: `&#8232;`."""
    if "&" not in lines.text:
        return html
    said = Report("")
    cleaned = without_hidden(html, 1, said, is_one_scope=True)
    line = lines.of("&#" if "&#" in lines.text else "&")
    for each in said:
        report.advise(line, "body", each.said, each.way_out)
    return cleaned
