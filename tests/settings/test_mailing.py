"""Where readers ask for mail: an address that is a link and nothing else, with places for what is asked."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.board.mailing import PLACEHOLDERS, mail_address
from jobboard.settings.mailing import MAILING, check_mailing
from jobboard.source.message import Phrase

ADDRESS = "expected an address that begins with https:// or mailto:, found"
KNOWN = "one of {id}, {lang}, {feed}, {name}"


def read(value: object) -> tuple[str, list[tuple[str, str]]]:
    """The template, and what is wrong with it."""
    found: list[tuple[str, str]] = []

    def add(name: str, message: Phrase, hint: Phrase) -> None:
        assert name == MAILING
        found.append((str(message), str(hint)))

    return check_mailing({MAILING: value}, add), found


@pytest.mark.parametrize(
    "value",
    [
        "",
        "https://lists.example.org/subscribe?topic={id}&lang={lang}&feed={feed}&name={name}",
        "https://lists.example.org/{lang}/{id}#join",
        "https://lists.example.org/?q={{x}}",
        "mailto:join@lists.example.org?subject={name}",
        "mailto:{lang}-join@lists.example.org",
    ],
)
def test_a_page_of_a_service_or_a_mail_to_a_list_is_fine(value: str) -> None:
    assert read(value) == (value, [])


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("http://lists.example.org/{id}", f"{ADDRESS} 'http://lists.example.org/{{id}}'"),
        ("javascript:alert({id})", f"{ADDRESS} 'javascript:alert({{id}})'"),
        ("data:text/html,{id}", f"{ADDRESS} 'data:text/html,{{id}}'"),
        ("lists.example.org", f"{ADDRESS} 'lists.example.org'"),
        ("https://{name}.example.org/", f"{ADDRESS} 'https://{{name}}.example.org/'"),
        ("https://me:secret@example.org/", f"{ADDRESS} 'https://me:secret@example.org/'"),
        ("https://example.org/a b", f"{ADDRESS} 'https://example.org/a b'"),
        ('https://example.org/"x', f"{ADDRESS} 'https://example.org/\"x'"),
        ("mailto:nobody", f"{ADDRESS} 'mailto:nobody'"),
        (5, f"{ADDRESS} 5"),
        ("https://example.org/{topic}", "'{topic}' stands for nothing"),
        ("https://example.org/{}", "'{}' stands for nothing"),
        ("https://example.org/{id.real}", "'{id.real}' stands for nothing"),
        ("https://example.org/{id[0]}", "'{id[0]}' stands for nothing"),
        ("https://example.org/{id!r}", "'{id!r}' stands for nothing"),
        ("https://example.org/{id:>9}", "'{id:>9}' stands for nothing"),
        ("https://example.org/{id", "a brace has no partner: 'https://example.org/{id'"),
        ("https://example.org/id}", "a brace has no partner: 'https://example.org/id}'"),
    ],
)
def test_what_cannot_be_such_an_address_is_told_at_the_gate(value: object, message: str) -> None:
    template, found = read(value)
    assert (template, [each for each, _ in found]) == ("", [message])
    assert found[0][1]
    assert found[0][1] == KNOWN or "stands for nothing" not in message


@given(
    value=st.text(alphabet="{}!:.[]id/@?& " + string.ascii_lowercase),
    beginning=st.sampled_from(["https://a.org/", "mailto:", ""]),
)
def test_any_text_is_an_address_or_a_problem(value: str, beginning: str) -> None:
    template, found = read(beginning + value)
    assert bool(template) != bool(found) or beginning + value == ""
    if template:
        mail_address(template, **dict.fromkeys(PLACEHOLDERS, "x"))


@given(value=st.text(min_size=1))
def test_no_value_gets_out_of_its_place(value: str) -> None:
    address = mail_address("https://example.org/?a={id}&b={lang}{feed}{name}", id=value, lang="", feed="", name="")
    inside = address.removeprefix("https://example.org/?a=").removesuffix("&b=")
    assert set(inside) <= {*string.ascii_letters, *string.digits, *"%_.-~"}
