"""The commands for what people propose who write no files: `issue-forms`, `intake`, `proposed`, `codeowners`."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.core import ParameterSource

from jobboard.base.whole import put_whole
from jobboard.commands.ends import Doing
from jobboard.commands.options import settings_or_exit, with_lang, with_options
from jobboard.pipeline import report
from jobboard.source.message import phrase
from jobboard.source.problem import is_blocking
from jobboard.source.wording import worded

NO_FORM = 3
"""What `intake` ends with for a text that no form produced: nothing is wrong, and nothing is to be done."""

_MOST = 512_000
"""Bytes of an issue; GitHub takes 65,536 characters, GitLab a million."""

_TOO_LONG = phrase("%(name)s is too long for what a form produced")
_WROTE = phrase("Wrote %(path)s.")
_KEPT = phrase("%(path)s is none that this command has written, so it stays as it is.")
_NOT_OURS = phrase("%(name)s is nothing that one of the forms produced: it has none of their headings.")
_NO_OWNERS = phrase("nobody is named to look at anything; write %(setting)s", setting="JOBBOARD_OWNERS")


@click.command("issue-forms", cls=Doing)
@with_options
@with_lang
@click.option("--host", type=click.Choice(["github", "gitlab"]), default="github", show_default=True, help="Whose.")
def issue_forms(settings: str, content: str, now: str, host: str) -> None:
    """Write the forms by which members hand in vacancies, news and events as issues.

    They are made of the declarations of all fields and of the board's organisations and topics, in each language, and
    lie where the host looks for them. Write them anew when an organisation or a topic is added. For GitHub the recipe
    that makes pull requests of them is written, too.
    """
    from jobboard.board.site import CodeHost  # noqa: PLC0415 (the help needs none of this)
    from jobboard.intake.issue_forms import FORM_MARK, files_for  # noqa: PLC0415
    from jobboard.intake.questions import issue_forms_in  # noqa: PLC0415
    from jobboard.intake.taking import board_before, names_to_choose  # noqa: PLC0415
    from jobboard.pelican_adapter.site import shown_as  # noqa: PLC0415
    from jobboard.starter.files import PROPOSALS, upgradable_files  # noqa: PLC0415
    from jobboard.starter.mark import is_unchanged  # noqa: PLC0415
    from jobboard.starter.package import this_package  # noqa: PLC0415

    found = settings_or_exit(settings, content, now)
    forms = issue_forms_in(found.site, names_to_choose(board_before(found, shown_as(found.content)), found))
    files = {path: text.encode() for path, text in files_for(CodeHost(host), forms, found.site.main)}
    if host == CodeHost.GITHUB:
        files[PROPOSALS] = upgradable_files(this_package())[PROPOSALS]
    for path, data in files.items():
        file = Path(path)
        there = file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""
        if there and FORM_MARK not in there and not is_unchanged(there):
            report.tell(_KEPT(path=path))
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        put_whole(file, data)
        report.tell(_WROTE(path=path))


@click.command(cls=Doing)
@click.argument("file", metavar="FILE")
@with_options
@with_lang
@click.option("--comment", default="", metavar="FILE", help="Write there what is said of it, as Markdown.")
@click.option("--dry-run", is_flag=True, help="Leave the content as it is.")
def intake(file: str, settings: str, content: str, now: str, comment: str, dry_run: bool) -> None:  # noqa: FBT001 (click passes it by name)
    """Write the file that somebody has asked for by a form.

    FILE holds the text of the issue; - is standard input. What is typed in words becomes codes and days. The board is
    checked with it, and where it has a problem then, nothing is written. What will appear, where, from when to when,
    and what is missing, is told in the language of the form.

    Ends with exit code 1 if something is missing, and with 3 if the text is of no form.
    """
    from jobboard.intake.answers import read_answers  # noqa: PLC0415 (the help needs none of this)
    from jobboard.intake.proposal import comment_on  # noqa: PLC0415
    from jobboard.intake.questions import issue_forms_in  # noqa: PLC0415
    from jobboard.intake.taking import board_before, names_to_choose, take_in  # noqa: PLC0415
    from jobboard.pelican_adapter.site import shown_as  # noqa: PLC0415

    text = _text_of(file)
    found = settings_or_exit(settings, content, now)
    name = shown_as(found.content)
    before = board_before(found, name)
    forms = tuple(issue_forms_in(found.site, names_to_choose(before, found)))
    answers = read_answers(text, forms)
    if answers is None:
        report.tell(_NOT_OURS(name=file))
        sys.exit(NO_FORM)
    taken = take_in(answers, forms, before, found, name)
    _hand_over(comment_on(taken.proposal, answers.form.lang), comment)
    if not taken.is_fine:
        sys.exit(1)
    if not dry_run:
        path = found.content / taken.path
        path.parent.mkdir(parents=True, exist_ok=True)
        put_whole(path, taken.text.encode())
        report.tell(_WROTE(path=f"{name}/{taken.path}"))


@click.command(cls=Doing)
@click.argument("before", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@with_options
@with_lang
@click.option("--comment", default="", metavar="FILE", help="Write it there, and nothing on standard output.")
def proposed(before: Path, settings: str, content: str, now: str, comment: str) -> None:
    """Say in plain words what a proposal changes, as Markdown.

    DIR is the content as it is published. Of each file that is other than there: what will appear, where, from when to
    when, and what is missing; in the language of their texts, if it is one, or in that of --lang. Ends with exit code 1
    if it cannot be published.
    """
    from jobboard.intake.proposal import comment_on, language_of_authors  # noqa: PLC0415 (the help needs none of this)
    from jobboard.intake.taking import proposed as proposed_by  # noqa: PLC0415
    from jobboard.pelican_adapter.site import checked_content, shown_as  # noqa: PLC0415
    from jobboard.pipeline.check import check  # noqa: PLC0415

    found = settings_or_exit(settings, content, now)
    after = checked_content(found)
    earlier = check(before, found.site, found.now, shown_as=shown_as(found.content), engine=found.engine)
    proposal = proposed_by(earlier, after, found)
    is_named = click.get_current_context().get_parameter_source("lang") is ParameterSource.COMMANDLINE
    lang = report.spoken() if is_named else language_of_authors(proposal) or report.spoken()
    _hand_over(comment_on(proposal, lang), comment)
    if is_blocking(proposal.problems):
        sys.exit(1)


@click.command(cls=Doing)
@with_options
@with_lang
def codeowners(settings: str, content: str, now: str) -> None:
    """Print who looks at which files, for hosts that ask them: what JOBBOARD_OWNERS says by folder and organisation.

    \b
      jobboard codeowners > .github/CODEOWNERS
    """
    from jobboard.intake.owners import codeowners as lines_of  # noqa: PLC0415
    from jobboard.writing_desk.desk import open_desk  # noqa: PLC0415 (the help needs none of this)

    found = settings_or_exit(settings, content, now)
    if not found.owners:
        report.print_trouble(f"{worded(_NO_OWNERS, report.spoken())}.")
        sys.exit(1)
    desk = open_desk(settings, content, now)
    files = {each.path: each.employer_if_readable for each in desk.items}
    report.put(lines_of(found.owners, files, desk.shown_as).rstrip("\n"))


def _text_of(file: str) -> str:
    """The text of a file, or of standard input, which is no longer than an issue can be."""
    with click.open_file(file, "rb") as opened:
        data: bytes = opened.read(_MOST + 1)
    if len(data) > _MOST:
        raise click.ClickException(worded(_TOO_LONG(name=file), report.spoken()))
    return data.decode("utf-8", "replace")


def _hand_over(text: str, file: str) -> None:
    """What is told of a proposal, into a file or onto standard output."""
    if file:
        put_whole(Path(file), text.encode())
    else:
        report.put(text.rstrip("\n"))
