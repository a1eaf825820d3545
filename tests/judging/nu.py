"""The Nu HTML checker, asked about files: what it has against their HTML, CSS and SVG, warnings too."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.judging.packages import installed, program

ALLOWED = {
    r"CSS: “vector-effect”: Property “vector-effect” doesn't exist\.": (
        "it is of SVG 2, and keeps the lines of a chart thin in every browser"
    ),
    r"Resource violates Content Security Policy \(meta tag\): [^“]*“/[^”]*” blocked by “[\w-]+” directive\.": (
        "it reads files, which have no host: 'self' is nothing there, and our own style sheet is another's. "
        "Browsers apply the policy in tests/hosts and tests/browser"
    ),
}
"""What it says and we know better, as patterns with the reason why."""

_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")
"""For Java, which would otherwise spend more on becoming fast than a few hundred pages take."""


def complaints(files: Iterable[Path]) -> list[str]:
    """A line for each error and warning that is not allowed: the file, the line in it, and what is said."""
    jar = installed("vnu-jar/build/dist/vnu.jar")
    options = ("--stdout", "--format", "json", "--exit-zero-always", "--also-check-css", "--also-check-svg")
    command = [program("java"), *_QUICK, "-jar", str(jar), *options, *map(str, files)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    messages = [each for each in json.loads(said)["messages"] if not _is_allowed(each["message"])]
    return [
        f"{each['url'].removeprefix('file:')}:{each.get('lastLine', 0)}: "
        f"{each.get('subType', each['type'])}: {each['message']}"
        for each in messages
    ]


def _is_allowed(message: str) -> bool:
    return any(re.fullmatch(pattern, message) for pattern in ALLOWED)
