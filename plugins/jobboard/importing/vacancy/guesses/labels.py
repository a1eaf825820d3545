"""What lines of label and value are called in English, French and Spanish: a label in, the field out."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from jobboard.model.texts.other_words import plain_words

_LABELS: Mapping[str, str] = {
    "title": (
        "job title, title, position, post, role, vacancy, job, position title, post title, title of the post, "
        "intitulé, intitulé du poste, poste, titre, titre du poste, fonction, offre, offre de stage, "
        "puesto, puesto de trabajo, título, título del puesto, denominación del puesto, cargo, plaza, vacante"
    ),
    "organisation": (
        "organisation, organization, employer, company, institution, hiring organisation, host organisation, "
        "employeur, structure, organisme, entité, empresa, organización, entidad, empleador, entidad contratante"
    ),
    "deadline": (
        "until when, by when, jusqu'à quand, hasta cuándo, deadline, application deadline, "
        "deadline for applications, closing date, closing date for applications, "
        "apply by, apply before, last day to apply, applications close, deadline to apply, closes, date of closing, "
        "date limite, date limite de candidature, date limite de dépôt, date limite de dépôt des candidatures, "
        "date limite d'envoi, date de clôture, clôture, clôture des candidatures, candidatures avant le, échéance, "
        "date limite de réception des candidatures, "
        "fecha límite, fecha límite de solicitud, fecha límite de presentación, fecha límite de candidatura, plazo, "
        "fecha límite para presentar candidaturas, fecha límite de inscripción, cierre de la convocatoria, "
        "plazo de presentación de solicitudes, plazo de presentación de candidaturas, fin de plazo, fin del plazo, "
        "période de candidature, délai de postulation, délai de candidature, échéance des candidatures, "
        "application period, application window, submission deadline, deadline for submission, extended deadline, "
        "plazo de presentación, plazo de solicitud, fecha de cierre, cierre, plazo de inscripción"
    ),
    "place": (
        "où, dónde, place, location, place of work, workplace location, duty station, place of employment, "
        "based in, city, where, "
        "lieu, lieu de travail, lieu du poste, lieu d'affectation, localisation, résidence administrative, ville, "
        "lugar, lugar de trabajo, ubicación, localidad, sede, centro de trabajo, ciudad"
    ),
    "workplace": (
        "workplace, work mode, working mode, teleworking, telework, remote work, home office, working arrangement, "
        "working arrangements, mode de travail, télétravail, modalidad, modalidad de trabajo, teletrabajo"
    ),
    "contract": (
        "how long, pour combien de temps, cuánto tiempo, tenure, contract, type of contract, contract type, "
        "contract duration, duration, duration of contract, duration of the "
        "contract, length of contract, term, "
        "contrat, type de contrat, nature du contrat, durée, durée du contrat, durée du stage, "
        "contrato, tipo de contrato, duración, duración del contrato"
    ),
    "employment": (
        "employment, employment type, type of employment, working time, working hours, hours, time, "
        "temps de travail, quotité, durée du travail, jornada, jornada laboral, tiempo de trabajo, dedicación, horario"
    ),
    "starts": (
        "start, start date, starting date, start of contract, date of start, entry on duty, "
        "prise de poste, prise de fonction, date de début, date de prise de poste, début, début du contrat, "
        "date d'entrée en fonction, incorporación, fecha de inicio, inicio, fecha de incorporación"
    ),
    "salary": (
        "salary, pay, remuneration, wage, compensation, gross salary, monthly salary, annual salary, salary range, "
        "starting salary, basic salary, gross annual salary, gross monthly salary, annual gross salary, "
        "monthly gross salary, salario bruto anual, salario bruto mensual, sueldo bruto, rango salarial, "
        "banda salarial, "
        "how much, combien, cuánto, allowance, grant, stipend, fee, daily rate, honoraires, honorarios, beca, "
        "salaire, rémunération, "
        "traitement, gratification, salaire brut, indemnité, "
        "salario, retribución, remuneración, sueldo, salario bruto, retribución bruta anual, dotación"
    ),
    "benefits": "benefits, advantages, perks, avantages, beneficios, ventajas",
    "languages": (
        "languages, language skills, language requirements, languages required, language, langues, langues requises, "
        "langue, compétences linguistiques, idiomas, idiomas requeridos, idioma, lenguas"
    ),
    "experience": (
        "experience, professional experience, work experience, experience required, expérience, expérience requise, "
        "expérience professionnelle, experiencia, experiencia requerida, experiencia profesional"
    ),
    "education": (
        "education, qualifications, degree, education required, studies, level of education, formation, diplôme, "
        "niveau d'études, formation requise, diplôme requis, "
        "formación, titulación, estudios, titulación requerida, formación académica, formación requerida"
    ),
    "apply": (
        "apply, application, applications, how to apply, to apply, send applications to, contact for applications, "
        "apply to, applications to, email for applications, how to submit, submission of applications, "
        "pour candidater, candidater, comment postuler, comment candidater, modalités de candidature, "
        "candidature, candidatures, pour postuler, postuler, candidature à, envoi des candidatures, "
        "candidatures à, adresse de candidature, candidatura, candidaturas, solicitudes, cómo presentarse, "
        "envío de candidaturas, cómo solicitar, presentación de candidaturas"
    ),
    "subject": "subject, subject line, email subject, subject of the mail, objet, objet du courriel, asunto",
    "documents": (
        "documents, required documents, documents to send, application documents, what to send, to be sent, "
        "documents requis, pièces à fournir, pièces à joindre, dossier de candidature, documentos, documentación, "
        "documentación requerida, documentos requeridos"
    ),
    "interviews": (
        "interviews, interview, interview date, interview dates, dates of interviews, entretiens, entretien, "
        "date des entretiens, entrevistas, entrevista, fecha de entrevistas, fecha de las entrevistas"
    ),
    "reference": (
        "reference, ref, reference number, vacancy reference, vacancy number, job reference, reference "
        "code, our reference, "
        "référence, réf, référence de l'offre, numéro de référence, referencia, ref., código, código de referencia, "
        "código de la plaza, código del puesto, referencia de la plaza, número de referencia, job ref, vacancy ref, "
        "post reference, réf. de l'offre, numéro de l'offre, n° de référence, nº de referencia"
    ),
    "travel": "travel, travel required, travelling, déplacements, viajes, desplazamientos",
    "positions": "number of positions, positions, number of posts, nombre de postes, número de plazas, plazas",
}
_LONGEST = 60
_SPLIT = re.compile(r"\s*(?::|\t|\uff1a|\s[–—-]\s|\?\s)\s*")
_PLAIN_COLON = re.compile(r"\s*(?::|\t|\uff1a)\s*")


def field_of(label: str) -> str:
    """The field that a label means; empty if none."""
    return _known().get(plain_words(label.strip(" *.:()?¿").replace("’", "'")), "") if len(label) <= _LONGEST else ""


def split_label(text: str) -> tuple[str, str]:
    """Label and value of a line like `Deadline: 5 May`; nothing for one that has no label that is known."""
    for pattern in (_PLAIN_COLON, _SPLIT):
        found = pattern.search(text, 0, _LONGEST + 5)
        if found and text[found.end() :].strip() and field_of(text[: found.start()]):
            return text[: found.start()].strip(), text[found.end() :].strip()
    return "", ""


@functools.cache
def _known() -> Mapping[str, str]:
    return {plain_words(name): field for field, names in _LABELS.items() for name in names.split(", ")}
