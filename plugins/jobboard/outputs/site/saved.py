"""The page `/saved/`: the postings a reader has saved, which stand in the reader's browser and nowhere else.

It holds none of them: a script draws them. Where none runs, the page says so and leads to lists and calendars.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import Struct
from msgspec.structs import replace

from jobboard.board.site import Site
from jobboard.board.status import Status
from jobboard.outputs.addresses import (
    CLOSING_SOON,
    JOBS,
    SAVED,
    SUBSCRIBE,
    absolute,
    here,
    link_here,
)
from jobboard.outputs.page.frame import Head, head_of
from jobboard.outputs.page.link import Link
from jobboard.outputs.page.script import PluralForms, forms_of
from jobboard.outputs.page.versions import versions_of_list
from jobboard.outputs.postings.card_words import CARDS_SAY, said_with_braces, ways_to_postings
from jobboard.outputs.text import words
from jobboard.source.catalogue import mark

_SAY: Mapping[str, str] = {
    "applyBy": mark("Apply by %(deadline)s"),
    "rolling": mark("No fixed deadline: applications are read as they arrive"),
    "closed": words.STATUSES[Status.CLOSED],
    "over": mark("It takes no more applications. The deadline was %(deadline)s."),
    "overRolling": mark("It takes no more applications."),
    "unlisted": mark("No longer listed"),
    "gone": mark("It is not among the open postings any more: it was closed before its time, withdrawn, or moved."),
    "moved": mark("The deadline was %(before)s, and is now %(deadline)s."),
    "fixed": mark("There was no fixed deadline; now it is %(deadline)s."),
    "rolled": mark("The deadline was %(before)s. There is no fixed one any more."),
    "delete": mark("Delete: %(title)s"),
    "deleted": mark("Deleted: %(title)s"),
    "deletedAll": mark("Everything this browser kept for this site is deleted."),
    "sure": mark("Delete all saved postings and your notes from this browser?"),
    "unread": mark("This file holds no saved postings of a board like this."),
    "unknown": mark("Whether deadlines have moved could not be looked up just now."),
    "calendar": mark("Deadlines of saved postings"),
    "what": mark("Deadline"),
    "timed": mark("Deadline %(time)s (%(zone)s)"),
    "summary": mark("%(what)s: %(title)s, %(organisations)s"),
    "description": mark("Apply by %(deadline)s."),
    "whole": mark("%(day)s, end of the day (%(zone)s)"),
}


class SavedPage(Struct, frozen=True, kw_only=True):
    """The view of the page. `data` is what the script reads (JSON), `places` is where to look without it."""

    template: ClassVar = "saved.html"
    head: Head
    data: str
    places: tuple[Link, ...]


def saved_page(site: Site) -> SavedPage:
    """The page of an edition. It depends on no posting."""
    return SavedPage(
        head=head_of(
            site,
            here(site, SAVED),
            site.say("Saved postings"),
            site.say("Postings you saved in this browser, with their deadlines and your notes."),
            section=SAVED,
            is_indexed=False,
            versions=replace(versions_of_list(site, SAVED), same=()),
        ),
        data=json.dumps(_data(site), ensure_ascii=False),
        places=(
            Link(text=site.say("Open postings"), href=link_here(site, JOBS)),
            Link(text=site.say("Closing soon"), href=link_here(site, CLOSING_SOON)),
            Link(text=site.say("Feeds and calendars"), href=link_here(site, SUBSCRIBE)),
        ),
    )


def _data(site: Site) -> dict[str, Any]:
    """Addresses, patterns and words. What stands in braces is filled in by the script.

    `languages` are those of all editions, the root's first: a posting in any other has its page there.
    """
    return {
        **ways_to_postings(site),
        "languages": site.languages or (site.lang,),
        "address": absolute(site, JOBS),
        "files": {"calendar": "deadlines.ics", "export": "saved.json"},
        "added": dict(_added(site)),
        "say": said_with_braces(site, {**CARDS_SAY, **_SAY}),
    }


def _added(site: Site) -> PluralForms:
    """How many postings came out of a file."""

    def added(number: int) -> str:
        return site.say_number("%(number)s posting added", "%(number)s postings added", number, number="{n}")

    return forms_of(site.lang, added)
