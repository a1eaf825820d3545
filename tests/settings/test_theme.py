"""Themes that cannot be used are named with their file and line; what pages load has its digest in its name."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from jobboard.board.site import WritingForm
from jobboard.outputs.page.theme import ThemeError
from jobboard.outputs.plan.views import views
from jobboard.pelican_adapter.run import Options, load_settings
from jobboard.pelican_adapter.site import build_site
from jobboard.pipeline import build
from jobboard.pipeline import check as checking
from jobboard.settings.settings import Settings
from jobboard.settings.theme import load_theme
from tests.helpers import NOW, REPOSITORY, SITE, make_event, make_page, make_posting, read_tree, settings_of, write_site
from tests.helpers import build_site as build_from

TEMPLATES = REPOSITORY / "theme/templates"
ALL = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Content that needs every template of the theme."""
    folder = tmp_path_factory.mktemp("all") / "content"
    shutil.copytree(REPOSITORY / "tests/sites/full/content", folder)
    return write_site(
        folder,
        {"topics.yaml": None, "pages/about-us.md": make_page(formerly="[about-them]"), "events/x.md": make_event()},
    )


def project(folder: Path, content: Path) -> Settings:
    """A project with a copy of the theme that came with the board."""
    shutil.copytree(REPOSITORY / "theme", folder / "looks")
    lines = settings_of(folder / "looks").replace('PATH = "content"', f'PATH = "{content}"')
    statement = (REPOSITORY / "pelicanconf.py").read_text().split("JOBBOARD_ACCESSIBILITY = ")[1]
    file = folder / "pelicanconf.py"
    file.write_text(f'{lines}JOBBOARD_CACHE = "{folder / "cache"}"\nJOBBOARD_LANGUAGES = ["en", "fr", "es"]\n')
    file.write_text(f"{file.read_text()}JOBBOARD_EMBED = JOBBOARD_FORM = True\nJOBBOARD_ACCESSIBILITY = {statement}")
    return load_settings(Options(settings=str(file)))


def told(settings: Settings) -> list[str]:
    with pytest.raises(ThemeError) as raised:
        build_site(settings)
    assert not settings.output.exists() or read_tree(settings.output) == {}
    return [str(problem) for problem in raised.value.problems]


@pytest.mark.parametrize("name", ALL)
def test_every_template_that_is_missing_is_named(name: str, tmp_path: Path, content: Path) -> None:
    settings = project(tmp_path, content)
    (settings.theme / "templates" / name).unlink()
    lines = told(settings)
    missing = (
        f"looks/templates/{name}:1: the theme has no such template; "
        "take it from the theme that comes with the board, or name that in THEME"
    )
    uses = [
        re.fullmatch(rf"looks/templates/[\w/]+\.html:\d+: uses a template that does not exist: {name}", each)
        for each in lines
    ]
    assert lines == [missing] or (lines and all(uses)), lines


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("{% if %}", 2, "the template does not compile: Expected an expression, got 'end of statement block'"),
        ("{{ page.nothing }}", 2, "the template fails: PostingPage has no 'nothing', but head, title, lang, kind, "),
        ("{{ page.head.nothing }}", 2, "the template fails: Head has no 'nothing', but title, description, "),
        ("{{ page.title.nothing }}", 2, "the template fails: 'str object' has no attribute 'nothing'"),
        ("{{ nothing }}", 2, "the template fails: 'nothing' is undefined"),
        ("{{ site.assets['js/gone.js'] }}", 2, "the template fails: the theme has no file static/js/gone.js"),
        ("{% extends 'gone.html' %}", 2, "uses a template that does not exist: gone.html"),
        ("{% from 'macros/cards.html' import gone %}{{ gone() }}", 2, "the template fails: "),
        ("{{ site.name | nofilter }}", 2, "the template does not compile: No filter named 'nofilter'."),
        ("{{ site.name + 1 }}", 2, "the template fails: TypeError: "),
        ("{{ 1 / 0 }}", 2, "the template fails: ZeroDivisionError: division by zero"),
        ("{{ site.name.encode('x') }}", 2, "the template fails: LookupError: unknown encoding: x"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", 2, "the template does not compile: "),
        ("\n\n{% for %}", 4, "the template does not compile: "),
        ("{% include 'posting.html' %}", 2, "the template fails: RecursionError: "),
    ],
)
def test_a_template_that_fails_is_named_with_its_line(
    text: str, line: int, message: str, tmp_path: Path, content: Path
) -> None:
    settings = project(tmp_path, content)
    (settings.theme / "templates/posting.html").write_text(f"line one\n{text}\n")
    (found,) = told(settings)
    assert found.startswith(f"looks/templates/posting.html:{line}: {message}")


def test_a_template_that_another_includes_is_named_itself(tmp_path: Path, content: Path) -> None:
    settings = project(tmp_path, content)
    base = settings.theme / "templates/base.html"
    base.write_text(base.read_text().replace("<main", "{{ page.gone }}<main"))
    (line,) = (number for number, each in enumerate(base.read_text().split("\n"), 1) if "page.gone" in each)
    (found,) = told(settings)
    assert found.startswith(f"looks/templates/base.html:{line}: the template fails: ")


@pytest.mark.parametrize(
    "name", ["templates/page.html", "templates/macros/cards.html", "static/js/board.js", "static/css/30-base.css"]
)
def test_a_file_that_is_no_text_is_named_with_its_line(name: str, tmp_path: Path, content: Path) -> None:
    settings = project(tmp_path, content)
    (settings.theme / name).write_bytes(b"one\n\xff\n")
    assert told(settings) == [f"looks/{name}:2: not UTF-8; save it as UTF-8"]


def test_a_theme_without_a_style_sheet_is_refused(tmp_path: Path, content: Path) -> None:
    settings = project(tmp_path, content)
    shutil.rmtree(settings.theme / "static/css")
    assert told(settings) == [
        (
            "looks/static:1: no style sheet (.css): pages would have no form; "
            "take css/ from the theme that comes with the board"
        )
    ]


def test_a_theme_of_pelican_s_own_lacks_what_the_board_needs(tmp_path: Path, content: Path) -> None:
    settings = project(tmp_path, content)
    shutil.rmtree(settings.theme / "templates")
    (settings.theme / "templates").mkdir()
    (settings.theme / "templates/index.html").write_text("<h1>Articles</h1>")
    assert told(settings) == [
        f"looks/templates/{name}:1: the theme has no such template; "
        "take it from the theme that comes with the board, or name that in THEME"
        for name in sorted(views())
    ]


def test_the_theme_has_a_template_for_every_view_and_no_other() -> None:
    pages = {name for name in ALL if "/" not in name}
    assert pages == {*views(), "base.html"}


@pytest.mark.parametrize("name", ["static/js/board.js", "static/js/copy.js", "static/favicon.svg", "static"])
def test_a_file_that_templates_name_and_the_theme_lacks_is_named_with_their_line(
    name: str, tmp_path: Path, content: Path
) -> None:
    settings = project(tmp_path, content)
    file = settings.theme / name
    shutil.rmtree(file) if file.is_dir() else file.unlink()
    missing = r"static/[\w/.]+" if name == "static" else re.escape(name)
    (found,) = told(settings)
    said = re.fullmatch(
        rf"looks/templates/([\w/]+\.html):(\d+): the template fails: the theme has no file ({missing})", found
    )
    assert said
    line = (settings.theme / "templates" / said[1]).read_text().splitlines()[int(said[2]) - 1]
    assert said[3].removeprefix("static/") in line


@pytest.mark.parametrize("is_file", [True, False])
def test_a_theme_without_templates_is_refused(tmp_path: Path, content: Path, *, is_file: bool) -> None:
    settings = project(tmp_path, content)
    shutil.rmtree(settings.theme / "templates")
    if is_file:
        (settings.theme / "templates").write_text("")
    assert told(settings) == [
        (
            "looks/templates:1: the theme has no such folder; "
            "take it from the theme that comes with the board, or name that in THEME"
        )
    ]


def test_a_changed_file_of_the_theme_has_another_name_and_the_others_keep_theirs(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "theme", tmp_path / "theme")
    before = load_theme(tmp_path / "theme").assets
    (tmp_path / "theme/static/css/99-more.css").write_text("p { margin: 0; }\n")
    after = load_theme(tmp_path / "theme").assets
    assert {name for name in before if before[name] != after[name]} == {"style.css"}
    assert all(re.fullmatch(r"theme/[\w/-]+\.[0-9a-f]{12}\.(?:css|js|svg)", path) for path in after.values())


def test_a_file_the_style_sheet_names_is_found_under_its_digest(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "theme", tmp_path / "theme")
    (tmp_path / "theme/static/fonts").mkdir()
    (tmp_path / "theme/static/fonts/own.woff2").write_bytes(b"font")
    (tmp_path / "theme/static/css/99-more.css").write_text(
        "a { src: url(fonts/own.woff2), url( 'fonts/own.woff2' ); b: url(data:x), url('#f'), url(https://x.example); }"
    )
    theme = load_theme(tmp_path / "theme")
    path = theme.assets["fonts/own.woff2"].removeprefix("theme/")
    expected = f'a {{ src: url("{path}"), url("{path}"); b: url(data:x), url(\'#f\'), url(https://x.example); }}'
    assert theme.files["style.css"].decode().endswith(expected)


def test_all_that_pages_load_from_the_theme_is_there_and_nothing_else_is(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting()})
    site = build_from(content, site=replace(SITE, form=WritingForm()))
    pages = [data.decode() for path, data in site.items() if path.endswith(".html")]
    loaded = {path for page in pages for path in re.findall(r'(?:src|href|data-[a-z]+)="/(theme/[^"]+)"', page)}
    assert loaded == {path for path in site if path.startswith("theme/")}


@pytest.mark.parametrize("is_published", [True, False])
def test_what_older_pages_load_stays_where_readers_may_have_them(tmp_path: Path, *, is_published: bool) -> None:
    shutil.copytree(REPOSITORY / "theme", tmp_path / "theme")
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting()})
    for text in ("p { margin: 0; }\n", "p { margin: 1rem; }\n"):
        (tmp_path / "theme/static/css/99-more.css").write_text(text)
        theme = load_theme(tmp_path / "theme")
        checked = checking.check(content, SITE, NOW)
        build.build(checked, theme, tmp_path / "output", tmp_path / "cache", is_published=is_published)
    sheets = [path for path in read_tree(tmp_path / "output") if path.endswith(".css")]
    assert len(sheets) == (2 if is_published else 1)


def test_what_no_browser_reads_of_a_style_sheet_is_not_published(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "theme", tmp_path / "theme")
    (tmp_path / "theme/static/css/99-more.css").write_text(
        """\
/*! Licence. */
/* One's own. */

/* More
   of it. */
a::before {
    /* Why. */
    content: "/* said */  it's";
    content: '  /* said */';
    color: red; /* beside */
}
"""
    )
    expected = """\
/*! Licence. */
a::before {
content: "/* said */  it's";
content: '  /* said */';
color: red; /* beside */
}
"""
    assert load_theme(tmp_path / "theme").files["style.css"].decode().endswith(expected)
