"""Single fields as documents word them, in three languages: what is read, and what is left alone."""

from __future__ import annotations

from collections import Counter

import pytest

from jobboard.importing.vacancy.guesses.every import Circumstances, best_guesses
from jobboard.importing.vacancy.guesses.guess import Sure
from jobboard.importing.vacancy.guesses.lines import lined_of
from jobboard.importing.vacancy.papers.plain import html_of_text


def guessed(field: str, text: str) -> str:
    """The field that a line of text gives, as it is written; empty if none, or if it is in doubt."""
    known = Circumstances(recruiters=(), today="2027-02-01")
    found = best_guesses(lined_of(html_of_text(f"Policy Officer\n\n{text}"), Counter()), known)
    return next((guess.value for guess in found if guess.field == field and guess.sure > Sure.DOUBTFUL), "")


PAY = {
    "Salary: €3,200 – €3,600 gross per month": "{min: 3200, max: 3600, currency: EUR, per: month",
    "Salaire : 2 600 à 2 900 € bruts par mois": "{min: 2600, max: 2900, currency: EUR, per: month",
    "Salario: 28.000 € brutos al año": "{amount: 28000, currency: EUR, per: year",
    "We pay a gross annual salary of EUR 45,000.": "{amount: 45000, currency: EUR, per: year",
    "Salary: £35k to £40k a year": "{min: 35000, max: 40000, currency: GBP, per: year",
    "Salary: 35–40k € per year": "{min: 35000, max: 40000, currency: EUR, per: year",
    "Gratification : 4,35 € de l'heure": "{amount: 4.35, currency: EUR, per: hour",
    "Allowance: EUR 1,150.50 per month": "{amount: 1150.50, currency: EUR, per: month",
    "A competitive salary package including the 13th month and meal vouchers.": "{note: ",
    "Rémunération selon la grille, sur treize mois.": "{note: ",
    "Salary: grade 9 of the collective agreement": "{note: ",
    "The traineeship is unpaid.": "{note: ",
    "Fee: lump sum of EUR 14,000, in three instalments": "{amount: 14000, currency: EUR, per: assignment",
    "You get between €2.400 and €2.750 a month.": "{min: 2400, max: 2750, currency: EUR, per: month",
    "Salary: £32,000–£36,500 FTE (pro rata)": "{min: 32000, max: 36500",
    "Salary: circa €55k": "{amount: 55000, currency: EUR, per: year",
    "Salary: €55k - €60k": "{min: 55000, max: 60000, currency: EUR, per: year",
    "Salary: €2,800 gross/month x 13.92": "{amount: 2800, currency: EUR, per: month",
    "Salary: between 2.800 and 3.200 euro gross per month": "{min: 2800, max: 3200, currency: EUR, per: month",
    "Salary: EUR 3200 to EUR 3600 (gross, monthly)": "{min: 3200, max: 3600, currency: EUR, per: month",
    "Salary: 45 000 EUR gross annual, plus meal vouchers of 8 EUR per day": "{amount: 45000, currency: EUR, per: year",
    "We offer meal vouchers (€8/day) and a gross monthly salary of €3,100.": "{amount: 3100, currency: EUR, per: month",
    "We pay a 13th month and a gross monthly salary starting at €3,100.": "{min: 3100",
    "A gross salary of €3,100 per month, with €150 net expenses.": "{amount: 3100, currency: EUR, per: month",
    "Stipend: €1.250/month": "{amount: 1250, currency: EUR, per: month",
    "Salary: Up to £45,000 per annum": "{max: 45000",
    "Salary: from €3,400 gross per month": "{min: 3400",
    "Salary: CHF 6’500.– to 7’200.– per month": "{min: 6500, max: 7200, currency: CHF, per: month",
    "Salary: PLN 9 500 – 11 000 gross / month": "{min: 9500, max: 11000, currency: PLN, per: month",
    "Daily rate: €450 per day": "{amount: 450, currency: EUR, per: day",
    "Fee: EUR 300 per day (all taxes included)": "{amount: 300, currency: EUR, per: day",
    "Salary: NJC scale point 28-32 (£35,411-£39,186)": "{min: 35411, max: 39186, currency: GBP, per: year",
    "Salary: Grade AD7, about €6,600 per month basic salary": "{amount: 6600, currency: EUR, per: month",
    "Salary: competitive": "{note: ",
    "Salary: €14.50 an hour": "{amount: 14.50, currency: EUR, per: hour",
    "The remuneration is 3 000 € net / month.": "{amount: 3000, currency: EUR, per: month",
    "Salary: 3200 euros": "{note: ",
    "Rémunération : 36 k€ à 40 k€ bruts annuels": "{min: 36000, max: 40000, currency: EUR, per: year",
    "Rémunération : 36-40 K€": "{min: 36000, max: 40000, currency: EUR, per: year",
    "Salaire : entre 28 000 et 32 000 € brut/an sur 13 mois": "{min: 28000, max: 32000, currency: EUR, per: year",
    "Salaire brut mensuel : 2.450,00 €": "{amount: 2450, currency: EUR, per: month",
    "Rémunération : 2 300€ brut mensuel (13e mois), tickets restaurant 9 €": "{amount: 2300, currency: EUR, per: month",
    "Gratification : 4,50 €/heure, soit environ 650 € par mois": "{amount: 4.50, currency: EUR, per: hour",
    "Indemnité de stage : 669,90 € / mois": "{amount: 669.90, currency: EUR, per: month",
    "Stage gratifié selon la législation en vigueur.": "{note: ",
    "Rémunération statutaire + régime indemnitaire + CNAS": "{note: ",
    "Rémunération : grille indiciaire des attachés territoriaux": "{note: ",
    "Le salaire est de 2 500 euros nets mensuels sur 12 mois.": "{amount: 2500, currency: EUR, per: month",
    "Salaire : à partir de 38 000 € bruts par an": "{min: 38000",
    "Salaire : jusqu’à 45 000 € bruts par an": "{max: 45000",
    "Tickets restaurant (8 € par jour), salaire mensuel brut de 2 700 €.": "{amount: 2700, currency: EUR, per: month",
    "Salario: 28.000-32.000 € b/a": "{min: 28000, max: 32000, currency: EUR, per: year",
    "Salario: 28.000 € brutos anuales en 14 pagas": "{amount: 28000, currency: EUR, per: year",
    "Retribución: 2.150,35 €/mes brutos (14 pagas)": "{amount: 2150.35, currency: EUR, per: month",
    "Salario bruto anual: 30K - 34K €": "{min: 30000, max: 34000, currency: EUR, per: year",
    "Se ofrece un salario de entre 1.800 y 2.000 € mensuales.": "{min: 1800, max: 2000, currency: EUR, per: month",
    "Salario según convenio": "{note: ",
    "Beca de 600 euros al mes": "{amount: 600, currency: EUR, per: month",
    "Retribución: desde 27.000 € brutos anuales": "{min: 27000",
    "Dietas de 45 € al día y sueldo de 2.100 € al mes.": "{amount: 2100, currency: EUR, per: month",
}
NO_PAY = (
    "You manage a budget of €2.4 million per year.",
    "You get meal vouchers of €8 a day.",
    "We offer a training of €300 a year.",
    "32 days of paid leave, eco-cheques (€250/year)",
    "We paid for 40 study visits per year.",
    "A 13th month is paid.",
    "Budget: €250,000 per year",
    "You will manage pay and benefits for 40 staff, with a payroll of €2,000,000 per year.",
    "The fund pays grants of €5,000 per month to towns.",
    "The salary is indexed; the towns pay €10,000 per year as their fee.",
    "Vous gérez un budget de 300 000 € par an.",
    "El puesto gestiona ayudas de 10.000 € anuales.",
)


@pytest.mark.parametrize("text", PAY)
def test_pay_is_read_as_amounts_or_as_its_words(text: str) -> None:
    assert guessed("salary", text).startswith(PAY[text])


@pytest.mark.parametrize("text", NO_PAY)
def test_other_money_is_no_pay(text: str) -> None:
    assert guessed("salary", text) == ""


LANGUAGES = {
    "Excellent written and spoken English and a professional level of French.": "{en: fluent, fr: professional}",
    "Fluent in English, with a good working command of Spanish; French is an asset.": (
        "{en: fluent, es: working, fr: asset}"
    ),
    "English (C1), Dutch (B2)": "{en: C1, nl: B2}",
    "Native or near-native English; good French": "{en: native, fr: working}",
    "Fluent in English, French and Spanish": "{en: fluent, fr: fluent, es: fluent}",
    "Basic knowledge of German would be an advantage": "{de: asset}",
    "Languages: English, French": "[en, fr]",
    "Languages: English (fluent), French (asset)": "{en: fluent, fr: asset}",
    "Français courant, anglais professionnel, l’espagnol serait un atout": "{fr: fluent, en: professional, es: asset}",
    "Très bonne maîtrise de l'anglais et notions d'allemand": "{en: professional, de: basic}",
    "Langues : français (langue maternelle), anglais B2": "{fr: native, en: B2}",
    "Dominio del castellano e inglés nivel B2; se valorará el catalán": "{es: fluent, en: B2, ca: asset}",
    "Inglés avanzado (C1)": "{en: C1}",
    "English, French and Spanish (B2)": "{en: B2, fr: B2, es: B2}",
    "Anglais courant, espagnol (B2)": "{en: fluent, es: B2}",
    "Native English, French (B2) and basic German": "{en: native, fr: B2, de: basic}",
    "Anglais et allemand souhaités": "{en: asset, de: asset}",
    "Catalán y castellano nativos y buen nivel de inglés": "{ca: native, es: native, en: working}",
    "Bilingue français-allemand": "{fr: native, de: native}",
    "English (C2), Maltese (C1), Italian (desirable)": "{en: C2, mt: C1, it: asset}",
    "Nivel B2 de inglés acreditado": "{en: B2}",
    "Bon niveau d’anglais juridique": "{en: working}",
    "Anglais (B2) et, si possible, italien": "{en: B2, it: asset}",
    "You write English at native level and work in our office.": "{en: native}",
    "Slovene mother tongue": "{sl: native}",
    "Be fluent in English and French, German being desirable.": "{en: fluent, fr: fluent, de: asset}",
    "English B2 or higher; Italian or Slovenian welcome": "{en: B2, it: asset, sl: asset}",
    "Perfect English. Knowledge of French is essential for daily life.": "{en: fluent, fr: working}",
}
NO_LANGUAGES = (
    "Send your CV and motivation letter in English.",
    "You build good relations with French towns.",
    "A strong network among Spanish regions.",
    "Envoyez une lettre en français.",
    "Translate texts from English.",
)


@pytest.mark.parametrize("text", LANGUAGES)
def test_languages_are_read_with_their_levels(text: str) -> None:
    assert guessed("languages", text) == LANGUAGES[text]


@pytest.mark.parametrize("text", NO_LANGUAGES)
def test_a_language_that_is_not_asked_for_is_none(text: str) -> None:
    assert guessed("languages", text) == ""


TERMS = {
    ("contract", "We offer a one-year, full-time contract, with a possibility to extend further."): (
        "{type: fixed-term, duration: one-year, renewable: yes}"
    ),
    ("contract", "A contract until the end of August 2028 with the possibility of extension."): (
        "{type: fixed-term, ends: the end of August 2028, renewable: yes}"
    ),
    ("contract", "Contract: permanent"): "{type: permanent}",
    ("contract", "Type de contrat : CDI"): "{type: permanent}",
    ("contract", "CDD de 12 mois non renouvelable"): "{type: fixed-term, duration: 12 mois, renewable: no}",
    ("contract", "Contrato indefinido"): "{type: permanent}",
    (
        "contract",
        "Contrato temporal de seis meses, prorrogable",
    ): "{type: fixed-term, duration: seis meses, renewable: yes}",
    ("contract", "You manage contracts with suppliers for two years."): "",
    ("employment", "A full-time position"): "[full-time]",
    ("employment", "Poste à mi-temps"): "[part-time]",
    ("employment", "Jornada: completa"): "[full-time]",
    ("workplace", "Teleworking two days a week"): "hybrid",
    ("workplace", "Télétravail partiel possible"): "hybrid",
    ("workplace", "Modalidad: presencial"): "on-site",
    ("workplace", "There is no telework."): "on-site",
    ("place", "Location: Brussels"): "{city: Brussels, country: BE}",
    ("place", "Our Brussels-based office is lively."): "{city: Brussels, country: BE}",
    ("place", "Lieu de travail : Bruxelles (Belgique)"): "{city: Bruxelles, country: BE}",
    ("place", "Puesto con sede en Barcelona, España."): "{city: Barcelona, country: ES}",
    ("place", "Duty station: Rome, Italy"): "{city: Rome, country: IT}",
    ("reference", "Ref. HR/2027/07"): "HR/2027/07",
    ("reference", "Référence : DRH-12"): "DRH-12",
    ("dates", "Interviews will take place in the second half of March 2027."): (
        "[{what: Interviews, when: the second half of March 2027}]"
    ),
    ("dates", "Les entretiens se tiendront entre le 3 et le 5 mai 2027."): (
        "[{what: Entretiens, when: entre le 3 et le 5 mai 2027}]"
    ),
    (
        "apply",
        "Apply at https://northern-towns.example/form before 3 May 2027.",
    ): "{url: https://northern-towns.example/form}",
    (
        "apply",
        "Send your CV to a@b.example. For questions, contact c@b.example.",
    ): "{email: a@b.example, documents: [CV]}",
    ("apply", "Candidature (CV, lettre de motivation) à a@b.example, objet : « Poste 3 »"): (
        "{email: a@b.example, subject: Poste 3, documents: [CV, lettre de motivation]}"
    ),
    ("apply", "Applications go to a@b.example; please put Officer 27 in the subject of the mail."): (
        "{email: a@b.example, subject: Officer 27}"
    ),
    ("experience", "At least 4 years of relevant work experience."): "At least 4 years of relevant work experience",
    ("education", "A bachelor degree in accounting."): "A bachelor degree in accounting",
    ("education", "You show a high degree of autonomy."): "",
    ("education", "Dossier avec CV et copies de diplômes à rh@b.example."): "",
    ("experience", "Mínimo 18 meses de experiencia en gestión."): "Mínimo 18 meses de experiencia en gestión",
    ("experience", "One year’s experience of office work."): "One year’s experience of office work",
    ("employment", "Poste à 80 %, basé à Dijon."): "[part-time]",
    ("place", "Location: Brussels or Strasbourg"): ("[{city: Brussels, country: BE}, {city: Strasbourg, country: FR}]"),
    ("place", "Lieu : La Rochelle (17)"): "{city: La Rochelle, country: FR}",
    ("place", "Lugar: Tortosa (Tarragona)"): "{city: Tortosa, country: ES}",
    ("reference", "Reference: EPRC 27-014."): "EPRC 27-014",
    ("apply", "CV à a@b.example (référence CMA-DP à indiquer en objet)."): (
        "{email: a@b.example, subject: CMA-DP, documents: [CV]}"
    ),
    ("apply", "CV à a@b.example, objet : STAGE 2027, pour le 30 avril."): (
        "{email: a@b.example, subject: STAGE 2027, documents: [CV]}"
    ),
    ("apply", "Send an application form (no CVs, please) to a@b.example."): "{email: a@b.example}",
    ("contract", "Plaza de personal laboral fijo."): "{type: permanent}",
    ("contract", "Contract: permanent, after a six-month probation"): "{type: permanent}",
    ("contract", "CDI avec une période d’essai de 3 mois"): "{type: permanent}",
    ("employment", "Press Officer (0.6 FTE)"): "[part-time]",
    ("deadline", "Apply by 17:00 (Lisbon time) on Wednesday, 14 April 2027, with “x” as the subject."): (
        '"2027-04-14 17:00"'
    ),
    ("apply", "Répondez à :\n\nrh@b.example\n\n(objet : EAU-27 ; pièces jointes : CV)"): (
        "{email: rh@b.example, subject: EAU-27}"
    ),
    ("experience", "You bring 3 years in a similar job."): "You bring 3 years in a similar job",
    ("contract", "How long? Two years, renewable"): "{type: fixed-term, duration: Two years, renewable: yes}",
    ("deadline", "Until when? 5 April 2027, close of business"): "2027-04-05",
    ("place", "¿Dónde? Zaragoza"): "{city: Zaragoza, country: ES}",
    ("apply", "Solicitud a rrhh@b.example poniendo en el asunto AUX-2027"): (
        "{email: rrhh@b.example, subject: AUX-2027}"
    ),
    ("apply", "Subject line for applications: GREEN-27\n\nSend your CV to a@b.example."): (
        "{email: a@b.example, subject: GREEN-27, documents: [CV]}"
    ),
    ("experience", "- 8+ years managing programmes"): "8+ years managing programmes",
    ("education", "- Bachelier en secrétariat ou CESS"): "Bachelier en secrétariat ou CESS",
}


@pytest.mark.parametrize(("field", "text"), TERMS)
def test_a_term_is_read_from_the_words_that_say_it(field: str, text: str) -> None:
    assert guessed(field, text) == TERMS[field, text]


TITLES = {
    "VACANCY NOTICE: Policy Officer": "Policy Officer",
    "PROJECT OFFICER, EU AND TRAMS": "Project Officer, EU and Trams",
    "We are hiring: Head of Communications!": "Head of Communications",
    "Offre d’emploi : Chargée de mission": "Chargée de mission",
    "La Red recrute un directeur adjoint": "Directeur adjoint",
    "Job title: Finance Officer": "Finance Officer",
    "1. Finance Manager": "Finance Manager",
    "*Finance Manager*": "Finance Manager",
    "Position B: Press Officer": "Press Officer",
    "UN(E) CHARGÉ(E) DE MISSION EUROPE (H/F)": "Chargé(e) de Mission Europe (H/F)",
    "GESTOR/A FINANCIERO/A (sustitución por maternidad)": "Gestor/a Financiero/a (sustitución por maternidad)",
    "Le Réseau recrute son/sa responsable de la communication": "Responsable de la communication",
    "Convocatoria de una plaza de técnico/a de comunicación": "Técnico/a de comunicación",
    "BASES DE LA CONVOCATORIA PARA LA SELECCIÓN DE UN/A RESPONSABLE DE PRENSA": "Responsable de Prensa",
    "Convocamos: Directora gerente": "Directora gerente",
    "Recruitment Officer": "Recruitment Officer",
    "Recruitment of a Press Officer": "Press Officer",
    "Avis de recrutement d'un conseiller juridique": "Conseiller juridique",
}


@pytest.mark.parametrize("line", TITLES)
def test_a_title_is_the_title_of_the_job_and_nothing_else(line: str) -> None:
    text = f"{line}\n\nWe are a network of towns, and we look for somebody to work with us on many things."
    known = Circumstances(recruiters=(), today="2027-02-01")
    found = best_guesses(lined_of(html_of_text(text), Counter()), known)
    assert next(guess.value for guess in found if guess.field == "title") == f'"{TITLES[line]}"'
