"""Files of any name, in every place that may name one: each address is valid, and a web server has the file there."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from lxml import etree, html

from jobboard.source.markdown.convert import Engine
from tests.addresses import in_json, in_page
from tests.helpers import (
    REPOSITORY,
    build_site,
    make_event,
    make_introduction,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    write_site,
)
from tests.pictures import jpeg

NAMES = (
    "plain",
    "two words",
    "c#",
    "a#b#c",
    "100%",
    "100%25",
    "50%20off",
    "why?",
    "a?b=1&c=2",
    "a&amp;b",
    "it's",
    'so "called"',
    "a,b; c",
    "a+b=c@d",
    "(1) [2] {3}",
    "a~$!*^`",
    "<b>",
    "café",
    "Ελλάδα",
    "数据",
    "ملف",
    "🚲",
    "two.dots..",
)
PLACES = ("posting", "news", "event", "organisation", "page", "topic")
HOST = "https://hub.example"
URI = re.compile(r"(?:https://hub\.example)?/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})*")
"""What may stand in the path of an address (RFC 3986, 3.3)."""


def field(file: str) -> str:
    """A path as front matter may hold it."""
    return json.dumps(file, ensure_ascii=False)


def in_text(file: str) -> str:
    """A path as Markdown may hold it, whatever its characters."""
    return quote(file)


def files_for(number: int, name: str, written: Mapping[str, str]) -> dict[str, str | bytes | None]:
    """Content that names a picture and a document of that name in every place; `written` is how bodies do."""
    picture, document = f"images/{name}.jpg", f"files/{name}.pdf"
    body = f"![A town]({written[picture]}) and [a paper]({written[document]}).\n"
    image = f"{{file: {field(picture)}, alt: A town}}"
    own = f"item-{number}"
    return {
        picture: jpeg(90, 60),
        document: f"%PDF {number}".encode(),
        f"postings/{own}.md": make_posting(
            body, image=image, attachments=f"[{{file: {field(document)}, title: A paper}}]", topics=f"[topic-{number}]"
        ),
        f"news/{own}.md": make_news(
            body,
            image=image,
            assets=f"[{image[:-1]}, title: A town}}, {{file: {field(document)}, title: A paper}}]",
            embeds=f"[{{url: 'https://film.example/1', title: A film, image: {image}}}]",
        ),
        f"events/{own}.md": make_event(body, image=image),
        f"organisations/{own}.md": make_organisation(body, logo=image),
        f"pages/{own}.md": make_page(body),
        f"topics/topic-{number}.md": make_introduction(body),
    }


def content_of(folder: Path) -> Path:
    files: dict[str, str | bytes | None] = {}
    for number, name in enumerate(NAMES):
        paths = f"images/{name}.jpg", f"files/{name}.pdf"
        files |= files_for(number, name, {each: in_text(each) for each in paths})
    files["topics.yaml"] = "".join(f"topic-{number}: {{en: Topic {number}}}\n" for number in range(len(NAMES)))
    return write_site(folder, files)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("names")
    build_site(content_of(folder / "content"), output=folder / "output")
    return folder / "output"


@pytest.fixture(scope="module")
def named(output: Path) -> dict[str, set[str]]:
    """Every address of a published file, with the outputs that name it."""
    found: dict[str, set[str]] = {}
    for file in sorted(output.rglob("*")):
        path = file.relative_to(output).as_posix()
        for address in addresses_in(path, file.read_bytes()) if file.is_file() else ():
            if "/media/" in address or "/pictures/" in address or address.endswith(".zip"):
                found.setdefault(address, set()).add(path)
    return found


def addresses_in(path: str, data: bytes) -> Iterator[str]:
    """Whatever an output names by its address, the way its readers take it apart."""
    if path.endswith(".html"):
        yield from in_page(html.document_fromstring(data.decode()))
    elif path.endswith(".json"):
        yield from in_json(json.loads(data))
    elif path.endswith(".xml"):
        yield from _in_xml(etree.fromstring(data))


def _in_xml(root: Any) -> Iterator[str]:
    for each in root.iter(etree.Element):
        if each.text and "<" in each.text:
            yield from in_page(html.fragment_fromstring(each.text, create_parent=True))


@pytest.fixture(scope="module")
def server(output: Path) -> Iterator[int]:
    """A web server on the built site, as any host is one; its port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(output))) as serving:
        thread = Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield serving.server_port
        serving.shutdown()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_every_address_of_a_file_is_one_that_a_browser_may_send(named: dict[str, set[str]]) -> None:
    assert [each for each in named if not URI.fullmatch(each)] == []


def test_a_web_server_has_a_file_at_every_address(named: dict[str, set[str]], server: int, output: Path) -> None:
    connection = HTTPConnection("127.0.0.1", server)
    wrong, served = {}, set()
    for address, outputs in named.items():
        connection.request("GET", urlsplit(address).path)
        reply = connection.getresponse()
        served.add(reply.read())
        if reply.status != 200:
            wrong[address] = outputs
    connection.close()
    assert wrong == {}
    published = {each.read_bytes() for each in output.glob("media/**/*") if each.is_file()}
    assert published <= served


def test_every_name_is_named_in_every_place(named: dict[str, set[str]]) -> None:
    for number, name in enumerate(NAMES):
        picture, document = f"/pictures/{quote(f'images/{name}.jpg')}", f"/media/{quote(f'files/{name}.pdf')}"
        own = {"posting": "jobs", "event": "events", "organisation": "organisations", "news": "news"}
        pages = {f"{folder}/item-{number}/index.html" for folder in own.values()}
        pages |= {f"item-{number}/index.html", f"topics/topic-{number}/index.html"}
        assert pages <= named[document], name
        assert pages <= named[f"{picture}/preview.jpg"], name
        assert "organisations.json" in named[f"{HOST}{picture}/logo.png"], name
        feeds = {
            f"feeds/{kind}.{form}" for kind in ("jobs", "news", "events") for form in ("rss.xml", "atom.xml", "json")
        }
        assert {"news.json"} | feeds <= named[f"{HOST}{picture}/preview.jpg"], name
        assert feeds <= named[f"{HOST}{document}"], name


def test_a_picture_is_where_markup_and_cards_of_social_networks_say(named: dict[str, set[str]]) -> None:
    for number, name in enumerate(NAMES):
        address = f"{HOST}/pictures/{quote(f'images/{name}.jpg')}"
        pages = {f"{folder}/item-{number}/index.html" for folder in ("jobs", "news", "events")}
        assert pages <= named[f"{address}/preview.jpg"], name
        assert f"organisations/item-{number}/index.html" in named[f"{address}/logo.png"], name


def test_one_module_makes_addresses_of_paths() -> None:
    """The others write the subject of a mail, and what a calendar elsewhere is told."""
    folder = REPOSITORY / "plugins/jobboard/outputs"
    found = {file.stem for file in folder.rglob("*.py") if re.search(r"import .*\bquote\b", file.read_text("utf-8"))}
    assert found == {"addresses", "apply", "reporting"}


AS_TYPED = ("c#", "a#b#c", "why?", "100%", "50%20off", "café", "Ελλάδα", "two words", "(1) [2] {3}")


@pytest.mark.parametrize("engine", [*Engine], ids=str)
@pytest.mark.parametrize("name", AS_TYPED)
def test_a_name_may_stand_in_a_body_as_it_is_on_the_disk(name: str, engine: Engine, tmp_path: Path) -> None:
    files = {f"images/{name}.jpg": jpeg(90, 60), f"files/{name}.pdf": b"%PDF", "files/plain.pdf": b"%PDF"}
    body = f"![A town](<images/{name}.jpg>) [a paper](<files/{name}.pdf>) [page 3](files/plain.pdf#page=3)\n"
    site = build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting(body), **files}), engine=engine)
    prose = html.document_fromstring(site["jobs/x/index.html"].decode()).find_class("prose")[0]
    assert [*in_page(prose)] == [
        *(f"/pictures/{quote(f'images/{name}.jpg')}/{file}" for file in ("90.avif", "90.webp", "preview.jpg")),
        f"/media/{quote(f'files/{name}.pdf')}",
        "/media/files/plain.pdf#page=3",
    ]
