"""Every server there are lines for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jobboard.hosting.apache import apache_block, htaccess
from jobboard.hosting.caddy import caddy_block
from jobboard.hosting.hosted import Hosted
from jobboard.hosting.nginx import nginx_block

_BLOCKS: Mapping[str, Callable[[Hosted], str]] = {
    "nginx": nginx_block,
    "apache": apache_block,
    "htaccess": htaccess,
    "caddy": caddy_block,
}


def block_for(server: str, hosted: Hosted) -> str:
    """What a server is configured with."""
    return _BLOCKS[server](hosted)
