"""Signals that end a command, at the worst of instants."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

IN_A_CALLBACK = """
import os, signal, time, weakref
from jobboard.pipeline import interruption

class Thing:
    pass

signal.signal(signal.{name}, signal.SIG_DFL)  # whoever runs the tests may have it ignored
interruption.listen()
thing = Thing()
watched = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.{name}) or time.sleep(0.01))
del thing
time.sleep(5)
"""


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_comes_where_no_exception_is_taken_ends_the_command_all_the_same(sent: signal.Signals) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_A_CALLBACK.format(name=sent.name)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (128 + sent, "")
