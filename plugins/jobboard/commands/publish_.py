"""`jobboard publish`: the site checked, built, and brought to where readers see it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from jobboard.commands.ends import Doing
from jobboard.commands.options import with_lang, with_published_options
from jobboard.commands.telling import files_of_board, tell_others
from jobboard.pipeline import report
from jobboard.settings.clock import clock_now
from jobboard.source.message import in_turn, phrase
from jobboard.source.problem import did_you_mean, quoted
from jobboard.source.wording import worded

if TYPE_CHECKING:
    from jobboard.pelican_adapter.run import Options
    from jobboard.publishing.host import Host, Load, There
    from jobboard.publishing.target import PublishTarget
    from jobboard.publishing.travel import Travel
    from jobboard.settings.settings import Settings

_USUAL = "production"
_EXAMPLE = "JOBBOARD_PUBLISH = {'production': 'ssh://web@host.example/srv/www/board'}"
_TOO_MUCH = phrase("the host does not take this site; nothing has travelled ('limits': False passes over it)")
_OTHERWISE = phrase("what readers get is not what was built")


@click.command(cls=Doing)
@click.argument("target", default="")
@with_published_options
@with_lang
@click.option("--dry-run", "how", flag_value="dry-run", help="Build, and say what would travel.")
@click.option("--status", "how", flag_value="status", help="Say what the host has. Builds nothing.")
@click.option("--rollback", "how", flag_value="rollback", help="Show readers the site before. Builds nothing.")
@click.option("--no-verify", "is_verified", flag_value=False, default=True, help="Fetch no pages afterwards.")
@click.option("--allow-removals", is_flag=True, help="Remove what readers know, as with build.")
def publish(target: str, settings: str, content: str, now: str, how: str | None, **given: bool) -> None:
    """Check the content, build the site, and bring what differs to TARGET, a name in JOBBOARD_PUBLISH.

    Without TARGET it is the only one there is, or "production". Readers see the old site or the new one, never half of
    either, where the host is a folder, a machine with ssh, or Netlify. What was broken off goes on with the next run.
    With any problem nothing is built, and nothing travels. Exit code 1 means: not published, or not as it was built.

    \b
      jobboard publish --dry-run
      jobboard publish staging
      jobboard publish --rollback
    """
    from jobboard.engine.folder import Waiting  # noqa: PLC0415 (the help needs none of this)
    from jobboard.pelican_adapter.run import Options, load_settings, run  # noqa: PLC0415
    from jobboard.publishing.course import alone  # noqa: PLC0415
    from jobboard.publishing.hosts import host_for  # noqa: PLC0415
    from jobboard.settings.publishing import environment_of_hosts  # noqa: PLC0415
    from jobboard.settings.settings import SettingsError  # noqa: PLC0415

    try:
        options = Options(settings=settings, content=content, now=now)
        found = load_settings(options)
        chosen = _meant_target(found.targets, target)
        waiting = Waiting(found.wait, report.print_waiting)
        with _said():
            host = host_for(chosen, found.site, found.key, environment_of_hosts(), waiting)
            if how == "status":
                _tell_status(chosen, host.look())
                return
        with _said(), alone(found.cache, chosen, waiting):
            there = host.look()
            if how == "rollback":
                report.tell(phrase("%(name)s: readers see %(site)s again", name=chosen.name, site=host.go_back(there)))
            else:
                options = _options_for(options, found, chosen, is_removing=given["allow_removals"])
                run(options)
                _bring(
                    load_settings(options),
                    chosen,
                    host,
                    there,
                    is_dry=how == "dry-run",
                    is_verified=given["is_verified"],
                )
    except SettingsError as error:
        report.print_failure(error)
        sys.exit(1)


def _options_for(options: Options, found: Settings, target: PublishTarget, *, is_removing: bool) -> Options:
    """How the site of a target is built: one for the group alone in a folder of its own, so that it is never taken for
    the other, and takes nothing from readers."""
    return replace(
        options,
        output=str(found.cache / "staging" / target.name) if target.is_staging else "",
        site_url=target.url,
        is_published=True,
        is_staging=target.is_staging,
        removals="allow" if is_removing or target.is_staging else "refuse",
    )


def _meant_target(targets: Mapping[str, PublishTarget], name: str) -> PublishTarget:
    """The target of that name; without one the only one, or the usual."""
    if not targets:
        told = phrase("no target is named; write one into publishconf.py: %(written)s", written=_EXAMPLE)
        raise click.ClickException(worded(told, report.spoken()))
    chosen = name or (next(iter(targets)) if len(targets) == 1 else _USUAL)
    if chosen not in targets:
        told = phrase("expected %(words)s, found %(found)s", words=", ".join(targets), found=quoted(name))
        near = did_you_mean(name, targets) if name else None
        told = in_turn(told, near) if near else told
        raise click.BadParameter(worded(told, report.spoken()), param_hint="TARGET")
    return targets[chosen]


@contextmanager
def _said() -> Iterator[None]:
    """What a host could not do is said in a line."""
    from jobboard.engine.folder import OutputError  # noqa: PLC0415
    from jobboard.publishing.host import NotPublishedError  # noqa: PLC0415
    from jobboard.publishing.releases import NoEarlierError  # noqa: PLC0415

    try:
        yield
    except (NotPublishedError, NoEarlierError, OutputError) as error:
        raise click.ClickException(str(error)) from None


def _bring(
    found: Settings, target: PublishTarget, host: Host, there: There, *, is_dry: bool, is_verified: bool
) -> None:
    """Say what travels, bring it, and look at it as a reader does."""
    from jobboard.publishing.course import load_of, refused_by_plan  # noqa: PLC0415

    load = load_of(found.root, found.cache, target, host, there, clock_now())
    refused = refused_by_plan(target, load)
    for line in refused:
        report.print_trouble(worded(line, report.spoken()))
    if refused:
        raise click.ClickException(worded(_TOO_MUCH, report.spoken()))
    _tell_travel(target, load.travel, there)
    if is_dry:
        _list(load.travel)
    elif load.travel.is_nothing:
        report.tell(phrase("%(name)s has the site as it is; nothing travels.", name=target.name))
    else:
        report.say(f"{host.carry(load, there)}.")
    if is_dry:
        return
    path = found.output.relative_to(found.root).as_posix()
    if is_verified:
        _look_at(found.site.url.removesuffix(f"/{path}"), load)
    if found.site.indexnow or found.site.hub:
        tell_others(found, files_of_board(load.files, path))


def _tell_travel(target: PublishTarget, travel: Travel, there: There) -> None:
    if not there.is_sure:
        report.tell(
            phrase("%(name)s has no list of ours that can be believed; all of the site is compared.", name=target.name)
        )
    report.tell(
        phrase(
            "%(name)s: %(new)s files are new and %(changed)s changed, %(size)s bytes; %(gone)s go, %(kept)s stay",
            name=target.name,
            new=len(travel.new),
            changed=len(travel.files) - len(travel.new),
            size=travel.size,
            gone=len(travel.gone),
            kept=travel.kept,
        )
    )


def _list(travel: Travel) -> None:
    """Every path, in the order it travels."""
    for file in travel.files:
        report.say(f"  {'new' if file.path in travel.new else 'changed'}  {file.path}")
    for path in travel.gone:
        report.say(f"  gone  {path}")


def _tell_status(target: PublishTarget, there: There) -> None:
    if not there.current:
        report.tell(phrase("%(name)s: nothing is published there yet", name=target.name))
        return
    if not there.is_sure and not there.known:
        report.tell(phrase("%(name)s has no list of ours that can be believed", name=target.name))
        return
    if not there.known:
        report.tell(phrase("%(name)s has %(files)s files of ours", name=target.name, files=len(there.files)))
        return
    report.tell(phrase("%(name)s: readers see %(site)s", name=target.name, site=there.current))
    for name in reversed(there.known):
        report.say(f"  {'*' if name == there.current else ' '} {name}")


def _look_at(url: str, load: Load) -> None:
    """Fetch a few pages as a reader would, and say whether they are as they were built."""
    from jobboard.publishing.outside import seen_otherwise, travelled_sample  # noqa: PLC0415

    sample = travelled_sample(load)
    otherwise, unreachable = seen_otherwise(url, sample)
    if unreachable:
        report.tell(phrase("Not looked at from outside: %(url)s: %(reason)s", url=url, reason=unreachable))
    elif otherwise:
        for address, reason in otherwise:
            report.print_trouble(f"{address}: {reason}")
        raise click.ClickException(worded(_OTHERWISE, report.spoken()))
    else:
        report.tell(
            phrase("%(number)s files fetched from %(url)s; each is as it was built.", number=len(sample), url=url)
        )
