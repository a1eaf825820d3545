"""Pictures in a real browser: nothing moves when they arrive, and the dark logo is for dark pages alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Route

from tests.browser.reader import Reader
from tests.helpers import build_site, make_event, make_news, make_organisation, make_posting, write_site
from tests.pictures import draw_town, encoded, jpeg

NOW = "2026-03-16 12:00"
PATHS = ("/organisations/", "/organisations/example-network/", "/jobs/x/", "/news/x/", "/events/x/")
SCREENS = {"telephone": {"width": 360, "height": 740}, "desk": {"width": 1280, "height": 900}}
IMAGE = "{file: images/town.jpg, alt: A town, credit: A. Example}"
BODY = "Words.\n\n![A town](images/town.jpg)\n\nMore.\n\n![A mark](images/light.svg)\n\nAnd more.\n"
_SHIFTS = """() => {
  window.moved = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((each) => { window.moved += each.value; }))
    .observe({ type: "layout-shift", buffered: true });
}"""


def drawing(colour: str) -> str:
    circle = f'<circle cx="50" cy="50" r="45" fill="{colour}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">{circle}</svg>'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files: dict[str, str | bytes | None] = {
        "organisations/example-network.md": make_organisation(
            BODY, logo="{file: images/light.svg, alt: A logo, dark: images/dark.svg}"
        ),
        "organisations/second.md": make_organisation(
            name="Second", logo="{file: images/light.png, alt: A logo, dark: images/dark.png}"
        ),
        "organisations/third.md": make_organisation(name="Third", logo="{file: images/tall.png, alt: A logo}"),
        "postings/x.md": make_posting(BODY, image=IMAGE),
        "news/x.md": make_news(BODY, image=IMAGE, assets=f"[{IMAGE[:-1]}, title: A town}}]"),
        "events/x.md": make_event(BODY, image=IMAGE),
        "images/town.jpg": jpeg(2000, 1300),
        "images/light.svg": drawing("#000"),
        "images/dark.svg": drawing("#fff"),
        "images/light.png": encoded(draw_town(600, 200), "PNG"),
        "images/dark.png": encoded(draw_town(600, 200, seed=9), "PNG"),
        "images/tall.png": encoded(draw_town(200, 900), "PNG"),
    }
    return build_site(write_site(tmp_path_factory.mktemp("pictures") / "content", files))


def late(route: Route) -> None:
    """A picture on a slow line."""
    time.sleep(0.2)
    route.continue_()


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_moves_when_pictures_arrive(screen: str, site: dict[str, bytes], read: Callable[..., Reader]) -> None:
    reader = read(site, NOW, viewport=SCREENS[screen])
    reader.page.add_init_script(f"({_SHIFTS})()")
    reader.page.route("**/{pictures,media}/**", late)
    for path in PATHS:
        reader.page.goto(path, wait_until="load")
        for _ in range(4):
            reader.page.mouse.wheel(0, 600)
            reader.page.wait_for_timeout(150)
        reader.page.wait_for_load_state("networkidle")
        assert reader.page.evaluate("window.moved") < 0.001, path
        assert reader.page.evaluate("[...document.images].every((each) => each.naturalWidth > 0)"), path


def asked_for(reader: Reader) -> Iterator[str]:
    """The logos that are shown, by the files they come from."""
    yield from reader.page.eval_on_selector_all(".logo img", "(all) => all.map((each) => each.currentSrc)")


@pytest.mark.parametrize(("scheme", "shown", "others"), [("light", "light", "dark"), ("dark", "dark", "light")])
def test_a_reader_gets_the_logo_of_the_scheme_and_no_other(
    scheme: str, shown: str, others: str, site: dict[str, bytes], read: Callable[..., Reader]
) -> None:
    reader, asked = read(site, NOW, color_scheme=scheme), list[str]()
    reader.page.on("request", lambda made: asked.append(made.url))
    reader.open("/organisations/")
    reader.page.wait_for_load_state("networkidle")
    files = [address.split("/images/")[1].split("/")[0] for address in asked_for(reader)]
    assert files == [f"{shown}.svg", f"{shown}.png", "tall.png"]
    assert [address for address in asked if f"/images/{others}." in address] == []


def test_logos_have_one_height_and_keep_their_shape(site: dict[str, bytes], read: Callable[..., Reader]) -> None:
    reader = read(site, NOW)
    reader.open("/organisations/")
    boxes = [each.bounding_box() for each in reader.page.query_selector_all(".logo img")]
    assert [round(each["height"]) for each in boxes if each] == [64, 64, 64]
    assert all(each["width"] <= 192 for each in boxes if each)
