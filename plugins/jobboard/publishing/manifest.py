"""The list of what a host has, kept at the host: digests by path, sealed.

Where it is lost, or sealed with another key, nothing is believed of it: all of the site travels then, and no more.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import MsgspecError, Struct, json

from jobboard.engine.paths import is_of_site
from jobboard.engine.state import sealed, unsealed

_FORM = 1


class _Manifest(Struct, frozen=True):
    form: int
    target: str
    files: dict[str, str]


def to_manifest(target: str, files: Mapping[str, str], key: bytes) -> bytes:
    """The list, for the target of that name."""
    return sealed(json.encode(_Manifest(_FORM, target, dict(files))), key)


def from_manifest(target: str, data: bytes, key: bytes) -> dict[str, str] | None:
    """What was listed; None for a list that cannot be believed, or is another target's."""
    try:
        found = json.decode(unsealed(data, key) or b"", type=_Manifest)
    except (MsgspecError, RecursionError):
        return None
    if (found.form, found.target) != (_FORM, target) or not all(map(is_of_site, found.files)):
        return None
    return found.files
