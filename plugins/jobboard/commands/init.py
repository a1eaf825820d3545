"""`jobboard init`: what is typed in, a board on the disk or the difference to one out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from jobboard.commands.ends import Doing
from jobboard.pipeline import report
from jobboard.source.characters import escaped, escaped_line


def _ask(question: str, default: str, trouble: Callable[[str], str]) -> str:
    def convert(text: str) -> str:
        if found := trouble(text):
            raise click.UsageError(found)
        return text

    return str(click.prompt(question, default=default, value_proc=convert))


@click.command(cls=Doing)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", default="", metavar="TEXT", help="Name of the site.")
@click.option("--url", default="", metavar="URL", help="Its public address, like https://example.org/board.")
@click.option("--organisation", default="", metavar="TEXT", help="Name of the organisation that publishes it.")
@click.option("--website", default="", metavar="URL", help="Website of that organisation.")
@click.option("--zone", default="", metavar="ZONE", help="Time zone, like Europe/Brussels.  [default: this machine's]")
@click.option("--lang", default="en", show_default=True, metavar="CODE", help="Language of the pages: en, fr or es.")
@click.option("--now", default="", metavar="INSTANT", help="Begin at this instant, like 2026-12-01T12:00+01:00.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing: take the defaults; with --upgrade, write what is safe.")
@click.option("--upgrade", is_flag=True, help="Show what this version would write of a board that is there.")
def init(folder: Path, lang: str, now: str, yes: bool, upgrade: bool, **given: str) -> None:  # noqa: FBT001 (click passes them by name)
    """Begin a board in FOLDER, which may be '.': settings, an organisation, topics, a first posting, a Makefile, and
    recipes for GitHub and GitLab. It can be built at once.

    Five questions are asked; options answer them beforehand. Without a terminal, or with --yes, each has a default.
    Nothing that is there is written over: if something is in the way, it is named, and nothing is written.

    \b
      jobboard init board
      jobboard init . --name "Talent Hub" --url https://example.org/board --zone Europe/Brussels --yes

    Settings and content are yours from then on. With --upgrade, the Makefile, the recipes, .gitignore and
    requirements.txt are compared with what this version would write. Of those that nobody has changed, the new ones are
    written after asking. What you changed is shown and left; what you deleted stays away.
    """
    from jobboard.starter.answers import InitError  # noqa: PLC0415 (the help needs none of this)
    from jobboard.starter.texts import TEXTS  # noqa: PLC0415

    if lang not in TEXTS:
        raise click.BadParameter(f"expected {' or '.join(TEXTS)}, found '{lang}'", param_hint="--lang")
    try:
        if upgrade:
            _upgrade(folder, is_asked=not yes)
        else:
            _begin(folder, given, lang, now, is_asked=not yes and sys.stdin.isatty())
    except InitError as error:
        raise click.ClickException(str(error)) from None


def _begin(folder: Path, given: dict[str, str], lang: str, now: str, *, is_asked: bool) -> None:
    """Write a board. Raises InitError."""
    from jobboard.settings.clock import instant_here  # noqa: PLC0415 (as above)
    from jobboard.starter.answers import InitError, answers_of  # noqa: PLC0415
    from jobboard.starter.files import PATHS, files_to_write  # noqa: PLC0415
    from jobboard.starter.package import this_package  # noqa: PLC0415
    from jobboard.starter.write import refuse_what_is_in_the_way, write_all  # noqa: PLC0415

    refuse_what_is_in_the_way(folder, PATHS)  # before anybody answers five questions
    package = this_package()
    answers = answers_of(given, lang, _ask if is_asked else None)
    try:
        instant = instant_here(now, answers.zone)
    except ValueError as error:
        raise InitError(f"--now: {error}") from None
    files = files_to_write(answers, instant, package)
    write_all(folder, files)
    where = "" if folder.resolve() == Path.cwd() else f"cd {escaped_line(str(folder))}, then "
    report.say(
        f"Wrote {len(files)} files of a new board. Next: {where}'jobboard serve' shows it, and 'jobboard check' says "
        "what is still the sample's. Its settings are in pelicanconf.py, the public address in publishconf.py."
    )
    if not package.is_at_hand:
        report.say(f"For GitHub and GitLab put {package.requirement[2:]} beside requirements.txt, and commit it.")


def _upgrade(folder: Path, *, is_asked: bool) -> None:
    """Show what is different, and write what is safe if that is wanted. Raises InitError."""
    from jobboard.starter.package import this_package  # noqa: PLC0415 (as above)
    from jobboard.starter.upgrade import compared, take  # noqa: PLC0415

    package = this_package()
    found = compared(folder, package)
    for each in found:
        report.put("".join(f"{escaped(line)}\n" for line in each.lines))
    safe = [each.path for each in found if each.is_safe]
    if kept := [each.path for each in found if not each.is_safe]:
        report.say(
            f"Changed since init wrote it, and left as it is: {', '.join(kept)}. Take over by hand what you want."
        )
    if not found:
        report.say(f"Nothing is different: this is what jobboard {package.version} would write.")
    elif safe and (not is_asked or (sys.stdin.isatty() and click.confirm(f"Write {', '.join(safe)}?"))):
        take(folder, found, package)
        report.say(f"Wrote {', '.join(safe)}.")
    elif safe:
        report.say(f"Nothing was written. To write {', '.join(safe)}: jobboard init {folder} --upgrade --yes")
