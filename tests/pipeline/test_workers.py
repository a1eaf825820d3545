"""Work spread over processes: what comes of it where one of them, or the one that asks, goes away."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Generator
from pathlib import Path

import pytest

from jobboard.pipeline import workers
from jobboard.pipeline.collecting import collecting_only_what_is_new
from tests.engine.test_killed import those_left

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="works in one process")


@pytest.fixture(autouse=True)
def _shared_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_PATIENCE", -1)
    monkeypatch.setattr(workers, "_may_fork", lambda: True)
    monkeypatch.setattr(workers, "available", lambda: 2)


def test_answers_come_in_order() -> None:
    assert list(workers.spread(lambda number: number * 2, range(1000))) == [number * 2 for number in range(1000)]


def test_every_item_is_worked_on_once_by_whoever_is_free(tmp_path: Path) -> None:
    done = tmp_path / "done"

    def work(number: int) -> None:
        with done.open("a") as file:
            file.write(f"{os.getpid()} {number}\n")
        time.sleep(0.001 * (number % 7))

    for _ in workers.spread(work, range(300)):
        time.sleep(0.0005)
    lines = [line.split() for line in done.read_text().splitlines()]
    assert sorted(int(number) for _, number in lines) == [*range(300)]
    assert len({process for process, _ in lines}) == 2
    assert str(os.getpid()) in {process for process, _ in lines}


def test_what_this_process_cannot_do_is_raised_in_its_turn() -> None:
    def work(number: int) -> int:
        time.sleep(0.02)
        if number >= 3:
            raise ValueError(number)
        return number

    answers = iter(workers.spread(work, range(16)))
    assert [next(answers) for _ in range(2)] == [0, 1]
    with pytest.raises(ValueError, match="3"):
        list(answers)


def test_a_lost_helper_is_told_in_a_sentence() -> None:
    parent = os.getpid()

    def fall(number: int) -> int:
        time.sleep(0.02)
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(workers.LostWorkerError, match="ended from outside, as systems do that run out of memory"):
        list(workers.spread(fall, range(10)))
    assert those_left([each.pid or 0 for each in multiprocessing.active_children()]) == []


def test_helpers_nobody_listens_to_any_more_end_at_once() -> None:
    parent = os.getpid()
    answers = workers.spread(lambda number: time.sleep(60 * number * (os.getpid() != parent)), range(10))
    began = time.monotonic()
    assert isinstance(answers, Generator)
    assert next(answers) is None
    answers.close()
    assert time.monotonic() - began < 30
    assert those_left([each.pid or 0 for each in multiprocessing.active_children()]) == []


def test_work_of_its_own_leaves_what_was_set_aside_from_collecting_aside() -> None:
    with collecting_only_what_is_new():
        assert list(workers.spread(lambda number: number, range(100))) == [*range(100)]
        assert gc.get_freeze_count() > 1000  # some versions of Python begin with a few hundred
    assert gc.get_freeze_count() == 0
