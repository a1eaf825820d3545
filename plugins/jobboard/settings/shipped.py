"""What comes with the board beside its code: within the package once that is installed, in the checkout until then."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def shipped(installed: str, in_checkout: str) -> Path:
    """The path of what `pyproject.toml` takes into the wheel: in the package, or in the checkout it is run from."""
    inside = _PACKAGE / installed
    return inside if inside.exists() else _PACKAGE.parents[1] / in_checkout


def own_theme() -> Path:
    """The theme that comes with the board."""
    return shipped("theme", "theme")
