"""The event: training, webinar, exchange, mentoring, meeting or conference (schema.org Event).

Longer than other modules, since most of it is one table: a field with its meaning and the names people write for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from jobboard.model import common
from jobboard.model.fields.field import MISSING, FieldType, Shared, declared
from jobboard.model.fields.input import Input
from jobboard.model.fields.lists import list_of, one_or_several
from jobboard.model.fields.record import FIELDS_EXPECTED, Where, describe, record_type
from jobboard.model.fields.references import id_in
from jobboard.model.fields.values import EMAIL, HTTPS_URL, LANGUAGE, LINE, MOMENT, YES_OR_NO, one_of
from jobboard.model.moments.moment import Moment
from jobboard.model.parts.closing import LAST_MOMENT
from jobboard.model.parts.general import AUTHOR, CONTACT, PLACE, Author, Contact, Image, Place
from jobboard.model.parts.sessions import ENDS, SESSIONS, STARTS, EventSession, check_span
from jobboard.source.message import UNSAID, message, phrase
from jobboard.source.problem import Report
from jobboard.source.yaml.tree import Node, Scalar

STATUS_WITHOUT_UPDATED = message(
    "event-status-without-updated", "%(status)s, but without 'updated', by which feeds and calendars take notice"
)
RULE_OF_A_CALENDAR = message("calendar-rule", "a calendar's rule (RRULE), which readers would be shown as it is")
STARTS_BESIDE_SESSIONS = message(
    "starts-beside-sessions", "given beside 'sessions', and an event starts with its first session"
)
ENDS_BESIDE_SESSIONS = message(
    "ends-beside-sessions", "given beside 'sessions', and an event ends with its last session"
)
SESSIONS_HALF_WITH_HOURS = message("sessions-hour-missing", "some have an hour, and others have none")

_RULE = re.compile(r"\bFREQ=", re.IGNORECASE)


class EventKind(StrEnum):
    """What an event is."""

    TRAINING = "training"
    WEBINAR = "webinar"
    EXCHANGE = "exchange"
    MENTORING = "mentoring"
    MEETING = "meeting"
    CONFERENCE = "conference"
    OTHER = "other"


class EventStatus(StrEnum):
    """What an author may say of an event; whether it is to come, under way or past follows from its dates."""

    DRAFT = "draft"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


class NotHeld(StrEnum):
    """What had been said of an event that takes place after all."""

    CANCELLED = "cancelled"
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Online:
    """Where an event is followed on the web; without an address, those who register are told."""

    EXAMPLE: ClassVar = ("url",)

    url: str | None = declared(HTTPS_URL, "Where to join.", "https://meet.example.org/budgets", shared=Shared.LENT)


_ONLINE_RECORD = record_type(Online, phrase("true, or {url}"))


def _online(node: Node, name: str, report: Report) -> Online | None:
    if not isinstance(node, Scalar):
        return _ONLINE_RECORD.parse(node, name, report)
    if node.text.lower() in ("true", "yes"):
        return Online()
    is_no = node.text.lower() in ("false", "no")
    is_address = HTTPS_URL.parse(node, name, Report("")) is not None
    address = phrase("write %(written)s", written=f"{{url: {node.text}}}") if is_address else UNSAID
    hint = phrase("delete the line") if is_no else address
    report.problem(node.line, name, FIELDS_EXPECTED(words=ONLINE.words, found=describe(node)), hint)
    return None


ONLINE: FieldType[Online] = FieldType(
    _online,
    phrase("true, or {url}"),
    {"anyOf": [YES_OR_NO.schema, _ONLINE_RECORD.schema]},
    record=Online,
    asked=Input.GROUP_OR_YES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """How to register, and until when; without a deadline until the event is over."""

    EXAMPLE: ClassVar = ("url",)

    url: str | None = declared(HTTPS_URL, "Where the form is.", "https://example.org/register")
    email: str | None = declared(EMAIL, "Where to write.", "events@example.org")
    deadline: Moment | None = declared(
        LAST_MOMENT, "Last day or minute to register; a day counts whole.", "2027-02-26", shared=Shared.SAME
    )

    def check(self, where: Where) -> None:
        if not where.has("url", "email"):
            where.problem("url", MISSING, phrase("say how to register: a url or an email"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """Where it can be seen or heard afterwards."""

    url: str = declared(
        HTTPS_URL, "Where it is.", "https://video.example.org/1", required=phrase("a recording has an address")
    )
    captions: bool | None = declared(YES_OR_NO, "Whether it has captions, for those who cannot hear it.", "yes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reinstated:
    """An event that takes place after all, from the start of that day or the minute given."""

    on: Moment = declared(
        MOMENT,
        "From when it is to take place again.",
        "2027-02-10",
        required=phrase("say since when it takes place again"),
        also="date since from day",
        shared=Shared.SAME,
    )
    was: NotHeld = declared(
        one_of(NotHeld),
        "What stood in `status`.",
        "cancelled",
        required=phrase("say what it was: cancelled or postponed"),
        also="status state",
        shared=Shared.SAME,
    )


@dataclass(frozen=True, kw_only=True)
class Event:
    """One file of `content/events/`."""

    id: str
    path: str
    title: str = common.title("Budgets that residents can read")
    organisations: tuple[str, ...] = declared(
        list_of(id_in("organisations")),
        "Ids of the organisations that hold it, the first answers for it.",
        "[cemr, uclg]",
        required=phrase("every event names who holds it: organisations: [example-network]"),
        also="organisation organization organizations organiser organizer host hosts organisateur organizador",
        shared=Shared.SAME,
    )
    published: Moment = common.published(phrase("say when the event appears: published: 2026-03-02"))
    starts: Moment | None = declared(
        STARTS,
        "First day, or the minute it begins.",
        '"2027-03-04 14:00"',
        required=phrase("say when it starts: starts: 2027-03-04, or starts: 2027-03-04 14:00"),
        unless="sessions",
        also="start start_date starts_at begin begins event_date when from date debut inicio fecha_de_inicio",
        shared=Shared.SAME,
    )
    ends: Moment | None = declared(
        ENDS,
        "Last day (it counts whole), or the minute it is over.",
        '"2027-03-04 16:00"',
        also="end end_date ends_at finish finishes until to fin date_de_fin fecha_de_fin",
        shared=Shared.SAME,
    )
    sessions: tuple[EventSession, ...] = declared(
        SESSIONS,
        "If it is held at several times: each of them, in order, in place of `starts` and `ends`.",
        '[{starts: "2027-03-04 14:00", ends: "2027-03-04 16:00", title: What a budget says}]',
        default=(),
        also="dates session_dates occurrences schedule seances sesiones fechas",
        shared=Shared.SAME,
    )
    repeats: str | None = declared(
        LINE,
        "How often it is held again, in words; `starts` is then the next time.",
        "every first Tuesday of the month",
        also=(
            "repeat recurs recurring recurrence recurrence_rule rrule frequency every interval frequence periodicite "
            "se_repete recurrencia frecuencia periodicidad se_repite"
        ),
    )
    kind: EventKind = declared(
        one_of(EventKind),
        "What it is.",
        "webinar",
        default=EventKind.OTHER,
        also="type category event_type format genre tipo",
        shared=Shared.SAME,
    )
    summary: str | None = common.summary()
    lang: str | None = common.lang()
    topics: tuple[str, ...] = common.topics()
    updated: Moment | None = common.updated()
    timezone: str | None = common.timezone(Shared.SAME)
    place: Place | None = declared(
        PLACE,
        "Where it is held.",
        "{city: Ghent, country: BE, street: Example Hall}",
        also="places location venue where lieu lugar ubicacion sede",
        shared=Shared.SAME,
    )
    online: Online | None = declared(
        ONLINE,
        "If it is (also) held on the web.",
        "true",
        also="virtual remote is_online webinar_url meeting_url zoom teams en_ligne en_linea virtuel",
        shared=Shared.SAME,
    )
    register: Register | None = declared(
        record_type(Register, phrase("a url or an email")),
        "How to register.",
        "{url: https://example.org/register, deadline: 2027-02-26}",
        also="registration register_url registration_url rsvp sign_up tickets inscription inscriptions inscripcion",
        shared=Shared.LENT,
    )
    languages: tuple[str, ...] = declared(
        list_of(LANGUAGE),
        "Languages spoken at it.",
        "[en, fr]",
        default=(),
        also="interpretation langues idiomas",
        shared=Shared.SAME,
    )
    speakers: tuple[Author, ...] = declared(
        list_of(AUTHOR),
        "Who speaks.",
        "[{name: Ada Example, role: Head of policy}]",
        default=(),
        also="speaker authors author panel panellists intervenants ponentes ponente",
        shared=Shared.LENT,
    )
    recording: Recording | None = declared(
        record_type(Recording, phrase("an address")),
        "Where it can be seen afterwards.",
        "{url: https://video.example.org/1, captions: yes}",
        also="video replay recording_url enregistrement grabacion",
        shared=Shared.LENT,
    )
    contacts: tuple[Contact, ...] = declared(
        list_of(CONTACT),
        "Whom to ask; they leave the page when it is over.",
        "[{name: Events team, email: events@example.org}]",
        default=(),
        also="contact contacto contactos",
        shared=Shared.LENT,
    )
    image: Image | None = common.image(Shared.LENT)
    status: EventStatus | None = declared(
        one_of(EventStatus, phrase("whether it is to come or past follows from the dates: delete the line")),
        "`draft` keeps it off the site; `cancelled` and `postponed` keep its page, which says so.",
        "postponed",
        also=common.STATUS_ALSO,
        switches=(
            {
                **common.DRAFTS,
                "cancelled": "cancelled",
                "canceled": "cancelled",
                "postponed": "postponed",
                "reporte": "postponed",
                "cancelado": "cancelled",
                "aplazado": "postponed",
            }
        ),
        shared=Shared.SAME,
    )
    reopened: tuple[Reinstated, ...] = declared(
        one_or_several(record_type(Reinstated, phrase("the day, and what 'status' said"))),
        "Set when an event that was cancelled or postponed takes place after all, in place of `status`.",
        "{on: 2027-02-10, was: cancelled}",
        default=(),
        also="reinstated back_on open_again retabli restablecido",
        shared=Shared.SAME,
    )
    formerly: tuple[str, ...] = common.formerly()
    translation_of: str | None = common.translation_of()

    @property
    def held(self) -> tuple[EventSession, ...]:
        """Its sessions; of an event that names none the only one, when it is held."""
        if self.sessions or self.starts is None:
            return self.sessions
        return (EventSession(starts=self.starts, ends=self.ends),)

    def check(self, where: Where) -> None:
        """What no field can know alone. A translation takes its place and the way in from its original."""
        common.advise_on_title(self.title, where)
        if not where.has("place", "online", "translation_of"):
            where.problem("place", MISSING, phrase("say where it is held: a place, or 'online: true', or both of them"))
        if self.status in (EventStatus.CANCELLED, EventStatus.POSTPONED) and not where.has("updated", "translation_of"):
            where.advise(
                "status",
                STATUS_WITHOUT_UPDATED(status=self.status.value),
                phrase("add 'updated' with the day it was decided"),
            )
        if self.repeats is not None and _RULE.search(self.repeats):
            where.problem("repeats", RULE_OF_A_CALENDAR, phrase("say it in words: every first Tuesday of the month"))
        if "sessions" in where.lines:
            _check_sessions(self.sessions, where)
        else:
            check_span(self.starts, self.ends, where)


def _check_sessions(sessions: tuple[EventSession, ...] | None, where: Where) -> None:
    """Sessions say when the event is held, so nothing beside them does; they have an hour each, or none."""
    for name, beside in (("starts", STARTS_BESIDE_SESSIONS), ("ends", ENDS_BESIDE_SESSIONS)):
        if name in where.lines:
            where.problem(name, beside, phrase("delete this line, or 'sessions'"))
    if len({each.starts.time is None for each in sessions or ()}) > 1:
        hint = phrase("give every session an hour, or every one the day alone")
        where.problem("sessions", SESSIONS_HALF_WITH_HOURS, hint)
