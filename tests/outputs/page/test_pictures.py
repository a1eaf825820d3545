"""Pictures: their sizes on pages, their outputs, what is taken out of them, and which are refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from jobboard.outputs.page.pictures import Encoded
from jobboard.outputs.widths import widths_of
from jobboard.pipeline import check as checking
from jobboard.pipeline.report import Form, render_problems
from jobboard.source.pictures.metadata import without_metadata
from jobboard.source.pictures.picture import Measured, PictureError
from jobboard.source.pictures.size import measure
from tests.helpers import (
    NOW,
    SITE,
    at,
    build_site,
    make_event,
    make_introduction,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    write_site,
)
from tests.outputs.reading import document, find
from tests.pictures import bomb, draw_town, encoded, jpeg, with_camera_notes

PAGE = "news/bridge/index.html"
_NAMES = {"WEBP": "WebP"} | {form: form for form in ("JPEG", "PNG", "AVIF", "GIF")}
WITH_PICTURE = make_news(image="{file: images/bridge.jpg, alt: A bridge, credit: A. Example}")


def build_bridge(folder: Path, picture: bytes, news: str = WITH_PICTURE) -> dict[str, bytes]:
    return build_site(write_site(folder / "content", {"news/bridge.md": news, "images/bridge.jpg": picture}))


def told(folder: Path, files: dict[str, str | bytes]) -> str:
    return render_problems(checking.check(write_site(folder / "content", files), SITE, NOW).problems, Form.TEXT)


@pytest.mark.parametrize(
    ("width", "expected"),
    [(200, (200,)), (480, (480,)), (500, (500,)), (1200, (480, 960, 1200)), (1700, (480, 960, 1600))],
)
def test_a_picture_is_never_made_wider_than_it_is(width: int, expected: tuple[int, ...]) -> None:
    assert widths_of(Measured(width=width, height=100, form="JPEG")) == expected


def test_a_page_offers_a_picture_in_two_forms_and_several_widths(tmp_path: Path) -> None:
    site = build_bridge(tmp_path, jpeg(1200, 800))
    (picture,) = find(document(site, PAGE), "picture")
    assert [(each.get("type"), each.get("srcset")) for each in find(picture, "source")] == [
        (
            f"image/{ending}",
            ", ".join(f"/pictures/images/bridge.jpg/{width}.{ending} {width}w" for width in (480, 960, 1200)),
        )
        for ending in ("avif", "webp")
    ]
    (img,) = find(picture, "img")
    assert (img.get("src"), img.get("alt"), img.get("width"), img.get("height")) == (
        "/pictures/images/bridge.jpg/preview.jpg",
        "A bridge",
        "1200",
        "800",
    )


@pytest.mark.parametrize("ending", ["avif", "webp"])
def test_every_picture_offered_is_there_and_as_wide_as_it_says(tmp_path: Path, ending: str) -> None:
    site = build_bridge(tmp_path, jpeg(1200, 800))
    for width in (480, 960, 1200):
        with Image.open(io.BytesIO(site[f"pictures/images/bridge.jpg/{width}.{ending}"])) as picture:
            assert (picture.size, picture.format) == ((width, width * 2 // 3), ending.upper())


def test_pictures_of_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    assert build_bridge(tmp_path / "a", jpeg()) == build_bridge(tmp_path / "b", jpeg())


def test_a_picture_that_changes_is_made_anew_and_nothing_else_is(tmp_path: Path) -> None:
    before = build_bridge(tmp_path, jpeg(600, 400))
    after = build_bridge(tmp_path, encoded(draw_town(600, 400, seed=99)))
    assert {path for path in after if after[path] != before.get(path)} == {
        "pictures/images/bridge.jpg/preview.jpg",
        *(f"pictures/images/bridge.jpg/{width}.{ending}" for width in (480, 600) for ending in ("avif", "webp")),
    }


def test_the_card_of_social_networks_knows_the_pictures_size(tmp_path: Path) -> None:
    page = document(build_bridge(tmp_path, jpeg(1200, 800)), PAGE)
    said = {each.get("property") or each.get("name"): each.get("content") for each in find(page, "meta")}
    assert {name: said[name] for name in said if name and name.startswith(("og:image", "twitter", "article"))} == {
        "article:published_time": "2026-03-02T00:00:00+01:00",
        "article:modified_time": "2026-03-02T00:00:00+01:00",
        "twitter:card": "summary_large_image",
        "og:image": "https://hub.example/pictures/images/bridge.jpg/preview.jpg",
        "og:image:type": "image/jpeg",
        "og:image:width": "1200",
        "og:image:height": "800",
        "og:image:alt": "A bridge",
    }


def test_names_with_spaces_and_commas_are_written_so_that_a_list_of_widths_can_be_read(tmp_path: Path) -> None:
    news = make_news(image='{file: "images/a, b.jpg", alt: A bridge}')
    site = build_site(write_site(tmp_path / "content", {"news/bridge.md": news, "images/a, b.jpg": jpeg(400, 300)}))
    source = find(document(site, PAGE), "source")[0]
    assert source.get("srcset") == "/pictures/images/a%2C%20b.jpg/400.avif 400w"
    assert "pictures/images/a, b.jpg/400.avif" in site


def test_what_a_camera_wrote_is_nowhere_in_the_site(tmp_path: Path) -> None:
    notes = (b"Secretcam", b"Secret Person", b"secret comment")
    assert all(note in with_camera_notes() for note in notes)
    site = build_bridge(
        tmp_path, with_camera_notes(), make_news("![A bridge](images/bridge.jpg) [it](images/bridge.jpg)")
    )
    assert "media/images/bridge.jpg" in site
    site |= build_bridge(tmp_path, with_camera_notes())
    assert [path for path, data in site.items() for note in notes if note in data] == []


def test_taking_out_notes_leaves_every_pixel_as_it_was() -> None:
    for data in (with_camera_notes(), encoded(draw_town(80, 60), "PNG"), encoded(draw_town(80, 60), "WEBP")):
        with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(without_metadata(data))) as after:
            assert before.tobytes() == after.tobytes()


@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF"])
def test_notes_leave_other_forms_too(form: str) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Secret Person"
    data = encoded(draw_town(80, 60), form, exif=exif)
    assert b"Secret Person" in data
    assert b"Secret Person" not in without_metadata(data)
    with Image.open(io.BytesIO(without_metadata(data))) as picture:
        assert picture.size == (80, 60)


def test_a_picture_on_its_side_is_measured_and_made_upright() -> None:
    data = with_camera_notes(orientation=6)
    assert measure(data) == Measured(width=400, height=600, form="JPEG")
    with Image.open(io.BytesIO(Encoded(form="WEBP", width=200).express(data))) as picture:
        assert (picture.size, dict(picture.getexif())) == ((200, 300), {})
    with Image.open(io.BytesIO(without_metadata(data))) as picture:
        assert dict(picture.getexif()) == {0x0112: 6}


def test_a_picture_that_moves_keeps_its_form(tmp_path: Path) -> None:
    frames = [draw_town(90, 60, seed=seed).quantize(8) for seed in (1, 2)]
    site = build_bridge(tmp_path, encoded(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert find(document(site, PAGE), "source") == []
    assert [each.get("src") for each in find(document(site, PAGE), "img")] == ["/media/images/bridge.jpg"]
    made = ["480.webp", "preview.jpg"]  # for cards and for elsewhere, where it stands still
    assert sorted(path for path in site if path.startswith("pictures/")) == [
        f"pictures/images/bridge.jpg/{each}" for each in made
    ]


def test_a_picture_that_would_fill_the_memory_is_refused_at_its_line(tmp_path: Path) -> None:
    expected = (
        "content/news/bridge.md:5: image.file: 'images/bridge.jpg': the picture has more than 50 million pixels; "
        "make it smaller: 3000 pixels across are enough for any page, and for print"
    )
    assert told(tmp_path, {"news/bridge.md": WITH_PICTURE, "images/bridge.jpg": bomb()}) == expected
    assert told(tmp_path, {"news/bridge.md": WITH_PICTURE, "images/bridge.jpg": bomb(8000, 8000)}) == expected


def test_a_picture_that_changes_under_a_posting_that_does_not_is_looked_at_again(tmp_path: Path) -> None:
    posting = make_posting(image="{file: images/b.jpg, alt: B}")
    content = write_site(tmp_path / "content", {"postings/data-analyst.md": posting, "images/b.jpg": jpeg(90, 60)})
    for data, fields in ((jpeg(120, 60), []), (b"torn", ["image.file"]), (jpeg(150, 60), [])):
        (content / "images/b.jpg").write_bytes(data)
        found = checking.check(content, SITE, NOW, cache=tmp_path / "cache").problems
        assert [problem.field for problem in found if problem.level == "problem"] == fields


def test_a_file_that_is_no_picture_is_refused_at_its_line(tmp_path: Path) -> None:
    assets = "[{file: images/a.pdf, title: A}, {file: images/b.png, title: B, alt: B}]"
    files = {"news/bridge.md": make_news(assets=assets), "images/a.pdf": b"%PDF", "images/b.png": b"<svg>"}
    assert told(tmp_path, files) == (
        "content/news/bridge.md:5: assets.2.file: 'images/b.png': this is no picture that can be read; "
        "save it anew as JPEG, PNG or WebP"
    )


def test_a_picture_for_the_press_needs_its_description(tmp_path: Path) -> None:
    files = {"news/bridge.md": make_news(assets="[{file: images/b.jpg, title: B}]"), "images/b.jpg": jpeg(90, 60)}
    assert told(tmp_path, files) == (
        "content/news/bridge.md:5: assets.1.alt: missing; say what the picture shows, for those who cannot see it"
    )


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_picture_that_breaks_off_is_refused_before_anything_is_made_of_it(form: str) -> None:
    whole = encoded(draw_town(200, 100), form)
    assert measure(whole) == Measured(width=200, height=100, form=form)
    with pytest.raises(PictureError, match=rf"^the {_NAMES[form]} breaks off at byte [\d,]+$"):
        measure(whole[: len(whole) * 2 // 3])


def test_a_heavy_file_is_refused() -> None:
    with pytest.raises(PictureError, match="the picture has 26 MB; at most 25 MB fit"):
        measure(jpeg(90, 60) + bytes(26_000_000))


def test_a_telephones_picture_with_previews_is_a_jpeg() -> None:
    frames = [draw_town(90, 60), draw_town(45, 30)]
    data = encoded(frames[0], "MPO", save_all=True, append_images=frames[1:])
    assert measure(data) == Measured(width=90, height=60, form="JPEG")
    assert data.count(b"\xff\xd8\xff") == 2
    assert without_metadata(data).count(b"\xff\xd8\xff") == 1


@pytest.mark.parametrize("text", ["![A bridge](images/b.png)", "See [the plan](images/b.png)."])
@pytest.mark.parametrize("folder", ["postings", "news", "events", "organisations", "pages", "topics"])
def test_a_broken_picture_in_a_text_is_refused_at_its_line(tmp_path: Path, folder: str, text: str) -> None:
    made = {
        "postings": make_posting,
        "news": make_news,
        "events": make_event,
        "organisations": make_organisation,
        "pages": make_page,
        "topics": make_introduction,
    }
    name = "culture" if folder == "topics" else "x"
    written = made[folder](f"A bridge.\n\n{text}\n")
    line = written[: written.index(text)].count("\n") + 1
    files = {f"{folder}/{name}.md": written, "images/b.png": encoded(draw_town(90, 60), "PNG")[:-9]}
    assert told(tmp_path, files) == (
        f"content/{folder}/{name}.md:{line}: body: 'images/b.png': the PNG breaks off at byte 544; "
        "save it anew as JPEG, PNG or WebP"
    )


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><path d="M0 0h300v100z"/></svg>'
LOGO = "organisations/example-network/index.html"


def build_logo(folder: Path, logo: str, **files: str | bytes) -> dict[str, bytes]:
    named = {f"images/{name.replace('_', '.')}": data for name, data in files.items()}
    content = {"organisations/example-network.md": make_organisation(logo=logo), **named}
    return build_site(write_site(folder / "content", content))


def published(site: dict[str, bytes]) -> list[str]:
    return sorted(path for path in site if path.startswith(("media/", "pictures/")))


def test_a_logo_is_published_small_and_never_as_it_was_given(tmp_path: Path) -> None:
    given = encoded(draw_town(2000, 1000).convert("RGBA"), "PNG")
    site = build_logo(tmp_path, "{file: images/a.png, alt: A logo}", a_png=given)
    made = [f"{width}.{ending}" for width in (192, 384, 576) for ending in ("avif", "webp")]
    assert published(site) == sorted(f"pictures/images/a.png/{name}" for name in (*made, "logo.png"))
    for page in (LOGO, "organisations/index.html", "index.html"):
        (logo,) = find(document(site, page), "div", class_="logo")
        (img,) = find(logo, "img")
        assert (img.get("src"), img.get("width"), img.get("height")) == (
            "/pictures/images/a.png/logo.png",
            "2000",
            "1000",
        )
    with Image.open(io.BytesIO(site["pictures/images/a.png/logo.png"])) as small:
        assert (small.size, small.mode) == ((576, 288), "RGBA")


def test_a_drawing_is_shown_by_img_with_its_size_and_has_no_other_files(tmp_path: Path) -> None:
    site = build_logo(tmp_path, "{file: images/a.svg, alt: A logo}", a_svg=DRAWING)
    assert published(site) == ["media/images/a.svg"]
    (logo,) = find(document(site, LOGO), "div", class_="logo")
    (img,) = find(logo, "img")
    assert (img.get("src"), img.get("width"), img.get("height")) == ("/media/images/a.svg", "300", "100")
    assert not [
        path for path, data in site.items() if path.endswith(".html") and b"<svg" in data and b"M0 0h300" in data
    ]
    assert b'"logo": "https://hub.example/media/images/a.svg"' in site[LOGO]


@pytest.mark.parametrize(
    ("dark", "expected"),
    [
        ("b.svg", [("", "/media/images/b.svg")]),
        (
            "b.png",
            [
                ("image/avif", "/pictures/images/b.png/150.avif 150w"),
                ("image/webp", "/pictures/images/b.png/150.webp 150w"),
                ("", "/pictures/images/b.png/logo.png"),
            ],
        ),
    ],
)
def test_a_dark_logo_stands_before_the_light_one(dark: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    files = {"a_png": encoded(draw_town(150, 50), "PNG"), "b_png": encoded(draw_town(150, 50), "PNG"), "b_svg": DRAWING}
    site = build_logo(tmp_path, f"{{file: images/a.png, alt: A logo, dark: images/{dark}}}", **files)
    (logo,) = find(document(site, LOGO), "div", class_="logo")
    assert "data-has-dark" in logo.attrib
    sources = [(each.get("media"), each.get("type") or "", each.get("srcset")) for each in find(logo, "source")]
    assert [each[1:] for each in sources if each[0] == "(prefers-color-scheme: dark)"] == expected
    assert [each[0] for each in sources] == ["(prefers-color-scheme: dark)"] * len(expected) + [None, None]


def test_a_link_to_a_page_with_a_drawing_shows_the_card_of_the_page(tmp_path: Path) -> None:
    news = make_news(image="{file: images/a.svg, alt: A plan}")
    site = build_site(write_site(tmp_path / "content", {"news/bridge.md": news, "images/a.svg": DRAWING}))
    (shown,) = (each.get("content") for each in find(document(site, PAGE), "meta", property="og:image"))
    assert shown == "https://hub.example/news/bridge/card.png"


def test_a_preview_is_a_jpeg_of_1200_pixels_on_white(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (2400, 1200), (0, 0, 0, 0))
    site = build_bridge(tmp_path, encoded(clear, "PNG"))
    with Image.open(io.BytesIO(site["pictures/images/bridge.jpg/preview.jpg"])) as preview:
        assert (preview.format, preview.size, preview.getpixel((9, 9))) == ("JPEG", (1200, 600), (255, 255, 255))


@pytest.mark.parametrize("keeps", [True, False])
def test_notes_stay_in_the_file_itself_if_its_author_says_so(keeps: bool, tmp_path: Path) -> None:
    word = "yes" if keeps else "no"
    assets = f"[{{file: images/bridge.jpg, title: A, alt: A, keep_metadata: {word}}}, {{file: images/b.txt, title: B}}]"
    files = {"news/bridge.md": make_news(assets=assets), "images/bridge.jpg": with_camera_notes(), "images/b.txt": "b"}
    site = build_site(write_site(tmp_path / "content", files))
    found = {path for path, data in site.items() if b"Secret Person" in data}
    assert found == ({"media/images/bridge.jpg", "news/bridge/press-kit.zip"} if keeps else set())
    assert (site["media/images/bridge.jpg"] == with_camera_notes()) == keeps


@pytest.mark.parametrize(("now", "is_kept"), [("2026-03-16 12:00", True), ("2026-04-16 12:00", False)])
def test_kept_notes_leave_with_the_contacts(now: str, is_kept: bool, tmp_path: Path) -> None:
    image = "{file: images/a.jpg, alt: A, keep_metadata: yes}"
    files = {
        "postings/x.md": make_posting(image=image),
        "events/x.md": make_event(image=image.replace("a.jpg", "b.jpg"), starts="2026-04-01"),
        "images/a.jpg": with_camera_notes(),
        "images/b.jpg": with_camera_notes(),
    }
    site = build_site(write_site(tmp_path / "content", files), at(now))
    found = {path for path, data in site.items() if b"Secret Person" in data}
    assert found == ({"media/images/a.jpg", "media/images/b.jpg"} if is_kept else set())


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "YCbCr"])
@pytest.mark.parametrize("form", ["AVIF", "WEBP", "JPEG", "PNG"])
def test_pictures_of_every_kind_of_pixel_are_made_narrower(mode: str, form: str) -> None:
    if mode == "I;16":
        picture = Image.new(mode, (5000, 90), 0xC000)
    else:
        picture = draw_town(5000, 90).convert(mode if mode != "P" else "RGB")
        picture = picture.quantize(8) if mode == "P" else picture
    data = encoded(picture, "JPEG" if mode in ("CMYK", "YCbCr") else "PNG")
    with Image.open(io.BytesIO(Encoded(form=form, width=600).express(data))) as small:
        assert (small.size, small.format) == ((600, 11), form)
        if mode == "I;16":
            red, *_ = small.convert("RGB").getpixel((9, 5))
            assert 0xB8 <= red <= 0xC8


@pytest.mark.parametrize("size", [(3, 40_000), (40_000, 3), (400, 20_000)])
def test_very_long_pictures_are_made_as_long_as_forms_bear(size: tuple[int, int], tmp_path: Path) -> None:
    site = build_bridge(tmp_path, encoded(Image.new("L", size), "PNG"))
    for path in published(site):
        with Image.open(io.BytesIO(site[path])) as picture:
            assert max(picture.size) <= 16_383
