"""What is asked of the figures, what has changed in them, and how both are told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bench import __main__ as command
from bench.hugo_site import HugoError
from bench.jobboard_site import EVERYTHING, NATIVE, PLAIN
from bench.kinds import kind_of
from bench.landed import LANDED, load_landed, save_landed, standings, steps
from bench.ratios import BOUNDS, HUGE, HUGO, LARGE, SMALL, Bound, comparisons
from bench.render import render_bounds, render_kinds, render_page, render_steps
from bench.results import FLOOR, Results, Sample, Scenario, load_results, save_results
from click.testing import CliRunner

from jobboard.outputs import addresses
from tests.documents import DOCS

SIZES = (SMALL, LARGE, HUGE)


def sample(generator: str, size: int, scenario: Scenario, wall: float = 1.0, **other: int) -> Sample:
    given = {"memory": 100_000_000, "written": 10, "removed": 0} | other
    return Sample(generator=generator, size=size, scenario=scenario, wall=wall, cpu=wall, memory_kind="PSS", **given)


def results(*samples: Sample) -> Results:
    return Results(machine={}, samples=list(samples))


def whole(**walls: float) -> Results:
    """Every build there is, in a second each but for those of a generator that is named (with `_` for `-`)."""
    names = (PLAIN, NATIVE, EVERYTHING, HUGO)
    builds = [
        sample(name, size, each, walls.get(name.replace("-", "_"), 1.0))
        for size in SIZES
        for name in names
        for each in Scenario
    ]
    return results(*(sample(FLOOR, size, Scenario.NOTHING) for size in SIZES), *builds)


def test_the_standards_ask_for_what_the_code_asks_for() -> None:
    assert render_bounds() in (DOCS / "standards.md").read_text(encoding="utf-8")


def test_all_that_is_asked_is_told_of_a_run_that_measured_all() -> None:
    assert [row.bound for row in comparisons(whole())] == list(BOUNDS)
    assert list(comparisons(results())) == []


@pytest.mark.parametrize("bound", BOUNDS, ids=lambda bound: bound.words)
def test_what_we_aim_at_is_no_less_than_what_must_be(bound: Bound) -> None:
    assert bound.holds(bound.aim, bound.must)


def test_a_figure_is_held_against_hugos_of_the_same_change_and_size() -> None:
    edit = Scenario.EDITED
    others = [sample(HUGO, LARGE, Scenario.COLD, 99.0), sample(HUGO, SMALL, edit, 99.0)]
    for hugo, verdict in ((30.0, "aim met"), (24.0, "must met"), (18.0, "missed")):
        (row,) = comparisons(results(sample(PLAIN, LARGE, edit, 2.0), sample(HUGO, LARGE, edit, hugo), *others))
        assert (row.value, row.verdict) == (hugo / 2, verdict)


def test_a_figure_is_the_median_of_its_runs() -> None:
    cold = [sample(PLAIN, LARGE, Scenario.COLD, memory=each * 1_000_000) for each in (900, 260, 270)]
    (row,) = comparisons(results(*cold))
    assert (row.value, row.bound.unit, row.verdict) == (270, " MB", "must met")


def test_a_passing_deadline_writes_as_many_files_whatever_the_size() -> None:
    found = results(
        sample(EVERYTHING, SMALL, Scenario.DEADLINE, written=100),
        sample(EVERYTHING, LARGE, Scenario.DEADLINE, written=140),
    )
    assert [(row.value, row.verdict) for row in comparisons(found)] == [(140, "must met"), (1.4, "missed")]


def test_a_landed_run_is_read_as_it_was_kept_and_names_no_machine(tmp_path: Path) -> None:
    found = whole()
    found.machine["System"] = "a machine"
    save_landed(tmp_path / "landed.json", found, "2026-12-01")
    assert load_landed(tmp_path / "landed.json") == ("2026-12-01", standings(found))
    assert "machine" not in (tmp_path / "landed.json").read_text(encoding="utf-8")


def test_a_run_without_hugo_does_not_land(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Hugo"):
        save_landed(tmp_path / "landed.json", results(sample(PLAIN, SMALL, Scenario.COLD)), "2026-12-01")


@pytest.mark.parametrize("part", [["--quick"], ["--sizes", "200"], ["--generators", "jobboard"]])
def test_a_run_that_is_not_whole_does_not_take_the_place_of_the_landed_one(part: list[str]) -> None:
    result = CliRunner().invoke(command.main, [*part, "--land"])
    assert (result.exit_code, "a whole run" in result.output) == (2, True)


def test_kept_results_are_told_of_compared_and_landed(tmp_path: Path) -> None:
    kept, landed = tmp_path / "results.json", tmp_path / "landed.json"
    save_results(kept, whole(jobboard=0.5))
    save_landed(landed, whole(), "2026-12-01")
    options = {"--render": kept, "--out": tmp_path / "page.md", "--against": landed, "--land": landed}
    result = CliRunner().invoke(command.main, [str(part) for option in options.items() for part in option])
    assert result.exit_code == 0, result.output
    assert "Since the run that landed on 2026-12-01" in result.output
    assert load_landed(landed)[1] == standings(load_results(kept))


def test_a_machine_where_hugo_cannot_be_had_measures_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> Path:
        raise HugoError("no network")

    ran: list[str] = []
    monkeypatch.setattr(command, "install_hugo", refuse)
    monkeypatch.setattr(command.Bench, "run", lambda bench, corpus, those: ran.extend(each.name for each in those))
    result = CliRunner().invoke(command.main, ["--sizes", "20", "--work", str(tmp_path)])
    assert (result.exit_code, ran) == (0, [PLAIN, NATIVE, EVERYTHING, "pelican"])
    assert "Without Hugo" in result.output


def test_the_landed_run_in_the_repository_can_be_compared_with() -> None:
    _, landed = load_landed(LANDED)
    assert {each.size for each in landed} >= {SMALL, LARGE}
    assert list(steps(landed, standings(whole())))


def test_a_slower_machine_is_no_change_and_a_slower_build_is_one() -> None:
    before = standings(whole())
    machine = whole()
    machine.samples = [replace(each, wall=each.wall * 3) for each in machine.samples]
    assert {round(step.change, 2) for step in steps(before, standings(machine))} == {0}
    slower = steps(before, standings(whole(jobboard_everything=1.5)))
    assert {(step.now.generator, round(step.change, 2)) for step in slower} == {
        (PLAIN, 0),
        (NATIVE, 0),
        (EVERYTHING, 0.5),
    }


def test_time_is_told_by_hugo_and_by_the_floor_where_nothing_changed_or_hugo_is_not_there() -> None:
    landed, now = standings(whole()), whole(hugo=2.0)
    assert {(step.ratio, step.change) for step in steps(landed, standings(now))} == {("hugo", -0.5), ("floor", 0)}
    now.samples = [each for each in now.samples if each.generator != HUGO]
    assert {(step.ratio, step.change) for step in steps(landed, standings(now))} == {("floor", 0)}


def test_only_what_both_runs_measured_is_compared() -> None:
    landed = standings(results(sample(FLOOR, SMALL, Scenario.NOTHING), sample(PLAIN, SMALL, Scenario.NOTHING)))
    assert [step.now.key for step in steps(landed, standings(whole()))] == [(SMALL, PLAIN, Scenario.NOTHING)]
    assert render_steps(steps((), standings(whole()))) == ""


def test_the_table_of_changes_shows_both_figures_where_they_differ() -> None:
    landed = standings(whole())
    now = tuple(replace(each, written=12) for each in standings(whole(jobboard=0.5)))
    line = render_steps(steps(landed, now)).splitlines()[2]
    assert line == "| 1,000 | cold build | this project | 1.00 → 0.50 × Hugo | −50% | 10 → 12 | 0 | 100 MB |"


def test_results_are_read_as_they_were_kept(tmp_path: Path) -> None:
    found = whole()
    found.deadline_files = {EVERYTHING: {"1000": ["index.html"]}}
    save_results(tmp_path / "results.json", found)
    assert load_results(tmp_path / "results.json") == found


def test_the_small_board_is_told_of_first() -> None:
    page = render_page(whole(), "2026-12-01")
    assert page.index("## 1,000 postings") < page.index("## 10,000 postings")


def test_files_are_counted_by_kind_with_sizes_side_by_side() -> None:
    files = {"10000": ["fr/feeds/jobs.json", "index.html", "feeds/jobs.json"], "1000": ["feeds.opml"]}
    assert render_kinds(files).splitlines() == [
        "| | 1,000 postings | 10,000 postings |",
        "| --- | ---: | ---: |",
        "| feeds | 1 | 2 |",
        "| other pages | 0 | 1 |",
        "| all | 1 | 3 |",
    ]


@pytest.mark.parametrize("language", ["", "fr/"])
@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("calendars", addresses.calendar_path("organisations/a-1")),
        ("calendars", addresses.deadline_path("officer-000001")),
        ("feeds", addresses.feed_path("organisations/a-1", "json")),
        ("feeds", addresses.feed_path("jobs", "rss.xml")),
        ("sitemaps", addresses.sitemap_part_path(1)),
        ("pages of postings", addresses.posting_path("officer-000001")),
        ("pages of news and events", addresses.news_path("news-water-000001")),
        ("pages of news and events", addresses.event_path("event-1")),
        ("lists of postings", addresses.facet_path("country", "no")),
        ("lists of postings", addresses.closed_path(2026)),
        ("lists of postings", addresses.list_page_path(addresses.JOBS, "0123456789")),
        ("lists of postings", addresses.organisation_jobs_path("a-1")),
        ("lists of news and events", addresses.news_kind_path("report")),
        ("lists of news and events", addresses.topic_news_path("culture")),
        ("pages of organisations and topics", addresses.organisation_path("a-1")),
        ("other pages", addresses.plain_path("about")),
        ("other files", addresses.asset_path("style.css", "0123456789")),
    ],
)
def test_an_address_tells_of_what_kind_a_file_is(kind: str, path: str, language: str) -> None:
    assert kind_of(language + addresses.file_of(path)) == kind
