"""`make serve`: what is built after a save, what is told, and when everything is looked at."""

from __future__ import annotations

from http.client import HTTPConnection
from pathlib import Path

import pytest

from jobboard.pelican_adapter.run import Options, load_settings
from jobboard.preview import preview
from jobboard.preview.preview import in_content, keep_up
from tests.helpers import make_posting
from tests.previews import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_a_save_is_on_the_page_at_once(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    before = project.builds.news
    capsys.readouterr()
    keep_up(project.preview, [project.write(make_posting(title="Data Officer"))])
    assert "Data Officer" in project.page.read_text()
    assert project.builds.news.build != before.build
    told = capsys.readouterr().out
    assert "Saved: analyst.md\n" in told
    assert "0 removed" in told


def test_a_save_that_changes_nothing_reloads_no_page(project: Project) -> None:
    before = project.builds.news
    project.save(make_posting())
    assert project.builds.news.build == before.build


def test_a_bad_file_is_told_with_its_line_while_the_old_page_stays(project: Project) -> None:
    before, page = project.builds.news, project.page.read_bytes()
    project.save(make_posting(deadline="soon"))
    told = project.builds.news
    assert told.build == before.build
    assert told.trouble[0].startswith(f"{project.posting}:5: deadline: ")
    assert told.trouble[-1] == "Nothing was written; the site is as it was."
    assert project.page.read_bytes() == page


def test_a_mended_file_takes_the_trouble_away(project: Project) -> None:
    before = project.builds.news
    project.save("No front matter.\n")
    project.save(make_posting())
    assert project.builds.news.trouble == ()
    assert project.builds.news.build == before.build


def test_trouble_is_told_once(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.save("No front matter.\n")
    capsys.readouterr()
    told = project.builds.news
    keep_up(project.preview, [set()])
    assert (capsys.readouterr().err, project.builds.news) == ("", told)


def test_in_the_first_pause_everything_is_looked_at(project: Project) -> None:
    project.posting.write_text(make_posting(title="Nobody told"))
    keep_up(project.preview, [set()])
    assert "Nobody told" in project.page.read_text()


def test_a_page_changed_by_hand_is_put_right_in_the_first_pause(project: Project) -> None:
    page = project.page.read_bytes()
    project.page.write_text("By hand.")
    keep_up(project.preview, [project.write(make_posting()), set()])
    assert project.page.read_bytes() == page


def test_a_pause_in_which_there_is_nothing_to_do_is_silent(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    keep_up(project.preview, [set()] * 100)
    assert capsys.readouterr() == ("", "")


def test_a_change_in_the_theme_is_on_the_page(project: Project) -> None:
    template = project.folder / "theme/templates/base.html"
    template.write_text(template.read_text().replace("<main", "<main data-new", 1))
    project.preview.build({template})
    assert "<main data-new" in project.page.read_text()


def test_a_mistake_in_a_template_is_told_with_its_line_and_mended_by_the_next_save(project: Project) -> None:
    template = project.folder / "theme/templates/posting.html"
    right = template.read_text()
    template.write_text("{% if %}\n")
    project.preview.build({template})
    assert project.builds.news.trouble[0].startswith("theme/templates/posting.html:1: the template does not compile")
    template.write_text(right)
    project.preview.build({template})
    assert project.builds.news.trouble == ()


def test_a_mistake_in_the_settings_is_told_and_the_old_ones_go_on(project: Project) -> None:
    right = project.settings.read_text()
    project.settings.write_text(right.replace('"Example Hub"', '""'))
    assert not project.preview.needs_new_process({project.settings})
    assert "SITENAME: expected a text" in project.builds.news.trouble[0]
    project.settings.write_text(right)
    assert project.preview.needs_new_process({project.settings})


def test_a_save_before_the_settings_were_mended_is_not_forgotten(project: Project) -> None:
    right = project.settings.read_text()
    project.settings.write_text(right.replace('"Example Hub"', '""'))
    project.save(make_posting(title="Data Officer"))
    project.settings.write_text(right)
    project.preview.build(set())
    assert "Data Officer" in project.page.read_text()


def test_new_code_starts_a_new_process_once_it_can_be_read(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "PACKAGE", tmp_path / "plugins")
    module = tmp_path / "plugins/new.py"
    module.parent.mkdir()
    module.write_text("def half(\n")
    assert not project.preview.needs_new_process({module})
    assert "was never closed" in project.builds.news.trouble[0]
    module.write_text("def whole(): ...\n")
    assert project.preview.needs_new_process({module})
    assert not project.preview.needs_new_process({project.posting})


def test_paths_outside_content_and_theme_mean_that_everything_is_looked_at(project: Project) -> None:
    settings = load_settings(Options(settings=str(project.settings)))
    theme = project.folder / "theme/static/site.js"
    assert in_content({project.posting, theme}, settings) == {"postings/analyst.md"}
    assert in_content({project.posting, project.settings}, settings) is None


def test_pages_are_handed_out_with_the_script_and_are_published_without(project: Project) -> None:
    with project.served() as port:
        served = get(port, "/jobs/analyst/")
        missing = get(port, "/nowhere/")
        script = get(port, "/.jobboard/preview.js")
    line = f'<script src="/.jobboard/preview.js" data-build="{project.builds.news.build}" defer></script></body>'
    assert served == project.page.read_text().replace("</body>", line)
    assert line in missing
    assert "EventSource" in script


def test_who_listens_hears_at_once_how_things_are(project: Project) -> None:
    with project.served() as port:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", "/.jobboard/events")
        reply = connection.getresponse()
        lines = [reply.readline().decode() for _ in range(3)]
        connection.close()
        project.builds.tell_built(is_new=True)  # the server finds that nobody listens any more
    assert lines == ["retry: 300\n", "\n", f'data: {{"build": "{project.builds.news.build[:-1]}1", "trouble": []}}\n']


def get(port: int, path: str) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    body = connection.getresponse().read().decode()
    connection.close()
    return body
