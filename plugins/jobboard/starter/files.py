"""Every file of a new board: answers in, paths and bytes out. Nothing is written here."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from jobboard.board.checks import is_reserved
from jobboard.settings.shipped import shipped
from jobboard.source.content.folder import check_id
from jobboard.source.problem import Report
from jobboard.source.slug import to_slug
from jobboard.source.yaml.syntax import to_yaml
from jobboard.starter.answers import Answers
from jobboard.starter.mark import marked_as_ours, marked_as_yours
from jobboard.starter.package import Package
from jobboard.starter.texts import TEXTS

GITHUB = ".github/workflows/site.yml"
GITLAB = ".gitlab-ci.yml"
PROPOSALS = ".github/workflows/proposals.yml"
"""What makes pull requests of forms that members send; it comes with the forms (`jobboard issue-forms`)."""
REQUIREMENTS = "requirements.txt"

PATHS = (
    "pelicanconf.py",
    "publishconf.py",
    "content/topics.yaml",
    "Makefile",
    ".gitignore",
    REQUIREMENTS,
    GITHUB,
    GITLAB,
)
"""What every board has, whatever the answers."""

_OPEN_FOR = timedelta(days=42)
_HOST = re.compile(r"[a-z0-9.-]+\.[a-z]{2,}")
_HERE = Path(__file__).parent / "verbatim"

_TOPICS = """\
# Topics of this board. A posting, news item or event names them by the word on the left, like 'topics: [projects]'.
# Each needs an English name; one in another language is shown on the pages that speak it.
projects: {en: Projects, fr: Projets, es: Proyectos}
communication: {en: Communication, fr: Communication, es: Comunicación}
administration: {en: Administration, fr: Administration, es: Administración}
"""


def files_to_write(answers: Answers, now: datetime, package: Package) -> dict[str, bytes]:
    """A whole board, by path below its folder, in which days are those of its zone at `now` (aware)."""
    own = {
        "pelicanconf.py": _settings(answers, now),
        "publishconf.py": _publishing(answers),
        "content/topics.yaml": _TOPICS,
    }
    id_ = organisation_id(answers.organisation)
    texts = {
        f"content/organisations/{id_}.md": _organisation(answers),
        "content/postings/project-officer.md": _posting(answers, id_, now),
    }
    front = {path: text.replace("---\n", "", 1) for path, text in texts.items()}
    return {
        **{path: marked_as_yours(text, package.version).encode() for path, text in own.items()},
        **{path: f"---\n{marked_as_yours(text, package.version)}".encode() for path, text in front.items()},
        **{path: data for path, data in upgradable_files(package).items() if path in PATHS},
        **wheel_of(package),
    }


def upgradable_files(package: Package) -> dict[str, bytes]:
    """The files that hold no answer of anybody's: those that a later version may write anew."""
    texts = {
        "Makefile": (_HERE / "Makefile").read_text(encoding="utf-8"),
        ".gitignore": (_HERE / "gitignore").read_text(encoding="utf-8"),
        REQUIREMENTS: _requirements(package),
        GITHUB: shipped("starter/verbatim/github.yml", GITHUB).read_text(encoding="utf-8"),
        PROPOSALS: shipped("starter/verbatim/proposals.yml", PROPOSALS).read_text(encoding="utf-8"),
        GITLAB: shipped("starter/verbatim/gitlab.yml", GITLAB).read_text(encoding="utf-8"),
    }
    return {path: marked_as_ours(text, package.version).encode() for path, text in texts.items()}


def wheel_of(package: Package) -> dict[str, bytes]:
    """The package itself, where machines that build the board could fetch it nowhere else."""
    return {package.wheel.name: package.wheel.read_bytes()} if package.wheel else {}


def organisation_id(name: str) -> str:
    """The file name of an organisation: its name in plain letters if it has such, and the site has no page there."""
    id_ = to_slug(name) if all(to_slug(each) for each in name if each.isalpha()) else ""
    report = Report("")
    check_id(id_, report, "organisations")
    return id_ if id_ and report.is_clean and not is_reserved(id_, "organisations") else "our-organisation"


def identity_of(answers: Answers, now: datetime) -> str:
    """What feed ids are made of: the host name of the public address, and this year."""
    host = answers.host if _HOST.fullmatch(answers.host) else "board.example"
    return f"{host},{now.astimezone(ZoneInfo(answers.zone)).year}"


def _settings(answers: Answers, now: datetime) -> str:
    description = TEXTS[answers.lang].description.format(organisation=answers.organisation)
    return f'''\
"""Settings of the board, as you work on it. `publishconf.py` adds what is different when it is published."""

SITENAME = {answers.name!r}
SITEURL = "http://localhost:8000"  # where `jobboard serve` shows it; the public address is in publishconf.py
TIMEZONE = {answers.zone!r}  # of items whose organisation has no zone of its own
DEFAULT_LANG = {answers.lang!r}  # of texts that name no language, and of the pages at the root
# JOBBOARD_LANGUAGES = ["en", "fr", "es"]  # what the pages speak, if it is more than one language
# JOBBOARD_UNTRANSLATED = "frame"  # each shows the texts of all; "show" leads to the other's pages, "hide" lists none

PATH = "content"
OUTPUT_PATH = "output"
PLUGINS = ["jobboard"]
# THEME = "theme"  # of your own; without it, the one that comes with jobboard

JOBBOARD_DESCRIPTION = {description!r}
JOBBOARD_IDENTITY = {identity_of(answers, now)!r}  # feed ids are made of it: choose it once, never change it
JOBBOARD_NUMBERED_PAGES = False  # no list here ever had pages like /jobs/page/2/
'''


def _publishing(answers: Answers) -> str:
    return f'''\
"""Settings of the published board: those of `pelicanconf.py`, with its public address."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from pelicanconf import *

SITEURL = {answers.url!r}
# JOBBOARD_PUBLISH = {{"production": "ssh://web@host.example/srv/www/board"}}  # where `jobboard publish` brings it
# JOBBOARD_TELL = True  # have it tell search engines what changed; a file with a key of the board is then part of it
'''


def _organisation(answers: Answers) -> str:
    return f"""\
---
name: {to_yaml(answers.organisation)}
website: {to_yaml(answers.website)}
timezone: {answers.zone}
---

{TEXTS[answers.lang].about}
"""


def _posting(answers: Answers, id_: str, now: datetime) -> str:
    """A posting that is open from today on. Its way to apply leads nowhere, so that `publish` refuses it."""
    texts, today = TEXTS[answers.lang], now.astimezone(ZoneInfo(answers.zone)).date()
    return f"""\
---
title: {to_yaml(texts.title)}
organisation: {id_}
published: {today.isoformat()}
deadline: {(today + _OPEN_FOR).isoformat()}
apply:
  email: jobs@organisation.example
summary: {to_yaml(texts.summary)}
kind: job
topics: [projects]
place: {{city: {texts.city}, country: BE}}
workplace: hybrid
employment: [full-time]
contract: {{type: permanent}}
salary: {{min: 3000, max: 3600, currency: EUR, per: month}}
languages: {{{answers.lang}: fluent}}
---

{texts.body}"""


def _requirements(package: Package) -> str:
    note = "" if package.is_at_hand else "# Put the wheel of jobboard beside this file, and commit it.\n"
    return f"# What `make` and the recipes for GitHub and GitLab install.\n{note}{package.requirement}\n"
