"""Netlify as a host, by a server that answers as its API is described."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jobboard.publishing import netlify as netlify_host
from jobboard.publishing.course import load_of
from jobboard.publishing.host import NotPublishedError, There
from jobboard.publishing.netlify import NetlifyHost
from jobboard.publishing.releases import NoEarlierError
from jobboard.publishing.target import PublishTarget
from tests.helpers import NOW
from tests.publishing.servers import FakeNetlify, netlify
from tests.publishing.sites import NEW, OLD, bring, put_site

TARGET = PublishTarget(name="production", kind="netlify", host="board")


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeNetlify:
    monkeypatch.setattr(netlify_host, "_PAUSE", 0.001)
    return FakeNetlify()


@pytest.fixture
def host(fake: FakeNetlify) -> Iterator[NetlifyHost]:
    with netlify(fake) as api:
        yield NetlifyHost("board", "secret", api)


def sent(fake: FakeNetlify) -> list[str]:
    return [path.split("/files/")[1] for method, path in fake.requests if method == "PUT"]


def test_only_files_that_it_lacks_are_sent(tmp_path: Path, host: NetlifyHost, fake: FakeNetlify) -> None:
    bring(host, put_site(tmp_path / "old", OLD), TARGET)
    assert fake.site() == OLD
    fake.requests.clear()
    load = bring(host, put_site(tmp_path / "new", NEW), TARGET)
    assert fake.site() == NEW
    assert {*sent(fake)} == {file.path for file in load.travel.files} == {p for p in NEW if OLD.get(p) != NEW[p]}


def test_the_same_site_is_not_deployed_again(tmp_path: Path, host: NetlifyHost, fake: FakeNetlify) -> None:
    old = put_site(tmp_path / "old", OLD)
    bring(host, old, TARGET)
    assert bring(host, old, TARGET).travel.is_nothing
    assert len(fake.deploys) == 1


@pytest.mark.parametrize("number", range(6))
def test_a_deploy_that_breaks_off_is_not_shown_and_the_next_sends_the_rest(
    number: int, tmp_path: Path, host: NetlifyHost, fake: FakeNetlify
) -> None:
    bring(host, put_site(tmp_path / "old", OLD), TARGET)
    new, fake.breaks_after = put_site(tmp_path / "new", NEW), number
    with pytest.raises(NotPublishedError, match="Netlify answers 500 to PUT"):
        bring(host, new, TARGET)
    assert fake.site() == OLD
    fake.breaks_after = None
    fake.requests.clear()
    bring(host, new, TARGET)
    assert fake.site() == NEW
    assert len(sent(fake)) == len([path for path in NEW if OLD.get(path) != NEW[path]]) - number


def test_one_goes_back(tmp_path: Path, host: NetlifyHost, fake: FakeNetlify) -> None:
    bring(host, put_site(tmp_path / "old", OLD), TARGET)
    with pytest.raises(NoEarlierError):
        host.go_back(host.look())
    bring(host, put_site(tmp_path / "new", NEW), TARGET)
    host.go_back(host.look())
    assert fake.site() == OLD


def test_what_it_refuses_is_said(tmp_path: Path, host: NetlifyHost, fake: FakeNetlify) -> None:
    fake.refuses = "too many files"
    with pytest.raises(NotPublishedError, match="refuses the site: too many files"):
        bring(host, put_site(tmp_path / "old", OLD), TARGET)


def test_a_wrong_token_is_said_and_not_shown(host: NetlifyHost) -> None:
    with pytest.raises(NotPublishedError) as said:
        NetlifyHost("board", "wrong token", host.api).look()
    assert str(said.value) == "Netlify answers 401 to GET sites/board/deploys"


ODD = ["[]", "null", "{}", '"x"', "[1, 2]", '[{"id": 1}]', '{"published_deploy": []}', '{"id": "x", "required": 5}']
ODD += ['{"id": 7}', "no json", "[" * 100_000, ""]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd[:20])
def test_whatever_it_answers_is_a_line(odd: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(netlify_host, "_PATIENCE", 0)
    host = NetlifyHost("board", "secret", "https://api.invalid")
    with monkeypatch.context() as patched:
        patched.setattr(netlify_host, "send", lambda *_: (200, odd.encode()))
        load = load_of(put_site(tmp_path / "old", OLD), tmp_path / "cache", TARGET, host, There(), NOW)
        with pytest.raises(NotPublishedError, match="Netlify"):
            host.carry(load, There())
        with pytest.raises(NotPublishedError, match="Netlify: "):
            host.look()
