"""The page of a posting and the markup on it."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest

from tests.helpers import (
    REPOSITORY,
    at,
    build_site,
    make_event,
    make_news,
    make_organisation,
    make_posting,
    write_site,
)
from tests.outputs.reading import document, find, job_markup, links, text_of

PAGE = "jobs/x/index.html"


def build_one(
    tmp_path: Path, now: str = "2026-03-16 12:00", body: str = "Work.", **fields: str | None
) -> dict[str, bytes]:
    return build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting(body, **fields)}), at(now))


def test_the_mail_link_carries_the_subject_and_nothing_else(tmp_path: Path) -> None:
    subject = "Application – Project Officer, Twinning & Partnerships #1?"
    site = build_one(tmp_path, apply=f'{{email: jobs@example.org, subject: "{subject}"}}')
    mail = next(link for link in links(document(site, PAGE)) if link.startswith("mailto:"))
    assert (urlsplit(mail).path, parse_qs(urlsplit(mail).query)) == ("jobs@example.org", {"subject": [subject]})
    assert subject in text_of(document(site, PAGE))


@pytest.mark.parametrize("typed", ["[fr, en]", "{fr: , en: }", "{fr: , en: fluent}"])
def test_a_language_without_a_level_stands_alone_wherever_languages_are_told(tmp_path: Path, typed: str) -> None:
    site = build_one(tmp_path, languages=typed, skills="[maps]", starts="May", place="{city: Ghent, country: BE}")
    english = "English: fluent" if "fluent" in typed else "English"
    assert f"Languages French {english} Starts" in text_of(document(site, PAGE))
    markup = job_markup(site, PAGE)
    assert markup is not None
    assert markup["skills"] == ["French", english, "maps"]
    assert f"<p>French; {english}</p>" in site["jobs.xml"].decode()
    level = "fluent" if "fluent" in typed else "not-said"
    assert json.loads(site["jobs.json"])["postings"][0]["languages"] == {"fr": "not-said", "en": level}
    assert f"fr: not-said; en: {level}" in site["jobs.csv"].decode()


def test_the_mail_link_goes_to_every_address_and_the_page_shows_each(tmp_path: Path) -> None:
    site = build_one(tmp_path, apply="{email: [jobs@example.org, head@example.org], subject: Analyst}")
    page = document(site, PAGE)
    assert "mailto:jobs@example.org,head@example.org?subject=Analyst" in links(page)
    shown = [text_of(each) for each in find(page, "bdi", class_="verbatim")]
    assert shown == ["jobs@example.org", "head@example.org", "Analyst"]
    assert "E-mail addresses, to all of them" in text_of(page)


def test_a_place_without_a_town_is_told_of_wherever_places_are(tmp_path: Path) -> None:
    site = build_one(tmp_path, place="[{region: Wallonia, country: BE}, {country: ES}]")
    assert "Wallonia, Belgium · Spain" in text_of(document(site, PAGE))
    assert "Wallonia, Belgium · Spain" in text_of(document(site, "jobs/index.html"))
    assert "Wallonia, Belgium · Spain" in text_of(document(site, "jobs/country/es/index.html"))
    markup = job_markup(site, PAGE)
    assert markup is not None
    assert [each["address"] for each in markup["jobLocation"]] == [
        {"@type": "PostalAddress", "addressRegion": "Wallonia", "addressCountry": "BE"},
        {"@type": "PostalAddress", "addressCountry": "ES"},
    ]
    jobs = [*ET.fromstring(site["jobs.xml"]).iter("job")]
    told = [[job.findtext(name) for name in ("referencenumber", "city", "state", "country")] for job in jobs]
    assert told == [["x--be-wallonia", None, "Wallonia", "BE"], ["x--es", None, None, "ES"]]
    assert ET.fromstring(site["jobs-jooble.xml"]).findtext("job/region") == "Wallonia, Belgium; Spain"
    item = json.loads(site["feeds/jobs.json"])["items"][0]
    assert item["_job"]["location"] == [{"region": "Wallonia", "country": "BE"}, {"country": "ES"}]
    row = next(csv.DictReader(io.StringIO(site["jobs.csv"].decode("utf-8-sig"))))
    assert (row["place.city"], row["place.region"], row["place.country"]) == ("", "Wallonia; ", "BE; ES")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"place": "{city: Ghent, country: BE}"}, "You need the right to work there already (Belgium)"),
        (
            {"workplace": "remote", "applicants_from": "[BE, FR]"},
            "You need the right to work there already (Belgium and France)",
        ),
        ({"workplace": "remote", "applicants_from": "anywhere"}, "You need the right to work there already"),
        ({}, "You need the right to work there already"),
    ],
)
def test_who_may_apply_names_the_countries_a_permit_is_for(fields: dict[str, str], told: str, tmp_path: Path) -> None:
    page = document(build_one(tmp_path, eligibility="{permit: required, relocation: no}", **fields), PAGE)
    (fact,) = [each for each in find(page, "div") if [text_of(dt) for dt in find(each, "dt")] == ["Who may apply"]]
    assert [text_of(each) for each in find(fact, "dd")] == [told, "The employer does not help with moving"]


def test_the_deadline_stands_on_the_page_in_words_with_year_and_zone(tmp_path: Path) -> None:
    site = build_one(tmp_path, deadline='"2026-03-31 17:00"', timezone="Europe/Madrid")
    assert "Tuesday 31 March 2026, 17:00 (Madrid time)" in text_of(document(site, PAGE))
    assert find(document(site, PAGE), "time", datetime="2026-03-31T17:00+02:00")


def test_templates_in_content_are_only_text(tmp_path: Path) -> None:
    site = build_one(tmp_path, title='"{{ 7*7 }} {% if %}"', body="Costs {{ 7*7 }} and {% raw %}.")
    assert "{{ 7*7 }} {% if %}" in text_of(find(document(site, PAGE), "h1")[0])
    assert "Costs {{ 7*7 }} and {% raw %}." in text_of(document(site, PAGE))
    assert [
        path for path, data in site.items() if b"49" in data and path.startswith("jobs/") and b"{{ 7*7" not in data
    ] == []


def test_markup_in_fields_is_only_text(tmp_path: Path) -> None:
    site = build_one(
        tmp_path, title='"<script>alert(1)</script></title>"', summary='"</script><b>"', hours='"<img src=x>"'
    )
    page = document(site, PAGE)
    assert text_of(find(page, "h1")[0]) == "<script>alert(1)</script></title>"
    assert [each.get("src") for each in find(page, "img")] == ["{logo}", "{logo}"]
    markup = job_markup(site, PAGE)
    assert markup is not None
    assert markup["title"] == "<script>alert(1)</script></title>"


def test_a_closed_posting_loses_its_contacts_and_keeps_its_words(tmp_path: Path) -> None:
    body = (
        "Ask Ada Example: [mail](mailto:ada@example.org), ada@example.org or +32 2 555 01 00 / (02) 555 01 00.\n\n"
        "From 2026-05-01, 30 000 to 35 000 euros, 09.02.2026, ISBN 978."
    )
    site = build_one(tmp_path, now="2026-04-02 12:00", body=body)
    text = text_of(document(site, PAGE))
    assert b"ada@example.org" not in site[PAGE]
    assert b"jobs@example.org" not in site[PAGE]
    assert "555" not in text
    assert "Ask Ada Example: mail, [contact details removed]" in text
    assert "From 2026-05-01, 30 000 to 35 000 euros, 09.02.2026, ISBN 978." in text


def test_a_tombstone_keeps_title_organisation_and_dates_only(tmp_path: Path) -> None:
    site = build_one(tmp_path, now="2027-04-02 12:00", body="Secret duties.", reference="REF-7")
    text = text_of(document(site, PAGE))
    assert all(word in text for word in ("Data Analyst", "Example Network", "31 March 2026"))
    assert not any(word in text for word in ("Secret duties", "REF-7", "jobs@example.org"))


def test_every_internal_link_and_picture_leads_to_a_file(tmp_path: Path) -> None:
    from tests.golden import build_golden

    site = build_golden("full", tmp_path)
    missing = []
    for path in (path for path in site if path.endswith(".html")):
        page = document(site, path)
        targets = (
            links(page)
            + [each.get("src", "") for each in find(page, "img")]
            + [each.get("href", "") for each in find(page, "link")]
        )
        for target in targets:
            local = target.removeprefix("https://hub.example").split("#")[0]
            if local.startswith("/"):
                file = local.removeprefix("/board/")
                if file.startswith("theme/"):
                    assert (REPOSITORY / "theme" / "static" / file.removeprefix("theme/")).exists() or "style" in file
                elif (f"{file}index.html" if file.endswith("/") or not file else file) not in site:
                    missing.append((path, target))
    assert missing == []


def test_no_page_asks_anything_of_another_site(tmp_path: Path) -> None:
    from tests.golden import build_golden

    site = build_golden("full", tmp_path)
    for path in (path for path in site if path.endswith(".html")):
        page = document(site, path)
        loaded = [each.get("src", "") for tag in ("img", "script", "iframe", "source") for each in find(page, tag)]
        loaded += [each.get("href", "") for each in find(page, "link", rel="stylesheet")]
        assert [each for each in loaded if each and not each.startswith("/board/")] == [], path


def test_the_policy_of_a_page_names_the_hash_of_its_markup(tmp_path: Path) -> None:
    page = document(build_one(tmp_path), PAGE)
    policy = find(page, "meta", http_equiv="Content-Security-Policy")[0].get("content", "")
    blocks = ["".join(script.itertext()) for script in find(page, "script", type="application/ld+json")]
    hashes = [base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() for block in blocks]
    assert len(hashes) == 1
    assert all(f"'sha256-{each}'" in policy for each in hashes)


def test_a_posting_withdrawn_on_the_day_it_was_published_keeps_a_page_that_says_so(tmp_path: Path) -> None:
    closed = "{on: 2026-03-02, because: withdrawn, note: The budget was cut.}"
    site = build_one(tmp_path, published="2026-03-02 10:00", closed=closed)
    text = text_of(document(site, PAGE))
    assert "This posting was withdrawn" in text
    assert "2 March 2026" in text
    assert "The budget was cut." in text
    assert b"/jobs/x/" not in site["jobs/index.html"]
    assert b"/jobs/x/" in site["jobs/closed/2026/index.html"]


def test_a_contract_is_told_by_whatever_is_known_of_it(tmp_path: Path) -> None:
    for written, told in (
        ("{duration: 1 year}", "1 year"),
        ("{renewable: yes}", "can be extended"),
        ("{ends: August 2027}", "until August 2027"),
        ("{type: permanent}", "Permanent"),
    ):
        site = build_one(tmp_path / told, contract=written)
        assert told in text_of(document(site, PAGE))
        assert next(iter(json.loads(site["jobs.json"])["postings"]))["contract"]


def test_a_domain_in_another_script_is_ascii_for_programs_and_its_own_for_readers(tmp_path: Path) -> None:
    """`xn--…` in every address that something opens (RFC 5890), the script of its readers in every word."""
    addresses = "{email: jobs@пример.рф, url: https://пример.рф/вакансии}"
    content = write_site(
        tmp_path / "content",
        {
            "postings/x.md": make_posting("Work.", apply=addresses),
            "organisations/example-network.md": make_organisation(
                website="https://пример.рф",
                email="info@пример.рф",
                press_contacts="[{email: press@xn--e1afmkfd.xn--p1ai}]",
            ),
            "events/e.md": make_event(register="{url: https://пример.рф/e, email: e@пример.рф}"),
            "news/n.md": make_news(link="https://пример.рф/n", contacts="[{email: n@пример.рф}]"),
        },
    )
    site = build_site(content, at("2026-03-16 12:00"))
    ascii_host, own = b"xn--e1afmkfd.xn--p1ai", "пример.рф"
    for path in (PAGE, "organisations/example-network/index.html", "events/e/index.html", "news/n/index.html"):
        hrefs = [link for link in links(document(site, path)) if "xn--" in link]
        assert hrefs, path
        assert all(link.isascii() for link in hrefs)
        assert own in text_of(document(site, path)), path
    machines = {path: data for path, data in site.items() if not path.endswith(".html") and ascii_host in data}
    assert {"jobs.json", "jobs.csv", "jobs.xml", "events.json", "news.json", "organisations.json"} <= machines.keys()
    for path, data in site.items():
        assert path.endswith(".html") or own.encode() not in data, path
