"""A board with every form of every field that the filter knows, as plain values: its content and its truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.helpers import SITE, make_organisation, make_posting
from tests.pictures import jpeg

NOW = "2026-03-16 12:00"
TODAY = date(2026, 3, 16)
THREE = replace(SITE, languages=("en", "fr", "es"), page_size=100)
HOME_ZONE = "Europe/Brussels"

ORGANISATIONS = {
    "example-network": (),
    "union": (),
    "office": ("union",),
    "desk": ("office", "union"),
    "atelier": ("example-network",),
    "academy": (),
}
"""Each with those it is part of, nearest first."""

_ORGANISATION_FILES: dict[str, str | bytes | None] = {
    "images/logo.jpg": jpeg(200, 200),
    "organisations/union.md": make_organisation(name="Union of Rivers & Lakes", short_name="URL"),
    "organisations/office.md": make_organisation(name="River Office", part_of="union"),
    "organisations/desk.md": make_organisation(
        name="Desk of Wells", part_of="office", logo="{file: images/logo.jpg, alt: A well}"
    ),
    "organisations/atelier.md": make_organisation(name="Atelier des Ponts", lang="fr", part_of="example-network"),
    "organisations/academy.md": make_organisation(name="أكاديمية الأنهار", lang="ar"),
}


@dataclass(frozen=True, kw_only=True)
class Sought:
    """A posting as its author thinks of it. `towns` are countries with the town or region written, and its key."""

    id: str
    title: str
    organisations: tuple[str, ...]
    kind: str = "job"
    towns: tuple[tuple[str, str, str], ...] = ()
    workplace: str = ""
    applicants: tuple[str, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    topics: tuple[str, ...] = ()
    contract: str = ""
    permit: str = ""
    pay: tuple[float | None, float | None, str, str] | None = None
    note: str = ""
    published: str = "2026-03-02"
    deadline: str = "2026-04-15"
    review: str = ""
    zone: str = HOME_ZONE
    lang: str = "en"
    early: str = ""
    reopened: str = ""
    was: str = ""
    original: str = ""

    @property
    def closes(self) -> datetime:
        if self.early:
            return datetime.combine(date.fromisoformat(self.early), time(), ZoneInfo(self.own_zone))
        end = self.review or self.deadline
        if len(end) == len("2026-04-15"):
            return datetime.combine(date.fromisoformat(end) + timedelta(1), time(), ZoneInfo(self.deadline_zone))
        found = datetime.fromisoformat(end)
        return (found if found.tzinfo else found.replace(tzinfo=ZoneInfo(self.deadline_zone))) + timedelta(minutes=1)

    @property
    def own_zone(self) -> str:
        """In which it is published; Anywhere on Earth is for deadlines alone."""
        return HOME_ZONE if self.zone == "AoE" else self.zone

    @property
    def deadline_zone(self) -> str:
        return "Etc/GMT+12" if self.zone == "AoE" else self.zone

    @property
    def last_day(self) -> date:
        """The last to apply, where the deadline is."""
        return (self.closes - timedelta(minutes=1)).astimezone(ZoneInfo(self.deadline_zone)).date()

    @property
    def needed(self) -> set[str]:
        """The languages one must speak: of none asked for, that of the text."""
        return {code for code, level in self.languages if level != "asset"} or {self.lang}

    @property
    def above(self) -> set[str]:
        return {name for each in self.organisations for name in (each, *ORGANISATIONS[each])}

    def written(self) -> str:
        """Its file."""
        if self.original:
            return make_posting(
                title=self.title,
                lang=self.lang,
                translation_of=self.original,
                organisation=None,
                deadline=None,
                apply=None,
            )
        fields: dict[str, str | None] = {
            "title": f"'{self.title}'",
            "organisation": f"[{', '.join(self.organisations)}]",
            "kind": self.kind,
            "published": self.published,
            "deadline": "rolling" if self.review else f'"{self.deadline}"',
            "review_by": self.review or None,
            "timezone": self.zone if self.zone != HOME_ZONE else None,
            "lang": self.lang if self.lang != "en" else None,
            "workplace": self.workplace or None,
            "applicants_from": _listed(self.applicants) if self.applicants != ("anywhere",) else "anywhere",
            "languages": _mapped(self.languages),
            "topics": _listed(self.topics),
            "contract": f"{{type: {self.contract}}}" if self.contract else None,
            "eligibility": f"{{permit: {self.permit}}}" if self.permit else None,
            "place": _listed(_place(*each) for each in self.towns),
            "salary": self._salary(),
            "closed": f"{{on: {self.early}, because: filled}}" if self.early else None,
            "reopened": self.reopened or None,
            "deadline_was": self.was or None,
        }
        return make_posting(**fields)

    def _salary(self) -> str | None:
        note = f"note: {self.note}" if self.note else ""
        if self.pay is None:
            return f"{{{note}}}" if note else None
        low, high, currency, per = self.pay
        ends = [f"amount: {low}"] if low == high else [f"{k}: {v}" for k, v in (("min", low), ("max", high)) if v]
        return f"{{{', '.join([*ends, f'currency: {currency}', f'per: {per}', *filter(None, [note])])}}}"


def _listed(them: Iterator[str] | tuple[str, ...]) -> str | None:
    return f"[{', '.join(them)}]" if (them := tuple(them)) else None


def _mapped(languages: tuple[tuple[str, str], ...]) -> str | None:
    if languages and not any(level for _, level in languages):
        return _listed(tuple(code for code, _ in languages))
    return "{" + ", ".join(f"{code}: {level}" for code, level in languages) + "}" if languages else None


def _place(country: str, name: str, key: str) -> str:
    if not name:
        return f"{{country: {country}}}"
    return f"{{{'region' if key == 'wallonia' else 'city'}: {name}, country: {country}}}"


_TITLES = (
    "Analyst of the Élbe", "Archivist", "Chargé d’études", "Cook – night shift", "Œuvre keeper", "Diver (wells)",
    "Engineer for bridges & dams", "Fønster maker", "Gardener", "Häuserverwalter", "Inspector of łódki", "Juriste",
)  # fmt: skip
_EMPLOYERS = (
    ("example-network",), ("office",), ("desk",), ("atelier", "academy"), ("union",), ("academy",), ("atelier",),
)  # fmt: skip
_KINDS = ("job", "traineeship", "secondment", "volunteering", "call-for-experts")
_TOWNS = (
    (("BE", "Brussels", "brussels"),),
    (("BE", "Bruxelles", "brussels"), ("FR", "Paris", "paris")),
    (),
    (("PT", "", ""),),
    (("BE", "Bruselas", "brussels"),),
    (("UY", "Montevideo", "montevideo"),),
    (("BE", "Wallonia", "wallonia"),),
    (("DE", "Köln", "cologne"), ("DE", "Old Mill", "old-mill")),
    (("PT", "Lisboa", "lisbon"),),
    (("NZ", "Auckland", "auckland"), ("BE", "", "")),
)
_WORKPLACES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ()), ("on-site", ()), ("remote", ("BE", "FR")), ("hybrid", ()), ("remote", ("anywhere",)), ("remote", ("PT",)),
)  # fmt: skip
_LANGUAGES: tuple[tuple[tuple[str, str], ...], ...] = (
    (),
    (("en", "C1"),),
    (("en", "fluent"), ("fr", "B2")),
    (("fr", ""),),
    (("de", ""), ("nl", "")),
    (("en", "working"), ("es", "asset")),
    (("es", "asset"),),
    (("es", "native"), ("en", "B1"), ("fr", "basic")),
)
_TOPICS: tuple[tuple[str, ...], ...] = (("culture",), (), ("mobility",), ("culture", "mobility"))
_PERMITS = ("", "required", "not-needed", "sponsored", "")
_CONTRACTS = ("permanent", "fixed-term", "", "other")
_PAYS = (
    None,
    (3200, 3200, "EUR", "month"),
    (42000, 48000, "EUR", "year"),
    (2900.5, None, "EUR", "month"),
    (None, 61250, "EUR", "year"),
    (900, 1100, "EUR", "week"),
    (180, 180, "EUR", "day"),
    (15.75, 21, "EUR", "hour"),
    (9000, 9000, "EUR", "assignment"),
    (5160, 7300, "PLN", "month"),
    (1234, 1234, "GBP", "month"),
    (36000, None, "GBP", "year"),
    (4000, 4000, "CHF", "month"),
    (3100, 3600, "USD", "month"),
    (350000, 350000, "JPY", "month"),
    (None, 2400.25, "SEK", "week"),
    (1500000, 1500000, "XOF", "year"),
)
_DEADLINES = (
    ("2026-04-15", HOME_ZONE),
    ("2026-04-15 17:00", HOME_ZONE),
    ("2026-04-14", "AoE"),
    ("2026-04-15", "Pacific/Auckland"),
    ("2026-05-05T12:00-05:00", HOME_ZONE),
    ("2027-02-01", HOME_ZONE),
    ("2026-04-15 09:30", "America/Montevideo"),
    ("2026-03-18", HOME_ZONE),
    ("2026-10-25T02:30+02:00", HOME_ZONE),
    ("2026-10-25T02:30+01:00", HOME_ZONE),
    ("rolling", HOME_ZONE),
)
_PUBLISHED = ("2026-03-02", "2026-03-09", "2025-12-20", "2026-03-16", "2026-03-10 23:30", "2026-03-08")
_LANGS = ("en", "en", "fr", "en", "es", "he", "en")


def _cycled(n: int) -> Sought:
    """One of sixty: each field goes round at its own pace, so that every two of them meet in many ways."""
    workplace, applicants = _WORKPLACES[n % 6]
    deadline, zone = _DEADLINES[n % 11]
    return Sought(
        id=f"p{n:02}",
        title=f"{_TITLES[n % 12]} {n}",
        organisations=_EMPLOYERS[n % 7],
        kind=_KINDS[n % 5],
        towns=_TOWNS[(n * 7 + n // 10) % 10],
        workplace=workplace,
        applicants=applicants,
        languages=_LANGUAGES[n * 3 % 8],
        topics=_TOPICS[n // 2 % 4],
        contract=_CONTRACTS[n // 3 % 4],
        permit=_PERMITS[n // 5 % 5],
        pay=_PAYS[n % 17],
        note="gross" if n % 3 == 0 else "",
        published=_PUBLISHED[n // 4 % 6],
        deadline=deadline,
        review="2026-06-30" if deadline == "rolling" else "",
        zone=zone,
        lang=_LANGS[n // 2 % 7],
    )


_PLAIN = Sought(id="x", title="x", organisations=("office",))

SOUGHT = (
    *map(_cycled, range(60)),
    replace(_PLAIN, id="longer", title="Given more time", was="{deadline: 2026-03-30, changed: 2026-03-10}"),
    replace(_PLAIN, id="shorter", title="Given less time", was="{deadline: 2026-04-30, changed: 2026-03-10}"),
    replace(
        _PLAIN, id="again", title="Open again", reopened="{on: 2026-03-12, was: {on: 2026-03-05, because: filled}}"
    ),
    replace(_PLAIN, id="early", title="Over before its deadline", early="2026-03-25", deadline="2027-02-15"),
    replace(_PLAIN, id="early-far", title="Over early, far away", early="2026-03-25", zone="Pacific/Auckland"),
    replace(_PLAIN, id="twin-a", title="Twins", organisations=("atelier", "desk")),
    replace(_PLAIN, id="twin-b", title="Twins", organisations=("union",), deadline="2026-04-16"),
    replace(_PLAIN, id="only-words", title="Paid in words", note="by agreement"),
    replace(_PLAIN, id="ltr", title="גנן Gardener, 2nd <b>class</b> & \"so\"", lang="he"),
    replace(_PLAIN, id="a" + "-very" * 15 + "-long", title="A" + " very" * 15 + " long title of one posting"),
    replace(_PLAIN, id="source", title="Source of the river", topics=("culture",)),
    replace(_PLAIN, id="source-fr", title="Source de la rivière", lang="fr", original="source", topics=("culture",)),
    replace(_PLAIN, id="quelle", title="Quelle des Flusses", lang="de", kind="traineeship"),
    replace(_PLAIN, id="spring", title="Spring of it", original="quelle", kind="traineeship"),
)  # fmt: skip

FILES: dict[str, str | bytes | None] = {
    **_ORGANISATION_FILES,
    **{f"postings/{each.id}.md": each.written() for each in SOUGHT},
}
