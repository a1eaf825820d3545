"""All messages with what is said of them, as a page: `python -m tests.messages` writes `docs/messages.md`."""

from __future__ import annotations

from collections.abc import Iterator

from jobboard.source.catalogue import SOURCE_LANGUAGE
from jobboard.source.explanations import every_message, examples, explanations, message_title, shown
from tests.helpers import REPOSITORY

PAGE = REPOSITORY / "docs" / "messages.md"


def as_page() -> str:
    """The page."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# Messages\n"
    yield "Every message of `jobboard check`, by its code. `jobboard explain CODE` says the same in your language."
    for code, message in every_message().items():
        each = explanations(SOURCE_LANGUAGE)[code]
        yield f"\n## {code}\n\n> {message_title(message, SOURCE_LANGUAGE)}\n\n{each.why}\n\n{each.instead}"
        example = examples().get(code)
        if example is None:
            continue
        for heading, files in (("Before", example.before), ("Wrong", example.wrong), ("Right", example.right)):
            for path, text in files.items():
                yield f"\n{heading}, in `{path}`:\n\n````text\n{shown(text)}\n````"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(as_page(), encoding="utf-8")
