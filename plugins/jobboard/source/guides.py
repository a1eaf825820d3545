"""The guide for those who write: its file in a language in, sections with texts and pictures out.

Each language has one file in `guides/`. A section begins with `<a id="word-file"></a>`, an anchor that is the same in
every language, and a heading below it. A picture stands alone on its line.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from jobboard.base.digest import digest_of
from jobboard.source.catalogue import MESSAGES, SOURCE_LANGUAGE, languages

GUIDES = Path(__file__).parents[1] / "guides"
GUIDE_PICTURES = GUIDES / "images"

_SECTION = re.compile(r'^<a id="([a-z-]+)"></a>\n\n## (.+)\n', re.MULTILINE)
_PICTURE = re.compile(r"^!\[([^\]]+)\]\(images/([\w.-]+)\)$", re.MULTILINE)


class GuidePart(Struct, frozen=True):
    """A text in Markdown, and the picture below it: its file and the words for those who do not see it, or neither."""

    text: str
    file: str = ""
    alt: str = ""


class GuideSection(Struct, frozen=True):
    """A section by its anchor."""

    anchor: str
    heading: str
    parts: tuple[GuidePart, ...]


class Guide(Struct, frozen=True):
    """The guide in a language."""

    title: str
    introduction: str
    sections: tuple[GuideSection, ...]

    @property
    def pictures(self) -> tuple[str, ...]:
        """The files it shows, in their order."""
        return tuple(part.file for section in self.sections for part in section.parts if part.file)


def guide_language(lang: str) -> str:
    """The language in which readers of another are given the guide and what is said of messages."""
    return lang if lang in languages(MESSAGES) else SOURCE_LANGUAGE


def guide_file(lang: str) -> Path:
    """Where the guide in a language is."""
    return GUIDES / f"{lang}.md"


@functools.cache
def guide_in(lang: str) -> Guide:
    """The guide in a language that has one."""
    start, *found = _SECTION.split(guide_file(lang).read_text(encoding="utf-8"))
    title, introduction = start.removeprefix("# ").split("\n", 1)
    sections = zip(found[::3], found[1::3], found[2::3], strict=True)
    return Guide(
        title=title,
        introduction=introduction.strip(),
        sections=tuple(GuideSection(anchor, heading, tuple(_parts(text))) for anchor, heading, text in sections),
    )


def picture_digest(file: str) -> str:
    """A name for what a picture of the guides shows."""
    return digest_of((GUIDE_PICTURES / file).read_bytes())


def _parts(text: str) -> Iterator[GuidePart]:
    *found, last = _PICTURE.split(text)
    for above, alt, file in zip(found[::3], found[1::3], found[2::3], strict=True):
        yield GuidePart(above.strip(), file, alt)
    if last.strip():
        yield GuidePart(last.strip())
