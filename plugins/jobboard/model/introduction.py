"""What stands at the top of a topic's page: a text about it, or about the working group that it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from jobboard.model import common
from jobboard.model.fields.field import Shared, declared
from jobboard.model.fields.lists import list_of
from jobboard.model.fields.references import id_in
from jobboard.model.fields.values import LINE


@dataclass(frozen=True, kw_only=True)
class Introduction:
    """One file of `content/topics/`, named after its topic; a translation has a name of its own."""

    formerly: ClassVar[tuple[str, ...]] = ()
    """A topic's address is made of its id in topics.yaml, so its file cannot be renamed alone."""

    id: str
    path: str
    title: str | None = declared(
        LINE,
        "Heading of the page; else the topic's name.",
        "Working group on employment",
        also="name heading titre titulo",
    )
    summary: str | None = common.summary()
    organisations: tuple[str, ...] = declared(
        list_of(id_in("organisations")),
        "Ids of the organisations whose working group it is.",
        "[eurocities]",
        default=(),
        also="organisation organization organizations members",
        shared=Shared.SAME,
    )
    lang: str | None = common.lang()
    status: common.Visibility | None = common.status()
    translation_of: str | None = common.translation_of()
