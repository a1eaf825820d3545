"""IssueAnswers in; the file they make, and what the board would be with it, out. Nothing is written here."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

from jobboard.editing.item import ContentFile
from jobboard.intake.answers import IssueAnswers
from jobboard.intake.drafting import drafted
from jobboard.intake.proposal import Proposal, changed_between
from jobboard.intake.questions import IssueForm
from jobboard.language_server.known import known_of
from jobboard.outputs.form.choices import NamedCodes
from jobboard.pipeline.check import Validated, load_content, validate
from jobboard.pipeline.unsaved import with_texts
from jobboard.settings.settings import Settings
from jobboard.source.content.folder import TOPICS
from jobboard.source.content.taken_names import names_in
from jobboard.source.kinds import RESERVED
from jobboard.source.problem import is_blocking, new_among
from jobboard.source.slug import is_device, is_id, to_key, without_genders


class TakenIn(Struct, frozen=True, kw_only=True):
    """A file that was asked for: its path below the content, its text, and what it would change."""

    path: str
    text: str
    proposal: Proposal

    @property
    def is_fine(self) -> bool:
        """True if the board can be published with it."""
        return not is_blocking(self.proposal.problems)


def names_to_choose(content: Validated, settings: Settings) -> Mapping[str, NamedCodes]:
    """What a form offers to choose from: organisations and topics, by the names they have."""
    known = known_of(settings.site, content.loaded.scan, content.library)
    return {
        name.removesuffix(".yaml"): sorted(known.ids[name].items(), key=lambda each: each[1].casefold())
        for name in ("organisations", TOPICS)
    }


def board_before(settings: Settings, shown_as: str) -> Validated:
    """The content as it is, with all that is said of it."""
    content = load_content(settings.content, None, settings.engine)
    return validate(content, settings.site, settings.now, shown_as, is_advised=True)


def take_in(
    answers: IssueAnswers, forms: tuple[IssueForm, ...], before: Validated, settings: Settings, shown_as: str
) -> TakenIn:
    """What the answers make of the board. Problems are those of the new file, and what it breaks in others."""
    draft = drafted(
        answers, forms, today=settings.now.astimezone(ZoneInfo(settings.site.zone)).date(), main=settings.site.main
    )
    path = _path(answers, draft.text, settings.content)
    content = with_texts(before.loaded, {path: draft.text.encode()})
    after = validate(content, settings.site, settings.now, shown_as, is_advised=True)
    proposal = Proposal(
        site=settings.site,
        board=after.board,
        changed=[path],
        problems=new_among(after.problems, before.problems),
        answers=answers,
        readings=draft.readings,
    )
    return TakenIn(path=path, text=draft.text, proposal=proposal)


def proposed(before: Validated, after: Validated, settings: Settings) -> Proposal:
    """What a board is other than before: a branch beside the one that is published."""
    changed, gone = changed_between(_digests(before), _digests(after))
    return Proposal(
        site=settings.site,
        board=after.board,
        changed=changed,
        gone=gone,
        known=[path for path in changed if path in before.loaded.scan.digests],
        problems=new_among(after.problems, before.problems),
    )


def _digests(content: Validated) -> dict[str, str]:
    return {path: each or "" for path, each in content.loaded.scan.digests.items()}


def _path(answers: IssueAnswers, text: str, content: Path) -> str:
    """A name nobody has, made of the title, in the folder of the organisation where it has one."""
    folder = answers.form.folder
    taken = names_in(content / folder)
    title = answers.given.get("title")
    wish = (to_key(without_genders(title.text)) if title else "") or folder.rstrip("s")
    names = itertools.chain([wish], (f"{wish}-{number}" for number in itertools.count(2)))
    name = next(each for each in names if each not in taken and each not in RESERVED[folder] and not is_device(each))
    employer = ContentFile(f"{folder}/{name}.md", text.encode()).employer_if_readable
    is_sorted = is_id(employer) and employer in {each.name for each in (content / folder).glob("*/")}
    return f"{folder}/{f'{employer}/' if is_sorted else ''}{name}.md"
