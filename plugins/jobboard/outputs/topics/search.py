"""A topic as it is searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from jobboard.board.board import BoardIntroduction
from jobboard.board.site import Site
from jobboard.model.topic import Topic
from jobboard.outputs.data.search import SUMMARY, SearchRow, each_once
from jobboard.outputs.text.bodies import summary_of


class TopicText(Struct, frozen=True, kw_only=True):
    """A topic in one language, with its introduction in that."""

    topic: Topic
    lang: str
    introduction: BoardIntroduction | None

    @property
    def digest(self) -> str:
        introduced = self.introduction.digest if self.introduction else ""
        return f"{self.topic.digest} {self.lang} {introduced}"


def topic_texts(site: Site, topics: Iterable[Topic], introductions: Iterable[BoardIntroduction]) -> Iterator[TopicText]:
    """Topics in every language of the site that has a name for them, its main one first."""
    written = {(each.group, each.lang): each for each in introductions}
    for topic in topics:
        named = {lang for lang, _ in topic.names}
        for lang in site.languages or (site.main,):
            if lang in named:
                yield TopicText(topic=topic, lang=lang, introduction=written.get((topic.id, lang)))


def topic_row(_site: Site, text: TopicText) -> SearchRow:
    """A topic in one language, by the heading of its page and by its name."""
    introduction, name = text.introduction, text.topic.name_in(text.lang)
    return SearchRow(
        folder="topics",
        id=text.topic.id,
        lang=text.lang,
        title=(introduction.content.title if introduction else None) or name,
        summary=summary_of(introduction.content.summary, introduction.body, SUMMARY) if introduction else "",
        names=each_once((name,)),
    )
