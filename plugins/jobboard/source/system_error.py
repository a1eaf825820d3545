"""Errors of the system in words: an OSError in; the reason, and the way out, out. The one place that knows both."""

from __future__ import annotations

import errno

_ANEW = "see that it is there, and try again"
_LOOP = "it is a link that leads to itself: remove it"
_LINKS = "use shorter names, and fewer folders within one another"
_ALLOW = "see that whoever runs this may read it, and write where files are written (ls -ld)"
_ROOM = "make room on that disk (df -h), and try again"
_FEWER = "close other programs, or allow more open files (ulimit -n 4096)"
_DISK = "the disk or the network fails: look at it before you go on"

WAYS_OUT = {
    errno.EACCES: _ALLOW,
    errno.EPERM: _ALLOW,
    errno.EROFS: "mount that disk so that it can be written, or name another folder",
    errno.ENOENT: _ANEW,
    errno.ESTALE: _ANEW,
    errno.ELOOP: _LOOP,
    errno.ENAMETOOLONG: _LINKS,
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EMFILE: _FEWER,
    errno.ENFILE: _FEWER,
    errno.EIO: _DISK,
    errno.ENOTCONN: _DISK,
    errno.ENOMEM: "give it more memory, and try again",
}
"""What to do about an error; of others the reason says all there is to say."""


def reason_of(error: OSError) -> str:
    """What the system says: "Permission denied"."""
    return error.strerror or str(error) or type(error).__name__


def way_out_of(error: OSError) -> str:
    """What to do about it, empty if nothing is known."""
    return WAYS_OUT.get(error.errno or 0, "")
