"""What the script is told that keeps things for a reader, in the reader's browser: `theme/static/js/save.js`."""

from __future__ import annotations

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.addresses import HOME, SAVED, href, link_here


class Keeping(Struct, frozen=True, kw_only=True):
    """The same on every page. `{number}`, `{day}` are filled in by the script.

    `root` is the path of the whole site, by which boards of one host are told apart in a browser. `href` is the page of
    saved postings, `link` what the menu calls it. `since` marks what was published since the last visit.
    """

    root: str
    href: str
    link: str
    since: str
    done: str
    gone: str
    failed: str


def keeping_of(site: Site) -> Keeping:
    """Where things are, and every word the script may put up."""
    return Keeping(
        root=href(site, HOME),
        href=link_here(site, SAVED),
        link=site.say("Saved (%(number)s)", number="{number}"),
        since=site.say("New since %(day)s", day="{day}"),
        done=site.say("Saved in this browser, and nowhere else."),
        gone=site.say("No longer saved."),
        failed=site.say("This could not be kept: this browser’s storage for the site is switched off or full."),
    )
