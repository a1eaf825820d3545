"""The title of a posting, and what kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jobboard.importing.vacancy.guesses.guess import Guess, Sure, where_of, without_end
from jobboard.importing.vacancy.guesses.lines import Line, Lined
from jobboard.model.parts.offer import PostingKind
from jobboard.source.message import UNSAID, phrase
from jobboard.source.yaml.syntax import to_yaml

_ROLES = (
    "officer manager assistant coordinator co-ordinator director adviser advisor analyst trainee intern "
    "internship traineeship secretary specialist expert head lead leader consultant researcher developer "
    "administrator accountant editor engineer lawyer economist planner associate fellow architect designer "
    "technician secondment controller clerk chargé chargée responsable directeur directrice assistante "
    "coordinateur coordinatrice coordonnateur coordonnatrice stagiaire stage conseiller conseillère gestionnaire "
    "analyste juriste chef cheffe secrétaire rédacteur rédactrice ingénieur ingénieure animateur animatrice "
    "technicien technicienne comptable attaché attachée documentaliste técnico técnica coordinador coordinadora "
    "directora asesor asesora gestor gestora becario becaria prácticas ayudante auxiliar analista jefe jefa "
    "redactor redactora investigador investigadora consultor consultora administrativo administrativa secretario "
    "secretaria abogado abogada"
)
_ROLE = re.compile(rf"(?<!\w)(?:{'|'.join(_ROLES.split())})s?(?!\w)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^(?:(?:post|position|job|vacancy|poste|offre|puesto|plaza)\s+)?(?:n[°ºo]\.?\s*)?(?:\d{1,2}|[A-H])\s*[.):–—-]\s+",
    re.IGNORECASE,
)
"""What counts the vacancies of one document: `1.`, `Post B –`."""

_ARTICLE = (
    r"(?:(?:an?|the|une?(?: ?(?:/|ou) ?une?|[·.-]e|\(e\))?|un[oa](?:/[oa])?|un/a|l[ae]s?|el|los|"
    r"son(?: ?/ ?sa)?|sa(?: ?/ ?son)?|its|their|su)\s+|[dl]['’](?:une?(?:[·.-]e|\(e\))?\s+)?)"
)
_POST = r"(?:post|position|role|poste|emploi|plaza|puesto)s?"
_LEADS = re.compile(
    r"^(?:(?:job |vacancy |open )?(?:vacancy|vacancies|announcement|offer|opening|notice|position|"
    r"call for applications|recruitment(?= of\b| for\b|\s?[:–—|-]))(?: notice| announcement)?"
    r"|we are (?:hiring|recruiting|looking for)|(?:cemr )?recruits?\b|new vacancy|"
    r"offre (?:d['’]emploi|de stage)|avis de (?:vacance|recrutement)|appel à candidatures?|"
    r"poste à pourvoir|recrutement|oferta de (?:empleo|trabajo)|(?:bases de la |anuncio de )?convocatoria|vacante|"
    r"se busca|convocamos|buscamos|seleccionamos|(?:nous )?(?:recrutons|cherchons|recherchons)|"
    r"on recrute)(?:\s+n[°ºo]\s?[\w/-]+)?\s*(?:[:–—|-]+\s*|(?:for|of|de|para|pour|du)\s+)?"
    rf"(?:{_ARTICLE}?(?:selecci[óo]n|contrataci[óo]n|cubrir|proveer|recrutement)\s+(?:de\s+)?)?"
    rf"(?:{_ARTICLE}?{_POST}\s+(?:of|de|as|:)\s*)?{_ARTICLE}?",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"^(?:an?|une?|un[·.-]e|un\(e\)|un/e|un/a)\s+(?=\w)", re.IGNORECASE)
_IN_CAPITALS = re.compile(r"\(?(?:[HFMWDX](?:/[HFMWDX])+|FTE|ETP|EU|UE|HR|RH|IT)\)?")
_HIRES = re.compile(
    r"^.{0,80}?\b(?:recrute|recherche|cherche|is (?:hiring|recruiting|looking for|seeking)|busca|selecciona|"
    r"contrata)\s+"
    rf"{_ARTICLE}?",
    re.IGNORECASE,
)
_TRAINEE = re.compile(
    r"\btrainee(?:ship)?s?\b|\bintern(?:ship)?s?\b|\bstag(?:e|iaire)s?\b|\bbecari[oa]s?\b|\bprácticas\b|\bbeca\b",
    re.IGNORECASE,
)
NAMED_JOB = re.compile(
    rf"(?:[\w-]+\s+)?{_ROLE.pattern}(?:(?:[·.]e|\(e\)|/\w+)?\s+(?:de|des|du|en|of|for|d['’])\s*[\w-]+)?", re.IGNORECASE
)
"""A job as a sentence names it: `project officer`, `chargé de projets`."""

_SECONDED = re.compile(r"\bsecond(?:ment|ed)\b|\bdétachement\b|\bcomisión de servicios?\b", re.IGNORECASE)
_VOLUNTEER = re.compile(r"\bvolunt(?:eer|ary)\w*|\bbénévol\w*|\bvoluntari\w*|\bservice civique\b", re.IGNORECASE)
_EXPERTS = re.compile(
    r"\bcall for (?:experts|tenders?)\b|\bconsultan(?:t|cy)\b|\bappel à experts\b|\bconsultor[ií]a?\b", re.IGNORECASE
)
_BRACKETED = re.compile(r"\([^()]*[^\W\d_][^()]*\)")
_SMALL = (
    *(
        "and",
        "of",
        "the",
        "for",
        "in",
        "to",
        "at",
        "a",
        "an",
        "with",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "et",
        "en",
        "y",
    ),
    *(
        "del",
        "el",
        "los",
        "las",
        "un",
        "una",
        "une",
        "un/a",
        "para",
        "por",
        "con",
        "à",
        "au",
        "aux",
        "pour",
        "par",
        "sur",
    ),
    *("e", "o", "ou", "or"),
)
"""Words that a title writes in small letters."""

_LONGEST = 140
_ENDS = (".", ";", ",", ":", "?")


def is_title(line: Line) -> bool:
    """True for a line that names a job and nothing else."""
    text = line.text
    begins = _NUMBERED.sub("", text)[:1].isupper() and not line.label and not line.is_aside
    is_line = begins and len(text) <= _LONGEST and not text.endswith(_ENDS)
    words = len(text.split())
    return (
        is_line
        and words > 1
        and line.tag.name not in ("li", "tr")
        and _ROLE.search(text) is not None
        and "@" not in text
    )


def guess_title(sheet: Lined, subject: str) -> Iterator[Guess]:
    """The title: what a label calls so, else the first line that names a job, else the first heading."""
    for line in sheet.lines:
        if line.field == "title" and line.label and len(line.said) <= _LONGEST:
            yield _guess(line, line.said, sheet, Sure.CERTAIN)
            break
    named = next((line for line in sheet.lines if line.level and is_title(line)), None)
    named = named or next((line for line in sheet.lines if is_title(line)), None)
    if named:
        yield _guess(named, named.text, sheet, Sure.CERTAIN if named.level else Sure.LIKELY)
    if subject:
        title = without_end(_bare(subject))
        sure = Sure.LIKELY if _ROLE.search(title) else Sure.DOUBTFUL
        yield Guess(
            field="title", value=to_yaml(title), words=subject, sure=sure, where=phrase("in the subject of the mail")
        )
    own = [line for line in sheet.lines if not line.is_aside]
    first = next((line for line in own if line.level and not line.field), None) or next(iter(own), None)
    if first and len(first.text) <= _LONGEST:
        yield _guess(first, first.text, sheet, Sure.DOUBTFUL if subject else Sure.LIKELY)


def guess_kind(title: str) -> Iterator[Guess]:
    """What is offered, where its title says so."""
    words = {
        PostingKind.TRAINEESHIP: _TRAINEE,
        PostingKind.SECONDMENT: _SECONDED,
        PostingKind.VOLUNTEERING: _VOLUNTEER,
        PostingKind.CALL_FOR_EXPERTS: _EXPERTS,
    }
    for kind, pattern in words.items():
        if pattern.search(title):
            yield Guess(field="kind", value=kind, words=title, sure=Sure.LIKELY, where=phrase("in the title"))
            return


def _guess(line: Line, text: str, sheet: Lined, sure: Sure) -> Guess:
    bare = without_end(_HIRES.sub("", _bare(text)).rstrip("! ")) or text
    title = bare[:1].upper() + bare[1:]
    note = UNSAID
    if (outside := _BRACKETED.sub("", title)).upper() == outside and any(map(str.isalpha, outside)):
        title = _in_small(title, sheet)
        note = phrase("it was in capitals")
    return Guess(
        field="title",
        value=to_yaml(title),
        words=text,
        sure=sure,
        line=line,
        where=where_of(line),
        fills=title == text or bool(note),
        note=note,
    )


def _bare(text: str) -> str:
    """A title without what counts it, and without words that only say it is one."""
    return _INDEFINITE.sub("", _LEADS.sub("", _NUMBERED.sub("", text)))


def _in_small(title: str, sheet: Lined) -> str:
    """A title in capitals as the document writes it elsewhere, else with a capital at each word but small ones."""
    found = re.search(re.escape(title), sheet.text.replace(title, ""), re.IGNORECASE)
    if found and found[0] != title:
        return found[0][:1].upper() + found[0][1:]
    known = set(
        re.findall(
            r"(?<!\w)[A-Z]{2,}(?!\w)", "\n".join(line.text for line in sheet.lines if line.text.upper() != line.text)
        )
    )
    words = [
        word
        if word.strip("(),") in known or word.upper() != word or _IN_CAPITALS.fullmatch(word)
        else word.capitalize()
        for word in title.split()
    ]
    return " ".join(word.lower() if at and word.lower() in _SMALL else word for at, word in enumerate(words))
