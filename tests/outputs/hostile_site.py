"""Sites in which every text means harm: items whose bodies do, and items of every kind whose fields do."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from jobboard.pipeline import check as checking
from jobboard.source.markdown.convert import Engine
from jobboard.source.text import trouble_in
from tests.browser.sites import EVERY_KIND, body_of, content_of_every_kind
from tests.helpers import (
    NOW,
    SITE,
    build_site,
    make_event,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    write_site,
)
from tests.hostile import MARKDOWN, MARKUP, REFUSED_SCHEMES, RUN, SPACES, links
from tests.pictures import jpeg

IS_THOROUGH = os.environ.get("JOBBOARD_HOSTILE") == "all"
"""Each text of a field alone, and every page and text in a browser: some minutes."""

_ROOM = 900
"""Characters of a line, of which a title may hold a thousand."""
_LINKS_IN_A_TEXT = 400
_LONGEST = 2_000
_FENCE = "\n---\n"
_WEB, _MAIL = "https://a.example/path?of=it", "a@b.example"

_OTHERS: Mapping[str, Callable[[str], str]] = {
    "postings/closed-{}.md": functools.partial(make_posting, closed="{on: 2026-03-10, because: filled}"),
    "news/n-{}.md": make_news,
    "events/e-{}.md": make_event,
    "events/past-{}.md": functools.partial(make_event, starts="2026-03-05"),
    "organisations/o-{}.md": make_organisation,
    "pages/p-{}.md": make_page,
}
"""Where a body goes beside an open posting: one after the other."""


def bodies() -> dict[str, str]:
    """Every hostile text of a body, by what it tries."""
    texts = [*links()]
    some = (texts[at : at + _LINKS_IN_A_TEXT] for at in range(0, len(texts), _LINKS_IN_A_TEXT))
    in_shapes = {f"{name}, in every shape": body_of(text, _WEB, _MAIL) for name, text in MARKUP.items()}
    return {**MARKUP, **MARKDOWN, **in_shapes, **{f"links {n}": "\n\n".join(each) for n, each in enumerate(some)}}


def fields() -> list[str]:
    """Every hostile text of a field."""
    hidden = [f"{space}{scheme}:{RUN}" for space, scheme in zip(SPACES, REFUSED_SCHEMES * 3, strict=False)]
    texts = [" ".join(each.split("\n")) for each in {**MARKUP, **MARKDOWN}.values()] + hidden
    return [each for each in texts if len(each) < _LONGEST and not trouble_in(each)]


def site_of_bodies(folder: Path, engine: Engine) -> tuple[dict[str, bytes], dict[str, str]]:
    """The files of a site in which every body means harm, and what was refused: what it tried, with the reason."""
    files: dict[str, str | bytes | None] = {"images/town.jpg": jpeg(60, 40)}
    tried: dict[str, str] = {}
    for number, (name, body) in enumerate(bodies().items()):
        path, make = [*_OTHERS.items()][number % len(_OTHERS)]
        for each, item in ((f"postings/t-{number}.md", make_posting(body)), (path.format(number), make(body))):
            files[each], tried[each] = item, name
    content = write_site(folder / "content", files)
    problems = checking.check(content, SITE, NOW, engine=engine).problems
    refused = {each.path.removeprefix("content/"): str(each) for each in problems if each.level != "advice"}
    for path in refused:
        (content / path).unlink()
    built = build_site(content, engine=engine, site=replace(SITE, has_twins=True))
    return built, {tried[path]: why for path, why in refused.items()}


def site_of_fields(folder: Path, texts: Iterable[str]) -> dict[str, bytes]:
    """The files of a site in which every field of words says all of those."""
    words = json.dumps(" ".join(texts), ensure_ascii=False)[1:-1]
    files = {path: _with_plain_body(file) for path, file in content_of_every_kind(words).items()}
    return build_site(write_site(folder / "content", {**files, "images/town.jpg": jpeg(60, 40)}), site=EVERY_KIND)


def _with_plain_body(file: str | bytes | None) -> str | bytes | None:
    if not isinstance(file, str) or not file.startswith("---"):
        return file
    return f"{file[: file.index(_FENCE) + len(_FENCE)]}You will count bicycles.\n"


def fields_in_parts() -> list[list[str]]:
    """Those texts, as many together as a file may hold; each alone where everything is asked for."""
    parts: list[list[str]] = [[]]
    for text in fields():
        if parts[-1] and (IS_THOROUGH or len(" ".join([*parts[-1], text])) > _ROOM):
            parts.append([])
        parts[-1].append(text)
    return parts
