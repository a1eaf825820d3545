"""The page `/write/help/`: the guide for those who write, then what every message of the check means, by its code."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from jobboard.base.digest import digest_of
from jobboard.board.site import Site
from jobboard.outputs.addresses import WRITE, WRITE_HELP, help_picture_path, here, link_here
from jobboard.outputs.page.frame import Head, head_of
from jobboard.outputs.page.link import Link, other_language
from jobboard.outputs.page.trail import Crumb, Position
from jobboard.outputs.page.versions import versions_of_list
from jobboard.source.catalogue import MESSAGES, catalogue_digest
from jobboard.source.explanations import EXPLANATIONS, every_message, examples, explanations, message_title, shown
from jobboard.source.guides import GUIDE_PICTURES, GuidePart, guide_file, guide_in, guide_language
from jobboard.source.markdown.convert import to_html
from jobboard.source.message import Phrase, phrase
from jobboard.source.wording import worded

MESSAGES_PLACE = "messages"
"""The anchor of the messages: no code is that, and no section."""

_BEFORE, _WRONG, _RIGHT = phrase("Before:"), phrase("Wrong:"), phrase("Right:")


class HelpPicture(Struct, frozen=True, kw_only=True):
    """A picture of the guide; its size is in pixels of the page, half of those in the file."""

    href: str
    alt: str
    width: int
    height: int


class HelpPart(Struct, frozen=True, kw_only=True):
    """A text as HTML, and the picture below it, if there is one."""

    body: str
    picture: HelpPicture | None


class HelpSection(Struct, frozen=True, kw_only=True):
    """A section of the guide."""

    anchor: str
    heading: str
    parts: tuple[HelpPart, ...]


class ExampleFile(Struct, frozen=True, kw_only=True):
    """What an example has in a file, and whether it is wrong or right."""

    heading: str
    path: str
    text: str


class HelpMessage(Struct, frozen=True, kw_only=True):
    """A message, why it is said, what to write instead, and an example."""

    code: str
    title: str
    why: str
    instead: str
    files: tuple[ExampleFile, ...]


class HelpPage(Struct, frozen=True, kw_only=True):
    """The view of the page. `lang` is the language of the guide, if that is not the page's."""

    template: ClassVar = "write_help.html"
    head: Head
    lang: str
    introduction: str
    contents: tuple[Link, ...]
    sections: tuple[HelpSection, ...]
    messages: tuple[HelpMessage, ...]


def help_digest(lang: str) -> str:
    """A name for everything the page says that is neither code nor a catalogue of pages."""
    of = guide_language(lang)
    files = (guide_file(of), EXPLANATIONS / f"{of}.yaml", EXPLANATIONS / "examples.yaml")
    pictures = tuple(guide_picture(each) for each in guide_in(of).pictures)
    return digest_of(b"\0".join([*(each.read_bytes() for each in files), *pictures, _said(of).encode()]))


def help_page(site: Site, _digest: str) -> HelpPage:
    """The page of an edition. It depends on no item."""
    lang = guide_language(site.lang)
    guide = guide_in(lang)
    sections = tuple(
        HelpSection(anchor=each.anchor, heading=each.heading, parts=tuple(_part(site, part) for part in each.parts))
        for each in guide.sections
    )
    places = [*((each.anchor, each.heading) for each in sections), (MESSAGES_PLACE, site.say("Every message"))]
    return HelpPage(
        head=head_of(
            site,
            here(site, WRITE_HELP),
            site.say("How to write for the board"),
            site.say("From a Word file to a published vacancy, step by step; and what each message means."),
            section=WRITE,
            is_indexed=False,
            place=Position(within=(Crumb(path=WRITE, name=site.say("Write for the board")),)),
            versions=replace(versions_of_list(site, WRITE_HELP), same=()),
        ),
        lang=other_language(site, lang),
        introduction=_html(guide.introduction),
        contents=tuple(Link(text=text, href=f"#{anchor}") for anchor, text in places),
        sections=sections,
        messages=tuple(_messages(lang)),
    )


def guide_picture(file: str, _digest: str = "") -> bytes:
    """A picture of the guides."""
    return (GUIDE_PICTURES / file).read_bytes()


def _said(lang: str) -> str:
    return catalogue_digest(lang, MESSAGES)


def _html(text: str) -> str:
    return to_html(text)[1]


def _part(site: Site, part: GuidePart) -> HelpPart:
    return HelpPart(body=_html(part.text), picture=_picture(site, part) if part.file else None)


def _picture(site: Site, part: GuidePart) -> HelpPicture:
    from jobboard.source.pictures.size import measure  # noqa: PLC0415 (no other page needs it)

    measured = measure(guide_picture(part.file))
    href = link_here(site, help_picture_path(part.file))
    return HelpPicture(href=href, alt=part.alt, width=measured.width // 2, height=measured.height // 2)


def _messages(lang: str) -> Iterator[HelpMessage]:
    for code, message in every_message().items():
        each = explanations(lang)[code]
        files = tuple(_files(code, lang))
        yield HelpMessage(
            code=code, title=message_title(message, lang), why=each.why, instead=each.instead, files=files
        )


def _files(code: str, lang: str) -> Iterator[ExampleFile]:
    example = examples().get(code)
    if example is None:
        return
    parts: tuple[tuple[Phrase, Mapping[str, str | bytes]], ...] = (
        (_BEFORE, example.before),
        (_WRONG, example.wrong),
        (_RIGHT, example.right),
    )
    for heading, files in parts:
        for path, text in files.items():
            yield ExampleFile(heading=worded(heading, lang), path=path, text=unicodedata.normalize("NFC", shown(text)))
