"""Folders of content with one doubtful thing each: what `check` advises, word for word, and that it holds nothing up.

`python -m tests.test_sites_advised` writes every `expected.txt` anew; review the difference like code.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from jobboard.pipeline import check as checking
from jobboard.pipeline.check import check
from jobboard.pipeline.report import Form, render_problems
from jobboard.source.problem import Level
from tests.helpers import NOW, REPOSITORY, SITE, at, make_organisation, make_posting, write_site

SITES = sorted(folder for folder in (REPOSITORY / "tests" / "sites_advised").iterdir() if folder.is_dir())
TEXT = "You will count the bicycles that cross forty bridges. " * 10
PAY = "{amount: 3400, currency: EUR, per: month}"
TOWN = "{city: Ghent, country: BE}"


def advice_on(content: Path, now: str = "") -> str:
    """What an author would read about this content."""
    return "".join(f"{each}\n" for each in check(content, SITE, at(now) if now else NOW).problems)


def advice_on_one(tmp_path: Path, body: str = TEXT, now: str = "", **fields: str | None) -> str:
    posting = make_posting(body, **{"salary": PAY, "place": TOWN, **fields})
    return advice_on(write_site(tmp_path / "content", {"postings/x.md": posting}), now)


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_what_is_doubtful_is_advised_against_in_exactly_these_words(site: Path) -> None:
    expected = (site / "expected.txt").read_text(encoding="utf-8")
    checked = check(site / "content", SITE, NOW)
    assert expected == render_problems(checked.problems, Form.TEXT) + "\n"
    assert {each.level for each in checked.problems} == {Level.ADVICE}
    assert checked.board is not None


def test_a_build_is_silent_about_what_only_check_advises(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting("Apply by 1 May 2026 at midnight.")})
    assert checking.validate(checking.load_content(content), SITE, NOW, "content").problems == ()
    assert check(content, SITE, NOW).problems != ()


def test_advice_is_the_same_from_a_warm_cache(tmp_path: Path) -> None:
    body = f"{TEXT}\n\nApply by Friday 1 May 2026 at midnight; a competitive salary. ada.example@example.org"
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting(body, place=TOWN)})
    cold, warm = (check(content, SITE, NOW, cache=tmp_path / "cache").problems for _ in range(2))
    assert len(cold) == 3
    assert cold == warm


@pytest.mark.parametrize("kind", ["volunteering", "call-for-experts"])
def test_nobody_is_asked_for_the_pay_of_what_is_no_employment(kind: str, tmp_path: Path) -> None:
    assert advice_on_one(tmp_path, salary=None, kind=kind) == ""


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("Apply by Tuesday 31 March 2026.", {}),
        ("Apply before the 31st of March.", {}),
        ("Candidatures jusqu'au mardi 31 mars 2026.", {"lang": "fr"}),
        ("Solicitudes hasta el martes, 31 de marzo de 2026.", {"lang": "es"}),
        ("Send your application by 2026-03-31.", {}),
        ("Applications are read until 30 June 2026.", {"deadline": "rolling", "review_by": "2026-06-30"}),
        ("Apply soon. The work starts before 1 September 2026.", {}),
        ("Interviews of applicants are held by 15 April 2026.", {}),
        ("A fixed-term contract until 31 December 2027, for which you apply by mail.", {}),
        ("The Midnight Mission of 1914 is our topic.", {}),
        ("Come to 12 rue du 4 septembre.", {"lang": "fr"}),
    ],
)
def test_days_that_do_not_contradict_the_deadline_are_passed_over(
    words: str, fields: dict[str, str], tmp_path: Path
) -> None:
    assert advice_on_one(tmp_path, f"{TEXT}\n\n{words}\n", **fields) == ""


@pytest.mark.parametrize(
    "title",
    [
        *("Project Officer, Pillar 2", "Head of HR/IT", "Analyst, Agenda 2030", "Ghentbrugge Officer"),
        *("EUR-Lex Editor", "Euro 2028 Coordinator", "USD Desk Officer", "100 000 Trees Officer", "10K Run Steward"),
        *("Officer, ghent altarpiece", "Advisor on the Euro", "Officer, 5 CHF-funded projects"),
    ],
)
def test_an_honest_title_is_passed_over(title: str, tmp_path: Path) -> None:
    assert advice_on_one(tmp_path, title=f'"{title}"', place="{city: Ghent, country: BE}") == ""


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Analyst, £40–50K", "names the pay ('£40')"),
        ("Analyst (45k)", "names the pay ('45k')"),
        ("Analyst, 3 400 € a month", "names the pay ('3 400 €')"),
        ("Analyst, EUR 3400", "names the pay ('EUR 3400')"),
        ("Analyst 42,000-48,000", "names the pay ('42,000-48,000')"),
        ("Analyst, GHENT", "names the place (Ghent)"),
        ("Analyst from 1 May", "names a day"),
    ],
)
def test_a_title_that_says_what_has_a_field_is_advised_against(title: str, words: str, tmp_path: Path) -> None:
    assert words in advice_on_one(tmp_path, title=f'"{title}"', place="{city: Ghent, country: BE}")


@pytest.mark.parametrize(
    "other",
    [
        {"place": "{city: Namur, country: BE}"},
        {"reference": "HR/2"},
        {"published": "2026-04-01", "deadline": "2026-04-30"},
        {"lang": "fr", "translation_of": "x", "deadline": None, "apply": None},
        {"status": "draft"},
    ],
    ids=["another place", "another reference", "another time", "a translation", "a draft"],
)
def test_a_namesake_is_not_the_same_posting(other: dict[str, str | None], tmp_path: Path) -> None:
    files = {
        "postings/x.md": make_posting(TEXT, salary=PAY, place=TOWN),
        "postings/y.md": make_posting(f"{TEXT} Really.", **{"salary": PAY, "place": TOWN, **other}),
    }
    assert advice_on(write_site(tmp_path / "content", files)) == ""


@pytest.mark.parametrize(
    ("now", "is_advised"), [("2026-06-15 23:59", False), ("2026-06-16 00:00", True), ("2026-06-30 23:59", True)]
)
def test_a_review_is_announced_from_fourteen_days_before_in_the_zone_of_the_posting(
    now: str, is_advised: bool, tmp_path: Path
) -> None:
    assert ("then it closes" in advice_on_one(tmp_path, now=now, deadline="rolling", review_by="2026-06-30")) is (
        is_advised
    )


def test_a_closed_posting_is_no_longer_asked_for_pay_or_length(tmp_path: Path) -> None:
    assert advice_on_one(tmp_path, "Apply by 1 May 2025.", now="2026-04-02 12:00", salary=None) == ""


def _write_expected() -> None:
    for site in SITES:
        (site / "expected.txt").write_text(advice_on(site / "content"), encoding="utf-8")


def test_where_the_work_is_may_be_left_out_where_it_is_said_otherwise(tmp_path: Path) -> None:
    """Of remote work the countries are enough; from anywhere, the kinds that no search engine is told of need none."""
    remote = {"place": None, "workplace": "remote"}
    assert advice_on_one(tmp_path / "a", **remote, applicants_from="[BE, FR]") == ""
    assert advice_on_one(tmp_path / "b", **remote, applicants_from="anywhere", kind="call-for-experts") == ""
    for kind in ("job", "secondment", "call-for-experts"):
        assert "1: place: missing" in advice_on_one(tmp_path / kind, place=None, kind=kind)


def test_advice_on_work_from_anywhere_says_where_it_is_told_of(tmp_path: Path) -> None:
    remote = {"workplace": "remote", "applicants_from": "anywhere"}
    assert "they are told of work in Ghent;" in advice_on_one(tmp_path / "a", **remote)
    assert "they are told of no place, and leave it out;" in advice_on_one(tmp_path / "b", place=None, **remote)


@pytest.mark.parametrize(
    "name", ["what now?.pdf", "a:b.pdf", "aux.pdf", "Com1.final.pdf", "con/plan.pdf", "notes./plan.pdf", "<b>.pdf"]
)
def test_a_name_that_windows_cannot_hold_is_advised_against_in_fields_and_texts(name: str, tmp_path: Path) -> None:
    """Files of such names are not kept in the repository: it could not be checked out there."""
    posting = make_posting(
        f"{TEXT}\n\n[A plan](<{quote(f'files/{name}')}>)",
        salary=PAY,
        place=TOWN,
        attachments=f'[{{file: "files/{name}", title: A plan}}]',
    )
    content = write_site(tmp_path / "content", {"postings/x.md": posting, f"files/{name}": b"%PDF-1.4"})
    words = (
        f"'files/{name}' is no name for a file on Windows; "
        "rename it: letters, digits and hyphens work everywhere, as in images/town-hall.jpg\n"
    )
    assert advice_on(content) == (
        f"content/postings/x.md:9: attachments.1.file: {words}content/postings/x.md:13: body: {words}"
    )


@pytest.mark.parametrize("name", ["console.pdf", "com10.pdf", "été 2026 (1).pdf", "a#b.pdf", "50%.pdf", "..a.b.pdf"])
def test_any_other_name_is_nobodys_business(name: str, tmp_path: Path) -> None:
    attachment = f'[{{file: "files/x{name}", title: A plan}}]'
    posting = make_posting(TEXT, salary=PAY, place=TOWN, attachments=attachment)
    assert advice_on(write_site(tmp_path / "content", {"postings/x.md": posting, f"files/x{name}": b"%PDF"})) == ""


if __name__ == "__main__":
    _write_expected()


OWNERS = {
    "organisations/example-network.md": make_organisation(
        website="https://www.example.org", email="info@mail.example.net", domains="[example.eu, köln.example]"
    ),
    "organisations/part.md": make_organisation(name="Part", website="https://part.example", part_of="example-network"),
    "organisations/other.md": make_organisation(name="Other", website="https://other.example"),
}


@pytest.mark.parametrize(
    ("organisation", "apply", "strange"),
    [
        ("example-network", "{email: jobs@example.eu}", ""),
        ("example-network", "{email: jobs@EXAMPLE.eu, url: https://jobs.de.example.eu/1}", ""),
        ("example-network", "{email: jobs@example.org}", ""),
        ("example-network", "{email: jobs@mail.example.net}", ""),
        ("example-network", "{email: jobs@example.net}", "example.net"),
        ("example-network", "{email: jobs@notexample.eu}", "notexample.eu"),
        ("example-network", "{url: https://example.eu.forms.example/1}", "example.eu.forms.example"),
        ("example-network", "{url: https://xn--kln-sna.example/1}", ""),
        ("example-network", "{url: https://bücher.example/1}", "bücher.example"),
        ("part", "{email: jobs@example.eu}", ""),
        ("part", "{email: jobs@part.example}", ""),
        ("part", "{email: jobs@else.example}", "else.example"),
        ("example-network", "{email: jobs@other.example}", "other.example"),
        ("[example-network, other]", "{email: jobs@other.example}", ""),
        ("other", "{email: jobs@else.example}", ""),
    ],
)
def test_an_address_on_no_domain_of_those_who_hire_is_asked_about(
    organisation: str, apply: str, strange: str, tmp_path: Path
) -> None:
    posting = make_posting(TEXT, salary=PAY, place=TOWN, organisation=organisation, apply=apply)
    said = advice_on(write_site(tmp_path / "content", {**OWNERS, "postings/x.md": posting}))
    assert (f": {strange} is no domain of Example Network; " in said) is bool(strange)
    assert said.count("\n") == bool(strange)


def test_a_translation_is_asked_about_the_addresses_in_its_own_file_alone(tmp_path: Path) -> None:
    fields = {"title": "Analyste", "lang": "fr", "translation_of": "x", "deadline": None}
    files = {
        **OWNERS,
        "postings/x.md": make_posting(TEXT, salary=PAY, place=TOWN, apply="{email: en@else.example}"),
        "postings/silent.md": make_posting(TEXT, **fields, apply=None),
    }
    assert advice_on(write_site(tmp_path / "content", files)).count("else.example is no domain") == 1
    own = make_posting(TEXT, **fields, apply="{email: fr@else.example}")
    both = advice_on(write_site(tmp_path / "content", {**files, "postings/silent.md": own}))
    assert both.count("else.example is no domain") == 2
