"""The figures as a picture: an SVG of bars, one panel for each scenario, that suits a light and a dark page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from bench.results import Results, Scenario

_WIDTH, _LABEL, _VALUE, _ROW, _BAR, _HEAD, _GAP = 720, 150, 90, 26, 16, 34, 18

_STYLE = """
text { font: 14px system-ui, sans-serif; fill: #1f2328; }
.title { font-weight: 600; }
.note { font-size: 12px; fill: #59636e; }
.bar { fill: #8c959f; }
.ours { fill: #0b63b5; }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc; }
  .note { fill: #9198a1; }
  .bar { fill: #656c76; }
  .ours { fill: #58a6ff; }
}
"""


def render_plot(results: Results, size: int, labels: dict[str, str]) -> str:
    """Seconds on the clock of each scenario at one size; every panel has a scale of its own."""
    parts: list[str] = []
    top = _HEAD
    for scenario in Scenario:
        rows = list(_rows(results, size, scenario))
        if rows:
            parts += [f'<text class="title" x="0" y="{top}">{escape(scenario.capitalize())}</text>']
            parts += _bars(rows, top + 10, labels)
            top += len(rows) * _ROW + _HEAD + _GAP
    title = f"Seconds to build {size:,} postings"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {top}" width="{_WIDTH}" height="{top}" '
        f'role="img" aria-labelledby="title">\n<title id="title">{title}</title>\n<style>{_STYLE}</style>\n'
        f'<text class="note" x="0" y="12">{title}; each group has its own scale</text>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _rows(results: Results, size: int, scenario: Scenario) -> Iterator[tuple[str, float]]:
    for name in results.generators(size):
        if figure := results.figure(name, size, scenario):
            yield name, figure.wall


def _bars(rows: list[tuple[str, float]], top: int, labels: dict[str, str]) -> Iterator[str]:
    longest = max(seconds for _, seconds in rows)
    for number, (name, seconds) in enumerate(rows):
        y = top + number * _ROW
        length = max(2, round((_WIDTH - _LABEL - _VALUE) * seconds / longest))
        kind = "bar ours" if name.startswith("jobboard") else "bar"
        yield f'<text x="0" y="{y + _BAR - 3}">{escape(labels.get(name, name))}</text>'
        yield f'<rect class="{kind}" x="{_LABEL}" y="{y}" width="{length}" height="{_BAR}" rx="2"/>'
        yield f'<text x="{_LABEL + length + 8}" y="{y + _BAR - 3}">{seconds:.2f} s</text>'
