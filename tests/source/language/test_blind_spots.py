"""Wherever a day may stand in a text, it is seen; and what only looks like a last day, or like pay, is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.source.language.days import dates_in, days_in, may_hold_date
from jobboard.source.language.mentions import mentions_of
from jobboard.source.language.stretches import stretches_of, without_noise

LANGUAGES = {
    "en": ("Deadline", "Apply by", "Friday 9 April 2026", "at midnight"),
    "fr": ("Date limite", "Candidatures avant le", "vendredi 9 avril 2026", "à minuit"),
    "es": ("Fecha límite", "Solicitudes hasta el", "viernes 9 de abril de 2026", "a medianoche"),
}
"""A heading, words that lead to a last day, the day (which is a Thursday), and its end."""

SENTENCES = {
    "paragraph": "{by} {day} {end}.",
    "right-under-a-heading": "## More\n{by} {day} {end}.",
    "right-under-a-setext-heading": "More\n----\n{by} {day} {end}.",
    "heading-itself": "## {by} {day} {end}",
    "setext-heading-itself": "{by} {day} {end}\n=====",
    "quotation": "> {by} {day} {end}.",
    "quotation-glued": "A sentence.\n> {by} {day} {end}.",
    "quotation-in-a-quotation": "> > {by} {day} {end}.",
    "wrapped": "{by}\n{day}\n{end}.",
    "wrapped-quotation": "> {by}\n> {day}\n> {end}.",
    "list-from-2": "2. {by} {day} {end}.",
    "list-from-7-in-brackets": "7) {by} {day} {end}.",
    "list-glued": "What to do:\n3. {by} {day} {end}.\n4. Wait.",
    "bullet": "- One\n- {by} {day} {end}.",
    "word-bullet": "• One\n• {by} {day} {end}.",
    "nested-list": "- One\n    - {by} {day} {end}.",
    "nested-list-in-a-quotation": "> 1. One\n>    - {by} {day} {end}.",
    "wrapped-list": "10. {by}\n    {day}\n    {end}.",
    "second-paragraph-of-an-entry": "- One\n\n    {by} {day} {end}.",
    "bold": "{by} **{day}** {end}.",
    "all-bold": "**{by} {day} {end}**",
    "link": "[{by} {day} {end}](https://example.org/apply-by-2026-01-01)",
    "cell": "| One | Two |\n| --- | --- |\n| a | {by} {day} {end} |",
    "cell-without-borders": "One | Two\n--- | ---\na | {by} {day} {end}",
    "paragraph-in-html": "<p>{by} {day} {end}.</p>",
    "entry-in-html": "<ul>\n<li>One</li>\n<li>{by} <b>{day}</b> {end}.</li>\n</ul>",
    "line-break": "One<br>\n{by} {day} {end}.",
    "after-code": "```\nx = 1\n```\n{by} {day} {end}.",
    "second-sentence": "We are many. {by} {day} {end}.",
    "after-a-semicolon": "Interviews follow in May; {by} {day} {end}.",
}

LABELS = {
    "heading": "## {label}\n\n{day} {end}",
    "heading-glued": "## {label}\n{day} {end}",
    "heading-and-list": "## {label}\n\n- {day} {end}",
    "setext": "{label}\n---\n\n{day} {end}",
    "bold-line": "**{label}**\n\n{day} {end}",
    "bold-line-glued": "**{label}**\n{day} {end}",
    "bold-line-with-colon": "**{label}:**\n\n{day} {end}",
    "line-with-colon": "{label}:\n\n{day} {end}",
    "line-with-colon-under-a-heading": "## {label}\n\nThis one:\n\n{day} {end}",
    "label": "{label}: {day} {end}",
    "label-in-a-list": "- **{label}**: {day} {end}",
    "row": "| | |\n| --- | --- |\n| {label} | {day} {end} |",
    "first-row": "| {label} | {day} {end} |\n| --- | --- |\n| Start | May |",
    "column": "| Post | {label} |\n| --- | --- |\n| Analyst | {day} {end} |",
    "row-without-borders": "What | When\n--- | ---\n{label} | {day} {end}",
    "definition": "{label}\n: {day} {end}",
    "definition-apart": "{label}\n\n: {day} {end}",
    "html-heading": "<h3>{label}</h3>\n{day} {end}",
    "html-heading-apart": "<h3>{label}</h3>\n\n{day} {end}",
    "html-cells": "<tr><td>{label}</td>\n<td>{day} {end}</td></tr>",
    "quotation": "> **{label}**\n> {day} {end}",
}


def told(text: str) -> list[tuple[str, int, str]]:
    return [(each.about.value, each.line, each.value) for each in mentions_of(text, 1)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("shape", [*SENTENCES, *LABELS])
def test_a_day_is_seen_wherever_it_stands(shape: str, lang: str) -> None:
    label, by, day, end = LANGUAGES[lang]
    text = (SENTENCES | LABELS)[shape].format(label=label, by=by, day=day, end=end)
    lines = text.split("\n")
    line = next(number for number, each in enumerate(lines, 1) if "2026" in each.partition("](")[0])
    at_end = next(number for number, each in enumerate(lines, 1) if end in each)
    assert told(text) == [("weekday", line, "Thursday"), ("last-day", line, "2026-04-09"), ("midnight", at_end, "")]


@pytest.mark.parametrize(
    "text",
    [
        "9&nbsp;April&nbsp;2026",
        "9\u00a0April\u00a02026",
        "9\u202favril\u202f2026",
        "**9** April 2026",
        "9 *April* 2026",
        "<b>9</b> April 2026",
        "9<sup>th</sup> April 2026",
        "9th of April, 2026",
        "April 9th, 2026",
        "09/04/2026 and 13/04/2026",
        "13.04.2026",
        "13-04-2026",
        "04/13/2026",
        "el 9 de abril del 2026",
        "le 1er avril 2026",
        "el 1º de abril de 2026",
        "2026-04-09",
    ],
)
def test_a_day_is_seen_however_it_is_written(text: str) -> None:
    found = told(f"Apply before {text}.")
    assert [kind for kind, *_ in found] == ["last-day"]
    assert found[0][2] in ("2026-04-09", "2026-04-13", "2026-04-01")


@pytest.mark.parametrize(
    "text", ["9 April 2026 (Friday)", "9 avril 2026 (vendredi)", "9/4/2026 (Friday), 13/4/2026 (Friday)"]
)
def test_a_weekday_after_its_day_is_seen(text: str) -> None:
    assert [kind for kind, *_ in told(f"We meet on {text}.")] == ["weekday"]


PASSED_OVER = [
    "Candidates will receive feedback by 8 February 2026.",
    "Applicants hear from us by 8 February 2026.",
    "We decide by 8 February 2026 on applications.",
    "Nous décidons des candidatures avant le 8 février 2026.",
    "Decidimos sobre las solicitudes antes del 8 de febrero de 2026.",
    "Feedback on applications is given by 8 February 2026.",
    "Successful applicants are notified before 8 February 2026.",
    "The results of the applications are announced by 8 February 2026.",
    "Questions about the application may be asked until 8 February 2026.",
    "Applicants must hold their degree before 1 September 2026.",
    "Applicants born before 1 January 1996 need not apply.",
    "The project, for which you apply, is funded until 31 December 2027.",
    "Applicants take up the post by 1 May 2026.",
    "~~Apply by 8 February 2026~~",
    "Les candidats recevront une réponse avant le 8 février 2026.",
    "Poste à pourvoir avant le 1er mai 2026, candidatures par courriel.",
    "Le retour aux candidats se fait avant le 8 février 2026.",
    "Diplôme obtenu avant le 1er septembre 2026 pour toute candidature.",
    "Las personas candidatas recibirán respuesta antes del 8 de febrero de 2026.",
    "La incorporación es antes del 1 de mayo de 2026; solicitudes por correo.",
    "Incorporación de la persona candidata hasta el 1 de mayo de 2026.",
    "See [how to apply](https://example.org/apply-by-2026-02-08/deadline).",
    "<!-- Apply by 8 February 2026 -->",
    "```\nApply by 8 February 2026 at midnight.\n```",
    "You work late shifts until midnight, as all applicants should know.",
    "Opening hours: 16:00 until midnight.",
    "Applicants see to the night service until midnight.",
    "We answer applicants within 24h.",
]


@pytest.mark.parametrize("text", PASSED_OVER)
def test_what_only_looks_like_a_last_day_is_passed_over(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Applications close on 8 February 2026.",
        "We interview early, so apply by 8 February 2026.",
        "Interviews follow; applications must be submitted before 8 February 2026.",
        "Closing date: 8 February 2026, interviews in March.",
        "The last day to apply is 8 February 2026.",
        "Send your CV no later than 8 February 2026.",
        "Le dernier délai pour postuler est le 8 février 2026.",
        "Envoyez votre dossier au plus tard le 8 février 2026.",
        "El plazo de solicitudes termina el 8 de febrero de 2026.",
        "Envíe su solicitud a más tardar el 8 de febrero de 2026.",
    ],
)
def test_a_last_day_is_seen_in_every_usual_phrase(text: str) -> None:
    assert told(text) == [("last-day", 1, "2026-02-08")]


@pytest.mark.parametrize(
    ("text", "is_praise"),
    [
        ("A competitive salary.", True),
        ("An attractive remuneration package awaits you.", True),
        ("Salaire attractif.", True),
        ("Salario competitivo.", True),
        ("Competitive salary £40–50K.", False),
        ("Competitive salary: EUR 3,400 a month.", False),
        ("Competitive salary.\n\nSalary: 42 000 – 48 000 € gross a year.", False),
        ("Salaire selon grille : 2 400 € brut.", False),
        ("A competitive selection process and fair pay.", False),
        ("Experience with competitive tenders.", False),
    ],
)
def test_pay_that_is_praised_is_seen_unless_a_figure_is_named(text: str, is_praise: bool) -> None:
    assert ("pay" in [kind for kind, *_ in told(text)]) is is_praise


@pytest.mark.parametrize(
    "text", ["by 24:00 on 8 February 2026", "until 00:00 on 8 February 2026", "8 February 2026, 24h00"]
)
def test_midnight_in_figures_is_seen(text: str) -> None:
    assert "midnight" in [kind for kind, *_ in told(f"Apply {text}.")]


def test_a_day_in_figures_that_can_be_read_in_two_ways_is_none() -> None:
    assert dates_in("Apply before 04/05/2026.") == []
    assert dates_in("Version 1.2.2026.1, chapter 31/12/2026/4") == []


@given(st.text(alphabet="aA1 \n.#>-*|:`~<=") | st.text())
def test_blocks_keep_the_place_of_every_character(text: str) -> None:
    for block in stretches_of(text):
        there = text[block.start : block.start + len(block.text)]
        assert len(there) == len(block.text)
        assert all(one in (other, " ") for one, other in zip(block.text, there, strict=True))
        assert len(without_noise(block.text)) == len(block.text)


@given(
    st.lists(st.sampled_from(["1", "31", "May", "mars", "de", " ", "/", "2026", "-", "th", "er", "\u00a0"]), max_size=8)
)
def test_no_text_that_names_a_day_is_passed_over(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert not [*days_in(text)] or may_hold_date(text)
