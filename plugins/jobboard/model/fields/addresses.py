"""Addresses as an author types them: e-mail, web, telephone, and paths of files. Each answers the text or a hint.

A domain may be written in any script. It is kept as the domain name system has it (`xn--…`, RFC 5890), which is what
every format takes; pages show it by `in_own_script`.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from urllib.parse import SplitResult, quote, urlsplit

from jobboard.model.fields.field import InvalidError
from jobboard.model.texts.shapes import is_clear
from jobboard.source.characters import name_of, plain_of
from jobboard.source.language.tongues.known import words_of
from jobboard.source.message import Phrase, phrase

_LOCAL = r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = rf"(?:{_LABEL}\.)+(?:[A-Za-z]{{2,63}}|[xX][nN]--[A-Za-z0-9-]{{1,58}}[A-Za-z0-9])"
_EMAIL = re.compile(rf"({_LOCAL})@({_HOST})")
_EMAIL_IN = re.compile(rf"{_LOCAL}@{_HOST}")
_NUMBER = r"(?:0[xX][0-9a-fA-F]+|[0-9]+)"
_NUMBERS = re.compile(rf"{_NUMBER}(?:\.{_NUMBER}){{0,3}}")
"""IPv4 in all the ways browsers read it: `127.0.0.1`, `127.1`, `2130706433`, `0x7f000001` (WHATWG URL, 3.5)."""

_PHONE = re.compile(r"\+?[0-9][0-9 ()./-]{4,25}")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_PLAIN = phrase("no spaces, quotes or passwords in an address")
_NO_HOST = phrase("name a host like example.org")
_SCHEMES = re.compile(r"(?i)h?t{0,9}tps?(?:[:;]/{0,2}|//|:\\\\)(?=[^/\\])|https?:///+|//")
"""How people misspell the beginning of an address."""


def to_email(text: str) -> str:
    """An address that stands alone: no name, no second one, no query. Raises InvalidError."""
    if _EMAIL.fullmatch(text):
        return text
    local, at, host = text.strip().rpartition("@")
    if at and not host.isascii() and re.fullmatch(_LOCAL, local) and (known := to_ascii_host(host)):
        return f"{local}@{known}"
    raise InvalidError(_hint_on_email(text))


def _hint_on_email(text: str) -> Phrase:
    bare = re.sub(r"(?i)^mailto:\s*", "", text.strip())
    found = _EMAIL_IN.findall(bare)
    if len(found) > 1:
        return phrase("one address alone: %(address)s", address=found[0])
    if found and re.search(r"[?&]|\n", bare):
        return phrase("the address alone; a subject goes into 'subject'")
    if found and re.fullmatch(rf".*<{_EMAIL_IN.pattern}>\s*", bare):
        return phrase("the address alone, without the name: %(address)s", address=found[0])
    if found and (bare in (found[0], f"{found[0]}.", f"{found[0]};", f"{found[0]},") or bare != text.strip()):
        return phrase("the address alone: %(address)s", address=found[0])
    spelt = spelt_email(bare)
    if spelt == bare:
        return phrase("an address has the form name@example.org")
    return phrase("an address has the form name@example.org: %(address)s", address=spelt)


def spelt_email(text: str) -> str:
    """An e-mail address in words as it is typed; any other text as it is."""
    if len(text) > 2_000:  # where one may have been meant would be looked for long
        return text
    bare = re.sub(r"(?i)^mailto:\s*", "", text.strip())
    at, dot = f"{words_of('at_bracketed')}|{words_of('at_sign')}", words_of("dot")
    spelt = re.sub(rf"(?i)\s*[\[({{<]?\b(?:{at})\b[\])}}>]?\s*", "@", bare)
    spelt = re.sub(rf"(?i)\s*[\[({{<]\s*(?:{dot})\s*[\])}}>]\s*|\s+(?:{dot})\s+", ".", spelt)
    return spelt if _EMAIL.fullmatch(spelt) else text


def to_phone(text: str) -> str:
    """A number people can dial. Raises InvalidError."""
    if not _PHONE.fullmatch(text):
        called = rf"(?i)^(?:{words_of('call')})\b[^\w+(]*|\s*(?:{words_of('extension')})\W*[0-9]+$"
        bare = re.sub(called, "", text.strip())
        is_known = bare != text and _PHONE.fullmatch(bare)
        alone = phrase("the number alone: %(number)s", number=bare)
        raise InvalidError(alone if is_known else phrase("digits, spaces and a leading +"))
    return text


@functools.lru_cache(maxsize=4096)
def to_https_url(text: str) -> str:
    """An https address with a host name, without a password. Raises InvalidError."""
    if not text.lower().startswith("https://") or text.lower().startswith("https:///"):
        raise InvalidError(_hint_on_scheme(text))
    if re.search(r"[\s\x00-\x1f\x7f<>\"'`\\{}|^]", text):
        raise InvalidError(_PLAIN)
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        raise InvalidError(_NO_HOST) from None
    if "@" in parts.netloc:
        raise InvalidError(_PLAIN)
    known = host if is_number(host) else to_ascii_host(host)
    if not known:
        raise InvalidError(_NO_HOST)
    if not _has_port(parts):
        raise InvalidError(phrase("name a host like example.org, without such a port"))
    return text if text.isascii() else _ascii(text, parts, known)


def _ascii(text: str, parts: SplitResult, host: str) -> str:
    """An address in ASCII: its host by IDNA, the rest by percent signs (RFC 3987, section 3.1)."""
    if parts.netloc.isascii():
        return quote(text, safe="!#$%&'()*+,/:;=?@[]~")
    port = f":{parts.port}" if parts.port else ""
    rest = text[text.index(parts.netloc) + len(parts.netloc) :]
    return f"https://{host}{port}{quote(rest, safe=chr(37) + '!#$&()*+,/:;=?@[]~')}"


def _hint_on_scheme(text: str) -> Phrase:
    """How to write an address that begins with anything but `https://`."""
    if _EMAIL.fullmatch(re.sub(r"(?i)^mailto:", "", text.strip())):
        return phrase("this is an e-mail address; that of a page is meant")
    spelt = spelt_url(text)
    if spelt == text:
        return phrase("it must start with https://")
    if text.strip().lower().startswith("http://"):
        return phrase("it must start with https://: write %(address)s, once you saw that it opens", address=spelt)
    return phrase("it must start with https://: write %(address)s", address=spelt)


def spelt_url(text: str) -> str:
    """An address whose beginning is missing or misspelt, with it, plain http included; any other text as it is."""
    bare = text.strip()
    rest = _SCHEMES.sub("", bare, count=1)
    host = rest.partition("/")[0].partition("?")[0].partition(":")[0]
    is_address = re.fullmatch(r"[^\s<>\"'`\\{}|^@]+", rest) and re.fullmatch(_HOST, host)
    return f"https://{rest}" if is_address else text


def is_number(host: str) -> bool:
    """True for a host that is an IP number, in whatever spelling browsers understand."""
    if _NUMBERS.fullmatch(host):
        return True
    if ":" not in host:
        return False
    import ipaddress  # noqa: PLC0415 (seldom needed)

    try:
        ipaddress.IPv6Address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def host_number(url: str) -> str:
    """The host of an https address, if it is an IP number; else empty."""
    host = urlsplit(url).hostname or ""
    return host if is_number(host) else ""


@functools.lru_cache(maxsize=1024)
def to_ascii_host(host: str) -> str:
    """A host name as the domain name system has it (IDNA 2008); empty if it cannot have it.

    Raises InvalidError for a name that holds letters of another script which look like those around them.
    """
    if not host.isascii():
        import idna  # noqa: PLC0415 (large, and seldom needed)

        _refuse_look_alikes(host)
        try:
            host = idna.encode(host, uts46=True, transitional=False).decode()
        except idna.IDNAError:
            return ""
    return host if re.fullmatch(_HOST, host) else ""


def _refuse_look_alikes(host: str) -> None:
    for label in host.split("."):
        has_latin = any(letter.isascii() and letter.isalpha() for letter in label)
        strange = next((each for each in label if (plain_of(each) or "").isalpha()), "")
        if has_latin and strange and "LATIN" not in unicodedata.name(strange, ""):
            hint = phrase(
                "%(character)s is not the Latin '%(letter)s' it looks like; type it anew",
                character=name_of(strange),
                letter=plain_of(strange) or "",
            )
            raise InvalidError(hint)


@functools.lru_cache(maxsize=1024)
def in_own_script(address: str) -> str:
    """A host or an e-mail address as its readers write it, for pages: `xn--…` in its own script.

    Where its letters may be taken for others, it stands in ASCII behind that, which cannot be mistaken.
    """
    if "xn--" not in address.lower():
        return address
    import idna  # noqa: PLC0415 (large, and seldom needed)

    local, at, host = address.rpartition("@")
    try:
        own = idna.decode(host)
    except idna.IDNAError:
        return address
    return f"{local}{at}{own}" if all(map(is_clear, own.split("."))) else f"{local}{at}{own} ({host.lower()})"


def host_of(url: str) -> str:
    """The host that a browser asks when it opens an address, as programs write it; a number in its usual form."""
    host = urlsplit(url).hostname or ""
    return _usual_number(host) if is_number(host) else host


def host_words(url: str) -> str:
    """The same as pages show it: what stands behind it or before it in the address cannot be taken for it."""
    return in_own_script(host_of(url))


def _usual_number(host: str) -> str:
    """An IPv4 number as four of 0 to 255; any other host as it is (WHATWG URL, 3.5)."""
    if ":" in host:
        return f"[{host}]"
    try:
        *first, last = map(_part_of_number, host.split("."))
    except ValueError:
        return host
    number = last + sum(each << 8 * (3 - at) for at, each in enumerate(first))
    return ".".join(str(number >> shift & 255) for shift in (24, 16, 8, 0)) if number < 1 << 32 else host


def _part_of_number(part: str) -> int:
    """One part: in hexadecimal behind `0x`, in octal behind `0`. Raises ValueError."""
    is_hex = part[:2].lower() == "0x"
    return int(part[2:] or "0", 16) if is_hex else int(part, 8 if part[0] == "0" else 10)


def _has_port(parts: SplitResult) -> bool:
    """True unless the address names a port that there is not."""
    try:
        return parts.port != 0
    except ValueError:
        return False


def to_path(text: str) -> str:
    """A path below the content folder. Raises InvalidError."""
    parts = text.split("/")
    if _CONTROL.search(text) or "\\" in text or any(part in ("", ".", "..") for part in parts):
        raise InvalidError(phrase("a path below content/, with '/' between folders"))
    return text
