"""Translation groups: facts are the same in every language, and what a translation leaves out is its original's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.fields import make_item
from tests.helpers import NOW, SITE, make_board, make_organisation, make_posting, project_theme, read_tree, write_site

from jobboard.board.board import BoardPosting
from jobboard.model.fields.field import Shared, declarations
from jobboard.model.kinds import RECORDS
from jobboard.model.parts.general import Place
from jobboard.pipeline.build import Job, bring_up_to_date
from jobboard.pipeline.check import check
from jobboard.pipeline.session import Session

SITE_IN_TWO = replace(SITE, languages=("en", "fr"))
FACTS = (Shared.SAME, Shared.DAYS, Shared.FIGURES)

NEEDS: dict[str, dict[str, str | None]] = {
    "review_by": {"deadline": "rolling"},
    "applicants_from": {"workplace": "remote"},
    "closed": {"deadline": "2026-03-31"},
    "order": {"menu": "footer"},
    "ends": {"starts": '"2027-03-04 14:00"'},
    "sessions": {"starts": None},
    "register": {"starts": "2027-03-04"},
}
"""What must be written beside a field."""

FILES = {
    "organisations/cemr.md": make_organisation(name="CEMR"),
    "organisations/uclg.md": make_organisation(name="UCLG"),
    "organisations/eurocities.md": make_organisation(name="Eurocities"),
    "news/jobs-for-city-lovers.md": make_item("news"),
    "topics.yaml": "culture: {en: Culture}\ntwinning: {en: Twinning}\noriginal: {en: Original}\n",
    "images/team.jpg": (Path(__file__).parents[1] / "sites/full/content/images/logo.png").read_bytes(),
}


class SharedField(NamedTuple):
    """A field that a translation has to do with: its folder, its name, and how."""

    folder: str
    name: str
    how: Shared
    example: str

    def __str__(self) -> str:
        return f"{self.folder}-{self.name}"


def shared_fields() -> Iterator[SharedField]:
    for folder, record in RECORDS.items():
        for name, each in declarations(record).items():
            if each.shared is not Shared.OWN and "translation_of" in declarations(record):
                yield SharedField(folder, name, each.shared, each.example)


SHARED = [*shared_fields()]


def group(folder: str, original: dict[str, str | None], translation: dict[str, str | None]) -> dict[str, Any]:
    """A board's files with an original and its translation, which leaves out whatever may be left out."""
    record = declarations(RECORDS[folder])
    left_out = {name: None for name, each in record.items() if each.shared is not Shared.OWN}
    own = {**left_out, "lang": "fr", "translation_of": "original", **translation}
    return {
        **FILES,
        f"{folder}/original.md": make_item(folder, **original),
        f"{folder}/traduction.md": make_item(folder, **own),
    }


def content_of(folder: str, files: dict[str, Any], tmp_path: Path) -> tuple[Any, Any]:
    """The original and the translation as the board has them."""
    board = make_board(tmp_path, files, site=SITE_IN_TWO)
    items: tuple[Any, ...] = getattr(board, "introductions" if folder == "topics" else folder)
    return tuple(next(each.content for each in items if each.id == id_) for id_ in ("original", "traduction"))  # type: ignore[return-value]


@pytest.mark.parametrize("shared", SHARED, ids=str)
def test_what_a_translation_leaves_out_is_its_originals(shared: SharedField, tmp_path: Path) -> None:
    fields = {**NEEDS.get(shared.name, {}), shared.name: shared.example}
    original, translation = content_of(shared.folder, group(shared.folder, fields, {}), tmp_path)
    theirs, taken = getattr(original, shared.name), getattr(translation, shared.name)
    assert theirs not in (None, ())
    record = declarations(RECORDS[shared.folder])[shared.name].type.record
    if record is None or shared.how is Shared.LENT:
        assert taken == theirs
        return
    facts = [name for name, each in declarations(record).items() if each.shared is not Shared.OWN]
    several = isinstance(theirs, tuple)
    for mine, other in zip(taken, theirs, strict=True) if several else [(taken, theirs)]:
        assert [getattr(mine, name) for name in facts] == [getattr(other, name) for name in facts]


def test_a_translation_takes_a_number_of_positions_and_no_words_for_it(tmp_path: Path) -> None:
    for positions, taken in (("3", 3), ("several", None)):
        _, translation = content_of("postings", group("postings", {"positions": positions}, {}), tmp_path / positions)
        assert translation.positions == taken


@pytest.mark.parametrize("shared", SHARED, ids=str)
def test_a_changed_original_changes_what_is_built_of_its_translation(shared: SharedField, tmp_path: Path) -> None:
    content = write_site(tmp_path / "content", group(shared.folder, NEEDS.get(shared.name, {}), {}))
    job = Job(
        site=SITE_IN_TWO,
        now=NOW,
        theme=project_theme(),
        content=content,
        output=tmp_path / "output",
        cache=tmp_path / "cache",
    )
    session = Session()
    fields = {**NEEDS.get(shared.name, {}), shared.name: shared.example}
    if shared.name not in ("review_by", "applicants_from", "sessions"):  # which cannot be missing from what needs them
        bring_up_to_date(job, session=session)
    write_site(content, group(shared.folder, fields, {}))
    bring_up_to_date(job, session=session)
    clean = Job(
        site=job.site, now=NOW, theme=job.theme, content=content, output=tmp_path / "clean", cache=tmp_path / "none"
    )
    bring_up_to_date(clean)
    assert read_tree(clean.output) == read_tree(job.output)


OTHER_FACTS: dict[str, list[tuple[str, str, str, str, str]]] = {
    "postings": [
        ("organisation", "cemr", "uclg", "organisation", "'uclg' here, but 'cemr' in"),
        ("organisation", "[cemr, uclg]", "cemr", "organisation", "'cemr' here, but [cemr, uclg] in"),
        ("deadline", "2026-03-31", "2026-04-15", "deadline", "'2026-04-15' here, but '2026-03-31' in"),
        ("review_by", "2026-06-30", "2026-07-31", "review_by", "'2026-07-31' here, but '2026-06-30' in"),
        ("deadline_was", "2026-03-20", "2026-03-21", "deadline_was.deadline", "'2026-03-21' here, but '2026-03-20' in"),
        (
            "deadline_was",
            "{deadline: 2026-03-20, changed: 2026-03-10}",
            "{deadline: 2026-03-20, changed: 2026-03-11}",
            "deadline_was.changed",
            "'2026-03-11' here, but '2026-03-10' in",
        ),
        ("review_was", "2026-03-20", "2026-03-21", "review_was.review_by", "'2026-03-21' here, but '2026-03-20' in"),
        (
            "review_was",
            "{review_by: 2026-03-20, changed: 2026-03-10}",
            "{review_by: 2026-03-20, changed: 2026-03-11}",
            "review_was.changed",
            "'2026-03-11' here, but '2026-03-10' in",
        ),
        (
            "reopened",
            "{on: 2026-03-12, was: {on: 2026-03-10, because: filled}}",
            "{on: 2026-03-13, was: {on: 2026-03-10, because: filled}}",
            "reopened.on",
            "'2026-03-13' here, but '2026-03-12' in",
        ),
        (
            "reopened",
            "{on: 2026-03-12, was: {on: 2026-03-10, because: filled}}",
            "{on: 2026-03-12, was: {on: 2026-03-10, because: withdrawn}}",
            "reopened.was",
            "here, but",
        ),
        ("kind", "traineeship", "job", "kind", "'job' here, but 'traineeship' in"),
        ("timezone", "Europe/Paris", "Europe/Lisbon", "timezone", "'Europe/Lisbon' here, but 'Europe/Paris' in"),
        (
            "place",
            "{city: Brussels, country: BE}",
            "{city: Bruxelles, country: FR}",
            "place.country",
            "'FR' here, but 'BE' in",
        ),
        (
            "place",
            "[{city: Brussels, country: BE}, {city: Lille, country: FR}]",
            "{city: Bruxelles, country: BE}",
            "place.country",
            "'BE' here, but [BE, FR] in",
        ),
        ("workplace", "hybrid", "on-site", "workplace", "'on-site' here, but 'hybrid' in"),
        ("applicants_from", "[BE, FR]", "[BE]", "applicants_from", "'BE' here, but [BE, FR] in"),
        ("applicants_from", "anywhere", "[BE]", "applicants_from", "'BE' here, but 'anywhere' in"),
        ("employment", "[full-time]", "[part-time]", "employment", "'part-time' here, but 'full-time' in"),
        (
            "contract",
            "{type: permanent}",
            "{type: fixed-term}",
            "contract.type",
            "'fixed-term' here, but 'permanent' in",
        ),
        (
            "contract",
            "{type: fixed-term, ends: 31 August 2026}",
            "{type: fixed-term, ends: 31 juillet 2026}",
            "contract.ends",
            "'31 juillet 2026' here, but '31 August 2026' in",
        ),
        (
            "contract",
            "{type: fixed-term, renewable: yes}",
            "{type: fixed-term, renewable: no}",
            "contract.renewable",
            "'no' here, but 'yes' in",
        ),
        *(
            ("salary", f"{{{theirs}}}", f"{{{own}}}", f"salary.{part}", "here, but")
            for part, theirs, own in [
                (
                    "min",
                    "min: 40000, max: 48000, currency: EUR, per: year",
                    "min: 41000, max: 48000, currency: EUR, per: year",
                ),
                (
                    "max",
                    "min: 40000, max: 48000, currency: EUR, per: year",
                    "min: 40000, max: 48500, currency: EUR, per: year",
                ),
                ("amount", "amount: 48000, currency: EUR, per: year", "amount: 49000, currency: EUR, per: year"),
                (
                    "amount",
                    "min: 40000, max: 48000, currency: EUR, per: year",
                    "amount: 48000, currency: EUR, per: year",
                ),
                ("currency", "amount: 48000, currency: EUR, per: year", "amount: 48000, currency: GBP, per: year"),
                ("per", "amount: 4000, currency: EUR, per: year", "amount: 4000, currency: EUR, per: month"),
            ]
        ),
        (
            "closed",
            "{on: 2026-03-12, because: filled}",
            "{on: 2026-03-13, because: filled}",
            "closed.on",
            "'2026-03-13' here, but '2026-03-12' in",
        ),
        (
            "closed",
            "{on: 2026-03-12, because: filled}",
            "{on: 2026-03-12, because: withdrawn}",
            "closed.because",
            "'withdrawn' here, but 'filled' in",
        ),
        (
            "eligibility",
            "{permit: required}",
            "{permit: sponsored}",
            "eligibility.permit",
            "'sponsored' here, but 'required' in",
        ),
        (
            "eligibility",
            "{relocation: yes}",
            "{relocation: no}",
            "eligibility.relocation",
            "'no' here, but 'yes' in",
        ),
        ("reference", "HR/1", "HR/2", "reference", "'HR/2' here, but 'HR/1' in"),
        ("positions", "2", "3", "positions", "'3' here, but '2' in"),
    ],
    "news": [
        ("kind", "press-release", "opinion", "kind", "'opinion' here, but 'press-release' in"),
    ],
    "events": [
        ("organisations", "[cemr]", "[uclg]", "organisations", "'uclg' here, but 'cemr' in"),
        ("starts", "2026-05-05", "2026-05-06", "starts", "'2026-05-06' here, but '2026-05-05' in"),
        ("ends", "2027-03-04 16:00", "2027-03-04 17:00", "ends", "'2027-03-04 17:00' here, but '2027-03-04 16:00' in"),
        (
            "sessions",
            "[{starts: 2027-03-04}, {starts: 2027-03-11}]",
            "[{starts: 2027-03-04, title: Un}, {starts: 2027-03-12, title: Deux}]",
            "sessions.starts",
            "[2027-03-04, 2027-03-12] here, but [2027-03-04, 2027-03-11] in",
        ),
        (
            "sessions",
            "[{starts: 2027-03-04, ends: 2027-03-05}]",
            "[{starts: 2027-03-04, ends: 2027-03-06}]",
            "sessions.ends",
            "'2027-03-06' here, but '2027-03-05' in",
        ),
        ("kind", "webinar", "meeting", "kind", "'meeting' here, but 'webinar' in"),
        ("timezone", "Europe/Paris", "Europe/Lisbon", "timezone", "'Europe/Lisbon' here, but 'Europe/Paris' in"),
        ("place", "{city: Ghent, country: BE}", "{city: Gand, country: FR}", "place.country", "'FR' here, but 'BE' in"),
        ("online", None, "true", "online", "'true' here, but nothing in"),  # type: ignore[list-item]
        (
            "register",
            "{url: https://example.org/en, deadline: 2026-04-01}",
            "{url: https://example.org/fr, deadline: 2026-04-02}",
            "register.deadline",
            "'2026-04-02' here, but '2026-04-01' in",
        ),
        ("languages", "[en]", "[en, fr]", "languages", "[en, fr] here, but 'en' in"),
        ("status", "cancelled", "postponed", "status", "'postponed' here, but 'cancelled' in"),
        (
            "reopened",
            "{on: 2026-03-12, was: cancelled}",
            "{on: 2026-03-13, was: cancelled}",
            "reopened.on",
            "'2026-03-13' here, but '2026-03-12' in",
        ),
        (
            "reopened",
            "{on: 2026-03-12, was: cancelled}",
            "{on: 2026-03-12, was: postponed}",
            "reopened.was",
            "'postponed' here, but 'cancelled' in",
        ),
    ],
    "pages": [
        ("menu", "footer", "main", "menu", "'main' here, but 'footer' in"),
        ("order", "1", "2", "order", "'2' here, but '1' in"),
    ],
    "topics": [("organisations", "[cemr]", "[uclg]", "organisations", "'uclg' here, but 'cemr' in")],
}
"""Of every fact two that contradict each other: field, original, translation, the field named, and what is said."""

ALL_OTHER_FACTS = [(folder, *each) for folder, found in OTHER_FACTS.items() for each in found]


@pytest.mark.parametrize(("folder", "field", "theirs", "own", "named", "words"), ALL_OTHER_FACTS)
def test_another_fact_in_a_translation_is_a_problem_that_names_both(
    folder: str, field: str, theirs: str, own: str, named: str, words: str, tmp_path: Path
) -> None:
    needed = NEEDS.get(field, {}) | ({"place": "{city: Ghent, country: BE}"} if field == "online" else {})
    files = group(folder, {**needed, field: theirs}, {**needed, field: own})
    checked = check(write_site(tmp_path / "content", files), SITE_IN_TWO, NOW)
    found = [each for each in checked.problems if each.level == "problem"]
    assert [(each.path, each.field) for each in found] == [(f"content/{folder}/traduction.md", named)]
    assert words in found[0].message
    assert f"content/{folder}/original.md" in found[0].message
    assert "delete it here" in found[0].hint


def test_every_fact_is_contradicted_above() -> None:
    facts = set()
    for folder, record in RECORDS.items():
        if "translation_of" not in declarations(record):
            continue
        for name, each in declarations(record).items():
            inner = each.type.record
            parts = [part for part, it in declarations(inner).items() if it.shared in FACTS] if inner else []
            if each.shared is not Shared.OWN and parts:
                facts |= {(folder, f"{name}.{part}") for part in parts}
            elif each.shared in FACTS:
                facts.add((folder, name))
    assert facts == {(folder, named) for folder, *_, named, _ in ALL_OTHER_FACTS}


@pytest.mark.parametrize(
    ("theirs", "own"),
    [
        ({"place": "{city: Brussels, country: BE}"}, {"place": "{city: Bruxelles, country: BE}"}),
        (
            {"place": "[{city: Ghent, country: BE}, {city: Brussels, country: BE}]"},
            {"place": "{city: Belgique, country: BE}"},
        ),
        ({"positions": "up to 3"}, {"positions": "jusqu’à 3"}),
        ({"positions": "several"}, {"positions": "plusieurs"}),
        ({"positions": "2"}, {"positions": "deux"}),
        ({"employment": "[full-time, temporary]"}, {"employment": "[temporary, full-time]"}),
        ({"apply": "{email: en@example.org}"}, {"apply": "{url: https://example.org/fr}"}),
        ({"contract": "{type: fixed-term, duration: one year}"}, {"contract": "{type: fixed-term, duration: un an}"}),
        (
            {"contract": "{type: fixed-term, ends: end of August 2026}"},
            {"contract": "{type: fixed-term, ends: fin août 2026}"},
        ),
        (
            {"contract": "{type: fixed-term, ends: 2026-08-31}"},
            {"contract": "{type: fixed-term, ends: 31 août}"},
        ),
        (
            {"salary": "{amount: 4000, currency: EUR, per: month, note: gross}"},
            {"salary": "{amount: 4000.00, currency: EUR, per: month, note: brut}"},
        ),
        ({"languages": "{en: fluent}"}, {"languages": "{en: fluent, fr: asset}"}),
        ({"status": "draft"}, {}),
        ({}, {"status": "draft"}),
        ({"organisation": "cemr", "kind": "traineeship"}, {"organisation": "cemr", "kind": "traineeship"}),
        ({"deadline": "rolling", "review_by": "2026-06-30"}, {"deadline": "rolling"}),
        ({"deadline": "rolling", "review_by": "2026-06-30"}, {"review_by": "2026-06-30"}),
        ({"workplace": "remote", "applicants_from": "[BE]"}, {"workplace": "remote"}),
        ({"workplace": "remote", "applicants_from": "[BE]"}, {"applicants_from": "[BE]"}),
    ],
)
def test_words_and_ways_to_apply_are_a_translations_own(
    theirs: dict[str, str | None], own: dict[str, str | None], tmp_path: Path
) -> None:
    checked = check(write_site(tmp_path / "content", group("postings", theirs, own)), SITE_IN_TWO, NOW)
    assert [each for each in checked.problems if each.level == "problem"] == []


def posting_with(theirs: dict[str, str | None], own: dict[str, str | None], tmp_path: Path) -> BoardPosting:
    board = make_board(tmp_path, group("postings", theirs, own), site=SITE_IN_TWO)
    return next(each for each in board.postings if each.id == "traduction")


def test_a_record_takes_the_facts_it_leaves_out_and_keeps_its_own_words(tmp_path: Path) -> None:
    pay = "{min: 3000, max: 3500, currency: EUR, per: month, note: gross}"
    taken = posting_with({"salary": pay}, {"salary": "{note: brut}"}, tmp_path).content.salary
    assert taken is not None
    assert (taken.min, taken.max, taken.currency, taken.per, taken.note) == (3000, 3500, "EUR", "month", "brut")


def test_the_original_s_words_are_not_taken_for_a_translation_s(tmp_path: Path) -> None:
    pay = "{amount: 3000, currency: EUR, per: month, note: gross}"
    content = posting_with(
        {"salary": pay, "contract": "{type: permanent, duration: for ever}", "summary": "Count."}, {}, tmp_path
    ).content
    assert content.salary is not None
    assert content.contract is not None
    assert (content.salary.amount, content.salary.note) == (3000, None)
    assert (content.contract.type, content.contract.duration, content.summary) == ("permanent", None, None)


def test_pay_in_words_alone_is_not_taken(tmp_path: Path) -> None:
    assert posting_with({"salary": "{note: Scale B2}"}, {}, tmp_path).content.salary is None


def test_figures_that_the_original_lacks_are_missed_there(tmp_path: Path) -> None:
    files = group("postings", {"salary": "{note: B2}"}, {"salary": "{amount: 4000, currency: EUR, per: month}"})
    found = check(write_site(tmp_path / "content", files), SITE_IN_TWO, NOW).problems
    told = [(each.field, each.message, each.hint) for each in found if each.level == "problem"]
    assert told[0] == (
        "salary.amount",
        "'4000' here, but nothing in content/postings/original.md",
        "write it there, or delete it here",
    )


def test_a_record_that_the_original_lacks_is_named_as_it_is_written(tmp_path: Path) -> None:
    files = group("postings", {}, {"salary": "{amount: 4000, currency: EUR, per: month}"})
    found = check(write_site(tmp_path / "content", files), SITE_IN_TWO, NOW).problems
    message = "'{amount: 4000, currency: EUR, per: month}' here, but nothing in content/postings/original.md"
    assert [(each.field, each.message) for each in found if each.level == "problem"] == [("salary", message)]


def test_a_town_keeps_its_name_and_takes_the_street(tmp_path: Path) -> None:
    theirs = "{city: Brussels, country: BE, street: Square 1}"
    content = posting_with({"place": theirs}, {"place": "{city: Bruxelles, country: BE}"}, tmp_path).content
    assert content.place == (Place(city="Bruxelles", country="BE", street="Square 1"),)


def test_a_kind_that_is_left_out_is_not_the_usual_one_but_the_originals(tmp_path: Path) -> None:
    posting = posting_with({"kind": "traineeship"}, {}, tmp_path)
    assert (posting.content.kind, posting.synopsis.kind) == ("traineeship", "traineeship")


def test_a_translation_of_nothing_that_names_no_organisation_is_one_problem(tmp_path: Path) -> None:
    own = {"organisation": None, "deadline": None, "apply": None, "translation_of": "nobody", "lang": "fr"}
    files = {"postings/x.md": make_posting(**own)}
    checked = check(write_site(tmp_path / "content", files), SITE_IN_TWO, NOW)
    assert [each.field for each in checked.problems if each.level == "problem"] == ["translation_of"]


@pytest.mark.parametrize("folder", ["postings", "news", "events", "pages", "topics"])
def test_a_translation_of_nothing_that_says_nothing_else_is_one_problem(folder: str, tmp_path: Path) -> None:
    files = group(folder, {}, {"translation_of": "nobody"})
    checked = check(write_site(tmp_path / "content", files), SITE_IN_TWO, NOW)
    assert [each.field for each in checked.problems if each.level == "problem"] == ["translation_of"]


def test_a_translation_in_a_language_of_its_own_is_asked_for_once(tmp_path: Path) -> None:
    files = group("postings", {}, {"lang": None})
    checked = check(write_site(tmp_path / "content", files), SITE_IN_TWO, NOW)
    assert [each.field for each in checked.problems if each.level == "problem"] == ["lang"]


@pytest.mark.parametrize("folder", ["postings", "news", "events", "pages", "topics"])
@pytest.mark.parametrize(("original", "own"), [(None, None), (None, "en"), ("en", None), ("en", "en"), ("fr", "fr")])
def test_the_language_of_the_original_is_no_translations_written_or_not(
    folder: str, original: str | None, own: str | None, tmp_path: Path
) -> None:
    files = group(folder, {"lang": original}, {"lang": own})
    checked = check(write_site(tmp_path / "content", files), SITE_IN_TWO, NOW)
    assert [each.field for each in checked.problems if each.level == "problem"] == ["lang"]


@pytest.mark.parametrize("folder", ["postings", "news", "events", "pages", "topics"])
def test_two_translations_of_one_text_are_in_two_languages(folder: str, tmp_path: Path) -> None:
    files = group(folder, {}, {"lang": "fr"})
    second = {f"{folder}/zweite.md": files[f"{folder}/traduction.md"]}
    checked = check(write_site(tmp_path / "content", {**files, **second}), SITE_IN_TWO, NOW)
    assert [(each.field, each.message) for each in checked.problems if each.level == "problem"] == [
        ("lang", "the same language as traduction")
    ]
