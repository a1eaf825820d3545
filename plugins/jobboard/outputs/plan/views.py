"""Every view that a template shows: read off the modules that declare them, so that a new one is known by itself."""

from __future__ import annotations

import importlib
import pkgutil

from msgspec import Struct

_WHERE = "jobboard.outputs"


def views() -> dict[str, type[Struct]]:
    """The view that each template is given, by the template's name."""
    modules = pkgutil.walk_packages(importlib.import_module(_WHERE).__path__, f"{_WHERE}.")
    declared = (each for module in modules for each in vars(importlib.import_module(module.name)).values())
    shown = (each for each in declared if isinstance(each, type) and issubclass(each, Struct))
    return {view.template: view for view in shown if hasattr(view, "template")}
