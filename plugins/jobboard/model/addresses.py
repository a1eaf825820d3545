"""Addresses as an author types them: e-mail, web, telephone, and paths of files. Each answers the text or a hint."""

from __future__ import annotations

import functools
import re
from urllib.parse import SplitResult, urlsplit

from jobboard.model.field import InvalidError

_LOCAL = r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*"
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
_EMAIL = re.compile(rf"{_LOCAL}@{_HOST}")
_EMAIL_AND_MORE = re.compile(rf"(?:mailto:)?{_LOCAL}@{_HOST}[?&\s]")
_PHONE = re.compile(r"\+?[0-9][0-9 ()./-]{4,25}")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def to_email(text: str) -> str:
    """An address that stands alone: no name, no second one, no query. Raises InvalidError."""
    if _EMAIL.fullmatch(text):
        return text
    if _EMAIL_AND_MORE.match(text):
        raise InvalidError("the address alone; a subject goes into 'subject'")
    raise InvalidError("an address has the form name@example.org")


def to_phone(text: str) -> str:
    """A number people can dial. Raises InvalidError."""
    if not _PHONE.fullmatch(text):
        raise InvalidError("digits, spaces and a leading +")
    return text


@functools.lru_cache(maxsize=4096)
def to_https_url(text: str) -> str:
    """An https address with a host name, without a password. Raises InvalidError."""
    if not text.lower().startswith("https://"):
        raise InvalidError("it must start with https://")
    if re.search(r"[\s<>\"'`\\{}|^]", text):
        raise InvalidError("no spaces, quotes or passwords in an address")
    try:
        parts = urlsplit(text)
    except ValueError:
        raise InvalidError("name a host like example.org") from None
    if "@" in parts.netloc:
        raise InvalidError("no spaces, quotes or passwords in an address")
    if not re.fullmatch(_HOST, _to_ascii(parts.hostname or "")):
        raise InvalidError("name a host like example.org")
    if not _has_port(parts):
        raise InvalidError("name a host like example.org, without such a port")
    return text


def _has_port(parts: SplitResult) -> bool:
    """True unless the address names a port that there is not."""
    try:
        return parts.port != 0
    except ValueError:
        return False


def _to_ascii(host: str) -> str:
    """A host name as the domain name system has it (IDNA); empty if it cannot have it."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return ""


def to_path(text: str) -> str:
    """A path below the content folder. Raises InvalidError."""
    parts = text.split("/")
    if _CONTROL.search(text) or "\\" in text or any(part in ("", ".", "..") for part in parts):
        raise InvalidError("a path below content/, with '/' between folders")
    return text
