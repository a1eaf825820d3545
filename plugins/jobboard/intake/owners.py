"""Who looks at which files: CODEOWNERS, by folder or by organisation, as GitHub and GitLab read it.

A line holds for files by their path, and the last that fits decides. So an organisation has a line for a folder of its
name in every folder of content, and one for each of its files that lies elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jobboard.source.kinds import FOLDERS

OWNERS_MARK = "Made by 'jobboard codeowners': of folders first, then of organisations. The last line that fits decides."

OwnersByName = Mapping[str, tuple[str, ...]]
"""Names as hosts know them (`@somebody`, `@organisation/team`, a mail address), by folder or organisation."""


def codeowners(owners: OwnersByName, files: Mapping[str, str], folder: str) -> str:
    """The file. `files` are paths below the content, each with the organisation it is of; `folder` is the content's,
    from the root of the repository."""
    return "\n".join([f"# {OWNERS_MARK}", *_lines(owners, files, folder)]) + "\n"


def _lines(owners: OwnersByName, files: Mapping[str, str], folder: str) -> Iterator[str]:
    for name in sorted(owners, key=lambda each: (each in FOLDERS, each != "")):
        if name in FOLDERS or not name:
            yield f"/{folder}/{f'{name}/' if name else ''} {' '.join(owners[name])}"
    for name, whose in owners.items():
        if not name or name in FOLDERS:
            continue
        yield f"/{folder}/organisations/{name}.md {' '.join(whose)}"
        yield f"/{folder}/*/{name}/ {' '.join(whose)}"
        elsewhere = (path for path, of in files.items() if of == name and f"/{name}/" not in path)
        yield from (f"/{folder}/{path} {' '.join(whose)}" for path in elsewhere)
