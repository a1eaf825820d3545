"""The theme's tokens, read off their style sheet: groups of a comment and what stands below it.

The comment declares what a group is for. "Text on page, surface: …" and "Parts on ink: …" name the colours that these
stand on, and by that the contrast they need; any other comment says what the tokens are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from jobboard.model.texts.colours import hex_of
from jobboard.model.texts.contrast import MARK_CONTRAST, TEXT_CONTRAST, contrast_of

SCHEMES = ("light", "dark")

_COLOUR = "colour-"
_NEEDED = {"Text": TEXT_CONTRAST, "Parts": MARK_CONTRAST}
_USE = re.compile(r"(?P<use>Text|Parts) on (?P<grounds>[a-z, -]+)")
_GROUP = re.compile(r"/\*\s*(?P<heading>[^:]+): (?P<about>[^*]+?)\s*\*/(?P<tokens>[^/]*)")
_TOKEN = re.compile(r"--(?P<name>[\w-]+):\s*(?P<value>[^;]+);")
_BOTH = re.compile(r"light-dark\((?P<light>[^,]+), (?P<dark>[^)]+)\)")
_OTHER = re.compile(r"var\(--(?P<name>[\w-]+)\)")


class Token(NamedTuple):
    """A custom property, its name without the dashes before it."""

    name: str
    value: str

    @property
    def kind(self) -> str:
        """What its name begins with: `colour`, `size`, `space`."""
        return self.name.partition("-")[0]

    def drawn(self, scheme: str) -> str:
        """What it says for one of the two schemes."""
        both = _BOTH.fullmatch(self.value)
        return both[scheme] if both else self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Tokens of one role. Those of colours for text and parts need a contrast to their `grounds`, others need 0."""

    heading: str
    about: str
    tokens: tuple[Token, ...]

    @property
    def grounds(self) -> tuple[str, ...]:
        """The tokens of colours that these stand on."""
        use = _USE.fullmatch(self.heading)
        return tuple(_COLOUR + each for each in use["grounds"].split(", ")) if use else ()

    @property
    def needed(self) -> float:
        """The contrast ratio that each needs on each of the grounds."""
        use = _USE.fullmatch(self.heading)
        return _NEEDED[use["use"]] if use else 0


class Measured(NamedTuple):
    """The contrast of a colour on a ground in a scheme."""

    token: str
    ground: str
    scheme: str
    ratio: float
    needed: float

    @property
    def is_enough(self) -> bool:
        return self.ratio >= self.needed


def groups_of(sheet: str) -> tuple[Group, ...]:
    """The groups of a style sheet of tokens, as screens get them: what media change comes after the first `}`."""
    rules = sheet[sheet.index(":root") :].partition("}")[0]
    return tuple(
        Group(
            heading=found["heading"],
            about=" ".join(found["about"].split()),
            tokens=tuple(Token(*each.groups()) for each in _TOKEN.finditer(found["tokens"])),
        )
        for found in _GROUP.finditer(rules)
    )


def measured(groups: tuple[Group, ...]) -> Iterator[Measured]:
    """Every colour on every ground it may stand on, light and dark."""
    colours = {token.name: token for group in groups for token in group.tokens if token.kind == "colour"}
    for group in groups:
        for token in group.tokens:
            for ground in group.grounds:
                for scheme in SCHEMES:
                    ratio = contrast_of(*(_hex(colours, name, scheme) for name in (token.name, ground)))
                    yield Measured(token.name, ground, scheme, ratio, group.needed)


def _hex(colours: dict[str, Token], name: str, scheme: str) -> str:
    """The colour of a token as `#rrggbb`, through whatever tokens it names."""
    value = colours[name].drawn(scheme)
    other = _OTHER.fullmatch(value)
    return _hex(colours, other["name"], scheme) if other else hex_of(value)
