"""What a group still has of the sample that came with the board: advice for `check`, and problems for `publish`.

Names that end in `.example` can belong to nobody (RFC 2606), so a contact there reaches nobody, and an identity made
of one is anybody's. The sample's other words are known by what they say.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from jobboard.board.site import Site
from jobboard.settings.accessibility import SETTING as ACCESSIBILITY
from jobboard.settings.place import line_of_setting
from jobboard.settings.settings import IDENTITY, Settings
from jobboard.settings.site_address import is_local, is_sample
from jobboard.source.content.sample_addresses import ENDING, sample_addresses
from jobboard.source.message import UNSAID, Phrase, message, phrase
from jobboard.source.problem import Level, Problem, quoted

ADDRESS_LOCAL = message("site-address-local", "%(url)s is an address only this machine can open")
ADDRESS_NOBODYS = message("site-address-nobodys", "%(url)s is an address nobody can own")
IDENTITY_OF_THE_SAMPLE = message(
    "identity-of-the-sample", "'%(identity)s' is a sample; feeds and calendars are known by it"
)
TEXT_OF_THE_SAMPLE = message("text-of-the-sample", "%(text)s is the sample's")
STATEMENT_OF_THE_SAMPLE = message("statement-of-the-sample", "%(keys)s: still the sample's")
ADDRESS_OF_THE_SAMPLE = message(
    "address-of-the-sample", "%(host)s is an address of a sample%(others)s; nobody can be reached there"
)

SITENAME = "Talent Hub for Cities and Regions"
DESCRIPTION = "Jobs, traineeships and news from the networks of European cities and regions."
PREPARED = "2026-11-22"
BODY = "(sample)"
"""Words of `pelicanconf.py` as it comes: its name, its description, and two of its accessibility statement."""

_MOST_NAMED = 10
"""How many files with addresses of the sample are named; of more, their number is told."""

_DESCRIPTION = "JOBBOARD_DESCRIPTION"


def check_publishing(settings: Settings, settings_file: str, *, is_address_given: bool) -> tuple[Problem, ...]:
    """Why a site must not be shown to readers yet: its address, or what is still the sample's.

    An address given on the command line is meant, whatever it is; where nobody but the group sees the site, at a local
    address or one of the sample, so is everything else.
    """
    url = settings.site.url
    if is_local(url) or is_sample(url):
        return () if is_address_given else (_bad_address(url, settings_file),)
    return (*_kept_settings(settings.site, settings_file), *_kept_addresses(settings, _MOST_NAMED))


def advise_on_sample(settings: Settings, settings_file: str) -> Iterator[Problem]:
    """The same as advice, given early: by everybody's `check`, except on the sample's own site."""
    if is_sample(settings.site.url):
        return
    for problem in (*_kept_settings(settings.site, settings_file), *_kept_addresses(settings, 1)):
        yield replace(problem, level=Level.ADVICE)


def _bad_address(url: str, settings_file: str) -> Problem:
    message = ADDRESS_LOCAL if is_local(url) else ADDRESS_NOBODYS
    hint = phrase("write the public one here, or give it: make publish SITEURL=https://example.org/board")
    return Problem(*line_of_setting("SITEURL", Path(settings_file)), "SITEURL", message(url=url), hint)


def _kept_settings(site: Site, settings_file: str) -> Iterator[Problem]:
    """Settings that are the sample's. Whoever has an identity of their own may be called as the sample is, too."""

    def problem(name: str, message: Phrase, hint: Phrase) -> Problem:
        return Problem(*line_of_setting(name, Path(settings_file)), name, message, hint)

    is_own = not site.identity.split(",", 1)[0].endswith(ENDING)
    if not is_own:
        hint = phrase("choose one once and for ever, of a name you own and this year, like 'example.org,2026'")
        yield problem(IDENTITY, IDENTITY_OF_THE_SAMPLE(identity=site.identity), hint)
    if not is_own and site.name == SITENAME:
        yield problem("SITENAME", TEXT_OF_THE_SAMPLE(text=quoted(site.name)), phrase("write the name of your site"))
    if not is_own and DESCRIPTION in (site.description, *dict(site.descriptions).values()):
        yield problem(
            _DESCRIPTION, TEXT_OF_THE_SAMPLE(text=quoted(DESCRIPTION)), phrase("say in a sentence what your site has")
        )
    if kept := _kept_of_statement(site):
        hint = phrase("complete the accessibility statement: docs/accessibility.md says how")
        yield problem(ACCESSIBILITY, STATEMENT_OF_THE_SAMPLE(keys=", ".join(kept)), hint)


def _kept_of_statement(site: Site) -> tuple[str, ...]:
    """The parts of the accessibility statement that nobody has completed."""
    statement = site.accessibility
    if statement is None:
        return ()
    kept = {
        "prepared": statement.prepared.isoformat() == PREPARED,
        "contact": statement.contact.endswith(ENDING),
        "enforcement.name": any(BODY in text for _, text in statement.enforcement_name),
        "enforcement.url": is_sample(statement.enforcement_url),
    }
    return tuple(key for key, is_kept in kept.items() if is_kept)


def _others(number: int) -> Phrase:
    """In how many other files it is as well."""
    if number == 1:
        return phrase(", as in 1 other file")
    return phrase(", as in %(number)s other files", number=number)


def _kept_addresses(settings: Settings, most: int) -> Iterator[Problem]:
    """Files of the content with addresses at which nobody can be reached; of more than `most`, their number."""
    found = list(sample_addresses(settings.content))
    more = len(found) - most
    for number, each in enumerate(found[:most], 1):
        others = _others(more) if number == most and more > 0 else UNSAID
        message = ADDRESS_OF_THE_SAMPLE(host=each.host, others=others)
        hint = phrase("write your own, or delete what came with the sample")
        yield Problem(f"{settings.content.name}/{each.path}", each.line, "", message, hint)
