"""A posting as feeds say it."""

from __future__ import annotations

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.outputs.addresses import (
    absolute,
    posting_path,
)
from jobboard.outputs.feeds.entry import Category, Entry, JobDetails, Location
from jobboard.outputs.feeds.item import FeedItem, topic_categories, valid_until
from jobboard.outputs.text import words
from jobboard.outputs.text.bodies import html_elsewhere, in_direction, summary_of
from jobboard.outputs.text.clocks import clock
from jobboard.source.direction import isolated


def job_entry(site: Site, posting: BoardPosting, known_as: FeedItem) -> Entry:
    """The entry of an open posting: who hires, and until when one may apply."""
    content = posting.content
    path = posting_path(posting.id)
    deadline = words.deadline_words(posting.content.deadline, posting.deadline_zone, site.lang, weekday=True)
    employers = words.list_words((each.content.name for each in posting.organisations), site.lang)
    apply_by = (
        site.say("Apply by %(deadline)s.", deadline=deadline.text)
        if deadline
        else site.say("No fixed deadline: applications are read as they arrive.")
    )
    valid_through = clock(posting.life.closes_at, posting.deadline_zone)
    countries = dict.fromkeys(place.country for place in content.place)
    return Entry(
        id=known_as.id,
        title=content.title,
        href=absolute(site, path),
        published=known_as.published,
        updated=known_as.updated,
        summary=f"{employers}. {apply_by} {isolated(summary_of(content.summary, posting.body), site.lang)}".strip(),
        html=in_direction(html_elsewhere(site, posting.body, posting.links, path), posting.lang),
        authors=tuple(each.content.name for each in posting.organisations),
        categories=(
            Category(
                term=content.kind,
                label=site.say(words.POSTING_KINDS[content.kind]),
                scheme=absolute(site, "jobs/kind/"),
            ),
            *topic_categories(site, posting),
            *(
                Category(term=code, label=words.country_words(code, site.lang), scheme=absolute(site, "jobs/country/"))
                for code in countries
            ),
        ),
        lang=posting.lang,
        summary_lang=site.lang,
        valid=valid_until(valid_through) if deadline else "",
        job=JobDetails(
            id=known_as.id,
            valid_through=valid_through,
            employment_type=tuple(each.value for each in content.employment),
            location=tuple(Location(each.city or "", each.region or "", each.country) for each in content.place),
            apply_url=(content.apply.url if content.apply else "") or "",
        ),
    )
