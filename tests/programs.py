"""The programs as people run them, each in a process of its own, without the third of a second that loading takes.

One process for each worker of the tests has loaded the packages and done nothing else. It is copied (`fork`) for every
run, so that none knows anything of the run before it, nor of the tests. What is asked of a shell, of the streams or of
the loading itself is run as a program proper: `subprocess` stays the way for those tests.
"""

from __future__ import annotations

import atexit
import functools
import importlib
import json
import os
import pkgutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.helpers import project_theme

BIN = Path(sys.executable).parent
JOBBOARD, PELICAN = BIN / "jobboard", BIN / "pelican"

_APART = "jobboard.language_server"
"""A program of its own, which takes as long to load as all others together."""

_MOST = 1 << 20
"""Bytes of what is asked."""


def run_program(
    program: Path, *arguments: str | Path, cwd: Path, patience: float = 120
) -> subprocess.CompletedProcess[str]:
    """Run `jobboard` or `pelican` in a folder, with nothing on standard input; what it wrote, and its exit code."""
    given = {"program": program.name, "arguments": [str(each) for each in arguments]}
    asked = json.dumps({**given, "cwd": str(cwd), "environment": dict(os.environ)})
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        parent = _loaded(os.getpid())
        parent.settimeout(patience)
        socket.send_fds(parent, [asked.encode()], [out.fileno(), errors.fileno()])
        code = int(parent.recv(16))
        for each in (out, errors):
            each.seek(0)
        return subprocess.CompletedProcess([program, *arguments], code, out.read().decode(), errors.read().decode())


@functools.cache
def _loaded(_process: int) -> socket.socket:
    """The way to the process that has loaded everything; a copy of this one starts another."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-c", f"from tests.programs import serve; serve({theirs.fileno()})"],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)},
        )
    atexit.register(_end, ours, process)
    return ours


def _end(way: socket.socket, process: subprocess.Popen[bytes]) -> None:
    way.close()
    process.wait()


def serve(number: int) -> None:
    """In that process: a copy for everything asked, until nobody asks any more."""
    programs = _programs()
    with socket.socket(fileno=number) as way:
        while True:
            asked, streams, _, _ = socket.recv_fds(way, _MOST, 2)
            if not asked:
                return
            child = os.fork()
            if child == 0:
                way.close()
                _become(programs, json.loads(asked), streams)
            for each in streams:
                os.close(each)
            way.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _programs() -> dict[str, Callable[[], Any]]:
    """What stands behind the names, with all that any of it will load; the project's own templates are compiled."""
    import babel.dates
    import pelican
    from PIL import Image

    import jobboard
    from jobboard.commands import main
    from jobboard.settings.theme import check_templates

    for each in pkgutil.walk_packages(jobboard.__path__, "jobboard."):
        if not each.name.startswith(_APART):
            importlib.import_module(each.name)
    for lang in ("en", "fr", "es"):
        babel.dates.format_date(locale=lang)
    Image.preinit()
    assert [*check_templates(project_theme())] == []
    return {"jobboard": main.run, "pelican": pelican.main}


def _become(programs: dict[str, Callable[[], Any]], asked: dict[str, Any], streams: list[int]) -> None:
    """Be the program, to the end."""
    import traceback

    code: Any = 1
    try:
        os.chdir(asked["cwd"])
        os.environ.clear()
        os.environ.update(asked["environment"])
        for number, stream in enumerate(streams, start=1):
            os.dup2(stream, number)
            os.close(stream)
        sys.argv = [str(BIN / asked["program"]), *asked["arguments"]]
        code = programs[asked["program"]]() or 0
    except SystemExit as end:
        code = end.code or 0
        if not isinstance(code, int):
            sys.stderr.write(f"{code}\n")
            code = 1
    except BaseException:  # noqa: BLE001 (as Python does at the end of a program)
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
