"""A kind of content that nobody has: a call for tenders. `test_kinds.py` gives it to a copy of the package."""

from __future__ import annotations

from dataclasses import dataclass

from jobboard.model import common
from jobboard.model.fields.field import Shared, declared
from jobboard.model.fields.record import Where
from jobboard.model.fields.references import id_in
from jobboard.model.fields.values import moment_type
from jobboard.model.moments.moment import Moment
from jobboard.model.moments.not_a_moment import Side
from jobboard.source.message import phrase


@dataclass(frozen=True, kw_only=True)
class Tender:
    """One file of `content/tenders/`."""

    id: str
    path: str
    title: str = common.title("Evaluation of a programme")
    organisation: str = declared(
        id_in("organisations"),
        "Id of the organisation that buys.",
        "cemr",
        required=phrase("every tender names who buys: organisation: example-network"),
        shared=Shared.SAME,
    )
    published: Moment = common.published(phrase("say when the tender appears: published: 2026-03-02"))
    deadline: Moment = declared(
        moment_type(Side.LAST),
        "Last day or minute for offers.",
        "2026-03-31 12:00",
        required=phrase("every tender has a last day for offers"),
        shared=Shared.SAME,
    )
    summary: str | None = common.summary()
    lang: str | None = common.lang()
    topics: tuple[str, ...] = common.topics()
    updated: Moment | None = common.updated()
    timezone: str | None = common.timezone()
    status: common.Visibility | None = common.status()
    formerly: tuple[str, ...] = common.formerly()
    translation_of: str | None = common.translation_of()

    def check(self, where: Where) -> None:
        common.advise_on_title(self.title, where)
