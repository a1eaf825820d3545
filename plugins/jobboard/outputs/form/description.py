"""The form of a kind as data, read from its declaration: what a script draws it of, and all it says.

There is one description for each kind and language. Labels, help and choices are in the language of the site; what is
said of a wrong value is what `check` says, by its code, in that language. Whatever the form refuses the check refuses
too; the check knows more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jobboard.board.advice.items import DRAFT_OVER
from jobboard.board.site import Site
from jobboard.board.timing import OVER_BEFORE_PUBLISHED
from jobboard.model.fields.field import Declaration, FieldType, Shared, declarations
from jobboard.model.fields.input import Input
from jobboard.model.fields.values import AOE
from jobboard.model.kinds import RECORDS
from jobboard.model.parts.offer import ANYWHERE
from jobboard.model.parts.sessions import ENDS_BEFORE_IT_STARTS
from jobboard.outputs.form.choices import choices_of
from jobboard.outputs.form.conditions import Filled, Rule, rules_of
from jobboard.outputs.form.labels import help_for, label_of
from jobboard.source.catalogue import mark
from jobboard.source.kinds import BY_FOLDER, COMMANDS, RESERVED
from jobboard.source.markdown.guard import BODY_TOO_LONG, MAX_BODY_BYTES
from jobboard.source.message import Phrase, in_turn
from jobboard.source.problem import Report
from jobboard.source.slug import GENDERS
from jobboard.source.wording import worded
from jobboard.source.yaml.front_matter import FIELDS_TOO_LONG, MAX_CHARACTERS
from jobboard.source.yaml.tree import Scalar

_KIND_NAMES: Mapping[str, str] = {
    "postings": mark("Vacancy"),
    "news": mark("News item"),
    "events": mark("Event"),
    "organisations": mark("Organisation"),
    "pages": mark("Page"),
}
KIND_NAMES: Mapping[str, str] = {
    folder: _KIND_NAMES.get(folder, BY_FOLDER[folder].name) for folder in COMMANDS.values()
}
"""What the form can make, by folder: whatever `new` writes."""

_SOON = frozenset(
    [
        "kind",
        "summary",
        "lang",
        "deadline",
        "apply",
        "place",
        "online",
        "ends",
        "salary",
        "workplace",
        "contract",
        "languages",
        "short_name",
        "email",
        "menu",
    ]
)
"""Fields of an item that stand open beside the required ones."""

_LATER = frozenset(
    [
        "updated",
        "timezone",
        "deadline_was",
        "review_was",
        "closed",
        "reopened",
        "status",
        "formerly",
        "translation_of",
        "corrections",
        "expires",
        "recording",
    ]
)
"""Fields that a new file seldom needs."""

PATTERNS: Mapping[Input, str] = {
    Input.EMAIL: r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+",
    Input.URL: r"[hH][tT]{2}[pP][sS]:\/\/[^\s\/<>]+[^\s<>]*",
    Input.PHONE: r"\+?[0-9][0-9 ().\/\-]{4,25}",
    Input.ID: r"[a-z0-9]+(?:-[a-z0-9]+)*",
    Input.NUMBER: "[1-9][0-9]{0,5}",
    Input.AMOUNT: r"[0-9]{1,15}(?:\.[0-9]{1,2})?",
    Input.COLOUR: "#[0-9a-fA-F]{6}",
    Input.DOMAIN: r"[^\s\/@:]+\.[^\s\/@:]+",
}
"""What a browser can tell of a value, as its regular expressions are written (with the flag `u`): every value of the
type fits, and most others do not."""

_IMPOSSIBLE = "\N{REPLACEMENT CHARACTER}"
"""A value of no type but texts."""


def described(site: Site, folder: str) -> dict[str, Any]:
    """The form of a kind, as JSON has it."""
    kind, record = BY_FOLDER[folder], RECORDS[folder]
    records: dict[str, Any] = {}
    _describe(site, record, records)
    for field in records[record.__name__]["fields"]:
        field["part"] = _part_of(field["name"], records[record.__name__])
    return {
        "folder": folder,
        "name": site.say(KIND_NAMES[folder]),
        "title": kind.title,
        "root": kind.root,
        "record": record.__name__,
        "records": records,
        "order": [{**each, "text": worded(each["text"], site.lang)} for each in _in_order(records[record.__name__])],
        "over": {"field": kind.leaves or "deadline", "text": worded(DRAFT_OVER, site.lang), "code": DRAFT_OVER.code},
        "most": {
            "body": {"bytes": MAX_BODY_BYTES, **_said(site, BODY_TOO_LONG)},
            "fields": {"signs": MAX_CHARACTERS, **_said(site, FIELDS_TOO_LONG)},
        },
        "genders": GENDERS,
        "reserved": sorted(RESERVED[folder]),
    }


def _said(site: Site, said: tuple[Phrase, Phrase]) -> dict[str, str]:
    return {"text": worded(in_turn(*said), site.lang), "code": said[0].code}


def _describe(site: Site, record: type, records: dict[str, Any]) -> None:
    """Add a record and all it holds, each once."""
    if record.__name__ in records:
        return
    records[record.__name__] = {
        "fields": [
            {
                "name": name,
                "label": site.say(label_of(name)),
                "help": _help(site, record, name),
                **_type(site, f"{record.__name__}.{name}", each.type),
                **({"same": True} if _is_same(each) else {}),
            }
            for name, each in declarations(record).items()
        ],
        "rules": [_rule(site, each) for each in rules_of(record)],
    }
    for each in declarations(record).values():
        if each.type.record is not None:
            _describe(site, each.type.record, records)


def _is_same(field: Declaration) -> bool:
    """True if a translation that leaves the field out leaves out nothing that is its own."""
    parts = declarations(field.type.record).values() if field.type.record else ()
    return field.shared is Shared.SAME and all(map(_is_same, parts))


def _help(site: Site, record: type, name: str) -> str:
    """The help, with names of fields and words as the form calls them."""
    text = help_for(record, name)
    parts = (site.say(text) if text else "").split("`")
    called = [site.say(label_of(part)) if at % 2 else part for at, part in enumerate(parts)]
    return "".join(f"“{part}”" if at % 2 else part for at, part in enumerate(called))


def _type(site: Site, field: str, type_: FieldType[Any]) -> dict[str, Any]:
    """What is asked for, with all that comes of its type; parts that say nothing are left out."""
    found: dict[str, Any] = {
        "asked": type_.asked.value,
        "pattern": PATTERNS.get(type_.asked, ""),
        "choices": choices_of(site, field, type_.schema["enum"]) if type_.asked is Input.CHOICE else [],
        "more": _more(site, field, type_),
        "refers": type_.refers_to.removesuffix(".yaml") if type_.asked is Input.ID else "",
        "record": type_.record.__name__ if type_.record and type_.asked is not Input.LIST else "",
        "items": [_type(site, field, each) for each in type_.items],
        "one": type_.takes_one,
        **_wrong(site, type_),
    }
    return {name: value for name, value in found.items() if value}


def _more(site: Site, field: str, type_: FieldType[Any]) -> list[tuple[str, str]]:
    """Words that a field takes beside codes."""
    if type_.asked is Input.COUNTRY and field.endswith(".applicants_from"):
        return [(ANYWHERE, site.say("anywhere"))]
    if type_.asked is Input.ZONE and type_.parse(Scalar(AOE, 1), "", Report("")) is not None:
        return [(AOE, site.say("anywhere on Earth"))]
    return []


def _wrong(site: Site, type_: FieldType[Any]) -> dict[str, str]:
    """What `check` says of a value that is none of this type; `{found}` is the value."""
    if type_.asked in (Input.LIST, Input.PAIRS, Input.GROUP, Input.GROUP_OR_YES):
        return {}
    report = Report("")
    type_.parse(Scalar(_IMPOSSIBLE, 1), "", report)
    for problem in report:
        said = Phrase(problem.said.pattern, {**problem.said.values, "found": "'{found}'"}, problem.said.code)
        return {"wrong": worded(said, site.lang), "code": said.code}
    return {}


def _rule(site: Site, rule: Rule) -> dict[str, Any]:
    said = rule.said
    return {
        "when": [_filled(each) for each in rule.when],
        "unless": [_filled(each) for each in rule.unless],
        "at": said.field,
        "text": worded(said.in_full, site.lang),
        "code": said.said.code,
    }


def _filled(filled: Filled) -> list[str]:
    return [filled.field, filled.value] if filled.value else [filled.field]


def _part_of(name: str, record: Mapping[str, Any]) -> str:
    """Where on the form a field of an item stands: `first`, `more` or `later`."""
    is_needed = any(rule["at"] == name and not rule["when"] for rule in record["rules"])
    return "first" if is_needed or name in _SOON else "later" if name in _LATER else "more"


def _in_order(record: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Days of which one comes first."""
    names = {each["name"] for each in record["fields"]}
    for first, last, said in (
        ("published", "deadline", OVER_BEFORE_PUBLISHED(day="{last}", published="{first}")),
        ("published", "expires", OVER_BEFORE_PUBLISHED(day="{last}", published="{first}")),
        ("starts", "ends", ENDS_BEFORE_IT_STARTS(ends="{last}", starts="{first}")),
    ):
        if {first, last} <= names:
            yield {"first": first, "last": last, "text": said, "code": said.code}
