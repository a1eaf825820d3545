"""The plain page: about the site, how to apply, privacy, imprint (schema.org WebPage)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jobboard.model import common
from jobboard.model.fields.amounts import NUMBER
from jobboard.model.fields.field import Shared, declared
from jobboard.model.fields.record import Where
from jobboard.model.fields.values import LINE, MOMENT, one_of
from jobboard.model.moments.moment import Moment
from jobboard.source.message import phrase


class Menu(StrEnum):
    """Where every page of the site leads to a plain page."""

    MAIN = "main"
    FOOTER = "footer"


@dataclass(frozen=True, kw_only=True)
class Page:
    """One file of `content/pages/`."""

    id: str
    path: str
    title: str = declared(
        LINE,
        "The title, in plain text.",
        "About the hub",
        required=phrase("every page has a title"),
        also="name heading titre titulo",
    )
    summary: str | None = common.summary()
    menu: Menu | None = declared(
        one_of(Menu),
        "Where every page leads to it: `main` (at the top) or `footer`.",
        "footer",
        also="nav navigation show_in_menu",
        shared=Shared.SAME,
    )
    menu_title: str | None = declared(
        LINE, "What the menu calls it, if the title is long.", "About", also="nav_title short_title menu_name"
    )
    order: int | None = declared(
        NUMBER,
        "Its place in the menu, from 1; those without come last.",
        "1",
        also="weight position menu_order nav_order sort ordre orden",
        shared=Shared.SAME,
    )
    lang: str | None = common.lang()
    updated: Moment | None = declared(
        MOMENT, "When its content last changed.", "2026-03-09", also=f"date {common.UPDATED_ALSO}"
    )
    status: common.Visibility | None = common.status()
    formerly: tuple[str, ...] = common.formerly()
    translation_of: str | None = common.translation_of()

    def check(self, where: Where) -> None:
        common.advise_on_title(self.title, where)
