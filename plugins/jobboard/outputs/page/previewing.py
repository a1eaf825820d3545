"""What the pages of a preview say of themselves, so that nobody takes one for the site."""

from __future__ import annotations

from jobboard.board.site import Site
from jobboard.outputs.text.clocks import local
from jobboard.outputs.text.words import minute_words
from jobboard.source.direction import isolated


def preview_words(site: Site) -> str:
    """What every page of a preview says at its top; nothing of a site for readers."""
    if site.preview is None:
        return ""
    moment = minute_words(local(site.preview, site.zone), site.zone, site.lang, weekday=True)
    return site.say(
        "Preview, as of %(moment)s. Drafts and what is still to come are shown as if they were published.",
        moment=moment,
    )


def page_title(site: Site, title: str) -> str:
    """The title of a page for browsers, which put it on tabs and among bookmarks."""
    whole = f"{isolated(title, site.lang)} · {isolated(site.name, site.lang)}" if title != site.name else title
    return whole if site.preview is None else site.say("Preview: %(title)s", title=whole)
