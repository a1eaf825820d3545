"""Whatever names a picture, a field or a text: pages show it in sizes, with its own size, and never as it was given.

The fields are those that are declared, so that a new one is among them.
"""

from __future__ import annotations

import functools
import io
import re
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from jobboard.board.files import named_files
from jobboard.model.fields.field import declarations
from jobboard.model.fields.values import FILE
from jobboard.model.kinds import RECORDS
from jobboard.outputs.widths import LOGO_WIDTHS, WIDTHS
from tests.fields import Field, every_field, make_item
from tests.given import given
from tests.helpers import build_site, write_site
from tests.pictures import draw_town, encoded
from tests.planted import SECRET, camera_notes

_WIDE = 2000
_ENDINGS = ("jpg", "png", "avif", "webp")
_FILE = re.compile(r"(?:images|files)/[\w-]+\.\w+")


def record_around(field: Field) -> type:
    """The record that has the field."""
    record = field.way[-2][1].type.record if len(field.way) > 1 else RECORDS[field.folder]
    assert record is not None
    return record


NAMING = [each for each in every_field() if each.declaration.type is FILE]
PICTURED = [each for each in NAMING if "alt" in declarations(record_around(each))]
"""The fields of records that say what a picture shows."""


@functools.cache
def large(form: str) -> bytes:
    return encoded(draw_town(_WIDE, 1200), form.upper().replace("JPG", "JPEG"), exif=camera_notes())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where all sites here are built, one over the other: a picture that the last one had is not packed again."""
    return tmp_path_factory.mktemp("place")


def built(folder: Path, field: Field, ending: str, place: Path) -> tuple[dict[str, bytes], str]:
    """A site with that field given, and the path of the picture it names."""
    texts = dict(given(field).given)
    paths = {path: f"images/{number}.{ending}" for number, path in enumerate(dict.fromkeys(_paths(texts)))}
    for name, text in texts.items():
        texts[name] = text and _FILE.sub(lambda found: paths[found[0]], text)
    item = {f"{field.folder}/{_name(field.folder)}.md": make_item(field.folder, **texts)}
    content = write_site(folder / "content", {**item, **dict.fromkeys(paths.values(), large(ending))})
    return build_at(place, content), paths[field.declaration.example]


def build_at(place: Path, content: Path) -> dict[str, bytes]:
    return build_site(content, output=place / "output", cache=place / "cache")


def _name(folder: str) -> str:
    return "culture" if folder == "topics" else "example-network"


def _paths(texts: dict[str, str | None]) -> list[str]:
    return [path for text in texts.values() for path in _FILE.findall(text or "")]


def test_there_are_such_fields() -> None:
    assert {str(each) for each in PICTURED} >= {
        *("postings.image.file", "news.image.file", "news.assets.file", "news.embeds.image.file", "events.image.file"),
        *("organisations.logo.file", "organisations.logo.dark"),
    }


@pytest.mark.parametrize("field", PICTURED, ids=str)
@pytest.mark.parametrize("ending", _ENDINGS)
def test_every_field_that_names_a_picture_has_it_shown_in_sizes(
    field: Field, ending: str, tmp_path: Path, place: Path
) -> None:
    site, path = built(tmp_path, field, ending, place)
    steps = LOGO_WIDTHS if ".logo." in str(field) else WIDTHS
    expected = {f"pictures/{path}/{width}.{form}" for width in steps for form in ("avif", "webp")}
    assert expected <= site.keys()
    assert shown_in(site, path) >= {f"/{each}" for each in expected}
    check_shown(site)


@pytest.mark.parametrize("folder", RECORDS)
def test_every_text_shows_its_pictures_in_sizes(folder: str, tmp_path: Path, place: Path) -> None:
    body = '![A town](images/a.png) and <img src="images/b.png" alt="B" width="90">\n'
    files = {
        f"{folder}/{_name(folder)}.md": make_item(folder, body),
        "images/a.png": large("png"),
        "images/b.png": large("png"),
    }
    site = build_at(place, write_site(tmp_path / "content", files))
    for path in ("images/a.png", "images/b.png"):
        expected = {f"/pictures/{path}/{width}.{form}" for width in WIDTHS for form in ("avif", "webp")}
        assert expected <= shown_in(site, path)
    check_shown(site)
    assert [path for path in site if path.startswith("media/")] == []


def shown_in(site: dict[str, bytes], path: str) -> set[str]:
    """What pages offer of a picture."""
    return {
        file.split()[0]
        for page in pages(site)
        for source in page.iter("source")
        for file in source.get("srcset").split(", ")
        if f"/{path}/" in file
    }


def check_shown(site: dict[str, bytes]) -> None:
    """Every picture that a page shows has a size, is no larger than is needed, and says nothing of its maker."""
    for page in pages(site):
        for img in page.iter("img"):
            assert img.get("width"), html.tostring(img)
            assert img.get("height"), html.tostring(img)
            with Image.open(io.BytesIO(site[img.get("src")[1:]])) as picture:
                assert picture.width <= 1200
    assert [path for path, data in site.items() if SECRET in data] == []


def pages(site: dict[str, bytes]) -> list[html.HtmlElement]:
    return [html.document_fromstring(data.decode()) for path, data in site.items() if path.endswith(".html")]


def test_what_is_shown_is_told_from_what_is_offered() -> None:
    """A record whose picture needs words is shown and never handed out; one without room for them the other way."""
    for record in {record_around(field) for field in NAMING}:
        declared = declarations(record)
        filled = {name: "a.png" for name, each in declared.items() if each.required or each.type is FILE}
        is_shown_alone = "alt" in declared and bool(declared["alt"].required)
        for named in named_files(record(**filled)):
            assert (named.is_offered, named.is_shown) == (not is_shown_alone, "alt" in declared), record
