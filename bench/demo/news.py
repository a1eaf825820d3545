"""The news and the events of the demo: all kinds, past and to come, some in two languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from bench.demo.document import document
from bench.demo.organisations import ORGANISATIONS, TEXTS, Demo, Organisation
from bench.demo.texts import Story, Texts
from jobboard.source.slug import to_slug

Fields = dict[str, Any]

_NEWS, _EVENTS, _PICTURES = 44, 26, 12
_KINDS = {"desk": "news", "study": "report", "prize": "news", "joint": "press-release", "opinion": "opinion"}
_DAYS = {"training": 2, "conference": 3, "exchange": 3}
"""How long an event lasts; another is over within an hour."""

_WEEKLY = "exchange"
"""What is held on days that are a week apart, each a session."""

_PEOPLE = ("Ada Example", "Blai Exemplar", "Clea Muster", "Dario Ejemplo", "Elin Exempel", "Farid Exemple")
_TRANSLATED = 8
"""Every so manieth has a second language."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """Something told by an organisation, on a field, as one of the stories of its language."""

    folder: str
    number: int
    organisation: Organisation
    field: str
    story: str
    rng: Random
    today: date

    @property
    def own(self) -> Texts:
        return self.organisation.texts

    def told(self, texts: Texts) -> Story:
        return stories(texts, self.folder)[self.story]

    def title(self, texts: Texts) -> str:
        return self.told(texts).title.format(field=texts.fields[self.field].name)

    def id(self, texts: Texts) -> str:
        return to_slug(f"{self.title(texts)} {self.organisation.id} {self.number}")

    def image(self, offset: int = 0) -> dict[str, str]:
        file = f"images/town-{(self.number + offset) % _PICTURES}.jpg"
        return {"file": file, "alt": self.own.picture, "credit": self.own.press_office}


def stories(texts: Texts, folder: str) -> Mapping[str, Story]:
    """What can be told in that folder."""
    return texts.events if folder == "events" else texts.news


def news_files(demo: Demo) -> dict[str, bytes]:
    """A file for each news item and each translation of one."""
    return dict(_files(demo, "news", _NEWS, _facts_of_news))


def event_files(demo: Demo) -> dict[str, bytes]:
    """A file for each event and each translation of one."""
    return dict(_files(demo, "events", _EVENTS, _facts_of_event))


def _files(demo: Demo, folder: str, count: int, facts_of: Callable[[Item], Fields]) -> Iterator[tuple[str, bytes]]:
    for number in range(count):
        item = _item(demo, folder, number)
        facts = facts_of(item)
        lang = item.organisation.lang
        yield _file(item, lang, facts)
        if number % _TRANSLATED == 0:
            shared: Fields = {name: facts[name] for name in ("organisations", "published", "starts") if name in facts}
            other = "en" if lang != "en" else "es"
            yield _file(item, other, {**shared, "translation_of": item.id(item.own)})


def _item(demo: Demo, folder: str, number: int) -> Item:
    rng = demo.rng(folder, number)
    organisation = ORGANISATIONS[number * 5 % len(ORGANISATIONS)]
    return Item(
        folder=folder,
        number=number,
        organisation=organisation,
        field=rng.choice([*organisation.texts.fields]),
        story=rng.choice([*stories(organisation.texts, folder)]),
        rng=rng,
        today=demo.now.date(),
    )


def _file(item: Item, lang: str, facts: Fields) -> tuple[str, bytes]:
    texts = TEXTS[lang]
    story, sample = item.told(texts), texts.sample_event if item.folder == "events" else texts.sample_news
    named = {"title": item.title(texts), "lang": lang if lang != "en" else "", "summary": story.summary}
    blocks = [sample, *story.paragraphs, texts.fields[item.field].why]
    return f"{item.folder}/{item.id(texts)}.md", document({**named, **facts}, blocks)


def _facts_of_news(item: Item) -> Fields:
    published = item.today - timedelta(days=1 + item.number * 13 + item.rng.randint(0, 9))
    author = {"name": item.rng.choice(_PEOPLE), "role": item.rng.choice(item.own.offices)}
    return {
        "published": published,
        "kind": _KINDS[item.story],
        "organisations": [item.organisation.id],
        "topics": [item.field],
        "image": item.image() if item.number % 2 == 0 else "",
        "authors": [author] if item.story == "opinion" else [],
        **(_facts_of_release(item, published) if item.story == "joint" else {}),
    }


def _facts_of_release(item: Item, published: date) -> Fields:
    rng, own = item.rng, item.own
    partner = rng.choice([each.id for each in ORGANISATIONS if each is not item.organisation])
    said = zip(rng.sample(own.quotes, 2), rng.sample(_PEOPLE, 2), rng.sample(own.offices, 2), strict=True)
    quotes = [{"text": text, "name": name, "role": role} for text, name, role in said]
    still = {name: value for name, value in item.image(1).items() if name != "credit"}
    correction = {"on": published + timedelta(days=1), "note": own.correction}
    return {
        "organisations": [item.organisation.id, partner],
        "quotes": [{**each, "organisation": item.organisation.id} for each in quotes],
        "contacts": [{"name": own.press_office, "email": f"press@{item.organisation.id}.example"}],
        "assets": [{**item.image(2), "title": item.organisation.short}],
        "embeds": [{"url": f"https://video.{item.organisation.id}.example/1", "title": own.film, "image": still}],
        "corrections": [correction] if rng.random() < 0.5 else [],
        "places": [item.organisation.town.name],
    }


def _facts_of_event(item: Item) -> Fields:
    organisation, own = item.organisation, item.own
    first = item.today + timedelta(days=item.number * 14 - 120 + item.rng.randint(0, 9))
    return {
        "published": min(first - timedelta(days=60), item.today - timedelta(days=1 + item.number)),
        "kind": item.story,
        "organisations": [organisation.id],
        "topics": [item.field],
        **_when(item.story, first),
        "languages": list(dict.fromkeys(["en", organisation.lang])),
        "contacts": [{"name": own.press_office, "email": f"events@{organisation.id}.example"}],
        "image": item.image() if item.number % 3 == 0 else "",
        "speakers": [{"name": _PEOPLE[item.number % 6], "role": own.offices[item.number % 4]}],
        **_where(item),
        **(_facts_to_come(item, first) if first > item.today else _facts_of_the_past(item)),
    }


def _when(story: str, first: date) -> Fields:
    days = _DAYS.get(story, 0)
    if story == _WEEKLY:
        return {"sessions": [{"starts": first + timedelta(days=7 * number)} for number in range(days)]}
    if days:
        return {"starts": first, "ends": first + timedelta(days=days - 1)}
    return {"starts": f"{first} 12:00", "ends": f"{first} 13:00"}


def _where(item: Item) -> Fields:
    town = item.organisation.town
    place = {"city": town.name, "country": town.country, "street": item.organisation.street}
    return {"online": True} if item.story == "webinar" else {"place": place}


def _facts_to_come(item: Item, first: date) -> Fields:
    until = {"url": f"{item.organisation.website}/register/{item.number}", "deadline": first - timedelta(days=7)}
    off = {"status": "cancelled" if item.number % 2 else "postponed", "updated": item.today - timedelta(days=2)}
    again = item.own.monthly if item.story == "webinar" else ""
    return {"register": until if item.number % 4 else "", "repeats": again, **(off if item.number % 11 == 0 else {})}


def _facts_of_the_past(item: Item) -> Fields:
    film = {"url": f"{item.organisation.website}/films/{item.number}", "captions": True}
    return {"recording": film if item.story == "webinar" else ""}
