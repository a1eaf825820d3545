"""All of the content, typed: every document parsed by the declaration of its folder."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any

from jobboard.model import memo
from jobboard.model.news import NewsItem
from jobboard.model.organisation import Organisation
from jobboard.model.posting import Posting
from jobboard.model.record import parse_record
from jobboard.model.topic import Topic, parse_topics
from jobboard.source.content import TOPICS, Content
from jobboard.source.document import Document
from jobboard.source.problem import Problem, Report

RECORDS: dict[str, type] = {"postings": Posting, "news": NewsItem, "organisations": Organisation}
"""Which declaration a folder's documents follow."""

_NOT_YET = {
    "events": "events are read but not published yet; this file waits for the release that does",
    "pages": "plain pages are read but not published yet; this file waits for the release that does",
}


@dataclass(frozen=True, slots=True)
class Library:
    """Typed content beside the documents it came from; `problems` holds those of reading and of modelling.

    `failed` are ids by folder of what is there but has problems of its own; topics count as the folder "topics".
    `has_topics` is False if their list could not be read.
    """

    postings: dict[str, Posting]
    news: dict[str, NewsItem]
    organisations: dict[str, Organisation]
    topics: dict[str, Topic]
    has_topics: bool
    failed: dict[str, frozenset[str]]
    documents: dict[str, Document]
    problems: tuple[Problem, ...]


def parse_content(content: Content, default_lang: str, memos: MutableMapping[str, str]) -> Library:
    """Parse every document. Of two files with one id the first (by path) stays; the other is a problem.

    `memos` keeps what was made of a document, by its digest, so that the next build need not validate it again.
    """
    items: dict[str, dict[str, Any]] = {folder: {} for folder in RECORDS}
    taken: dict[tuple[str, str], str] = {}
    documents: dict[str, Document] = {}
    problems = list(content.problems)
    for document in content.documents:
        report = Report(document.path)
        documents[document.path] = document
        if document.folder in _NOT_YET:
            report.advise(1, "", _NOT_YET[document.folder])
        else:
            _add_record(document, items[document.folder], taken, report, memos)
        problems += report
    report = Report(TOPICS)
    topics = {topic.id: topic for topic in parse_topics(content.topics, default_lang, report)}
    problems += report
    return Library(
        postings=items["postings"],
        news=items["news"],
        organisations=items["organisations"],
        topics=topics,
        has_topics=TOPICS not in content.unread,
        failed=_failed(content, items, topics),
        documents=documents,
        problems=tuple(problems),
    )


def _add_record(
    document: Document,
    known: dict[str, Any],
    taken: dict[tuple[str, str], str],
    report: Report,
    memos: MutableMapping[str, str],
) -> None:
    record = _record_of(document, report, memos)
    first = taken.setdefault((document.folder, document.id), document.path)
    if first != document.path:
        report.problem(1, "", f"the name {document.id} is taken by content/{first}", "rename one of the two files")
    elif record is not None:
        known[document.id] = record


def _failed(
    content: Content, items: Mapping[str, Mapping[str, Any]], topics: Mapping[str, Topic]
) -> dict[str, frozenset[str]]:
    """Ids by folder of what has no record, because of problems that are reported."""
    paths = {*content.unread, *(document.path for document in content.documents)}
    found: dict[str, set[str]] = {folder: set() for folder in RECORDS}
    for path in paths:
        folder, name = path.split("/", 1)[0], path.rsplit("/", 1)[-1].removesuffix(".md")
        if folder in found and name not in items[folder]:
            found[folder].add(name)
    found["topics"] = {entry.key for entry in content.topics.entries} - topics.keys()
    return {folder: frozenset(names) for folder, names in found.items()}


def _record_of(document: Document, report: Report, memos: MutableMapping[str, str]) -> Any:
    """The typed record of a document: remembered, if it passed without a word before, else validated now."""
    cls = RECORDS[document.folder]
    given = {"id": document.id, "path": document.path}
    key = f"{document.folder} {document.digest}"
    if key in memos:
        return memo.load(cls, memos[key], given)
    record = parse_record(cls, document.fields, report, **given)
    if record is not None and not report.problems:
        memos[key] = memo.dump(record)
    return record
