"""`python -m tests.hosts`: an address of each kind asked of nginx, Apache, `.htaccess`, Caddy, at `/` and below a path.

A row is an address and what came: from all of them the same, or from each, by its name.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from jobboard.outputs.addresses import href
from jobboard.outputs.site.host_rules import base_of
from tests.hosts.servers import PROGRAMS, ask, serving
from tests.hosts.sites import ELSEWHERE, SITES, publish
from tests.hosts.test_headers import EXPECTED, MISSING, NOBODY_S, Served

ODD = ("jobs/x", "jobs/x/?a=b", "jobs/w/?a=b", "jobs/old/?a=b", "/jobs/x/", "jobs//x/", "JOBS/X/", "jobs/x/index.html")
ODD += ("%2e%2e/", "%2e%2e%2f%2e%2e%2fetc/passwd", "%5fheaders", "%2ejobboard-files", "jobs/%2e%2e/", "jobs/x/%00")


def addresses(served: Served) -> Iterator[str]:
    """One of each kind of file, then what leads elsewhere, what is not there, what is hidden, and odd ones."""
    for rule in EXPECTED:
        yield next(path for path in served.paths if re.fullmatch(rule[0], path))
    yield from (old for old, _ in ELSEWHERE.moves[:2])
    yield from ELSEWHERE.gone
    yield from (*MISSING, *(f"fr/{each}" for each in MISSING[-2:]), *NOBODY_S, *ODD)


def came(served: Served, path: str) -> str:
    """Code, type, lifetime, who may frame it, who may read it, and where it leads, in a line."""
    answer = ask(served.port, f"{base_of(served.site)}{path}" if path in ODD else href(served.site, path))
    told = answer.headers
    policy = told.get("Content-Security-Policy") or ""
    type_, _, more = (told.get("Content-Type") or "").lower().partition(";")
    parts = (
        str(answer.status),
        type_ * (answer.status not in (301, 308)) + ("; header" if "header=present" in more else ""),
        told.get("Cache-Control", "-").replace("public, max-age=31536000, immutable", "for good"),
        "may do nothing" if "sandbox" in policy else "framed by anybody" if "ancestors *" in policy else "",
        "read by anybody" if told.get("Access-Control-Allow-Origin") else "",
        f"to {re.sub('^https?://[^/]+', '', told['Location'])}" if told.get("Location") else "",
    )
    return " ".join(filter(None, parts))


def main() -> None:
    for base, site in SITES.items():
        with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
            Path(name).chmod(0o755)
            servers: dict[str, Served] = {}
            for program in PROGRAMS:
                (folder := Path(name) / program).mkdir()
                root = publish(site, folder)
                port = stack.enter_context(serving(program, site, root, folder / "own", ELSEWHERE))
                servers[program] = Served(port, site, root / base.strip("/"))
            for path in addresses(next(iter(servers.values()))):
                found = {program: came(served, path) for program, served in servers.items()}
                sys.stdout.write(
                    f"{base}{path:40} {next(iter(found.values())) if len({*found.values()}) == 1 else ''}\n"
                )
                if len({*found.values()}) > 1:
                    sys.stdout.writelines(f"    {program:10}{words}\n" for program, words in found.items())


if __name__ == "__main__":
    main()
