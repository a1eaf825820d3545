"""What was imported before, read off the files themselves: two comments in the front matter of each.

`# imported-from:` names the item in its source, wherever its file was moved; `# imported-digest:` names the rest of
the file as the import wrote it, so that a file somebody has edited is told from one that nobody has. There is no
list beside the content that could disagree with it (decision 20).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from jobboard.base.digest import digest_of
from jobboard.importing.sources.people import has_address
from jobboard.source.problem import Report
from jobboard.source.text import MAX_BYTES, decode, normal, printable
from jobboard.source.yaml.front_matter import FENCE, parse_front_matter, split_front_matter
from jobboard.source.yaml.tree import Scalar, Sequence

_FROM = re.compile(r"^# imported-from: (\S+) (.+)$", re.MULTILINE)
_DIGEST = re.compile(r"^# imported-digest: ([0-9a-f]{32})\n", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A file that an import wrote. `path` is below the content folder; `published` as it stands in the file."""

    path: str
    origin: str
    text: str
    published: str
    is_untouched: bool

    @property
    def id(self) -> str:
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")


@dataclass(slots=True)
class KnownItems:
    """The items there are: the imported ones by key, every name that is taken, and others by title and day."""

    imported: dict[str, Known] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    others: dict[tuple[str, str], str] = field(default_factory=dict)


def read_folder(content: Path, name: str) -> KnownItems:
    """Read the items of a folder. One that cannot be read keeps its name; `jobboard check` says what is wrong."""
    folder = KnownItems()
    for file in sorted((content / name).rglob("*.md")):
        folder.names.add(file.stem)
        if not file.name.startswith(".") and _is_own(file) and file.stat().st_size <= MAX_BYTES:
            _add(folder, file.relative_to(content).as_posix(), file.read_bytes())
    return folder


def _is_own(file: Path) -> bool:
    """True for a file, and for no link to one elsewhere."""
    return file.is_file() and not file.is_symlink()


def known_key(key: str) -> str:
    """A key as it stands in a comment: one line of visible characters, hashed if it is long or holds a mail address."""
    line = "%20".join(printable(normal(key)).split())
    if has_address(line):
        return f"blake2b:{digest_of(line.encode())}"
    return line if 0 < len(line) <= 400 else f"blake2b:{digest_of(key.encode())}"


def seal(front_matter: str, origin: str, key: str, body: str) -> str:
    """The text of a file, its front matter ending with the two comments it is known by."""
    start = f"{FENCE}\n{front_matter}# imported-from: {origin} {key}\n"
    end = f"{FENCE}\n{body}"
    return f"{start}# imported-digest: {_digest(start + end)}\n{end}"


def _add(folder: KnownItems, path: str, data: bytes) -> None:
    report = Report(path)
    text = decode(data, report)
    parts = split_front_matter(text, report) if text is not None else None
    tree = parse_front_matter(parts[0], 2, report) if parts else None
    if text is None or parts is None or tree is None:
        return
    fields = {entry.key: entry.value for entry in tree.entries}
    words = {name: value.text for name, value in fields.items() if isinstance(value, Scalar)}
    if isinstance(formerly := fields.get("formerly"), Sequence):
        folder.names |= {item.text for item in formerly.items if isinstance(item, Scalar)}
    published = words.get("published", "")
    if found := _FROM.search(parts[0]):
        known = Known(
            path=path, origin=found[1], text=text, published=published, is_untouched=_is_untouched(text, parts[0])
        )
        folder.imported.setdefault(known_key(found[2]), known)
    elif "title" in words:
        folder.others[words["title"], published[:10]] = path


def _is_untouched(text: str, front_matter: str) -> bool:
    found = _DIGEST.search(f"{front_matter}\n")
    return found is not None and _digest(text.replace(found[0], "", 1)) == found[1]


def _digest(text: str) -> str:
    return digest_of(text.encode())
