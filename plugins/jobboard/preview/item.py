"""`jobboard preview`: the page of one item at once, be it a draft or still to come, with the site around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import structs

from jobboard.board.status import to_zone
from jobboard.board.timing import zone_of
from jobboard.engine.folder import OutputError
from jobboard.engine.output import Output
from jobboard.engine.write import write_site
from jobboard.model.library import Library
from jobboard.model.unpublished import opens_by_itself_at
from jobboard.outputs.addresses import href
from jobboard.outputs.page.theme import ThemeError
from jobboard.pelican_adapter.run import Options, load_settings
from jobboard.pelican_adapter.site import shown_as
from jobboard.pipeline import report
from jobboard.pipeline.build import ContentError
from jobboard.pipeline.check import Validated
from jobboard.preview.builds import Builds
from jobboard.preview.planned import PlannedSite
from jobboard.preview.preview import Preview
from jobboard.preview.serving import keep_serving, open_server
from jobboard.settings.settings import Settings, SettingsError
from jobboard.source.kinds import BY_FOLDER, FOLDERS
from jobboard.source.message import in_turn, phrase
from jobboard.source.problem import did_you_mean, quoted
from jobboard.source.wording import worded

HOST = "127.0.0.1"
FOLDER_OF_PREVIEWS = "preview"
"""Where pages are written, in the cache: no project keeps that, and no site is in it."""

_LOADED = re.compile(rb"""["'\s,]/([^"'\s,?#>]+)""")


class UnknownItemError(Exception):
    """No item is meant, or several are; the text says which are near."""


def preview_item(options: Options, wanted: str, port: int, output: str, *, is_served: bool) -> int:
    """Write the page of the item that `wanted` names, a file or an id, and serve it with the site around it.

    Without a port any free one is taken. The exit code is 1 if the content has problems, or there is no such item.
    """
    planned, builds, server = PlannedSite(options), Builds(), None
    try:
        folder = _folder_for(load_settings(options), output)
        if is_served:
            server = open_server(builds, planned, HOST, port)
            planned.options = options = structs.replace(options, site_url=f"http://{HOST}:{server.server_port}")
        settings = load_settings(options)
        path = _plan_item(planned, settings, wanted, is_now_given=bool(options.now))
        _write(planned, path, folder, settings)
    except (SettingsError, ContentError, ThemeError, OutputError) as error:
        report.print_failure(error)
        return 1
    except UnknownItemError as error:
        report.print_trouble(f"{error}")
        return 1
    report.tell(phrase("Written: %(path)s", path=shown_as(folder / path / "index.html")))
    if server is None:
        return 0
    return keep_serving(server, Preview(options, builds, planned), settings, Path(options.settings), path)


def item_meant(wanted: str, content: Path, library: Library) -> tuple[str, str]:
    """The folder and id of the item that a file or an id names. Raises UnknownItemError with what is near."""
    folder, id_ = _named(wanted, content)
    asked = [folder] if folder else [*FOLDERS]
    found = [(each, id_) for each in asked if id_ in library.items[each]]
    found = found or [(each, library.former[each, id_]) for each in asked if (each, id_) in library.former]
    if len(found) == 1:
        return found[0]
    if found:
        words = phrase("%(id)s is the name of several files", id=quoted(id_))
        named = " ".join(f"{each}/{name}" for each, name in found)
        raise UnknownItemError(worded(in_turn(words, phrase("name one of them: %(files)s", files=named)), _lang()))
    told = phrase("there is no item %(name)s", name=quoted(wanted))
    near = did_you_mean(id_, *(library.items[each] for each in asked))
    raise UnknownItemError(worded(in_turn(told, near) if near else told, _lang()))


def _named(wanted: str, content: Path) -> tuple[str, str]:
    """The folder, empty if none is named, and the id."""
    file = Path(wanted).resolve()
    if not file.is_relative_to(content.resolve()):
        file = content.resolve() / wanted
    parts = file.relative_to(content.resolve()).parts if file.is_relative_to(content.resolve()) else (wanted,)
    folder = parts[0] if len(parts) > 1 and parts[0] in BY_FOLDER else ""
    return folder, parts[-1].removesuffix(".md") if parts else ""


def _lang() -> str:
    return report.spoken()


def _folder_for(settings: Settings, output: str) -> Path:
    """Where the page is written: never in the site. Raises OutputError."""
    folder = Path(output).resolve() if output else settings.cache.resolve() / FOLDER_OF_PREVIEWS
    for other in (settings.root.resolve(), settings.content.resolve(), settings.theme.resolve()):
        if folder == other or folder.is_relative_to(other) or other.is_relative_to(folder):
            words = phrase("%(folder)s: a preview has a folder of its own", folder=shown_as(folder))
            raise OutputError(worded(in_turn(words, phrase("choose another with --output")), _lang()))
    return folder


def _plan_item(planned: PlannedSite, settings: Settings, wanted: str, *, is_now_given: bool) -> str:
    """Plan the site, and answer the address of the item's page. One that appears later is shown as it will be then."""
    validated = planned.look()
    library = _library(validated)
    folder, id_ = item_meant(wanted, settings.content, library)
    item = library.items[folder][id_]
    opens_at = opens_by_itself_at(item, to_zone(zone_of(item, library.organisations, settings.site)))
    if not is_now_given and opens_at is not None and opens_at > settings.now:
        validated = planned.look(opens_at)
    planned.plan(validated)
    return BY_FOLDER[folder].path(id_)


def _library(validated: Validated) -> Library:
    if validated.library is None:
        raise ContentError(validated.problems)
    return validated.library


def _write(planned: PlannedSite, path: str, folder: Path, settings: Settings) -> None:
    """Write the page and what it loads; what an earlier preview left in the folder goes."""
    page = planned.output(path)
    if page is None:
        raise OutputError(f"{path}: this item has no page of its own")
    write_site([page, *_loaded_by(page, planned, href(settings.site, ""))], folder, settings.cache, "preview")


def _loaded_by(page: Output, planned: PlannedSite, root: str) -> Iterator[Output]:
    """The planned files that a page names, but for other pages."""
    names = {found.decode("utf-8", "replace") for found in _LOADED.findall(page.express())}
    for name in sorted(names):
        output = planned.output(name.removeprefix(root.removeprefix("/")))
        if output is not None and not output.path.endswith(".html"):
            yield output
