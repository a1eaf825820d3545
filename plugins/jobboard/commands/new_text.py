"""The text of a new file: answers in, commented front matter and the form's body out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jobboard.model.fields.field import declarations
from jobboard.model.kinds import RECORDS
from jobboard.source.content.form import (
    HOW_LONG,
    HOW_MANY,
    HOW_MUCH,
    HOW_OFTEN,
    NAME,
    ROLE,
    SKILL,
    STREET,
    TOWN,
    form_of,
)
from jobboard.source.kinds import COMMANDS
from jobboard.source.language.tongues.tongue import BlankForm
from jobboard.source.yaml.syntax import to_yaml


def text_of(kind: str, given: Mapping[str, str], lang: str, default_lang: str) -> str:
    """A file of that kind in that language, with everything answered in its place.

    What is left to be replaced are words of the tongue's forms, and capitals that the types of their fields refuse.
    """
    form = form_of(kind, lang)
    own = "" if lang == default_lang else f"lang: {lang}\n"
    body = "\n\n".join(form.body)
    fields = _FIELDS[kind](given, form, own) if kind in _FIELDS else _declared(kind, given, form, own)
    return f"---\n{fields}---\n\n{body}\n"


def is_mail_address(answer: str) -> bool:
    """True for a way to apply that is meant as a mail address, be it spelt as one or not."""
    return "@" in answer and not answer.startswith("http")


def _posting(given: Mapping[str, str], form: BlankForm, own: str) -> str:
    review = f"review_by: {given['review_by']}\n" if given["deadline"] == "rolling" else ""
    channel = "email" if is_mail_address(given["apply"]) else "url"
    subject = f"  # subject: {to_yaml(given['title'])}\n" if channel == "email" else ""
    return f"""\
title: {to_yaml(given["title"])}
{own}organisation: {given["organisation"]}
published: {to_yaml(given["published"])}

# The last day to apply counts whole. For an hour write "2026-03-31 17:00".
deadline: {to_yaml(given["deadline"])}
{review}
# How to apply.
apply:
  {channel}: {to_yaml(given["apply"])}
{subject}  # documents: [CV, cover letter]

# What readers look for first. Take away the '# ' of what you know, put it in place of the CAPITALS, delete the rest.
# kind: job                # job, traineeship, secondment, volunteering, call-for-experts
# place: {{city: {TOWN}, country: CODE}}   # of two letters: BE
# workplace: hybrid        # on-site, hybrid, remote
# employment: [full-time]
# contract: {{type: fixed-term, duration: {HOW_LONG}, renewable: yes}}
# salary: {{min: NUMBER, max: NUMBER, currency: EUR, per: year}}
# languages: {{en: fluent, fr: asset}}
# skills: [{SKILL}]          # a few words each
# travel: {HOW_MUCH}         # like: up to 10 %
# eligibility: {{permit: required}}   # required, sponsored, not-needed
# positions: {HOW_MANY}
# contacts:                # whom to ask; nobody's address stays when it closes
#   - {{name: {NAME}, email: ADDRESS}}
# topics: [ID]
# summary: {form.summary}
"""


def _news(given: Mapping[str, str], form: BlankForm, own: str) -> str:
    return f"""\
title: {to_yaml(given["title"])}
{own}organisations: [{given["organisation"]}]
published: {to_yaml(given["published"])}

# Take away the '# ' of what you need, put it in place of the CAPITALS, delete the rest.
# kind: press-release      # news, press-release, opinion, report
# summary: {form.summary}
# topics: [ID]
# contacts:
#   - {{name: {NAME}, email: ADDRESS}}
"""


def _event(given: Mapping[str, str], form: BlankForm, own: str) -> str:
    return f"""\
title: {to_yaml(given["title"])}
{own}organisations: [{given["organisation"]}]
published: {to_yaml(given["published"])}
starts: {to_yaml(given["starts"])}

# Where it is held: a place, or on the web, or both. Without an address those who register are told.
online: true
# place: {{city: {TOWN}, country: CODE, street: {STREET}}}

# Take away the '# ' of what you need, put it in place of the CAPITALS, delete the rest.
# ends: DATE
# sessions:                # if there are several, in place of starts and ends
#   - {{starts: DATE, ends: DATE}}
# repeats: {HOW_OFTEN}       # like: every first Tuesday of the month
# kind: webinar            # training, webinar, exchange, mentoring, meeting, conference, other
# timezone: Europe/Brussels
# register: {{url: ADDRESS, deadline: DATE}}
# languages: [en]
# speakers:
#   - {{name: {NAME}, role: {ROLE}}}
# contacts:
#   - {{name: {NAME}, email: ADDRESS}}
# summary: {form.summary}
# topics: [ID]
# status: cancelled        # or postponed; its page stays and says so
"""


def _organisation(given: Mapping[str, str], _form: BlankForm, _own: str) -> str:
    return f"""\
name: {to_yaml(given["title"])}
website: {to_yaml(given["website"])}

# Take away the '# ' of what you need, put it in place of the CAPITALS, delete the rest.
# short_name: {NAME}
# part_of: ID              # of the organisation it belongs to
# place: {{city: {TOWN}, country: CODE}}   # of two letters: BE
# timezone: Europe/Brussels
# email: ADDRESS
# domains: [DOMAIN]        # its own, for mail and web; check asks about other addresses in its postings
# colour: "COLOUR"         # like "#0a5a69", in quotes
"""


def _page(given: Mapping[str, str], form: BlankForm, own: str) -> str:
    return f"""\
title: {to_yaml(given["title"])}
{own}
# Take away the '# ' of what you need, put it in place of the CAPITALS, delete the rest.
# menu: footer             # or main: where every page leads to it
# menu_title: {NAME}
# summary: {form.summary}
"""


def _declared(kind: str, given: Mapping[str, str], form: BlankForm, own: str) -> str:
    """The fields of a kind that nobody has written a form for: what must be there, and what may."""
    declared = declarations(RECORDS[COMMANDS[kind]])
    answered = "".join(f"{name}: {to_yaml(given[name])}\n" for name, each in declared.items() if each.required)
    optional = [name for name, each in declared.items() if not each.required and name not in _SELDOM]
    lines = "".join(f"# {name}: {form.summary if name == 'summary' else NAME}\n" for name in optional)
    return f"""\
{answered}{own}
# Take away the '# ' of what you need, put it in place of the CAPITALS, delete the rest.
{lines}"""


_SELDOM = ("lang", "updated", "status", "formerly", "translation_of")
"""Fields that no new file needs."""

_FIELDS: Mapping[str, Callable[[Mapping[str, str], BlankForm, str], str]] = {
    "posting": _posting,
    "news": _news,
    "event": _event,
    "organisation": _organisation,
    "page": _page,
}
"""The fields of the kinds that have a form of their own."""
