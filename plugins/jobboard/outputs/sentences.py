"""Where sentences end, in the languages of the site: text in, its whole sentences out, never half of one."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+(?:[\]\"'”’»)]|[ \u00a0\u202f]»)*\s+(?=(\S))")
_OPENING = "\"'“‘«([¿¡–—"
_LAST_WORD = re.compile(r"([^\s(\[«“‘\"']+)\.$")
_ABBREVIATIONS = frozenset(
    """
    al approx arr art av avr bd bld blvd ca cap cf ch chap co cons corp dept dir dr dra ed edn eds etc ex exc excmo
    fam ff fig figs fr gen gob gov hon i.e e.g inc inf janv jr juil lic lt ltd m mgr min mm mme mmes mlle mons mr mrs
    ms mt nb no nos nov nr núm oct p.ej p.ex p pág par pp pr prof prov pte rd ref réf rep rev sec sen sept sq sr sra
    sres srta ss st sta ste sto suppl tel tél trad u.a univ vgl viz vol vols vs
    """.split()  # noqa: SIM905 (a list of eighty lines is not easier to read)
)
"""Of English, French and Spanish, in small letters, without the full stop they end in."""


def sentences_of(text: str) -> list[str]:
    """The sentences of a text on one line. In doubt two are taken for one: long is better than torn."""
    found, start = [], 0
    for end in _END.finditer(text):
        if _is_boundary(text[start : end.end()].rstrip(), end[1], text[end.end() :]):
            found.append(text[start : end.end()].rstrip())
            start = end.end()
    return [*found, text[start:]] if start < len(text) else found


def _is_boundary(before: str, first: str, after: str) -> bool:
    """True if a sentence ends here: what follows begins like one, and the full stop is not an abbreviation's."""
    while first in _OPENING and after[1:].lstrip():
        after = after[1:].lstrip()
        first = after[0]
    if first.islower():
        return False
    word = _LAST_WORD.search(before)
    if word is None:
        return True
    name = word[1].casefold()
    is_initial = (len(name) == 1 and name.isalpha()) or re.fullmatch(r"(?:\w\.)+\w", name) is not None
    is_number = name.isdigit() and len(name) <= 2 and first.isdigit()
    return not (is_initial or is_number or name in _ABBREVIATIONS)
