"""How texts speak of last days, midnight, pay and offices, in English, French and Spanish.

Sentences without line ends in, what they mean out. Every pattern takes time in proportion to the sentence.
"""

from __future__ import annotations

import re

_NEAR = 40
"""Characters within which one word is about another."""

TELLING = (
    *("midnight", "minuit", "medianoche", "24:00", "24h00", "00:00", "0h00"),
    *("attracti", "atractiv", "competitiv", "compétiti", "selon", "según"),
)
"""Words without which a text says nothing of midnight and praises no pay."""

_MIDNIGHT = re.compile(r"\b(?:midnight|minuit|medianoche)\b|(?<![\d:.])(?:24|00?)[:h]00(?![\d:])", re.IGNORECASE)
_AT_WORK = re.compile(
    r"\b(?:shifts?|hours of work|working hours|opening hours|opens?|night|service|horaires?|travail"
    r"|turnos?|horario|jornada)\b",
    re.IGNORECASE,
)
_APPLYING = re.compile(
    r"\b(?:appl(?:y|ies|ied|ying|icants?|ications?)|deadline|closing date|submi\w+|CVs?|cover letter"
    r"|expressions? of interest|candidat\w*|postul\w*|dossiers?|date limite|lettre de motivation"
    r"|solicitud\w*|plazo|fecha límite|inscripci\w*|carta de (?:motivación|presentación))\b",
    re.IGNORECASE,
)
_SENDING = re.compile(
    r"\b(?:apply|applying|submit(?:ted)?|send|sent|deadline|clos(?:es?|ing)"
    r"|postule[rz]?|envoye[rz]|adresse[rz]|clôture|date limite"
    r"|enviar|envíe|presentar|postular|plazo|fecha límite)\b",
    re.IGNORECASE,
)
"""What an applicant does, or when it ends: words that speak of the last day whatever was spoken of before."""

_UNTIL = re.compile(
    r"\b(?:before|by|until|till?|no later than|latest|last day|final day|deadline|closing date|clos(?:es?|ing)|due"
    r"|avant|jusqu|au plus tard|date limite|dernier (?:jour|délai)|clôture"
    r"|antes|hasta|más tardar|fecha límite|plazo|último día)\b",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:announc|answer|appoint|assess|award|begin|born|clarification|commenc|contract|decide|decision|degree|deliver"
    r"|diploma|enquir|evaluat|feedback|fund(?:ed|ing)|graduat|hear|inform|interview|invit|notif|onboard|outcome"
    r"|probation|project|quer(?:y|ies)|question|repl(?:y|ies)|respon[ds]|result|review|screen|select|shortlist|start"
    r"|take up|test"
    r"|contrat|convoqu|début|déci[ds]|diplôme|embauche|entretien|épreuve|financ|née?s?\b|pourvoir"
    r"|prise de (?:poste|fonction)|projet|question|renseignement|réponse|résultat|retour|sélection"
    r"|comienz|consulta|convocad|deci[ds]i|entrevist|incorporaci|inicio|nacid|pregunta|proyecto|prueba|respuesta"
    r"|resultado|selección|titulaci)",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"\b(?:competitive|attractive)\b"
    r"(?:[ ,/&()-]{1,6}(?!process|tender|selection|recruitment|grant|bid)[\w'-]{1,20}){0,4}"
    r"[ ,/&()-]{1,6}(?:salar(?:y|ies)|pay|package|remuneration|compensation|wages?)\b"
    r"|\b(?:salaire|rémunération|salario|sueldo|retribución|remuneración)\b[^.!?]{0,20}"
    r"\b(?:compétiti|attracti|competitiv|atractiv|selon|según)\w*",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\b(?:salar(?:y|ies)|pay|paid|remuneration|compensation|wages?|stipend|salaire|rémunération|salario|sueldo"
    r"|retribución|remuneración|gross|brut[eo]?s?)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"[€£$][ \u00a0\u202f]?\d|\d[ \u00a0\u202f]?(?:[€£$]|k\b|EUR\b|GBP\b|USD\b|CHF\b|euros?\b)"
    r"|\b(?:EUR|GBP|USD|CHF)[ \u00a0\u202f]?\d|\b\d{1,3}[., \u00a0\u202f']\d{3}\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:accounts|admin|administration|admissions|application|applications|apply|call|calls|campaign|candidature"
    r"|candidatures|candidaturas|career|careers|centre|centro|city|communication|communications|community|contact"
    r"|contacto|cv|data|direction|drh|education|empleo|emploi|employment|enquiries|europe|events|experts|fellowship"
    r"|fellowships|finance|foundation|general|grants|hello|help|hiring|hr|human|humans|humanos|info|information"
    r"|international|internship|internships|job|jobs|legal|mail|marketing|media|membership|network|news|newsletter"
    r"|no|noreply|office|people|personal|personnel|policy|prensa|press|presse|privacy|programme|project|projects"
    r"|projets|protection|recherche|recruiting|recruitment|recrutement|recursos|reply|research|resources|ressources"
    r"|rh|rrhh|sales|school|seleccion|secretariat|secretaria|service|services|stage|stages|support|talent|team|the"
    r"|training|university|vacancies|vacancy|web|work)",
    re.IGNORECASE,
)
"""Words a mailbox of an office is named by; any other pair of words is taken for a person's name."""


def is_last_day(lead: str, sentence: str, heading: str) -> bool:
    """True if a day is named as the last one to apply: by the words that lead to it, of this and nothing else."""
    said = f"{heading} {lead}"
    if not (_UNTIL.search(said) and _APPLYING.search(f"{heading} {sentence}")):
        return False
    other = _last_end(_SOMETHING_ELSE, said)
    return other < 0 or _last_end(_SENDING, said) > other


def midnight_in(sentence: str, heading: str, *, has_day: bool) -> re.Match[str] | None:
    """Midnight as the end of the time to apply, and not of a working day."""
    found = _MIDNIGHT.search(sentence)
    said = f"{heading} {sentence}"
    if found is None or _AT_WORK.search(sentence, max(0, found.start() - _NEAR), found.start()):
        return None
    is_end = _UNTIL.search(said) is not None
    return found if (_APPLYING.search(said) and (is_end or has_day)) or (is_end and has_day) else None


def praise_in(sentence: str) -> re.Match[str] | None:
    """Pay that is praised, or left to be settled, without a figure in the same sentence."""
    found = _PRAISE.search(sentence)
    return None if found is None or _FIGURE.search(sentence) else found


def names_pay(words: str, heading: str) -> bool:
    """True for a stretch of text that names an amount of pay."""
    return _FIGURE.search(words) is not None and _PAY.search(f"{heading} {words}") is not None


def is_office(word: str) -> bool:
    """True for a word that no person is called."""
    return _OFFICE.fullmatch(word) is not None


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends; -1 if there is none."""
    return max((found.end() for found in pattern.finditer(text)), default=-1)
