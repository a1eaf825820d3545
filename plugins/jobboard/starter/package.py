"""Where this package came from, so that machines which build the board fetch the same: what pip noted (PEP 610)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from msgspec import Struct


class Package(Struct, frozen=True):
    """This package as a line of `requirements.txt` names it, and the wheel that must lie beside it, if any.

    `wheel` is None where the line names a wheel that has to be put there by hand.
    """

    version: str
    requirement: str
    wheel: Path | None = None

    @property
    def is_at_hand(self) -> bool:
        """True if who reads the line can fetch the package."""
        return self.wheel is not None or not self.requirement.startswith("./")


def this_package() -> Package:
    """The package that runs now."""
    distribution = metadata.distribution("jobboard")
    return package_of(distribution.version, json.loads(distribution.read_text("direct_url.json") or "{}"))


def package_of(version: str, note: Mapping[str, Any]) -> Package:
    """The package of that version, with pip's note on where it was installed from: an index if there is none."""
    url, checkout = str(note.get("url", "")), note.get("vcs_info")
    if not url:
        return Package(version, f"jobboard=={version}")
    if urlsplit(url).scheme != "file":
        address = f"{checkout['vcs']}+{url}@{checkout['commit_id']}" if checkout else url
        return Package(version, f"jobboard @ {address}")
    wheel = Path(url2pathname(urlsplit(url).path))
    if wheel.suffix == ".whl" and wheel.is_file():
        return Package(version, f"./{wheel.name}", wheel)
    return Package(version, f"./jobboard-{version}-py3-none-any.whl")
