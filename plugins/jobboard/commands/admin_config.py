"""The command `admin-config`: the configuration of form editors of others."""

from __future__ import annotations

import click

from jobboard.commands.ends import Doing
from jobboard.commands.options import settings_or_exit, with_lang, with_options
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

    site = settings_or_exit(settings, content, now).site
    report.put(escaped(admin_config(site).rstrip("\n")))
