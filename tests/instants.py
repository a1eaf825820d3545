"""Shows what every output says of a posting at given instants: `python -m tests.instants`.

Not a test: it builds the project's own content, and prints a table for people.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tests.helpers import REPOSITORY, SITE, build_site
from tests.outputs.reading import document, feed, job_markup, links, sitemap

POSTINGS = ("project-officer-development-education", "project-officer-twinning-partnerships")
INSTANTS = (
    "2024-02-05T12:00+01:00",
    "2024-02-09T23:59:30+01:00",
    "2024-02-10T00:00+01:00",
    "2024-02-29T23:59:59+01:00",
    "2024-03-01T00:00+01:00",
)


def says_open(site: dict[str, bytes], id_: str) -> dict[str, bool]:
    """Whether each output takes the posting for open."""
    page = f"jobs/{id_}/index.html"
    return {
        "listing": f"/jobs/{id_}/" in links(document(site, "jobs/index.html")),
        "page": any(link.startswith("mailto:") for link in links(document(site, page))),
        "RSS": any(entry.link.endswith(f"/{id_}/") for entry in feed(site, "feeds/jobs.rss.xml").entries),
        "Atom": any(entry.link.endswith(f"/{id_}/") for entry in feed(site, "feeds/jobs.atom.xml").entries),
        "sitemap": any(address.endswith(f"/jobs/{id_}/") for address in sitemap(site)),
        "JSON-LD": job_markup(site, page) is not None,
    }


def main() -> None:
    """Print a row for each posting and instant."""
    with tempfile.TemporaryDirectory() as folder:
        for number, instant in enumerate(INSTANTS):
            now = datetime.fromisoformat(instant)
            output = Path(folder) / str(number)
            site = build_site(REPOSITORY / "content", now, site=replace(SITE), output=output, cache=output / "cache")
            for id_ in POSTINGS:
                words = ", ".join(
                    f"{name} {'open' if is_open else 'closed'}" for name, is_open in says_open(site, id_).items()
                )
                sys.stdout.write(f"{instant:26} {id_:38} {words}\n")


if __name__ == "__main__":
    main()
