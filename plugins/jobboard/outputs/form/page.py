"""The page `/write/`: a form that makes a file for the board in the reader's browser, and hands it over.

It holds none of the form: a script draws it. Where none runs, the page says so, and how a file is written by hand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import Struct
from msgspec.structs import replace

from jobboard.board.site import Site, WritingForm
from jobboard.model.kinds import RECORDS
from jobboard.outputs.addresses import WRITE, WRITE_CODES, WRITE_HELP, WRITE_NAMES, form_path, here, href, link_here
from jobboard.outputs.form.description import KIND_NAMES
from jobboard.outputs.form.shortest import shortest_file
from jobboard.outputs.page.frame import Head, head_of
from jobboard.outputs.page.script import in_braces
from jobboard.outputs.page.versions import versions_of_list
from jobboard.source.catalogue import mark, mark_as

_SAY: Mapping[str, str] = {
    "problem": mark("%(what)s: %(said)s"),
    "meaning": mark("More on this, in a new tab: %(code)s"),
    "needed": mark("(needed)"),
    "add": mark("Add: %(what)s"),
    "remove": mark("Remove: %(what)s"),
    "removed": mark("Removed: %(what)s"),
    "numbered": mark("%(what)s %(number)s"),
    "time": mark("%(what)s: time, if it has one"),
    "rolling": mark("No last day: applications are read as they arrive"),
    "yes": mark_as("choice", "Yes"),
    "no": mark_as("choice", "No"),
    "level": mark("%(what)s: level"),
    "none": mark_as("choice", "Not given"),
    "body": mark("Text"),
    "bodyHelp": mark(
        "An empty line between paragraphs; ## before a heading, a hyphen and a space before each entry of a list."
    ),
    "name": mark("Name of the file"),
    "nameHelp": mark("It becomes the address of the page, for good: small letters, digits and hyphens."),
    "taken": mark("The site keeps “%(found)s” for a page of its own; take another name"),
    "first": mark("What everybody looks for"),
    "more": mark("More that you may know"),
    "later": mark("Seldom needed in a new file"),
    "make": mark("Make the file"),
    "nameMissing": mark("Give the file a name"),
    "kept": mark("This draft is kept in this browser, and nowhere else."),
    "unkept": mark("This browser keeps no drafts: whatever you write is lost when you leave the page."),
    "deleted": mark("The draft is deleted from this browser."),
    "sure": mark("Delete this draft from this browser?"),
    "copied": mark("Copied"),
    "uncopied": mark("This could not be copied; it stands below, to be copied by hand."),
    "mailLong": mark(
        "The text is too long for a link to a mail: download the file, and attach it to the mail that opens."
    ),
    "mailAttached": mark("The file %(name)s is attached."),
    "mailSubject": mark("For the board: %(title)s"),
    "hostFilled": mark("It opens with the name and the text filled in; commit it there, or propose it."),
    "hostPaste": mark("It opens with the name filled in. The text has been copied: paste it there."),
    "hostUpload": mark("The text is too long for a link: download the file, and drop it on the page that opens."),
    "failed": mark("The form could not be loaded. Try again later, or write the file by hand as shown below."),
}


class WrittenByHand(Struct, frozen=True, kw_only=True):
    """The shortest file of a kind, for those without a script."""

    name: str
    path: str
    text: str


class WritePage(Struct, frozen=True, kw_only=True):
    """The view of the page. `data` is what the script reads (JSON); `editors` may be empty."""

    template: ClassVar = "write.html"
    head: Head
    help: str
    data: str
    editors: str
    has_repository: bool
    by_hand: tuple[WrittenByHand, ...]


def write_page(site: Site, form: WritingForm, _said: str) -> WritePage:
    """The page of an edition. It depends on no item."""
    return WritePage(
        head=head_of(
            site,
            here(site, WRITE),
            site.say("Write for the board"),
            site.say("A form that makes the file of a vacancy, a news item or an event, in your browser."),
            section=WRITE,
            is_indexed=False,
            versions=replace(versions_of_list(site, WRITE), same=()),
        ),
        help=link_here(site, WRITE_HELP),
        data=json.dumps(_data(site, form), ensure_ascii=False),
        editors=form.editors,
        has_repository=form.repository is not None,
        by_hand=tuple(
            WrittenByHand(name=site.say(name), path=f"{folder}/….md", text=shortest_file(RECORDS[folder]))
            for folder, name in KIND_NAMES.items()
        ),
    )


def _data(site: Site, form: WritingForm) -> dict[str, Any]:
    """Addresses and words. What stands in braces is filled in by the script."""
    repository = form.repository
    return {
        "root": href(site, ""),
        "kinds": [[folder, site.say(name), link_here(site, form_path(folder))] for folder, name in KIND_NAMES.items()],
        "help": link_here(site, WRITE_HELP),
        "codes": link_here(site, WRITE_CODES),
        "names": link_here(site, WRITE_NAMES),
        "editors": form.editors,
        "repository": {
            "host": repository.host.value,
            "new": repository.new,
            "upload": repository.upload,
            "folder": repository.folder,
        }
        if repository
        else None,
        "lang": "" if site.lang == site.main else site.lang,
        "say": {name: site.say(text, **in_braces(text)) for name, text in _SAY.items()},
    }
