"""The full text of the written site as an index: the rows that readers search, and the pages they lead to, in.

What is indexed is what the pages show, contacts apart. So a text that was blanked there is gone from the index, too.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from lxml import html
from msgspec import Struct, json

from jobboard.base.digest import digest_of
from jobboard.board.site import Site
from jobboard.engine.beside import is_made_of, put_beside, take_away
from jobboard.engine.folder import Waiting
from jobboard.outputs.addresses import FULL_TEXT, SEARCH, file_of, href, item_path
from jobboard.outputs.data.search import SearchRow
from jobboard.pipeline.pagefind import TextRecord, make_index

_NAME = FULL_TEXT.strip("/")


class _RowsFile(Struct):
    rows: list[SearchRow]


def index_full_text(site: Site, output: Path, now: datetime, version: str, project: Path, waiting: Waiting) -> int:
    """Bring the index up to date with the site in `output`, made by that version; the number of texts in it, or none if
    it was of these very texts already. Raises FullTextError or OutputError."""
    records = list(texts_of(site, output, now))
    key = digest_of(version.encode() + json.encode(records))
    if is_made_of(output, _NAME, key):
        return 0
    put_beside(output, _NAME, key, functools.partial(make_index, records, project), waiting)
    return len(records)


def without_full_text(output: Path, waiting: Waiting) -> None:
    """Remove an index that the settings no longer ask for: nobody would keep it up to date."""
    take_away(output, _NAME, waiting)


def texts_of(site: Site, output: Path, now: datetime) -> Iterator[TextRecord]:
    """Everything that is searched, with the text of its page. What is over at `now` can be left aside."""
    for file in sorted((output / SEARCH).glob("*.json")):
        for row in json.decode(file.read_bytes(), type=_RowsFile).rows:
            path = item_path(site.in_language(row.lang), row.folder, row.id)
            is_over = row.closes is not None and row.closes <= now.timestamp()
            yield TextRecord(
                url=href(site, path),
                content=f"{row.title}\n{_text_of(output / file_of(path))}",
                language=row.lang,
                meta={"key": f"{row.folder}/{row.id}", "part": file.stem},
                filters={"over": ["yes" if is_over else "no"]},
            )


def _text_of(page: Path) -> str:
    """The running text of a page: neither its frame, nor who is to be asked."""
    found = html.document_fromstring(page.read_bytes()).iterfind(".//main//*[@class='prose']")
    return "\n".join("".join(map(str, each.itertext())) for each in found)
