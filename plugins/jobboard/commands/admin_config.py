"""The command `admin-config`: the configuration of form editors of others."""

from __future__ import annotations

import click

from jobboard.commands.ends import Doing
from jobboard.commands.options import with_lang, with_options
from jobboard.pipeline import report
from jobboard.source.characters import escaped


@click.command("admin-config", cls=Doing)
@with_options
@with_lang
def admin_config_of(settings: str, content: str, now: str) -> None:
    """Print the configuration of Decap CMS and Sveltia CMS, made of the declarations of all fields.

    Neither is part of the board: you install one yourself, and docs/form-editors.md says what they cannot do. The
    repository is that of JOBBOARD_REPOSITORY, if there is a form.

    \b
      jobboard admin-config > admin/config.yml
    """
    from jobboard.outputs.form.admin import admin_config  # noqa: PLC0415 (the help needs none of this)
    from jobboard.pelican_adapter.run import Options, load_settings  # noqa: PLC0415
    from jobboard.settings.settings import SettingsError  # noqa: PLC0415

    try:
        site = load_settings(Options(settings=settings, content=content, now=now)).site
    except SettingsError as error:
        report.print_failure(error)
        raise SystemExit(1) from None
    report.put(escaped(admin_config(site).rstrip("\n")))
