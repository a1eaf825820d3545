"""A text as it is read without HTML: safe HTML in, paragraphs out, for files that any program opens."""

from __future__ import annotations

from html.parser import HTMLParser

_BLOCKS = {"p", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "dl", "table", "hr", "div", "figure"}
"""What a blank line stands before and after."""

_LINES = {"li", "dt", "dd", "tr"}
"""What begins a line within one of these."""


def in_plain_text(html: str) -> str:
    """The words of a body, paragraph by paragraph; items of lists after a dash or their number, an address in brackets
    after the words that lead to it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Collects lines; an empty one parts two paragraphs."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = [""]
        self._numbers: list[int | None] = []
        self._links: list[tuple[str, int]] = []
        self._verbatim = 0

    def text(self) -> str:
        """All there is, no blank line at an end or beside another."""
        kept = [line.rstrip() for line in self._lines]
        return "\n".join(line for at, line in enumerate(kept) if line or (at and kept[at - 1])).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("ul", "ol"):
            self._numbers.append(int(given.get("start") or 1) if tag == "ol" else None)
        if tag in _BLOCKS and not (tag == "p" and self._is_marked()):
            self._begin("", apart=len(self._numbers) < 2)
        elif tag in _LINES:
            self._begin(self._mark() if tag == "li" else "", apart=False)
        elif tag in ("td", "th") and self._lines[-1]:
            self._lines[-1] += " | "
        elif tag == "br":
            self._lines.append("")
        elif tag == "a":
            self._links.append((given.get("href") or "", len("\n".join(self._lines))))
        self._verbatim += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._numbers.pop()
        if tag == "a" and self._links:
            self._say_where(*self._links.pop())
        elif tag in _BLOCKS:
            self._begin("", apart=not self._numbers)
        self._verbatim -= tag == "pre"

    def handle_data(self, data: str) -> None:
        if self._verbatim:
            first, *more = data.split("\n")
            self._lines[-1] += first
            self._lines += more
            return
        line = self._lines[-1]
        words = " ".join(data.split())
        before = " " if line and not line.endswith(" ") and data[:1].isspace() else ""
        after = " " if words and data[-1:].isspace() else ""
        self._lines[-1] = f"{line}{before}{words}{after}"

    def _begin(self, mark: str, *, apart: bool) -> None:
        """A new line, with a blank one before it where a paragraph begins."""
        if self._lines[-1].strip():
            self._lines.append("")
        if apart and self._lines[-1:] == [""] and self._lines[:-1] and self._lines[-2]:
            self._lines.append("")
        self._lines[-1] = mark

    def _is_marked(self) -> bool:
        """True right after the dash or number of an item: its first paragraph stands beside that."""
        return bool(self._numbers) and self._lines[-1].endswith(("- ", ". "))

    def _mark(self) -> str:
        number = self._numbers[-1] if self._numbers else None
        if number is not None:
            self._numbers[-1] = number + 1
        return f"{'  ' * (len(self._numbers) - 1)}{'-' if number is None else f'{number}.'} "

    def _say_where(self, href: str, start: int) -> None:
        """The address a link leads to, unless its words are that."""
        address = href.removeprefix("mailto:")
        words = "\n".join(self._lines)[start:].strip()
        if address and not address.startswith("#") and words != address:
            self._lines[-1] = f"{self._lines[-1].rstrip()} ({address})"
