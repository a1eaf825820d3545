"""What there is to say of each message beside itself: why it is said, what to write instead, and an example.

The texts are in `explanations/`, a file for each language of the interface, and the examples, which speak every
language, in one more.
"""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Mapping
from pathlib import Path

import yaml
from msgspec import Struct

from jobboard.source.message import MESSAGES, Phrase
from jobboard.source.wording import worded

_PACKAGE = Path(__file__).parents[1]
EXPLANATIONS = _PACKAGE / "explanations"
_VALUE = re.compile(r"%\((\w+)\)s")

ExampleFiles = Mapping[str, str | bytes]
"""ExampleFiles of an example by their paths; of a document what is written in it, beside what it must not lack."""


class Explanation(Struct, frozen=True):
    """Why a message is said, and what to write instead."""

    why: str
    instead: str


class Example(Struct, frozen=True):
    """A mistake, and the same without it; `before` are files that readers saw. `is_whole` where all of a document is
    written, and not only the fields that matter."""

    before: ExampleFiles
    wrong: ExampleFiles
    right: ExampleFiles
    is_whole: bool


@functools.cache
def every_message() -> Mapping[str, Phrase]:
    """All messages by code, in alphabetical order: those that the modules of the package declare."""
    for path in sorted(_PACKAGE.rglob("*.py")):
        if b"message(" in path.read_bytes():
            name = ".".join(path.relative_to(_PACKAGE.parent).with_suffix("").parts)
            importlib.import_module(name.removesuffix(".__init__"))
    return dict(sorted(MESSAGES.items()))


@functools.cache
def explanations(lang: str) -> Mapping[str, Explanation]:
    """What is said of each message in a language, by its code."""
    found = yaml.safe_load((EXPLANATIONS / f"{lang}.yaml").read_text(encoding="utf-8"))
    return {
        code: Explanation(**{key: " ".join(text.split()) for key, text in each.items()}) for code, each in found.items()
    }


@functools.cache
def examples() -> Mapping[str, Example]:
    """An example of each message that files can show, by its code."""
    found = yaml.safe_load((EXPLANATIONS / "examples.yaml").read_text(encoding="utf-8"))
    return {
        code: Example(each.get("before", {}), each["wrong"], each["right"], each.get("whole", False))
        for code, each in found.items()
    }


def message_title(message: Phrase, lang: str) -> str:
    """A message with dots where its values go."""
    return worded(message(**dict.fromkeys(_VALUE.findall(message.pattern), "…")), lang)


def shown(text: str | bytes) -> str:
    """What stands in a file of an example; a picture, or what is no text, is only hinted at."""
    return "…" if isinstance(text, bytes) else text.rstrip("\n")
