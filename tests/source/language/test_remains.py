"""What other programs leave in a file: conflicts hold it up, the rest is advice, each with its line and field."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.source.content.document import parse_parts
from jobboard.source.problem import Report
from tests.helpers import lines_of

FIELDS = "---\ntitle: One\nsummary: Two\n---\n"
CONFLICT = "a merge conflict that is not resolved"


def told(text: str) -> list[str]:
    report = Report("x.md")
    parse_parts(text.encode(), report)
    return lines_of(report)


def in_body(text: str) -> list[str]:
    return told(FIELDS + text)


@pytest.mark.parametrize(
    ("text", "line", "mark"),
    [
        (f"{FIELDS}<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n", 5, "<<<<<<< HEAD"),
        (f"{FIELDS}<<<<<<< ours\nOne.\n||||||| base\nNone.\n=======\nTwo.\n>>>>>>> theirs\n", 5, "<<<<<<< ours"),
        ("---\n<<<<<<< HEAD\ntitle: One\n=======\ntitle: Two\n>>>>>>> other\n---\nText.\n", 2, "<<<<<<< HEAD"),
        ("---\ntitle: One\n=======\n---\nText.\n", 3, "======="),
        ("---\ntitle: One\n>>>>>>> other\n---\nText.\n", 3, ">>>>>>> other"),
        ("<<<<<<< HEAD\n---\ntitle: One\n---\nText.\n", 1, "<<<<<<< HEAD"),
        (f"{FIELDS}Text.\n\n=======\n\nText.\n", 7, "======="),
        (f"{FIELDS}Text.\n>>>>>>> 1a2b3c (A commit)\n", 6, ">>>>>>> 1a2b3c (A commit)"),
        (f"{FIELDS}Text.\n||||||| base\n", 6, "||||||| base"),
        (f"{FIELDS}<<<<<<< HEAD\r\nOne.\r\n=======\r\n>>>>>>> b\r\n", 5, "<<<<<<< HEAD"),
    ],
)
def test_a_conflict_is_one_problem_wherever_it_stands(text: str, line: int, mark: str) -> None:
    assert [each.partition(";")[0] for each in told(text)] == [f"{line}: {CONFLICT}: '{mark}'"]


def test_every_conflict_is_named() -> None:
    conflict = "<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n"
    assert [each[:2] for each in in_body(f"{conflict}Between.\n{conflict}")] == ["5:", "11"]


@pytest.mark.parametrize(
    "text",
    [
        "A heading\n=======\n\nText.\n",
        "Eight ========\n\n========\n",
        "<<<<<<<<\n",
        "> > > > > > > deep\n",
        "a <<<<<<< b\n",
        "    <<<<<<< HEAD\n",
    ],
)
def test_what_only_looks_like_a_conflict_is_none(text: str) -> None:
    assert [each for each in in_body(text) if CONFLICT in each] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ã©", "é"),
        ("Ã¨", "è"),
        ("Ã±", "ñ"),
        ("Ã‰", "É"),
        ("Ãœ", "Ü"),
        ("Ã\u00a0", "à"),
        ("â€™", "’"),
        ("â€œ", "“"),
        ("â€“", "–"),
        ("â‚¬", "€"),
        ("Â°", "°"),
        ("Â«", "«"),
        ("cÅ“ur", "œ"),
        ("ðŸ˜€", "😀"),
        ("zÅ‚oty", "ł"),
        ("dÄ™bem", "ę"),
        ("ÐšÐ¸ÐµÐ²", "Киев"),
        ("Î‘Î¸Î®Î½Î±", "Αθήνα"),
        ("Ø³Ù„Ø§", "سلا"),
        ("×©×œ", "של"),
        ("åŒ—äº¬", "北京"),
    ],
)
def test_letters_of_a_wrong_encoding_are_named_with_what_was_meant(typed: str, meant: str) -> None:
    expected = f"comes of a wrong encoding; write '{meant}', and save the file as UTF-8"
    [body] = in_body(f"One.\n\nWord{typed}word.\n")
    assert body.startswith("advice: 7: body: ")
    assert body.endswith(expected)
    [field] = told(f"---\ntitle: One\nsummary: Word{typed}word\n---\nText.\n")
    assert field.startswith("advice: 3: summary: ")
    assert field.endswith(expected)


@pytest.mark.parametrize(
    "text",
    [
        "São Paulo",
        "“CAFÉ”",
        "NÃO",
        "à « Âge »",
        "Ångström, Åland",
        "ÉTÉ… — 5 €",
        "Œuvre, cœur",
        "allé…» à «»",
        "«ÀÉ» „Ä“ Å™",
    ],
)
def test_letters_that_are_meant_are_left_alone(text: str) -> None:
    assert in_body(f"{text}.\n") == []


def test_a_lost_character_is_named() -> None:
    assert in_body("Caf\ufffd.\n") == [
        "advice: 5: body: a character that got lost: U+FFFD; write the letter that was meant"
    ]


@pytest.mark.parametrize(
    "code",
    [
        "{{< youtube abc >}}",
        "{{% notice %}}",
        "{% include form.html %}",
        "{%- if x %}",
        "[caption id='1' width='300']",
        "[/caption]",
        "[gallery ids='1,2']",
        "[embed]",
        "[vc_row]",
    ],
)
def test_a_shortcode_is_named_outside_code(code: str) -> None:
    advice = (
        f"'{code}' is shown as typed; it belongs to another system; delete it, or write in Markdown what it stood for"
    )
    assert in_body(f"One.\n\nSee {code} here.\n") == [f"advice: 7: body: {advice}"]
    assert told(f"---\nsummary: 'See {code.replace(chr(39), '')} here'\n---\n")[0].startswith("advice: 2: summary: ")
    assert in_body(f"Write `{code}`.\n\n```\n{code}\n```\n\n~~~ text\n{code}\n~~~\n") == []


@pytest.mark.parametrize(
    "text", ["{{ 7*7 }}", "[a video](https://example.org)", "[video][1]\n\n[1]: https://example.org", "100 {%}"]
)
def test_what_is_no_shortcode_is_left_alone(text: str) -> None:
    assert in_body(f"{text}\n") == []


@pytest.mark.parametrize("mark", ["#", "##", "###", "### ", "## ##", "######"])
def test_a_heading_without_words_is_named(mark: str) -> None:
    hashes = mark.split(maxsplit=1)[0]
    assert in_body(f"One.\n\n{mark}\n\nTwo.\n") == [
        f"advice: 7: body: '{hashes}' is a heading without words; write them, or delete the line"
    ]
    assert in_body(f"```\n{mark}\n```\n") == []


def test_a_line_that_is_taken_for_the_address_of_a_link_is_named() -> None:
    message = "'[Note]: important' is taken for the address of a link, and not shown"
    hint = "write it without the brackets: Note: important"
    assert in_body("One.\n\n[Note]: important\n\nTwo.\n") == [f"advice: 7: body: {message}; {hint}"]


@pytest.mark.parametrize(
    "text",
    [
        "See [Note].\n\n[Note]: https://example.org\n",
        "See [Note][].\n\n[note]: #part\n",
        "[unused]: https://example.org\n",
        "[unused]: files/a.pdf\n",
        "[Note]: these words stay, as they are no address\n",
        "A footnote.[^1]\n\n[^1]: Footnote.\n",
        "`[Note]: code`\n\n```\n[Note]: code\n```\n",
    ],
)
def test_a_definition_that_leads_somewhere_or_is_none_is_left_alone(text: str) -> None:
    assert [each for each in in_body(text) if "taken for" in each] == []


@given(st.text(alphabet="<=>|#[]{%}:`~ \nÃ©a-") | st.text())
def test_any_text_at_all_is_looked_through(text: str) -> None:
    told(FIELDS + text)


@pytest.mark.parametrize(
    "piece", ["{{<", "{%a", "[caption ", "[a]: b\n", "#\n", "Ã©", "`", "```\n", "<<<<<<< \n", "[a", "=======\n\n"]
)
def test_looking_through_the_longest_body_takes_no_second(piece: str) -> None:
    from jobboard.source.language.remains import advise_on_remains, check_conflicts

    text = piece * (256 * 1024 // len(piece))
    started = time.process_time()
    check_conflicts(text, Report(""))
    advise_on_remains("", text, 1, Report(""))
    assert time.process_time() - started < 1
