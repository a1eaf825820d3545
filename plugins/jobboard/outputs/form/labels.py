"""What a form calls the fields, and what it says of those whose declaration speaks of files and not to people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jobboard.model.fields.field import declarations
from jobboard.model.kinds import RECORDS
from jobboard.source.catalogue import mark, mark_as

LABELS: Mapping[str, str] = {
    "alt": mark("Description of the picture"),
    "amount": mark("Amount"),
    "applicants_from": mark("Work from"),
    "apply": mark("How to apply"),
    "assets": mark("Pictures and files for the press"),
    "attachments": mark("Attachments"),
    "authors": mark("Authors"),
    "because": mark("Reason"),
    "benefits": mark("Benefits"),
    "captions": mark("Captions"),
    "changed": mark("Changed on"),
    "city": mark("Town"),
    "closed": mark("Closed early"),
    "colour": mark("Colour"),
    "contacts": mark("Whom to ask"),
    "contract": mark("Contract"),
    "corrections": mark("Corrections"),
    "country": mark("Country"),
    "credit": mark("Credit"),
    "currency": mark("Currency"),
    "dark": mark("Logo for dark pages"),
    "dates": mark("Other dates"),
    "deadline": mark("Deadline"),
    "deadline_was": mark("Earlier deadlines"),
    "distributed_by": mark("Distributed by"),
    "documents": mark("Documents to send"),
    "domains": mark("Domains"),
    "duration": mark("Duration"),
    "education": mark("Education"),
    "eligibility": mark("Who may apply"),
    "email": mark("E-mail address"),
    "embeds": mark("Media on other sites"),
    "employment": mark("Working time"),
    "ends": mark("Ends"),
    "equal_opportunities": mark("Promise to applicants"),
    "experience": mark("Experience"),
    "expires": mark("Leaves the lists on"),
    "file": mark("File"),
    "formerly": mark("Earlier file names"),
    "hours": mark("Hours"),
    "image": mark("Picture"),
    "keep_metadata": mark("Keep what the camera noted"),
    "kind": mark("Kind"),
    "lang": mark("Language of the text"),
    "languages": mark("Languages"),
    "limit": mark("Limit"),
    "link": mark("Published first at"),
    "logo": mark("Logo"),
    "max": mark("At most"),
    "menu": mark("Menu"),
    "menu_title": mark("Title in the menu"),
    "min": mark("At least"),
    "name": mark("Name"),
    "network": mark("Network"),
    "newsroom": mark("Newsroom"),
    "note": mark("Note"),
    "on": mark("Date"),
    "online": mark("On the web"),
    "order": mark("Place in the menu"),
    "organisation": mark("Organisation"),
    "organisations": mark("Organisations"),
    "part_of": mark("Part of"),
    "per": mark("Paid by the"),
    "permit": mark("Permit to work"),
    "phone": mark("Telephone"),
    "place": mark("Place"),
    "places": mark("Places"),
    "positions": mark("Number of positions"),
    "postcode": mark("Postal code"),
    "press_contacts": mark("Contacts for the press"),
    "privacy": mark("Privacy notice"),
    "published": mark("Appears on"),
    "quotes": mark("Quotes"),
    "recording": mark("Recording"),
    "reference": mark("Reference number"),
    "region": mark("Region"),
    "register": mark("Registration"),
    "related": mark("Related news"),
    "relocation": mark("Help with moving"),
    "renewable": mark("Can be extended"),
    "reopened": mark("Open again"),
    "repeats": mark("Repeats"),
    "review_by": mark("To be reviewed by"),
    "review_was": mark("Earlier days of review"),
    "role": mark("Role"),
    "salary": mark("Pay"),
    "sessions": mark("Sessions"),
    "short_name": mark("Short name"),
    "skills": mark("Skills"),
    "social": mark("Social networks"),
    "speakers": mark("Speakers"),
    "starts": mark("Starts"),
    "status": mark("Status"),
    "street": mark("Street and number"),
    "subject": mark("Subject line"),
    "summary": mark("Summary"),
    "text": mark("Words"),
    "timezone": mark("Time zone"),
    "title": mark("Title"),
    "topics": mark("Topics"),
    "translation_of": mark("Translation of"),
    "travel": mark("Travel"),
    "type": mark("Type"),
    "updated": mark("Last changed"),
    "url": mark("Web address"),
    "was": mark("What it was before"),
    "website": mark("Website"),
    "what": mark("What happens"),
    "when": mark_as("field", "When"),
    "workplace": mark("Workplace"),
}
"""By the name of the field. A field without one is called by its name."""

_HELP: Mapping[str, str] = {
    "file": mark("A file that lies in the content's folder, like images/team.jpg or files/profile.pdf."),
    "Posting.organisation": mark("Who hires; of several, the first hires."),
    "Posting.deadline": mark("The last day to apply counts whole; give a time if it ends earlier."),
    "Posting.apply": mark("An e-mail address or a link."),
    "Posting.languages": mark("Those that are asked for, with a level or without."),
    "Posting.positions": mark("A number, or words where there is none, like “several”."),
    "Posting.applicants_from": mark("For remote work: the countries one may work from."),
    "Posting.timezone": mark("The zone its times are meant in, if it is not the organisation's."),
    "Posting.summary": mark("One or two sentences for lists and feeds; else the first paragraph is used."),
    "NewsItem.organisations": mark("Who issues it."),
    "Event.organisations": mark("Who holds it; the first answers for it."),
    "Event.sessions": mark("If it is held at several times: each of them, in order. Then leave out start and end."),
    "Organisation.part_of": mark("The organisation it belongs to."),
    "Organisation.domains": mark("Its own domains, for mail and for the web."),
    "translation_of": mark("The file name of the item this is a translation of."),
    "related": mark("File names of other news items."),
    "status": mark("A draft stays off the site."),
    "Event.status": mark("A draft stays off the site; the page of what is cancelled or postponed stays and says so."),
    "menu": mark("Where every page leads to it."),
}
"""By the name of the field, or of record and field, in place of what the declaration says."""

_PLAIN = frozenset(
    [
        "amount",
        "because",
        "changed",
        "contacts",
        "currency",
        "dates",
        "email",
        "hours",
        "image",
        "kind",
        "languages",
        "lang",
        "logo",
        "max",
        "min",
        "name",
        "network",
        "note",
        "per",
        "phone",
        "postcode",
        "role",
        "street",
        "text",
        "title",
        "type",
        "url",
        "website",
        "what",
        "when",
        "workplace",
        "attachments",
        "benefits",
        "documents",
        "duration",
        "education",
        "experience",
        "social",
        "sessions",
        "travel",
        "was",
        "topics",
        "organisation",
        "country",
        "place",
    ]
)
"""Fields whose label says it all, unless it says otherwise above."""


def label_of(name: str) -> str:
    """What the form calls a field, in English."""
    return LABELS.get(name, name)


def help_for(record: type, name: str) -> str:
    """What the form says below a field's label, in English; empty where the label says it all."""
    for key in (f"{record.__name__}.{name}", name):
        if key in _HELP:
            return _HELP[key]
    if name in _PLAIN:
        return ""
    return declarations(record)[name].doc


def all_help() -> Iterator[tuple[type, str]]:
    """What is said of any field of any kind, by its record."""
    todo, seen = list(RECORDS.values()), set[type]()
    while todo:
        record = todo.pop(0)
        if record not in seen:
            seen.add(record)
            for name, each in declarations(record).items():
                if text := help_for(record, name):
                    yield record, text
                if each.type.record is not None:
                    todo.append(each.type.record)
