"""Errors of the system in words: an OSError in; the reason, and the way out, out. The one place that knows both."""

from __future__ import annotations

import errno

from jobboard.source.message import UNSAID, Phrase, message, phrase

_ANEW = phrase("see that it is there, and try again")
_LOOP = phrase("it is a link that leads to itself: remove it")
_LINKS = phrase("use shorter names, and fewer folders within one another")
_ALLOW = phrase("see that whoever runs this may read it, and write where files are written (ls -ld)")
_ROOM = phrase("make room on that disk (df -h), and try again")
_FEWER = phrase("close other programs, or allow more open files (ulimit -n 4096)")
_DISK = phrase("the disk or the network fails: look at it before you go on")

FILE_UNREADABLE = message("file-unreadable", "the file cannot be read: %(reason)s")

WAYS_OUT = {
    errno.EACCES: _ALLOW,
    errno.EPERM: _ALLOW,
    errno.EROFS: phrase("mount that disk so that it can be written, or name another folder"),
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
    errno.ENOMEM: phrase("give it more memory, and try again"),
}
"""What to do about an error; of others the reason says all there is to say."""

REASONS = (
    phrase("Permission denied"),
    phrase("Operation not permitted"),
    phrase("No such file or directory"),
    phrase("Not a directory"),
    phrase("Is a directory"),
    phrase("Too many levels of symbolic links"),
    phrase("File name too long"),
    phrase("No space left on device"),
    phrase("Input/output error"),
    phrase("Read-only file system"),
    phrase("Too many open files"),
)
"""What systems say, so that it is in the catalogues; of others they say it in their own words."""


def reason_of(error: OSError) -> Phrase:
    """What the system says: "Permission denied"."""
    return Phrase(error.strerror or str(error) or type(error).__name__)


def way_out_of(error: OSError) -> Phrase:
    """What to do about it, nothing if nothing is known."""
    return WAYS_OUT.get(error.errno or 0, UNSAID)
