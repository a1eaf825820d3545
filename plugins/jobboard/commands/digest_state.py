"""Up to which instant a digest has told what there was, kept in a file of the user's."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from msgspec import DecodeError, Struct, json

from jobboard.engine.state import read_own, replace_bytes
from jobboard.source.problem import quoted


class DigestState(Struct, frozen=True, forbid_unknown_fields=True):
    """The end of the last digest (aware), and of what it was: a language, and a collection or nothing."""

    until: datetime
    lang: str
    of: str


def load_state(file: Path, lang: str, of: str, now: datetime) -> datetime:
    """The end of the last digest of the same. Raises ValueError with a sentence where there is none to go on from."""
    try:
        state = json.decode(read_own(file), type=DigestState)
    except FileNotFoundError:
        raise ValueError(f"{file} is not there yet; begin with a date: --since 2026-12-01") from None
    except DecodeError:
        raise ValueError(f"{file} is no file of a digest; delete it, and begin with a date") from None
    if (state.lang, state.of) != (lang, of):
        told = f"{state.of or 'everything'} in {quoted(state.lang)}"
        raise ValueError(f"{file} is of another digest, {told}; each has a file of its own")
    if state.until.tzinfo is None or state.until > now:
        raise ValueError(f"{file} is of an instant that is still to come")
    return state.until


def save_state(file: Path, lang: str, of: str, until: datetime) -> None:
    """Note the end of a digest that was told. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_bytes(file, json.encode(DigestState(until, lang, of)) + b"\n", is_lasting=True)
