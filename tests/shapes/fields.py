"""Shapes of front matter, of the list of topics, and of items that are no postings."""

from __future__ import annotations

from collections.abc import Callable

from jobboard.source.yaml.front_matter import MAX_CHARACTERS
from tests.helpers import TOPICS, make_event, make_news, make_organisation, make_page, make_posting
from tests.shapes.costs import POSTING, Files
from tests.shapes.fill import SENTENCE, counted, filled

FIELDS_SIZE = MAX_CHARACTERS - 1000


def listing(field: str, items: str, make: Callable[..., str] = make_posting) -> str:
    """An item with a list in that field."""
    return make(**{field: f"[{items}]"})


def nested(depth: int) -> str:
    """Lists in lists."""
    return "[" * depth + "]" * depth


FILES: dict[str, Callable[[], Files]] = {
    "fields: a long title": lambda: {POSTING: make_posting(title=filled("a", FIELDS_SIZE))},
    "fields: a title of !": lambda: {POSTING: make_posting(title="'" + filled("! ", FIELDS_SIZE) + "'")},
    "fields: a title of digits": lambda: {POSTING: make_posting(title="'" + filled("1 ", FIELDS_SIZE) + "'")},
    "fields: a title of 256 kB": lambda: {POSTING: make_posting(title=filled("a"))},
    "fields: a title of &": lambda: {POSTING: make_posting(title="'" + filled("&amp;", FIELDS_SIZE) + "'")},
    "fields: a long summary": lambda: {POSTING: make_posting(summary="'" + filled("A. ", FIELDS_SIZE) + "'")},
    "fields: a summary of mail": lambda: {POSTING: make_posting(summary="'" + filled("a@b.c ", FIELDS_SIZE) + "'")},
    "fields: many unknown": lambda: {POSTING: make_posting(**{f"titel{n}": "a" for n in range(4500)})},
    "fields: many near ones": lambda: {POSTING: make_posting(**{f"organisatio{n}": "a" for n in range(3000)})},
    "fields: one given often": lambda: {POSTING: make_posting(summary="a\n" + filled("summary: a\n", FIELDS_SIZE))},
    "fields: a long list": lambda: {POSTING: listing("benefits", counted(lambda n: f"a{n}, ", FIELDS_SIZE))},
    "fields: a list of one word": lambda: {POSTING: listing("benefits", filled("a, ", FIELDS_SIZE))},
    "fields: a list of unknown topics": lambda: {
        POSTING: listing("topics", counted(lambda n: f"cultur{n}, ", FIELDS_SIZE))
    },
    "fields: a list of unknown organisations": lambda: {
        POSTING: listing("organisation", counted(lambda n: f"example-networ{n}, ", FIELDS_SIZE))
    },
    "fields: many languages": lambda: {
        POSTING: make_posting(languages="{" + counted(lambda n: f"x{n}: fluent, ", FIELDS_SIZE) + "}")
    },
    "fields: many countries": lambda: {
        POSTING: listing("place", counted(lambda n: f"{{country: Belgiu{n}}}, ", FIELDS_SIZE))
    },
    "fields: many dates": lambda: {POSTING: listing("dates", filled("{what: a, when: b}, ", FIELDS_SIZE))},
    "fields: many earlier deadlines": lambda: {POSTING: listing("deadline_was", filled("2026-03-01, ", FIELDS_SIZE))},
    "fields: many former names": lambda: {POSTING: listing("formerly", counted(lambda n: f"a{n}, ", FIELDS_SIZE))},
    "fields: many attachments": lambda: {
        POSTING: listing("attachments", counted(lambda n: f"{{file: a{n}.pdf, title: a}}, ", FIELDS_SIZE))
    },
    "fields: many contacts": lambda: {
        POSTING: make_posting(
            contacts="[" + counted(lambda n: f"{{name: a, email: a{n}@b.example}}, ", FIELDS_SIZE) + "]"
        )
    },
    "fields: many zones": lambda: {POSTING: make_posting(timezone=filled("Europe/Brusels", FIELDS_SIZE))},
    "fields: a long date": lambda: {POSTING: make_posting(deadline=filled("1", FIELDS_SIZE))},
    "fields: a date of words": lambda: {POSTING: make_posting(deadline=filled("8 February ", FIELDS_SIZE))},
    "fields: a long address": lambda: {
        POSTING: make_posting(apply="{url: 'https://a.example/" + filled("a", FIELDS_SIZE) + "'}")
    },
    "fields: a host of dots": lambda: {
        POSTING: make_posting(apply="{url: 'https://" + filled("a.", FIELDS_SIZE) + "b'}")
    },
    "fields: a long mail address": lambda: {
        POSTING: make_posting(apply="{email: '" + filled("a.", FIELDS_SIZE) + "b@a.example'}")
    },
    "fields: a number of digits": lambda: {
        POSTING: make_posting(salary="{amount: " + filled("1", FIELDS_SIZE) + ", currency: EUR, per: month}")
    },
    "fields: a country of letters": lambda: {
        POSTING: make_posting(place="{country: " + filled("a", FIELDS_SIZE) + "}")
    },
    "fields: a topic of letters": lambda: {POSTING: listing("topics", filled("a", FIELDS_SIZE))},
    "fields: a name of letters": lambda: {POSTING: make_posting(**{filled("a", 900): "a"})},
    "fields: long unknown names": lambda: {
        POSTING: make_posting(**{f"{'organisation' * 20}{n}": "a" for n in range(250)})
    },
    "fields: brackets": lambda: {POSTING: make_posting(benefits=nested(FIELDS_SIZE // 2))},
    "fields: [": lambda: {POSTING: make_posting(benefits=filled("[", FIELDS_SIZE))},
    "fields: {": lambda: {POSTING: make_posting(benefits=filled("{", FIELDS_SIZE))},
    "fields: - - -": lambda: {POSTING: make_posting(benefits=filled("- ", FIELDS_SIZE))},
    "fields: aliases": lambda: {POSTING: make_posting(benefits="[&a b, " + filled("*a, ", FIELDS_SIZE) + "]")},
    "fields: quotes": lambda: {POSTING: make_posting(summary=filled('"', FIELDS_SIZE))},
    "fields: colons": lambda: {POSTING: make_posting(summary=filled("a: ", FIELDS_SIZE))},
    "fields: comments": lambda: {POSTING: make_posting(summary="a\n" + filled("# a\n", FIELDS_SIZE))},
    "fields: comments behind values": lambda: {
        POSTING: make_posting(benefits="\n" + filled("  - a # b\n", FIELDS_SIZE))
    },
    "fields: comments behind nothing": lambda: {
        POSTING: make_posting(benefits="\n" + filled("  -  # b\n", FIELDS_SIZE))
    },
    "fields: escapes": lambda: {POSTING: make_posting(benefits="\n" + filled('  - "\\a"\n', FIELDS_SIZE))},
    "fields: one line of escapes": lambda: {POSTING: listing("benefits", filled('"\\a", ', FIELDS_SIZE))},
    "fields: paths between quotes": lambda: {POSTING: listing("benefits", filled('"C:\\new", ', FIELDS_SIZE))},
    "fields: tabs": lambda: {POSTING: make_posting(summary="a\n" + filled("\ta\n", FIELDS_SIZE))},
    "fields: shortcodes": lambda: {POSTING: make_posting(summary="'" + filled("[gallery a] ", FIELDS_SIZE) + "'")},
    "fields: letters of a wrong encoding": lambda: {
        POSTING: make_posting(benefits="\n" + filled("  - Ã©\n", FIELDS_SIZE))
    },
    "fields: zero-width spaces": lambda: {POSTING: make_posting(benefits="\n" + filled("  - a\u200b\n", FIELDS_SIZE))},
    "fields: --- again and again": lambda: {POSTING: "---\n" + filled("-- -\n")},
    "fields: no end": lambda: {POSTING: "---\n" + filled("title: a\n")},
    "topics: very many": lambda: {
        "topics.yaml": TOPICS + counted(lambda n: f"a{n}: {{en: A, fr: A, es: A}}\n", 60_000)
    },
    "topics: without the language": lambda: {"topics.yaml": TOPICS + counted(lambda n: f"a{n}: {{de: A}}\n", 60_000)},
    "topics: 256 kB": lambda: {"topics.yaml": TOPICS + counted(lambda n: f"a{n}: {{en: A}}\n")},
    "topics: former names": lambda: {
        "topics.yaml": "culture: {en: Culture, formerly: [" + counted(lambda n: f"a{n}, ", 60_000) + "]}\n"
    },
    "topics: a long name": lambda: {"topics.yaml": "culture: {en: " + filled("a", 60_000) + "}\n"},
    "news: many quotes": lambda: {
        "news/a.md": listing("quotes", filled("{text: a, name: b}, ", FIELDS_SIZE), make_news)
    },
    "news: many files": lambda: {
        "news/a.md": listing("assets", counted(lambda n: f"{{file: a{n}.pdf, title: a}}, ", FIELDS_SIZE), make_news)
    },
    "news: many related": lambda: {
        "news/a.md": listing("related", counted(lambda n: f"a{n}, ", FIELDS_SIZE), make_news)
    },
    "news: corrections": lambda: {
        "news/a.md": listing("corrections", filled("{on: 2026-03-03, note: a}, ", FIELDS_SIZE), make_news)
    },
    "events: many sessions": lambda: {
        "events/a.md": make_event(
            starts=None,
            sessions="["
            + counted(
                lambda n: f"{{starts: 2026-05-{1 + n % 28:02} 10:00, ends: 2026-05-{1 + n % 28:02} 11:00, title: a}}, ",
                FIELDS_SIZE,
            )
            + "]",
        )
    },
    "events: many speakers": lambda: {
        "events/a.md": make_event(speakers="[" + filled("{name: a}, ", FIELDS_SIZE) + "]")
    },
    "events: a long text": lambda: {"events/a.md": make_event(filled(SENTENCE))},
    "events: digits": lambda: {"events/a.md": make_event(filled("1 "))},
    "organisations: a long text": lambda: {"organisations/example-network.md": make_organisation(filled(SENTENCE))},
    "pages: a long text": lambda: {"pages/about.md": make_page(filled(SENTENCE))},
}
