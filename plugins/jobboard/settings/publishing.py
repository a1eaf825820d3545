"""The setting JOBBOARD_PUBLISH: where the site is published, by name."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from jobboard.publishing.limits import HOST_LIMITS
from jobboard.publishing.target import SITES_KEPT, PublishTarget, parts_of_target
from jobboard.settings.place import SETTING_VALUE, Add, example
from jobboard.settings.site_address import is_address, is_local
from jobboard.source.message import Phrase, any_of, in_turn, phrase
from jobboard.source.problem import did_you_mean
from jobboard.source.slug import is_id

PUBLISHING = "JOBBOARD_PUBLISH"

_EXAMPLE = f"{PUBLISHING} = {{'production': 'ssh://web@host.example/srv/www/board'}}"
_TEXTS = ("url", "plan", "endpoint", "ssh_config")
_SWITCHES = {"compress": "compress", "staging": "is_staging", "limits": "has_limits"}
_KNOWN = ("to", "keep", *_TEXTS, *_SWITCHES)


def check_targets(pelican: Mapping[str, Any], add: Add) -> dict[str, PublishTarget]:
    """The targets by name. None where the setting is wrong."""
    value = pelican.get(PUBLISHING, {})
    if not isinstance(value, Mapping):
        add(
            PUBLISHING,
            SETTING_VALUE(words=phrase("names, each with where it leads"), found=repr(value)),
            example(_EXAMPLE),
        )
        return {}
    found: dict[str, PublishTarget] = {}
    for name, given in value.items():
        target = _target(name, {"to": given} if isinstance(given, str) else given)
        if isinstance(target, PublishTarget):
            found[target.name] = target
        else:
            words, way = target
            add(PUBLISHING, SETTING_VALUE(words=words, found=repr({name: given})), way)
    return found


def environment_of_hosts() -> dict[str, str]:
    """The environment: what hosts are told in secret is there and nowhere else, and programs are started with it."""
    return dict(os.environ)


def _target(name: object, given: object) -> PublishTarget | tuple[Phrase, Phrase]:
    """A target; or what was expected, with the way out."""
    if not isinstance(name, str) or not is_id(name):
        return phrase("a name of small letters, digits and hyphens"), example(_EXAMPLE)
    if not isinstance(given, Mapping) or not isinstance(given.get("to"), str):
        return phrase("an address, or options of which 'to' is one"), example(_EXAMPLE)
    if unknown := [str(each) for each in given if each not in _KNOWN]:
        way = in_turn(
            phrase("it knows %(words)s", words=", ".join(_KNOWN)), *filter(None, [did_you_mean(unknown[0], _KNOWN)])
        )
        return phrase("options of a target"), way
    try:
        place = parts_of_target(given["to"])
    except ValueError:
        kinds = "ssh://, sftp://, ftps://, webdavs://, s3://, netlify:, pack:"
        return phrase("a folder, or an address that begins with %(kinds)s", kinds=kinds), example(_EXAMPLE)
    return _wrong_option(given) or PublishTarget(
        name=name,
        keep=given.get("keep", SITES_KEPT),
        **{each: given[each] for each in _TEXTS if each in given},
        **{field: given[each] for each, field in _SWITCHES.items() if each in given},
        **place,  # type: ignore[arg-type]  # by name: those of `parts_of_target`
    )


def _wrong_option(given: Mapping[str, Any]) -> tuple[Phrase, Phrase] | None:
    """What is expected of the first option that is wrong, with the way out."""
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
    return next(((words, example(written)) for words, (is_right, written) in wrong.items() if not is_right), None)


def _is_safe(endpoint: str) -> bool:
    """True for an address that a secret may be told."""
    return is_address(endpoint) and (endpoint.startswith("https://") or is_local(endpoint))
