"""Texts that mean harm in Chromium with the policy of pages taken off: nothing runs, on opening or on any click."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from jobboard.source.markdown.convert import Engine
from jobboard.source.markdown.sanitise import SCHEMES
from tests.outputs.final import texts_in
from tests.outputs.hostile_site import IS_THOROUGH, fields_in_parts, site_of_bodies, site_of_fields
from tests.pictures import jpeg

_HOME = "http://board.example"
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_ALL = re.compile(r".*\.(?:html|json|xml)")
_PAGES = (
    _ALL
    if IS_THOROUGH
    else re.compile(r"(?:(?:jobs/closed-|news/|events/|organisations/)[^/]+|[^/]+|jobs/x)/index\.html")
)
_ELSEWHERE = re.compile(r"feeds/all\.json|jobs\.xml")
_PICTURE = jpeg(6, 4)
_AT_ONCE = 30
"""Pages that are opened side by side."""

_TELL = """
window.ran = [];
window.alert = window.confirm = window.prompt = () => { top.ran.push(location.href + " " + (document.title || "")); };
"""
_EVENTS = ("mouseover", "mouseenter", "focus", "focusin", "keydown", "animationstart", "toggle", "pointerover", "error")
_TRY = """
async ({ events, schemes }) => {
  const odd = [];
  for (const frame of document.querySelectorAll("iframe")) {
    const inner = frame.contentDocument;
    const name = frame.getAttribute("src") || frame.srcdoc.slice(0, 80);
    if (!inner?.body) { odd.push(`${name}: went elsewhere`); continue; }
    inner.addEventListener("click", (event) => {
      const link = event.target.closest?.("a");
      if (link && schemes.includes(link.protocol)) event.preventDefault();
    });
    for (const each of inner.querySelectorAll("*")) {
      for (const { name: attribute } of each.attributes)
        if (attribute.startsWith("on")) odd.push(`${name}: ${each.localName} ${attribute}`);
      for (const event of events) each.dispatchEvent(new Event(event, { bubbles: true }));
      if (each.protocol === undefined || !each.hasAttribute("href")) continue;
      if (!schemes.includes(each.protocol)) odd.push(`${name}: ${each.href}`);
      each.click();
    }
  }
  await new Promise((done) => setTimeout(done, 50));
  return [...odd, ...window.ran.map((where) => `ran: ${where}`)];
}
"""


class Shown:
    """Shows pages of a site and texts of its other files in frames, and tries all that can be tried on them."""

    def __init__(self, browser: Browser, site: Mapping[str, bytes]) -> None:
        self._site = site
        self._context: BrowserContext = browser.new_context(base_url=_HOME, service_workers="block")
        self._context.add_init_script(_TELL)
        self._context.route("**/*", self._answer)
        self._page: Page = self._context.new_page()
        self._frames = ""
        self.asked: list[str] = []

    def faults(self, frames: list[str]) -> list[str]:
        """What ran, and what would have."""
        found = []
        for at in range(0, len(frames), _AT_ONCE):
            self._frames = "".join(frames[at : at + _AT_ONCE])
            self._page.goto("/frames")
            schemes = [f"{each}:" for each in (*SCHEMES, "webcal")]
            found += self._page.evaluate(_TRY, {"events": _EVENTS, "schemes": schemes})
        return found

    def leave(self) -> None:
        self._context.close()

    def _answer(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        path = address.path.removeprefix("/")
        path = f"{path}index.html" if path == "" or path.endswith("/") else path
        if f"{address.scheme}://{address.netloc}" != _HOME:
            self.asked.append(route.request.url)
            route.abort()
        elif path == "frames":
            route.fulfill(body=f"<!doctype html><title>x</title>{self._frames}", content_type="text/html")
        elif path.endswith(".html") and path in self._site:
            route.fulfill(body=_POLICY.sub(b"", self._site[path]), content_type="text/html; charset=utf-8")
        elif path.endswith(".jpg"):
            route.fulfill(body=_PICTURE, content_type="image/jpeg")
        else:  # the theme's files are not what is tried here
            route.fulfill(status=404, body="")


@pytest.fixture
def show(chromium: Browser) -> Iterator[type[Shown]]:
    """Makes a `Shown` that is closed in the end."""
    made: list[Shown] = []

    def make(site: Mapping[str, bytes]) -> Shown:
        made.append(Shown(chromium, site))
        return made[-1]

    yield make
    for each in made:
        each.leave()


def _frames_of(site: Mapping[str, bytes]) -> list[str]:
    """The pages that hold the texts, and the texts as they are read elsewhere, each once."""
    pages = [path for path, data in site.items() if _PAGES.fullmatch(path) and b'http-equiv="refresh"' not in data]
    others = [path for path in site if (_ALL if IS_THOROUGH else _ELSEWHERE).fullmatch(path)]
    texts = {text for path in others for text in texts_in(path, site[path])}
    frames = [f'<iframe src="/{path.removesuffix("index.html")}"></iframe>' for path in pages]
    return frames + [f'<iframe srcdoc="{escape(text)}"></iframe>' for text in sorted(texts)]


@pytest.mark.parametrize("engine", Engine)
def test_nothing_runs_in_a_browser_without_the_policy(engine: Engine, show: type[Shown], tmp_path: Path) -> None:
    site, _ = site_of_bodies(tmp_path, engine)
    shown = show(site)
    assert shown.faults(_frames_of(site)) == []
    assert [each for each in shown.asked if "hub.example" not in each] == []


@pytest.mark.parametrize("texts", fields_in_parts())
def test_nothing_runs_that_stands_in_a_field(texts: list[str], show: type[Shown], tmp_path: Path) -> None:
    site = site_of_fields(tmp_path, texts)
    shown = show(site)
    assert shown.faults(_frames_of(site)) == []
    assert [each for each in shown.asked if "hub.example" not in each] == []


def test_what_would_run_is_seen(show: type[Shown]) -> None:
    texts = (
        "<a href='javascript:alert(1)'>x</a>",
        "<img src=/none onerror=alert(1)>",
        "<b onmouseover=alert(1)>x</b>",
        "<script>alert(1)</script>",
        "<a href='data:text/html,x'>x</a>",
    )
    for text in texts:
        assert show({}).faults([f'<iframe srcdoc="{escape(text)}"></iframe>']) != [], json.dumps(text)
