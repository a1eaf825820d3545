"""Who may apply: whether a permit to work is asked for, and whether the employer helps with moving."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from jobboard.model.fields.field import MISSING, Shared, declared
from jobboard.model.fields.record import Where, record_type
from jobboard.model.fields.values import TEXT, YES_OR_NO, one_of
from jobboard.model.texts.other_words import PERMIT_WORDS
from jobboard.source.message import phrase


class Permit(StrEnum):
    """Whether one must be allowed to work there beforehand."""

    REQUIRED = "required"
    SPONSORED = "sponsored"
    NOT_NEEDED = "not-needed"


_PERMIT = one_of(Permit, also=PERMIT_WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """Who may apply. At least one part of it; what is left out is not said."""

    EXAMPLE: ClassVar = ("permit",)
    IN_WORDS: ClassVar = "note"

    permit: Permit | None = declared(
        _PERMIT,
        "A permit to work is required beforehand, sponsored by the employer, or not needed.",
        "required",
        also="work_permit visa sponsorship visa_sponsorship right_to_work permis permis_de_travail permiso",
        shared=Shared.SAME,
    )
    relocation: bool | None = declared(
        YES_OR_NO,
        "Whether the employer helps with moving there.",
        "yes",
        also="relocation_support relocation_assistance relocation_package moving demenagement traslado reubicacion",
        shared=Shared.SAME,
    )
    note: str | None = declared(
        TEXT,
        "Anything to add.",
        "Staff of member towns only.",
        also="notes details comment text remarque nota",
    )

    def check(self, where: Where) -> None:
        if not where.has("permit", "relocation", "note"):
            where.problem("permit", MISSING, phrase("say who may apply, like {permit: required}"))


def _as_permit(text: str) -> str:
    permit = _PERMIT.as_typed(text)
    return f"{{permit: {permit}}}" if permit in list(Permit) else ""


ELIGIBILITY = record_type(Eligibility, phrase("who may apply"), as_fields=_as_permit)
