"""The setting JOBBOARD_EMAIL: the address at which readers ask for news by mail, checked at the gate."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter
from typing import Any

from jobboard.board.mailing import PLACEHOLDERS, mail_address
from jobboard.settings.place import SETTING_VALUE, Add, example
from jobboard.settings.site_address import is_web_page
from jobboard.source.message import Phrase, message, phrase

PLACEHOLDER_UNKNOWN = message("placeholder-unknown", "'{%(name)s}' stands for nothing")
BRACES_UNPAIRED = message("braces-unpaired", "a brace has no partner: %(found)s")
MAILING = "JOBBOARD_EMAIL"

_WORDS = phrase("an address that begins with https:// or mailto:")
_EXAMPLE = f"{MAILING} = 'https://lists.example.org/subscribe?topic={{id}}&lang={{lang}}'"
_MAIL = re.compile(r"mailto:[^\s\"'<>@?]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:\?[^\s\"'<>]*)?")


def check_mailing(pelican: Mapping[str, Any], add: Add) -> str:
    """The template, or empty where the setting is left out or wrong."""
    value = pelican.get(MAILING, "")
    if value == "":
        return ""
    if not isinstance(value, str):
        add(MAILING, SETTING_VALUE(words=_WORDS, found=repr(value)), example(_EXAMPLE))
        return ""
    if wrong := _wrong_placeholder(value):
        add(MAILING, *wrong)
        return ""
    if not _is_address_of_lists(mail_address(value, **dict.fromkeys(PLACEHOLDERS, "a b"))):
        add(MAILING, SETTING_VALUE(words=_WORDS, found=repr(value)), example(_EXAMPLE))
        return ""
    return value


def _wrong_placeholder(template: str) -> tuple[Phrase, Phrase] | None:
    """What stands in braces and may not, with the way out."""
    try:
        fields = [each for each in Formatter().parse(template) if each[1] is not None]
    except ValueError:
        return BRACES_UNPAIRED(found=repr(template)), phrase("write {{ and }} for braces that stand for themselves")
    for _, name, form, how in fields:
        if name not in PLACEHOLDERS or form or how:
            written = f"{name}{f'!{how}' if how else ''}{f':{form}' if form else ''}"
            known = ", ".join(f"{{{each}}}" for each in PLACEHOLDERS)
            return PLACEHOLDER_UNKNOWN(name=written), phrase("one of %(words)s", words=known)
    return None


def _is_address_of_lists(address: str) -> bool:
    """True if a click on it asks a secure page, or begins a mail. In a host, what is percent-encoded leads nowhere."""
    return bool(_MAIL.fullmatch(address)) or is_web_page(address)
