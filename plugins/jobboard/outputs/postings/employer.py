"""Who hires, and for which part of it: PLATFORMA's people are hired by CEMR (decision 18)."""

from __future__ import annotations

from msgspec import Struct

from jobboard.board.board import BoardOrganisation, BoardPosting
from jobboard.model.organisation import Organisation


class Employer(Struct, frozen=True, kw_only=True):
    """The organisation that signs the contract, and the part of it the work is for, if that is another."""

    hiring: Organisation
    unit: Organisation | None


def employer_of(posting: BoardPosting) -> Employer:
    """The top of the organisation named first hires; the one named is the unit.

    A posting that names both, the whole first, says the same: its second organisation is the unit then.
    """
    first, *others = posting.organisations
    if first.above:
        return Employer(hiring=first.above[-1], unit=first.content)
    return Employer(hiring=first.content, unit=next((each.content for each in others if _is_part(each, first)), None))


def _is_part(each: BoardOrganisation, whole: BoardOrganisation) -> bool:
    return any(higher.id == whole.id for higher in each.above)
