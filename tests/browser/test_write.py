"""The form for writing: what it makes the board's reader reads as it was written, and the check passes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Locator, expect

from jobboard.board.site import CodeHost, Repository, WritingForm
from jobboard.model.fields.field import FieldType, declarations
from jobboard.model.fields.input import Input
from jobboard.model.kinds import RECORDS
from jobboard.outputs.form.description import KIND_NAMES
from jobboard.source.problem import Report
from jobboard.source.text import decode
from jobboard.source.yaml.front_matter import parse_front_matter, split_front_matter
from jobboard.source.yaml.tree import Mapping as Fields
from jobboard.source.yaml.tree import Node, Scalar, Sequence
from tests.browser.reader import Reader
from tests.helpers import SITE, at, build_site, make_organisation, make_posting, write_site
from tests.judging.axe import examine_looks
from tests.source.test_slug import NAMES

Read = Callable[..., Reader]
NOW = "2026-03-16 12:00"
KEY = "jobboard write 1 /"
REPOSITORY = Repository(
    host=CodeHost.GITHUB,
    new="https://github.com/example/board/new/main",
    upload="https://github.com/example/board/upload/main/content",
    folder="content",
)
FORM = WritingForm(editors="editors@hub.example", repository=REPOSITORY)
WITH_FORM = replace(SITE, languages=("en", "fr"), form=FORM)

HOSTILE = (
    "a: b # c",
    "- x",
    "'quoted' \"twice\" \\ back",
    "{a: b}",
    "no",
    "010",
    "@x `y` %z &a *b !c",
    "line\nnext:\n\n  deep\nend",
    "  ---",
    "---\nx: y\n---",
    "wide\u00a0space",
    "Łódź 日本語 🙂 \U0001f469\u200d\U0001f4bb",
    "=1+1",
    "2026-03-31 17:00",
    "x\ttab",
)
"""Texts that YAML, or a careless writer of it, takes for something else."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    files: dict[str, str | bytes | None] = {
        "topics.yaml": "culture: {en: Culture, fr: Culture}\ntwinning: {en: Twinning, fr: Jumelages}\n",
        "organisations/cemr.md": make_organisation(name="Council of Examples"),
        "organisations/uclg.md": make_organisation(name="World of Examples"),
        "postings/x.md": make_posting(),
    }
    return build_site(write_site(tmp_path_factory.mktemp("write") / "content", files), at(NOW), site=WITH_FORM)


def value_of(type_: FieldType[Any], example: Node) -> Any:
    """An example as the form has it: a text, a list, pairs, or the fields of a record."""
    match type_.asked:
        case Input.LIST:
            entries = example.items if isinstance(example, Sequence) else (example,)
            return [value_of(type_.items[0], each) for each in entries]
        case Input.PAIRS:
            assert isinstance(example, Fields)
            return [[each.key, text_in(each.value)] for each in example.entries]
        case Input.GROUP | Input.GROUP_OR_YES:
            if isinstance(example, Scalar) and type_.asked is Input.GROUP_OR_YES:
                return True
            assert type_.record is not None
            return all_of(type_.record)
    return text_in(example)


def text_in(node: Node) -> str:
    assert isinstance(node, Scalar)
    return node.text


def all_of(record: type) -> dict[str, Any]:
    """Every field of a record, as its example fills it in."""
    found = {}
    for name, each in declarations(record).items():
        fields = parse_front_matter(f"it: {each.example}", 1, Report(""))
        assert fields is not None
        found[name] = value_of(each.type, fields.entries[0].value)
    return found


def read_back(type_: FieldType[Any] | type, node: Node) -> Any:
    """What the board's reader finds in a file, in the same shape."""
    if isinstance(type_, type):
        assert isinstance(node, Fields)
        declared = declarations(type_)
        return {each.key: read_back(declared[each.key].type, each.value) for each in node.entries}
    match type_.asked:
        case Input.LIST:
            entries = node.items if isinstance(node, Sequence) else (node,)
            return [read_back(type_.items[0], each) for each in entries]
        case Input.PAIRS:
            assert isinstance(node, Fields)
            return [[each.key, text_in(each.value)] for each in node.entries]
        case Input.GROUP | Input.GROUP_OR_YES:
            if isinstance(node, Scalar):
                assert node.text == "true"
                return True
            assert type_.record is not None
            return read_back(type_.record, node)
    return text_in(node)


def put(reader: Reader, folder: str, values: Mapping[str, Any], body: str = "Words.", path: str = "/write/") -> None:
    """Opens the form with a draft of these values."""
    draft = {"last": folder, "of": {folder: {"values": values, "body": body, "name": "a-name", "isNamed": True}}}
    reader.open("/404.html")
    reader.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(draft)])
    reader.open(path)
    expect(reader.find('[data-part="kind"]')).to_have_value(folder)


def written(reader: Reader) -> str:
    """The file as the script writes it of what the form holds, whatever the form says of it."""
    text: str = reader.page.evaluate(
        """async (key) => {
          document.querySelector(".write-form").dispatchEvent(new Event("input"));
          const { last, of } = JSON.parse(localStorage.getItem(key));
          const form = await (await fetch("/write/" + last + ".json")).json();
          return fileOf(form, of[last].values, of[last].body);
        }""",
        KEY,
    )
    return text


def parsed(text: str) -> tuple[Fields, str]:
    report = Report("")
    split = split_front_matter(text, report)
    assert split is not None
    fields = parse_front_matter(split[0], 2, report)
    assert (list(report), fields is not None) == ([], True)
    assert fields is not None
    return fields, split[1]


@pytest.mark.parametrize("folder", KIND_NAMES)
def test_every_field_of_every_kind_is_read_back_as_it_was_filled_in(
    folder: str, site: dict[str, bytes], read: Read
) -> None:
    reader, values = read(site, NOW), all_of(RECORDS[folder])
    put(reader, folder, values)
    fields, body = parsed(written(reader))
    assert read_back(RECORDS[folder], fields) == values
    assert body == "\nWords.\n"


def test_any_text_is_read_back_as_it_was_typed(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW)
    lines = [each for each in HOSTILE if "\n" not in each]
    values = {"title": "x", "summary": "y", "benefits": [each.strip() for each in lines], "apply": {"note": "z"}}
    put(reader, "postings", values)
    assert read_back(RECORDS["postings"], parsed(written(reader))[0]) == values
    for text in HOSTILE:
        put(reader, "postings", {"summary": text.strip(), "apply": {"note": text.strip()}}, body=f"---\n{text}")
        fields, body = parsed(written(reader))
        assert read_back(RECORDS["postings"], fields) == {"summary": text.strip(), "apply": {"note": text.strip()}}
        assert body.strip() == f"---\n{text}".strip()


PASTED = "".join(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0x202D, 0x202E))


def test_what_comes_along_unseen_with_a_text_from_elsewhere_is_left_out(site: dict[str, bytes], read: Read) -> None:
    """A line break of Word's is a line break; what `check` would refuse is not in the file."""
    reader = read(site, NOW)
    put(reader, "postings", {"title": f"a{PASTED}b", "summary": "y"}, body="One.\x0bTwo.\x07\u2028Three.")
    text = written(reader)
    report = Report("")
    assert decode(text.encode(), report) == text
    assert list(report) == []
    fields, body = parsed(text)
    title = text_in(fields.entries[0].value)
    assert (title[0], title[-1], title[1:-1].strip()) == ("a", "b", "")
    assert body.strip() == "One.\nTwo.\nThree."


def test_the_name_proposed_for_a_title_is_that_of_the_command(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW)
    reader.open("/write/")
    title, file = reader.page.get_by_label("Title").first, reader.page.get_by_label("Name of the file")
    for typed, name in NAMES:
        title.fill(typed)
        expect(file).to_have_value(name)


def field(reader: Reader, label: str) -> Locator:
    return reader.page.get_by_label(label, exact=True).first


@pytest.fixture
def filled(site: dict[str, bytes], read: Read) -> Reader:
    """Somebody has typed the shortest vacancy."""
    reader = read(site, NOW)
    reader.page.set_default_timeout(4000)
    reader.open("/write/")
    reader.page.get_by_label("Title").first.fill("Adviser: culture & “digital”")
    reader.page.get_by_label("Organisation", exact=True).last.select_option("cemr")
    reader.page.get_by_label("Deadline (needed)").fill("2026-04-10")
    reader.page.get_by_label("E-mail address").first.fill("jobs@cemr.example")
    reader.page.get_by_label("Text", exact=True).fill("Words.")
    return reader


def test_the_shortest_vacancy_is_made_by_the_keyboard_and_handed_over_in_every_way(filled: Reader) -> None:
    expect(filled.page.get_by_label("Name of the file")).to_have_value("adviser-culture-digital")
    filled.page.get_by_role("button", name="Make the file").press("Enter")
    heading = filled.page.get_by_role("heading", name="The file is made")
    expect(heading).to_be_focused()
    text = filled.page.get_by_label("The text of the file").input_value()
    fields, body = parsed(text)
    assert (read_back(RECORDS["postings"], fields), body) == (
        {
            "title": "Adviser: culture & “digital”",
            "organisation": ["cemr"],
            "published": "2026-03-16",
            "deadline": "2026-04-10",
            "apply": {"email": ["jobs@cemr.example"]},
        },
        "\nWords.\n",
    )
    with filled.page.expect_download() as download:
        filled.page.get_by_role("button", name="Download the file").click()
    assert download.value.suggested_filename == "adviser-culture-digital.md"
    assert Path(download.value.path()).read_text("utf-8") == text
    mail = urlsplit(filled.page.get_by_text("Send it to the editors").get_attribute("href") or "")
    assert mail.path == "editors@hub.example"
    assert parse_qs(mail.query)["body"] == [f"postings/adviser-culture-digital.md\n\n{text}".replace("\n", "\r\n")]
    host = urlsplit(filled.page.get_by_text("Put it into the board’s repository").get_attribute("href") or "")
    assert (host.netloc, host.path) == ("github.com", "/example/board/new/main")
    assert parse_qs(host.query) == {"filename": ["content/postings/adviser-culture-digital.md"], "value": [text]}


def test_whoever_cannot_see_is_told_what_is_wrong_and_where_the_file_is(filled: Reader) -> None:
    filled.page.get_by_label("Title").first.fill("")
    filled.page.get_by_label("E-mail address").first.fill("nobody")
    filled.page.get_by_role("button", name="Make the file").press("Enter")
    expect(filled.find(".write-wrong-all")).to_be_focused()
    assert examine_looks(filled.page) == {}
    filled.page.get_by_label("Title").first.fill("Adviser")
    filled.page.get_by_label("E-mail address").first.fill("jobs@cemr.example")
    filled.page.get_by_role("button", name="Make the file").press("Enter")
    expect(filled.page.get_by_role("heading", name="The file is made")).to_be_focused()
    assert examine_looks(filled.page) == {}


def test_a_long_text_goes_by_download(filled: Reader) -> None:
    filled.page.get_by_label("Text", exact=True).fill("Many words. " * 800)
    filled.page.get_by_role("button", name="Make the file").click()
    expect(filled.find('[data-part="host-how"]')).to_contain_text("download the file, and drop it")
    expect(filled.find('[data-part="mail-how"]')).to_contain_text("download the file, and attach it")
    host = filled.page.get_by_text("Put it into the board’s repository").get_attribute("href")
    assert host == f"{REPOSITORY.upload}/postings"
    assert len(unquote(filled.page.get_by_text("Send it to the editors").get_attribute("href") or "")) < 200


@pytest.mark.parametrize(
    ("label", "value", "said"),
    [
        ("Title", "", "missing; every item has a title"),
        ("E-mail address", "nobody", "expected an e-mail address, found 'nobody'"),
        ("Deadline (needed)", "", "missing; write the last day to apply, or 'rolling' with a review_by"),
        ("Deadline (needed)", "2026-03-02", "2026-03-02 is before it is published (2026-03-16)"),
        ("Deadline (needed)", "2026-03-02", "over already: this draft would be published closed"),
        (
            "Web address",
            "http://x.example",
            "expected an address like https://example.org/apply, found 'http://x.example'",
        ),
        ("Text", "é" * (128 * 1024 + 1), "longer than 256 kB; split it, or attach a file"),
        ("Summary", "long " * 14_000, "the front matter is longer than 64 kB; long text belongs in the body"),
        ("Name of the file", "Über uns", "expected an id like data-analyst, found 'Über uns'"),
        ("Name of the file", "newest", "The site keeps “newest” for a page of its own; take another name"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_above_where_the_focus_goes(
    label: str, value: str, said: str, filled: Reader
) -> None:
    place = filled.page.locator("input, textarea").and_(filled.page.get_by_label(label)).first
    place.fill(value)
    filled.page.get_by_role("button", name="Make the file").click()
    summary = filled.find(".write-wrong-all")
    expect(summary).to_be_focused()
    link = summary.get_by_role("link").filter(has_text=said)
    expect(link).to_be_visible()
    expect(place).to_have_attribute("aria-invalid", "true")
    expect(filled.page.locator(f"#{(place.get_attribute('aria-describedby') or '').split()[-1]}")).to_contain_text(said)
    link.press("Enter")
    expect(place).to_be_focused()
    expect(filled.find(".write-made")).to_be_hidden()


def test_the_problems_are_in_the_language_of_the_page(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW)
    reader.open("/fr/write/")
    reader.find("button[type=submit]").click()
    expect(reader.find(".write-wrong-all")).to_contain_text("manque")


def test_a_draft_is_kept_in_this_browser_until_it_is_deleted(filled: Reader) -> None:
    expect(filled.find(".write-said")).to_have_text("This draft is kept in this browser, and nowhere else.")
    filled.open("/fr/write/")
    expect(filled.find(".write-form input").first).to_have_value("Adviser: culture & “digital”")
    filled.open("/write/")
    filled.page.on("dialog", lambda dialog: dialog.accept())
    filled.page.get_by_role("button", name="Delete the draft").click()
    expect(filled.find(".write-said")).to_have_text("The draft is deleted from this browser.")
    expect(filled.page.get_by_label("Title").first).to_have_value("")
    assert filled.page.evaluate("localStorage.length") == 0


def test_nothing_is_kept_of_who_writes_nothing(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW)
    reader.open("/write/")
    expect(reader.page.get_by_label("Title").first).to_be_visible()
    assert reader.page.evaluate("localStorage.length") == 0


def test_entries_of_lists_come_and_go_and_the_focus_with_them(filled: Reader) -> None:
    filled.page.get_by_text("More that you may know").click()
    filled.page.get_by_label("Skills", exact=True).last.fill("patience")
    add = filled.page.get_by_role("button", name="Add: Skills")
    for text in ("statistics", "facilitation"):
        add.press("Enter")
        filled.page.keyboard.type(text)
    filled.page.get_by_role("button", name="Remove: Skills 2").press("Enter")
    expect(filled.page.get_by_label("Skills 3")).to_be_focused()
    filled.page.get_by_role("button", name="Remove: Skills 3").press("Enter")
    expect(add).to_be_focused()
    assert "skills:\n  - patience\n" in written(filled)


def test_without_a_script_the_page_says_so_and_shows_how_a_file_is_written(site: dict[str, bytes], read: Read) -> None:
    reader = read(site, NOW, script=False)
    reader.open("/write/")
    expect(reader.find("main .introduction")).to_contain_text("The form needs a script")
    expect(reader.find("main")).to_contain_text("editors@hub.example")
    assert reader.find("form").count() == 0
    assert reader.find("main details").count() == len(KIND_NAMES)
