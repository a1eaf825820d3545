"""What is still the sample's: advice while a group works on its site, refused before readers see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.pelican_adapter.run import Options, load_settings
from jobboard.settings import sample
from jobboard.settings.sample import advise_on_sample, check_publishing
from jobboard.settings.site_address import is_local, is_sample
from jobboard.source.problem import Level
from tests.helpers import REPOSITORY, make_organisation, make_page, make_posting, settings_of, write_site

REAL = "https://jobs.networks.eu/board"
STATEMENT = """{
    "status": "partially", "method": "self", "prepared": "%s", "contact": "%s", "non_compliant": ["Some PDF files."],
    "enforcement": {"name": "%s", "url": "%s"},
}"""
OWN = ("2026-03-02", "a11y@networks.eu", "The ombudsman", "https://ombudsman.eu")


class Project:
    """A project with settings and content of its own; each change takes the place of something."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "pelicanconf.py"
        own = settings_of(REPOSITORY / "theme").replace("hub.example,2026", "networks.eu,2026")
        self.settings(own.replace('PATH = "content"', f'PATH = "{folder / "content"}"'))
        write_site(folder / "content", {"postings/x.md": make_posting()})

    def settings(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")

    def set(self, name: str, value: str) -> None:
        with self.file.open("a", encoding="utf-8") as file:
            file.write(f"{name} = {value}\n")

    def options(self, site_url: str) -> Options:
        return Options(settings=str(self.file), site_url=site_url, output=str(self.folder / "output"))

    def refused(self, site_url: str = "") -> list[str]:
        found = load_settings(self.options(site_url))
        return [*map(str, check_publishing(found, str(self.file), is_address_given=bool(site_url)))]

    def advised(self, site_url: str) -> list[str]:
        advice = list(advise_on_sample(load_settings(self.options(site_url)), str(self.file)))
        assert all(each.level is Level.ADVICE for each in advice)
        return [*map(str, advice)]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


LOCAL = ["http://localhost:8000", "http://LOCALHOST", "http://board.localhost/", "http://localhost.:80"]
LOOPBACK = ["http://127.0.0.1:8000/board", "http://127.8.8.8", "http://[::1]:8000", "http://0.0.0.0:8000"]
GUIDES = [
    "https://example.org/board",
    "https://www.example.com",
    "http://Example.NET:8080",
    "https://hub.test",
    "https://x.invalid",
]
NOBODYS = [
    *GUIDES,
    "https://talent-hub.example",
    "https://Jobs.Hub.EXAMPLE/board",
    "https://example",
    "http://hub.example.:443",
]


@pytest.mark.parametrize("url", [*LOCAL, *LOOPBACK, *NOBODYS])
def test_an_address_no_reader_can_open_is_refused_where_a_file_says_it_and_taken_where_it_is_given(
    url: str, project: Project
) -> None:
    project.set("SITEURL", repr(url))
    why = "nobody can own" if url in NOBODYS else "only this machine can open"
    assert project.refused() == [
        (
            f"pelicanconf.py:12: SITEURL: {url.rstrip('/')} is an address {why}; "
            "write the public one here, or give it: make publish SITEURL=https://example.org/board"
        )
    ]
    assert project.refused(url) == []


@pytest.mark.parametrize(
    "url", [REAL, "http://10.0.0.5", "https://example.jobs.eu", "https://localhost.eu", "https://myexample.org"]
)
def test_an_address_of_readers_is_taken_wherever_it_comes_from(url: str, project: Project) -> None:
    project.set("SITEURL", repr(url))
    assert (is_local(url), is_sample(url)) == (False, False)
    assert project.refused() == project.refused(url) == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (
            "JOBBOARD_IDENTITY",
            "'talent-hub.example,2026'",
            [
                (
                    "pelicanconf.py:12: JOBBOARD_IDENTITY: 'talent-hub.example,2026' is a sample; feeds and calendars "
                    "are known by it; choose one once and for ever, of a name you own and this year, like "
                    "'example.org,2026'"
                )
            ],
        ),
        *(
            (
                "JOBBOARD_ACCESSIBILITY",
                STATEMENT % tuple(kept if number == at else own for number, own in enumerate(OWN)),
                [
                    (
                        f"pelicanconf.py:12: JOBBOARD_ACCESSIBILITY: {key}: still the sample's; "
                        "complete the accessibility statement: docs/accessibility.md says how"
                    )
                ],
            )
            for at, key, kept in [
                (0, "prepared", sample.PREPARED),
                (1, "contact", "accessibility@talent-hub.example"),
                (2, "enforcement.name", "the body that your country has named for complaints (sample)"),
                (3, "enforcement.url", "https://enforcement.talent-hub.example"),
            ]
        ),
        ("JOBBOARD_ACCESSIBILITY", STATEMENT % OWN, []),
        ("SITENAME", repr(sample.SITENAME), []),
    ],
)
def test_a_setting_of_the_sample_is_advised_against_and_refused_at_a_real_address(
    name: str, value: str, expected: list[str], project: Project
) -> None:
    project.set(name, value)
    assert project.refused(REAL) == expected
    assert project.advised(REAL) == project.advised("http://localhost:8000") == expected
    assert project.refused("http://localhost") == project.advised("https://hub.example") == []


def test_name_and_description_of_the_sample_go_with_its_identity(project: Project) -> None:
    project.set("SITENAME", repr(sample.SITENAME))
    project.set("JOBBOARD_DESCRIPTION", repr(sample.DESCRIPTION))
    project.set("JOBBOARD_IDENTITY", "'talent-hub.example,2026'")
    assert project.refused(REAL)[1:] == [
        "pelicanconf.py:12: SITENAME: 'Talent Hub for Cities and Regions' is the sample's; write the name of your site",
        (
            "pelicanconf.py:13: JOBBOARD_DESCRIPTION: 'Jobs, traineeships and news from the networks of European c…' "
            "is the sample's; say in a sentence what your site has"
        ),
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("organisations/example-network.md", make_organisation(website="https://Cities.Example")),
        ("organisations/example-network.md", make_organisation(press_contacts="[{name: X, email: x@cities.example}]")),
        ("postings/y.md", make_posting(apply="{email: jobs@cities.example}")),
        ("pages/privacy.md", make_page("Write to [us](mailto:privacy@cities.example).\n")),
        ("postings/deep/er/y.md", make_posting("Apply at https://cities.example/apply.\n")),
    ],
)
def test_an_address_of_the_sample_anywhere_in_the_content_is_found(path: str, text: str, project: Project) -> None:
    write_site(project.folder / "content", {path: text})
    (line,) = (number for number, each in enumerate(text.split("\n"), 1) if "cities.example" in each.lower())
    host = "Cities.Example" if "Cities" in text else "cities.example"
    expected = (
        f"content/{path}:{line}: {host} is an address of a sample; nobody can be reached there; "
        "write your own, or delete what came with the sample"
    )
    assert project.refused(REAL) == project.advised(REAL) == [expected]


@pytest.mark.parametrize("text", ["https://example.org", "x@cities.example.org", "an .example of it", "non-example"])
def test_what_only_looks_like_an_address_of_the_sample_is_passed_over(text: str, project: Project) -> None:
    write_site(project.folder / "content", {"postings/y.md": make_posting(f"{text} and more.\n")})
    assert project.refused(REAL) == []


def test_of_many_files_ten_are_named_by_publish_and_one_by_check(project: Project) -> None:
    files = {f"postings/p{number:02}.md": make_posting("At p.example.\n") for number in range(13)}
    write_site(project.folder / "content", files)
    refused, (advised,) = project.refused(REAL), project.advised(REAL)
    assert len(refused) == 10
    assert refused[-1].startswith(
        "content/postings/p09.md:8: p.example is an address of a sample, as in 3 other files;"
    )
    assert advised.startswith("content/postings/p00.md:8: p.example is an address of a sample, as in 12 other files;")


def test_the_words_known_as_the_sample_s_are_those_that_come_with_the_board() -> None:
    """So that nobody changes them in one place alone: every part of the sample is found."""
    found = load_settings(Options(settings=str(REPOSITORY / "pelicanconf.py")))
    names = [each.field for each in check_publishing(found, "pelicanconf.py", is_address_given=True)]
    assert (is_local(found.site.url), names) == (True, [])
    at_readers = load_settings(Options(settings=str(REPOSITORY / "pelicanconf.py"), site_url=REAL))
    kept = check_publishing(at_readers, str(REPOSITORY / "pelicanconf.py"), is_address_given=True)
    assert [each.field for each in kept if each.field] == [
        "JOBBOARD_IDENTITY",
        "SITENAME",
        "JOBBOARD_DESCRIPTION",
        "JOBBOARD_ACCESSIBILITY",
    ]
    assert kept[3].message == "prepared, contact, enforcement.name, enforcement.url: still the sample's"
