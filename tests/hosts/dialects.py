"""`_headers` and `_redirects` as two hosts apply them: small models, made of what their documentation and programs say.

Cloudflare Pages (its documentation, "Headers" and "Redirects", read in November 2026): every rule that matches
applies, in the order of the file; a header given twice has both values, joined by a comma; `! name` takes away what
earlier rules gave. One `*` in a path, for any characters. At most 100 rules of headers with lines of 2,000 characters,
2,000 redirects with lines of 1,000, none of them with another code than 301, 302, 303, 307 and 308. Redirects are
followed even where there is a file; for what is not there the nearest 404.html above is shown.

Netlify (its documentation, "Custom headers" and "Redirects"; the function `headersForPath` of its command line): of a
header that several rules give one value counts, there that of the last rule. People report that the most specific does.
So the model has both readings. A redirect is followed where there is no file, or with `!`; it may answer with any code.
"""

from __future__ import annotations

import re
from typing import NamedTuple

Lines = tuple[tuple[str, str], ...]
MOST_RULES, LONGEST_LINE = 100, 2000
MOST_REDIRECTS, LONGEST_REDIRECT = 2000, 1000
SENDING_ELSEWHERE = {"301", "302", "303", "307", "308"}


class Block(NamedTuple):
    """A path and the lines below it: (name, value), of a name that is taken away without a value."""

    path: str
    lines: Lines


class Answer(NamedTuple):
    """The code of an answer, where it leads, and the file it holds."""

    status: int
    place: str = ""
    file: str = ""


def blocks_of(text: str) -> list[Block]:
    """The rules of a `_headers` file. Fails for a line that is neither a path nor a header below one."""
    found: list[Block] = []
    for line in text.splitlines():
        if line.startswith("/"):
            found.append(Block(line, ()))
            continue
        match = re.fullmatch(r"  (?:! (?P<gone>[A-Za-z-]+)|(?P<name>[A-Za-z-]+): (?P<value>\S.*))", line)
        assert match, f"no path and no header: {line!r}"
        pair = (match["gone"] or match["name"], match["value"] or "")
        found[-1] = Block(found[-1].path, (*found[-1].lines, pair))
    return found


def is_matched(rule: str, path: str) -> bool:
    """Whether a path is one of a rule's; both hosts take `*` for anything."""
    return re.fullmatch(".*".join(map(re.escape, rule.split("*"))), path) is not None


def by_cloudflare(text: str, path: str) -> dict[str, str]:
    """The headers of an address."""
    found: dict[str, str] = {}
    for name, value in (line for block in blocks_of(text) if is_matched(block.path, path) for line in block.lines):
        if not value:
            found.pop(name, None)
        else:
            found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def by_netlify(text: str, path: str, *, is_last: bool) -> dict[str, str]:
    """The headers of an address, of the last rule for each or of the most specific one."""
    applying = [block for block in blocks_of(text) if is_matched(block.path, path)]
    ordered = applying if is_last else sorted(applying, key=lambda block: len(block.path))
    return {name: value for block in ordered for name, value in block.lines}


def answer_of_cloudflare(redirects: str, files: set[str], path: str) -> Answer:
    """What is at an address."""
    for old, new, code in map(str.split, redirects.splitlines()):
        if old == path:
            return Answer(int(code), new)
    if (file := _file(path)) in files:
        return Answer(200, file=file)
    folders = path.split("/")[:-1]
    above = ("/".join([*folders[:count], "404.html"]) for count in range(len(folders), 0, -1))
    return Answer(404, file=next((each for each in above if each in files), ""))


def answer_of_netlify(redirects: str, files: set[str], path: str) -> Answer:
    """What is at an address."""
    for old, new, code in map(str.split, redirects.splitlines()):
        if is_matched(old, path) and (code.endswith("!") or _file(path) not in files):
            status = int(code.rstrip("!"))
            return Answer(status, new) if str(status) in SENDING_ELSEWHERE else Answer(status, file=new)
    return Answer(200, file=_file(path)) if _file(path) in files else Answer(404, file="/404.html")


def _file(path: str) -> str:
    return f"{path}index.html" if path.endswith("/") else path
