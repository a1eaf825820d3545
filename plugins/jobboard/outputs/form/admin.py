"""The configuration of form editors for sites in git (Decap CMS, Sveltia CMS), from the declarations.

Both read one format: https://decapcms.org/docs/configuration-options/ and https://decapcms.org/docs/widgets/. What it
cannot say is told in docs/form-editors.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import yaml

from jobboard.board.site import Repository, Site
from jobboard.model.fields.input import Input
from jobboard.outputs.form.description import KIND_NAMES, described

_BODY = {"name": "body", "widget": "markdown", "required": False}
_MOMENT = r"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2})?$"
_DATES: Mapping[str, str] = {
    Input.DAY: r"^\d{4}-\d{2}-\d{2}$",
    Input.MOMENT: _MOMENT,
    Input.DEADLINE: rf"{_MOMENT}|^rolling$",
}
_NO_BACKEND = {"name": "github", "repo": "OWNER/NAME", "branch": "main"}
_FOLDER = "content"


def admin_config(site: Site) -> str:
    """The file `admin/config.yml`. What stands in capitals waits for the settings to name the repository."""
    repository = site.form.repository if site.form else None
    folder = repository.folder if repository else _FOLDER
    config = {
        "backend": _backend(repository) if repository else _NO_BACKEND,
        "site_url": site.url,
        "media_folder": f"{folder}/images",
        "public_folder": "images",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [_collection(site, folder, kind) for kind in KIND_NAMES],
    }
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=120)


def _backend(repository: Repository) -> dict[str, str]:
    parts = urlsplit(repository.new)
    name, _, branch = parts.path.strip("/").replace("/-/new/", "/new/").partition("/new/")
    found = {"name": repository.host.value, "repo": name, "branch": branch}
    is_own = parts.netloc not in ("github.com", "gitlab.com")
    return {**found, "base_url": f"https://{parts.netloc}"} if is_own else found


def _collection(site: Site, folder: str, kind: str) -> dict[str, Any]:
    form = described(site, kind)
    return {
        "name": kind,
        "label": form["name"],
        "folder": f"{folder}/{kind}",
        "extension": "md",
        "format": "frontmatter",
        "create": True,
        "delete": False,
        "identifier_field": form["title"],
        "slug": "{{slug}}",
        "fields": [*_fields(form["record"], form["records"]), {**_BODY, "label": site.say("Text")}],
    }


def _fields(record: str, records: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [_field(each, record, records) for each in records[record]["fields"]]


def _field(field: Mapping[str, Any], record: str, records: Mapping[str, Any]) -> dict[str, Any]:
    """A field; one is required if nothing else can stand for it."""
    is_needed = any(
        rule["at"] == field["name"] and not rule["when"] and all(each == [field["name"]] for each in rule["unless"])
        for rule in records[record]["rules"]
    )
    hint = {"hint": field["help"]} if field["help"] else {}
    name = {"name": field["name"], "label": field["label"]}
    return {**name, **_widget(field, records), "required": is_needed, **hint}


def _widget(field: Mapping[str, Any], records: Mapping[str, Any]) -> dict[str, Any]:
    """What one fills in, by what is asked for."""
    asked = field["asked"]
    if asked in (Input.LIST, Input.PAIRS):
        return _list(field["items"][0], records)  # of pairs the codes alone: there is no widget for them
    if asked in (Input.GROUP, Input.GROUP_OR_YES):
        return {"widget": "object", "collapsed": True, "fields": _fields(field["record"], records)}
    if asked in (Input.CHOICE, Input.YES_OR_NO):
        return {"widget": "select", "options": _options(field) or ["yes", "no"]}
    return _relation() if field.get("refers") == "organisations" else _text(field)


def _text(field: Mapping[str, Any]) -> dict[str, Any]:
    """One line or several, with the pattern it must have, and what is said of others."""
    asked = field["asked"]
    pattern = _DATES.get(asked) or (f"^{field['pattern']}$" if field.get("pattern") else "")
    widget = {"widget": {Input.TEXT: "text", Input.FILE: "file"}.get(asked, "string")}
    return {**widget, "pattern": [pattern, field["wrong"].partition(",")[0]]} if pattern else widget


def _list(item: Mapping[str, Any], records: Mapping[str, Any]) -> dict[str, Any]:
    if item["asked"] == Input.CHOICE:
        return {"widget": "select", "multiple": True, "options": _options(item)}
    if item.get("refers") == "organisations":
        return {**_relation(), "multiple": True}
    if item["asked"] == Input.GROUP:
        return {"widget": "list", "collapsed": True, "fields": _fields(item["record"], records)}
    return {"widget": "list", "field": {"name": "item", "label": "…", **_widget(item, records)}}


def _options(field: Mapping[str, Any]) -> list[dict[str, str]]:
    return [{"label": label, "value": value} for value, label in field.get("choices", ())]


def _relation() -> dict[str, Any]:
    return {
        "widget": "relation",
        "collection": "organisations",
        "search_fields": ["name", "short_name"],
        "display_fields": ["name"],
        "value_field": "{{slug}}",
    }
