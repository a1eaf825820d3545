"""Shows in Markdown what every output says of a posting at given instants: `python -m tests.instants`.

Not a test: it builds the project's own content, and a small board of every kind of deadline a second before and at each
turn, and prints two tables for people.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.helpers import REPOSITORY, SITE, at, build_site, write_site
from tests.outputs.lifecycles import FILES
from tests.outputs.reading import document, feed, job_markup, links, sitemap
from tests.outputs.site_at import SiteAt

POSTINGS = ("project-officer-development-education", "project-officer-twinning-partnerships")
INSTANTS = (
    "2024-02-05T12:00+01:00",
    "2024-02-09T23:59:30+01:00",
    "2024-02-10T00:00+01:00",
    "2024-02-29T23:59:59+01:00",
    "2024-03-01T00:00+01:00",
)

SECOND = timedelta(seconds=1)
TURNS = (
    ("a date, Brussels, clocks go forward that day", "springday", "2026-03-30 00:00", "Europe/Brussels"),
    ("a date, Brussels, clocks go back that day", "autumnday", "2026-10-26 00:00", "Europe/Brussels"),
    ("a date anywhere on Earth", "farthest", "2026-04-01 12:00", "UTC"),
    ("a timed deadline, 17:00", "clocked", "2026-04-02 17:01", "Europe/Brussels"),
    ("a rolling posting, its day of review over", "reviewed", "2026-07-01 00:00", "Europe/Brussels"),
    ("a scheduled opening, 09:00", "sleeper", "2026-05-04 09:00", "Europe/Brussels"),
    ("an extension told, 15 April to 31 May", "stretched", "2026-04-10 00:00", "Europe/Brussels"),
)
"""What happens, to which posting of the board of every lifecycle, and when on which clocks."""

KINDS = (
    ("page", r"jobs/[^/]+/index\.html"),
    ("calendar", r".*\.ics"),
    ("feed", r"feeds/.*"),
    ("list", r"(?:jobs|organisations|subscribe)/.*|index\.html"),
)


def says_open(site: dict[str, bytes], id_: str) -> dict[str, bool]:
    """Whether each output takes the posting for open."""
    page = f"jobs/{id_}/index.html"
    return {
        "listing": f"/jobs/{id_}/" in links(document(site, "jobs/index.html")),
        "page": any(link.startswith("mailto:") for link in links(document(site, page))),
        "RSS": any(entry.link.endswith(f"/{id_}/") for entry in feed(site, "feeds/jobs.rss.xml").entries),
        "Atom": any(entry.link.endswith(f"/{id_}/") for entry in feed(site, "feeds/jobs.atom.xml").entries),
        "sitemap": any(address.endswith(f"/jobs/{id_}/") for address in sitemap(site)),
        "JSON-LD": job_markup(site, page) is not None,
    }


def seed_rows(folder: Path) -> Iterator[tuple[str, ...]]:
    """A row for each posting and instant, of the project's own content."""
    for number, instant in enumerate(INSTANTS):
        output = folder / str(number)
        now = datetime.fromisoformat(instant)
        site = build_site(REPOSITORY / "content", now, site=replace(SITE), output=output, cache=output / "cache")
        for id_ in POSTINGS:
            words = (f"{name} {'open' if is_open else 'closed'}" for name, is_open in says_open(site, id_).items())
            yield instant, id_, ", ".join(words)


def turn_rows(folder: Path) -> Iterator[tuple[str, ...]]:
    """A row for each turn: the status a second before and then, and what became of the files."""
    ids = {id_ for _, id_, _, _ in TURNS}
    files = {path: text for path, text in FILES.items() if Path(path).stem in (*ids, "platform")}
    site_at = SiteAt(write_site(folder / "turns", files), SITE)
    for what, id_, local, zone in TURNS:
        turn = at(local, zone).astimezone(UTC)
        before, after = (site_at.files(instant) for instant in (turn - SECOND, turn))
        was, becomes = (_status(site_at, id_, instant) for instant in (turn - SECOND, turn))
        status = was if was == becomes else f"{was} → {becomes}"
        yield what, f"{local} {zone}", f"{turn:%Y-%m-%dT%H:%M:%SZ}", status, changed(before, after)


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> str:
    """How many files came, changed and went, and of what kind they are."""
    groups = {
        "new": after.keys() - before.keys(),
        "changed": {path for path in before.keys() & after.keys() if before[path] != after[path]},
        "gone": before.keys() - after.keys(),
    }
    same = len(before.keys() & after.keys()) - len(groups["changed"])
    told = [f"{len(paths)} {word} ({_kinds(paths)})" for word, paths in groups.items() if paths]
    return "; ".join([*told, f"{same} as they were"])


def markdown(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def main() -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as folder:
        for line in markdown(("now", "posting", "what the outputs say"), seed_rows(Path(folder))):
            sys.stdout.write(f"{line}\n")
        sys.stdout.write("\n")
        heads = ("what happens at T", "T", "in UTC", "status at T - 1 s → T", "files at T, against T - 1 s")
        for line in markdown(heads, turn_rows(Path(folder))):
            sys.stdout.write(f"{line}\n")


def _status(site_at: SiteAt, id_: str, now: datetime) -> str:
    return next(each.status.value for each in site_at.board(now).postings if each.id == id_)


def _kinds(paths: set[str]) -> str:
    """`1 page, 3 feeds, build.json`: files of a kind by number, the others by name."""
    names = {path: _kind(path) for path in paths}
    counts = Counter(kind for kind in names.values() if kind)
    told = [f"{counts[kind]} {kind}{'s' if counts[kind] > 1 else ''}" for kind, _ in KINDS if counts[kind]]
    return ", ".join([*told, *sorted(path for path, kind in names.items() if not kind)])


def _kind(path: str) -> str:
    is_list = re.fullmatch(r"jobs/(newest|closing-soon|closed)/index\.html", path)
    return next((kind for kind, rule in KINDS if re.fullmatch(rule, path) and not (is_list and kind == "page")), "")


if __name__ == "__main__":
    main()
