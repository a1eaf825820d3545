"""The files for job sites: which jobs are in them, and what they say in each dialect."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.helpers import NOW, SITE, at, build_site, make_organisation, make_posting, write_site

INDEED, JOOBLE = "jobs.xml", "jobs-jooble.xml"

ANALYST = make_posting(
    "Draw [maps](https://example.org/?a=1&b=2) & plans.\n",
    title='"Data & Maps <Analyst>"',
    organisation="platform",
    published="2026-03-02",
    updated='"2026-03-09 14:00"',
    deadline='"2026-03-31 17:00"',
    place="{city: Ghent, country: BE, postcode: '9000', street: Veldstraat 1}",
    workplace="hybrid",
    employment="[full-time, temporary]",
    salary="{min: 42000, max: 48000.50, currency: EUR, per: year}",
    languages="{en: fluent, fr: asset}",
    topics="[culture, mobility]",
    experience="2 years",
    education="a master's degree",
    reference="HR/7",
    apply="{email: jobs@example.org}",
)
PLATFORM = make_organisation(name="Platform", part_of="example-network")

AS_INDEED = """\
<?xml version='1.0' encoding='UTF-8'?>
<source>
<publisher>Example Hub</publisher>
<publisherurl>https://hub.example/</publisherurl>
<lastBuildDate>Mon, 09 Mar 2026 13:00:00 GMT</lastBuildDate>
<job>
<title><![CDATA[Data & Maps <Analyst>]]></title>
<date><![CDATA[2026-03-02T00:00:00+01:00]]></date>
<referencenumber><![CDATA[analyst--be-ghent]]></referencenumber>
<requisitionid><![CDATA[HR/7]]></requisitionid>
<url><![CDATA[https://hub.example/jobs/x/]]></url>
<company><![CDATA[Example Network]]></company>
<city><![CDATA[Ghent]]></city>
<country><![CDATA[BE]]></country>
<postalcode><![CDATA[9000]]></postalcode>
<streetaddress><![CDATA[Veldstraat 1]]></streetaddress>
<email><![CDATA[jobs@example.org]]></email>
<description><![CDATA[<p>Draw <a href="https://example.org/?a=1&b=2" rel="noopener noreferrer">maps</a> & plans.</p>
<p>English: fluent; French: an asset</p>]]></description>
<salary><![CDATA[EUR 42000 - 48000.50 per year]]></salary>
<education><![CDATA[a master's degree]]></education>
<jobtype><![CDATA[fulltime, temporary]]></jobtype>
<category><![CDATA[Culture, Mobility]]></category>
<experience><![CDATA[2 years]]></experience>
<expirationdate><![CDATA[2026-03-31T17:01:00+02:00]]></expirationdate>
<remotetype><![CDATA[Hybrid remote]]></remotetype>
<lastactivitydate><![CDATA[2026-03-09T14:00:00+01:00]]></lastactivitydate>
</job>
</source>
"""

AS_JOOBLE = """\
<?xml version='1.0' encoding='UTF-8'?>
<jobs>
<job id="analyst">
<link><![CDATA[https://hub.example/jobs/x/]]></link>
<name><![CDATA[Data & Maps <Analyst>]]></name>
<region><![CDATA[Ghent, Belgium]]></region>
<company><![CDATA[Example Network]]></company>
<description><![CDATA[<p>Draw <a href="https://example.org/?a=1&b=2" rel="noopener noreferrer">maps</a> & plans.</p>
<p>English: fluent; French: an asset</p>]]></description>
<salary><![CDATA[EUR 42000 - 48000.50 per year]]></salary>
<jobtype><![CDATA[full time, temporary]]></jobtype>
<pubdate><![CDATA[02.03.2026]]></pubdate>
<updated><![CDATA[09.03.2026]]></updated>
<expire><![CDATA[31.03.2026]]></expire>
</job>
</jobs>
"""


def build(tmp_path: Path, now: datetime = NOW, **postings: str) -> dict[str, bytes]:
    files = {f"postings/{name.replace('_', '-')}.md": text for name, text in postings.items()}
    return build_site(write_site(tmp_path / "content", {"organisations/platform.md": PLATFORM, **files}), now)


def jobs(site: dict[str, bytes], path: str = INDEED) -> list[dict[str, str]]:
    found = ET.fromstring(site[path]).iter("job")
    return [{**job.attrib, **{field.tag: field.text or "" for field in job}} for job in found]


def test_a_job_in_each_dialect(tmp_path: Path) -> None:
    site = build(tmp_path, x=ANALYST.replace("title:", "formerly: [analyst]\ntitle:"))
    assert site[INDEED].decode() == AS_INDEED
    assert site[JOOBLE].decode() == AS_JOOBLE


def test_only_open_jobs_and_traineeships_are_told_of(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        job=make_posting(),
        trainee=make_posting(kind="traineeship"),
        call=make_posting(kind="call-for-experts"),
        volunteers=make_posting(kind="volunteering"),
        shut=make_posting(deadline="2026-03-10"),
        filled=make_posting(closed="{on: 2026-03-10, because: filled}"),
        scheduled=make_posting(published="2026-03-20"),
        draft=make_posting(status="draft"),
    )
    assert [job["url"].split("/")[-2] for job in jobs(site)] == ["job", "trainee"]
    assert [job["link"].split("/")[-2] for job in jobs(site, JOOBLE)] == ["job", "trainee"]


def test_a_translation_group_is_told_of_once(tmp_path: Path) -> None:
    translation = make_posting(lang="en", translation_of="original", deadline=None, apply=None, title="In English")
    site = build(tmp_path, original=make_posting(lang="fr"), translated=translation)
    assert [job["title"] for job in jobs(site)] == ["In English"]
    assert [job["name"] for job in jobs(site, JOOBLE)] == ["In English"]


def test_a_job_in_several_towns_is_several_jobs_with_lasting_numbers(tmp_path: Path) -> None:
    brussels, lille = "{city: Brussels, country: BE}", "{city: Lille, country: FR}"
    one = jobs(build(tmp_path / "one", x=make_posting(place=lille)))
    two = jobs(build(tmp_path / "two", x=make_posting(place=f"[{brussels}, {lille}, {brussels}]")))
    assert [(job["referencenumber"], job["city"], job["country"]) for job in two] == [
        ("x--be-brussels", "Brussels", "BE"),
        ("x--fr-lille", "Lille", "FR"),
    ]
    assert one[0]["referencenumber"] == two[1]["referencenumber"]
    assert {job["requisitionid"] for job in two} == {"x"}


def test_remote_work_names_the_countries_it_may_be_done_from(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        far=make_posting(workplace="remote", applicants_from="[BE, FR]", published="2026-03-03"),
        wide=make_posting(workplace="remote", applicants_from="anywhere"),
    )
    told = [(job["referencenumber"], job.get("country"), job["remotetype"]) for job in jobs(site)]
    assert told == [
        ("far--be", "BE", "Fully remote"),
        ("far--fr", "FR", "Fully remote"),
        ("wide", None, "Fully remote"),
    ]
    assert [job["region"] for job in jobs(site, JOOBLE)] == ["Belgium; France", "anywhere"]


def test_work_from_anywhere_is_at_the_office_and_keeps_its_number(tmp_path: Path) -> None:
    """A job site takes none without a town; the number it had before stays."""
    network = make_organisation(place="{city: Brussels, country: BE, postcode: '1000', street: Example street 1}")
    files = {
        "organisations/example-network.md": network,
        "postings/wide.md": make_posting(workplace="remote", applicants_from="anywhere"),
    }
    (job,) = jobs(build_site(write_site(tmp_path / "content", files)))
    assert (job["referencenumber"], job["city"], job["country"]) == ("wide", "Brussels", "BE")
    assert (job["postalcode"], job["streetaddress"], job["remotetype"]) == ("1000", "Example street 1", "Fully remote")


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    title = "]]> <script>alert(1)</script> &amp; & ]]]]>"
    site = build(tmp_path, x=make_posting("Write `]]>` here.", title=f"'{title}'", reference="']]><b>'"))
    assert [job["title"] for job in jobs(site)] == [title]
    assert [job["name"] for job in jobs(site, JOOBLE)] == [title]
    assert jobs(site)[0]["requisitionid"] == "]]><b>"
    assert jobs(site)[0]["description"] == "<p>Write <code>]]&gt;</code> here.</p>"


def test_a_description_has_entities_only_where_the_character_would_be_read_as_markup(tmp_path: Path) -> None:
    site = build(tmp_path, x=make_posting("A & B, AT&T, 3 < 4, `&lt;` and `&copy 2026`, 5\u00a0%.", languages=None))
    assert jobs(site)[0]["description"] == (
        "<p>A & B, AT&T, 3 &lt; 4, <code>&amp;lt;</code> and <code>&amp;copy 2026</code>, 5\u00a0%.</p>"
    )


def test_the_date_of_the_file_is_that_of_its_newest_change(tmp_path: Path) -> None:
    postings = {
        "open": make_posting(updated='"2026-03-09 14:00"'),
        "shut": make_posting(deadline='"2026-03-10 17:00"', published="2026-03-01"),
    }

    def date(now: str) -> str:
        site = build(tmp_path / now[:10], at(now), **postings)
        return ET.fromstring(site[INDEED]).findtext("lastBuildDate") or ""

    assert date("2026-03-10 12:00") == "Mon, 09 Mar 2026 13:00:00 GMT"
    assert date("2026-03-11 12:00") == date("2026-03-15 12:00") == "Tue, 10 Mar 2026 16:01:00 GMT"
    assert date("2027-08-01 12:00") == "Tue, 31 Mar 2026 22:00:00 GMT"


def test_a_board_with_nothing_open_has_empty_files(tmp_path: Path) -> None:
    site = build(tmp_path)
    assert jobs(site) == jobs(site, JOOBLE) == []
    assert ET.fromstring(site[INDEED]).findtext("lastBuildDate") == "Thu, 01 Jan 2026 00:00:00 GMT"


def test_a_site_without_facets_has_no_files_that_show_all_of_it(tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", {"postings/x.md": make_posting()})
    site = build_site(content, site=replace(SITE, has_extras=False))
    assert {INDEED, JOOBLE, "jobs.json", "jobs.schema.json"}.isdisjoint(site)
