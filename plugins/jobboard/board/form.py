"""Where the form for writing hands its files over to: plain values, made of the settings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CodeHost(StrEnum):
    """How a host of repositories begins a new file: with its name and text filled in, or with its name alone."""

    GITHUB = "github"
    GITLAB = "gitlab"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """Where the content is kept. `new` and `upload` are addresses of its pages for a new file in the branch; `folder` is
    the content's, from the root of the repository."""

    host: CodeHost
    new: str
    upload: str
    folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingForm:
    """That the form is published. `editors` is the mail address files are sent to; empty where nobody takes any."""

    editors: str = ""
    repository: Repository | None = None
