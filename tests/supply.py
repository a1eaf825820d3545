"""What is installed with a board: `python -m tests.supply` writes the list of licences and the bill of materials.

Both are made of `requirements.txt` and of what the installed packages say of themselves.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from packaging.requirements import Requirement

from tests.helpers import REPOSITORY

PAGE = REPOSITORY / "docs/dependencies.md"
BILL = REPOSITORY / "sbom.cdx.json"
REASONS = {
    "pelican": "the generator that a board is a plugin of",
    "pyyaml": "front matter, token by token",
    "markdown": "texts",
    "comrak": "texts of very large boards, converted natively",
    "feedgen": "RSS and Atom",
    "nh3": "the allow list of HTML",
    "babel": "dates, plurals and names in any language; catalogues",
    "tzdata": "time zones that are the same on every machine",
    "icalendar": "calendars",
    "lxml": "feeds, exports and drawings, read strictly",
    "pillow": "pictures in several sizes, cards",
    "beautifulsoup4": "HTML of imports, however broken",
    "msgspec": "records, caches and data, quickly",
    "click": "the command",
    "rich": "messages in a terminal",
    "watchfiles": "saves are seen at once",
    "idna": "hosts with letters of any script",
    "segno": "codes for telephones",
    "mammoth": "Word files, to import",
    "odfdo": "OpenDocument texts, to import",
    "pdfplumber": "PDF files, to import",
    "obstore": "sites in buckets (S3 and its kin)",
    "pygls": "messages in any editor",
    "distributed": "work shared by a cluster (Dask); not installed unless it is asked for",
    "hatchling": "builds the package",
    "editables": "the same, for a checkout",
}
"""Why each package is there that we ask for ourselves."""
_CLASSES = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU Affero General Public License v3 or later (AGPLv3+)": "AGPL-3.0-or-later",
    "GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL-3.0-or-later",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU General Public License (GPL)": "GPL",
    "Public Domain": "public domain",
    "ISC License (ISCL)": "ISC",
}
_PINNED = re.compile(r"^([\w.-]+)==([\w.]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Package:
    """A package as it is pinned, with its licences as it names them."""

    name: str
    version: str
    licence: str


def asked_for() -> set[str]:
    """The packages of `pyproject.toml`, but for those of the tests."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = [*project["dependencies"], *(line for name, each in extras.items() if name != "test" for line in each)]
    return {Requirement(line).name.lower() for line in lines}


def packages() -> list[Package]:
    """All that are pinned for a board, the tail included, as far as they are for this system."""
    pinned = dict(_PINNED.findall((REPOSITORY / "requirements.txt").read_text(encoding="utf-8")))
    return [Package(name, version, licence_of(name)) for name, version in sorted(pinned.items()) if _is_installed(name)]


def _is_installed(name: str) -> bool:
    return any(metadata.distributions(name=name))


def licence_of(name: str) -> str:
    """In the words of SPDX where the package has them, else what its classes or its text say."""
    told = metadata.metadata(name)
    classes = [each.rpartition(" :: ")[2] for each in told.get_all("Classifier", []) if each.startswith("License :: ")]
    named = " OR ".join(dict.fromkeys(_CLASSES.get(each, each) for each in classes if each != "OSI Approved"))
    return told.get("License-Expression") or named or (told.get("License") or "").splitlines()[0]


def as_page() -> str:
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    found, ours = packages(), asked_for()
    tail = [each for each in found if each.name not in ours]
    yield "# What is installed with a board\n"
    yield "Made by `.venv/bin/python -m tests.supply` of `requirements.txt`; do not edit. Every package is"
    yield "pinned by its digest. The wheel holds the same list as a bill of materials (CycloneDX).\n"
    yield f"{len(found) - len(tail)} packages are asked for, each with a reason; {len(tail)} come with them.\n"
    yield "| package | licence | reason |"
    yield "| --- | --- | --- |"
    known = [each for each in found if each.name in ours]
    yield from (f"| {each.name} | {each.licence} | {REASONS.get(each.name, '')} |" for each in known)
    yield "\n## What comes with them\n"
    yield "| package | licence |"
    yield "| --- | --- |"
    yield from (f"| {each.name} | {each.licence} |" for each in tail)
    yield ""


def as_bill() -> str:
    """CycloneDX 1.6, without a day or a number of its own, so that the same packages make the same file."""
    found = [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{each.name}@{each.version}",
            "name": each.name,
            "version": each.version,
            "purl": f"pkg:pypi/{each.name}@{each.version}",
            "licenses": [{"license": {"name": each.licence}}],
        }
        for each in packages()
    ]
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    component = {"type": "application", "bom-ref": "jobboard", "name": "jobboard", "version": project["version"]}
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {"component": component}}
    return json.dumps({**head, "components": found}, indent=1) + "\n"


if __name__ == "__main__":
    PAGE.write_text(as_page(), encoding="utf-8")
    BILL.write_text(as_bill(), encoding="utf-8")
