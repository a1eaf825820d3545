"""`jobboard host-config`: what a server of one's own is configured with to serve the site."""

from __future__ import annotations

import re
from typing import Any, NoReturn

import click

from jobboard.commands.ends import Doing
from jobboard.commands.options import with_options
from jobboard.commands.time import board_at
from jobboard.pipeline import report
from jobboard.source.characters import escaped

_SERVERS = ("nginx", "apache", "htaccess", "caddy")
_PLAIN = re.compile(r"/[\w./-]+", re.ASCII)
"""A folder that needs no quotes in any of these languages."""


class _Address(click.ParamType[str]):
    """An address of this machine with a port, or a port alone."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value).strip()
        match = re.fullmatch(r"(?:[A-Za-z0-9.*-]+|\[[0-9a-fA-F:]+\]):([0-9]{1,5})", text)
        if text and (match is None or not 0 < int(match[1]) < 65536):
            self.fail(f"expected an address and a port like 127.0.0.1:8080, found '{value}'", param, ctx)
        return text


@click.command("host-config", cls=Doing)
@click.argument("server", type=click.Choice(_SERVERS))
@with_options
@click.option("--root", default="", metavar="DIR", help="Folder that the host serves at /.  [default: below /srv/www]")
@click.option(
    "--listen", type=_Address(), default="", metavar="HOST:PORT", help="Where it listens.  [default: port 80]"
)
def host_config(server: str, settings: str, content: str, now: str, root: str, listen: str) -> None:
    """Print what nginx, Apache or Caddy is configured with to serve the site.

    That is a server block, or with 'htaccess' a file for the folder of the site on an Apache that others look after.
    The site's address is that of the settings. If it has a path, the site is in a folder of that name below DIR.

    \b
      jobboard host-config nginx --settings publishconf.py > /etc/nginx/conf.d/board.conf
    """
    from jobboard.hosting.blocks import block_for  # noqa: PLC0415 (the help needs none of this)
    from jobboard.hosting.hosted import Hosted  # noqa: PLC0415
    from jobboard.outputs.plan.hosting import elsewhere_of  # noqa: PLC0415
    from jobboard.outputs.plan.selection import Selection  # noqa: PLC0415
    from jobboard.outputs.site.host_rules import base_of  # noqa: PLC0415

    board = board_at(settings, content, now)
    folder = root.rstrip("/") or ("/srv/www" if base_of(board.site) != "/" else "/srv/www/board")
    if not _PLAIN.fullmatch(folder):
        raise click.UsageError(f"--root: expected a full path of plain letters like /srv/www/board, found '{root}'")
    elsewhere = elsewhere_of(Selection(board, {}, _unasked))
    hosted = Hosted(site=board.site, elsewhere=elsewhere, root=folder, listen=listen)
    report.put(escaped(block_for(server, hosted).rstrip("\n")))


def _unasked(path: str) -> NoReturn:
    """Addresses are known without any file."""
    raise LookupError(path)
