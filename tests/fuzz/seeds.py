"""What fuzzing begins with: a text of each kind that is read, and the hostile ones of the tests."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from tests.helpers import make_event, make_posting
from tests.hostile import MARKDOWN, MARKUP
from tests.importing.conftest import make_feed, make_item
from tests.importing.vacancy.forms import FORMS
from tests.intake.judge import VACANCY, issue
from tests.pictures import jpeg

_LONGEST = 8_000
_DATES = ("2026-03-31 17:00", "Mon, 02 Mar 2026 08:00:00 +0100", "31/12/2026", "31 décembre 2026 à 17h", "24:00")
_DRAWING = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9'/><use href='#a'/></svg>"
_STATE = b'{"version":"v","outputs":{"a/index.html":["k","d",1,2,3]},"stamp":null,"retired":{}}'


def seeds() -> list[bytes]:
    """All of them, in the same order each time."""
    blocks = (("h1", "Policy Officer"), ("p", "Apply by 5 May 2027 at jobs@northern-towns.example."))
    texts = [*MARKUP.values(), *MARKDOWN.values(), *_DATES, make_posting(), make_event(), issue(VACANCY)]
    papers = [form(blocks) for form in FORMS.values()]
    feed = make_feed(make_item("A bridge", "One &amp; two.")).encode()
    return [*(text.encode() for text in texts), *papers, feed, jpeg(8, 8), _DRAWING, _STATE]


def mutated(number: int) -> Iterator[bytes]:
    """Seeds cut, doubled and put into one another without end, by that number: where there is no engine to guide it."""
    chance, known = random.Random(number), seeds()
    parts = [piece for seed in known for piece in seed.split()] or [b""]
    for _ in itertools.count():
        data = bytearray(chance.choice(known))
        for _ in range(chance.randint(1, 8)):
            at = chance.randint(0, len(data))
            over = chance.choice((0, 0, 1, 5, 60))
            put = chance.choice((chance.choice(parts), chance.randbytes(3), bytes(data[at : at + 40]) * 9, b""))
            data[at : at + over] = put
        yield bytes(data[:_LONGEST])
