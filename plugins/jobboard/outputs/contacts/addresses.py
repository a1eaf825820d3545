"""Where a text says how to write to somebody: mail addresses, names in messengers, links to them. Text in, spans out.

The text comes as a reader takes it (`contact_spelling`). In doubt a word more is taken than one too few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from jobboard.outputs.contacts.spelling import Extent
from jobboard.source.language.tongues.known import TONGUES, telling, words_of

_SCHEMES = (
    "mailto|tel|sms|smsto|mms|skype|callto|facetime|facetime-audio|xmpp|sips?|whatsapp|signal|sgnl|tg|viber|threema"
    "|msteams|weixin|wechat|matrix|zoommtg|discord|imessage|im"
)
_HOSTS = (
    r"wa\.me|whatsapp\.com|t\.me|telegram\.me|telegram\.dog|signal\.me|signal\.group|m\.me|messenger\.com|ig\.me"
    r"|join\.skype\.com|viber\.com|vb\.me|line\.me|lin\.ee|threema\.id|wire\.com|matrix\.to|discord\.gg|discord\.com"
    r"|discordapp\.com|wechat\.com|kakao\.com|snapchat\.com|teams\.microsoft\.com|teams\.live\.com|chat\.google\.com"
    r"|calendly\.com|cal\.com|keybase\.io|bookings\.cloud\.microsoft"
)
_PEOPLE = (
    r"linkedin\.com/in/|xing\.com/profile/|facebook\.com/messages/|outlook\.office\.com/bookwithme/"
    r"|zoom\.(?:us|com)/(?:j|my)/"
)
"""Where a site of many pages has some that lead to a person."""

_LEADS_TO_PEOPLE = re.compile(rf"(?:[\w-]+\.)*(?:(?:{_HOSTS})(?:/|$)|(?:{_PEOPLE}))", re.IGNORECASE)

_AT = r"@|%40|&#0*64;|&#x0*40;|&commat;"
_MARKS = "|*/\"'‘’“”"
_OPEN, _CLOSE = rf"\s{{0,3}}[\[({{<«‹⟨{_MARKS}]{{1,3}}\s{{0,3}}", rf"\s{{0,3}}[\])}}>»›⟩{_MARKS}]{{1,3}}\s{{0,3}}"
_AT_WORDS = words_of("at_sign")
_BRACKETED = words_of("at_bracketed")
_SPELT = (
    rf"{_OPEN}(?:{_BRACKETED}|{_AT}|{_AT_WORDS}){_CLOSE}|(?<=\w)\s?\(a\)\s?(?=\w)|[\s_.-]{{1,3}}(?:{_AT_WORDS})[\s_.-]{{1,3}}"
    rf"|(?<=[^\W\d])(?-i:AT)(?=\w+(?-i:DOT)\w)"
)
_SIGN = re.compile(rf"(?P<sign>{_AT})|(?P<spelt>{_SPELT})", re.IGNORECASE)
_WORD = re.compile(rf"[\s_-]{{1,3}}(?:{words_of('at')})[\s_-]{{1,3}}", re.IGNORECASE)

_DOT_WORDS = words_of("dot")
_SPELT_DOT = (
    rf"{_OPEN}(?:{_DOT_WORDS}|\.){_CLOSE}|[\s_-]{{1,3}}(?:{_DOT_WORDS})[\s_-]{{1,3}}|(?-i:(?<=[a-z])DOT(?=[a-z]))"
)
_DOT = rf"(?:\.(?=\w)|\s\.\s?(?=\w)|\.\s(?=(?-i:[a-z]{{2,4}})\b)|{_SPELT_DOT})"
_LABEL = r"[\w-]{1,63}?"
_DOMAIN = re.compile(rf"\s{{0,2}}(?P<name>{_LABEL}(?:{_DOT}{_LABEL}){{0,9}}(?![\w-])(?::[\w.-]+)?)", re.IGNORECASE)
_HAS_SPELT_DOT = re.compile(_SPELT_DOT, re.IGNORECASE)
_WEB_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}", re.IGNORECASE)

_LOCAL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+/=?^_`{|}~-")
_LONGEST = 254
_GAP = 2

_BEFORE_A_SITE = {
    tongue.at: re.compile(tongue.before_a_site, re.IGNORECASE) for tongue in TONGUES.values() if tongue.before_a_site
}
"""By the word for @: what stands before it where it names a site and no mailbox, as in "apply at example.org"."""

_PROGRAMS = (
    "skype|whats ?app|telegram|signal|viber|threema|wechat|weixin|discord|messenger|matrix|element|kakaotalk|snapchat"
    "|imessage|facetime|linkedin|xing|twitter|instagram|facebook|mastodon|bluesky|icq|line id|teams|zoom|google chat"
)
_NAMED = re.compile(
    rf"(?<!\w)(?:{_PROGRAMS})(?:[ -]?(?:{words_of('account')}))"
    rf"{{0,2}}\s*(?:(?:[:=]|\s-\s|\s(?:{words_of('called')})\s)\s*(?P<name>[\w@+][\w.:#@+/-]*)"
    r"|[\s(]\s*(?P<odd>(?=[^\W\d][\w:#-]{0,40}(?:[._#]\w|\d))[\w.:#-]*\w))",
    re.IGNORECASE,
)
_WORDS_OF_A_SIGN = ("@", "%40", "&#", "&commat", *telling(_AT_WORDS))
_BRACKETED_SIGN = re.compile(rf"[\[({{<«‹⟨{_MARKS}]\s{{0,3}}(?:{_BRACKETED}|a\))")
_JOINED_DOT = re.compile(r"dot\w")
_WORDS_OF_A_DOMAIN = telling(_DOT_WORDS)
_DOT_WITHIN = re.compile(r"\.(?<=[a-z0-9]\.)[^\W\d]")
_WORDS_OF_A_PROGRAM = tuple(
    word for name in _PROGRAMS.split("|") for word in {name.replace(" ?", ""), name.replace("?", "")}
)
_HINT_OF_A_LINK = re.compile(r":(?<=[a-z]:)\S|\.(?:me|com|ee|id|to|gg|us|io|group|dog|microsoft)/")
"""What has to be there for the dearer patterns to find anything: most texts have none of it.

Words are looked for one by one, patterns begin with what they can be found by: each is ten times quicker than one
pattern of everything.
"""

_LINK = re.compile(
    rf"(?<!\w)(?:{_SCHEMES}):[^\s:]\S*|(?:https?://)?(?<![\w-])(?:{_HOSTS})/\S+"
    rf"|(?:https?://)?(?<![\w-])(?:[\w-]{{1,63}}\.){{0,3}}(?:{_PEOPLE})\S+",
    re.IGNORECASE,
)
_ENCODED = re.compile(r"(?<!\S)(?=\S{0,200}%[0-9a-f]{2})\S+", re.IGNORECASE)
_NUMBER_IN_A_LINK = re.compile(r"\+\s?\d[\d\s().-]{6,}|(?:phone|tel|mobile|number)=\d{6,}|/\d{9,15}(?:$|[/?#])")


def addresses_in(text: str) -> Iterator[Extent]:
    """Every place of the text that says where to write to somebody."""
    small = text.lower()
    if _has_any(small, _WORDS_OF_A_SIGN) or _BRACKETED_SIGN.search(small) or _JOINED_DOT.search(small):
        for sign in _SIGN.finditer(text):
            yield from _around(text, sign)
    if _has_any(small, _WORDS_OF_A_DOMAIN) or _DOT_WITHIN.search(small):
        for word in _WORD.finditer(text):
            yield from _around_word(text, word)
    if _has_any(small, _WORDS_OF_A_PROGRAM):
        for named in _NAMED.finditer(text):
            yield named.span("name") if named["name"] else named.span("odd")
    if "%" in text or ((":" in small or "/" in small) and _HINT_OF_A_LINK.search(small)):
        yield from _links_in(text)


def _has_any(text: str, words: tuple[str, ...]) -> bool:
    return any(map(text.__contains__, words))


def leads_to_a_person(address: str) -> bool:
    """True for a link that writes to or calls somebody, or is not certainly an ordinary page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    if not parts.scheme and not parts.netloc:
        return False
    plain = unquote(address)
    if parts.scheme not in ("", "http", "https") or "@" in plain or _NUMBER_IN_A_LINK.search(plain):
        return True
    return _LEADS_TO_PEOPLE.match(f"{parts.hostname or ''}{parts.path}") is not None


def _links_in(text: str) -> Iterator[Extent]:
    """Addresses of links to people, and what is encoded as in one."""
    yield from (link.span() for link in _LINK.finditer(text))
    for token in _ENCODED.finditer(text) if "%" in text else ():
        if "@" in unquote(token[0]) or _NUMBER_IN_A_LINK.search(unquote(token[0])):
            yield token.span()


def _around(text: str, sign: re.Match[str]) -> Iterator[Extent]:
    """The mailbox before a sign and the domain after it; either may be missing."""
    domain = _DOMAIN.match(text, sign.end())
    local = _start_of_local(text, sign.start())
    is_tight = local < sign.start()
    if domain is None:
        if is_tight:
            yield local, sign.end()
        return
    name, is_close = domain["name"], domain.start("name") == sign.end()
    has_dot = _HAS_SPELT_DOT.search(name) is not None or "." in name
    if sign[0].strip() == "(a)" and not has_dot:
        return
    if sign["spelt"] or has_dot:
        start = local if is_tight else _start_of_local(text, _before_gap(text, sign.start()))
        yield start, domain.end()
    elif is_close and (is_tight or name[0].isalpha()):
        yield local, domain.end()
    elif not is_tight and name[0].islower() and (start := _start_of_local(text, _before_gap(text, sign.start()))):
        if not text[start : sign.start()].strip().isdigit():
            yield start, domain.end()
    elif is_tight:
        yield local, sign.end()


def _around_word(text: str, word: re.Match[str]) -> Iterator[Extent]:
    """The mailbox before "at" and the domain after it, if both look like one."""
    domain = _DOMAIN.match(text, word.end())
    start = _start_of_local(text, word.start())
    mailbox = text[start : word.start()]
    if domain is None or not mailbox:
        return
    is_spelt = _HAS_SPELT_DOT.search(domain["name"]) is not None
    is_site = _WEB_NAME.match(domain["name"]) is not None
    before_a_site = _BEFORE_A_SITE.get(word[0].strip(" \n\t_-").lower())
    is_mailbox = any(char in "._0123456789" for char in mailbox)
    if is_spelt or (is_site and (is_mailbox or (before_a_site and not before_a_site.fullmatch(mailbox)))):
        yield start, domain.end()


def _start_of_local(text: str, end: int) -> int:
    """Where the mailbox begins that ends there; `end` itself if there is none."""
    start = end
    while start > 0 and end - start < _LONGEST and (text[start - 1] in _LOCAL or text[start - 1].isalnum()):
        start -= 1
    return start


def _before_gap(text: str, end: int) -> int:
    start = end
    while start > 0 and end - start < _GAP and text[start - 1].isspace():
        start -= 1
    return start
