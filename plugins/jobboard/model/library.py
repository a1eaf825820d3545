"""All of the content, typed: every document parsed by the declaration of its folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from jobboard.model import memo
from jobboard.model.event import Event
from jobboard.model.former import former_ids, rename_references
from jobboard.model.introduction import Introduction
from jobboard.model.kinds import RECORDS
from jobboard.model.news import NewsItem
from jobboard.model.organisation import Organisation
from jobboard.model.page import Page
from jobboard.model.posting import Posting
from jobboard.model.record import parse_record
from jobboard.model.references import Former, NamedId
from jobboard.model.topic import Topic, parse_topics
from jobboard.source.content.cache import Memos
from jobboard.source.content.document import Document
from jobboard.source.content.documents import AT_HAND, Content
from jobboard.source.content.folder import TOPICS
from jobboard.source.kinds import TOPIC_TEXTS, folder_of
from jobboard.source.problem import Problem, Report
from jobboard.source.recent import Recent
from jobboard.source.yaml.tree import Mapping as MappingNode


@dataclass(frozen=True, slots=True)
class Library:
    """Typed content beside the documents it came from; `problems` holds those of reading and of modelling.

    `items` are the records by folder and id; those of a kind that somebody must know are properties, too.
    `failed` are ids by folder of what is there but has problems of its own; those of the list of topics are at TOPICS.
    `has_topics` is False if their list could not be read. `settled` are the paths of documents that are known to have
    no problems, and to lead where they should; `unsettled` are the records of all others, by folder. `former` has
    today's id of everything that had another; `renamed` has, by path, what a document names by an id of then: its
    record names it by that of today.
    """

    items: Mapping[str, dict[str, Any]]
    topics: dict[str, Topic]
    has_topics: bool
    failed: dict[str, frozenset[str]]
    documents: Mapping[str, Document]
    settled: frozenset[str]
    unsettled: Mapping[str, tuple[Any, ...]]
    former: Former
    renamed: Mapping[str, tuple[NamedId, ...]]
    problems: tuple[Problem, ...]

    @property
    def postings(self) -> dict[str, Posting]:
        return self.items["postings"]

    @property
    def news(self) -> dict[str, NewsItem]:
        return self.items["news"]

    @property
    def events(self) -> dict[str, Event]:
        return self.items["events"]

    @property
    def organisations(self) -> dict[str, Organisation]:
        return self.items["organisations"]

    @property
    def pages(self) -> dict[str, Page]:
        return self.items["pages"]

    @property
    def introductions(self) -> dict[str, Introduction]:
        return self.items[TOPIC_TEXTS]


def parse_content(
    content: Content, default_lang: str, memos: Memos, known: Mapping[str, Any] = MappingProxyType({})
) -> Library:
    """Parse every document. Of two files with one id the first (by path) stays; the other is a problem.

    `memos` keeps what was made of a document, so that the next build need not validate it again. Nothing is said of
    settled documents: whoever settled them knows what there is to say. `known` are records by path, made of the same
    bytes without a problem or advice.
    """
    problems = list(content.problems)
    items, failed = _items(content, memos, known, problems)
    report = Report(TOPICS)
    topics = {topic.id: topic for topic in parse_topics(content.topics, default_lang, report)}
    problems += report
    former = former_ids(items, topics, content.settled)
    renamed = rename_references(items, former, content.settled, problems) if former else {}
    return Library(
        items=items,
        topics=topics,
        has_topics=TOPICS not in content.unread,
        failed=_failed({*content.unread, *failed}, content, items, topics),
        documents=content.documents,
        settled=content.settled,
        unsettled={folder: _unsettled(found, content.settled) for folder, found in items.items()},
        former=former,
        renamed=renamed,
        problems=tuple(problems),
    )


def _items(
    content: Content, memos: Memos, known: Mapping[str, Any], problems: list[Problem]
) -> tuple[dict[str, dict[str, Any]], set[str]]:
    """The records by folder and id, and the paths of documents that have none. Adds their problems."""
    items: dict[str, dict[str, Any]] = {folder: {} for folder in RECORDS}
    awake = Recent[Any](AT_HAND, memo.forget)
    taken: dict[tuple[str, str], str] = {}
    failed = set()
    for path in content.paths:
        folder, id_ = _names_of(path)
        if (record := known.get(path)) is None:
            if path in content.settled:
                record = _settled(path, folder, id_, content, memos, awake)
            else:
                record = _record(path, content, problems, memos)
        first = taken.setdefault((folder, id_), path)
        if first != path:
            hint = "rename one of the two files"
            problems.append(Problem(path, 1, "", f"the name {id_} is taken by content/{first}", hint))
        elif record is not None:
            items[folder][id_] = record
        else:
            failed.add(path)
    return items, failed


def _unsettled(found: Mapping[str, Any], settled: Collection[str]) -> tuple[Any, ...]:
    return tuple([item for item in found.values() if item.path not in settled])


def known_records(before: Library, unchanged: Collection[str], settled: Collection[str]) -> dict[str, Any]:
    """The records of an earlier build by path, where `parse_content` would make the same again and say nothing.

    `unchanged` are the paths whose bytes are the same, `settled` those settled now. Of a document that was settled then
    and is not now there may be something to say, and what was called otherwise may be so no more.
    """
    said = {each.path for each in before.problems}
    return {
        item.path: item
        for items in before.items.values()
        for item in items.values()
        if item.path in unchanged and item.path not in said and item.path not in before.renamed
        if item.path in settled or item.path not in before.settled
    }


def understand(path: str, fields: MappingNode) -> str | None:
    """The memo of the document at `path`, for `parse_content` to find; None if there is a problem with it."""
    report = Report(path)
    folder, id_ = _names_of(path)
    record = parse_record(RECORDS[folder], fields, report, id=id_, path=path)
    return None if record is None else memo.dump(record, report)


def _names_of(path: str) -> tuple[str, str]:
    """A document's folder and id."""
    return folder_of(path), path.rsplit("/", 1)[-1].removesuffix(".md")


def _failed(
    paths: Iterable[str], content: Content, items: Mapping[str, Mapping[str, Any]], topics: Mapping[str, Topic]
) -> dict[str, frozenset[str]]:
    """Ids by folder of what has no record, because of problems that are reported; `paths` are candidates."""
    found: dict[str, set[str]] = {folder: set() for folder in RECORDS}
    for path in paths:
        folder, name = _names_of(path)
        if folder in found and name not in items[folder]:
            found[folder].add(name)
    found[TOPICS] = {entry.key for entry in content.topics.entries} - topics.keys()
    return {folder: frozenset(names) for folder, names in found.items()}


def _settled(path: str, folder: str, id_: str, content: Content, memos: Memos, awake: Recent[Any]) -> Any:
    """The record of a document that need not be looked at: its fields are decoded when they are asked for."""
    cls, documents = RECORDS[folder], content.documents
    given = {"id": id_, "path": path}

    def fetch() -> str:
        document = documents[path]
        text = memos.get(folder, document.digest)
        return text or memo.dump(parse_record(cls, document.fields, Report(path), **given))

    return memo.load(cls, fetch, given, awake)


def _record(path: str, content: Content, problems: list[Problem], memos: Memos) -> Any:
    """The typed record of a document: remembered, if it was valid before, else validated now. Adds its problems."""
    document = content.documents[path]
    cls = RECORDS[document.folder]
    given = {"id": document.id, "path": document.path}
    text = memos.get(document.folder, document.digest)
    if text is not None:
        problems += memo.problems_of(text, path)
        return memo.load(cls, lambda: text, given)
    report = Report(path)
    record = parse_record(cls, document.fields, report, **given)
    problems += report
    if record is not None:
        memos.keep(document.folder, document.digest, memo.dump(record, report))
    return record
