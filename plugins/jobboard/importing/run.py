"""One import from beginning to end: a source is read, compared with what is there, and written.

A file that nobody has touched since it was imported follows its source; one that somebody has edited, renamed or
written by hand is never changed. Running an import twice changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from jobboard.importing.duplicates import with_own_names
from jobboard.importing.files import Files
from jobboard.importing.html.addresses import named_host, redirected_path
from jobboard.importing.item import Choices, WrittenItem, title_line, to_file
from jobboard.importing.known import Known, KnownItems, known_key, read_folder
from jobboard.importing.order import Deed, Order, Outcome
from jobboard.importing.sources.entry import Export, Imported, ImportFailedError, Origin
from jobboard.importing.sources.fetch import Fetcher, is_web_address
from jobboard.importing.sources.public import NEVER
from jobboard.importing.sources.source import read_source
from jobboard.importing.topics import read_topics
from jobboard.importing.write import write_whole
from jobboard.source.kinds import RESERVED
from jobboard.source.problem import did_you_mean, quoted
from jobboard.source.slug import is_device, is_id, to_slug
from jobboard.source.text import printable


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    order: Order
    folder: KnownItems
    choices: Choices
    files: Files
    places: Mapping[str, str]
    outcome: Outcome


def run_import(order: Order) -> Outcome:
    """Import a source. Raises ImportFailedError if it cannot be read, or the command makes no sense."""
    _check(order)
    fetcher = Fetcher(named_host(order.source) if is_web_address(order.source) else "")
    export = read_source(order.source, order.types, fetcher)
    folder = read_folder(order.content, "news")
    choices = Choices(
        organisation=order.organisation,
        issuers={to_slug(name): id_ for name, id_ in order.issuers.items()},
        topics=read_topics(order.content, order.topics),
        lang=order.lang,
        kind=order.kind,
    )
    outcome = Outcome()
    entries = list(_wanted(with_own_names(export.entries), order, folder, outcome))
    paths = _places(entries, order.folder, folder)
    work = _Work(
        order=order,
        folder=folder,
        choices=choices,
        files=Files(content=order.content, fetcher=fetcher if order.takes_files and not order.is_dry else None),
        places={entry.url: path for entry, path in paths if entry.origin is Origin.WORDPRESS and entry.url},
        outcome=outcome,
    )
    for entry, path in paths:
        _import(entry, path, work)
    outcome.lines += _closing(export, work)
    return outcome


def _check(order: Order) -> None:
    """Refuse a command that no entry could follow."""
    if not order.content.is_dir():
        raise ImportFailedError(f"there is no folder {order.shown_as}; name it with --content")
    parts = order.folder.split("/")
    if parts[0] != "news" or not all(map(is_id, parts)):
        raise ImportFailedError(
            f"--into: expected news, or a folder in it like news/archive, found {quoted(order.folder)}"
        )
    if not order.organisation and not order.issuers:
        raise ImportFailedError("--organisation is missing: the id of the organisation that issues the items")
    known = {path.stem for path in (order.content / "organisations").rglob("*.md")}
    for id_ in [*filter(None, [order.organisation]), *order.issuers.values()]:
        if id_ not in known:
            hint = did_you_mean(id_, known)
            raise ImportFailedError(f"no file {order.shown_as}/organisations/{id_}.md{f'; {hint}' if hint else ''}")
    topics = set(read_topics(order.content, {}).ids.values())
    for id_ in order.topics.values():
        if id_ not in topics:
            raise ImportFailedError(f"{quoted(id_)} is no topic of {order.shown_as}/topics.yaml")
    if never := sorted(order.types & NEVER):
        raise ImportFailedError(f"--post-type: items of type {never[0]} are no articles")


def _wanted(entries: Iterable[Imported], order: Order, folder: KnownItems, outcome: Outcome) -> Iterator[Imported]:
    """The entries to be imported: each once, and those that were not public only if they are asked for."""
    seen: set[str] = set()
    withheld: Counter[str] = Counter()
    for entry in entries:
        key = known_key(entry.key)
        known = folder.imported.get(key)
        if key in seen:
            outcome.lines.append(f"skipped: {quoted(title_line(entry))}: the source gives it twice")
            outcome.skipped += 1
        elif entry.withheld and not order.takes_drafts:
            withheld[entry.withheld] += 1
            outcome.skipped += 1
            if known:
                why = f"it is not public at its source any more ({entry.withheld}); look whether it should stay"
                outcome.lines.append(f"note: {_shown(known.path, order)}: {why}")
        else:
            yield entry
        seen.add(key)
    if withheld:
        what = ", ".join(f"{count:,} {why}" for why, count in sorted(withheld.items()))
        outcome.lines.append(f"skipped: not public at their source: {what}; --with-drafts takes them as drafts")


def _places(entries: list[Imported], into: str, folder: KnownItems) -> list[tuple[Imported, str]]:
    """The path of each entry: where it was imported to, else a name that nobody has."""
    names = folder.names | RESERVED["news"]
    found = []
    for entry in entries:
        known = folder.imported.get(known_key(entry.key))
        if known:
            found.append((entry, known.path))
            continue
        wish = to_slug(entry.slug) or to_slug(title_line(entry)) or f"item-{entry.published[:10] or 'undated'}"
        name, number = wish, 2
        while name in names or is_device(name):
            name, number = f"{wish}-{number}", number + 1
        names.add(name)
        found.append((entry, f"{into}/{name}.md"))
    return found


def _import(entry: Imported, path: str, work: _Work) -> None:
    outcome, known = work.outcome, work.folder.imported.get(known_key(entry.key))
    if known is None and (other := work.folder.others.get((title_line(entry), entry.published[:10]))):
        outcome.add(Deed.LEFT, _shown(other, work.order), "it has this title and date, and was not imported")
        return
    written = to_file(entry, path, work.choices, _Places(entry, work), _day(known, work.order))
    if written.problems:
        reasons = "; ".join(f"{problem.field}: {problem.message}".removeprefix(": ") for problem in written.problems)
        outcome.add(Deed.FAILED, quoted(title_line(entry)), reasons)
        return
    deed, why = _deed(entry, known, written)
    if not entry.published:
        outcome.undated += 1
    if deed in (Deed.NEW, Deed.CHANGED) and not work.order.is_dry:
        write_whole(work.order.content, path, written.text.encode())
    outcome.add(deed, _shown(path, work.order), why)
    if deed in (Deed.NEW, Deed.CHANGED):
        typed = f"its date {quoted(entry.typed)} is not certain" if entry.typed else "it has no date"
        notes = (*written.notes, *([f"{typed}: it is a draft, to be dated"] if not entry.published else []))
        outcome.lines += [f"  {note}" for note in notes]
    if entry.url in work.places and not entry.withheld and entry.published:
        _redirect(entry, f"/news/{path.rsplit('/', 1)[-1].removesuffix('.md')}/", outcome)


def _redirect(entry: Imported, new: str, outcome: Outcome) -> None:
    """Note where an old address leads now, unless a host would read more in it than that address."""
    typed = urlsplit(entry.url).path
    old = redirected_path(entry.url)
    first = old.strip("/")
    if not typed.strip("/") or old == new:
        return
    if not old or first in RESERVED["pages"] or first in ("index.html", "sitemap.xml", "robots.txt"):
        outcome.lines.append(f"note: no redirect from {quoted(typed)}: it would lead others astray as well")
    else:
        outcome.redirects.append((old, new))


def _deed(entry: Imported, known: Known | None, written: WrittenItem) -> tuple[Deed, str]:
    if known is None:
        return Deed.NEW, ""
    if known.text == written.text:
        return Deed.UNCHANGED, ""
    if known.origin != entry.origin:
        return Deed.LEFT, f"it was imported from another kind of source ({known.origin})"
    if not known.is_untouched:
        return Deed.LEFT, "it was edited since it was imported"
    return Deed.CHANGED, "its source, or what this command says of it, has changed"


def _day(known: Known | None, order: Order) -> str:
    """The date of an entry that has none: the day it was imported first."""
    return known.published if known and known.published else order.day


class _Places:
    """Answers where an address leads within the content; see `html.Local`."""

    def __init__(self, entry: Imported, work: _Work) -> None:
        self._home = named_host(entry.base)
        self._work = work

    def __call__(self, address: str, *, is_picture: bool) -> str:
        bare = address.split("#", 1)[0]
        if not is_picture and bare in self._work.places:
            return self._work.places[bare]
        if is_picture or (self._home and named_host(address) == self._home):
            return self._work.files.path_of(address)
        return ""


def _closing(export: Export, work: _Work) -> Iterator[str]:
    """What is to be said of the whole import."""
    yield from export.notes
    for kind, count in sorted(export.types.items()):
        way_out = "" if kind in NEVER else f"; --post-type {printable(kind)} takes them"
        yield f"not imported: items of type {printable(kind)}: {count:,}{way_out}"
    if work.outcome.undated:
        yield f"without a certain date: {work.outcome.undated:,}; each is a draft until you date it"
    if work.choices.topics.unmatched:
        names = ", ".join(f"{quoted(name)} ({count})" for name, count in work.choices.topics.unmatched.most_common())
        yield f"kept as comments: categories that are no topic: {names}; --topic 'Category=topic-id' maps one"
    yield from work.files.notes
    if work.files.fetched:
        yield f"fetched: pictures and files: {len(work.files.fetched):,}, into images/imported/ and files/imported/"
    if work.files.left:
        yield f"not fetched: pictures and files that stay links: {len(work.files.left):,}; --with-files fetches them"
    drafts = work.order.takes_drafts and any(entry.withheld for entry in export.entries)
    if drafts:
        yield "note: drafts are kept off the site, but anyone who can read the repository can read them"


def _shown(path: str, order: Order) -> str:
    return f"{order.shown_as}/{path}"
