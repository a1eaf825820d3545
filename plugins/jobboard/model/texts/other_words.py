"""What people write where one of a few words goes, in English, French, Spanish and German: the words that are meant.

Each table is of one field: a word it takes, and behind it those that get it proposed. Capitals, accents, hyphens and
commas do not count (`plain_words`). A word stands for one of a table and no other, else nobody could say what to write.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType

from jobboard.model.texts.tongues import folded

OtherWords = Mapping[str, str]

KIND_WORDS: OtherWords = MappingProxyType(
    {
        "job": (
            "vacancy, position, post, role, job offer, job opening, employment, phd, phd position, doctorate, postdoc, "
            "emploi, offre, offre d'emploi, poste, poste à pourvoir, doctorat, thèse, "
            "empleo, oferta, oferta de empleo, puesto, puesto de trabajo, vacante, doctorado, "
            "Stelle, Stellenangebot, Stellenanzeige, Stellenausschreibung, Arbeitsstelle, Promotionsstelle"
        ),
        "traineeship": (
            "internship, intern, trainee, placement, work placement, apprenticeship, apprentice, "
            "stage, stagiaire, offre de stage, alternance, alternant, apprentissage, VIE, "
            "prácticas, prácticas profesionales, beca, becario, pasantía, "
            "Praktikum, Praktikant, Praktikumsplatz, Ausbildung, Ausbildungsplatz, Werkstudent, "
            "Werkstudentin"
        ),
        "secondment": (
            "seconded, seconded national expert, national expert, SNE, END, "
            "détachement, expert national détaché, mise à disposition, "
            "comisión de servicio, comisión de servicios, experto nacional, Abordnung, Entsendung"
        ),
        "volunteering": (
            "volunteer, voluntary, voluntary work, bénévolat, bénévole, mission bénévole, "
            "service civique, "
            "voluntariado, voluntario, voluntaria, "
            "Ehrenamt, ehrenamtlich, Freiwilligendienst, Freiwilligenarbeit, Freiwilliges Soziales Jahr, FSJ"
        ),
        "call-for-experts": (
            "experts, call, expert, consultancy, consultant, consultants, consulting, freelance, freelancer, tender, "
            "call for tenders, call for applications, terms of reference, roster, service contract, "
            "appel, appel à experts, appel d'offres, appel à candidatures, prestation, mission de conseil, "
            "consultoría, consultor, consultora, licitación, convocatoria de expertos, asistencia técnica, "
            "Ausschreibung, Beratung, Beratungsauftrag, Werkvertrag, Honorarauftrag"
        ),
    }
)

WORKPLACE_WORDS: OtherWords = MappingProxyType(
    {
        "on-site": (
            "onsite, office, in office, in the office, at the office, office based, in person, face to face, "
            "sur place, sur site, au bureau, présentiel, en présentiel, "
            "presencial, en oficina, oficina, in situ, vor Ort, Präsenz, Büro, im Büro"
        ),
        "hybrid": (
            "partly remote, partially remote, partial remote, part remote, semi remote, mixed, flexible, blended, "
            "hybrid work, hybrid working, remote possible, home office possible, telework possible, "
            "occasional telework, partial telework, some telework, "
            "hybride, mixte, télétravail partiel, télétravail possible, télétravail occasionnel, "
            "partiellement en télétravail, possibilité de télétravail, semi présentiel, "
            "híbrido, híbrida, mixto, semipresencial, teletrabajo parcial, parcialmente remoto, "
            "posibilidad de teletrabajo, "
            "teilweise remote, teilweise Home Office, Home Office möglich, mobiles Arbeiten, hybrides Arbeiten"
        ),
        "remote": (
            "from home, at home, home, home based, home office, work from home, working from home, wfh, anywhere, "
            "remote work, remote working, remotely, fully remote, full remote, 100% remote, remote first, telework, "
            "teleworking, telecommuting, full telework, distributed, virtual, online, "
            "télétravail, télétravail complet, télétravail total, full télétravail, 100% télétravail, à distance, "
            "distanciel, en distanciel, à domicile, "
            "teletrabajo, remoto, en remoto, trabajo remoto, 100% remoto, a distancia, desde casa, "
            "zu Hause, von zu Hause, ortsunabhängig, remote Arbeit, Fernarbeit, Telearbeit, 100% Home Office"
        ),
    }
)

EMPLOYMENT_WORDS: OtherWords = MappingProxyType(
    {
        "full-time": (
            "full, 100%, 1.0 FTE, full time job, temps plein, temps complet, plein temps, tiempo completo, "
            "jornada completa, "
            "dedicación completa, Vollzeit, in Vollzeit, Vollzeitstelle"
        ),
        "part-time": (
            "part, half time, temps partiel, partiel, temps non complet, mi temps, "
            "tiempo parcial, media jornada, jornada parcial, medio tiempo, "
            "Teilzeit, in Teilzeit, Teilzeitstelle, halbtags, Minijob"
        ),
        "contractor": (
            "freelance, freelancer, consultant, consultancy, consulting, self employed, independent, contract work, "
            "independent contractor, service contract, contracting, "
            "indépendant, indépendante, prestataire, prestation, auto entrepreneur, micro entrepreneur, "
            "autónomo, autónoma, consultor, consultora, consultoría, "
            "freiberuflich, Freiberufler, selbstständig, selbständig, freie Mitarbeit, Honorarbasis, Werkvertrag"
        ),
        "temporary": (
            "temp, temporary work, seasonal, interim, casual, fixed term, "
            "intérimaire, mission d'intérim, saisonnier, saisonnière, vacataire, CDD, CDD de mission, "
            "temporal, eventual, interino, interina, befristet, Zeitarbeit, Leiharbeit, Aushilfe, Saisonarbeit"
        ),
        "intern": (
            "internship, trainee, traineeship, placement, apprentice, apprenticeship, working student, "
            "stage, stagiaire, alternance, alternant, alternante, apprentissage, apprenti, apprentie, VIE, "
            "prácticas, en prácticas, becario, becaria, beca, pasantía, "
            "Praktikum, Praktikant, Praktikantin, Werkstudent, Werkstudentin, Ausbildung"
        ),
        "volunteer": (
            "volunteering, voluntary, bénévole, bénévolat, volontaire, service civique, "
            "voluntario, voluntaria, voluntariado, ehrenamtlich, Ehrenamt, Freiwilligendienst"
        ),
        "per-diem": "daily, by the day, day rate, à la journée, vacation, por días, tageweise",
    }
)

PERMANENCE_WORDS: OtherWords = MappingProxyType(
    {
        "permanent": (
            "permanent, permanent contract, open ended, indefinite, regular, CDI, durée indéterminée, "
            "indefinido, fijo, "
            "unbefristet, Festanstellung"
        )
    }
)
"""What they write for a kind of employment, and what says how long a contract holds."""

CONTRACT_WORDS: OtherWords = MappingProxyType(
    {
        "permanent": (
            "permanent contract, permanent position, open ended, open ended contract, indefinite, indefinite term, "
            "indefinite contract, unlimited, ongoing, regular, tenure, tenured, "
            "CDI, contrat à durée indéterminée, durée indéterminée, titulaire, "
            "indefinido, contrato indefinido, fijo, fija, plantilla, fijo discontinuo, "
            "unbefristet, unbefristeter Vertrag, Festanstellung, Dauerstelle"
        ),
        "fixed-term": (
            "temporary, temporary contract, temp, fixed term contract, term contract, limited, time limited, "
            "limited duration, short term, project based, maternity cover, seasonal, interim, "
            "CDD, CDD de mission, contrat à durée déterminée, durée déterminée, contrat de projet, contrat de mission, "
            "intérimaire, vacation, remplacement, saisonnier, VIE, "
            "temporal, contrato temporal, eventual, interino, interina, obra y servicio, por obra, sustitución, "
            "duración determinada, "
            "befristet, befristeter Vertrag, Zeitvertrag, Vertretung, Elternzeitvertretung, Krankheitsvertretung"
        ),
        "other": (
            "freelance, freelancer, consultant, consultancy, self employed, service contract, contractor, internship, "
            "intern, traineeship, trainee, apprenticeship, volunteer, secondment, "
            "stage, convention de stage, alternance, apprentissage, contrat d'apprentissage, prestation, indépendant, "
            "contrat de professionnalisation, détachement, service civique, bénévolat, volontariat, "
            "prácticas, beca, convenio de prácticas, autónomo, mercantil, contrato mercantil, voluntariado, "
            "Werkvertrag, Honorarvertrag, freiberuflich, Praktikum, Ausbildung, Werkstudent, Minijob, "
            "Ehrenamt"
        ),
    }
)

PERIOD_WORDS: OtherWords = MappingProxyType(
    {
        "year": (
            "yearly, annual, annually, per year, a year, per annum, annum, p.a., p/a, yr, per yr, years, "
            "an, année, annuel, annuelle, annuellement, par an, l'an, brut an, brut annuel, "
            "año, anual, anuales, al año, por año, bruto anual, brutos anuales, "
            "Jahr, jährlich, pro Jahr, im Jahr, Jahresgehalt, Jahresbrutto"
        ),
        "month": (
            "monthly, per month, a month, mo, per mo, months, p.m., "
            "mois, mensuel, mensuelle, mensuellement, par mois, brut mensuel, "
            "mes, mensual, mensuales, al mes, por mes, bruto mensual, Monat, monatlich, pro Monat, im Monat"
        ),
        "week": (
            "weekly, per week, a week, wk, semaine, hebdomadaire, par semaine, semana, semanal, a la semana, "
            "por semana, Woche, wöchentlich, pro Woche, in der Woche"
        ),
        "day": (
            "daily, per day, a day, per diem, day rate, jour, journée, journalier, par jour, TJM, "
            "día, diario, al día, por día, por jornada, Tag, täglich, pro Tag, am Tag, Tagessatz"
        ),
        "hour": (
            "hourly, per hour, an hour, hr, per hr, h, heure, horaire, taux horaire, par heure, de l'heure, "
            "hora, por hora, la hora, a la hora, Stunde, stündlich, pro Stunde, in der Stunde, Stundenlohn"
        ),
        "assignment": (
            "per assignment, project, per project, contract, lump sum, flat fee, flat rate, fixed fee, "
            "fixed price, fee, "
            "total, in total, once, one off, "
            "mission, par mission, forfait, forfaitaire, au forfait, projet, par projet, au total, "
            "encargo, por encargo, proyecto, por proyecto, tanto alzado, a tanto alzado, "
            "pauschal, Pauschale, Auftrag, pro Auftrag, Projekt, pro Projekt, insgesamt"
        ),
    }
)

LEVEL_WORDS: OtherWords = MappingProxyType(
    {
        "native": (
            "mother tongue, mother tongue level, mother tongue standard, native speaker, native level, first language, "
            "bilingual, langue maternelle, maternelle, natif, bilingue, "
            "lengua materna, nativo, nativa, nivel nativo, Muttersprache, Muttersprachler, muttersprachlich, "
            "muttersprachliches Niveau"
        ),
        "fluent": (
            "fluently, fluency, excellent, excellent command, excellent knowledge, advanced, proficient, proficiency, "
            "near native, perfect, full command, complete fluency, "
            "courant, courante, couramment, avancé, niveau avancé, parfait, parfaite maîtrise, excellente maîtrise, "
            "excellent niveau, "
            "fluido, fluida, con fluidez, avanzado, nivel avanzado, alto, nivel alto, excelente, dominio, "
            "fließend, ausgezeichnet, ausgezeichnete Kenntnisse, hervorragend"
        ),
        "professional": (
            "professional proficiency, professional working proficiency, full professional proficiency, business, "
            "business fluent, very good, very good command, very good knowledge, very good level, strong, "
            "strong command, "
            "professionnel, professionnelle, niveau professionnel, très bon, très bon niveau, très bonne maîtrise, "
            "profesional, nivel profesional, muy bueno, muy buen nivel, muy alto, "
            "verhandlungssicher, sehr gut, sehr gute Kenntnisse"
        ),
        "working": (
            "working knowledge, working proficiency, working level, limited working proficiency, intermediate, "
            "upper intermediate, intermediate level, good, good command, good knowledge, good level, "
            "good working knowledge, conversational, conversant, satisfactory, satisfactory knowledge, independent, "
            "bon, bonne, bon niveau, bonne maîtrise, bonne connaissance, bonnes connaissances, intermédiaire, "
            "niveau intermédiaire, opérationnel, lu écrit parlé, lu parlé écrit, "
            "medio, nivel medio, intermedio, nivel intermedio, bueno, buen nivel, buen dominio, buen conocimiento, "
            "conversación, hablado y escrito, "
            "gut, gute Kenntnisse, Mittelstufe, Wort und Schrift, in Wort und Schrift, konversationssicher"
        ),
        "basic": (
            "basics, basic knowledge, basic level, beginner, elementary, elementary proficiency, limited, some, "
            "some knowledge, "
            "notions, débutant, bases, scolaire, niveau scolaire, connaissances de base, élémentaire, "
            "básico, nivel básico, bajo, nivel bajo, nociones, principiante, conocimientos básicos, elemental, "
            "Grundkenntnisse, Basiskenntnisse, Anfänger, Schulkenntnisse"
        ),
        "asset": (
            "an asset, a plus, plus, nice to have, desirable, optional, bonus, a bonus, advantage, an advantage, "
            "advantageous, preferred, desired, welcome, "
            "atout, un atout, un plus, souhaité, souhaitée, souhaitable, apprécié, appréciée, serait un plus, "
            "deseable, valorable, se valora, se valorará, opcional, "
            "von Vorteil, Vorteil, wünschenswert, erwünscht, ein Plus"
        ),
    }
)

PERMIT_WORDS: OtherWords = MappingProxyType(
    {
        "required": (
            "needed, yes, mandatory, own, must have, work permit required, right to work required, visa required, "
            "no sponsorship, no visa sponsorship, "
            "requis, obligatoire, oui, exigé, nécessaire, permis de travail requis, permis requis, "
            "necesario, obligatorio, requerido, sí, imprescindible, permiso de trabajo requerido, "
            "erforderlich, notwendig, ja, Arbeitserlaubnis erforderlich"
        ),
        "sponsored": (
            "sponsorship, visa sponsorship, sponsor, sponsorship available, visa sponsorship available, provided, "
            "we sponsor, parrainé, pris en charge, fourni, visa pris en charge, "
            "patrocinado, tramitado, se tramita, visado tramitado, wird übernommen, wird gestellt, gefördert"
        ),
        "not-needed": (
            "none, no, not required, not necessary, unnecessary, no permit needed, no visa needed, "
            "non requis, pas nécessaire, pas requis, inutile, non, aucun, no necesario, no requerido, "
            "no hace falta, nicht erforderlich, nicht nötig, nein, keine"
        ),
    }
)

BECAUSE_WORDS: OtherWords = MappingProxyType(
    {
        "filled": (
            "position filled, post filled, found, hired, appointed, recruited, selected, candidate found, done, taken, "
            "pourvu, pourvue, poste pourvu, recruté, recrutée, candidat retenu, attribué, "
            "cubierto, cubierta, puesto cubierto, plaza cubierta, contratado, contratada, adjudicado, "
            "besetzt, Stelle besetzt, vergeben, eingestellt"
        ),
        "withdrawn": (
            "cancelled, canceled, revoked, abandoned, removed, discontinued, "
            "annulé, annulée, retiré, retirée, supprimé, supprimée, abandonné, sans suite, "
            "anulado, anulada, retirado, retirada, cancelado, cancelada, "
            "zurückgezogen, gestrichen, abgesagt, storniert, entfallen"
        ),
        "other": (
            "suspended, postponed, on hold, paused, frozen, unsuccessful, no suitable candidate, "
            "suspendu, suspendue, reporté, reportée, infructueux, gelé, autre, "
            "suspendido, suspendida, aplazado, aplazada, desierto, desierta, otro, ausgesetzt, verschoben, sonstiges"
        ),
    }
)

_LONGEST = 200
"""Characters of a text in which known words are looked for."""

_SHORTEST = 3
"""Letters of a word that is looked for among others: `an` and `pa` may be anything there."""


@functools.lru_cache(maxsize=1024)
def plain_words(text: str) -> str:
    """A text as it is compared: small letters without accents, and single spaces for all that joins words."""
    return " ".join(re.sub(r"[,;:/()|_+&]", " ", folded(text)).replace(" %", "%").split())


class Meanings:
    """The words of a table by what people write for them; put in order when somebody is to be told."""

    def __init__(self, words: tuple[str, ...], table: OtherWords) -> None:
        self._words, self._table = words, table

    @functools.cached_property
    def known(self) -> dict[str, str]:
        """What is meant by each text, and by each word itself."""
        others = {plain_words(each): word for word, line in self._table.items() for each in line.split(", ")}
        return others | {plain_words(word): word for word in self._words}

    @functools.cached_property
    def _pattern(self) -> re.Pattern[str]:
        known = sorted((each for each in self.known if len(each) >= _SHORTEST), key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)")

    def exactly(self, text: str) -> str:
        """The word that is meant by all of a text; empty if unknown."""
        return self.known.get(plain_words(text), "") if len(text) <= _LONGEST else ""

    def within(self, text: str) -> str:
        """The one word of which a text speaks among others: `CDD de 12 mois`; empty if it is of none, or of two."""
        found = self._pattern.findall(plain_words(text)) if len(text) <= _LONGEST else []
        meant = {self.known[each] for each in found}
        return meant.pop() if len(meant) == 1 else ""
