"""A body as it is kept: safe HTML, and what is said of it without its text. `convert` makes one of Markdown."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from jobboard.source.language.mention import Mention
from jobboard.source.lazy import Lazy


class Reference(Struct, frozen=True, array_like=True):
    """A link or picture of a body that names a file of the content; `line` is the file's."""

    target: str
    line: int
    is_image: bool


class Mentioned(Struct, frozen=True, array_like=True):
    """What advice is given on: where the text starts, how many characters it has, its digest, what it mentions."""

    line: int = 1
    size: int = 0
    digest: str = ""
    mentions: tuple[Mention, ...] = ()


_NOTHING = Mentioned()


class Outline(Struct, frozen=True, array_like=True):
    """What is said of a body without its text.

    Whether there is none, its first paragraph, its references, what it mentions, and the anchors of its headings.
    """

    is_empty: bool
    excerpt: str = ""
    references: tuple[Reference, ...] = ()
    said: Mentioned = _NOTHING
    anchors: tuple[str, ...] = ()


class Body(Struct, frozen=True):
    """Sanitised HTML whose headings start at `h2`, its first paragraph as text, and its references.

    References still read as the author wrote them; the pages put the addresses in.
    """

    fetch: Callable[[], str]
    outline: Lazy[Outline]

    @classmethod
    def of(
        cls,
        html: str,
        excerpt: str = "",
        references: tuple[Reference, ...] = (),
        said: Mentioned = _NOTHING,
        anchors: tuple[str, ...] = (),
    ) -> Body:
        """A body whose HTML is in memory."""
        return cls(lambda: html, Lazy.of(Outline(not html, excerpt, references, said, anchors)))

    @property
    def said(self) -> Mentioned:
        """Looked at by `check` alone."""
        return self.outline.value.said

    @property
    def html(self) -> str:
        """Fetched anew each time: bodies are long, and most are looked at once."""
        return self.fetch()

    @property
    def is_empty(self) -> bool:
        return self.outline.value.is_empty

    @property
    def excerpt(self) -> str:
        return self.outline.value.excerpt

    @property
    def anchors(self) -> tuple[str, ...]:
        """The places in it that a link may lead to."""
        return self.outline.value.anchors

    @property
    def references(self) -> tuple[Reference, ...]:
        return self.outline.value.references
