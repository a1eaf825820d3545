"""Topics and working groups: their list, and a page for each that joins open postings, events and news."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from jobboard.board.board import BoardIntroduction
from jobboard.board.order import one_per_group
from jobboard.board.site import Site
from jobboard.engine.output import digest_of_fields
from jobboard.model.former import other_ids
from jobboard.model.topic import Topic
from jobboard.outputs.addresses import TOPICS_PAGE, facet_path, here, link_here, topic_news_path, topic_path
from jobboard.outputs.events.card import EventCard
from jobboard.outputs.news.card import NewsCard
from jobboard.outputs.news.list import news_listing
from jobboard.outputs.page.collection import collection_path, of_topic
from jobboard.outputs.page.follow import Follow, follow_of
from jobboard.outputs.page.frame import Head, feeds_of, head_of
from jobboard.outputs.page.link import Link, organisation_links, other_language
from jobboard.outputs.page.listing import Listing
from jobboard.outputs.page.made import Made
from jobboard.outputs.page.media import PageFiles
from jobboard.outputs.page.meta import Meta, meta_of
from jobboard.outputs.page.trail import Crumb, Position
from jobboard.outputs.page.versions import versions_of_list
from jobboard.outputs.postings.card import JobCard, cards_told_apart
from jobboard.outputs.text.bodies import body_html, summary_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCard:
    """One topic in the list. `title` is what its introduction calls it; `lang` is that of title and summary."""

    name: str
    href: str
    title: str
    summary: str
    lang: str
    digest: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", digest_of_fields(self))


class TopicsPage(Struct, frozen=True, kw_only=True):
    """The view of the list of topics."""

    template: ClassVar = "topics.html"
    head: Head
    cards: tuple[TopicCard, ...]


class OnTopic(Struct, frozen=True):
    """What there is on a topic, whenever it appeared: which full lists and feeds it has, now and for ever."""

    has_items: bool = False
    has_postings: bool = False
    has_news: bool = False


class TopicPage(Struct, frozen=True, kw_only=True):
    """The view of a topic. `name` is the topic's, where the heading is another, whose language `heading_lang` is.

    `lang` is the introduction's.
    """

    template: ClassVar = "topic.html"
    head: Head
    heading: str
    heading_lang: str
    name: str
    lang: str
    meta: Meta | None
    organisations: tuple[Link, ...]
    body: str
    """HTML: print it with `|judged`."""
    postings: tuple[JobCard, ...]
    all_postings: Link | None
    events: tuple[EventCard, ...]
    news: tuple[NewsCard, ...]
    all_news: Link | None
    follow: Follow | None


def on_topics(dealt: Mapping[str, Container[str]], topics: Iterable[Topic]) -> dict[str, OnTopic]:
    """What there is on each of these topics, by its id. `dealt` has the paths of the collections that items are in, by
    their folder."""
    found: dict[str, OnTopic] = {}
    for topic in topics:
        folders = {folder for folder, paths in dealt.items() if collection_path("topic", topic.id) in paths}
        if folders:
            found[topic.id] = OnTopic(has_items=True, has_postings="postings" in folders, has_news="news" in folders)
    return found


def moved_topics(site: Site, topics: Iterable[Topic], found: Mapping[str, OnTopic]) -> Iterator[tuple[str, str, str]]:
    """(old address, new address, name) of an edition's pages and lists of topics that had another id."""
    for topic in topics:
        there, name = found.get(topic.id, OnTopic()), topic.name_in(site.lang, site.main)
        for old in other_ids(topic):
            yield here(site, topic_path(old)), here(site, topic_path(topic.id)), name
            if there.has_postings:
                yield here(site, facet_path("topic", old)), here(site, facet_path("topic", topic.id)), name
            if there.has_news:
                yield here(site, topic_news_path(old)), here(site, topic_news_path(topic.id)), name


def introductions_of(site: Site, items: Sequence[BoardIntroduction]) -> dict[str, BoardIntroduction]:
    """The introduction of each topic that an edition shows, by the topic's id: in its language if there is one."""
    return {each.group: each for each in one_per_group(items, site.lang)}


def topic_card(site: Site, topic: Topic, introduction: BoardIntroduction | None) -> TopicCard:
    """What the list shows of a topic."""
    content = introduction and introduction.content
    return TopicCard(
        name=topic.name_in(site.lang, site.main),
        href=link_here(site, topic_path(topic.id)),
        title=content.title or "" if content else "",
        summary=summary_of(content.summary, introduction.body, 240) if introduction and content else "",
        lang=other_language(site, introduction.lang) if introduction else "",
    )


def topics_page(site: Site, cards: tuple[TopicCard, ...]) -> TopicsPage:
    """The list of topics, in the order of content/topics.yaml."""
    return TopicsPage(
        head=head_of(
            site,
            here(site, TOPICS_PAGE),
            site.say("Topics and working groups"),
            site.say("What %(site)s is about: jobs, events and news by topic.", site=site.name),
            section=TOPICS_PAGE,
            versions=versions_of_list(site, TOPICS_PAGE),
        ),
        cards=cards,
    )


def topic_page(
    site: Site,
    topic: Topic,
    introduction: BoardIntroduction | None,
    found: OnTopic,
    postings: tuple[Made[JobCard], ...],
    news: tuple[Made[NewsCard], ...],
    events: tuple[Made[EventCard], ...],
    files: PageFiles,
) -> TopicPage:
    """A topic with the first of its open postings and events and the newest of its news, and ways to all of them."""
    name, path = topic.name_in(site.lang, site.main), topic_path(topic.id)
    heading = (introduction.content.title if introduction else None) or name
    collection = of_topic(site, topic, has_postings=found.has_postings) if found.has_items else None
    written = summary_of(introduction.content.summary, introduction.body, 200) if introduction else ""
    lang = other_language(site, introduction.lang) if introduction else ""
    return TopicPage(
        head=head_of(
            site,
            here(site, path),
            heading,
            written or site.say("Jobs, events and news on %(topic)s.", topic=name),
            section=TOPICS_PAGE,
            versions=versions_of_list(site, path),
            feeds=feeds_of(site, collection) if collection else (),
            place=Position(called=name),
        ),
        heading=heading,
        heading_lang="" if heading == name else lang,
        name="" if heading == name else name,
        lang=lang,
        meta=meta_of(site, introduction.lang) if introduction else None,
        organisations=organisation_links(site, introduction.organisations) if introduction else (),
        body=body_html(site, introduction.body, introduction.links, seen=files.measured) if introduction else "",
        postings=cards_told_apart(site, (each.value for each in postings)),
        all_postings=_all(site, site.say("All open postings on %(topic)s", topic=name), facet_path("topic", topic.id))
        if found.has_postings and postings
        else None,
        events=tuple(each.value for each in events),
        news=tuple(each.value for each in news),
        all_news=_all(site, site.say("All news on %(topic)s", topic=name), topic_news_path(topic.id))
        if found.has_news and news
        else None,
        follow=follow_of(site, collection) if collection else None,
    )


def topic_news(site: Site, topic: Topic) -> Listing:
    """The list of all news on a topic."""
    name = topic.name_in(site.lang, site.main)
    title = site.say("News on %(topic)s", topic=name)
    description = site.say("%(what)s on %(site)s.", what=title, site=site.name)
    listing = news_listing(site, topic_news_path(topic.id), title, description)
    return replace(listing, called=site.say("News"), within=(Crumb(path=topic_path(topic.id), name=name),))


def _all(site: Site, text: str, path: str) -> Link:
    return Link(text=text, href=link_here(site, path))
