"""The setting JOBBOARD_PUBLISH: where the site is published, by name."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jobboard.publishing.limits import HOST_LIMITS
from jobboard.publishing.target import PASSWORD, SITES_KEPT, SSH, PublishTarget, parts_of_target
from jobboard.settings.place import SETTING_VALUE, Add, example
from jobboard.settings.site_address import is_address, is_local
from jobboard.source.message import Phrase, any_of, in_turn, message, phrase
from jobboard.source.problem import did_you_mean, quoted
from jobboard.source.slug import is_id

PUBLISHING = "JOBBOARD_PUBLISH"

_EXAMPLE = f"{PUBLISHING} = {{'production': 'ssh://web@host.example/srv/www/board'}}"
_TEXTS = ("url", "plan", "endpoint", "ssh_config")
_SWITCHES = {"compress": "compress", "staging": "is_staging", "limits": "has_limits"}
_KNOWN = ("to", "keep", *_TEXTS, *_SWITCHES)
_ON_THIS_MACHINE = ("folder", "pack")
_ADDRESS = phrase(
    "a folder, or an address that begins with %(kinds)s",
    kinds="ssh://, sftp://, ftps://, webdavs://, s3://, netlify:, pack:",
)
_OF_ITS_OWN = phrase("name a place of its own")

TARGET_IN_BOARD = message("target-in-board", "'%(name)s' and %(folder)s/ of the board would be in one folder")
TARGETS_ALIKE = message("targets-alike", "'%(name)s' and '%(other)s' lead to one place")

_Wrong = tuple[Phrase, object, Phrase]
"""What was expected, what was found, the way out."""


def check_targets(
    pelican: Mapping[str, Any], folders: Sequence[Path], beside: Path, add: Add
) -> dict[str, PublishTarget]:
    """The targets by name, of those that are right. `folders` are the board's own, which none may be in or around; what
    is no full path is one from the folder `beside`, which holds the settings."""
    value = pelican.get(PUBLISHING, {})
    if not isinstance(value, Mapping):
        add(
            PUBLISHING,
            SETTING_VALUE(words=phrase("names, each with where it leads"), found=quoted(_without_secrets(value))),
            example(_EXAMPLE),
        )
        return {}
    found: dict[str, PublishTarget] = {}
    for name, given in value.items():
        target = _target(name, {"to": given} if isinstance(given, str) else given, beside)
        if isinstance(target, PublishTarget):
            found[target.name] = target
        else:
            words, wrong, way = target
            add(PUBLISHING, SETTING_VALUE(words=words, found=quoted(_without_secrets(wrong))), way)
    _refuse_shared(found, folders, add)
    return found


def environment_of_hosts() -> dict[str, str]:
    """The environment: what hosts are told in secret is there and nowhere else, and programs are started with it."""
    return dict(os.environ)


def _target(name: object, given: object, beside: Path) -> PublishTarget | _Wrong:
    """A target; or what was expected, what was found, and the way out."""
    if not isinstance(name, str) or not is_id(name):
        return phrase("a name of small letters, digits and hyphens"), name, example(_EXAMPLE)
    if not isinstance(given, Mapping) or not isinstance(given.get("to"), str):
        return phrase("an address, or options of which 'to' is one"), name, example(_EXAMPLE)
    if unknown := [str(each) for each in given if each not in _KNOWN]:
        way = in_turn(
            phrase("it knows %(words)s", words=", ".join(_KNOWN)), *filter(None, [did_you_mean(unknown[0], _KNOWN)])
        )
        return phrase("options of a target"), unknown[0], way
    try:
        place = parts_of_target(given["to"])
        if place["kind"] in _ON_THIS_MACHINE:
            place["path"] = _from(beside, str(place["path"]))
    except (ValueError, RuntimeError):
        return _ADDRESS, given["to"], _way_to_secrets(given["to"]) or example(_EXAMPLE)
    if wrong := _wrong_option(given):
        return wrong
    texts = {each: given[each] for each in _TEXTS if each in given}
    if texts.get("ssh_config"):
        texts["ssh_config"] = _from(beside, texts["ssh_config"])
    return PublishTarget(
        name=name,
        keep=given.get("keep", SITES_KEPT),
        **texts,
        **{field: given[each] for each, field in _SWITCHES.items() if each in given},
        **place,  # type: ignore[arg-type]  # by name: those of `parts_of_target`
    )


def _from(beside: Path, path: str) -> str:
    """A path as a shell reads it, with `~` for a home, seen from the folder of the settings. Raises RuntimeError."""
    return str(beside / Path(path).expanduser())


def _refuse_shared(targets: Mapping[str, PublishTarget], folders: Sequence[Path], add: Add) -> None:
    """What is published is no part of what it is made of, and no two targets take each other's place."""
    taken: dict[tuple[str, ...], str] = {}
    for name, target in targets.items():
        here = Path(target.path).resolve() if target.kind in _ON_THIS_MACHINE else None
        for folder in map(Path.resolve, folders):
            if here and (here.is_relative_to(folder) or folder.is_relative_to(here)):
                add(PUBLISHING, TARGET_IN_BOARD(name=name, folder=folder.name), _OF_ITS_OWN)
                break
        kind = "ssh" if target.kind in SSH else target.kind
        place = (kind, target.endpoint, target.host, str(target.port), str(here or target.path.rstrip("/")))
        if place in taken:
            add(PUBLISHING, TARGETS_ALIKE(name=name, other=taken[place]), _OF_ITS_OWN)
        taken.setdefault(place, name)


def _without_secrets(found: object) -> str:
    """What was written, without what may be a password in it: settings are read in public logs."""
    return re.sub(r"(//[^/@:]*):[^/@]*@|\?.*", lambda match: f"{match[1]}:…@" if match[1] else "?…", str(found))


def _way_to_secrets(address: str) -> Phrase | None:
    """Of an address with a password, where that belongs."""
    if _without_secrets(address) == address:
        return None
    return phrase("leave the password out, and put it into the environment variable %(name)s", name=PASSWORD)


def _wrong_option(given: Mapping[str, Any]) -> _Wrong | None:
    """What is expected of the first option that is wrong, all that was found, and the way out."""
    texts = all(isinstance(given.get(each, ""), str) for each in _TEXTS)
    wrong = {
        phrase("texts as %(words)s", words=", ".join(_TEXTS)): (texts, "{'to': …, 'url': 'https://example.org'}"),
        phrase("True or False as %(words)s", words=", ".join(_SWITCHES)): (
            all(isinstance(given.get(each, True), bool) for each in _SWITCHES),
            "{'to': …, 'staging': True}",
        ),
        phrase("a number from 2 to 1000 as keep"): (
            type(keep := given.get("keep", SITES_KEPT)) is int and 2 <= keep <= 1000,
            "{'to': …, 'keep': 5}",
        ),
        phrase("a plan whose limits are known: %(words)s", words=any_of(*HOST_LIMITS)): (
            not texts or not given.get("plan") or given["plan"] in HOST_LIMITS,
            "{'to': …, 'plan': 'github'}",
        ),
        phrase("the full address of the site as url"): (
            not texts or not given.get("url") or is_address(given["url"]),
            "{'to': …, 'url': 'https://example.org/board'}",
        ),
        phrase("an address that begins with https:// as endpoint"): (
            not texts or not given.get("endpoint") or _is_safe(given["endpoint"]),
            "{'to': …, 'endpoint': 'https://s3.example.org'}",
        ),
    }
    found = ", ".join(f"{name}: {value}" for name, value in given.items() if name != "to")
    return next(
        ((words, found, example(written)) for words, (is_right, written) in wrong.items() if not is_right), None
    )


def _is_safe(endpoint: str) -> bool:
    """True for an address that a secret may be told."""
    return is_address(endpoint) and (endpoint.startswith("https://") or is_local(endpoint))
