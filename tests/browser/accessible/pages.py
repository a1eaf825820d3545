"""Sites with a page of every kind, and which template made each page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from jobboard.engine.output import Output
from jobboard.outputs.news.release import ReleaseSheet
from jobboard.outputs.organisations.embed import EmbedList
from jobboard.outputs.page.html import PageMaker, template_of
from jobboard.outputs.plan.views import views
from tests.browser.sites import EVERY_KIND
from tests.helpers import at, build_site

NOW = at("2026-03-16 12:00")
"""When the postings, news and events of `content_of_every_kind` are open, out and to come."""

OVER = at("2026-07-01 12:00")
"""When all of them are over."""

LANGUAGES = ("en", "fr", "es")
"""Those that the interface speaks."""

EVERY_LANGUAGE = replace(EVERY_KIND, languages=LANGUAGES)

QUERIES = ("?q=town",)
"""What stands behind a list's address when a reader has narrowed it."""

TEMPLATES = sorted(views().keys() - {ReleaseSheet.template, EmbedList.template})
"""Of pages that the site has; those two stand in press kits, and in pages of others."""

_REFRESH = re.compile(rb'<meta http-equiv="refresh"[^>]*>')


@dataclass(frozen=True)
class Built:
    """A built site. `pages` are the addresses by template and language; those of old addresses stay where they are."""

    files: Mapping[str, bytes]
    pages: Mapping[tuple[str, str], tuple[str, ...]]

    def longest(self, template: str, lang: str = "en") -> str:
        """The page of a kind that has most to look at."""
        return max(self.pages[template, lang], key=lambda path: len(self.files[_file_of(path)]))


def build_noting_kinds(content: Path, now: datetime = NOW, site: Any = EVERY_KIND) -> Built:
    """Build the site, and note which template each page was planned with."""
    noted: dict[tuple[str, str], list[str]] = defaultdict(list)
    plan = PageMaker.__call__

    def note(maker: PageMaker, path: str, make: Callable[..., object], *inputs: Any) -> Output:
        noted[template_of(make), maker.frame.lang].append(f"/{path}")
        return plan(maker, path, make, *inputs)

    with patch.object(PageMaker, "__call__", note):
        files = build_site(content, now, site=site)
    return Built(
        files={path: _REFRESH.sub(b"", data) if path.endswith(".html") else data for path, data in files.items()},
        pages={kind: tuple(paths) for kind, paths in noted.items()},
    )


def _file_of(path: str) -> str:
    return f"{path[1:]}index.html" if path.endswith("/") else path[1:]
