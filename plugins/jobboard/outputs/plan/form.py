"""The part of the plan that is about the form for writing: its page, and what its script reads."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.board.board import Board
from jobboard.board.site import Site
from jobboard.engine.output import Output, Raw, Text
from jobboard.outputs import addresses
from jobboard.outputs.form.description import KIND_NAMES
from jobboard.outputs.form.files import codes_json, kind_json, names_json
from jobboard.outputs.form.help import guide_picture, help_digest, help_page
from jobboard.outputs.form.page import write_page
from jobboard.outputs.page.html import PageMaker
from jobboard.outputs.plan.selection import Selection, by_name
from jobboard.source.catalogue import MESSAGES, catalogue_digest
from jobboard.source.guides import guide_in, guide_language, picture_digest


def plan_form(chosen: Selection, board: Board, page: PageMaker) -> Iterator[Output]:
    """An edition's form, if the settings ask for it. It depends on no item, but on the names of what items name."""
    site = chosen.site
    if site.form is None:
        return
    said = catalogue_digest(site.lang, MESSAGES)
    organisations = tuple((each.id, each.content.name) for each in by_name(board.organisations, site.lang))
    topics = tuple((each.id, each.name_in(site.lang)) for each in board.topics)
    yield page(addresses.here(site, addresses.WRITE), write_page, site, site.form, said)
    yield from _plan_help(site, page)
    for folder in KIND_NAMES:
        path = addresses.here(site, addresses.form_path(folder))
        yield Output(path=path, make=kind_json, inputs=(site, folder, said), format=Text())
    for path, make, inputs in (
        (addresses.WRITE_CODES, codes_json, (site,)),
        (addresses.WRITE_NAMES, names_json, (organisations, topics)),
    ):
        yield Output(path=addresses.here(site, path), make=make, inputs=inputs, format=Text())


def _plan_help(site: Site, page: PageMaker) -> Iterator[Output]:
    """The guide with its pictures, and what each message means."""
    yield page(addresses.here(site, addresses.WRITE_HELP), help_page, site, help_digest(site.lang))
    for file in guide_in(guide_language(site.lang)).pictures:
        path = addresses.here(site, addresses.help_picture_path(file))
        yield Output(path=path, make=guide_picture, inputs=(file, picture_digest(file)), format=Raw())
