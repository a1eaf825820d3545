"""Vacancies of invented organisations in the clothes that staff hand them over in, with the known answers of each.

Each of them was read wrongly once: a row of three cells, a mail that was passed on, a text broken at 72 characters.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from html import escape

from tests.importing.vacancy.forms import docx, word_paragraph


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A document, its words, and the fields of each draft that is made of it; `doubted` are those that are comments."""

    form: str
    data: bytes
    words: str
    answers: tuple[Mapping[str, str], ...]
    doubted: Mapping[str, str] = field(default_factory=dict)


def _broken(text: str, width: int = 72) -> str:
    """A text whose lines are broken where there is no room left, as mail programs do."""
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))


def _mail(subject: str, text: str, html: str = "", *, transfer: str = "quoted-printable") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Human Resources <hr@human.example>", subject
    message.set_content(text, cte=transfer)
    if html:
        message.add_alternative(html, subtype="html", cte=transfer)
    return message.as_bytes()


def _in_a_box(*texts: str) -> str:
    """Paragraphs of a text box, in a Word file."""
    inner = "".join(map(word_paragraph, texts))
    return f"<w:p><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r></w:p>"


def _words_of_blocks(blocks: tuple[tuple[str, ...], ...]) -> str:
    return "\n".join(text for _, *texts in blocks for text in texts)


_GLANCE = (
    ("p", "Northern Towns Alliance"),
    ("bold", "Vacancy: Energy Transition Officer (m/f/x)"),
    ("row", "The post at a glance"),
    ("row", "Terms", "Type of contract", "Open-ended contract, full-time (38 hours a week)"),
    ("row", "Gross salary", "€ 3.450 – € 3.900 per month; 13th month and meal vouchers (€ 8)"),
    ("row", "Where", "Duty station", "Brussels (Belgium), up to three days of telework a week"),
    ("row", "When", "Closing date", "No later than noon (CET) on Friday 12th of March 2027"),
    ("row", "Interviews", "Week of 29 March 2027, online"),
    ("bold", "Who you are"),
    ("li", "A university degree in engineering or a related field;"),
    ("li", "A minimum of 4 years’ experience in energy policy;"),
    ("li", "Excellent command of English (C1 or above); German or Italian would be a plus."),
    ("bold", "Interested?"),
    (
        "p",
        (
            "Send your CV and a motivation letter to jobs@northern-towns.example, quoting “NTA-ENERGY” in the subject. "
            "For any question, contact greta.sample@northern-towns.example."
        ),
    ),
)
_OF_GLANCE = {
    "title": '"Energy Transition Officer (m/f/x)"',
    "organisation": "northern-towns",
    "deadline": '"2027-03-12 12:00"',
    "timezone": "Europe/Brussels",
    "apply": "{email: jobs@northern-towns.example, subject: NTA-ENERGY, documents: [CV, motivation letter]}",
    "place": "{city: Brussels, country: BE}",
    "workplace": "hybrid",
    "employment": "[full-time]",
    "contract": "{type: permanent}",
    "salary": "{min: 3450, max: 3900, currency: EUR, per: month, note: *}",
    "languages": "{en: C1, de: asset, it: asset}",
    "experience": "A minimum of 4 years’ experience in energy policy",
    "education": "A university degree in engineering or a related field",
    "dates": '[{what: Interviews, when: "Week of 29 March 2027, online"}]',
}

_HEADS = (
    ("h1", "Job Description"),
    ("row", "Job title", "Grade", "Location", "Reports to"),
    ("row", "Senior Events Coordinator", "B3", "Lyon, France", "Head of Events"),
    ("p", "Contract type: 24-month fixed-term contract (CDD) | Working time: full-time"),
    ("p", "The Réseau des Vallées has 85 members."),
    ("bold", "Your profile"),
    ("p", "• 3-5 years of experience in organising events"),
    ("p", "• Native English, French (B2); knowledge of German is considered an asset"),
    ("bold", "Application process"),
    (
        "p",
        (
            "Complete the form (https://reseau-vallees.example/apply/27-03), upload your CV before 23:59 (CET) on 21 "
            "February 2027. First-round interviews: 3 and 4 March 2027. We offer luncheon vouchers of €10 a day and a "
            "gross monthly salary from €2,900."
        ),
    ),
)
_TWO = (
    ("p", "Harbour Cities Forum is recruiting"),
    ("bold", "1. Finance Manager"),
    ("p", "Gdańsk, Poland – Permanent – PLN 14,000 to 16,500 gross/month"),
    ("p", "Send CV + cover letter to jobs@harbour-cities.example (subject: HCF Finance) by 15 March 2027, 23:59 CET."),
    ("bold", "2. Press Trainee (6 months)"),
    ("p", "You write English at native level, and work in our Gdańsk office. Monthly allowance of €950."),
    ("p", "Fill in the form at https://harbour-cities.example/trainee-2027 before 1 April 2027."),
)
_BOX = (
    "Plazo: hasta el viernes 5 de marzo de 2027 a las 23:59 h (hora peninsular)",
    "Referencia: RDC-AU-2027",
)
_AGENDA = (
    ("bold", "OFERTA DE EMPLEO – TÉCNICO/A DE AGENDA URBANA"),
    ("p", "La Red de Comarcas (RDC) representa a 146 ayuntamientos y busca incorporar a una persona para su equipo."),
    ("bold", "Requisitos imprescindibles:"),
    ("li", "Grado o licenciatura en Geografía o Arquitectura."),
    ("li", "Experiencia mínima de 2 años en administración local."),
    ("li", "Nivel B2 de inglés acreditado."),
    ("bold", "Se valorará:"),
    ("li", "Conocimiento de euskera o de francés."),
    ("bold", "Se ofrece:"),
    ("li", "Contrato laboral indefinido a jornada completa."),
    ("li", "Dietas de 45 € al día y retribución de 31.200 € brutos/año, en 14 pagas."),
    ("li", "Puesto presencial en Zaragoza, con un día de teletrabajo a la semana."),
    ("p", "Remita su currículum vítae a empleo@red-comarcas.example indicando en el asunto “Técnico/a AU”."),
)
_LITTORAL = (
    ("bold", "FICHE DE POSTE"),
    ("bold", "Chargé(e) de projets coopération – H/F"),
    ("row", "Structure", "Réseau des Vallées (REV)"),
    ("row", "Type de contrat", "CDI, cadre, temps plein"),
    ("row", "Rémunération", "36 à 40 k€ bruts annuels selon profil, titres-restaurant"),
    ("row", "Lieu", "La Rochelle (17), déplacements fréquents"),
    ("row", "Date limite", "Avant le 1er avril 2027 minuit"),
    ("bold", "Le profil recherché"),
    ("li", "Formation supérieure (Bac+5) en relations internationales ;"),
    ("li", "Une solide expérience (trois ans minimum) sur un poste similaire ;"),
    ("li", "Bilingue français-allemand ; bon niveau d’anglais juridique."),
    ("bold", "Pour postuler"),
    (
        "p",
        (
            "CV et copie des diplômes à adresser à rh@reseau-vallees.example en rappelant la référence "
            "REV-C-03 dans l’objet. Les entretiens se dérouleront les 14 et 15 avril 2027."
        ),
    ),
)

_COVERED = """Hi Kim,

can this go online please? Thanks,
Sam

Sam Example | HR Officer
Northern Towns Alliance | T +46 8 555 0100 | www.northern-towns.example

---------- Forwarded message ---------
From: Director <director@northern-towns.example>
Date: Wed, 3 Feb 2027 at 18:02
Subject: vacancy text, final
To: Sam Example <sam@northern-towns.example>

Project Manager, Circular Construction

The Northern Towns Alliance (NTA) seeks a project manager for its project ReBrick, which runs until December 2030.

Requirements:
- at least five years' experience of managing projects
- a relevant university degree
- fluency in English; a Nordic language is a strong asset (Swedish or Danish)

Conditions: full-time contract until 31 December 2030, based in Malmö, Sweden. Salary: SEK 44,000-49,000 per month.

Please send your CV for the post of project manager to rebrick@northern-towns.example no later than 25 February 2027. \
Write "ReBrick PM" in the subject field.

Best regards
Director
"""
_OF_COVERED = {
    "title": '"Project Manager, Circular Construction"',
    "organisation": "northern-towns",
    "deadline": "2027-02-25",
    "apply": "{email: rebrick@northern-towns.example, subject: ReBrick PM, documents: [CV]}",
    "place": "{city: Malmö, country: SE}",
    "employment": "[full-time]",
    "contract": "{type: fixed-term, ends: 31 December 2030}",
    "salary": "{min: 44000, max: 49000, currency: SEK, per: month, note: *}",
    "languages": "{en: fluent, sv: asset, da: asset}",
    "experience": "at least five years' experience of managing projects",
    "education": "a relevant university degree",
}
_WITH_BREAKS = "".join(f"{escape(line)}<br>" for line in _COVERED.split("\n"))

_REPLIED = """Buenos días:

El 12 ene 2027, a las 10:15, Dirección <direccion@red-comarcas.example> escribió:

> Asunto: oferta gestor
>
> GESTOR/A FINANCIERO/A (sustitución por maternidad)
>
> La Red de Comarcas selecciona gestor/a financiero/a para su
> sede de Zaragoza. Contrato de interinidad de 7 meses
> aproximadamente, a tiempo completo.
>
> * mínimo 18 meses de experiencia en justificación de fondos
> europeos
> * inglés fluido; francés deseable
> * 27.500 € - 29.000 € brutos anuales según valía
>
> Manda tu CV antes del próximo domingo 7 de febrero a
> rrhh@red-comarcas.example (asunto: "Gestor/a financiero/a").
"""
_COMPTABLE = """Bonjour,

Le Réseau des Vallées cherche une ou un comptable

Contrat : CDD 18 mois - temps partiel (60%)
Lieu : Genève (Suisse)
Salaire : CHF 55'000.– à 62'000.– brut par an
Délai de postulation : du 1er février au 15 mars 2027, 17h00

Votre profil :
- brevet fédéral de comptable ;
- quatre années d'expérience au moins.

Dossier (CV, copies de diplômes) à envoyer à emploi@reseau-vallees.example en indiquant "Comptable 60%" dans le titre \
du message.

--
Luc Fictif
Tél. +41 22 555 01 02 | luc.fictif@reseau-vallees.example
Ce message est confidentiel. S'il ne vous est pas destiné, merci de le détruire.
"""
_INTERN = """POLICY AND EVENTS INTERN

Harbour Cities Forum (HCF), Innsbruck

We offer an internship of five months (March to July 2027), with a possible extension.

WHAT YOU NEED

- you are enrolled at a university, or graduated within the last twelve months
- very good English and German; some French helps

WHAT YOU GET

An allowance of 1.030,50 EUR gross per month and 2 days of leave per month. Our office is based in Innsbruck.

HOW TO APPLY

Send your CV and half a page on why you like mountains to internship@harbour-cities.example (no attachments over 2 MB) \
by Sunday, 14 February 2027 (midnight). We will get back to you by 22 February 2027.
"""
_CONVOCATORIA = """RED DE COMARCAS
Convocatoria de una plaza de técnico/a de comunicación digital

Lugar: Tortosa (Tarragona)
Jornada: media jornada (20 h/semana)
Salario bruto: 14.000 €/año
Contrato: 1 año prorrogable

Qué buscamos. Formación en comunicación (grado o FP superior), un año de experiencia en redes sociales, catalán y \
castellano nativos y buen nivel de inglés escrito.

Solicitudes. Hasta las 15:00 del lunes, 1 de marzo de 2027, a empleo@red-comarcas.example. Plazo ampliado: antes \
terminaba el 22 de febrero de 2027. Las entrevistas serán el 11 y el 12 de marzo de 2027.

Ref.: RDC-2027-02
"""
_SAVED = """<html><head><title>Jobs</title></head><body><div role="navigation"><a href="/en">EN</a></div>
<h2>Join us!</h2><p><strong>Head of Secretariat</strong><br>Harbour Cities Forum (HCF)<br>Valletta, Malta</p>
<p><b>Contract:</b> 3-year renewable contract<br><b>Pay:</b> €52,000 - €58,000 p.a. gross + car allowance<br>
<b>Languages:</b> English (C2), Maltese (C1), Italian (desirable)<br><b>Apply by:</b> 31/03/2027 17:00 (Malta time)<br>
<b>Ref.:</b> HCF-HoS-2027</p><p>Candidates have ten years of experience. Questions about the post are welcome.</p>
<p>Applications, with a covering letter, go to <a href="mailto:vacancies@harbour-cities.example">our
secretariat</a>. They are read at once.</p>
<div class="cookie-bar"><p>This website uses cookies.</p></div></body></html>"""
_MARKED = """<html><head><script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "JobPosting",
"title": "Digital Services Manager", "validThrough": "2027-02-28", "employmentType": ["FULL_TIME"],
"hiringOrganization": {"name": "Harbour Cities Forum"}, "identifier": {"@type": "PropertyValue", "name": "Harbour",
"value": "DSM-27"}}]}</script></head><body><div id="cookieConsent"><button>Accept all</button></div>
<h1>Digital Services Manager</h1><p>A gross monthly salary of €3,412.50 (14×/year).</p></body></html>"""

PAPERS: Mapping[str, Paper] = {
    "rows of three cells": Paper(
        form="docx", data=docx(_GLANCE), words=_words_of_blocks(_GLANCE), answers=(_OF_GLANCE,)
    ),
    "labels above their values, strokes typed by hand": Paper(
        form="docx",
        data=docx(_HEADS),
        words=_words_of_blocks(_HEADS).replace("•", ""),
        answers=(
            {
                "title": '"Senior Events Coordinator"',
                "organisation": "reseau-vallees",
                "deadline": '"2027-02-21 23:59"',
                "timezone": "Europe/Brussels",
                "apply": "{url: https://reseau-vallees.example/apply/27-03, documents: [CV]}",
                "place": "{city: Lyon, country: FR}",
                "employment": "[full-time]",
                "contract": "{type: fixed-term, duration: 24-month}",
                "salary": "{min: 2900, currency: EUR, per: month, note: *}",
                "languages": "{en: native, fr: B2, de: asset}",
                "experience": "3-5 years of experience in organising events",
                "dates": "[{what: Interviews, when: 3 and 4 March 2027}]",
            },
        ),
    ),
    "two vacancies that are counted": Paper(
        form="docx",
        data=docx(_TWO),
        words=_words_of_blocks(_TWO),
        answers=(
            {
                "title": '"Finance Manager"',
                "organisation": "harbour-cities",
                "deadline": '"2027-03-15 23:59"',
                "timezone": "Europe/Brussels",
                "apply": "{email: jobs@harbour-cities.example, subject: HCF Finance, documents: [CV, cover letter]}",
                "place": "{city: Gdańsk, country: PL}",
                "contract": "{type: permanent}",
                "salary": "{min: 14000, max: 16500, currency: PLN, per: month, note: *}",
            },
            {
                "title": '"Press Trainee (6 months)"',
                "kind": "traineeship",
                "organisation": "harbour-cities",
                "deadline": "2027-04-01",
                "apply": "{url: https://harbour-cities.example/trainee-2027}",
                "place": "{city: Gdańsk, country: PL}",
                "salary": "{amount: 950, currency: EUR, per: month, note: *}",
                "languages": "{en: native}",
            },
        ),
    ),
    "a text box, what is asked beside what is welcome": Paper(
        form="docx",
        data=docx(
            _AGENDA,
            inside=_in_a_box(*_BOX),
        ),
        words="\n".join((_words_of_blocks(_AGENDA), *_BOX)),
        answers=(
            {
                "title": '"Técnico/a de Agenda Urbana"',
                "organisation": "red-comarcas",
                "deadline": '"2027-03-05 23:59"',
                "timezone": "Europe/Madrid",
                "apply": "{email: empleo@red-comarcas.example, subject: Técnico/a AU, documents: [currículum vítae]}",
                "place": "{city: Zaragoza, country: ES}",
                "workplace": "hybrid",
                "employment": "[full-time]",
                "contract": "{type: permanent}",
                "salary": "{amount: 31200, currency: EUR, per: year, note: *}",
                "languages": "{en: B2, eu: asset, fr: asset}",
                "experience": "Experiencia mínima de 2 años en administración local",
                "education": "Grado o licenciatura en Geografía o Arquitectura",
                "reference": "RDC-AU-2027",
            },
        ),
    ),
    "the number of a department, two languages in a word": Paper(
        form="docx",
        data=docx(_LITTORAL),
        words=_words_of_blocks(_LITTORAL),
        answers=(
            {
                "title": '"Chargé(e) de projets coopération – H/F"',
                "organisation": "reseau-vallees",
                "deadline": "2027-04-01",
                "apply": "{email: rh@reseau-vallees.example, subject: REV-C-03, documents: [CV, copie des diplômes]}",
                "place": "{city: La Rochelle, country: FR}",
                "employment": "[full-time]",
                "contract": "{type: permanent}",
                "salary": "{min: 36000, max: 40000, currency: EUR, per: year, note: *}",
                "languages": "{fr: native, de: native, en: working}",
                "experience": "Une solide expérience (trois ans minimum) sur un poste similaire",
                "education": "*Bac+5*",
                "dates": "[{what: Entretiens, when: *14 et 15 avril 2027}]",
                "reference": "REV-C-03",
            },
        ),
    ),
    "a mail that was passed on": Paper(
        form="eml", data=_mail("FW: vacancy text, final", _COVERED), words=_COVERED, answers=(_OF_COVERED,)
    ),
    "the same in HTML": Paper(
        form="eml",
        data=_mail("FW: vacancy text, final", _COVERED, f"<div>{_WITH_BREAKS}</div>"),
        words=_COVERED,
        answers=(_OF_COVERED,),
    ),
    "a mail that quotes another": Paper(
        form="eml",
        data=_mail("RV: oferta gestor", _REPLIED, transfer="base64"),
        words=_REPLIED,
        answers=(
            {
                "title": '"Gestor/a Financiero/a (sustitución por maternidad)"',
                "organisation": "red-comarcas",
                "apply": "{email: rrhh@red-comarcas.example, subject: Gestor/a financiero/a, documents: [CV]}",
                "employment": "[full-time]",
                "contract": "{type: fixed-term, duration: 7 meses}",
                "salary": "{min: 27500, max: 29000, currency: EUR, per: year, note: *}",
                "languages": "{en: fluent, fr: asset}",
                "experience": "mínimo 18 meses de experiencia en justificación de fondos europeos",
            },
        ),
        doubted={"deadline": "2027-02-07", "place": "{city: Zaragoza, country: ES}"},
    ),
    "a signature, and a time to apply": Paper(
        form="eml",
        data=_mail("TR: Annonce", _COMPTABLE, transfer="base64"),
        words=_COMPTABLE,
        answers=(
            {
                "title": '"Comptable"',
                "organisation": "reseau-vallees",
                "deadline": '"2027-03-15 17:00"',
                "apply": "{email: emploi@reseau-vallees.example, subject: Comptable 60%, documents: [CV*]}",
                "place": "{city: Genève, country: CH}",
                "employment": "[part-time]",
                "contract": "{type: fixed-term, duration: 18 mois}",
                "salary": "{min: 55000, max: 62000, currency: CHF, per: year, note: *}",
                "experience": "quatre années d'expérience au moins",
                "education": "brevet fédéral de comptable",
            },
        ),
    ),
    "broken at 72 characters": Paper(
        form="txt",
        data=_broken(_INTERN).replace("\n", "\r\n").encode("cp1252"),
        words=_INTERN,
        answers=(
            {
                "title": '"Policy and Events Intern"',
                "kind": "traineeship",
                "organisation": "harbour-cities",
                "deadline": "2027-02-14",
                "apply": "{email: internship@harbour-cities.example, documents: [CV]}",
                "place": "{city: Innsbruck, country: AT}",
                "contract": "{type: fixed-term, duration: five months, renewable: yes}",
                "salary": "{amount: 1030.50, currency: EUR, per: month, note: *}",
                "languages": "{en: professional, de: professional, fr: asset}",
                "education": "*enrolled at a university*",
            },
        ),
    ),
    "a last day that was moved": Paper(
        form="txt",
        data=_broken(_CONVOCATORIA).encode("utf-16"),
        words=_CONVOCATORIA,
        answers=(
            {
                "title": '"Técnico/a de comunicación digital"',
                "organisation": "red-comarcas",
                "deadline": '"2027-03-01 15:00"',
                "apply": "{email: empleo@red-comarcas.example}",
                "place": "{city: Tortosa, country: ES}",
                "employment": "[part-time]",
                "contract": "{type: fixed-term, duration: 1 año, renewable: yes}",
                "salary": "{amount: 14000, currency: EUR, per: year, note: *}",
                "languages": "{ca: native, es: native, en: working}",
                "experience": "*un año de experiencia*",
                "education": "grado o FP superior",
                "dates": "[{what: Entrevistas, when: *11 y el 12 de marzo de 2027}]",
                "reference": "RDC-2027-02",
            },
        ),
    ),
    "a page with lines and no markup": Paper(
        form="html",
        data=_SAVED.encode(),
        words=_SAVED.partition("<body>")[2],
        answers=(
            {
                "title": '"Head of Secretariat"',
                "organisation": "harbour-cities",
                "deadline": '"2027-03-31 17:00"',
                "timezone": "Europe/Malta",
                "apply": "{email: vacancies@harbour-cities.example, documents: [covering letter]}",
                "place": "{city: Valletta, country: MT}",
                "contract": "{type: fixed-term, duration: 3-year, renewable: yes}",
                "salary": "{min: 52000, max: 58000, currency: EUR, per: year, note: *}",
                "languages": "{en: C2, mt: C1, it: asset}",
                "experience": "Candidates have ten years of experience",
                "reference": "HCF-HoS-2027",
            },
        ),
    ),
    "a page with markup in a graph": Paper(
        form="html",
        data=_MARKED.encode(),
        words=_MARKED.partition("<body>")[2],
        answers=(
            {
                "title": '"Digital Services Manager"',
                "organisation": "harbour-cities",
                "deadline": "2027-02-28",
                "employment": "[full-time]",
                "salary": "{amount: 3412.50, currency: EUR, per: month, note: *}",
                "reference": "DSM-27",
            },
        ),
    ),
}
"""By what was read wrongly."""
