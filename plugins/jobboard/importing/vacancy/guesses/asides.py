"""The letter around a document: the heads of mails, and signatures. Lines in, the places of those that are such out.

A vacancy that was forwarded comes with them. Their names and offices are no title, and their subject is not the one
to apply with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jobboard.importing.vacancy.guesses.labels import split_label

_HEAD = re.compile(
    r"^(?:\W*)(?P<name>from|de|von|to|à|a|para|cc|cci|bcc|cco|date|sent|envoyé(?: le)?|enviado(?: el)?|fecha|"
    r"subject|objet|"
    r"asunto)\s?:",
    re.IGNORECASE,
)
_SENDERS = ("from", "de", "von")
_PASSED_ON = re.compile(
    r"^\W*(?:forwarded message|original message|message (?:d['’]origine|transféré|original)|"
    r"mensaje (?:original|reenviado)|begin forwarded message|début du message (?:transféré|réexpédié))\b|"
    r"^\W*(?:on|le|el)\b.{5,200}\b(?:wrote|a écrit|escribió)\s?:$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:--|(?:many |with )?thanks?(?: you)?(?: in advance| so much| a lot)?|cheers|best|(?:all |with )?(?:my )?"
    r"(?:best|kind|warm) (?:wishes|regards)|regards|yours (?:sincerely|faithfully)|(?:bien )?cordialement|bien à vous|"
    r"merci(?: (?:d['’]avance|beaucoup))?|bonne (?:journée|soirée|fin de journée)|salutations(?: distinguées)?|"
    r"(?:un )?(?:cordial )?saludos?(?: cordiale?s?)?|atentamente|(?:muchas )?gracias)[,.! ]*$",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\S@\S|\bwww\.|https?://|\+\d{2}[\d ()./-]{6,}|\b(?:tel|tél|mob|gsm|T|M)\b[.: ]*\+?\d", re.IGNORECASE
)
_FAR_LONGER = 2
_PARTED = "--"
"""What programs put above a signature (RFC 3676, section 4.3): all that stands below it is of that."""

_LONGEST = 160
_MOST = 8
"""Lines of a signature."""


def asides_in(lines: Sequence[str]) -> frozenset[int]:
    """Which lines, from 0, are the head of a mail, say that it is passed on, or are of a signature."""
    heads = set(_heads(lines))
    heads |= set(_beside_the_longest(lines, heads))
    return frozenset(
        heads | {at for start, line in enumerate(lines) if _CLOSING.match(line) for at in _signed(start, lines, heads)}
    )


def _beside_the_longest(lines: Sequence[str], heads: set[int]) -> Iterator[int]:
    """The parts between heads of mails that are far shorter than the longest: what was written to pass it on."""
    parts: list[list[int]] = [[]]
    for at in range(len(lines)):
        if at not in heads:
            parts[-1].append(at)
        elif parts[-1]:
            parts.append([])
    sizes = [sum(len(lines[at]) for at in part) for part in parts]
    for part, size in zip(parts, sizes, strict=True):
        if size * _FAR_LONGER < max(sizes):
            yield from part


def _heads(lines: Sequence[str]) -> Iterator[int]:
    """Lines like `From: …` of which several follow one another, and the line that announces them."""
    start, is_passed_on = 0, False
    while start < len(lines):
        end = start
        while end < len(lines) and _HEAD.match(lines[end]):
            end += 1
        names = [found["name"].lower() for line in lines[start:end] if (found := _HEAD.match(line))]
        if (len(names) > 1 and any(name in _SENDERS for name in names)) or is_passed_on:
            yield from range(start, end)
        is_passed_on = start == end and _PASSED_ON.match(lines[start]) is not None
        if is_passed_on:
            yield start
        start = max(end, start + 1)


def _signed(start: int, lines: Sequence[str], heads: set[int]) -> Iterator[int]:
    """A closing with what belongs to it: up to the last line that says how to reach somebody, else a name."""
    end = start + 1
    if lines[start].strip() == _PARTED:
        yield from range(start, min([at for at in heads if at > start], default=len(lines)))
        return
    while end < len(lines) and end - start <= _MOST and end not in heads and _may_sign(lines[end]):
        end += 1
    reached = [at for at in range(start + 1, end) if _REACHED.search(lines[at])]
    yield from range(start, (reached[-1] if reached else min(start + 1, end - 1)) + 1)


def _may_sign(line: str) -> bool:
    """True for a line that may be of a signature: no text, and no fact."""
    return len(line) <= _LONGEST and not split_label(line)[0]
