"""The posting: one vacancy, traineeship, secondment or call (schema.org JobPosting)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jobboard.model import common
from jobboard.model.apply import APPLY, Apply
from jobboard.model.closing import (
    CLOSED,
    DEADLINE,
    EARLIER_DEADLINE,
    EARLIER_REVIEW,
    REOPENED,
    Closed,
    EarlierDeadline,
    EarlierReview,
    Reopened,
    Rolling,
)
from jobboard.model.employment import CONTRACT, SALARY, Contract, Employment, LanguageLevel, Salary
from jobboard.model.field import FieldType, declared
from jobboard.model.lists import list_of, mapping_by, one_or_several
from jobboard.model.moment import Moment
from jobboard.model.parts import ATTACHMENT, PLACE, Attachment, Image, Place
from jobboard.model.record import Where, record_of
from jobboard.model.values import COUNTRY, DAY, HTTPS_URL, ID, LANGUAGE, LINE, NUMBER, ZONE_OR_AOE, one_of
from jobboard.source.problem import Report
from jobboard.source.tree import Node, Scalar


class PostingKind(StrEnum):
    """What is offered. Only a job and a traineeship get markup for job search engines."""

    JOB = "job"
    TRAINEESHIP = "traineeship"
    SECONDMENT = "secondment"
    VOLUNTEERING = "volunteering"
    CALL_FOR_EXPERTS = "call-for-experts"


class Workplace(StrEnum):
    """Where the work is done. Only fully remote work is schema.org's TELECOMMUTE."""

    ON_SITE = "on-site"
    HYBRID = "hybrid"
    REMOTE = "remote"


ANYWHERE = "anywhere"


def _applicants_from(node: Node, name: str, report: Report) -> tuple[str, ...] | None:
    if isinstance(node, Scalar) and node.text == ANYWHERE:
        return (ANYWHERE,)
    return one_or_several(COUNTRY).parse(node, name, report)


APPLICANTS_FROM = FieldType(_applicants_from, "country codes, or 'anywhere'", one_or_several(COUNTRY).schema)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDate:
    """A date an applicant should know: interviews, a test, the first day."""

    what: str = declared(LINE, "What happens.", "Interviews", required="say what happens")
    when: str = declared(LINE, "When, in words.", "second half of March 2026", required="say when")
    url: str | None = declared(HTTPS_URL, "Where to read more.", "https://example.org/interviews")


@dataclass(frozen=True, kw_only=True)
class Posting:
    """One file of `content/postings/`."""

    id: str
    path: str
    title: str = common.title("Data Analyst, Urban Mobility")
    organisation: tuple[str, ...] = declared(
        one_or_several(ID),
        "Id of the organisation that hires; of several, the first hires.",
        "cemr",
        required="every posting names who is hiring",
    )
    published: Moment = common.published("posting")
    deadline: Moment | Rolling | None = declared(
        DEADLINE,
        "Last day to apply (that whole day counts), or its minute, or `rolling`. Only a translation may lack it.",
        '"2026-03-31 23:59"',
    )
    review_by: Moment | None = declared(
        DAY, "With `rolling`: the last day before somebody must look at it again; it closes then.", "2026-12-31"
    )
    apply: Apply | None = declared(
        APPLY,
        "How to apply: an e-mail address or a link. Only a translation may lack it.",
        "{email: jobs@example.org}",
    )
    kind: PostingKind = declared(one_of(PostingKind), "What is offered.", "job", default=PostingKind.JOB)
    summary: str | None = common.summary()
    lang: str | None = common.lang()
    topics: tuple[str, ...] = common.topics()
    updated: Moment | None = common.updated()
    timezone: str | None = declared(
        ZONE_OR_AOE,
        "Zone its times are meant in; else the organisation's. `AoE` (anywhere on Earth) is for the deadline alone.",
        "Europe/Madrid",
    )
    deadline_was: tuple[EarlierDeadline, ...] = declared(
        one_or_several(EARLIER_DEADLINE),
        "Earlier deadlines, oldest first, when it was extended or brought forward.",
        "2026-02-28",
        default=(),
    )
    review_was: tuple[EarlierReview, ...] = declared(
        one_or_several(EARLIER_REVIEW),
        "Earlier days of review, oldest first, when one was moved after it had passed.",
        "{review_by: 2026-06-30, changed: 2026-07-03}",
        default=(),
    )
    place: tuple[Place, ...] = declared(
        one_or_several(PLACE), "Where the work is.", "{city: Brussels, country: BE}", default=()
    )
    workplace: Workplace | None = declared(one_of(Workplace), "On site, hybrid or remote.", "hybrid")
    applicants_from: tuple[str, ...] = declared(
        APPLICANTS_FROM, "With `remote`: the countries one may work from, or `anywhere`.", "[BE, FR]", default=()
    )
    employment: tuple[Employment, ...] = declared(
        list_of(one_of(Employment)), "Full time, part time and the like.", "[full-time]", default=()
    )
    contract: Contract | None = declared(
        CONTRACT, "Kind and length of the contract.", "{type: fixed-term, duration: one year}"
    )
    starts: str | None = declared(LINE, "First day, in words.", "as soon as possible")
    salary: Salary | None = declared(
        SALARY, "Pay; Directive (EU) 2023/970 asks for it.", "{min: 42000, max: 48000, currency: EUR, per: year}"
    )
    benefits: tuple[str, ...] = declared(
        list_of(LINE), "What else comes with it.", "[meal vouchers, public transport]", default=()
    )
    languages: tuple[tuple[str, LanguageLevel], ...] = declared(
        mapping_by(LANGUAGE, one_of(LanguageLevel), "languages with a level, like {en: fluent}"),
        "Languages asked for, each with a level.",
        "{en: fluent, fr: professional, es: asset}",
        default=(),
    )
    experience: str | None = declared(LINE, "Experience asked for, in words.", "2 years")
    education: str | None = declared(LINE, "Education asked for, in words.", "a master's degree")
    dates: tuple[KeyDate, ...] = declared(
        list_of(record_of(KeyDate, "what happens and when")),
        "Other dates to know.",
        "[{what: Interviews, when: mid-March 2026}]",
        default=(),
    )
    attachments: tuple[Attachment, ...] = declared(
        list_of(ATTACHMENT), "Files to download.", "[{file: files/profile.pdf, title: Job profile}]", default=()
    )
    closed: Closed | None = declared(
        CLOSED, "Set when it closes before its deadline.", "{on: 2026-03-10, because: filled}"
    )
    reopened: tuple[Reopened, ...] = declared(
        one_or_several(REOPENED),
        "Set when a posting that was closed is open again, in place of `closed`; several of them oldest first.",
        "{on: 2026-03-12, was: {on: 2026-03-10, because: filled}}",
        default=(),
    )
    reference: str | None = declared(LINE, "The employer's own number for it.", "HR/2026/07")
    positions: int | None = declared(NUMBER, "How many people are wanted.", "2")
    hours: str | None = declared(LINE, "Working time, in words.", "38 a week")
    image: Image | None = common.image()
    status: common.Visibility | None = common.status()
    formerly: tuple[str, ...] = common.formerly()
    translation_of: str | None = common.translation_of()

    def check(self, where: Where) -> None:
        """What no field can know alone. A translation takes deadline and apply from its original."""
        common.advise_on_title(self.title, where)
        if not where.has("translation_of"):
            if not where.has("deadline"):
                where.problem("deadline", "missing", "write the last day to apply, or 'rolling' with a review_by")
            if not where.has("apply"):
                where.problem("apply", "missing", "say how to apply: an email or a url")
        if where.knows("deadline"):
            self._check_review(where)
        if where.knows("workplace"):
            self._check_applicants(where)

    def _check_review(self, where: Where) -> None:
        is_rolling = isinstance(self.deadline, Rolling)
        if is_rolling and not where.has("review_by"):
            where.problem(
                "review_by", "missing", "a rolling posting names the day somebody looks at it again; it closes then"
            )
        if where.has("review_by") and not is_rolling:
            where.problem(
                "review_by", "only a rolling posting has one", "write 'deadline: rolling', or delete this line"
            )

    def _check_applicants(self, where: Where) -> None:
        is_remote = self.workplace is Workplace.REMOTE
        if is_remote and not where.has("applicants_from"):
            where.problem(
                "applicants_from", "missing", "remote work names the countries one may work from, or 'anywhere'"
            )
        if where.has("applicants_from") and not is_remote:
            where.problem(
                "applicants_from", "only remote work has it", "write 'workplace: remote', or delete this line"
            )
