"""What the board is made of beside its own code: `docs/dependencies.md` and the list in the wheel (SBOM).

    .venv/bin/python -m bench.supply

Versions are those of `requirements.txt`, licences what each package says of itself. Why each is there stands here,
since nothing else knows.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from msgspec import Struct

ROOT = Path(__file__).parents[1]
DOCUMENT, SBOM = ROOT / "docs/dependencies.md", ROOT / "docs/sbom.cdx.json"

REASONS: Mapping[str, str] = {
    "pelican": "the host: settings, commands, themes, other plugins",
    "pyyaml": "reads front matter, under our own strict loader",
    "markdown": "turns texts into HTML, in a dialect of ours",
    "feedgen": "writes RSS and Atom",
    "nh3": "takes out of HTML whatever could run or load",
    "babel": "dates, names of countries and languages, plurals, catalogues",
    "tzdata": "time zones where a system has none, or old ones",
    "icalendar": "writes calendars",
    "lxml": "reads and writes XML, and HTML of imports",
    "pillow": "measures and scales pictures, draws social cards",
    "beautifulsoup4": "reads HTML of feeds and exports that no parser of XML takes",
    "msgspec": "records, and JSON, at a fraction of the time",
    "click": "commands",
    "rich": "reports and progress on a terminal; Pelican has it already",
    "watchfiles": "tells `serve` what was saved; Pelican has it already",
    "idna": "domains in any script",
    "segno": "QR codes on paper",
    "comrak": "a faster Markdown, on request",
    "mammoth": "reads Word files",
    "odfdo": "reads OpenDocument files",
    "pdfplumber": "reads PDF files",
    "pygls": "speaks with editors",
    "hatchling": "builds the package",
    "editables": "installs a checkout as a package",
}
"""By the packages that `pyproject.toml` names; those of tests alone are the tests' affair."""

_CLASSIFIER = "License :: "
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)
_VIA = re.compile(r"# via (.*)|#   (\S.*)")


class Package(Struct, frozen=True):
    """A package as it is pinned; `via` are those that want it."""

    name: str
    version: str
    licence: str
    via: tuple[str, ...]


def packages(lock: str) -> list[Package]:
    """What a lock file pins, each once."""
    found: dict[str, Package] = {}
    for block in re.split(r"\n(?=\S)", lock):
        if pinned := _PINNED.match(block):
            via = [(one or other).strip() for one, other in _VIA.findall(block)]
            names = tuple(each.removesuffix("(pyproject.toml)").strip() for each in via if each)
            found.setdefault(pinned[1], Package(pinned[1], pinned[2], licence_of(pinned[1]), names))
    return [*found.values()]


def licence_of(name: str) -> str:
    """What a package says of its licence: an SPDX expression, else the names that the index knows."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    named = [each.rpartition(" :: ")[2] for each in about.get_all("Classifier") or [] if each.startswith(_CLASSIFIER)]
    own = [about[each].strip().split("\n")[0] for each in ("License-Expression", "License") if each in about]
    return own[0] if "License-Expression" in about else ", ".join(named) or "".join(own)


def wanted() -> dict[str, str]:
    """The packages `pyproject.toml` names, each with where: empty for the core, else the extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {name: each for name, each in project["optional-dependencies"].items() if name != "test"}
    found = {_name(each): name for name, group in extras.items() for each in group}
    return {**found, **{_name(each): "" for each in project["dependencies"]}}


def _name(requirement: str) -> str:
    return re.split(r"[<>=!~ \[;]", requirement, maxsplit=1)[0].lower()


def document(pinned: list[Package]) -> str:
    """The page for people."""
    named = wanted()
    versions = {each.name: each for each in pinned}
    direct = sorted(named, key=lambda name: (named[name] != "", named[name], name))
    tail = [each for each in pinned if each.name not in named]
    return "\n".join([*_head(len(named), len(tail)), *_direct(direct, named, versions), *_tail(tail)]) + "\n"


def _head(direct: int, tail: int) -> Iterator[str]:
    yield from ("# What it is made of", "")
    yield (
        "Made by `python -m bench.supply` of `requirements.txt`, which pins every package with its digests.\n"
        f"{direct} packages are asked for, each for a reason; they bring {tail} more. All licences go with AGPL-3.0.\n"
        "The wheel holds the same list for programs (CycloneDX, in `sboms/` beside its metadata). Known faults of\n"
        "these versions are looked for every week by `.github/workflows/audit.yml`, and never while tests run: they\n"
        "need no network."
    )


def _direct(names: list[str], named: Mapping[str, str], versions: Mapping[str, Package]) -> Iterator[str]:
    yield from (
        "",
        "## Asked for",
        "",
        "| package | version | licence | for | why |",
        "| --- | --- | --- | --- | --- |",
    )
    for name in names:
        pinned = versions.get(name) or Package(name, "", licence_of(name), ())
        where = f"extra `{named[name]}`" if named[name] else "every board"
        yield f"| {name} | {pinned.version or 'not pinned'} | {pinned.licence} | {where} | {REASONS[name]} |"


def _tail(tail: list[Package]) -> Iterator[str]:
    yield from (
        "",
        "## What these bring",
        "",
        "| package | version | licence | wanted by |",
        "| --- | --- | --- | --- |",
    )
    yield from (f"| {each.name} | {each.version} | {each.licence} | {', '.join(each.via)} |" for each in tail)


def sbom(pinned: list[Package]) -> str:
    """The list for programs: CycloneDX 1.6, without a moment or a number of its own, so that it stays the same."""
    parts: list[dict[str, Any]] = [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{each.name}@{each.version}",
            "name": each.name,
            "version": each.version,
            "purl": f"pkg:pypi/{each.name}@{each.version}",
            **({"licenses": [{"license": {"name": each.licence}}]} if each.licence else {}),
        }
        for each in pinned
    ]
    about = {"component": {"type": "application", "name": "jobboard"}}
    whole = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": about, "components": parts}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Write both."""
    pinned = packages((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    DOCUMENT.write_text(document(pinned), encoding="utf-8")
    SBOM.write_text(sbom(pinned), encoding="utf-8")


if __name__ == "__main__":
    main()
