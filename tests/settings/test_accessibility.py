"""The setting JOBBOARD_ACCESSIBILITY: what is refused, in which words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jobboard.board.accessibility import Accessibility, Compliance
from jobboard.settings.accessibility import SETTING, check_accessibility

SOUND: dict[str, Any] = {
    "status": "partially",
    "method": "self",
    "prepared": "2026-03-01",
    "non_compliant": ["Old PDF files."],
    "contact": "access@hub.example",
    "enforcement": {"name": "Ombudsman", "url": "https://ombudsman.example"},
}


def said_of(value: object) -> tuple[Accessibility | None, list[str]]:
    said: list[str] = []
    found = check_accessibility(
        {SETTING: value}, ("en", "fr"), lambda name, message, hint: said.append(f"{name}: {message}; {hint}")
    )
    return found, said


def changed(**changes: object) -> dict[str, Any]:
    """The sound setting with some values changed; None leaves one out."""
    return {key: value for key, value in {**SOUND, **changes}.items() if value is not None}


def test_a_sound_setting_becomes_plain_values() -> None:
    found, said = said_of(changed(reviewed=date(2026, 3, 2), burden=[{"fr": "Des cartes.", "en": "Maps."}]))
    assert said == []
    assert found is not None
    assert (found.prepared, found.reviewed, found.audited) == (date(2026, 3, 1), date(2026, 3, 2), None)
    assert found.non_compliant == ((("en", "Old PDF files."),),)
    assert found.burden == ((("en", "Maps."), ("fr", "Des cartes.")),)


def test_without_the_setting_there_is_nothing_to_say() -> None:
    assert check_accessibility({}, ("en",), lambda *_: pytest.fail("said something")) is None


def test_full_compliance_is_believed_with_an_audit_and_without_exceptions() -> None:
    found, said = said_of(changed(status="fully", audited="2026-02-01", non_compliant=None))
    assert said == []
    assert found is not None
    assert (found.status, found.audited) == (Compliance.FULLY, date(2026, 2, 1))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            changed(status="fully", non_compliant=None),
            "says 'fully' without an audit; give the day of the audit as 'audited', or write 'partially'",
        ),
        (
            changed(status="fully", audited="2026-02-01"),
            "says 'fully' and lists content that is not accessible; write 'partially'",
        ),
        (
            changed(non_compliant=None),
            (
                "says 'partially' and lists nothing that is not accessible; "
                "list it in 'non_compliant', 'burden' or 'out_of_scope'"
            ),
        ),
        (
            changed(status="partly"),
            "status: expected fully or partially or not, found 'partly'; did you mean 'partially'?",
        ),
        (changed(method=None), "lacks 'method'; docs/accessibility.md says what goes in"),
        (
            changed(prepared="1 March"),
            "prepared: expected a date like 2026-03-31, found '1 March'; write the year first",
        ),
        (
            changed(reviewed="2026-02-01"),
            "is reviewed before it is prepared; 'reviewed' is the last time somebody looked at it again",
        ),
        (changed(statsu="not"), "has an unknown key 'statsu'; did you mean 'status'?"),
        (
            changed(contact="the desk"),
            "contact: expected a mail address, found 'the desk'; for example accessibility@example.org",
        ),
        (
            changed(burden="Maps."),
            "burden: expected a list of texts, found 'Maps.'; put it into square brackets",
        ),
        (
            changed(burden=[{"fr": "Des cartes."}]),
            "burden.1: has no text in 'en'; that is what readers of the others fall back on",
        ),
        (
            changed(burden=[{"en": "Maps.", "de": "Karten."}]),
            "burden.1: the pages do not speak 'de'; they speak en, fr",
        ),
        (changed(burden=[7]), "burden.1: expected a text, found 7; one text, or {'en': …, 'fr': …}"),
        (
            changed(enforcement={"name": "Ombudsman", "url": "http://ombudsman.example"}),
            "enforcement.url: expected an https address, found 'http://ombudsman.example'; copy it from the browser",
        ),
        (
            changed(enforcement="Ombudsman"),
            (
                "enforcement: expected a name and a url, found 'Ombudsman'; "
                "for example {'name': 'Example Ombudsman', 'url': 'https://ombudsman.example'}"
            ),
        ),
        (
            "partially",
            "expected {'status': 'partially', …}, found 'partially'; docs/accessibility.md says what goes in",
        ),
    ],
)
def test_a_setting_that_cannot_be_stated_is_refused(value: object, expected: str) -> None:
    assert said_of(value) == (None, [f"{SETTING}: {expected}"])
