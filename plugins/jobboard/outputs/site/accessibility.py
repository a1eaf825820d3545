"""The accessibility statement, after the model of Commission Implementing Decision (EU) 2018/1523.

Its sections, their order and what each must say are the model's; the values come from the settings.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from jobboard.board.accessibility import Accessibility, Compliance, InLanguages, Method
from jobboard.board.site import Site
from jobboard.outputs.addresses import ACCESSIBILITY, here
from jobboard.outputs.page.frame import Head, head_of
from jobboard.outputs.page.link import Link, other_language
from jobboard.outputs.page.versions import versions_of_list
from jobboard.outputs.text import words
from jobboard.outputs.text.words import When
from jobboard.source.catalogue import mark

STANDARD = "EN 301 549 V3.2.1"
"""The harmonised standard (Implementing Decision (EU) 2021/1339): WCAG 2.1 level AA, for the web."""

_STATUSES = {
    Compliance.FULLY: mark("This website is fully compliant with %(standard)s."),
    Compliance.PARTIALLY: mark(
        "This website is partially compliant with %(standard)s, because of the content listed below."
    ),
    Compliance.NOT: mark(
        "This website is not compliant with %(standard)s. The content listed below is not accessible."
    ),
}
_METHODS = {
    Method.SELF: mark("It rests on an assessment that we carried out ourselves."),
    Method.THIRD_PARTY: mark("It rests on an assessment carried out by a third party."),
}


class Reason(Struct, frozen=True, kw_only=True):
    """Content that is not accessible, under the reason why; `items` are (language, text)."""

    heading: str
    items: tuple[tuple[str, str], ...]


class AccessibilityPage(Struct, frozen=True, kw_only=True):
    """The view of the statement. `enforcement` leads to the body that hears complaints."""

    template: ClassVar = "accessibility.html"
    head: Head
    commitment: str
    scope: str
    compliance: str
    reasons: tuple[Reason, ...]
    prepared: When
    method: str
    audited: When | None
    reviewed: When | None
    contact: str
    enforcement: Link


def accessibility_page(site: Site, stated: Accessibility) -> AccessibilityPage:
    """The statement in the words of an edition."""
    standard = site.say("the European standard %(number)s (WCAG 2.1, level AA)", number=STANDARD)
    return AccessibilityPage(
        head=head_of(
            site,
            here(site, ACCESSIBILITY),
            site.say("Accessibility statement"),
            site.say("How accessible %(site)s is, what is not, and whom to tell.", site=site.name),
            versions=versions_of_list(site, ACCESSIBILITY),
        ),
        commitment=site.say(
            "We are committed to making %(site)s accessible, in accordance with Directive (EU) 2016/2102 and the "
            "national law that transposes it.",
            site=site.name,
        ),
        scope=site.url.partition("://")[2],
        compliance=site.say(_STATUSES[stated.status], standard=standard),
        reasons=tuple(_reasons(site, stated)),
        prepared=words.day(stated.prepared, site.lang),
        method=site.say(_METHODS[stated.method]),
        audited=words.day(stated.audited, site.lang) if stated.audited else None,
        reviewed=words.day(stated.reviewed, site.lang) if stated.reviewed else None,
        contact=stated.contact,
        enforcement=_link(site, stated),
    )


def _reasons(site: Site, stated: Accessibility) -> list[Reason]:
    groups = (
        (site.say("Non-compliance with the applicable law"), stated.non_compliant),
        (site.say("Disproportionate burden"), stated.burden),
        (site.say("Content outside the scope of the applicable law"), stated.out_of_scope),
    )
    return [
        Reason(heading=heading, items=tuple(_said(site, each) for each in texts)) for heading, texts in groups if texts
    ]


def _link(site: Site, stated: Accessibility) -> Link:
    lang, name = _said(site, stated.enforcement_name)
    return Link(text=name, href=stated.enforcement_url, lang=lang)


def _said(site: Site, text: InLanguages) -> tuple[str, str]:
    """The text for an edition, after its language where that is another than the page's."""
    lang = site.lang if site.lang in dict(text) else text[0][0]
    return other_language(site, lang), dict(text)[lang]
