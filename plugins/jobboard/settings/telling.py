"""The setting JOBBOARD_TELL: who is told what has changed, once it is published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jobboard.settings.place import SETTING_VALUE, Add, example
from jobboard.settings.site_address import is_address, is_local
from jobboard.source.message import phrase

TELL = "JOBBOARD_TELL"

INDEXNOW = "https://api.indexnow.org/indexnow"
"""Hands on to every search engine that takes part (indexnow.org/faq)."""

HUB = "https://pubsubhubbub.appspot.com/"

_NAMES = ("indexnow", "hub")


def check_telling(pelican: Mapping[str, Any], add: Add) -> tuple[str, str]:
    """The addresses of IndexNow and of the hub of the feeds; empty where nobody is told, or the setting is wrong."""
    value = pelican.get(TELL, False)
    if isinstance(value, bool):
        return (INDEXNOW, HUB) if value else ("", "")
    is_right = isinstance(value, Mapping) and {*value} <= {*_NAMES} and all(map(_is_told, value.values()))
    if not is_right:
        words = phrase("True, False, or addresses as %(words)s", words=", ".join(_NAMES))
        add(TELL, SETTING_VALUE(words=words, found=repr(value)), example(f"{TELL} = True"))
        return "", ""
    return value.get("indexnow", ""), value.get("hub", "")


def _is_told(address: object) -> bool:
    """True for an address that may be told: one that proves who it is, or this machine."""
    return isinstance(address, str) and is_address(address) and (address.startswith("https://") or is_local(address))
