"""Titles that name one gender alone: a title and its language in, the word and what to write for it out.

Judged is the word that says what somebody will be, and nothing behind it: in "Assistant·e de la directrice" the
directrice is somebody else. What is in no table is passed over, and so is every title that shows in any of the usual
ways that it means everybody (decision 79).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from msgspec import Struct


class OneGender(NamedTuple):
    """The word of a title, as it stands there, and one that means everybody."""

    word: str
    written: str


def one_gender_in(title: str, lang: str) -> OneGender | None:
    """The word in a title that names one gender; None if there is none, or the language is not known here."""
    if lang == "en":
        return _in_english(title)
    known = _GENDERED.get(lang)
    if known is None or known.both.search(title) or _OF_ENGLISH.search(title):
        return None
    head = _head(title, known)
    written = known.forms.get(head.casefold())
    if not written or known.partner[head.casefold()] in _words(title):
        return None
    return OneGender(head, _as_capital(written, head))


class _Tongue(Struct, frozen=True, kw_only=True):
    """Nouns of a language that have a form for each gender, and what stands before and beside them in titles.

    `forms` has what to write for each form, `partner` the other one.
    """

    forms: Mapping[str, str]
    partner: Mapping[str, str]
    lead: re.Pattern[str]
    both: re.Pattern[str]


_WORDS = (
    "chairman: chair, chairwoman: chair, salesman: salesperson, saleswoman: salesperson, "
    "spokesman: spokesperson, spokeswoman: spokesperson, foreman: supervisor, barman: bartender, "
    "craftsman: craftsperson, craftswoman: craftsperson, cameraman: camera operator, "
    "draughtsman: drafter, draftsman: drafter, policeman: police officer, fireman: firefighter, "
    "policewoman: police officer, postman: postal worker, repairman: repairer, waitress: waiter, "
    "handyman: maintenance worker, groundsman: groundskeeper, workman: worker, watchman: guard, "
    "barmaid: bartender, "
    "stewardess: cabin attendant, hostess: host, headmaster: head teacher, housemaid: housekeeper, "
    "headmistress: head teacher, manageress: manager, seamstress: tailor, doorman: doorkeeper, "
    "tradesman: tradesperson, storeman: storekeeper, cleaning lady: cleaner"
)
_NEUTRAL: Mapping[str, str] = {each.partition(": ")[0]: each.partition(": ")[2] for each in _WORDS.split(", ")}
"""What to write for words that name one gender."""
_IN_ENGLISH = re.compile(
    rf"(?<![-\w])(?<!the )(?<!our )(?<!of )(?<!for )(?<!to )({'|'.join(_NEUTRAL)})"
    r"(?=\s*(?:$|/|(?:and|at|for|in|of|on|or|to|with)\b))",
    re.IGNORECASE,
)
"""Such a word as the last of what the title calls the post: what goes on is about something else, or is a name."""

_BOTH_IN_ENGLISH = re.compile(
    r"/ ?-?(?:wo)?man\b|\bor (?:\w+)?woman\b|\(wo\)|\bany gender\b|m ?/ ?f|f ?/ ?m", re.IGNORECASE
)


def _in_english(title: str) -> OneGender | None:
    """Looked for before the first comma: what follows is what the work is about."""
    found = _IN_ENGLISH.search(re.split(r"[,:(]|\s[-–—]\s", title)[0])
    if not found or _BOTH_IN_ENGLISH.search(title) or _names_others_of(found[1].casefold(), _words(title)):
        return None
    return OneGender(found[1], _as_capital(_NEUTRAL[found[1].casefold()], found[1]))


def _names_others_of(word: str, words: frozenset[str]) -> bool:
    """True if the title has another form of it: chairman and chairwoman, waiter and waitress."""
    neutral = _NEUTRAL[word]
    return neutral in words or any(each in words for each in _NEUTRAL if _NEUTRAL[each] == neutral and each != word)


def _head(title: str, known: _Tongue) -> str:
    """The word that says what somebody will be: the first after what the posting is called, and what leads up to it."""
    for part in re.split(r"[:|–—]|\s-\s", title):
        rest = known.lead.sub("", part.strip(), count=1)
        if rest:
            found = re.match(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![\w·.'\u2019(/@])", rest)
            return found[0] if found else ""
    return ""


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", title.casefold()))


def _as_capital(word: str, like: str) -> str:
    return word[0].upper() + word[1:] if like[0].isupper() else word


def _tongue(pairs: str, written: Callable[[str, str], str], lead: str, both: str, not_people: str = "") -> _Tongue:
    """`pairs` are a form for men and one for women, with a stroke between; `not_people` are forms that mean something
    else as well, and are passed over."""
    known = [tuple(each.split("/")) for each in pairs.split()]
    partner = {one: other for his, hers in known for one, other in ((his, hers), (hers, his))}
    return _Tongue(
        forms={each: written(*pair) for pair in known for each in pair if each not in not_people.split()},
        partner=partner,
        lead=re.compile(rf"(?:(?:{lead})(?:\s+|$|(?<=['\u2019])))*", re.IGNORECASE),
        both=re.compile(both, re.IGNORECASE),
    )


def _in_french(his: str, hers: str) -> str:
    return f"{his}·{hers[len(his) :]}" if hers.startswith(his) else f"{his} ou {hers}"


def _in_spanish(his: str, hers: str) -> str:
    return f"{his}/a" if hers in (f"{his}a", f"{his[:-1]}a") else f"{his} o {hers}"


_OF_ENGLISH = re.compile(
    r"\b(?:officer|manager|policy|project|programme|and|of|the|for|with|advis[eo]r|intern|trainee|lead|head|analyst"
    r"|developer|engineer|research(?:er)?|fellow|specialist|to|professor|associate)\b",
    re.IGNORECASE,
)
"""Words of English titles, which are often given to postings in other languages."""

_FRENCH = """
chargé/chargée délégué/déléguée directeur/directrice coordinateur/coordinatrice coordonnateur/coordonnatrice
conseiller/conseillère animateur/animatrice technicien/technicienne ingénieur/ingénieure rédacteur/rédactrice
traducteur/traductrice chercheur/chercheuse assistant/assistante consultant/consultante adjoint/adjointe
attaché/attachée administrateur/administratrice développeur/développeuse formateur/formatrice médiateur/médiatrice
contrôleur/contrôleuse instructeur/instructrice éducateur/éducatrice agent/agente avocat/avocate expert/experte
apprenti/apprentie président/présidente vice-président/vice-présidente chef/cheffe gérant/gérante
facilitateur/facilitatrice évaluateur/évaluatrice concepteur/conceptrice auditeur/auditrice acheteur/acheteuse
vendeur/vendeuse opérateur/opératrice électricien/électricienne jardinier/jardinière infirmier/infirmière
cuisinier/cuisinière employé/employée doctorant/doctorante post-doctorant/post-doctorante enseignant/enseignante
collaborateur/collaboratrice correspondant/correspondante intervenant/intervenante trésorier/trésorière
gardien/gardienne tuteur/tutrice programmeur/programmeuse producteur/productrice réalisateur/réalisatrice
illustrateur/illustratrice négociateur/négociatrice observateur/observatrice planificateur/planificatrice
statisticien/statisticienne informaticien/informaticienne sous-directeur/sous-directrice étudiant/étudiante
hôte/hôtesse livreur/livreuse serveur/serveuse ouvrier/ouvrière professeur/professeure chroniqueur/chroniqueuse
plombier/plombière graveur/graveuse monteur/monteuse commis/commise ambassadeur/ambassadrice
"""
_SPANISH = """
técnico/técnica coordinador/coordinadora director/directora gestor/gestora asesor/asesora consultor/consultora
investigador/investigadora administrativo/administrativa abogado/abogada ingeniero/ingeniera arquitecto/arquitecta
redactor/redactora traductor/traductora educador/educadora formador/formadora trabajador/trabajadora
becario/becaria licenciado/licenciada graduado/graduada diseñador/diseñadora programador/programadora
desarrollador/desarrolladora profesor/profesora secretario/secretaria jefe/jefa experto/experta
interventor/interventora tesorero/tesorera archivero/archivera bibliotecario/bibliotecaria enfermero/enfermera
psicólogo/psicóloga sociólogo/socióloga geógrafo/geógrafa biólogo/bióloga informático/informática delegado/delegada
encargado/encargada empleado/empleada monitor/monitora mediador/mediadora animador/animadora
dinamizador/dinamizadora evaluador/evaluadora auditor/auditora operador/operadora vendedor/vendedora
conductor/conductora cocinero/cocinera camarero/camarera limpiador/limpiadora jardinero/jardinera
politólogo/politóloga doctorando/doctoranda subdirector/subdirectora médico/médica
voluntario/voluntaria promotor/promotora productor/productora editor/editora
"""

_GENDERED: Mapping[str, _Tongue] = {
    "fr": _tongue(
        _FRENCH,
        _in_french,
        lead=(
            r"\d+|une?|postes? d[e'\u2019]|offres? d[e'\u2019] ?\w+|recrute(?:ment)?|recherche|stages?|cdd|cdi|mois"
            r"|emploi|alternance|service civique|de|d['\u2019]|jeune|future?|premi(?:er|ère)|hautes?"
        ),
        both=(
            r"[·•∙‧⋅]|[^\W\d]\.(?:e|ne|trice|rice|se|fe)s?\b|\w[-/](?:-?)(?:e|ne|trice|rice|euse|ère|se|fe)s?\b"
            r"|\([a-zéè.-]{1,6}\)|\b[hfm] ?[-/&+] ?[hfmx]\b|homme|femme|genre|sexe"
        ),
    ),
    "es": _tongue(
        _SPANISH,
        _in_spanish,
        lead=(
            r"\d+|una?|puestos? de|plazas? de|ofertas? de \w+|se (?:busca|necesita|precisa)|buscamos|becas?|prácticas"
            r"|contrato|vacantes?|empleo|convocatoria|de|para|joven"
        ),
        both=(
            r"/ ?-?(?:a|as|o|os)\b|\((?:a|as|o|os)\)|@|\b[hmf] ?[-/] ?[hmfx]\b|\w-as?\b|hombre|mujer|género|persona|·"
        ),
        not_people=(
            "técnica informática consultora gestora promotora productora operadora editora auditora médica "
            "administrativa"
        ),
    ),
}
