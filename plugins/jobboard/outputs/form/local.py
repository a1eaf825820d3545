"""What the form says on one's own computer, beside what it says everywhere (`jobboard write`)."""

from __future__ import annotations

from collections.abc import Mapping

from jobboard.board.site import Site
from jobboard.outputs.page.script import in_braces
from jobboard.source.catalogue import mark, mark_as

_SAY: Mapping[str, str] = {
    "title": mark("On this computer"),
    "drafts": mark("Drafts"),
    "closing": mark_as("status", "Closing soon"),
    "nothing": mark("There is none."),
    "open": mark("Edit: %(title)s"),
    "close": mark("It is filled: %(title)s"),
    "extend": mark("New deadline: %(title)s"),
    "move": mark("Move the deadline: %(title)s"),
    "save": mark("Save into the content"),
    "saved": mark("Saved: %(path)s"),
    "page": mark("The page as it will look"),
    "upload": mark("Put a picture or a document into the content"),
    "take": mark("Make drafts of a vacancy: Word, OpenDocument, PDF, web page, mail or text"),
    "dropped": mark(
        "A document dropped on this page is a vacancy, and becomes a draft; a picture is put into the content."
    ),
    "taken": mark("Drafts were written: %(paths)s. Read every field: what was found, and where, stands beside it."),
    "reading": mark("Reading %(name)s …"),
    "ready": mark("Ready to appear: %(title)s"),
    "sureReady": mark("Is “%(title)s” ready? It appears with the next build, from the day it is published."),
    "translate": mark("Translate: %(language)s"),
    "unlike": mark("The page is as it was: something is still missing, or to be put right."),
    "alike": mark("The page shows what you have typed. Nothing is saved yet."),
    "unseen": mark("The page appears here as soon as nothing is missing."),
    "sure": mark("Close “%(title)s” as filled, from today?"),
    "lost": mark("The command that serves this page has ended, or does not answer. Start it again: jobboard write"),
}


def said_here(site: Site) -> dict[str, str]:
    """The words, as the script fills them in."""
    return {name: site.say(text, **in_braces(text.rpartition("\x04")[2])) for name, text in _SAY.items()}
