"""`jobboard digest`: what has changed, as a mail, a text, or a draft campaign. It sends nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jobboard.commands.ends import Doing
from jobboard.commands.options import with_options
from jobboard.commands.time import board_at
from jobboard.pipeline import report, streams
from jobboard.source.characters import escaped
from jobboard.source.message import in_turn, phrase
from jobboard.source.problem import did_you_mean, quoted
from jobboard.source.wording import worded

if TYPE_CHECKING:
    from jobboard.board.board import Board
    from jobboard.board.site import Site
    from jobboard.outputs.mail.digest import Digest

_WHAT = ("organisation", "topic", "kind")


@click.command(cls=Doing)
@with_options
@click.option("--since", required=True, metavar="DATE|last", help="From when on: a day, a minute, or the last digest.")
@click.option("--state", default="", metavar="FILE", help="Where the end of the last digest is kept.")
@click.option("--lang", default="", metavar="CODE", help="Language of the digest, like fr.  [default: the site's]")
@click.option("--organisation", default="", metavar="ID", help="Only what this one and its parts publish.")
@click.option("--topic", default="", metavar="ID", help="Only what is on this topic.")
@click.option("--kind", default="", metavar="ID", help="Only postings of this kind, like traineeship.")
@click.option("--format", "form", type=click.Choice(["text", "html", "md"]), default="text", show_default=True)
@click.option("--eml", default="", metavar="FILE", help="Write a message that a mail program opens as a draft.")
@click.option("--from", "sender", default="", metavar="ADDRESS", help='Whose message it is: "Hub <news@hub.example>".')
@click.option("--listmonk", default="", metavar="URL", help="Make a draft campaign there.")
@click.option(
    "--list", "lists", type=click.IntRange(1), multiple=True, metavar="NUMBER", help="A list of the campaign."
)
def digest(settings: str, content: str, now: str, since: str, state: str, lang: str, **given: Any) -> None:
    """Tell what opened, begins to close, was extended and closed, and the news: to mail to those who follow the board.

    It is printed; with --eml it is a message, with --listmonk a draft campaign, and nothing is sent. Each posting is
    told once. Announcements go back ninety days. With --state, the next digest with --since last goes on where this
    one ended; that is noted only once all of it was written. Where nothing has changed, no message and no campaign is
    made.

    \b
      jobboard digest --since 2026-12-01 --lang fr
      jobboard digest --since last --state digest.json --eml monday.eml --from "Hub <news@hub.example>"
      LISTMONK_USER=board LISTMONK_TOKEN=… jobboard digest --since last --state digest.json \\
          --listmonk https://lists.hub.example --list 3
    """
    from jobboard.commands.digest_state import save_state  # noqa: PLC0415 (the help needs none of this)
    from jobboard.outputs.mail.digest import digest_of_board  # noqa: PLC0415

    board = board_at(settings, content, now)
    site = _edition(board.site, lang)
    path, called = _meant(board, site, given)
    file = Path(state) if state else None
    begins = _since(since, file, board, site.lang, path)
    writers = _writers(board.now, **given)
    found = digest_of_board(board, site, begins, path, called)
    if not found.parts:
        report.print_trouble(worded(phrase("Nothing has changed."), report.spoken()))
    else:
        for write in writers:
            report.put(escaped(write(found)))
    if file is not None and not streams.lost:
        save_state(file, site.lang, path, board.now)


def _edition(site: Site, lang: str) -> Site:
    """The edition that speaks the language."""
    known = site.languages or (site.lang,)
    if lang and lang not in known:
        told = phrase("expected %(words)s, found %(found)s", words=" ".join(known), found=quoted(lang))
        raise click.BadParameter(worded(told, report.spoken()), param_hint="--lang")
    return site.in_language(lang or site.lang)


def _meant(board: Board, site: Site, given: Mapping[str, Any]) -> tuple[str, str]:
    """The path of the collection that is told of, and what it is called; empty for all there is."""
    from jobboard.outputs.page.collection import collection_path  # noqa: PLC0415
    from jobboard.outputs.text.words import POSTING_KINDS  # noqa: PLC0415

    asked = [(what, given[what]) for what in _WHAT if given[what]]
    if len(asked) > 1:
        raise click.UsageError("one of --organisation, --topic and --kind at a time")
    names: Mapping[str, Mapping[str, str]] = {
        "organisation": {each.id: each.content.name for each in board.organisations},
        "topic": {each.id: each.name_in(site.lang, site.main) for each in board.topics},
        "kind": {kind: site.say(word) for kind, word in POSTING_KINDS.items()},
    }
    for what, id_ in asked:
        if id_ not in names[what]:
            raise click.BadParameter(_unknown(what, id_, names[what]), param_hint=f"--{what}")
        return collection_path(what, id_), f"{site.name}, {names[what][id_]}"
    return "", ""


def _unknown(what: str, id_: str, known: Collection[str]) -> str:
    told = phrase("there is no %(what)s %(id)s", what=what, id=quoted(id_))
    near = did_you_mean(id_, known)
    return worded(in_turn(told, near) if near else told, report.spoken())


def _since(text: str, file: Path | None, board: Board, lang: str, path: str) -> datetime:
    """The instant (aware) after which something is told."""
    from jobboard.board.status import to_zone  # noqa: PLC0415
    from jobboard.commands.digest_state import load_state  # noqa: PLC0415
    from jobboard.model.moments.moment import NotAMomentError, parse_moment  # noqa: PLC0415

    if text == "last" and file is None:
        raise click.UsageError("--since last goes on from --state FILE; name it")
    try:
        if text == "last" and file is not None:
            return load_state(file, lang, path, board.now)
        since = parse_moment(text).starts_at(to_zone(board.site.zone))
    except NotAMomentError as error:
        told = phrase("expected a date like 2026-12-01, or last; found %(found)s", found=quoted(text))
        told = in_turn(told, error.hint) if error.hint else told
        raise click.BadParameter(worded(told, report.spoken()), param_hint="--since") from None
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    if since >= board.now:
        raise click.BadParameter(f"{text} is still to come", param_hint="--since")
    return since


Writer = Callable[["Digest"], str]
"""Writes a digest somewhere, and answers what is to be printed."""


def _writers(
    now: datetime, *, form: str, eml: str, sender: str, listmonk: str, lists: tuple[int, ...], **_: str
) -> list[Writer]:
    """What is to be done with the digest, all of it checked before anything is."""
    found = [writer for writer in (_letter_writer(eml, sender, now), _campaign_writer(listmonk, lists)) if writer]
    return found or [_printer(form)]


def _printer(form: str) -> Writer:
    from jobboard.outputs.mail.html import digest_html  # noqa: PLC0415
    from jobboard.outputs.mail.plain import digest_markdown, digest_text  # noqa: PLC0415

    render = {"text": digest_text, "md": digest_markdown, "html": digest_html}[form]
    return lambda found: render(found).rstrip("\n")


def _letter_writer(eml: str, sender: str, now: datetime) -> Writer | None:
    from jobboard.engine.state import replace_bytes  # noqa: PLC0415
    from jobboard.outputs.mail.letter import letter_of, sender_of  # noqa: PLC0415

    if not eml:
        return None
    if not sender:
        raise click.UsageError('--eml makes a message; say whose: --from "Hub <news@hub.example>"')
    try:
        address = sender_of(sender)
    except ValueError:
        words = phrase("an address like %(address)s", address="Hub <news@hub.example>")
        told = phrase("expected %(words)s, found %(found)s", words=words, found=quoted(sender))
        raise click.BadParameter(worded(told, report.spoken()), param_hint="--from") from None

    def write(found: Digest) -> str:
        replace_bytes(Path(eml), letter_of(found, address, now))
        return worded(phrase("Written: %(path)s", path=eml), report.spoken())

    return write


def _campaign_writer(url: str, lists: tuple[int, ...]) -> Writer | None:
    from jobboard.commands.listmonk import NoCampaignError, api_of, campaign_of, make_campaign  # noqa: PLC0415
    from jobboard.settings.listmonk import TOKEN, USER, listmonk_login  # noqa: PLC0415

    if not url:
        return None
    login = listmonk_login()
    try:
        parts = api_of(url)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--listmonk") from None
    if not lists:
        raise click.UsageError("--listmonk needs the number of a list: --list 3")
    if login is None:
        raise click.UsageError(f"--listmonk needs a user of its API: {USER} and {TOKEN} in the environment")

    def write(found: Digest) -> str:
        try:
            number = make_campaign(parts, login, campaign_of(found, lists))
        except NoCampaignError as error:
            raise click.ClickException(f"no campaign was made: {error}") from None
        return worded(phrase("Draft campaign %(number)s at %(address)s", number=number, address=url), report.spoken())

    return write
