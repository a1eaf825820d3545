"""`jobboard explain`: what a message means, what to write instead, and an example; or which messages there are."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

import click

from jobboard.commands.ends import Doing
from jobboard.commands.options import with_lang
from jobboard.pipeline import report
from jobboard.source.characters import escaped
from jobboard.source.message import Phrase, in_turn, phrase
from jobboard.source.problem import did_you_mean, quoted
from jobboard.source.wording import worded

_WIDTH = 88


@click.command(cls=Doing)
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@with_lang
def explain(codes: tuple[str, ...]) -> None:
    """Say more of a message: what it means, what to write instead, and an example.

    Without a code, list all there are.
    """
    from jobboard.source.explanations import every_message, message_title  # noqa: PLC0415 (the help needs none of this)

    messages, lang = every_message(), report.spoken()
    for code in codes:
        if code not in messages:
            raise click.UsageError(worded(_unknown(code, messages), lang))
    if codes:
        report.put("\n\n".join("\n".join(_lines(code, messages[code], lang)) for code in dict.fromkeys(codes)))
        return
    width = max(map(len, messages))
    report.put("\n".join(f"{code:{width}}  {message_title(each, lang)}" for code, each in messages.items()))


def _unknown(code: str, messages: Mapping[str, Phrase]) -> Phrase:
    unknown = phrase("no message has the code %(code)s", code=quoted(code))
    return in_turn(unknown, did_you_mean(code, messages) or phrase("jobboard explain lists them all"))


def _lines(code: str, message: Phrase, lang: str) -> Iterator[str]:
    from jobboard.source.explanations import examples, explanations, message_title, shown  # noqa: PLC0415

    each, example = explanations(lang)[code], examples().get(code)
    yield f"{code}: {message_title(message, lang)}"
    for text in (each.why, each.instead):
        yield f"\n{textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)}"
    if example is None:
        return
    parts = (phrase("Before:"), example.before), (phrase("Wrong:"), example.wrong), (phrase("Right:"), example.right)
    for heading, files in parts:
        if files:
            yield f"\n{worded(heading, lang)}"
        for path, content in files.items():
            yield f"  {path}"
            yield escaped(textwrap.indent(shown(content), "    "))
