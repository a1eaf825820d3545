"""One posting in every oddity of YAML that people write, and the commands that change files, each of which must change
what it is for and nothing else, or say in a line why it does not.

    python -m tests.editing.oddities

prints for each oddity and each command how many lines come and go, or that it is refused.
"""

from __future__ import annotations

import difflib
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from jobboard.commands.main import main as jobboard
from tests.helpers import REPOSITORY, make_organisation, settings_of, write_site

_FIELDS = {
    "title": "title: Head of Roads",
    "organisation": "organisation: example-network",
    "published": "published: 2026-03-02",
    "deadline": "deadline: 2026-03-31 17:00",
    "apply": "apply: {email: jobs@example.org}",
}
_TEXT = "Text of the posting.\n"


def posting(more: str = "", *, first: str = "", body: str = _TEXT, **changed: str) -> str:
    """The posting: lines before its fields and behind them, fields that are written otherwise, another text."""
    lines = "".join(f"{line}\n" for line in (_FIELDS | changed).values())
    return f"---\n{first}{lines}{more}---\n\n{body}"


_PLAIN = posting()
_IN_BRACES = "title: Roads, organisation: example-network, published: 2026-03-02, deadline: 2026-03-31"

ODDITIES: Mapping[str, str] = {
    "nothing odd": _PLAIN,
    "fields in braces": f"---\n{{{_IN_BRACES}, apply: {{email: jobs@example.org}}}}\n---\n\n{_TEXT}",
    "braces over lines": "---\n{\n  " + _IN_BRACES.replace(", ", ",  # one\n  ") + ",\n}\n---\n\n" + _TEXT,
    "a folded text": posting(title="title: Roads\nsummary: >\n  A sentence that\n  is folded."),
    "a folded text, last": posting("summary: >-\n  a\n  b\n"),
    "a literal text, last": posting("salary:\n  note: |\n    a\n    b\n"),
    "a literal text with its indent": posting("salary:\n  note: |2\n      first\n    then less\n"),
    "a literal text with blank lines kept": posting("eligibility:\n  note: |+\n    One.\n\n    Two.\n\n"),
    "a fence within a text": posting("salary:\n  note: |\n    a\n    ---\n    b\n"),
    "names in quotes": posting(title='"title": Roads', apply="'apply': {\"email\": jobs@example.org}"),
    "comments everywhere": posting(
        "# end\n",
        first="# top\n\n# of the title\n",
        title="title: Roads # t",
        deadline="# before\ndeadline: 2026-03-31 17:00   # d: 2026-04-01\n  # further in",
        apply="apply: # a\n  # in it\n  email: jobs@example.org # e",
    ),
    "an anchor": posting(title="title: &t Roads\nsummary: *t"),
    "a tag": posting(title="title: !!str Roads"),
    "a merge key": posting(first="<<: {title: X}\n"),
    "CRLF": _PLAIN.replace("\n", "\r\n"),
    "CR": _PLAIN.replace("\n", "\r"),
    "mixed line ends": _PLAIN.replace("2026-03-02\n", "2026-03-02\r\n"),
    "a byte order mark": "\ufeff" + _PLAIN.replace("\n", "\r\n"),
    "no line end at the end": _PLAIN.rstrip("\n"),
    "no text": _PLAIN.partition("---\n\n")[0] + "---",
    "spaces at the ends of lines": _PLAIN.replace("\n", "   \n"),
    "tabs at the ends of lines": posting(title="title: Roads\t"),
    "tabs behind colons": posting(title="title:\tRoads"),
    "a tab for an indent": posting(apply="apply:\n\temail: jobs@example.org"),
    "a field given twice": posting("deadline: 2026-04-30\n"),
    "lists below their name": posting("skills:\n- roads\n- maps  # both\nbenefits:\n- a car\n"),
    "lists further in": posting("skills:\n    - roads\n    - maps\n"),
    "a deadline with parts": posting(deadline="deadline:\n  date: 2026-03-31\n  time: 17:00"),
    "names with nothing behind them": posting("closed:\nupdated:   # never\nsummary:\nstatus: # none\n"),
    "nulls": posting("closed: ~\nupdated: null\ndeadline_was: ~\n"),
    "a very long line": posting("summary: " + "word " * 2_000 + "\n"),
    "letters of many scripts": posting('skills: [naïveté, "日本語", Ελλάδα]\n', title="title: «é» – 道路 🚧\u00a0!"),
    "letters in two parts": posting(title="title: Te\u0301chnicien"),
    "line ends of other machines": posting(title="title: Head\u2028of\u0085Roads"),
    "a space nobody sees": posting(deadline="deadline: 2026-03-31\u200b 17:00"),
    "a space that does not break": posting(deadline="deadline: 2026-03-31\u00a017:00"),
    "a name with a space nobody sees": posting(apply="app\u200bly: {email: jobs@example.org}"),
    "quotes over lines": posting(title="title: 'Head of\n  Roads'"),
    "double quotes over lines": posting(title='title: "Head \\\n  of Roads"'),
    "words over lines": posting(title="title: Head\n  of Roads"),
    "signs in quotes": posting(title='title: "C# and #roads: [a] {b}"'),
    "a deadline in the next line": posting(deadline="deadline: # when\n  2026-03-31 17:00 # then"),
    "a literal deadline": posting(deadline="deadline: |-\n  2026-03-31 17:00"),
    "a folded deadline": posting(deadline="deadline: >-\n  2026-03-31\n  17:00"),
    "an escaped deadline": posting(deadline='deadline: "2026-03-31\\x2017:00"'),
    "a rolling deadline": posting(deadline="deadline: rolling # open\nreview_by: 2026-05-01 # look"),
    "a name with a question mark": posting(title="? title\n: Roads"),
    "a space before the colon": posting(deadline="deadline : 2026-03-31 17:00"),
    "everything further in": _PLAIN.replace("\n", "\n  ", len(_FIELDS)),
    "dots for a fence": _PLAIN.replace("---\n\n", "...\n\n"),
    "a directive": f"%YAML 1.2\n{_PLAIN}",
    "fences in the text": posting(body="Text.\n\n---\n\ndeadline: 2026-01-01\n\n---\nclosed: x\n"),
    "blank lines between": _PLAIN.replace("\n", "\n\n"),
    "brackets over lines": posting(
        apply="apply: {  # how\n  email: jobs@example.org,  # mail\n  documents: [CV,\n    b]  # two\n  }"
    ),
    "figures that begin with 0": posting("hours: 038\n"),
    "closed, in braces": posting("closed: {on: 2026-03-10, because: filled} # gone\n"),
    "closed, over lines": posting(
        "closed:\n  # why\n  on: 2026-03-10\n  because: other  # hm\n  note: No money\nskills: [a]\n"
    ),
    "opened again before": posting(
        "closed: {on: 2026-03-12, because: filled}\nreopened:\n"
        "  - on: 2026-03-05\n    was: {on: 2026-03-04, because: filled}\n"
    ),
    "moved before": posting("updated: 2026-03-05 # u\ndeadline_was: 2026-03-20 # w\n"),
    "moved before, in a list": posting(
        "updated: 2026-03-05\ndeadline_was:\n- deadline: 2026-03-20  # first\n  changed: 2026-03-05\n"
    ),
    "moved before, with parts": posting("deadline_was:\n  deadline: 2026-03-20\n  changed: 2026-03-05 # late\n"),
    "a draft": posting("# status: draft\nstatus: draft # soon\n"),
    "a draft, first and in quotes": posting(first='# ---\nstatus: "draft"\n#\n'),
    "former names in a list": posting("formerly:\n- old-name   # 2024\n- older-name\n"),
    "a former name alone": posting("formerly: older  # once\n"),
    "several places": posting("place:\n- {city: Ghent, country: BE}\n- city: Lyon  # too\n  country: FR\n"),
    "several people": posting("contacts:\n- name: Ada\n  email: ada@example.org\n"),
    "several organisations": posting(organisation="organisation:\n  - example-network  # first"),
}
"""By what is odd."""

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "close": ("close", "it", "--because", "filled"),
    "close other": ("close", "it", "--because", "other", "--note", "A “note”: with # and {signs}"),
    "extend": ("extend", "it", "2026-04-30"),
    "reopen": ("reopen", "it"),
    "ready": ("ready", "it"),
    "rename": ("rename", "it", "that"),
    "translate": ("translate", "it", "fr"),
    "relist": ("relist", "it", "2027-03-31"),
    "fmt": ("fmt", "it"),
}


class Outcome(NamedTuple):
    """What became of a file: lines that came and went, the file, one that is new, and why it was refused if it was."""

    come: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    data: bytes = b""
    new: bytes = b""
    refused: str = ""


def outcome(folder: Path, text: str, command: str) -> Outcome:
    """What a command makes of that posting, in a project of its own."""
    folder.mkdir(exist_ok=True)
    (folder / "pelicanconf.py").write_text(settings_of(REPOSITORY / "theme"))
    data = text.encode()
    write_site(folder / "content", {"postings/it.md": data, "organisations/example-network.md": make_organisation()})
    before = Path.cwd()
    os.chdir(folder)
    try:
        now = ("--now", "2026-03-16T12:00+01:00")
        result = CliRunner().invoke(jobboard, [*COMMANDS[command], *now], input="y\n")
    finally:
        os.chdir(before)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    files = {each.name: each.read_bytes() for each in (folder / "content/postings").iterdir()}
    own = files.pop("it.md", b"") or files.pop("that.md", b"")
    if result.exit_code:
        return Outcome(data=own, refused=result.stderr.strip())
    lines = difflib.ndiff(_lines(data), _lines(own))
    told = [each for each in lines if each[:1] in "+-"]
    come, gone = (tuple(each[2:] for each in told if each[0] == sign) for sign in "+-")
    return Outcome(come=come, gone=gone, data=own, new=next(iter(files.values()), b""))


def _lines(data: bytes) -> list[str]:
    return data.decode().splitlines(keepends=True)


def table() -> Iterator[str]:
    """The outcome of every command on every oddity, a line each."""
    yield f"{'':<38}" + "".join(f"{name:>12}" for name in COMMANDS)
    for name, text in ODDITIES.items():
        cells = []
        for command in COMMANDS:
            with tempfile.TemporaryDirectory() as folder:
                found = outcome(Path(folder), text, command)
            changed = f"+{len(found.come)} -{len(found.gone)}"
            cells.append("refused" if found.refused else "new file" if found.new else changed)
        yield f"{name:<38}" + "".join(f"{cell:>12}" for cell in cells)


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in table())
