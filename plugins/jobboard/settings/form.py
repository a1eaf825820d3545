"""The settings of the form for writing: whether it is published, who gets its files by mail, where they are kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jobboard.board.site import CodeHost, Repository, WritingForm
from jobboard.model.fields.addresses import to_email
from jobboard.model.fields.field import InvalidError
from jobboard.settings.checker import SettingsChecker
from jobboard.settings.place import SETTING_VALUE, Add, example
from jobboard.settings.site_address import is_web_page
from jobboard.source.message import message, phrase

WITHOUT_FORM = message("setting-without-form", "there is no form that would use it")

FORM, EDITORS, REPOSITORY = "JOBBOARD_FORM", "JOBBOARD_EDITORS", "JOBBOARD_REPOSITORY"

_EXAMPLE = f"{REPOSITORY} = 'https://github.com/example/board'"
_PLAIN = re.compile(r"[A-Za-z0-9._~/-]+")
_BRANCH = "main"


def check_writing(
    pelican: Mapping[str, Any], checker: SettingsChecker, content: Path, project: Path
) -> WritingForm | None:
    """The form, if it is published; `project` is the folder of the settings."""
    if not checker.yes_or_no(FORM, default=False):
        for name in (EDITORS, REPOSITORY):
            if pelican.get(name):
                checker.add(name, WITHOUT_FORM, phrase("write %(written)s, or leave it out", written=f"{FORM} = True"))
        return None
    return WritingForm(
        editors=_editors(pelican, checker.add), repository=_repository(pelican, checker.add, _below(content, project))
    )


def _below(content: Path, project: Path) -> str:
    """The content's folder as a repository has it: below the settings, else by its name."""
    folder, root = content.resolve(), project.resolve()
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.name


def _editors(pelican: Mapping[str, Any], add: Add) -> str:
    value = pelican.get(EDITORS, "")
    if value == "":
        return ""
    try:
        return to_email(value) if isinstance(value, str) else _refuse()
    except InvalidError:
        words = phrase("an e-mail address")
        add(EDITORS, SETTING_VALUE(words=words, found=repr(value)), example(f"{EDITORS} = 'editors@example.org'"))
        return ""


def _refuse() -> str:
    raise InvalidError


def _repository(pelican: Mapping[str, Any], add: Add, folder: str) -> Repository | None:
    value = pelican.get(REPOSITORY, "")
    if value == "":
        return None
    found = repository_at(value, folder) if isinstance(value, str) else None
    if found is None:
        words = phrase("the address of a repository at GitHub or GitLab")
        add(REPOSITORY, SETTING_VALUE(words=words, found=repr(value)), example(_EXAMPLE))
    return found


def repository_at(address: str, folder: str) -> Repository | None:
    """The repository at an address, perhaps with a branch: `…/tree/main`, of GitLab `…/-/tree/main`. None of others.

    A GitLab of one's own is known by that form of its address, or by its name.
    """
    plain = address.rstrip("/").removesuffix(".git")
    parts = urlsplit(plain)
    if not is_web_page(plain) or parts.query or parts.fragment or not _PLAIN.fullmatch(parts.path):
        return None
    path = parts.path.strip("/")
    is_gitlab = "/-/tree/" in path or "gitlab" in parts.netloc.split(".")
    name, _, branch = path.partition("/-/tree/" if is_gitlab else "/tree/")
    if not (is_gitlab or parts.netloc == "github.com") or not _is_name(name, is_gitlab=is_gitlab):
        return None
    root, branch = f"https://{parts.netloc}/{name}", branch or _BRANCH
    if is_gitlab:
        new = f"{root}/-/new/{branch}"
        return Repository(host=CodeHost.GITLAB, new=new, upload=new, folder=folder)
    upload = f"{root}/upload/{branch}/{folder}"
    return Repository(host=CodeHost.GITHUB, new=f"{root}/new/{branch}", upload=upload, folder=folder)


def _is_name(name: str, *, is_gitlab: bool) -> bool:
    """True for owner and name; at GitLab groups may hold others."""
    parts = name.split("/")
    return all(parts) and (len(parts) == 2 or (is_gitlab and len(parts) > 2))
