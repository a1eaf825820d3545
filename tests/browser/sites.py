"""The sites that readers open in these tests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jobboard.board.site import WritingForm
from tests.helpers import (
    SITE,
    at,
    build_site,
    make_event,
    make_introduction,
    make_news,
    make_organisation,
    make_page,
    make_posting,
    write_site,
)
from tests.outputs.site.test_plain import STATEMENT
from tests.pictures import jpeg

PAGE = "/jobs/x/"
STALE = {"last_change": "2026-03-02T08:00:00Z", "next_change": "2026-03-20T23:00:00Z", "content": ""}


def build_one(tmp_path: Path, now: str = "2026-03-16 12:00", **fields: str | None) -> dict[str, bytes]:
    return build_site(write_site(tmp_path / "content", {"postings/x.md": make_posting(**fields)}), at(now))


def build_many(tmp_path: Path, *deadlines: str, now: str = "2026-03-16 12:00", page_size: int = 25) -> dict[str, bytes]:
    files = {f"postings/p{n}.md": make_posting(title=f"Post {n}", deadline=day) for n, day in enumerate(deadlines, 1)}
    return build_site(write_site(tmp_path / "content", files), at(now), site=replace(SITE, page_size=page_size))


EVERY_KIND = replace(
    SITE,
    languages=("en", "fr"),
    accessibility=STATEMENT,
    has_embeds=True,
    form=WritingForm(editors="editors@hub.example"),
)
"""A site that has every kind of page there is, with `content_of_every_kind`."""

SENTENCE = "Ada writes what the town reads."


def content_of_every_kind(words: str = SENTENCE, address: str = "towns") -> dict[str, str | bytes | None]:
    """An item of every kind with every field that a page shows; `words` are in all of them, `address` in addresses."""
    text = f'"{words}"'
    mail, web = f"{address}@hub.example", f"https://{address}.example/path?of=it"
    place = f"{{street: {text}, city: {text}, region: {text}, country: BE, postcode: '1000'}}"
    picture = f"{{file: images/town.jpg, alt: {text}, credit: {text}}}"
    people = f"[{{name: {text}, role: {text}, organisation: example-network}}]"
    contact = f"[{{name: {text}, email: {mail}, phone: +32 2 555 01 00, organisation: example-network}}]"
    return {
        "images/town.jpg": jpeg(900, 600),
        "files/plan.pdf": b"%PDF-1.4",
        "topics.yaml": f"culture: {{en: {text}, fr: {text}}}\n",
        "topics/culture.md": make_introduction(body_of(words, web, mail), title=text, summary=text),
        "organisations/example-network.md": make_organisation(
            body_of(words, web, mail),
            name=text,
            short_name=text,
            place=place,
            website=web,
            email=mail,
            newsroom=web,
            press_contacts=f"[{{name: {text}, email: press.{mail}, phone: +32 2 555 01 01}}]",
            logo=picture,
            social=f"[{{network: linkedin, url: {web}}}]",
            equal_opportunities=text,
            privacy=web,
        ),
        "organisations/part.md": make_organisation(part_of="example-network", name=f'"Part of {words}"'),
        "pages/about.md": make_page(body_of(words, web, mail), title=text, menu="main", formerly="[us]"),
        "postings/x.md": make_posting(
            body_of(words, web, mail),
            title=text,
            summary=text,
            topics="[culture]",
            place=place,
            workplace="hybrid",
            employment="[full-time]",
            hours=text,
            contract=f"{{type: fixed-term, duration: {text}, ends: {text}, renewable: true}}",
            starts=text,
            salary=f"{{note: {text}}}",
            benefits=f"[{text}]",
            languages="{en: fluent}",
            skills=f"[{text}]",
            experience=text,
            education=text,
            travel=text,
            positions=f'"several: {words}"',
            eligibility=f"{{permit: required, relocation: yes, note: {text}}}",
            reference=text,
            dates=f"[{{what: {text}, when: {text}, url: {web}}}]",
            attachments=f"[{{file: files/plan.pdf, title: {text}}}]",
            image=picture,
            deadline_was="{deadline: 2026-03-20, changed: 2026-03-05}",
            apply=f"{{email: apply.{mail}, url: {web}, subject: {text}, documents: [{text}], limit: {text},"
            f" note: {text}}}",
            contacts=contact.replace(mail, f"ask.{mail}"),
        ),
        "postings/premier.md": make_posting(lang="fr", translation_of="x", title=text, deadline=None, apply=None),
        "postings/over.md": make_posting(title=text, closed=f"{{on: 2026-03-10, because: filled, note: {text}}}"),
        "news/x.md": make_news(
            body_of(words, web, mail),
            title=text,
            summary=text,
            kind="press-release",
            places=f"[{text}]",
            topics="[culture]",
            image=picture,
            authors=people,
            quotes=f"[{{text: {text}, name: {text}, role: {text}, organisation: example-network}}]",
            contacts=contact,
            assets=f"[{{file: images/town.jpg, title: {text}, alt: {text}, credit: {text}}},"
            f" {{file: files/plan.pdf, title: {text}}}]",
            embeds=f"[{{url: {web}, title: {text}, image: {picture}}}]",
            corrections=f"[{{on: 2026-03-03, note: {text}}}]",
            distributed_by=text,
            link=web,
            related="[y]",
        ),
        "news/y.md": make_news(title=text, summary=text),
        "events/x.md": make_event(
            body_of(words, web, mail),
            title=text,
            summary=text,
            topics="[culture]",
            starts='"2026-05-05 14:00"',
            ends='"2026-05-05 16:00"',
            place=place,
            online=f"{{url: {web}}}",
            register=f"{{email: register.{mail}, deadline: 2026-05-01}}",
            languages="[en, fr]",
            speakers=people,
            recording=f"{{url: {web}, captions: true}}",
            contacts=contact,
            image=picture,
        ),
        "events/y.md": make_event(title=text, register=f"{{url: {web}}}", status="postponed"),
    }


def body_of(words: str, web: str, mail: str) -> str:
    """Every shape of text a body may have."""
    return f"""\
{words} [A form]({web}) and [the office](mailto:body.{mail}), <{web}>, <mailto:body.{mail}>, `{words}`.

## {words}

- {words}
    1. {words}

> {words}

| {words} | {words} | {words} |
|---|---|---|
| {words} | `{words}` | <{web}> |

```
{words} {words} {words}
```

Term
:   {words}

![{words}](images/town.jpg)

A note.[^1]

[^1]: {words}
"""
