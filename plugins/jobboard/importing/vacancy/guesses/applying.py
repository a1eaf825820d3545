"""How to apply: the address, the subject that is asked for and the documents, as one guess; and the reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from jobboard.importing.html.shapes import attribute
from jobboard.importing.vacancy.guesses.guess import Guess, Sure, in_flow, listed, sentences_in, where_of, without_end
from jobboard.importing.vacancy.guesses.labels import field_of
from jobboard.importing.vacancy.guesses.lines import Line, Lined
from jobboard.source.language.tongues.known import TONGUES, words_of

_READ = [TONGUES[code] for code in ("en", "fr", "es")]
_MAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}")
_LINK = re.compile(r"https?://[^\s<>\"”»)]+|\bwww\.[^\s<>\"”»)]+")
_APPLYING = re.compile(
    rf"\b(?:{words_of('applying', _READ)}|send|envoyer|enviar|remitir|solicitud\w*|candidatur\w*|"
    rf"inscripción|form|formulaire|formulario|subject|en objet|objet du (?:courriel|mail|message)|asunto)",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\bquestions?\b|\b(?:more|further|additional) information\b|\benquir|\bcontact (?:person|us for)\b|"
    r"\brenseignements?\b|"
    r"\binformations? complémentaires?\b|\bconsultas?\b|\bmás información\b|\bprivacy\b|\bdata protection\b",
    re.IGNORECASE,
)
_QUOTED = r"[“\"«‘']\s?([^”\"»’]{3,150}?)\s?[”\"»’']"
_SUBJECT_LINE = (
    r"(?:\bsubject(?:[ -](?:line|field|box|heading))?(?: of (?:the|your) (?:e-?mail|message))?|\b(?:objet|titre|"
    r"intitulé)"
    r"(?: du (?:courriel|mail|message|mél|courrier))?|\basunto(?: del (?:correo|mensaje))?)"
)
_LINE_OF_MAIL = (
    r"(?:\bsubject\b|\b(?:en|comme|dans l['’]) ?objet\b|\ben el asunto\b|\bcomo asunto\b|"
    r"\b(?:title|titre|intitulé|título) (?:of the|of your|du|del) (?:e-?mail|message|mail|courriel|correo|mensaje)\b)"
)
_UNQUOTED = r"([^\s.;,()“”\"«»][^.;()“”\"«»\n]{2,150}?)(?=\s*(?:[.;()“”\"«»\n]|,\s+(?-i:[a-záéà])|$))"
_FIRST_PART = re.compile(r"[^;()]*(?:\([^()]*\)[^;()]*)*")
"""Of what a label has: without what is said of something else."""

_SUBJECT = (
    re.compile(rf"{_QUOTED}(?=[^.]{{0,40}}{_LINE_OF_MAIL})", re.IGNORECASE),
    re.compile(rf"{_SUBJECT_LINE}\b[^.“\"«‘]{{0,50}}{_QUOTED}", re.IGNORECASE),
    re.compile(r"\bput\s+([^.“”]{3,150}?)\s+in the subject\b", re.IGNORECASE),
    re.compile(
        r"\b(?:ref(?:erence)?|réf(?:érence)?|referencia)\.?\s+((?=\S*\d|[A-Z]+-)\S{3,60})"
        rf"[^.;:]{{0,30}}(?:{_LINE_OF_MAIL})", re.IGNORECASE),
    re.compile(rf"{_SUBJECT_LINE}(?: for (?:your |the )?applications?)?\s?:\s*{_UNQUOTED}", re.IGNORECASE),
    re.compile(r"\b(?:with the subject(?: line)?|en objet|"
    r"(?:con|en) el asunto)\s+((?-i:[A-ZÉ])[^.;,()“”\"]{3,150})", re.IGNORECASE),
)  # fmt: skip
DOCUMENTS_NAMED = re.compile(

        r"(?<!no )\b(?:curr[ií]culum(?:[- ]v[ií]t(?:a|á|æ)?e)?|CVs?|résumé)\b|\b(?:motivation|cover(?:ing)?|"
        r"motivational) letters?\b|"

        r"\bletters? of motivation\b|\blettre de (?:motivation|candidature|recommandation)\b|"
        r"\bcarta de (?:motivación|presentación|recomendación)\b|"

        r"\bletters? of recommendation\b|\breference letters?\b|\bportfolio\b|\bwriting samples?\b|"
        r"\bcopies of (?:diplomas|degrees)\b|"

        r"\bcopie (?:du|des) diplômes?\b|\bcopia del? (?:título|titulación)\b|\b(?:two|three|deux|dos|2|"
        r"3) (?:references|références|referencias)\b",
    re.IGNORECASE,
)  # fmt: skip
_REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|réf(?:érence)?|referencia)\b\.?\s*(?:(?:no|n°|nº|number|code)\.?\s*)?[:=]?\s*"
    r"((?:(?-i:[A-Z]{2,8}) )?[A-Z0-9][\w/.-]*\d[\w/-]*|(?-i:[A-Z]{2,8}(?:[-/][A-Z]{2,8})+))",
    re.IGNORECASE,
)
_LONGEST_REFERENCE = 60


@dataclass(slots=True)
class _Way:
    """What is known of the way to apply, and of which sentences."""

    mails: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    subject: str = ""
    documents: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def value(self) -> str:
        """As YAML; empty without an address."""
        mails = list(dict.fromkeys(self.mails))[:1]
        parts = [f"email: {mails[0]}"] if mails else []
        parts += [f"url: {in_flow(self.links[0])}"] if self.links and not mails else []
        if parts and mails and self.subject:
            parts.append(f"subject: {in_flow(self.subject)}")
        if parts and self.documents:
            parts.append(f"documents: {listed(self.documents)}")
        return f"{{{', '.join(parts)}}}" if parts else ""


def guess_apply(sheet: Lined) -> Iterator[Guess]:
    """The address to apply at, with subject and documents."""
    way, before = _Way(), ""
    for line in (each for each in sheet.lines if not each.is_aside):
        is_labelled = line.field == "apply"
        if line.field in ("subject", "documents") and line.label:
            _take_labelled(way, line)
            continue
        for lead, sentence in pairwise(["", line.text] if is_labelled else ["", *sentences_in(line.text)]):
            words = f"{line.heading} {before} {sentence}"
            is_about = is_labelled or _APPLYING.search(words) or field_of(lead) == "apply"
            if is_about and not (_ASKING.search(sentence) and not is_labelled) and not line.level:
                _take(way, line, sentence)
        before = line.text if line.text.endswith(":") else ""
    if way.value:
        first = way.lines[0]
        is_all = len(way.lines) == 1 and bool(first.label) and first.said in (*way.mails, *way.links)
        sure = Sure.CERTAIN if any(line.field == "apply" for line in way.lines) else Sure.LIKELY
        words = " / ".join(dict.fromkeys(way.words))
        yield Guess(
            field="apply", value=way.value, words=words, sure=sure, line=first, where=where_of(first), fills=is_all
        )
    else:
        yield from _any_address(sheet)


def guess_reference(sheet: Lined) -> Iterator[Guess]:
    """The employer's own number."""
    for line in sheet.lines:
        if line.field == "reference" and line.label and len(line.said) <= _LONGEST_REFERENCE:
            yield _reference(line, line.said, Sure.CERTAIN, fills=True)
    for line in sheet.lines:
        if found := _REFERENCE.search(line.text):
            yield _reference(line, found[1], Sure.LIKELY, fills=False)


def _reference(line: Line, text: str, sure: Sure, *, fills: bool) -> Guess:
    value = in_flow(without_end(text))
    return Guess(
        field="reference", value=value, words=line.text, sure=sure, line=line, where=where_of(line), fills=fills
    )


def _take(way: _Way, line: Line, sentence: str) -> None:
    """What one sentence says of the way to apply."""
    before = (len(way.mails), len(way.links), way.subject, len(way.documents))
    way.mails += _MAIL.findall(sentence) or _mails_behind(line, sentence)
    way.links += [_as_link(each) for each in _LINK.findall(sentence)] or _links_behind(line, sentence)
    if not way.subject:
        way.subject = next((without_end(found[1]) for each in _SUBJECT if (found := each.search(sentence))), "")
    if not way.documents:
        way.documents = list(dict.fromkeys(found[0] for found in DOCUMENTS_NAMED.finditer(sentence)))
    if before != (len(way.mails), len(way.links), way.subject, len(way.documents)):
        way.lines.append(line)
        way.words.append(sentence)


def _take_labelled(way: _Way, line: Line) -> None:
    if line.field == "subject":
        bare = line.said.strip('“”"«» ')
        way.subject = way.subject or without_end(_FIRST_PART.match(bare)[0])  # type: ignore[index]  # matches anything
    else:
        way.documents = way.documents or [
            without_end(each) for each in re.split(r",|;|\s(?:and|et|y)\s", line.said) if each.strip()
        ]
    way.lines.append(line)
    way.words.append(line.text)


def _any_address(sheet: Lined) -> Iterator[Guess]:
    """The only mailbox of a document, if there is one."""
    found = [(line, mail) for line in sheet.lines if not line.is_aside for mail in _MAIL.findall(line.text)]
    if len({mail for _, mail in found}) == 1:
        line, mail = found[0]
        value = f"{{email: {mail}}}"
        yield Guess(field="apply", value=value, words=line.text, sure=Sure.DOUBTFUL, line=line, where=where_of(line))


def _mails_behind(line: Line, sentence: str) -> list[str]:
    """Mailboxes that links of a sentence lead to whose words are others."""
    return [each[7:].split("?")[0] for each in _behind(line, sentence) if each.lower().startswith("mailto:")]


def _links_behind(line: Line, sentence: str) -> list[str]:
    return [each for each in _behind(line, sentence) if each.startswith("http")]


def _behind(line: Line, sentence: str) -> list[str]:
    """Where the links of a sentence lead to."""
    links = (each for each in line.tag.find_all("a") if " ".join(each.get_text().split()) in sentence)
    return [attribute(each, "href") for each in links]


def _as_link(text: str) -> str:
    bare = text.rstrip(".,;:")
    secure = bare if bare.startswith("http") else f"https://{bare}"
    return secure.replace("http://", "https://", 1)
