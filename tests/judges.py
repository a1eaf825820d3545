"""Puts a built site before judges that are not ours: `python -m tests.judges --site output --feedvalidator folder`.

Not a test: it looks at a folder of yours. Every .ics is read back by icalendar and looked through line by line, as the
tests of calendars do. Every RSS and Atom feed goes to the W3C feed validator, if a checkout of it is named.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import warnings
from collections.abc import Iterable
from pathlib import Path

from icalendar import Calendar

from tests.outputs.calendar_reading import faults

_ADDRESS = "https://hub.example"
"""Where the validator takes the site to be, unless `--url` says so: it compares a feed's own address with it."""


def calendar_faults(data: bytes) -> list[str]:
    """What is wrong with a calendar: its lines, or that it is not read back to the same bytes."""
    found = faults(data)
    try:
        is_same = Calendar.from_ical(data).to_ical(sorted=False) == data
    except ValueError as error:
        return [*found, f"not read by icalendar: {error}"]
    return found if is_same else [*found, "icalendar reads it back to other bytes"]


def feed_faults(data: bytes, address: str) -> list[str]:
    """Every error and warning of the W3C feed validator, whose checkout is on the path."""
    validator = importlib.import_module("feedvalidator")
    form = importlib.import_module("feedvalidator.formatter.text_plain")
    compatibility = importlib.import_module("feedvalidator.compatibility")
    events = validator.validateString(data.decode(), firstOccurrenceOnly=1, base=address)["loggedEvents"]
    return list(form.Formatter(compatibility.AA(events)))


def judge(what: str, found: Iterable[tuple[Path, list[str]]]) -> bool:
    """Print each fault with its file, and the count; true if there are files and none has a fault."""
    found = list(found)
    faulty = [(path, faults_) for path, faults_ in found if faults_]
    for path, faults_ in faulty:
        sys.stdout.writelines(f"{path}: {fault}\n" for fault in faults_)
    sys.stdout.write(f"{len(found)} {what}, {len(faulty)} with faults\n")
    return bool(found) and not faulty


def main(arguments: list[str]) -> int:
    """0 if every judge is content."""
    parser = argparse.ArgumentParser(prog="python -m tests.judges")
    parser.add_argument("--site", type=Path, default=Path("output"), help="folder of the built site")
    parser.add_argument("--url", default=_ADDRESS, help="public address it was built for")
    parser.add_argument("--feedvalidator", type=Path, help="checkout of the W3C feed validator")
    given = parser.parse_args(arguments)
    calendars = sorted(given.site.rglob("*.ics"))
    is_well = judge("calendars", ((path, calendar_faults(path.read_bytes())) for path in calendars))
    if given.feedvalidator:
        sys.path.insert(0, str(given.feedvalidator / "src"))
        warnings.simplefilter("ignore")  # the validator's own
        feeds = sorted(given.site.glob("**/feeds/**/*.xml"))
        addresses = {path: f"{given.url}/{path.relative_to(given.site).as_posix()}" for path in feeds}
        judged = ((path, feed_faults(path.read_bytes(), address)) for path, address in addresses.items())
        is_well = judge("feeds", judged) and is_well
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
