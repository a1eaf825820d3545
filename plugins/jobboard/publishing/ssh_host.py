"""A machine reached by ssh, with rsync on it: as a folder on this machine, the sites beside each other and a link.

rsync compares what is in the files and links what did not change (`--link-dest`); the link is set by a rename there.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from typing import NamedTuple

from jobboard.base.digest import digest_of
from jobboard.publishing.host import Load, NotPublishedError, There
from jobboard.publishing.manifest import from_manifest, to_manifest
from jobboard.publishing.releases import (
    CURRENT,
    GOING,
    INCOMING,
    LIST_ENDING,
    RELEASES,
    earlier,
    never_shown_again,
    site_name,
)
from jobboard.publishing.shell import program, run_program
from jobboard.publishing.target import PublishTarget

_HINT = "install it with the system's packages"
_NAME = re.compile(r"[0-9]{8}T[0-9]{6}Z(?:-1)*")
_LIST = "list"
_PATIENCE = 300
"""Seconds that rsync waits while nothing comes; it reads what is there, which takes a while."""

_ENDS = {11: "it could not write there; is the disk full?"}
"""What an end means of which rsync, once in a while, says nothing (rsync(1), exit values)."""

_ALIVE = ("-oBatchMode=yes", "-oConnectTimeout=20", "-oServerAliveInterval=15", "-oServerAliveCountMax=4")
"""A machine that says nothing is given up: after 20 seconds when it is asked, after a minute later on."""

_LOOK = f"""
[ -d {RELEASES} ] || {{ for each in * .[!.]*; do [ -e "$each" ] && echo foreign "$each"; done; exit 0; }}
ls {RELEASES} | sed 's/^/site /'
current=$(readlink {CURRENT}) || exit 0
current=${{current#{RELEASES}/}}
echo "current $current"
echo {_LIST}
cat {RELEASES}/.$current{LIST_ENDING} 2>/dev/null
true
"""
_SWITCH = f"""
ln -sfn {RELEASES}/%s .current || exit 1
mv -fT .current {CURRENT} 2>/dev/null || mv -fh .current {CURRENT} || exit 1
"""
"""`-T` is GNU's word and `-h` that of others, for: take the link itself, and not the folder it names."""


class SshHost(NamedTuple):
    """A target by ssh, and the key its list is sealed with."""

    target: PublishTarget
    key: bytes

    @property
    def digest(self) -> Callable[[bytes], str]:
        """Ours."""
        return digest_of

    def look(self) -> There:
        head, _, list_ = self._told(f"[ -e {self._folder()} ] || exit 0\n{self._within(_LOOK)}").partition(
            f"\n{_LIST}\n".encode()
        )
        lines = [line.partition(" ") for line in head.decode(errors="replace").splitlines()]
        if foreign := [name for word, _, name in lines if word == "foreign"]:
            raise NotPublishedError(
                f"{self.target.path} on {self.target.host} holds files that no publish has put there "
                f"({', '.join(foreign[:3])}); name a folder of its own, and let the server show {CURRENT}/ in it"
            )
        known = tuple(sorted(name for word, _, name in lines if word == "site" and _NAME.fullmatch(name)))
        current = next((name for word, _, name in lines if word == "current" and name in known), "")
        files = from_manifest(self.target.name, list_, self.key) if current else {}
        return There(files or {}, current, known, is_sure=files is not None)

    def carry(self, load: Load, there: There) -> str:
        name = site_name(load.now, there.known)
        said = run_program(self._rsync(load, there), ends=_ENDS)
        list_ = to_manifest(self.target.name, {path: file.digest for path, file in load.files.items()}, self.key)
        going = never_shown_again(there.known, there.current, self.target.keep)
        self._there(_brought(name) + _SWITCH % name + "".join(map(_dropped, going)), list_)
        return f"{self.target.host} shows {name}: {_counted(said)}"

    def go_back(self, there: There) -> str:
        name = earlier(there.known, there.current)
        self._there(_SWITCH % name)
        return name

    def _there(self, script: str, given: bytes = b"") -> bytes:
        """Have the machine run a few lines in the folder. Nothing in them is a text of others."""
        return self._told(self._within(script), given)

    def _within(self, script: str) -> str:
        return f"cd {self._folder()} || exit 1\n{script}"

    def _told(self, script: str, given: bytes = b"") -> bytes:
        return run_program([*self._ssh(), self._machine(), script], given)

    def _folder(self) -> str:
        """From where ssh begins, if it is below that."""
        return self.target.path.removeprefix("~/")

    def _rsync(self, load: Load, there: There) -> list[str]:
        incoming = f"{self._folder()}/{RELEASES}/{INCOMING}"
        linked = [f"--link-dest=../{there.current}"] if there.current else []
        return [
            program("rsync", _HINT),
            *("--recursive", "--checksum", "--delete", "--stats", "--chmod=D755,F644", "--exclude=.jobboard-*"),
            f"--timeout={_PATIENCE}",
            *linked,
            f"--rsync-path=rm -f {incoming} 2>/dev/null; mkdir -p {incoming} && rsync",  # it may be a link of others
            f"--rsh={shlex.join(self._ssh())}",
            *(f"{source}/" for source in load.folders),
            f"{self._machine()}:{incoming}/",
        ]

    def _ssh(self) -> list[str]:
        config = ["-F", self.target.ssh_config] if self.target.ssh_config else []
        port = ["-p", str(self.target.port)] if self.target.port else []
        return [program("ssh", _HINT), *_ALIVE, *config, *port]

    def _machine(self) -> str:
        return f"{self.target.user}@{self.target.host}" if self.target.user else self.target.host


def _brought(name: str) -> str:
    """Lines that give a site that is whole its name, and beside it the list that is handed in."""
    return f"""
cat > {RELEASES}/.{name}{LIST_ENDING} || exit 1
mv {RELEASES}/{INCOMING} {RELEASES}/{name} || exit 1
"""


def _dropped(name: str) -> str:
    """Lines that take a site away; half gone, it has no name by which anybody could go back to it."""
    going = f"{RELEASES}/{GOING}"
    return f"""
rm -rf {going} {RELEASES}/.{name}{LIST_ENDING}
mv {RELEASES}/{name} {going}
rm -rf {going}
"""


def _counted(said: bytes) -> str:
    """What rsync has carried, in its own figures."""
    found = dict(re.findall(r"^([^:\n]+): ([0-9,.]+)", said.decode(errors="replace"), re.MULTILINE))
    files, size = found.get("Number of regular files transferred", "?"), found.get("Total bytes sent", "?")
    return f"{files} files, {size} bytes sent"
