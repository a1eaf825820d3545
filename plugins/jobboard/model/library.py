"""All of the content, typed: every document parsed by the declaration of its folder."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from jobboard.model import memo
from jobboard.model.event import Event
from jobboard.model.fields.record import parse_record
from jobboard.model.fields.references import Former, NamedId, references_of, with_names_of_today
from jobboard.model.former import former_ids, rename_references
from jobboard.model.introduction import Introduction
from jobboard.model.kinds import RECORDS
from jobboard.model.news import NewsItem
from jobboard.model.organisation import Organisation
from jobboard.model.page import Page
from jobboard.model.posting import Posting
from jobboard.model.records import Items, record_of
from jobboard.model.topic import Topic, parse_topics
from jobboard.model.translations import completed
from jobboard.source.content.cache import Memos
from jobboard.source.content.documents import Content, Documents
from jobboard.source.content.folder import TOPICS
from jobboard.source.kinds import TOPIC_TEXTS, folder_of
from jobboard.source.message import message, phrase
from jobboard.source.problem import Problem, Report
from jobboard.source.recent import Recent
from jobboard.source.yaml.tree import Mapping as MappingNode

NAME_TAKEN = message("name-taken", "the name %(id)s is taken by content/%(path)s")


@dataclass(frozen=True, slots=True)
class Library:
    """Typed content beside the documents it came from; `problems` holds those of reading and of modelling.

    `items` are the records by folder and id; those of a kind that somebody must know are properties, too.
    `failed` are ids by folder of what is there but has problems of its own; those of the list of topics are at TOPICS.
    `has_topics` is False if their list could not be read. `unchanged` are the paths of documents that are known to have
    no problems, and references that resolve; `changed` are the records of all others, by folder. `former` has
    today's id of everything that had another; `renamed` has, by path, what a document names by an id of then: its
    record names it by that of today.
    """

    items: Mapping[str, Items[Any]]
    topics: dict[str, Topic]
    has_topics: bool
    failed: dict[str, frozenset[str]]
    documents: Documents
    records: Recent[Any]
    unchanged: frozenset[str]
    changed: Mapping[str, tuple[Any, ...]]
    former: Former
    renamed: Mapping[str, tuple[NamedId, ...]]
    problems: tuple[Problem, ...]

    @property
    def postings(self) -> Items[Posting]:
        return self.items["postings"]

    @property
    def news(self) -> Items[NewsItem]:
        return self.items["news"]

    @property
    def events(self) -> Items[Event]:
        return self.items["events"]

    @property
    def organisations(self) -> Items[Organisation]:
        return self.items["organisations"]

    @property
    def pages(self) -> Items[Page]:
        return self.items["pages"]

    @property
    def introductions(self) -> Items[Introduction]:
        return self.items[TOPIC_TEXTS]


def parse_content(
    content: Content,
    default_lang: str,
    memos: Memos,
    known: Mapping[str, Any] = MappingProxyType({}),
    before: Library | None = None,
    formerly: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Library:
    """Parse every document. Of two files with one id the first (by path) stays; the other is a problem.

    `memos` keeps what was made of a document, so that the next build need not validate it again. Nothing is said of
    unchanged documents: what there is to say is kept with them. `known` are records by path, made of the same
    bytes without a problem or advice, `before` a library of the same folder that this process goes on with,
    `formerly` the former names of unchanged items, by path.
    """
    problems = list(content.problems)
    items, paths, failed = _items(content, memos, known, problems)
    report = Report(TOPICS)
    topics = {topic.id: topic for topic in parse_topics(content.topics, default_lang, report)}
    problems += report
    former = former_ids(_names_had(items, formerly), paths, topics)
    renamed = rename_references(items, paths, former, problems) if former else {}
    whole: dict[str, Items[Any]] = {}
    fetch = _fetching(content.documents, memos, former, whole)
    records = Recent[Any](fetch) if before is None else before.records
    records.fetch_anew(fetch)
    whole |= {folder: Items(own, paths[folder], records) for folder, own in items.items()}
    return Library(
        items=whole,
        topics=topics,
        has_topics=TOPICS not in content.unread,
        failed=_failed({*content.unread, *failed}, content, paths, topics),
        documents=content.documents,
        records=records,
        unchanged=content.unchanged,
        changed={folder: tuple(own.values()) for folder, own in items.items()},
        former=former,
        renamed=renamed,
        problems=tuple(problems),
    )


def _fetching(
    documents: Documents, memos: Memos, former: Former, items: Mapping[str, Items[Any]]
) -> Callable[[str], Any]:
    """Makes the record of the document at a path: with what it names by the names of today, and what a translation
    takes from its original, which is looked for in `items` then."""

    def fetch(path: str) -> Any:
        folder, document = _names_of(path)[0], documents[path]
        record: Any = record_of(document, RECORDS[folder], memos)[0]
        if former and any((each.folder, each.id) in former for each in references_of(record, folder)):
            record = with_names_of_today(record, folder, former)
        original = items[folder].get(getattr(record, "translation_of", None) or "")
        return completed(record, original, {each.key for each in document.fields.entries}) if original else record

    return fetch


def _items(
    content: Content, memos: Memos, known: Mapping[str, Any], problems: list[Problem]
) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, str]], set[str]]:
    """The records of what is changed and the paths of all items, by folder and id, and the paths of documents that
    have no record. Adds their problems."""
    items: dict[str, dict[str, Any]] = {folder: {} for folder in RECORDS}
    paths: dict[str, dict[str, str]] = {folder: {} for folder in RECORDS}
    failed = set()
    taken: dict[tuple[str, str], str] = {}
    for path in content.paths:
        folder, id_ = _names_of(path)
        record = known.get(path)
        if path not in content.unchanged and record is None:
            record, said = record_of(content.documents[path], RECORDS[folder], memos)
            problems += said
        first = taken.setdefault((folder, id_), path)
        if first != path:
            hint = phrase("rename one of the two files")
            problems.append(Problem(path, 1, "", NAME_TAKEN(id=id_, path=first), hint))
        elif path in content.unchanged:
            paths[folder][id_] = path
        elif record is not None:
            items[folder][id_], paths[folder][id_] = record, path
        else:
            failed.add(path)
    return items, paths, failed


def _names_had(
    items: Mapping[str, Mapping[str, Any]], unchanged: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(folder, id, former names) of items, those that were looked at first."""
    yield from ((folder, id_, item.formerly) for folder, found in items.items() for id_, item in found.items())
    yield from ((*_names_of(path), names) for path, names in unchanged.items())


def known_records(before: Library, unchanged: Collection[str]) -> dict[str, Any]:
    """The records of an earlier build by path, where `parse_content` would make the same again and say nothing.

    `unchanged` are the paths whose bytes are the same. What was called otherwise may be so no more.
    """
    said = {each.path for each in before.problems}
    return {
        item.path: item
        for items in before.changed.values()
        for item in items
        if item.path in unchanged and item.path not in said and item.path not in before.renamed
    }


def memo_of(path: str, fields: MappingNode) -> str | None:
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
