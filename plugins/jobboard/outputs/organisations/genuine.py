"""How readers tell an organisation from somebody who only says to be it: the domains that applications to it go to."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from jobboard.board.board import BoardOrganisation
from jobboard.board.site import Site
from jobboard.model.fields.addresses import in_own_script
from jobboard.model.fields.hosts import is_within
from jobboard.outputs.addresses import absolute, here, organisation_path
from jobboard.outputs.page.reporting import report_mail


class Genuine(Struct, frozen=True, kw_only=True):
    """Where applications go: to the `own` domains of the organisation, and to `others` that its open postings name,
    such as those of systems for applicants. `report` is a mail to the site; empty if that names nobody."""

    own: tuple[str, ...]
    others: tuple[str, ...]
    report: str


def genuine_of(site: Site, item: BoardOrganisation, asked: Iterable[str]) -> Genuine | None:
    """What an organisation that says which domains are its own may be known by, or one above it that says so; None
    where neither does. `asked` are the hosts that its open postings send applicants to."""
    domains = next((each.domains for each in (item.content, *item.above) if each.domains), ())
    if not domains:
        return None
    subject = site.say("About %(organisation)s", organisation=item.content.name)
    others = sorted({host for host in asked if not is_within(host, domains)})
    return Genuine(
        own=tuple(map(in_own_script, domains)),
        others=tuple(map(in_own_script, others)),
        report=report_mail(site, subject, absolute(site, here(site, organisation_path(item.id)))),
    )
