"""Monograms: what stands beside a name that has no logo."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")


def monogram_of(name: str) -> str:
    """The first letters of the first two words that are written large, "EN" for "Example Network of Towns".

    In a script without large letters every word counts; of a name without any it is the first letter.
    """
    words = _WORD.findall(name)
    large = [each[0] for each in words if not each[0].islower()]
    return "".join(large[:2]) or name[:1].upper()
