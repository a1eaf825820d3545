"""Work spread over processes: what comes of it where one of them, or the one that asks, goes away."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Generator

import pytest

from jobboard.pipeline import workers
from tests.engine.test_killed import those_left

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="works in one process")


@pytest.fixture(autouse=True)
def _shared_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_PATIENCE", -1)
    monkeypatch.setattr(workers, "_may_fork", lambda: True)
    monkeypatch.setattr(workers, "available", lambda: 2)


def test_answers_come_in_order() -> None:
    assert list(workers.spread(lambda number: number * 2, range(1000))) == [number * 2 for number in range(1000)]


def test_a_lost_helper_is_told_in_a_sentence() -> None:
    def fall(number: int) -> int:
        if number == 5:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(workers.LostWorkerError, match="ended from outside, as systems do that run out of memory"):
        list(workers.spread(fall, range(10)))
    assert those_left([each.pid or 0 for each in multiprocessing.active_children()]) == []


def test_helpers_nobody_listens_to_any_more_end_at_once() -> None:
    answers = workers.spread(lambda number: time.sleep(60 * number), range(10))
    began = time.monotonic()
    assert isinstance(answers, Generator)
    assert next(answers) is None
    answers.close()
    assert time.monotonic() - began < 30
    assert those_left([each.pid or 0 for each in multiprocessing.active_children()]) == []
