"""Signs: what an organisation is known by at a glance, beside its name."""

from __future__ import annotations

from jobboard.board.site import Site
from jobboard.model.organisation import Organisation
from jobboard.outputs.addresses import href
from jobboard.outputs.text.monogram import monogram_of
from jobboard.outputs.widths import path_elsewhere


def sign_of(site: Site, organisation: Organisation) -> tuple[str, str]:
    """The address of an organisation's logo, or else its monogram: one of the two is empty."""
    if organisation.logo is None:
        return "", monogram_of(organisation.name)
    return href(site, path_elsewhere(organisation.logo.file, is_logo=True)), ""
