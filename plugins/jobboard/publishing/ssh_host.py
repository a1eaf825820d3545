"""A machine reached by ssh, with rsync on it: as a folder on this machine, the sites beside each other and a link.

rsync compares what is in the files and links what did not change (`--link-dest`); the link is set by a rename there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from jobboard.base.digest import digest_of
from jobboard.publishing.host import Load, NotPublishedError, There
from jobboard.publishing.manifest import from_manifest, to_manifest
from jobboard.publishing.releases import (
    CURRENT,
    GOING,
    INCOMING,
    MANIFEST,
    RELEASES,
    earlier,
    name_at,
    never_shown_again,
)
from jobboard.publishing.shell import program, run_program
from jobboard.publishing.target import Target

_HINT = "install it with the system's packages"
_NAME = re.compile(r"[0-9]{8}T[0-9]{6}Z(?:-1)*")
_LOOK = f"""
[ -d {RELEASES} ] || {{ for each in * .[!.]*; do [ -e "$each" ] && echo foreign "$each"; done; exit 0; }}
readlink {CURRENT} | sed 's|^{RELEASES}/|current |'
ls {RELEASES} | sed 's/^/site /'
"""
_SWITCH = f"""
ln -sfn {RELEASES}/%s .current || exit 1
mv -fT .current {CURRENT} 2>/dev/null || mv -fh .current {CURRENT}
"""
"""`-T` is GNU's word and `-h` that of others, for: take the link itself, and not the folder it names."""


class SshHost(NamedTuple):
    """A target by ssh, and the key its list is sealed with."""

    target: Target
    key: bytes

    @property
    def digest(self) -> Callable[[bytes], str]:
        """Ours."""
        return digest_of

    def look(self) -> There:
        lines = [line.partition(" ") for line in self._there(_LOOK).decode(errors="replace").splitlines()]
        if foreign := [name for word, _, name in lines if word == "foreign"]:
            raise NotPublishedError(
                f"{self.target.path} on {self.target.host} holds files that no publish has put there "
                f"({', '.join(foreign[:3])}); name a folder of its own, and let the server show {CURRENT}/ in it"
            )
        known = tuple(sorted(name for word, _, name in lines if word == "site" and _NAME.fullmatch(name)))
        current = next((name for word, _, name in lines if word == "current" and name in known), "")
        files = self._listed(current) if current else {}
        return There(files or {}, current, known, is_sure=files is not None)

    def carry(self, load: Load, there: There) -> str:
        name = name_at(load.now, there.known)
        self._there(f"mkdir -p {RELEASES}/{INCOMING}")
        said = run_program(self._rsync(load, there))
        list_ = to_manifest(self.target.name, {path: file.digest for path, file in load.files.items()}, self.key)
        self._there(f"cat > {RELEASES}/.{name}{MANIFEST}", list_)
        self._there(f"mv {RELEASES}/{INCOMING} {RELEASES}/{name} || exit 1{_SWITCH % name}")
        going = f"{RELEASES}/{GOING}"
        for each in never_shown_again(there.known, there.current, self.target.keep):
            self._there(f"rm -rf {going} {RELEASES}/.{each}{MANIFEST}; mv {RELEASES}/{each} {going} && rm -rf {going}")
        return f"{self.target.host} shows {name}: {_counted(said)}"

    def go_back(self, there: There) -> str:
        name = earlier(there.known, there.current)
        self._there(_SWITCH % name)
        return name

    def _listed(self, name: str) -> dict[str, str] | None:
        data = self._there(f"cat {RELEASES}/.{name}{MANIFEST} 2>/dev/null || true")
        return from_manifest(self.target.name, data, self.key)

    def _there(self, script: str, given: bytes = b"") -> bytes:
        """Have the machine run a few lines in the folder. Nothing in them is a text of others: see `place_of`."""
        folder = self.target.path.replace("~/", "", 1) if self.target.path.startswith("~/") else self.target.path
        whole = f"mkdir -p {folder} && cd {folder} || exit 1\n{script}"
        return run_program([*self._ssh(), self._machine(), whole], given)

    def _rsync(self, load: Load, there: There) -> list[str]:
        folder = self.target.path.removeprefix("~/")
        linked = [f"--link-dest=../{there.current}"] if there.current else []
        return [
            program("rsync", _HINT),
            *("--recursive", "--checksum", "--delete", "--stats", "--chmod=D755,F644", "--exclude=.jobboard-*"),
            *linked,
            f"--rsh={' '.join(self._ssh())}",
            *(f"{source}/" for source in load.folders),
            f"{self._machine()}:{folder}/{RELEASES}/{INCOMING}/",
        ]

    def _ssh(self) -> list[str]:
        config = ["-F", self.target.ssh_config] if self.target.ssh_config else []
        port = ["-p", str(self.target.port)] if self.target.port else []
        return [program("ssh", _HINT), "-o", "BatchMode=yes", *config, *port]

    def _machine(self) -> str:
        return f"{self.target.user}@{self.target.host}" if self.target.user else self.target.host


def _counted(said: bytes) -> str:
    """What rsync has carried, in its own figures."""
    found = dict(re.findall(r"^([^:\n]+): ([0-9,.]+)", said.decode(errors="replace"), re.MULTILINE))
    files, size = found.get("Number of regular files transferred", "?"), found.get("Total bytes sent", "?")
    return f"{files} files, {size} bytes sent"
