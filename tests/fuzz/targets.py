"""What is fuzzed: bytes in, nothing out; whatever is raised, takes long, or could run on a page is a finding."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from jobboard.board.seen.shown import from_bytes
from jobboard.engine.ledger import load_ledger
from jobboard.engine.staging import MANIFEST, load_manifest
from jobboard.engine.state import sealed
from jobboard.importing.html.convert import to_body
from jobboard.importing.html.shortcodes import expanded
from jobboard.importing.sources.dates import from_feed, from_wordpress
from jobboard.importing.sources.entry import ImportFailedError
from jobboard.importing.vacancy.papers.reader import read_papers
from jobboard.intake.answers import read_answers
from jobboard.model.moments.moment import parse_moment
from jobboard.model.moments.not_a_moment import NotAMomentError
from jobboard.outputs.text.judged import judged
from jobboard.source.content.document import parse_parts
from jobboard.source.content.parts import make_parts
from jobboard.source.markdown.body import convert_body
from jobboard.source.markdown.convert import Engine
from jobboard.source.pictures.picture import PictureError
from jobboard.source.pictures.size import measure
from jobboard.source.pictures.svg import measure_svg
from jobboard.source.problem import Report
from tests.importing.test_hostile import import_bytes
from tests.intake.judge import FORMS, VACANCY, content_in, issue, taken
from tests.outputs.final import faults_in_text

_FOLDER = tempfile.TemporaryDirectory(prefix="jobboard-fuzz-")
_WORK = Path(_FOLDER.name)
"""Of this process."""


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _front_matter(data: bytes) -> None:
    parse_parts(data, Report("x"))
    make_parts(data)


def _markdown(data: bytes) -> None:
    for engine in Engine:
        body = convert_body(_text(data), 1, Report("x"), engine)
        if body is not None and (faults := faults_in_text(judged(body.html))):
            raise AssertionError(faults)


def _imported_html(data: bytes) -> None:
    html, _ = expanded(_text(data), {})
    markdown, _ = to_body(html, "https://blog.example/", lambda _address, **_: "")
    _markdown(markdown.encode())


def _date(data: bytes) -> None:
    text = _text(data)
    from_feed(text)
    from_wordpress(text, text)
    try:
        parse_moment(text)
    except NotAMomentError:
        return


def _feed(data: bytes) -> None:
    import_bytes(data)


def _paper(data: bytes) -> None:
    try:
        read_papers("vacancy.eml", data)
    except ImportFailedError:
        return


def _mail(data: bytes) -> None:
    _paper(b"From: a@b.example\nSubject: Officer\nMIME-Version: 1.0\n" + data)


def _issue(data: bytes) -> None:
    text = issue({**VACANCY, "title": _text(data), "deadline": _text(data[:60])})
    read_answers(_text(data), FORMS)
    if read_answers(text, FORMS) is not None:  # a title with headings of its own may be no form's
        taken(content_in(_WORK / "issue"), text)


def _state(data: bytes) -> None:
    folder = _WORK / "state"
    folder.mkdir(exist_ok=True)
    for name in ("ledger", MANIFEST):
        (folder / name).write_bytes(sealed(data, b""))
    load_ledger(folder / "ledger", "version")
    load_manifest(folder)
    from_bytes(data)


def _picture(data: bytes) -> None:
    for read in (measure, measure_svg):
        try:
            read(data)
        except PictureError:
            continue


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "front-matter": _front_matter,
    "markdown": _markdown,
    "imported-html": _imported_html,
    "date": _date,
    "feed": _feed,
    "mail": _mail,
    "paper": _paper,
    "issue": _issue,
    "state": _state,
    "picture": _picture,
}
"""By the name they are chosen by."""
