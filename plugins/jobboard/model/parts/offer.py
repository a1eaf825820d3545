"""What a posting offers, and where the work is done: the words a field may hold."""

from __future__ import annotations

from enum import StrEnum

from jobboard.model.fields.field import FieldType
from jobboard.model.fields.input import Input
from jobboard.model.fields.lists import one_or_several
from jobboard.model.fields.values import COUNTRY_OF_APPLICANTS
from jobboard.source.message import phrase
from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Node, Scalar


class PostingKind(StrEnum):
    """What is offered. Only a job and a traineeship get markup for job search engines."""

    JOB = "job"
    TRAINEESHIP = "traineeship"
    SECONDMENT = "secondment"
    VOLUNTEERING = "volunteering"
    CALL_FOR_EXPERTS = "call-for-experts"


MARKED_KINDS = (PostingKind.JOB, PostingKind.TRAINEESHIP)
"""The kinds a job search engine is told of; a call for experts or a secondment is no job."""


class Workplace(StrEnum):
    """Where the work is done. Only fully remote work is schema.org's TELECOMMUTE."""

    ON_SITE = "on-site"
    HYBRID = "hybrid"
    REMOTE = "remote"


ANYWHERE = "anywhere"

WORKPLACE_SWITCHES = {
    "hybrid": "hybrid",
    "on_site": "on-site",
    **dict.fromkeys(("remote", "is_remote", "teletravail", "teletrabajo"), "remote"),
}
"""What they write with yes or no."""


def _applicants_from(node: Node, name: str, report: Report) -> tuple[str, ...] | None:
    if isinstance(node, Scalar) and node.text == ANYWHERE:
        return (ANYWHERE,)
    return one_or_several(COUNTRY_OF_APPLICANTS).parse(node, name, report)


_COUNTRIES = one_or_several(COUNTRY_OF_APPLICANTS)
APPLICANTS_FROM = FieldType(
    _applicants_from,
    phrase("country codes, or 'anywhere'"),
    _COUNTRIES.schema,
    asked=Input.LIST,
    items=_COUNTRIES.items,
    takes_one=True,
)
