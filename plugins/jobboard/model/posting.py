"""The posting: one vacancy, traineeship, secondment or call (schema.org JobPosting).

Longer than other modules, since it is one table: a field with its meaning and the names people write for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from jobboard.model import common
from jobboard.model.fields.amounts import NUMBER_OR_WORDS
from jobboard.model.fields.field import MISSING, Shared, declared
from jobboard.model.fields.lists import list_of, one_or_several
from jobboard.model.fields.record import Where
from jobboard.model.fields.references import id_in
from jobboard.model.fields.values import FEW_WORDS, LINE, ZONE_OR_AOE, one_of
from jobboard.model.moments.moment import Moment
from jobboard.model.parts.apply import APPLY, Apply
from jobboard.model.parts.closing import (
    CLOSED,
    DEADLINE,
    EARLIER_DEADLINE,
    EARLIER_REVIEW,
    REOPENED,
    REVIEW_DAY,
    Closed,
    EarlierDeadline,
    EarlierReview,
    Reopened,
    Rolling,
)
from jobboard.model.parts.eligibility import ELIGIBILITY, Eligibility
from jobboard.model.parts.employment import (
    CONTRACT,
    EMPLOYMENT_TYPE,
    SALARY,
    Contract,
    Employment,
    Salary,
)
from jobboard.model.parts.general import (
    ATTACHMENT,
    CONTACT,
    KEY_DATE,
    PLACE,
    Attachment,
    Contact,
    Image,
    KeyDate,
    Place,
)
from jobboard.model.parts.languages import LANGUAGES_ASKED, LanguageLevel
from jobboard.model.parts.offer import (
    ANYWHERE,
    APPLICANTS_FROM,
    WORKPLACE_SWITCHES,
    PostingKind,
    Workplace,
)
from jobboard.model.texts.other_words import KIND_WORDS, WORKPLACE_WORDS
from jobboard.source.message import message, phrase

REVIEW_WITHOUT_ROLLING = message("review-without-rolling", "only a rolling posting has one")
APPLICANTS_WITHOUT_REMOTE = message("applicants-without-remote", "only remote work has it")

__all__ = ["ANYWHERE", "Posting", "PostingKind", "Workplace"]


@dataclass(frozen=True, kw_only=True)
class Posting:
    """One file of `content/postings/`."""

    id: str
    path: str
    title: str = common.title("Data Analyst, Urban Mobility")
    organisation: tuple[str, ...] = declared(
        one_or_several(id_in("organisations")),
        "Id of the organisation that hires; of several, the first hires.",
        "cemr",
        required=phrase("every posting names who is hiring"),
        also=(
            "organization organisations organizations employer company hiring_organization agency organisme employeur "
            "entreprise organizacion empleador empresa"
        ),
        shared=Shared.SAME,
    )
    published: Moment = common.published(phrase("say when the posting appears: published: 2026-03-02"))
    deadline: Moment | Rolling | None = declared(
        DEADLINE,
        "Last day to apply (that whole day counts), or its minute, or `rolling`. Only a translation may lack it.",
        '"2026-03-31 23:59"',
        also=(
            "closes closing closing_date closing_at close_date expires expiry expiry_date expiration expiration_date "
            "valid_through valid_until end_date ends due due_date apply_by apply_before application_deadline last_day "
            "date_limite echeance date_de_cloture limite fecha_limite plazo vencimiento fecha_de_cierre cierre"
        ),
        switches=dict.fromkeys(("rolling", "open_ended", "permanent"), "rolling"),
        shared=Shared.SAME,
    )
    review_by: Moment | None = declared(
        REVIEW_DAY,
        "With `rolling`: the last day before somebody must look at it again; it closes then.",
        "2026-12-31",
        also="review review_on reviewed_by check_by",
        shared=Shared.SAME,
    )
    apply: Apply | None = declared(
        APPLY,
        "How to apply: an e-mail address or a link. Only a translation may lack it.",
        "{email: jobs@example.org}",
        also=(
            "application applications how_to_apply apply_to apply_url apply_link apply_at apply_email postuler "
            "candidature candidatures candidatura solicitud solicitudes"
        ),
        shared=Shared.LENT,
    )
    contacts: tuple[Contact, ...] = declared(
        list_of(CONTACT),
        "Whom to ask about the work; they leave every file when it closes.",
        "[{name: Head of the urban team, email: urban@example.org}]",
        default=(),
        also=(
            "contact contact_person contact_email contact_details questions enquiries application_contact "
            "personne_de_contact renseignements contacto contactos consultas"
        ),
        shared=Shared.LENT,
    )
    kind: PostingKind = declared(
        one_of(PostingKind, also=KIND_WORDS, is_spoken_of=True),
        "What is offered.",
        "job",
        default=PostingKind.JOB,
        also="type category job_type posting_type genre tipo",
        shared=Shared.SAME,
    )
    summary: str | None = common.summary()
    lang: str | None = common.lang()
    topics: tuple[str, ...] = common.topics()
    updated: Moment | None = common.updated()
    timezone: str | None = declared(
        ZONE_OR_AOE,
        "Zone its times are meant in; else the organisation's. `AoE` (anywhere on Earth) is for the deadline alone.",
        "Europe/Madrid",
        also=common.ZONE_ALSO,
        shared=Shared.SAME,
    )
    deadline_was: tuple[EarlierDeadline, ...] = declared(
        one_or_several(EARLIER_DEADLINE),
        "Earlier deadlines, oldest first, when it was extended or brought forward.",
        "2026-02-28",
        default=(),
        shared=Shared.SAME,
    )
    review_was: tuple[EarlierReview, ...] = declared(
        one_or_several(EARLIER_REVIEW),
        "Earlier days of review, oldest first, when one was moved after it had passed.",
        "{review_by: 2026-06-30, changed: 2026-07-03}",
        default=(),
        also="earlier_review previous_review old_review",
        shared=Shared.SAME,
    )
    place: tuple[Place, ...] = declared(
        one_or_several(PLACE),
        "Where the work is.",
        "{city: Brussels, country: BE}",
        default=(),
        also=(
            "places location locations job_location duty_station where lieu lieux lieu_de_travail localisation lugar "
            "ubicacion localidad sede"
        ),
        shared=Shared.SAME,
    )
    workplace: Workplace | None = declared(
        one_of(Workplace, phrase("work that is partly done at home is 'hybrid'"), WORKPLACE_WORDS),
        "On site, hybrid or remote.",
        "hybrid",
        also="workplace_type work_mode working_mode work_place telework job_location_type mode_de_travail modalidad",
        switches=WORKPLACE_SWITCHES,
        shared=Shared.SAME,
    )
    applicants_from: tuple[str, ...] = declared(
        APPLICANTS_FROM,
        "With `remote`: the countries one may work from, or `anywhere`.",
        "[BE, FR]",
        default=(),
        also="countries remote_countries remote_from applicant_location applicant_locations pays_acceptes paises",
        shared=Shared.SAME,
    )
    employment: tuple[Employment, ...] = declared(
        list_of(EMPLOYMENT_TYPE),
        "Full time, part time and the like.",
        "[full-time]",
        default=(),
        also="type employment_type job_type working_time_type temps_de_travail jornada tipo_de_empleo",
        shared=Shared.SAME,
    )
    contract: Contract | None = declared(
        CONTRACT,
        "Kind and length of the contract.",
        "{type: fixed-term, duration: one year}",
        also="contract_type type_of_contract contrat type_de_contrat contrato tipo_de_contrato",
        shared=Shared.SAME,
    )
    starts: str | None = declared(
        LINE,
        "First day, in words.",
        "as soon as possible",
        also="start start_date starting starting_date job_start prise_de_poste date_de_debut debut inicio",
    )
    salary: Salary | None = declared(
        SALARY,
        "Pay; Directive (EU) 2023/970 asks for it.",
        "{min: 42000, max: 48000, currency: EUR, per: year}",
        also="pay wage wages remuneration base_salary compensation salaire traitement salario sueldo remuneracion",
        shared=Shared.SAME,
    )
    benefits: tuple[str, ...] = declared(
        list_of(LINE),
        "What else comes with it.",
        "[meal vouchers, public transport]",
        default=(),
        also="perks job_benefits advantages avantages beneficios ventajas",
    )
    languages: tuple[tuple[str, LanguageLevel | None], ...] = declared(
        LANGUAGES_ASKED,
        f"Languages asked for: a list (`[en, fr]`), or each with a level ({', '.join(LanguageLevel)}).",
        "{en: fluent, fr: professional, es: asset}",
        default=(),
        also="language_skills required_languages langues langues_requises idiomas",
        shared=Shared.LENT,
    )
    skills: tuple[str, ...] = declared(
        list_of(FEW_WORDS),
        "What one should be able to do, a few words each.",
        "[statistics, facilitation]",
        default=(),
        also="skill required_skills key_skills competences competencies competencias habilidades aptitudes",
    )
    experience: str | None = declared(
        LINE, "Experience asked for, in words.", "2 years", also="experience_required years_of_experience experiencia"
    )
    education: str | None = declared(
        LINE,
        "Education asked for, in words.",
        "a master's degree",
        also="degree diploma qualification qualifications diplome formation titulacion formacion",
    )
    travel: str | None = declared(
        LINE,
        "How much one travels, in words.",
        "up to 20 %",
        also=(
            "travelling traveling travel_required business_travel travel_requirement deplacements voyages viajes "
            "desplazamientos"
        ),
    )
    eligibility: Eligibility | None = declared(
        ELIGIBILITY,
        "Who may apply: whether a permit to work is needed, and whether the employer helps with moving.",
        "{permit: required}",
        also=(
            "eligible eligibility_to_work who_may_apply work_permit work_authorization work_authorisation "
            "right_to_work visa visa_sponsorship permis_de_travail autorisation_de_travail admissibilite elegibilidad "
            "permiso_de_trabajo"
        ),
        shared=Shared.SAME,
    )
    dates: tuple[KeyDate, ...] = declared(
        list_of(KEY_DATE),
        "Other dates to know.",
        "[{what: Interviews, when: mid-March 2026}]",
        default=(),
        also="key_dates timeline calendar interviews calendrier calendario fechas",
    )
    attachments: tuple[Attachment, ...] = declared(
        list_of(ATTACHMENT),
        "Files to download.",
        "[{file: files/profile.pdf, title: Job profile}]",
        default=(),
        also="attachment files file documents downloads pdf pieces_jointes fichiers adjuntos documentos",
    )
    closed: Closed | None = declared(
        CLOSED,
        "Set when it closes before its deadline.",
        "{on: 2026-03-10, because: filled}",
        also="closed_on filled withdrawn closed_at pourvu cerrado cubierto",
        shared=Shared.SAME,
    )
    reopened: tuple[Reopened, ...] = declared(
        one_or_several(REOPENED),
        "Set when a posting that was closed is open again, in place of `closed`; several of them oldest first.",
        "{on: 2026-03-12, was: {on: 2026-03-10, because: filled}}",
        default=(),
        also="reopen open_again reopens rouvert reabierto",
        shared=Shared.SAME,
    )
    reference: str | None = declared(
        LINE,
        "The employer's own number for it.",
        "HR/2026/07",
        also="ref reference_number job_id vacancy_number identifier requisition referencia",
        shared=Shared.SAME,
    )
    positions: int | str | None = declared(
        NUMBER_OR_WORDS,
        "How many people are wanted: a number (`2`, `two`), or words where there is none (`several`, `up to 3`).",
        "2",
        also="position openings vacancies number_of_positions headcount total_job_openings postes plazas puestos",
        shared=Shared.FIGURES,
    )
    hours: str | None = declared(
        LINE,
        "Working time, in words.",
        "38 a week",
        also="working_time working_hours work_hours hours_per_week heures horaire horas horario",
    )
    image: Image | None = common.image()
    status: common.Visibility | None = common.status()
    formerly: tuple[str, ...] = common.formerly()
    translation_of: str | None = common.translation_of()

    def check(self, where: Where) -> None:
        """What no field can know alone. A translation takes deadline and apply from its original."""
        common.advise_on_title(self.title, where)
        if not where.has("translation_of"):
            if not where.has("deadline"):
                where.problem("deadline", MISSING, phrase("write the last day to apply, or 'rolling' with a review_by"))
            if not where.has("apply"):
                where.problem("apply", MISSING, phrase("say how to apply: an email or a url"))
        if where.knows("deadline"):
            self._check_review(where)
        if where.knows("workplace"):
            self._check_applicants(where)

    def _check_review(self, where: Where) -> None:
        is_rolling = isinstance(self.deadline, Rolling)
        if is_rolling and not where.has("review_by", "translation_of"):
            where.problem(
                "review_by",
                MISSING,
                phrase("a rolling posting names the day somebody looks at it again; it closes then"),
            )
        if where.has("review_by") and not (is_rolling or _is_left_to_the_original("deadline", where)):
            where.problem("review_by", REVIEW_WITHOUT_ROLLING, phrase("write 'deadline: rolling', or delete this line"))

    def _check_applicants(self, where: Where) -> None:
        is_remote = self.workplace is Workplace.REMOTE
        if is_remote and not where.has("applicants_from", "translation_of"):
            where.problem(
                "applicants_from", MISSING, phrase("remote work names the countries one may work from, or 'anywhere'")
            )
        if where.has("applicants_from") and not (is_remote or _is_left_to_the_original("workplace", where)):
            where.problem(
                "applicants_from", APPLICANTS_WITHOUT_REMOTE, phrase("write 'workplace: remote', or delete this line")
            )


def _is_left_to_the_original(field: str, where: Where) -> bool:
    return where.has("translation_of") and not where.has(field)
