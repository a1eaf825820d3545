"""Short names for what nearly every test needs: an instant, a site, a content folder, a board, a built site."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from jobboard.base.map import Spreading
from jobboard.board.board import Board
from jobboard.board.site import Site
from jobboard.outputs.page.theme import Theme
from jobboard.pipeline import build
from jobboard.pipeline import check as checking
from jobboard.pipeline.report import Form, render_problems
from jobboard.pipeline.workers import spread
from jobboard.settings.theme import load_theme
from jobboard.source.markdown.convert import Engine
from jobboard.source.problem import Report

REPOSITORY = Path(__file__).parents[1]

SITE = Site(
    name="Example Hub",
    description="Jobs and news of example networks.",
    url="https://hub.example",
    zone="Europe/Brussels",
    lang="en",
    identity="hub.example,2026",
)

TOPICS = """\
culture: {en: Culture, fr: Culture, es: Cultura}
mobility: {en: Mobility, fr: Mobilité, es: Movilidad}
"""

_POSTING = {
    "title": "Data Analyst",
    "organisation": "example-network",
    "published": "2026-03-02",
    "deadline": "2026-03-31",
    "apply": "{email: jobs@example.org}",
}
_NEWS = {"title": "A bridge opens", "organisations": "[example-network]", "published": "2026-03-02"}
_EVENT = {
    "title": "Budgets for residents",
    "organisations": "[example-network]",
    "published": "2026-03-02",
    "starts": "2026-05-05",
    "online": "true",
}
_ORGANISATION = {"name": "Example Network", "website": "https://example.org"}


def at(text: str, zone: str = "Europe/Brussels") -> datetime:
    """The instant `2026-03-31 12:00` on the clocks of `zone`."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


NOW = at("2026-03-16 12:00")
"""An instant at which `make_posting()` is open and not closing soon."""


def settings_of(theme: Path | str) -> str:
    """The settings file of a project with that theme."""
    return f"""\
SITENAME = "Example Hub"
SITEURL = "https://hub.example"
TIMEZONE = "Europe/Brussels"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "{theme}"
PLUGIN_PATHS = ["{REPOSITORY / "plugins"}"]
PLUGINS = ["jobboard"]
JOBBOARD_IDENTITY = "hub.example,2026"
JOBBOARD_NOW = "{NOW.isoformat()}"
"""


def make_posting(body: str = "You will count bicycles.\n", **changes: str | None) -> str:
    """A valid posting as an author types it; each change is the text after `name:`, None leaves the field out."""
    return _document({**_POSTING, **changes}, body)


def make_news(body: str = "Trams and bicycles share it.\n", **changes: str | None) -> str:
    """A valid news item, changed like a posting."""
    return _document({**_NEWS, **changes}, body)


def make_event(body: str = "You will read a budget.\n", **changes: str | None) -> str:
    """A valid event, changed like a posting."""
    return _document({**_EVENT, **changes}, body)


def make_organisation(body: str = "We bring towns together.\n", **changes: str | None) -> str:
    """A valid organisation, changed like a posting."""
    return _document({**_ORGANISATION, **changes}, body)


def make_page(body: str = "Three networks look for people.\n", **changes: str | None) -> str:
    """A valid plain page, changed like a posting."""
    return _document({"title": "About the hub", **changes}, body)


def make_introduction(body: str = "Towns and their theatres.\n", **changes: str | None) -> str:
    """A valid introduction of a topic, changed like a posting."""
    return _document({"summary": "What towns play.", **changes}, body)


def write_site(folder: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write content below `folder` and return it.

    `organisations/example-network.md` and `topics.yaml` are there too unless given; None leaves one out.
    """
    defaults = {"organisations/example-network.md": make_organisation(), "topics.yaml": TOPICS}
    for path, content in {**defaults, **files}.items():
        if content is not None:
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def make_board(
    tmp_path: Path, files: Mapping[str, str | bytes | None], now: datetime = NOW, site: Site = SITE
) -> Board:
    """The board of these files at `now`; fails with the report if they have problems."""
    checked = checking.check(write_site(tmp_path / "content", files), site, now)
    assert checked.board is not None, render_problems(checked.problems, Form.TEXT)
    return checked.board


def build_site(
    content: Path,
    now: datetime = NOW,
    *,
    site: Site = SITE,
    output: Path | None = None,
    cache: Path | None = None,
    engine: Engine = Engine.MARKDOWN,
    share: Spreading = spread,
) -> dict[str, bytes]:
    """Build with the project's own theme into `output` (else beside the content); the files written, by path."""
    output, cache = output or content.parent / "output", cache or content.parent / "cache"
    loaded = checking.load_content(content, engine=engine, share=share)
    validated = checking.validate(loaded, site, now, "content", is_advised=True)
    build.build(validated, project_theme(), output, cache, share=share)
    return read_tree(output)


@functools.cache
def project_theme() -> Theme:
    """The theme of this repository, loaded once."""
    return load_theme(REPOSITORY / "theme")


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder: path with `/` to bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def lines_of(report: Report) -> list[str]:
    """What a report says, without the path: `5: deadline: expected …`, advice marked as such."""
    return [
        f"{'advice: ' if problem.level == 'advice' else ''}{str(problem).removeprefix(f'{report.path}:')}"
        for problem in report
    ]


def _document(fields: Mapping[str, str | None], body: str) -> str:
    lines = [f"{name}: {value}" for name, value in fields.items() if value is not None]
    return "\n".join(["---", *lines, "---", body])
