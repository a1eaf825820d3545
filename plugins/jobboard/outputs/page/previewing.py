"""What the pages of a preview say of themselves, so that nobody takes one for the site."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

from jobboard.board.site import Site
from jobboard.outputs.text.clocks import local
from jobboard.outputs.text.words import minute_words
from jobboard.source.catalogue import mark
from jobboard.source.direction import isolated

_MINUTE = "%Y-%m-%dT%H:%M"
_STEPS = (
    (mark("A week earlier"), timedelta(days=-7)),
    (mark("A day earlier"), timedelta(days=-1)),
    (mark("A day later"), timedelta(days=1)),
    (mark("A week later"), timedelta(days=7)),
)


class InstantForm(Struct, frozen=True, kw_only=True):
    """What asks a preview for another instant: a field with its minute, and steps from there.

    Minutes are on the clocks of the site, as `<input type="datetime-local">` has them.
    """

    label: str
    minute: str
    submit: str
    steps: tuple[tuple[str, str], ...]


def preview_words(site: Site) -> str:
    """What every page of a preview or a trial says at its top; nothing of a site for readers."""
    if site.is_staging:
        return site.say("This is a trial of the site, for those who make it. Nothing here counts.")
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
    if site.is_staging:
        return site.say("Trial: %(title)s", title=whole)
    return whole if site.preview is None else site.say("Preview: %(title)s", title=whole)


def instant_form(site: Site) -> InstantForm | None:
    """The form of a preview; None on a site for readers."""
    if site.preview is None:
        return None
    at = local(site.preview, site.zone)
    return InstantForm(
        label=site.say("The site as of"),
        minute=f"{at:{_MINUTE}}",
        submit=site.say("Show"),
        steps=tuple((site.say(words), f"{at + step:{_MINUTE}}") for words, step in _STEPS),
    )
