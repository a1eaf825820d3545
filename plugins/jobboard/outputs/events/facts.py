"""The key facts of an event, as the pairs of its description list."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.board.board import BoardEvent
from jobboard.board.site import Site
from jobboard.outputs.addresses import link_here, organisation_path
from jobboard.outputs.events.words import EVENT_KINDS, place_of, repeats_of, sessions_words, when_words
from jobboard.outputs.page.facts import Fact, Span, name_in_full, place_in_full
from jobboard.outputs.page.link import other_language, topic_links
from jobboard.outputs.text import words


def event_facts_of(site: Site, event: BoardEvent) -> tuple[Fact, ...]:
    """Every fact the event gives, in the order readers look for them."""
    return tuple(Fact(term=term, lines=lines) for term, lines in _facts(site, event) if lines)


def _facts(site: Site, event: BoardEvent) -> Iterator[tuple[str, tuple[Span, ...]]]:
    content, lang = event.content, site.lang
    when = when_words(event, lang)
    number = sessions_words(site, event)
    yield site.say("When"), (Span(text=when.text, datetime=when.datetime), *((Span(text=number),) if number else ()))
    again, own = repeats_of(site, event), other_language(site, event.lang)
    yield site.say("Repeats"), (Span(text=again, lang=own),) if again else ()
    yield site.say("Place"), tuple(_places(site, event))
    yield site.say("Organised by"), tuple(_organisations(site, event))
    yield site.say("Kind"), (Span(text=site.say(EVENT_KINDS[content.kind])),)
    yield (
        site.say("Languages spoken"),
        (Span(text=", ".join(words.language_words(code, lang) for code in content.languages)),)
        if content.languages
        else (),
    )
    yield site.say("Topics"), tuple(Span(text=each.text, href=each.href) for each in topic_links(site, event.topics))
    yield site.say("Published"), _day(site, event, is_update=False)
    yield site.say("Updated"), _day(site, event, is_update=True) if event.updated_at > event.opens_at else ()


def _places(site: Site, event: BoardEvent) -> Iterator[Span]:
    place = place_of(site, event)
    if place is not None:
        yield Span(text=place_in_full(place, site.lang))
    if event.content.online is not None:
        yield Span(text=site.say("Online"))


def _organisations(site: Site, event: BoardEvent) -> Iterator[Span]:
    for each in event.organisations:
        full = name_in_full(each.content, site.lang)
        yield Span(text=full, href=link_here(site, organisation_path(each.id)), lang=other_language(site, each.lang))


def _day(site: Site, event: BoardEvent, *, is_update: bool) -> tuple[Span, ...]:
    when = words.day_of(event.updated_at if is_update else event.opens_at, event.zone, site.lang)
    return (Span(text=when.text, datetime=when.datetime),)
