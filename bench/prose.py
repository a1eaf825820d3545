"""Text out of words: sentences, and bodies in Markdown of a wanted length."""

from __future__ import annotations

from random import Random

from bench import words
from bench.items import Organisation


def sentence(rng: Random) -> str:
    """One sentence, now and then with an emphasised part."""
    thing = rng.choice(words.OBJECTS)
    chance = rng.random()
    if chance < 0.06:
        thing = f"**{thing}**"
    elif chance < 0.12:
        thing = f"*{thing}*"
    return f"{rng.choice(words.SUBJECTS)} will {rng.choice(words.VERBS)} {thing} {rng.choice(words.TAILS)}."


def paragraph(rng: Random, sentences: int) -> str:
    """So many sentences."""
    return " ".join(sentence(rng) for _ in range(sentences))


def posting_body(rng: Random, organisation: Organisation, reference: str) -> str:
    """Markdown of 3 to 6 kB: paragraphs, headings, both kinds of list, emphasis and links."""
    wanted = rng.randint(3000, 5700)
    parts = [
        paragraph(rng, rng.randint(2, 4)),
        f"This posting is invented; its reference is {reference}. {paragraph(rng, 2)}",
        "## What you will do",
        _bullets([sentence(rng) for _ in range(rng.randint(5, 8))]),
        "## What you bring",
        _bullets([f"{each}." for each in rng.sample(words.QUALITIES, rng.randint(4, 7))]),
        paragraph(rng, rng.randint(2, 4)),
        "## What we offer",
        _bullets([f"{each}." for each in rng.sample(words.OFFERS, rng.randint(3, 5))]),
        "### How we choose",
        _numbers([sentence(rng) for _ in range(rng.randint(3, 4))]),
        f"Read more about [the employer](organisations/{organisation.id}.md), and of {_links(organisation)}.",
    ]
    length = sum(map(len, parts))
    if length < wanted:
        parts.append("## More about the work")
    while length < wanted:
        parts.append(paragraph(rng, rng.randint(3, 6)))
        length += len(parts[-1])
    return "\n\n".join(parts) + "\n"


def news_body(rng: Random, organisation: Organisation) -> str:
    """Markdown of 1 to 2 kB."""
    parts = [
        paragraph(rng, 3),
        f"{paragraph(rng, 2)} See [the full text]({organisation.website}/press).",
        "## What comes next",
        _bullets([sentence(rng) for _ in range(rng.randint(3, 5))]),
        *(paragraph(rng, rng.randint(3, 5)) for _ in range(rng.randint(1, 2))),
    ]
    return "\n\n".join(parts) + "\n"


def _links(organisation: Organisation) -> str:
    return f"[the team]({organisation.website}/team), [last year]({organisation.website}/report)"


def _bullets(lines: list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _numbers(lines: list[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
