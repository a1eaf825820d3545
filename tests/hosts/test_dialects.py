"""`_headers` and `_redirects`, as the two hosts that read them would apply them to every file of a site."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from jobboard.board.site import FileHost, Site
from jobboard.outputs.addresses import href
from jobboard.outputs.site.host_rules import TYPES_BY_ENDING, base_of, served_with
from jobboard.outputs.site.hosting import Elsewhere, headers, redirects
from tests.hosts import dialects
from tests.hosts.sites import ELSEWHERE, SITES, of_host, publish

READINGS = {
    "cloudflare": (FileHost.CLOUDFLARE, dialects.by_cloudflare),
    "netlify, the last": (FileHost.NETLIFY, lambda text, path: dialects.by_netlify(text, path, is_last=True)),
    "netlify, the most specific": (FileHost.NETLIFY, lambda text, path: dialects.by_netlify(text, path, is_last=False)),
}
LANGUAGES = "en fr es de it nl pl pt cs sk da sv fi et lv lt hu ro bg el hr sl ga mt"
MANY = replace(SITES["/board/"], languages=tuple(re.findall("[a-z]+", LANGUAGES)))


class Built(NamedTuple):
    """A site and its files, by their addresses on the host."""

    site: Site
    folder: Path

    @property
    def files(self) -> set[str]:
        found = (each.relative_to(self.folder).as_posix() for each in self.folder.rglob("*") if each.is_file())
        return {href(self.site, each) for each in found if not each.startswith(("_", "."))}

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def path(self, address: str) -> str:
        return address.removeprefix(base_of(self.site))


_BUILT: dict[tuple[str, FileHost], Built] = {}


@pytest.fixture(params=SITES)
def base(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def built(base: str, host: FileHost, factory: pytest.TempPathFactory) -> Built:
    if (base, host) not in _BUILT:
        site = of_host(SITES[base], host)
        _BUILT[base, host] = Built(site, publish(site, factory.mktemp("dialect")) / base.strip("/"))
    return _BUILT[base, host]


def address_of(file: str) -> str:
    return re.sub(r"(^|/)index\.html$", r"\1", file)


@pytest.mark.parametrize("reading", READINGS)
def test_every_file_has_the_headers_of_the_table(
    reading: str, base: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    host, apply = READINGS[reading]
    site = built(base, host, tmp_path_factory)
    text = site.text("_headers")
    for file in sorted(site.files):
        address = address_of(file)
        expected = served_with(site.site, site.path(address))
        came = apply(text, address)
        type_ = expected.pop("Content-Type", "")
        assert came.pop("Content-Type", TYPES_BY_ENDING[file.rpartition(".")[2]]) == type_, address
        assert came == expected, address


def test_of_no_address_netlify_has_to_choose_but_of_a_drawing(
    base: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = built(base, FileHost.NETLIFY, tmp_path_factory)
    blocks = dialects.blocks_of(site.text("_headers"))
    for address in map(address_of, site.files):
        given = Counter(name for block in blocks if dialects.is_matched(block.path, address) for name, _ in block.lines)
        twice = {name for name, times in given.items() if times > 1}
        assert twice == ({"Content-Security-Policy"} if re.search(r"/media/.*\.svg$", address) else set()), address


@pytest.mark.parametrize("host", FileHost)
def test_a_file_stays_within_the_limits_of_its_host(
    host: FileHost, base: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = built(base, host, tmp_path_factory)
    assert all(line.count("*") <= 1 for line in site.text("_headers").splitlines() if line.startswith("/"))
    assert max(map(len, site.text("_headers").splitlines())) <= dialects.LONGEST_LINE
    assert max(map(len, site.text("_redirects").splitlines())) <= dialects.LONGEST_REDIRECT


def test_twenty_four_languages_are_within_the_rules_of_cloudflare() -> None:
    assert len(dialects.blocks_of(headers(MANY, ()))) <= dialects.MOST_RULES


@pytest.mark.parametrize("host", FileHost)
def test_old_addresses_lead_on_and_tombstones_say_so_where_they_can(
    host: FileHost, base: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site, is_netlify = built(base, host, tmp_path_factory), host is FileHost.NETLIFY
    ask = dialects.answer_of_netlify if is_netlify else dialects.answer_of_cloudflare
    text, files = site.text("_redirects"), site.files
    for old, new in ELSEWHERE.moves:
        assert ask(text, files, href(site.site, old)) == (301, href(site.site, new), "")
    for each in ELSEWHERE.gone:
        page = href(site.site, f"{each}index.html")
        assert ask(text, files, href(site.site, each)) == (410 if is_netlify else 200, "", page)
    assert ask(text, files, href(site.site, "jobs/x/")) == (200, "", href(site.site, "jobs/x/index.html"))
    if not is_netlify:
        assert {line.split()[2] for line in text.splitlines()} <= dialects.SENDING_ELSEWHERE


@pytest.mark.parametrize("host", FileHost)
@pytest.mark.parametrize(("path", "page"), [("gone/", "404.html"), ("fr/gone/x/", "fr/404.html")])
def test_what_is_not_there_is_told_in_the_language_of_the_path(
    path: str, page: str, host: FileHost, base: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = built(base, host, tmp_path_factory)
    ask = dialects.answer_of_netlify if host is FileHost.NETLIFY else dialects.answer_of_cloudflare
    assert ask(site.text("_redirects"), site.files, href(site.site, path)) == (404, "", href(site.site, page))


def test_a_board_without_anything_elsewhere_has_no_lines_for_cloudflare() -> None:
    assert redirects(SITES["/"], Elsewhere()) == ""
