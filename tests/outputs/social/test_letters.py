"""What social cards can be written in: the letters the font has, and nothing that would become a box."""

from __future__ import annotations

import unicodedata

import pytest

from jobboard.outputs.social.card import SocialCard, first_written
from jobboard.outputs.social.letters import written
from jobboard.outputs.social.lines import BOLD, FONTS, REGULAR, font

WRITTEN = {
    "Latin": "Straße, Łódź, Åland, Việt Nam, İzmir, Ţara, ſeveral œuvres: 42 €",
    "Greek": "Οι πόλεις συμφωνούν για τα ποδήλατα",
    "Cyrillic": "Українська мережа міст, ЎЂЉ",
}
NOT_WRITTEN = {
    "Arabic": "محلل بيانات",
    "Hebrew": "אנליסט נתונים",
    "Chinese": "数据分析师",
    "Japanese": "データアナリスト",
    "Korean": "데이터 분석가",
    "Devanagari": "डेटा विश्लेषक",
    "Georgian": "მონაცემთა ანალიტიკოსი",
    "Armenian": "Տվյալների վերլուծաբան",
    "Thai": "นักวิเคราะห์ข้อมูล",
    "Ethiopic": "የውሂብ ተንታኝ",
    "mixed": "Data Analyst (数据)",
}


@pytest.mark.parametrize("script", WRITTEN)
def test_latin_greek_and_cyrillic_are_written(script: str) -> None:
    assert written(WRITTEN[script]) == WRITTEN[script]


@pytest.mark.parametrize("script", NOT_WRITTEN)
def test_other_scripts_are_not(script: str) -> None:
    assert written(NOT_WRITTEN[script]) is None


def test_no_character_at_all_becomes_a_box() -> None:
    """Over all of Unicode: what is left of a text is in both faces, which draw it as something of its own."""
    kept = {each for number in range(0x110000) for each in written(chr(number)) or ""}
    assert len(kept) > 900
    for face in (BOLD, REGULAR):
        letters = font(face, 20)
        box = bytes(letters.getmask("\ufffe"))
        assert [each for each in kept if not each.isspace() and bytes(letters.getmask(each)) == box] == []


def test_what_a_text_is_the_same_without_is_left_out() -> None:
    assert written("\u2068Ada\u2069 \U0001f680 is\u200b here\ufe0f\n and\tthere") == "Ada is here and there"
    assert written("com\u00admune") == "commune"


def test_letters_with_accents_are_put_together() -> None:
    assert written(unicodedata.normalize("NFD", "Élève à Łódź")) == "Élève à Łódź"


def test_no_line_begins_or_ends_with_a_sign_that_has_a_space() -> None:
    assert written("Une heure : « midi »") == "Une heure\u00a0: «\u00a0midi\u00a0»"
    assert written("12\u202fh") == "12\u00a0h"


def test_a_card_whose_title_cannot_be_written_gives_way_to_the_next() -> None:
    own, organisation = SocialCard(title=NOT_WRITTEN["Arabic"]), SocialCard(title="Example Network")
    assert first_written(own, organisation) == organisation
    assert first_written(SocialCard(title="\U0001f680"), organisation) == organisation
    assert first_written(own, own) == SocialCard()


def test_a_line_that_cannot_be_written_is_left_out() -> None:
    card = first_written(SocialCard(title="Data Analyst", names=NOT_WRITTEN["Hebrew"], site="Example Hub"))
    assert card == SocialCard(title="Data Analyst", site="Example Hub")
    assert card.words == "Data Analyst · Example Hub"


def test_the_faces_are_small_and_their_licence_lies_beside_them() -> None:
    assert all(10_000 < (FONTS / face).stat().st_size <= 120_000 for face in (BOLD, REGULAR))
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
