"""The posting, the news item, the organisation and the topics: what no field can know alone, and the declarations."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from jobboard.model.fields.field import Declaration, declarations
from jobboard.model.fields.record import example_of, parse_record
from jobboard.model.kinds import RECORDS
from jobboard.model.moments.moment import Moment
from jobboard.model.news import NewsItem, NewsKind
from jobboard.model.organisation import Organisation
from jobboard.model.parts.closing import Because, Closed, EarlierDeadline, Rolling
from jobboard.model.posting import Posting, PostingKind, Workplace
from jobboard.model.topic import parse_topics
from jobboard.source.problem import Report
from jobboard.source.yaml.front_matter import parse_front_matter, split_front_matter
from jobboard.source.yaml.tree import Mapping
from tests.helpers import lines_of, make_news, make_organisation, make_posting

NO_DATE = "expected a date like 2026-03-31, found '{}'"
ROLLING = "a posting without a last day says 'rolling', with a review_by"
START_OF_DAY = "00:00 is the start of a day; for the end of the day before write '2026-02-28 23:59'"

DAY_ALONE = "the day alone, without a time"
SEVERAL = "anywhere is no country, but several: list them, like [BE, FR], or write applicants_from: anywhere"


def _fields(text: str, report: Report) -> Mapping:
    parts = split_front_matter(text, report)
    assert parts is not None
    fields = parse_front_matter(parts[0], 2, report)
    assert fields is not None, lines_of(report)
    return fields


def _parse(cls: type, text: str) -> tuple[Any, list[str]]:
    report = Report("x.md")
    return parse_record(cls, _fields(text, report), report, id="x", path="x.md"), lines_of(report)


def _posting(**changes: str | None) -> Posting:
    posting, told = _parse(Posting, make_posting(**changes))
    assert told == []
    assert isinstance(posting, Posting)
    return posting


def test_a_posting_with_the_required_fields_alone_has_plain_defaults() -> None:
    posting = _posting()
    assert (posting.id, posting.title, posting.organisation, posting.kind) == (
        "x",
        "Data Analyst",
        ("example-network",),
        PostingKind.JOB,
    )
    assert (Moment(date(2026, 3, 2)), Moment(date(2026, 3, 31))) == (posting.published, posting.deadline)
    assert (posting.lang, posting.updated, posting.topics, posting.place, posting.closed) == (None, None, (), (), None)


def test_a_deadline_is_a_day_a_minute_or_rolling() -> None:
    assert Moment(date(2026, 3, 31), time(17)) == _posting(deadline="2026-03-31 17:00").deadline
    assert Rolling.ROLLING is _posting(deadline="rolling", review_by="2026-06-30").deadline


def test_earlier_deadlines_are_dates_or_say_when_they_were_changed() -> None:
    day = Moment(date(2026, 2, 20))
    assert (EarlierDeadline(deadline=day),) == _posting(deadline_was="2026-02-20").deadline_was
    both = _posting(deadline_was="[2026-02-20, {deadline: 2026-02-20, changed: 2026-02-20}]").deadline_was
    assert (EarlierDeadline(deadline=day), EarlierDeadline(deadline=day, changed=day)) == both


def test_an_early_closing_says_when_and_why() -> None:
    closed = _posting(closed="{on: 2026-03-10, because: filled, note: Thank you.}").closed
    assert Closed(on=Moment(date(2026, 3, 10)), because=Because.FILLED, note="Thank you.") == closed


def test_remote_work_names_countries_or_anywhere() -> None:
    assert _posting(workplace="remote", applicants_from="[BE, FR]").applicants_from == ("BE", "FR")
    assert _posting(workplace="remote", applicants_from="BE").applicants_from == ("BE",)
    posting = _posting(workplace="remote", applicants_from="anywhere")
    assert (posting.workplace, posting.applicants_from) == (Workplace.REMOTE, ("anywhere",))


def test_a_translation_takes_deadline_and_apply_from_its_original() -> None:
    posting = _posting(translation_of="data-analyst", deadline=None, apply=None)
    assert (posting.deadline, posting.apply) == (None, None)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {"deadline": None, "apply": None},
            [
                "1: deadline: missing; write the last day to apply, or 'rolling' with a review_by",
                "1: apply: missing; say how to apply: an email or a url",
            ],
            id="neither-deadline-nor-apply",
        ),
        pytest.param(
            {"deadline": "rolling"},
            ["1: review_by: missing; a rolling posting names the day somebody looks at it again; it closes then"],
            id="rolling-without-review",
        ),
        pytest.param(
            {"review_by": "2026-06-30"},
            ["7: review_by: only a rolling posting has one; write 'deadline: rolling', or delete this line"],
            id="review-without-rolling",
        ),
        pytest.param(
            {"deadline": "rolling", "review_by": "2026-06-30 12:00"},
            [f"7: review_by: expected a date like 2026-03-31, found '2026-06-30 12:00'; {DAY_ALONE}: 2026-06-30"],
            id="review-at-a-time",
        ),
        pytest.param(
            {"workplace": "remote"},
            ["1: applicants_from: missing; remote work names the countries one may work from, or 'anywhere'"],
            id="remote-from-where",
        ),
        pytest.param(
            {"applicants_from": "anywhere"},
            ["7: applicants_from: only remote work has it; write 'workplace: remote', or delete this line"],
            id="anywhere-but-not-remote",
        ),
        pytest.param(
            {"deadline": "Rolling."},
            [f"5: deadline: {NO_DATE.format('Rolling.')}; {ROLLING}"],
            id="rolling-misspelt",
        ),
        pytest.param(
            {"deadline_was": "2026-03-01 00:00"},
            [f"7: deadline_was: {NO_DATE.format('2026-03-01 00:00')}; {START_OF_DAY}"],
            id="earlier-deadline-at-00-00",
        ),
        pytest.param(
            {"closed": "{on: 2026-03-10, because: other}"},
            ["7: closed.note: missing; with 'because: other', tell readers why in one sentence"],
            id="closed-for-another-reason",
        ),
        pytest.param(
            {"closed": "{because: filled}"},
            ["7: closed.on: missing; say from which day it is closed"],
            id="closed-but-when",
        ),
        pytest.param(
            {"applicants_from": "[BE, anywhere]", "workplace": "remote"},
            [f"7: applicants_from.2: expected a country code like BE (ISO 3166-1), found 'anywhere'; {SEVERAL}"],
            id="anywhere-in-a-list",
        ),
        pytest.param(
            {"title": '"Research &amp; development"'},
            ["advice: 2: title: '&amp;' is shown as typed; write the character itself"],
            id="entity-in-a-title",
        ),
    ],
)
def test_fields_that_contradict_each_other_are_reported(changes: dict[str, str | None], expected: list[str]) -> None:
    assert expected == _parse(Posting, make_posting(**changes))[1]


def test_a_mistake_in_one_field_does_not_hide_a_missing_deadline() -> None:
    _, told = _parse(Posting, make_posting(kind="jobb", deadline=None))
    assert sorted(line.split(": ")[1] for line in told) == ["deadline", "kind"]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        pytest.param({"title": None, "deadline": "rolling"}, ["title", "review_by"], id="title-missing"),
        pytest.param({"deadline": "soon", "review_by": "2026-06-30"}, ["deadline"], id="deadline-wrong"),
        pytest.param({"deadline": "soon", "workplace": "remote"}, ["deadline", "applicants_from"], id="two-pairs"),
        pytest.param({"workplace": "home", "applicants_from": "[BE]"}, ["workplace"], id="workplace-wrong"),
        pytest.param({"deadline": None, "deadlin": "2026-03-31"}, ["deadlin"], id="deadline-misspelt"),
        pytest.param({"translation_of": "Data Analyst", "apply": None}, ["translation_of"], id="perhaps-a-translation"),
        pytest.param({"apply": "{email: jobs, subject: A}"}, ["apply.email"], id="mail-wrong"),
        pytest.param({"closed": "{on: x, because: other}"}, ["closed.on", "closed.note"], id="closed-for-what"),
        pytest.param({"salary": "{min: 1k, max: 2}"}, ["salary.min", "salary.currency", "salary.per"], id="salary"),
        pytest.param({"salary": "{note: [a]}"}, ["salary.note"], id="note-wrong"),
    ],
)
def test_one_mistake_is_reported_once_and_hides_no_other(changes: dict[str, str | None], fields: list[str]) -> None:
    posting, told = _parse(Posting, make_posting(**changes))
    assert posting is None
    assert sorted(fields) == sorted(line.split(": ")[1] for line in told)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("id", "the file name is the id: delete the line"),
        ("slug", "the address is made from the file name; to rename, keep the old name in 'formerly'"),
        ("save_as", "addresses are made from the file name: delete the line"),
        ("url", "write it within 'apply' or 'dates': apply: {url: https://example.org/apply}"),
        ("template", "every kind of content has one template: delete the line"),
        ("date", "this is 'published', which is there already: delete one of the two"),
        ("modified", "this is 'updated' here; write the day in figures, year first: 2026-03-31"),
        ("tags", "write topics: [x]"),
        ("category", "write topics: [x]"),
        ("expires", "this is 'deadline', which is there already: delete one of the two"),
        ("location", "write place: {city: x, country: …}"),
        ("city", "write it within 'place': place: {city: x, country: …}"),
        ("email", "write it within 'apply' or 'contacts': apply: {email: jobs@example.org}"),
        ("name", "this is 'title', which is there already: delete one of the two"),
        ("Title", "did you mean 'title'?"),
        ("organization", "this is 'organisation', which is there already: delete one of the two"),
        ("deadlin", "did you mean 'deadline'?"),
        ("xyzzy", "the fields are listed in docs/reference/"),
    ],
)
def test_an_unknown_field_is_refused_with_the_way_out(name: str, hint: str) -> None:
    posting, told = _parse(Posting, make_posting(**{name: "x"}))
    assert (None, [f"7: {name}: unknown field; {hint}"]) == (posting, told)


def test_a_field_looked_for_in_the_wrong_kind_of_content_is_found_in_the_right_one() -> None:
    item, told = _parse(NewsItem, make_news(author="Ada Example", url="https://example.org"))
    assert (None, told) == (
        item,
        [
            "5: author: unknown field; write authors: [{name: Ada Example}]",
            "6: url: unknown field; write link: https://example.org",
        ],
    )
    told = _parse(Organisation, make_organisation(title="x", url="x"))[1]
    assert told == [
        "4: title: unknown field; this is 'name', which is there already: delete one of the two",
        "5: url: unknown field; this is 'website', which is there already: delete one of the two",
    ]


@pytest.mark.parametrize("name", ["date", "expires", "category", "author", "tags", "modified"])
def test_a_hint_names_no_field_that_this_kind_of_content_does_not_have(name: str) -> None:
    expected = [f"4: {name}: unknown field; the fields are listed in docs/reference/"]
    assert expected == _parse(Organisation, make_organisation(**{name: "x"}))[1]


def test_a_news_item_names_who_issues_it() -> None:
    item, told = _parse(NewsItem, make_news(kind="press-release", expires="2026-12-31"))
    assert told == []
    assert (item.organisations, item.kind) == (("example-network",), NewsKind.PRESS_RELEASE)
    assert _parse(NewsItem, make_news(organisations="a"))[1] == [
        "3: organisations: expected a list, found 'a'; write [a]"
    ]


def test_an_organisation_has_a_name_and_a_website() -> None:
    organisation, told = _parse(Organisation, make_organisation(part_of="other"))
    assert ((organisation.name, organisation.part_of), told) == (("Example Network", "other"), [])
    expected = [
        "1: name: missing; every organisation has a name",
        "1: website: missing; every organisation has a website",
    ]
    assert expected == _parse(Organisation, make_organisation(name=None, website=None))[1]


def test_topics_have_names_by_language_and_one_in_the_sites() -> None:
    report = Report("topics.yaml")
    tree = parse_front_matter("culture: {en: Culture, fr: La culture}\nclimate: {fr: Climat}\nB: {en: B}\n", 1, report)
    assert tree is not None
    culture = parse_topics(tree, "en", report)[0]
    assert (culture.name_in("es", "fr"), culture.name_in("de")) == ("La culture", "Culture")
    assert [line[:74] if "climate" in line else line[:14] for line in lines_of(report)] == [
        "2: climate.en: missing; every topic has a name in the site's language",
        "3: B: expected",
    ]


def _every_declaration() -> list[Any]:
    found: list[Any] = []
    todo = list(RECORDS.values())
    seen: set[type] = set()
    while todo:
        record = todo.pop(0)
        if record in seen:
            continue
        seen.add(record)
        for name, declaration in declarations(record).items():
            found.append(pytest.param(declaration, id=f"{record.__name__}.{name}"))
            todo += [declaration.type.record] if declaration.type.record else []
    return found


@pytest.mark.parametrize("declaration", _every_declaration())
def test_the_example_of_a_field_is_valid(declaration: Declaration) -> None:
    report = Report("x.md")
    tree = parse_front_matter(f"field: {declaration.example}", 1, report)
    assert tree is not None
    assert declaration.type.parse(tree.entries[0].value, "field", report) is not None
    assert lines_of(report) == []


@pytest.mark.parametrize("declaration", [each for each in _every_declaration() if each.values[0].type.record])
def test_the_example_that_a_message_offers_is_valid(declaration: Declaration) -> None:
    assert declaration.type.record is not None
    report = Report("x.md")
    example = example_of(declaration.type.record)
    tree = parse_front_matter(f"field: [{example}]", 1, report)
    assert tree is not None
    single = parse_front_matter(f"field: {example}", 1, report)
    assert single is not None
    quiet = Report("x.md")
    as_one = declaration.type.parse(single.entries[0].value, "field", quiet)
    as_list = declaration.type.parse(tree.entries[0].value, "field", report)
    assert as_one is not None or as_list is not None, lines_of(quiet)
