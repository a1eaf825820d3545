"""Settings: what `pelicanconf.py` says, checked and turned into plain values. The one place that reads the clock.

Beside Pelican's own SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG, PATH, OUTPUT_PATH and THEME there are the
`JOBBOARD_…` settings named in `KNOWN`. Those that make the board a guest in another site are read in `guest.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from jobboard.board.site import FileHost, Site, Untranslated
from jobboard.engine.folder import PATIENCE
from jobboard.pipeline.memory import Removals
from jobboard.publishing.target import PublishTarget
from jobboard.settings import guest
from jobboard.settings.accessibility import check_accessibility
from jobboard.settings.checker import SettingsChecker
from jobboard.settings.clock import NOW
from jobboard.settings.form import EDITORS, FORM, REPOSITORY, check_writing
from jobboard.settings.languages import check_languages
from jobboard.settings.mailing import MAILING, check_mailing
from jobboard.settings.owners import OWNERS, check_owners
from jobboard.settings.publishing import PUBLISHING, check_targets
from jobboard.settings.telling import TELL, check_telling
from jobboard.source.content.folder import FOLDER_MISSING
from jobboard.source.markdown.convert import Engine
from jobboard.source.message import message, phrase
from jobboard.source.problem import Problem

OUTPUT_IN_CONTENT = message("output-in-content", "the site and the content would be in one folder")
OUTPUT_IN_THEME = message("output-in-theme", "the site and the theme would be in one folder")

IDENTITY = "JOBBOARD_IDENTITY"
PUBLISHED = "PUBLISHED"
"""True on the command line alone: `jobboard build --publish` makes a site that readers see."""
STAGING = "STAGING"
"""True on the command line alone, too: `jobboard publish` makes a site for the group, by a target that says so."""
CLUSTER = "CLUSTER"
"""On the command line alone, too: the address of a cluster that shares the work."""
REMOVALS = "JOBBOARD_REMOVALS"
WAIT = "JOBBOARD_WAIT"
SEARCH_BY = "JOBBOARD_SEARCH"
FILE_HOST = "JOBBOARD_HOST"

KNOWN = (
    "JOBBOARD_DESCRIPTION",
    IDENTITY,
    NOW,
    REMOVALS,
    WAIT,
    "JOBBOARD_RETENTION_DAYS",
    "JOBBOARD_PAGE_SIZE",
    "JOBBOARD_FEED_SIZE",
    "JOBBOARD_CACHE",
    "JOBBOARD_MARKDOWN",
    "JOBBOARD_EXTRAS",
    SEARCH_BY,
    FILE_HOST,
    MAILING,
    FORM,
    EDITORS,
    REPOSITORY,
    OWNERS,
    PUBLISHING,
    TELL,
    "JOBBOARD_SOCIAL_CARDS",
    "JOBBOARD_ITEM_CALENDARS",
    "JOBBOARD_PRESS_KITS",
    "JOBBOARD_MARKDOWN_TWINS",
    "JOBBOARD_EMBED",
    "JOBBOARD_NUMBERED_PAGES",
    "JOBBOARD_LANGUAGES",
    "JOBBOARD_UNTRANSLATED",
    "JOBBOARD_ACCESSIBILITY",
    guest.PATH,
    guest.CONTENT,
    guest.THEME,
)


class Settings(Struct, frozen=True, kw_only=True):
    """Everything a build is told from outside: the site, the instant, five folders, and whether readers will see it.

    `root` is the folder a host serves; `output` is the board's, that folder or, as a guest, one within it.
    `is_now_given` tells an instant that somebody has named from what the clock says. What it keeps for the next build
    is sealed with `key`; it waits for another one of its folder for `wait` seconds, and shares its work with
    the `cluster` at that address. `owners` look at what is proposed, by folder or organisation, and `targets` where the
    site is published, by name; no page depends on either.
    """

    site: Site
    now: datetime
    content: Path
    output: Path
    root: Path
    theme: Path
    cache: Path
    engine: Engine
    is_published: bool = False
    removals: Removals = Removals.ADVISE
    is_now_given: bool = True
    key: bytes = b""
    wait: int = PATIENCE
    cluster: str = ""
    owners: Mapping[str, tuple[str, ...]] = {}
    targets: Mapping[str, PublishTarget] = {}


class SettingsError(Exception):
    """Settings that cannot be used; `problems` say which and why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


def read_settings(
    pelican: Mapping[str, Any], settings_file: str = "pelicanconf.py", overridden: Collection[str] = ()
) -> Settings:
    """Check Pelican's settings and this site's own. Raises SettingsError with everything that is wrong.

    `overridden` names the settings that do not come from the file.
    """
    checker = SettingsChecker(guest.as_board(pelican), settings_file, overridden)
    place = guest.place_in(pelican, checker.add)
    site = _site(guest.as_board(pelican), checker, place.path)
    site = replace(site, form=check_writing(pelican, checker, place.content, Path(settings_file).parent))
    now, engine = checker.now(), checker.engine("JOBBOARD_MARKDOWN")
    removals = Removals(checker.choice(REMOVALS, tuple(Removals)))
    cache = Path(pelican.get("JOBBOARD_CACHE", ".cache"))
    of_board = (place.root, place.content, place.theme, cache)
    owners = check_owners(pelican, checker.add)
    targets = check_targets(pelican, of_board, Path(settings_file).parent, checker.add)
    key, wait = checker.key(), checker.number(WAIT, PATIENCE, least=0)
    checker.refuse_unknown(KNOWN)
    if not (place.theme / "templates").is_dir():
        name = guest.THEME if place.path else "THEME"
        hint = phrase(
            "name the folder of the theme, %(written)s, or leave it out for the one that comes with the board",
            written=f"{name} = 'theme'",
        )
        checker.add(name, FOLDER_MISSING(folder=f"{place.theme}/templates"), hint)
    for shared, folder in ((OUTPUT_IN_CONTENT, place.content), (OUTPUT_IN_THEME, place.theme)):
        if place.root == folder or place.root in folder.parents or folder in place.root.parents:
            hint = phrase("give it one of its own: OUTPUT_PATH = 'output'")
            checker.add("OUTPUT_PATH", shared, hint)
    if checker.problems:
        raise SettingsError(tuple(checker.problems))
    return Settings(
        site=site,
        now=now,
        content=place.content,
        output=place.output,
        root=place.root,
        theme=place.theme,
        cache=cache,
        engine=engine,
        is_published=bool(pelican.get(PUBLISHED)),
        removals=removals,
        is_now_given=bool(checker.given_now()),
        key=key,
        wait=wait,
        cluster=pelican.get(CLUSTER, ""),
        owners=owners,
        targets=targets,
    )


def _site(pelican: Mapping[str, Any], checker: SettingsChecker, path: str) -> Site:
    spoken = check_languages(pelican, guest.hint_for_guest(pelican, checker.add))
    is_staging, (indexnow, hub) = bool(pelican.get(STAGING)), check_telling(pelican, checker.add)
    url, has_extras = checker.url("SITEURL"), checker.yes_or_no("JOBBOARD_EXTRAS", default=True)
    return Site(
        name=checker.text("SITENAME"),
        description=dict(spoken.descriptions)[spoken.lang],
        url=f"{url}/{path}" if path else url,
        zone=checker.zone("TIMEZONE"),
        lang=spoken.lang,
        identity=checker.identity(IDENTITY),
        retention_days=checker.number("JOBBOARD_RETENTION_DAYS", 365),
        page_size=checker.number("JOBBOARD_PAGE_SIZE", 50),
        feed_size=checker.number("JOBBOARD_FEED_SIZE", 100),
        has_extras=has_extras,
        has_full_text=checker.choice(SEARCH_BY, ("own", "pagefind")) == "pagefind" and has_extras,
        has_social_cards=checker.yes_or_no("JOBBOARD_SOCIAL_CARDS", default=True) and has_extras,
        has_item_calendars=checker.yes_or_no("JOBBOARD_ITEM_CALENDARS", default=True) and has_extras,
        has_press_kits=checker.yes_or_no("JOBBOARD_PRESS_KITS", default=True),
        has_twins=checker.yes_or_no("JOBBOARD_MARKDOWN_TWINS", default=False),
        has_embeds=checker.yes_or_no("JOBBOARD_EMBED", default=False),
        had_numbered_pages=checker.yes_or_no("JOBBOARD_NUMBERED_PAGES", default=True),
        languages=spoken.languages,
        descriptions=spoken.descriptions,
        untranslated=Untranslated(checker.choice("JOBBOARD_UNTRANSLATED", tuple(Untranslated))),
        accessibility=check_accessibility(pelican, spoken.languages, checker.add),
        mailing=check_mailing(pelican, checker.add),
        host=FileHost(checker.choice(FILE_HOST, tuple(FileHost))),
        indexnow="" if is_staging else indexnow,
        hub="" if is_staging else hub,
        is_staging=is_staging,
    )
