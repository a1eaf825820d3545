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
}
NO_PAY = (
    "You manage a budget of €2.4 million per year.",
    "You get meal vouchers of €8 a day.",
    "We paid for 40 study visits per year.",
    "A 13th month is paid.",
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
}


@pytest.mark.parametrize(("field", "text"), TERMS)
def test_a_term_is_read_from_the_words_that_say_it(field: str, text: str) -> None:
    assert guessed(field, text) == TERMS[field, text]


TITLES = {
    "VACANCY NOTICE: Policy Officer": "Policy Officer",
    "PROJECT OFFICER, EU AND TRAMS": "Project Officer, Eu and Trams",
    "We are hiring: Head of Communications!": "Head of Communications",
    "Offre d’emploi : Chargée de mission": "Chargée de mission",
    "La Red recrute un directeur adjoint": "Directeur adjoint",
    "Job title: Finance Officer": "Finance Officer",
}


@pytest.mark.parametrize("line", TITLES)
def test_a_title_is_the_title_of_the_job_and_nothing_else(line: str) -> None:
    text = f"{line}\n\nWe are a network of towns, and we look for somebody to work with us on many things."
    known = Circumstances(recruiters=(), today="2027-02-01")
    found = best_guesses(lined_of(html_of_text(text), Counter()), known)
    assert next(guess.value for guess in found if guess.field == "title") == f'"{TITLES[line]}"'
