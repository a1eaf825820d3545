"""A board under random editing: after every change an incremental build must equal a clean one, byte for byte."""

from __future__ import annotations

import dataclasses
import functools
import os
import re
import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.engine.every_field import forget_what_was_made
from tests.helpers import REPOSITORY, SITE, at, make_event, make_news, make_organisation, make_posting, read_tree
from tests.pictures import draw_town, encoded

from jobboard.model.fields.field import Shared, declarations
from jobboard.model.kinds import RECORDS
from jobboard.outputs.page.html import Theme
from jobboard.pipeline.build import ContentError, Job, bring_up_to_date
from jobboard.settings.theme import load_theme

NAMES = ("alpha", "beta", "gamma", "delta")
ORGANISATIONS = ("north", "south")
START = at("2026-03-10 12:00")
STEPS = (
    timedelta(0),
    timedelta(microseconds=1),
    timedelta(hours=11),
    timedelta(days=3),
    timedelta(days=40),
    timedelta(days=-5),
)
CHANGES = ("pages", "name", "url", "feeds", "retention", "embeds")
PROCESSORS = 2 if "JOBBOARD_SEQUENCES" in os.environ else 1
"""A build of so few files is shared among processes in the long run alone: to start them takes longer than it does."""

words = st.sampled_from(["Analyst", "Officer & friend", "Stagiaire <b>", "Head of news", "Trainee"])
days = st.integers(1, 28).map(lambda day: f"2026-03-{day:02}")
bodies = st.sampled_from(
    [
        "Work.",
        "See [beta](postings/beta.md).",
        "At [south](organisations/south.md), [a](a.txt).",
        "Ask a@example.org.",
        "![Logo](images/logo.png)",
        "",
    ]
)
postings = st.fixed_dictionaries(
    {
        "title": words.map(lambda text: f'"{text}"'),
        "organisation": st.sampled_from(["north", "south", "[south, north]"]),
        "published": days,
        "deadline": st.sampled_from(["2026-03-31", '"2026-03-20 17:00"', "2026-06-30", "2026-03-29"]),
        "deadline_was": st.sampled_from([None, None, "{deadline: 2026-03-18, changed: 2026-03-20}"]),
        "kind": st.sampled_from([None, "traineeship"]),
        "topics": st.sampled_from([None, "[culture]", "[mobility, culture]"]),
        "place": st.sampled_from([None, "{city: Ghent, country: BE}", "{city: Lille, country: FR}"]),
        "lang": st.sampled_from([None, "fr"]),
        "updated": st.sampled_from([None, "2026-03-12", "2026-04-20"]),
        "closed": st.sampled_from([None, None, "{on: 2026-03-28, because: filled}"]),
        "reopened": st.sampled_from([None, None, None, "{on: 2026-03-30, was: {on: 2026-03-29, because: filled}}"]),
        "review_was": st.sampled_from([None, None, None, "{review_by: 2026-03-11, changed: 2026-03-13}"]),
        "status": st.sampled_from([None, None, None, "draft"]),
        "image": st.sampled_from([None, None, "{file: images/logo.png, alt: Logo}"]),
        "translation_of": st.sampled_from([None, None, None, "alpha"]),
        "body": bodies,
    }
)
news = st.fixed_dictionaries(
    {
        "title": words.map(lambda text: f'"{text}"'),
        "organisations": st.sampled_from(["[north]", "[south, north]"]),
        "published": days,
        "expires": st.sampled_from([None, "2026-04-02"]),
        "related": st.sampled_from([None, "[beta]"]),
        "kind": st.sampled_from([None, "press-release"]),
        "image": st.sampled_from([None, "{file: images/logo.png, alt: Logo}"]),
        "assets": st.sampled_from([None, "[{file: images/logo.png, title: Logo, alt: Logo}, {file: a.txt, title: A}]"]),
        "quotes": st.sampled_from([None, "[{text: Yes., name: A. Example, organisation: south}]"]),
        "body": bodies,
    }
)

events = st.fixed_dictionaries(
    {
        "title": words.map(lambda text: f'"{text}"'),
        "organisations": st.sampled_from(["[north]", "[south, north]"]),
        "published": days,
        "starts": st.sampled_from(["2026-03-29", "2026-03-20", '"2026-03-24 14:00"']),
        "place": st.sampled_from([None, "{city: Ghent, country: BE}"]),
        "register": st.sampled_from([None, "{url: https://example.org/r, deadline: 2026-03-18}"]),
        "speakers": st.sampled_from([None, "[{name: A. Example, organisation: south}]"]),
        "topics": st.sampled_from([None, "[culture]"]),
        "updated": st.sampled_from([None, "2026-03-17"]),
        "status": st.sampled_from([None, None, "draft", "cancelled", "postponed"]),
        "reopened": st.sampled_from([None, None, "{on: 2026-03-16, was: cancelled}"]),
        "lang": st.sampled_from([None, "fr"]),
        "translation_of": st.sampled_from([None, None, "alpha"]),
        "image": st.sampled_from([None, "{file: images/logo.png, alt: Logo}"]),
        "body": bodies,
    }
)


class Editing(RuleBasedStateMachine):
    """Edits a small board at random; `check` builds it twice, in place and from nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.content, self.output, self.cache = (self.folder / name for name in ("content", "output", "cache"))
        self.now, self.site, self.theme_variant = START, SITE, ""
        self.until: datetime | None = None
        self.is_harmed = False

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize()
    def start(self) -> None:
        for name in ORGANISATIONS:
            self.write(f"organisations/{name}.md", make_organisation(name=name.capitalize()))
        self.write("topics.yaml", "culture: {en: Culture}\nmobility: {en: Mobility}\n")
        for name in NAMES[:3]:
            body = "See [beta](postings/beta.md)." if name == "alpha" else "Work."
            self.write(f"postings/{name}.md", make_posting(organisation="north", topics="[culture]", body=body))
        self.write("news/beta.md", make_news(organisations="[north]"))
        (self.content / "images").mkdir()
        shutil.copy(REPOSITORY / "tests/sites/full/content/images/logo.png", self.content / "images/logo.png")
        self.write("a.txt", "A file for the press.\n")

    @rule(name=st.sampled_from(NAMES), fields=postings)
    def write_posting(self, name: str, fields: dict[str, str | None]) -> None:
        self.write(f"postings/{name}.md", make_posting(**self.translated("postings", name, fields)))

    @rule(name=st.sampled_from(NAMES), title=words)
    def retitle(self, name: str, title: str) -> None:
        file = self.content / f"postings/{name}.md"
        if file.exists():
            file.write_text(re.sub(r"^title: .*$", f'title: "{title}"', file.read_text(), count=1, flags=re.MULTILINE))

    @rule(name=st.sampled_from(NAMES), fields=news)
    def write_news(self, name: str, fields: dict[str, str | None]) -> None:
        self.write(f"news/{name}.md", make_news(**fields))

    @rule(name=st.sampled_from(NAMES), fields=events)
    def write_event(self, name: str, fields: dict[str, str | None]) -> None:
        self.write(f"events/{name}.md", make_event(**self.translated("events", name, fields)))

    @rule(folder=st.sampled_from(["postings", "news", "events"]), name=st.sampled_from(NAMES))
    def remove(self, folder: str, name: str) -> None:
        (self.content / folder / f"{name}.md").unlink(missing_ok=True)

    @rule(old=st.sampled_from(NAMES), new=st.sampled_from(NAMES), tell=st.booleans(), is_back=st.booleans())
    def rename(self, old: str, new: str, tell: bool, is_back: bool) -> None:
        source, back = self.content / f"postings/{old}.md", f"{new}, " if is_back else ""
        if source.exists() and old != new:
            text = source.read_text()
            source.unlink()
            self.write(
                f"postings/{new}.md",
                text.replace("---\n", f"---\nformerly: [{back}{old}]\n", 1)
                if tell and "formerly" not in text
                else text,
            )

    @rule(
        name=st.sampled_from(ORGANISATIONS), title=words, zone=st.sampled_from([None, "Asia/Tokyo"]), part=st.booleans()
    )
    def change_organisation(self, name: str, title: str, zone: str | None, part: bool) -> None:
        part_of = "north" if part and name == "south" else None
        self.write(
            f"organisations/{name}.md", make_organisation(name=f'"{title}"', timezone=zone, part_of=part_of, body=title)
        )

    @rule(name=words, id_=st.sampled_from(["culture", "arts"]))
    def rename_topic(self, name: str, id_: str) -> None:
        formerly = ", formerly: [culture]" if id_ != "culture" else ""
        self.write("topics.yaml", f'{id_}: {{en: "{name}"{formerly}}}\nmobility: {{en: Mobility}}\n')

    @rule(pixel=st.integers(0, 255))
    def change_picture(self, pixel: int) -> None:
        if (self.content / "images/logo.png").exists():
            (self.content / "images/logo.png").write_bytes(encoded(draw_town(30, 20, seed=pixel), "PNG"))

    @rule()
    def move_picture(self) -> None:
        here, away = self.content / "images/logo.png", self.content / "images/away.png"
        (here if here.exists() else away).rename(away if here.exists() else here)

    @rule(variant=st.sampled_from(["", "cards", "base", "posting", "css"]))
    def change_theme(self, variant: str) -> None:
        self.theme_variant = variant

    @rule(change=st.sampled_from(CHANGES))
    def change_settings(self, change: str) -> None:
        changed = {
            "pages": {"page_size": 2},
            "name": {"name": "Another Hub"},
            "url": {"url": "https://moved.example/sub"},
            "feeds": {"feed_size": 2},
            "retention": {"retention_days": 5},
            "embeds": {"has_embeds": True},
        }[change]
        self.site = dataclasses.replace(SITE, **changed)

    @rule(step=st.sampled_from(STEPS))
    def move_clock(self, step: timedelta) -> None:
        self.now = self.now + step if step else START

    @rule()
    def wait_for_the_next_change(self) -> None:
        self.now = self.until or self.now

    @rule(
        path=st.sampled_from(["index.html", "jobs/alpha/index.html", "feeds/jobs.rss.xml", "jobs.xml", "jobs.json"]),
        how=st.sampled_from(["edit", "empty", "remove"]),
    )
    def harm_output(self, path: str, how: str) -> None:
        file = self.output / path
        if file.exists():
            self.is_harmed = True
            file.unlink() if how == "remove" else file.write_bytes(file.read_bytes()[::-1] if how == "edit" else b"")

    @rule(what=st.sampled_from(["documents", "ledger", "chunks", "everything"]))
    def lose_cache(self, what: str) -> None:
        for file in self.cache.glob("*") if self.cache.exists() else ():
            if what == "everything" or file.name.startswith(what):
                file.write_bytes(b"spoiled") if what != "everything" else file.unlink()

    @rule()
    def touch_everything(self) -> None:
        for file in self.content.rglob("*.md"):
            os.utime(file)

    @invariant()
    @patch("jobboard.pipeline.workers.available", lambda: PROCESSORS)
    def check(self) -> None:
        if not self.content.exists():
            return
        before = read_tree(self.output) if self.output.exists() else {}
        forget_what_was_made()
        try:
            built = bring_up_to_date(self.job(self.output, self.cache))
        except ContentError:
            assert before == (read_tree(self.output) if self.output.exists() else {})
            return
        forget_what_was_made()
        with tempfile.TemporaryDirectory() as clean:
            try:
                anew = bring_up_to_date(self.job(Path(clean) / "output", Path(clean) / "cache"))
            except ContentError as refusal:
                raise AssertionError("a clean build refuses what was built") from refusal
            expected, actual = read_tree(Path(clean) / "output"), read_tree(self.output)
        assert (anew.problems, anew.next_change) == (built.problems, built.next_change)
        self.until = anew.next_change
        assert sorted(expected) == sorted(actual)
        assert [path for path in expected if expected[path] != actual[path]] == []

    def job(self, output: Path, cache: Path) -> Job:
        theme = theme_with(self.theme_variant)
        return Job(site=self.site, now=self.now, theme=theme, content=self.content, output=output, cache=cache)

    def translated(self, folder: str, name: str, fields: dict[str, str | None]) -> dict[str, str | None]:
        """The fields, made those of a translation only where it is one: a board with problems is never built.

        So a posting is opened again only where it is open for long after that.
        """
        if folder == "postings" and (fields["deadline"] != "2026-06-30" or fields["closed"]):
            fields = {**fields, "reopened": None}
        if fields["translation_of"] and name != "alpha" and (self.content / folder / "alpha.md").exists():
            declared = declarations(RECORDS[folder])
            shared = dict.fromkeys(name for name, each in declared.items() if each.shared is not Shared.OWN)
            return {**fields, **shared, "lang": "fr"}
        return {**fields, "translation_of": None}

    def write(self, path: str, text: str) -> None:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


@functools.cache
def theme_with(variant: str) -> Theme:
    """The project's theme with one of its files changed."""
    files = {"cards": "templates/macros/cards.html", "base": "templates/base.html", "posting": "templates/posting.html"}
    with tempfile.TemporaryDirectory() as folder:
        theme = Path(folder) / "theme"
        shutil.copytree(REPOSITORY / "theme", theme)
        if variant == "css":
            (theme / "static/css/99-more.css").write_text("p { margin: 0; }\n")
        elif variant:
            file = theme / files[variant]
            file.write_text(
                file.read_text().replace("<article", "<article data-more", 1).replace("<main", "<main data-more", 1)
            )
        return load_theme(theme)
