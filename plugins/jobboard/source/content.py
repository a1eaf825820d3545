"""The content folder: which files there are, and each one read into a document."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jobboard.source.document import Document, digest_of, parse_document
from jobboard.source.front_matter import parse_front_matter
from jobboard.source.problem import Problem, Report, did_you_mean
from jobboard.source.text import MAX_BYTES, decode
from jobboard.source.tree import Mapping

FOLDERS = ("postings", "news", "events", "organisations", "pages")
"""Where documents live; every other folder of the content holds pictures and attachments."""

TOPICS = "topics.yaml"
MAX_ID = 200
_ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")


@dataclass(frozen=True, slots=True)
class Content:
    """Everything in the content folder, read but not yet understood.

    `files` maps the path of each picture or attachment, relative to `root`, to its size in bytes.
    """

    root: Path
    documents: tuple[Document, ...]
    topics: Mapping
    topics_digest: str
    files: dict[str, int]
    problems: tuple[Problem, ...]


def read_content(root: Path) -> Content:
    """Read the content folder whole. What cannot be read is among the problems, never an exception."""
    problems: list[Problem] = []
    documents: list[Document] = []
    files: dict[str, int] = {}
    if not root.is_dir():
        problems.append(
            Problem("", 1, "", f"there is no folder {root}", "name the folder that holds postings/ and organisations/")
        )
    for path, size in _walk(root):
        report = Report(path)
        if not _is_inside(root, path):
            report.problem(1, "", "a link that leads out of the content folder", "copy the file itself")
        elif path.split("/", 1)[0] in FOLDERS and "/" in path:
            document = _read_document(root, path, size, report)
            documents += [document] if document else []
        elif path.endswith(".md") and path.rsplit("/", 1)[-1].lower() != "readme.md":
            report.problem(
                1,
                "",
                "a Markdown file in this place is never published",
                f"move it into one of {', '.join(f'{name}/' for name in FOLDERS)}",
            )
        elif path != TOPICS:
            files[path] = size
        problems += report
    topics, digest = _read_topics(root, problems)
    return Content(root, tuple(documents), topics, digest, files, tuple(problems))


def _walk(root: Path) -> Iterator[tuple[str, int]]:
    """Visible files below `root` as (relative path with `/`, size), in a stable order."""
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                full = Path(folder, name)
                yield full.relative_to(root).as_posix(), full.stat().st_size if full.exists() else 0


def _is_inside(root: Path, path: str) -> bool:
    full = root / path
    return not full.is_symlink() or full.resolve().is_relative_to(root.resolve())


def _read_document(root: Path, path: str, size: int, report: Report) -> Document | None:
    if not path.endswith(".md"):
        report.problem(
            1,
            "",
            "only Markdown files (.md) belong here",
            "pictures and attachments go into content/images/ or content/files/",
        )
        return None
    check_id(path.rsplit("/", 1)[-1].removesuffix(".md"), report)
    data = _read_bytes(root / path, size, report)
    return None if data is None else parse_document(path, data, report)


def check_id(name: str, report: Report) -> None:
    """Report a file name that cannot be an address: lower-case letters, digits and single hyphens."""
    if not _ID.match(name):
        proposal = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "data-analyst"
        report.problem(
            1,
            "",
            "the file name becomes the address: lower-case letters a-z, digits and hyphens only",
            f"rename it to {proposal[:60]}.md",
        )
    elif len(name) > MAX_ID:
        report.problem(1, "", f"the file name is longer than {MAX_ID} characters", "shorten it")


def _read_bytes(path: Path, size: int, report: Report) -> bytes | None:
    if size > MAX_BYTES:
        report.problem(
            1,
            "",
            f"the file has {size / 1e6:.1f} MB; at most {MAX_BYTES // 1024} kB are read",
            "attach long documents as files",
        )
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        report.problem(1, "", f"the file cannot be read ({error.strerror})", "check its permissions")
        return None


def _read_topics(root: Path, problems: list[Problem]) -> tuple[Mapping, str]:
    empty = Mapping((), 1)
    report = Report(TOPICS)
    path = root / TOPICS
    if not path.is_file():
        mistaken = [name for name in ("topics.yml", "topic.yaml", "topics.json") if (root / name).exists()]
        if mistaken:
            problems.append(
                Problem(
                    mistaken[0], 1, "", f"the list of topics is called {TOPICS}", did_you_mean(mistaken[0], [TOPICS])
                )
            )
        return empty, ""
    data = _read_bytes(path, path.stat().st_size, report)
    text = None if data is None else decode(data, report)
    tree = None if text is None else parse_front_matter(text, 1, report)
    problems += report
    return tree or empty, digest_of(data or b"")
