"""The postings of the demo: every kind, country, workplace, contract and pay, in every state of their lives."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from random import Random
from typing import Any

from bench.demo.document import bullets, document, numbers
from bench.demo.english import ENGLISH
from bench.demo.lives import LIVES
from bench.demo.organisations import ORGANISATIONS, TEXTS, Demo, Organisation
from bench.demo.texts import Texts
from bench.items import Town
from bench.words import TOWNS
from jobboard.source.slug import to_slug

KINDS = {
    **dict.fromkeys(ENGLISH.roles, "job"),
    "trainee": "traineeship",
    "secondment": "secondment",
    "mentor": "volunteering",
    "reviewer": "call-for-experts",
}
_TRANSLATED = 12
"""Every so manieth posting has a second language."""

_PICTURES = 12
_LEVELS = ("asset", "basic", "working", "professional")


def posting_files(demo: Demo) -> dict[str, bytes]:
    """A file for each posting and each translation of one."""
    return dict(_files(demo))


def _files(demo: Demo) -> Iterator[tuple[str, bytes]]:
    rng = demo.rng("postings", "order")
    lives = [life for life, (count, _) in LIVES.items() for _ in range(count)]
    works = rng.sample([*itertools.product(ORGANISATIONS, ENGLISH.roles, ENGLISH.fields)], len(lives))
    for number, (life, work) in enumerate(zip(lives, works, strict=True)):
        posting = _Posting(demo, number, life, *work)
        yield posting.file(posting.organisation.lang)
        if number % _TRANSLATED == 0:
            yield posting.file("fr" if posting.organisation.lang == "en" else "en")


class _Posting:
    """One posting, which can be written in any language."""

    def __init__(self, demo: Demo, number: int, life: str, organisation: Organisation, role: str, field: str) -> None:
        self.organisation, self._role, self._field, self._life = organisation, role, field, life
        self._number, self._kind = number, KINDS[role]
        self._demo, self._today = demo, demo.now.date()

    def _rng_of(self, what: str) -> Random:
        return self._demo.rng(f"posting/{what}", self._number)

    def file(self, lang: str) -> tuple[str, bytes]:
        """Its path and its text in a language; in another one than the organisation's it is a translation."""
        texts = TEXTS[lang]
        is_own = lang == self.organisation.lang
        fields = {
            "title": self._title(texts),
            "lang": lang if lang != "en" else "",
            "translation_of": "" if is_own else self._id(self.organisation.texts),
            "summary": f"{texts.fields[self._field].team}",
            "organisation": self.organisation.id,
            **(self._facts(texts) if is_own else {"published": self._life_in(texts)["published"]}),
            **self._words(texts),
        }
        return f"postings/{self._id(texts)}.md", document(fields, self._body(texts))

    def _title(self, texts: Texts) -> str:
        return f"{texts.roles[self._role].title}, {texts.fields[self._field].name}"

    def _id(self, texts: Texts) -> str:
        return to_slug(f"{self._title(texts)} {self.organisation.id}")

    def _life_in(self, texts: Texts) -> dict[str, Any]:
        return LIVES[self._life][1](self._rng_of("life"), self._today, texts)

    def _facts(self, texts: Texts) -> dict[str, Any]:
        rng, organisation = self._rng_of("facts"), self.organisation
        workplace = rng.choices(("on-site", "hybrid", "remote"), (40, 45, 15))[0]
        towns = [organisation.town]
        if rng.random() < 0.25:
            towns = rng.sample(TOWNS, rng.choice((1, 1, 2)))
        mail = f"jobs@{organisation.id}.example"
        by_form = {"url": f"{organisation.website}/apply/{self._number}"}
        mails = [mail, f"people@{organisation.id}.example"] if self._number % 10 == 3 else mail
        by_mail = {"email": mails, "subject": self._reference, "documents": list(texts.documents[: rng.randint(1, 4)])}
        return {
            **self._life_in(texts),
            "kind": self._kind,
            "topics": list(dict.fromkeys([self._field, rng.choice([*texts.fields])][: rng.choice((1, 1, 2))])),
            "place": self._places(towns),
            "workplace": workplace,
            "applicants_from": sorted({organisation.town.country, "BE", "FR", "ES"}) if workplace == "remote" else "",
            "employment": self._employment(rng),
            "contract": self._contract(rng, texts),
            "salary": self._salary(rng, texts),
            "languages": self._languages(rng),
            "reference": self._reference if rng.random() < 0.7 else "",
            "positions": rng.choice((2, 3)) if rng.random() < 0.1 else self._several(texts),
            "eligibility": self._eligibility(),
            "contacts": self._contacts(texts),
            "apply": by_mail if rng.random() < 0.6 else by_form,
            "image": self._image(texts),
            "attachments": [{"file": "files/profile.pdf", "title": texts.profile}] if self._number % 9 == 4 else [],
        }

    @property
    def _reference(self) -> str:
        return f"{self.organisation.id[:3].upper()}-{self._number + 100}"

    def _employment(self, rng: Random) -> list[str]:
        if self._kind == "volunteering":
            return ["volunteer"]
        if self._kind == "call-for-experts":
            return ["contractor"]
        if self._kind == "traineeship":
            return ["intern"]
        return rng.choice((["full-time"], ["full-time"], ["part-time"], ["full-time", "part-time"]))

    def _contract(self, rng: Random, texts: Texts) -> dict[str, Any] | str:
        if self._kind in ("volunteering", "call-for-experts"):
            return ""
        if self._kind == "job" and rng.random() < 0.5:
            return {"type": "permanent"}
        return {"type": "fixed-term", "duration": rng.choice(texts.durations), "renewable": rng.random() < 0.5}

    def _salary(self, rng: Random, texts: Texts) -> dict[str, Any]:
        rate, currency = self.organisation.rate, self.organisation.currency
        if self._kind == "volunteering":
            return {"note": texts.unpaid}
        if self._kind == "call-for-experts":
            amount = round(rng.randrange(300, 600, 50) * rate)
            if self._number % 2:
                return {"amount": amount * 12, "currency": currency, "per": "assignment"}
            return {"amount": amount, "currency": currency, "per": "day"}
        if self._kind == "traineeship":
            return {"amount": round(rng.randrange(900, 1500, 50) * rate), "currency": currency, "per": "month"}
        low = rng.randrange(2400, 4600, 100)
        months, per = rng.choice(((1, "month"), (12, "year")))
        found = {"min": round(low * months * rate), "max": round((low + rng.randrange(300, 1200, 100)) * months * rate)}
        return {**found, "currency": currency, "per": per, **({"note": texts.gross} if rng.random() < 0.4 else {})}

    def _places(self, towns: list[Town]) -> list[dict[str, str]]:
        """Its towns; now and then the whole country."""
        if self._number % 20 == 7:
            return [{"country": code} for code in dict.fromkeys(town.country for town in towns)]
        return [{"city": town.name, "country": town.country} for town in towns]

    def _several(self, texts: Texts) -> str:
        return texts.several if self._kind == "call-for-experts" else ""

    def _eligibility(self) -> dict[str, Any]:
        found = ({"permit": "required"}, {"permit": "sponsored", "relocation": True}, {"permit": "not-needed"})
        return dict(found[self._number // 4 % 3]) if self._number % 4 == 1 else {}

    def _contacts(self, texts: Texts) -> list[dict[str, str]]:
        """Whom to ask: a team, never a person."""
        if self._number % 3:
            return []
        return [{"name": texts.team, "email": f"team@{self.organisation.id}.example"}]

    def _languages(self, rng: Random) -> dict[str, str]:
        others = rng.sample([each for each in ("en", "fr", "es", "de", "pt") if each != self.organisation.lang], 2)
        return {self.organisation.lang: "fluent", **{each: rng.choice(_LEVELS) for each in others}}

    def _image(self, texts: Texts) -> dict[str, str] | str:
        if self._number % 6:
            return ""
        return {"file": f"images/town-{self._number // 6 % _PICTURES}.jpg", "alt": texts.picture}

    def _words(self, texts: Texts) -> dict[str, Any]:
        """What every language says in its own words: the same places in its lists."""
        rng = self._rng_of("words")
        what, when = texts.interviews
        places = [rng.randrange(3) for _ in range(4)]
        return {
            "experience": texts.experience[places[0]],
            "education": texts.education[places[1]] if rng.random() < 0.5 else "",
            "skills": list(texts.skills[: 1 + self._number % 4]) if self._number % 2 else [],
            "travel": texts.travel[self._number % 3] if self._number % 5 == 2 else "",
            "hours": texts.hours[places[2]] if self._kind == "job" else "",
            "starts": texts.starts[places[3]],
            "benefits": list(texts.benefits[: rng.randint(1, 4)]) if self._kind in ("job", "traineeship") else [],
            "dates": [{"what": what, "when": when}] if rng.random() < 0.4 else [],
        }

    def _body(self, texts: Texts) -> list[str]:
        rng, role, field = self._rng_of("body"), texts.roles[self._role], texts.fields[self._field]
        offers = sorted(rng.sample(range(7), 4))
        parts = [
            texts.sample_posting,
            f"{field.why} {field.team}",
            *(f"## {texts.doing}", bullets(role.tasks)),
            *(f"## {texts.bringing}", bullets(role.needs)),
        ]
        if self._kind in ("job", "traineeship"):
            parts += [f"## {texts.offering}", bullets(texts.offers[place] for place in offers)]
        return [*parts, f"## {texts.choosing}", numbers(texts.process)]
