"""What readers take from a posting's page: its address for others, its deadline, a word to those who run the site."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from msgspec import Struct

from jobboard.board.board import BoardPosting
from jobboard.board.site import Site
from jobboard.outputs.addresses import absolute, deadline_path, href, posting_path
from jobboard.outputs.contacts.blanking import title_of
from jobboard.outputs.page.qr import QrCode, qr_code
from jobboard.outputs.page.reporting import report_mail
from jobboard.outputs.postings.calendar import Dated, deadline_of

_GOOGLE = "https://calendar.google.com/calendar/render"


class Calendars(Struct, frozen=True, kw_only=True):
    """Ways into a calendar: a file, and a page of Google's that has the deadline filled in. The latter is a link and no
    request of ours. `file` is empty where postings have none."""

    file: str
    google: str


class Sharing(Struct, frozen=True, kw_only=True):
    """The full address of the page with its title, for an open one as a code to be printed.

    `report` is a mail about it to the site; empty if that names nobody.
    """

    address: str
    title: str
    report: str
    code: QrCode | None


def deadline_calendars(site: Site, posting: BoardPosting) -> Calendars:
    """Those of an open posting that has a deadline."""
    entry = deadline_of(site, Dated(posting=posting, identity=posting.identity, changed=None))
    query = {
        "action": "TEMPLATE",
        "text": entry.summary,
        "dates": f"{entry.day:%Y%m%d}/{entry.day + timedelta(1):%Y%m%d}",
        "details": entry.description,
    }
    file = href(site, deadline_path(posting.id)) if site.has_item_calendars else ""
    return Calendars(file=file, google=f"{_GOOGLE}?{urlencode(query)}")


def sharing_of(site: Site, posting: BoardPosting) -> Sharing:
    """How a posting is passed on, and how a fault in it is reported."""
    address, title = absolute(site, posting_path(posting.id)), title_of(site, posting)
    code = qr_code(address) if posting.status.is_listed else None
    report = report_mail(site, site.say("About the posting “%(title)s”", title=title), address)
    return Sharing(address=address, title=title, report=report, code=code)
