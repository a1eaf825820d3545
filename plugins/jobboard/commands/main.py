"""The `jobboard` command. Every subcommand says what it does with `--help`; a mistake ends with exit code 1.

A command that answers a question ends with 2 if it could not look (`commands/ends.py`).
"""

from __future__ import annotations

import gc
import sys
from typing import Any

import click

from jobboard.commands.admin_config import admin_config_of
from jobboard.commands.copy_ import asking, relist, round_like, translate
from jobboard.commands.digest_ import digest
from jobboard.commands.edit import changing, close, extend, fmt, ready, rename, reopen
from jobboard.commands.ends import Doing, Looking, leave, open_closed_streams
from jobboard.commands.explain import explain
from jobboard.commands.host_config import host_config
from jobboard.commands.import_ import import_
from jobboard.commands.init import init
from jobboard.commands.lsp import lsp
from jobboard.commands.options import HOST, PORT, SECONDS, with_lang, with_options
from jobboard.commands.preview_ import preview
from jobboard.commands.proposing import codeowners, intake, issue_forms, proposed
from jobboard.commands.publish_ import publish
from jobboard.commands.report_ import annual_report
from jobboard.commands.time import fresh, next_change, timeline
from jobboard.commands.verify import verify
from jobboard.commands.write_ import write
from jobboard.pipeline import interruption, report
from jobboard.settings.spoken import language_of_environment
from jobboard.source.characters import escaped, without_passwords
from jobboard.source.kinds import COMMANDS, commands_in_words
from jobboard.source.message import phrase
from jobboard.source.problem import as_told, is_blocking


class Commands(click.Group):
    """Its commands end as they should when the system fails them; what one says when it stops may hold texts of others,
    and steers no terminal."""

    command_class = Doing

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            error.message = escaped(without_passwords(error.message))  # type: ignore[misc]  # it is shown, and nothing else
            raise


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="jobboard")
def main() -> None:
    """A static job board: Markdown files in, a site with feeds out, each posting open just as long as it should be."""
    report.speak(language_of_environment())


main.add_command(init)
main.add_command(next_change)
main.add_command(timeline)
main.add_command(fresh)
main.add_command(verify)
main.add_command(annual_report)
main.add_command(digest)
main.add_command(explain)
main.add_command(write)
main.add_command(admin_config_of)
main.add_command(host_config)
for command in (close, extend, reopen, relist, rename, translate, ready, fmt):
    main.add_command(command)
main.add_command(preview)
for command in (issue_forms, intake, proposed, codeowners):
    main.add_command(command)
main.add_command(lsp)
main.add_command(publish)


@main.command(cls=Looking)
@with_options
@with_lang
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in report.Form]),
    default="text",
    show_default=True,
    help="For people, for programs, or for annotations on GitHub.",
)
@click.option("--strict", is_flag=True, help="Take advice for a problem, too.")
@click.option("--output", default="", metavar="DIR", help="Folder of the site with which the content is compared.")
def check(settings: str, content: str, now: str, form: str, strict: bool, output: str) -> None:  # noqa: FBT001 (click passes it by name)
    """Read everything and say what is wrong, all at once. Writes nothing but its cache.

    Ends with exit code 0 if there is no problem, 1 if there is one, and 2 if it could not look.
    """
    from jobboard.pelican_adapter.run import Options, load_settings  # noqa: PLC0415
    from jobboard.pelican_adapter.site import checked_content  # noqa: PLC0415 (the help needs none of this)
    from jobboard.settings.sample import advise_on_sample  # noqa: PLC0415
    from jobboard.settings.settings import SettingsError  # noqa: PLC0415

    try:
        found = load_settings(Options(settings=settings, content=content, now=now, output=output))
        problems = checked_content(found, found.output).problems
        problems = as_told((*problems, *advise_on_sample(found, settings)))
    except SettingsError as error:
        problems = error.problems
    failed = is_blocking(problems) or (strict and bool(problems))
    if form == report.Form.TEXT:
        report.print_problems(problems)
        if not problems:
            report.tell(phrase("No problems."))
    else:
        report.put(report.render_problems(problems, report.Form(form)))
    sys.exit(1 if failed else 0)


@main.command()
@with_options
@with_lang
@click.option("--output", default="", metavar="DIR", help="Where the site is written.")
@click.option("--site-url", default="", metavar="URL", help="Public address of the site.")
@click.option("--publish", is_flag=True, help="For readers: refuse what none should see, and to remove what they know.")
@click.option("--allow-removals", is_flag=True, help="Remove it all the same, and do not speak of it again.")
@click.option("--wait", type=SECONDS, metavar="SECONDS", help="How long to wait for another build of the same folder.")
@click.option(
    "--cluster", default="", metavar="ADDRESS", help="Share the work with the Dask cluster at tcp://host:8786."
)
@click.option("-v", "--verbose", is_flag=True, help="Say why each file was made again.")
def build(settings: str, publish: bool, allow_removals: bool, wait: int | None, verbose: bool, **given: Any) -> None:  # noqa: FBT001
    """Check the content and build the site. With any problem nothing is written."""
    from jobboard.pelican_adapter.run import Options, run  # noqa: PLC0415
    from jobboard.settings.settings import SettingsError  # noqa: PLC0415

    removals = "allow" if allow_removals else "refuse" if publish else ""
    try:
        run(Options(settings=settings, is_published=publish, is_verbose=verbose, removals=removals, wait=wait, **given))
    except SettingsError as error:
        report.print_failure(error)
        sys.exit(1)


@main.command()
@with_options
@with_lang
@click.option("--output", default="", metavar="DIR", help="Where the site is written.")
@click.option("--port", type=PORT, default=8000, show_default=True, help="Port to serve at.")
@click.option("--bind", type=HOST, default="127.0.0.1", show_default=True, help="Address to serve at.")
@click.option("--drafts", is_flag=True, help="Show drafts and what is still to come, too, and write nothing.")
def serve(settings: str, content: str, now: str, output: str, port: int, bind: str, drafts: bool) -> None:  # noqa: FBT001
    """Build, serve, and build again whenever a file is saved; open pages reload themselves."""
    from jobboard.pelican_adapter.run import Options  # noqa: PLC0415
    from jobboard.preview.serving import serve as serve_site  # noqa: PLC0415

    here = ("127.0.0.1", "0.0.0.0", "::", "::1")  # noqa: S104 (compared, not bound)
    url = f"http://{'localhost' if bind in here else f'[{bind}]' if ':' in bind else bind}:{port}"
    options = Options(settings=settings, content=content, now=now, output=output, site_url=url)
    sys.exit(serve_site(options, bind, port, with_drafts=drafts))


@main.command(help=f"Write a new {commands_in_words()} to start from. Asks for what is not given.")
@click.argument("kind", type=click.Choice([*COMMANDS]))
@with_options
@click.option("--title", default="", help="Title of the item, or full name of the organisation.")
@click.option("--name", default="", help="Name of the file, which is its address.  [default: made of the title]")
@click.option("--organisation", default="", metavar="ID", help="Id of the organisation that hires, issues or holds it.")
@click.option("--deadline", default="", metavar="DATE", help="Last day to apply, like 2026-03-31.")
@click.option(
    "--apply", "apply_", default="", metavar="ADDRESS", help="Where to apply: an e-mail address or an https link."
)
@click.option("--starts", default="", metavar="DATE", help="When an event starts, like 2027-03-04.")
@click.option("--website", default="", metavar="URL", help="Website of an organisation.")
@click.option("--published", default="", metavar="DATE", help="Day it appears.  [default: today]")
@click.option("--lang", default="", metavar="CODE", help="Language of the text.  [default: the site's]")
@click.option("--like", default="", metavar="ID", help="Another round of that one: all it says but its days.")
def new(kind: str, settings: str, content: str, now: str, like: str, **answers: str) -> None:
    """Write a new file of a kind of content."""
    from jobboard.commands.new import NotPossibleError, write_new  # noqa: PLC0415
    from jobboard.pelican_adapter.run import Options, load_settings  # noqa: PLC0415
    from jobboard.pelican_adapter.site import shown_as  # noqa: PLC0415
    from jobboard.settings.settings import SettingsError  # noqa: PLC0415
    from jobboard.source.content.form import BLANK_FORMS  # noqa: PLC0415
    from jobboard.writing_desk.project import Project  # noqa: PLC0415

    answers["apply"] = answers.pop("apply_")
    if like:
        with changing(settings, content, now, yes=True) as (desk, write):
            write([round_like(desk, desk.item(f"{COMMANDS[kind]}/{like}"), answers)])
        return
    if answers["lang"] not in ("", *BLANK_FORMS):
        message = f"expected {' or '.join(BLANK_FORMS)}, found '{answers['lang']}'; for another language copy a file"
        raise click.BadParameter(message, param_hint="--lang")

    try:
        found = load_settings(Options(settings=settings, content=content, now=now))
        project = Project(
            content=found.content,
            shown_as=shown_as(found.content),
            now=found.now,
            zone=found.site.zone,
            lang=found.site.lang,
        )
        file = write_new(kind, project, answers, asking if sys.stdin.isatty() else None)
    except SettingsError as error:
        report.print_failure(error)
        sys.exit(1)
    except NotPossibleError as error:
        raise click.ClickException(str(error)) from None
    report.say(
        f"Wrote {shown_as(file.path)}. Open it, write the text below the second '---', then run 'make check', "
        "which names what is still the form's."
    )


main.add_command(import_)


def run() -> None:
    """The command as it is installed.

    It starts without looking for cycles of objects, of which loading code makes none, and leaves without taking apart
    what it made: for a board of ten thousand that takes a tenth of a second.
    """
    gc.disable()
    open_closed_streams()
    interruption.listen()
    try:
        main()
    except SystemExit as end:
        if not isinstance(end.code, int | None):
            raise
        if interruption.is_over():
            report.print_interruption(interruption.name_of_signal())
        leave(interruption.exit_code(end.code or 0))
