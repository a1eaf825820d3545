"""What became of a document: its draft taken apart, compared with known answers, and searched for every word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from jobboard.importing.vacancy.take import Handover, Taken, take_vacancies
from tests.helpers import make_organisation, write_site
from tests.importing.vacancy.forms import FORMS, Block, eml, html
from tests.importing.vacancy.samples import ORGANISATIONS, Sample
from tests.words_lost import words_of, words_of_file

DAY = "2027-02-01"
_FIELD = re.compile(r"^([a-z_]+): (.*)$", re.MULTILINE)


def content_for(folder: Path) -> Path:
    """A content folder with the organisations of the samples."""
    files = {
        f"organisations/{id_}.md": make_organisation(
            name=name, short_name=short, website=f"https://www.{domain}", domains=f"[{domain}]"
        )
        for id_, (name, short, domain) in ORGANISATIONS.items()
    }
    return write_site(folder / "content", files)


def bytes_of(sample: Sample, form: str = "") -> bytes:
    form = form or sample.form
    if form == "eml":
        return eml(sample.blocks, sample.subject or "Vacancy")
    return html(sample.blocks, head=sample.head) if form == "html" else FORMS[form](sample.blocks)


def take(content: Path, data: bytes, form: str, **changes: object) -> Taken:
    file = content.parent / f"vacancy.{form}"
    file.write_bytes(data)
    handover = {"source": str(file), "content": content, "shown_as": str(content), "day": DAY, "site_lang": "en"}
    return take_vacancies(Handover(**{**handover, **changes}))  # type: ignore[arg-type]


def draft_from(content: Path, data: bytes, form: str, **changes: object) -> str:
    """The only draft that was made of a document."""
    (path,) = take(content, data, form, **changes).paths
    return Path(path).read_text(encoding="utf-8")


def fields_of(draft: str) -> Mapping[str, str]:
    """The fields of a draft, as they are written."""
    return dict(_FIELD.findall(draft.split("\n---\n", maxsplit=1)[0]))


def wrong_in(found: Mapping[str, str], answers: Mapping[str, str]) -> dict[str, str]:
    """The fields that are not as they should be, with what they are; `*` stands for any words."""
    beside = {"status", "lang", "published"} - answers.keys()
    guessed = {name: value for name, value in found.items() if name not in beside}
    return {
        name: guessed.get(name, "")
        for name in {*guessed, *answers}
        if not _is_same(guessed.get(name), answers.get(name))
    }


def _is_same(found: str | None, wanted: str | None) -> bool:
    if found is None or wanted is None:
        return False
    pattern = re.escape(wanted).replace(r"\*", ".*")
    return re.fullmatch(pattern, found) is not None


def words_lost(draft: str, blocks: tuple[Block, ...], said: str = "") -> Counter[str]:
    """The words of a document that are neither in its draft nor said to be left out."""
    text = "\n".join(text for _, *texts in blocks for text in texts)
    return words_of(text) - words_of_file(draft) - words_of(said)
