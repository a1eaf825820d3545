"""An entry in, the text of a news file out: fields, comments for what has no field, a body in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from jobboard.importing.html.convert import to_body, to_line, to_plain
from jobboard.importing.html.local import Local
from jobboard.importing.html.markdown_line import escaped_words, to_target
from jobboard.importing.known import known_key, seal
from jobboard.importing.sources.dates import is_later
from jobboard.importing.sources.entry import Imported, Medium, Term
from jobboard.importing.summary import with_summary
from jobboard.importing.topics import Topics
from jobboard.model.fields.addresses import to_https_url
from jobboard.model.fields.field import InvalidError
from jobboard.model.fields.record import parse_record
from jobboard.model.news import NewsItem
from jobboard.model.texts.codes import is_language
from jobboard.source.content.document import parse_parts
from jobboard.source.problem import Level, Problem, Report, quoted
from jobboard.source.slug import to_slug
from jobboard.source.text import normal, printable
from jobboard.source.yaml.syntax import to_yaml

MAX_TITLE = 200
MAX_COMMENT = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the command says of every item. `issuers` are organisations by the slug of an author or category."""

    organisation: str = ""
    issuers: Mapping[str, str]
    topics: Topics
    lang: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenItem:
    """The text of a file, what could not be kept as it was, and the problems for which it cannot be written."""

    text: str
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def title_line(entry: Imported) -> str:
    """The title as one line of plain text; of an entry without one, the beginning of its text."""
    return to_line(entry.title) or _shortened(to_line(entry.html), 80) or "Untitled"


def to_file(entry: Imported, path: str, choices: Choices, local: Local, day: str) -> WrittenItem:
    """The file for an entry at `path`. `day` is its date if the source has none.

    What is written has passed the checks a build would make of this file alone; if the body does not, it is taken
    as plain text, and if that does not help, the problems say why the entry cannot be imported.
    """
    entry, told = with_summary(entry)
    body, notes = to_body(entry.html, entry.base, local, _code(entry, choices))
    notes = (*entry.notes, *told, *notes)
    front_matter = "".join(f"{line}\n" for line in _front_matter(entry, choices, local, day))
    links = _links(entry.links, local)
    attempts = [(body, notes), (to_plain(entry.html), (*notes, "the text was taken without its form"))]
    written = WrittenItem(text="")
    for text, told in attempts:
        file = seal(front_matter, entry.origin, known_key(entry.key), _join(text, links))
        written = WrittenItem(text=file, notes=tuple(dict.fromkeys(told)), problems=_problems(file, path))
        if not written.problems:
            break
    return written


def _problems(text: str, path: str) -> tuple[Problem, ...]:
    report = Report(path)
    parts = parse_parts(text.encode(), report)
    if parts is not None:
        parse_record(NewsItem, parts[0], report, id=path.rsplit("/", 1)[-1].removesuffix(".md"), path=path)
    return tuple(problem for problem in report if problem.level is Level.PROBLEM)


def _front_matter(entry: Imported, choices: Choices, local: Local, day: str) -> Iterator[str]:
    title = title_line(entry)
    yield f"title: {to_yaml(_shortened(title, MAX_TITLE))}"
    if len(title) > MAX_TITLE:
        yield _comment("title", title)
    yield f"organisations: [{', '.join(_issuers(entry, choices))}]"
    yield f"published: {to_yaml(entry.published or day)}"
    if not entry.published:
        typed = f" that is certain ({quoted(entry.typed)})" if entry.typed else ""
        yield _comment("published", f"its source has no date{typed}; this is the day of the import")
    if entry.published and is_later(entry.updated, entry.published):
        yield f"updated: {to_yaml(entry.updated)}"
    if entry.withheld or not entry.published:
        yield "status: draft"
    if entry.withheld:
        yield _comment("at its source", entry.withheld)
    if choices.kind:
        yield f"kind: {choices.kind}"
    yield from _language(entry, choices)
    if entry.summary:
        yield f"summary: {to_yaml(entry.summary)}"
    if authors := list(filter(None, (_shortened(to_line(name), MAX_TITLE) for name in entry.authors))):
        yield "authors:"
        yield from (f"  - {{name: {to_yaml(name)}}}" for name in authors)
    yield from _topics(entry.categories, choices.topics)
    yield from _address(entry)
    yield from _files(entry, local)


def _issuers(entry: Imported, choices: Choices) -> list[str]:
    names = [*entry.authors, *(category.name for category in entry.categories)]
    found = [choices.issuers[slug] for slug in map(to_slug, names) if slug in choices.issuers]
    return list(dict.fromkeys(found)) or ([choices.organisation] if choices.organisation else [])


def _code(entry: Imported, choices: Choices) -> str:
    """The language of an entry, as the command or its source says."""
    return choices.lang or entry.lang.replace("_", "-").split("-", 1)[0].strip().lower()


def _language(entry: Imported, choices: Choices) -> Iterator[str]:
    code = _code(entry, choices)
    if is_language(code):
        yield f"lang: {code}"
    elif code:
        yield _comment("language", entry.lang)


def _topics(categories: tuple[Term, ...], topics: Topics) -> Iterator[str]:
    found = [(category, topics.of(category)) for category in categories]
    if ids := list(dict.fromkeys(id_ for _, id_ in found if id_)):
        yield f"topics: [{', '.join(ids)}]"
    for category, _ in found:
        scheme = f" ({category.scheme})" if category.scheme else ""
        if name := to_line(category.name or category.slug):
            yield _comment("category", f"{name}{scheme}")


def _address(entry: Imported) -> Iterator[str]:
    """`link` for what stays published elsewhere; the old address of what moves here is kept as a comment."""
    if not entry.url.strip():
        return
    try:
        if entry.is_elsewhere:
            yield f"link: {to_yaml(to_https_url(entry.url.strip()))}"
            return
    except InvalidError:
        pass
    yield _comment("was at", entry.url)


def _files(entry: Imported, local: Local) -> Iterator[str]:
    image = entry.image
    path = local(image.url, is_picture=True) if image else ""
    if image and path and (alt := _shortened(to_line(image.alt), 400)):
        credit = f", credit: {to_yaml(_shortened(to_line(image.credit), MAX_TITLE))}" if image.credit else ""
        yield f"image: {{file: {to_yaml(path)}, alt: {to_yaml(alt)}{credit}}}"
    elif image:
        words = " ".join(filter(None, map(to_line, (image.alt or image.title, image.credit))))
        yield _comment("image", f"{path or image.url} {words}")
    here = [(file, found) for file in entry.files if (found := local(file.url, is_picture=True))]
    if here:
        yield "assets:"
        yield from (f"  - {_asset(file, path)}" for file, path in here)
    for file in entry.files:
        if file not in [each for each, _ in here]:
            yield _comment("file", f"{file.url} {to_line(file.title)}")


def _asset(file: Medium, path: str) -> str:
    title = _shortened(to_line(file.title), MAX_TITLE) or path.rsplit("/", 1)[-1]
    alt = _shortened(to_line(file.alt), 400)
    return f"{{file: {to_yaml(path)}, title: {to_yaml(title)}{f', alt: {to_yaml(alt)}' if alt else ''}}}"


def _links(links: tuple[Medium, ...], local: Local) -> str:
    """Enclosures, as a list of links below the text."""
    lines = []
    for link in links:
        name = to_line(link.title) or urlsplit(link.url).path.rsplit("/", 1)[-1] or link.url
        if link.url.lower().startswith(("http://", "https://")):
            lines.append(
                f"-   [{escaped_words(printable(name))}]({to_target(local(link.url, is_picture=True) or link.url)})\n"
            )
    return "".join(lines)


def _join(body: str, links: str) -> str:
    return f"{body}\n{links}" if body and links else body or links


def _comment(name: str, text: str) -> str:
    return f"# {name}: {_shortened(' '.join(printable(normal(text)).split()), MAX_COMMENT)}"


def _shortened(text: str, limit: int) -> str:
    """`text`, cut at a word's end if it is too long."""
    return text if len(text) <= limit else f"{text[: limit - 1].rsplit(' ', 1)[0][: limit - 1]}…"
