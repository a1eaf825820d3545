"""Five vacancies of invented organisations, with what a reader finds in each: the known answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.importing.vacancy.forms import Block


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A document, the form it is handed over in, and its fields as front matter has them."""

    form: str
    blocks: tuple[Block, ...]
    answers: Mapping[str, str]
    subject: str = ""
    head: str = ""
    gone: frozenset[str] = field(default_factory=frozenset)


ORGANISATIONS = {
    "northern-towns": ("Northern Towns Alliance", "NTA", "northern-towns.example"),
    "reseau-vallees": ("Réseau des Vallées", "REV", "reseau-vallees.example"),
    "red-comarcas": ("Red de Comarcas", "RDC", "red-comarcas.example"),
    "harbour-cities": ("Harbour Cities Forum", "HCF", "harbour-cities.example"),
}
"""Names, short names and domains, by id."""

CLEAN_AIR = Sample(
    form="docx",
    blocks=(
        ("p", "Northern Towns Alliance"),
        ("h1", "Policy Officer, Clean Air"),
        ("row", "Location", "Ghent, Belgium"),
        ("row", "Contract", "Fixed-term, 2 years, renewable"),
        ("row", "Working time", "Full-time"),
        ("row", "Salary", "€3,200 – €3,600 gross per month, plus a 13th month"),
        ("row", "Closing date", "Friday 12 March 2027, 17:00 (Brussels time)"),
        ("row", "Reference", "NTA/2027/04"),
        ("row", "Grade of the canteen", "Three stars"),
        ("p", "The Northern Towns Alliance (NTA) brings together forty towns that want to breathe."),
        ("bold", "Your tasks"),
        ("li", "Follow the revision of the air quality directive."),
        ("li", "Advise member towns on low emission zones."),
        ("bold", "Your profile"),
        ("li", "A master's degree in environmental sciences or public policy."),
        ("li", "At least three years of experience in local or European policy."),
        ("li", "English (C1) and Dutch (B2); French is an asset."),
        ("bold", "How to apply"),
        (
            "p",
            (
                "Send a CV and a cover letter to jobs@northern-towns.example with “Clean Air 2027” in the subject. "
                "Questions go to ilse.example@northern-towns.example."
            ),
        ),
        ("p", "Interviews will be held in the week of 22 March 2027. Two days of telework a week are possible."),
    ),
    answers={
        "title": '"Policy Officer, Clean Air"',
        "organisation": "northern-towns",
        "place": "{city: Ghent, country: BE}",
        "contract": "{type: fixed-term, duration: 2 years, renewable: yes}",
        "employment": "[full-time]",
        "salary": "{min: 3200, max: 3600, currency: EUR, per: month, note: *}",
        "deadline": '"2027-03-12 17:00"',
        "timezone": "Europe/Brussels",
        "reference": "NTA/2027/04",
        "workplace": "hybrid",
        "education": "A master's degree in environmental sciences or public policy",
        "experience": "At least three years of experience in local or European policy",
        "languages": "{en: C1, nl: B2, fr: asset}",
        "apply": "{email: jobs@northern-towns.example, subject: Clean Air 2027, documents: [CV, cover letter]}",
        "dates": "[{what: Interviews, when: the week of 22 March 2027}]",
    },
)

MOBILITE = Sample(
    form="odt",
    blocks=(
        ("p", "Réseau des Vallées"),
        ("bold", "Chargée ou chargé de mission mobilité"),
        ("p", "Réf. : REV-2027-11"),
        (
            "p",
            (
                "Le Réseau des Vallées accompagne soixante communes de montagne. Le poste est basé à Lyon, "
                "avec deux jours de "
                "télétravail par semaine."
            ),
        ),
        ("bold", "Vos missions"),
        ("li", "Aider les communes à monter leurs projets de transport."),
        ("li", "Animer un groupe de travail d’élus et de techniciens."),
        ("bold", "Votre profil"),
        ("li", "Bac +5 en aménagement ou en transport."),
        ("li", "Trois ans d’expérience dans une collectivité."),
        ("li", "Français courant, anglais professionnel ; l’espagnol serait un atout."),
        ("bold", "Nous offrons"),
        ("li", "CDD de 18 mois, renouvelable, à temps plein."),
        ("li", "Une rémunération de 2 600 € à 2 900 € bruts par mois, selon expérience, sur treize mois."),
        ("bold", "Candidature"),
        (
            "p",
            (
                "Envoyez un CV et une lettre de motivation à candidature@reseau-vallees.example, avec « "
                "Mobilité 2027 » en objet, "
                "avant le mercredi 31 mars 2027 à 12h00 (heure de Paris)."
            ),
        ),
        ("p", "Les entretiens auront lieu dans la semaine du 12 avril 2027."),
    ),
    answers={
        "title": '"Chargée ou chargé de mission mobilité"',
        "organisation": "reseau-vallees",
        "reference": "REV-2027-11",
        "place": "{city: Lyon, country: FR}",
        "workplace": "hybrid",
        "education": "Bac +5 en aménagement ou en transport",
        "experience": "Trois ans d’expérience dans une collectivité",
        "languages": "{fr: fluent, en: professional, es: asset}",
        "contract": "{type: fixed-term, duration: 18 mois, renewable: yes}",
        "employment": "[full-time]",
        "salary": "{min: 2600, max: 2900, currency: EUR, per: month, note: *}",
        "apply": (
            "{email: candidature@reseau-vallees.example, subject: Mobilité 2027, documents: [CV, lettre de motivation]}"
        ),
        "deadline": '"2027-03-31 12:00"',
        "timezone": "Europe/Paris",
        "dates": "[{what: Entretiens, when: la semaine du 12 avril 2027}]",
    },
)

PROYECTOS = Sample(
    form="pdf",
    blocks=(
        ("h1", "Técnica o técnico de proyectos europeos"),
        ("p", "Referencia: RDC/27/03"),
        (
            "p",
            (
                "La Red de Comarcas reúne a ochenta municipios rurales. El puesto tiene contrato temporal de 12 meses, "
                "prorrogable, a jornada completa."
            ),
        ),
        ("h2", "Funciones"),
        ("li", "Preparar candidaturas a programas europeos."),
        ("li", "Acompañar a las comarcas en la justificación de sus proyectos."),
        ("h2", "Requisitos"),
        ("li", "Titulación universitaria en ciencias sociales o económicas."),
        ("li", "Dos años de experiencia en gestión de proyectos."),
        ("li", "Inglés avanzado (C1); se valorará el francés."),
        ("h2", "Condiciones"),
        ("li", "Salario de 28.000 € brutos anuales en catorce pagas."),
        ("li", "Oficina ubicada en Zaragoza, con teletrabajo tres días por semana."),
        ("h2", "Solicitudes"),
        (
            "p",
            (
                "Envíe su CV y una carta de motivación a empleo@red-comarcas.example con el asunto "
                "«Proyectos 27» hasta el 15 de "
                "abril de 2027 a las 14:00 (hora de Madrid)."
            ),
        ),
        ("p", "Las entrevistas serán en la última semana de abril de 2027."),
    ),
    answers={
        "title": '"Técnica o técnico de proyectos europeos"',
        "organisation": "red-comarcas",
        "reference": "RDC/27/03",
        "contract": "{type: fixed-term, duration: 12 meses, renewable: yes}",
        "employment": "[full-time]",
        "education": "Titulación universitaria en ciencias sociales o económicas",
        "experience": "Dos años de experiencia en gestión de proyectos",
        "languages": "{en: C1, fr: asset}",
        "salary": "{amount: 28000, currency: EUR, per: year, note: *}",
        "place": "{city: Zaragoza, country: ES}",
        "workplace": "hybrid",
        "apply": ("{email: empleo@red-comarcas.example, subject: Proyectos 27, documents: [CV, carta de motivación]}"),
        "deadline": '"2027-04-15 14:00"',
        "timezone": "Europe/Madrid",
        "dates": "[{what: Entrevistas, when: la última semana de abril de 2027}]",
    },
)

HARBOUR = Sample(
    form="eml",
    subject="Fwd: Vacancy: Trainee, Port Cities and Climate",
    blocks=(
        ("p", "Dear colleagues,"),
        ("p", "please put this on the page today. Best wishes, Human Resources"),
        ("p", "Trainee, Port Cities and Climate"),
        ("p", "The Harbour Cities Forum offers a six-month traineeship in Brussels."),
        ("p", "Your tasks"),
        ("li", "Help to prepare the yearly meeting of port cities."),
        ("li", "Write short articles for our newsletter."),
        ("p", "What you bring"),
        ("li", "A bachelor's degree, or the last year of your studies."),
        ("li", "Fluent English and a good knowledge of French or Spanish."),
        ("p", "Place of work: Brussels, Belgium"),
        ("p", "Allowance: EUR 1,150 per month"),
        ("p", "Start date: 1 September 2027"),
        (
            "p",
            (
                "Apply by 5 p.m. on Monday 3 May 2027 through the form at "
                "https://www.harbour-cities.example/jobs/trainee. We only "
                "consider complete applications."
            ),
        ),
    ),
    answers={
        "title": '"Trainee, Port Cities and Climate"',
        "kind": "traineeship",
        "organisation": "harbour-cities",
        "place": "{city: Brussels, country: BE}",
        "contract": "{type: fixed-term, duration: six-month}",
        "salary": "{amount: 1150, currency: EUR, per: month, note: *}",
        "starts": "1 September 2027",
        "education": '"A bachelor\'s degree, or the last year of your studies"',
        "languages": "{en: fluent, fr: working, es: working}",
        "deadline": '"2027-05-03 17:00"',
        "apply": "{url: https://www.harbour-cities.example/jobs/trainee}",
    },
)

_MARKUP = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting",
"title": "Head of Communications", "datePosted": "2027-02-01", "validThrough": "2027-03-05T18:00+01:00",
"hiringOrganization": {"@type": "Organization", "name": "Harbour Cities Forum"}, "employmentType": "PART_TIME",
"jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress",
"addressLocality": "Antwerp", "addressCountry": "BE"}},
"baseSalary": {"@type": "MonetaryAmount", "currency": "EUR",
"value": {"minValue": 52000, "maxValue": 58000, "unitText": "YEAR"}},
"identifier": {"@type": "PropertyValue", "value": "HCF-9"}}</script>"""

HEAD = Sample(
    form="html",
    head=_MARKUP,
    blocks=(
        ("h1", "We are hiring: Head of Communications!"),
        ("p", "The Harbour Cities Forum speaks for ports in twelve countries. You lead a team of four."),
        ("h2", "We look for"),
        ("li", "Seven years of experience in a press office."),
        ("li", "Excellent English; German would be an advantage."),
        ("h2", "Conditions"),
        ("p", "We offer a permanent contract and hybrid work from our office in Antwerp."),
        ("h2", "Interested?"),
        ("p", "Send your application with a portfolio to people@harbour-cities.example."),
    ),
    answers={
        "title": '"Head of Communications"',
        "organisation": "harbour-cities",
        "published": "2027-02-01",
        "deadline": '"2027-03-05 18:00+01:00"',
        "employment": "[part-time]",
        "place": "{city: Antwerp, country: BE}",
        "salary": "{min: 52000, max: 58000, currency: EUR, per: year}",
        "reference": "HCF-9",
        "experience": "Seven years of experience in a press office",
        "languages": "{en: fluent, de: asset}",
        "contract": "{type: permanent}",
        "workplace": "hybrid",
        "apply": "{email: people@harbour-cities.example, documents: [portfolio]}",
    },
)

SAMPLES = {"clean-air": CLEAN_AIR, "mobilite": MOBILITE, "proyectos": PROYECTOS, "harbour": HARBOUR, "head": HEAD}
