"""A build whose work a Dask cluster shares: the same site as without, whatever becomes of the cluster."""

from __future__ import annotations

import pickle
import re
import shutil
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from jobboard.base.map import Task
from jobboard.engine.output import InChunks
from jobboard.pipeline import cluster, workers
from jobboard.pipeline.failure import ClusterError
from tests.golden import NAMES, SITES, build_golden
from tests.helpers import REPOSITORY, make_posting, read_tree, settings_of, write_site
from tests.pipeline.local_dask import LocalDask, local_dask
from tests.programs import JOBBOARD, run_program

POSTINGS = 250
IMPATIENT = (
    "from jobboard.pipeline import cluster; cluster._PATIENCE = 0.5; from jobboard.commands.main import run; run()"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    (folder / "pelicanconf.py").write_text(settings_of(REPOSITORY / "theme"))
    shutil.copytree(SITES / "full/content", folder / "content")
    write_site(folder / "content", {f"postings/p{n}.md": make_posting(body=f"Work {n}.") for n in range(POSTINGS)})
    return folder


@pytest.fixture(scope="module")
def alone(project: Path) -> dict[str, bytes]:
    """The site that this machine makes alone."""
    result = run_program(JOBBOARD, "build", "--output", "alone", cwd=project)
    assert result.returncode == 0, result.stderr
    return read_tree(project / "alone")


@pytest.fixture(scope="module")
def advice(project: Path) -> str:
    """What it says of the content."""
    return run_program(JOBBOARD, "build", "--output", "advised", cwd=project).stderr


@pytest.fixture
def dask(tmp_path: Path, project: Path) -> Iterator[LocalDask]:
    with local_dask(tmp_path, project) as found:
        yield found


def command(project: Path, address: str) -> list[str]:
    """A cold build, by a program that waits for nobody very long."""
    for each in ("output", ".cache"):
        shutil.rmtree(project / each, ignore_errors=True)
    return [sys.executable, "-c", IMPATIENT, "build", "--output", "output", "--cluster", address]


def build(project: Path, address: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(project, address), cwd=project, capture_output=True, text=True, timeout=120, check=False
    )


def test_two_workers_without_the_content_make_the_same_site(
    dask: LocalDask, project: Path, alone: dict[str, bytes], advice: str
) -> None:
    result = build(project, dask.address)
    assert (result.returncode, result.stderr) == (0, advice)
    assert read_tree(project / "output") == alone
    assert min(dask.tasks_done().values()) >= 3
    again = run_program(JOBBOARD, "build", "--output", "output", cwd=project)
    assert " 0 written, 0 removed" in again.stdout


def test_a_killed_worker_costs_time_and_nothing_else(
    dask: LocalDask, project: Path, alone: dict[str, bytes], advice: str
) -> None:
    with subprocess.Popen(
        command(project, dask.address), cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        killed = dask.kill_one_at_work()
        _, errors = process.communicate(timeout=120)
    assert (process.returncode, errors) == (0, advice)
    assert read_tree(project / "output") == alone
    (other,) = dask.tasks_done()
    assert other != killed


def lose_the_workers(dask: LocalDask) -> None:
    first = dask.kill_one_at_work()
    for other in {*dask.workers} - {first}:
        dask.kill(other)


def lose_the_scheduler(dask: LocalDask) -> None:
    dask.kill_one_at_work()
    dask.scheduler.kill()
    dask.scheduler.wait()


@pytest.mark.parametrize("lose", [lose_the_workers, lose_the_scheduler])
def test_what_is_left_of_a_lost_cluster_is_done_here(
    lose: Callable[[LocalDask], None], dask: LocalDask, project: Path, alone: dict[str, bytes], advice: str
) -> None:
    with subprocess.Popen(
        command(project, dask.address), cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        lose(dask)
        _, errors = process.communicate(timeout=120)
    assert process.returncode == 0
    assert re.sub(r"The cluster could not do all of its part \((.+)\); that is done here\.\n", "", errors) == advice
    assert read_tree(project / "output") == alone


def answering(handler: type[socketserver.BaseRequestHandler]) -> Iterator[str]:
    """The address of somebody who answers, and is no scheduler."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
        yield f"tcp://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class Silent(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        self.request.recv(1 << 20)
        time.sleep(5)


class OfTheWeb(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        self.request.sendall(b"HTTP/1.0 400 Bad request\r\n\r\n")


@pytest.fixture(scope="module")
def silent() -> Iterator[str]:
    yield from answering(Silent)


@pytest.fixture(scope="module")
def of_the_web() -> Iterator[str]:
    yield from answering(OfTheWeb)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("cluster", "'cluster' is no address of a cluster: write --cluster tcp://host:8786"),
        ("tcp://host", "'tcp://host' is no address of a cluster"),
        ("127.0.0.1:1", "no scheduler of Dask answers at 127.0.0.1:1"),
        ("tcp://nowhere.invalid:8786", "no scheduler of Dask answers at tcp://nowhere.invalid:8786"),
        ("tcp://127.0.0.1:99999", "no scheduler of Dask answers at tcp://127.0.0.1:99999"),
        ("https://127.0.0.1:8786", "no scheduler of Dask answers at https://127.0.0.1:8786 (unknown address scheme"),
        ("tls://127.0.0.1:8786", "no scheduler of Dask answers at tls://127.0.0.1:8786 (TLS expects"),
        ("silent", "no scheduler of Dask answers at tcp://127.0.0.1:"),
        ("of_the_web", "no scheduler of Dask answers at tcp://127.0.0.1:"),
    ],
)
def test_an_address_of_no_cluster_is_told_in_a_line_and_nothing_is_written(
    address: str, said: str, project: Path, request: pytest.FixtureRequest
) -> None:
    result = build(project, request.getfixturevalue(address) if address in ("silent", "of_the_web") else address)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(said)
    assert result.stderr.endswith(". Nothing was written; the site is as it was.\n")
    assert result.stderr.count("\n") == 1
    assert not (project / "output").exists()


def test_without_dask_a_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"pip install 'jobboard\[cluster\]'"), cluster.shared_by("tcp://host:8786"):
        pass


def changed_package(folder: Path) -> None:
    """This package with a comment more in one of its modules."""
    shutil.copytree(REPOSITORY / "plugins/jobboard", folder / "jobboard", ignore=shutil.ignore_patterns("__pycache__"))
    with (folder / "jobboard/engine/output.py").open("a") as file:
        file.write("# another edition\n")


def no_package(folder: Path) -> None:
    """Another package of that name, which has nothing of this one."""
    (folder / "jobboard").mkdir()
    (folder / "jobboard/__init__.py").write_text("")


OTHER_EDITION = "the cluster at tcp://ours is of another edition"
NO_JOBBOARD = "not everybody in the cluster at tcp://ours has this jobboard ("


@pytest.mark.parametrize(
    ("make", "of", "said"),
    [
        (changed_package, "workers", f"{OTHER_EDITION}: tcp://127.0.0.1:"),
        (changed_package, "scheduler", f"{OTHER_EDITION}: the scheduler has jobboard "),
        (no_package, "workers", NO_JOBBOARD),
        (no_package, "scheduler", NO_JOBBOARD),
    ],
)
def test_another_edition_in_the_cluster_is_named_and_nothing_is_written(
    make: Callable[[Path], None], of: str, said: str, tmp_path: Path, project: Path
) -> None:
    (tmp_path / "packages").mkdir()
    make(tmp_path / "packages")
    with local_dask(tmp_path, project, ["one"], {of: {"PYTHONPATH": f"{tmp_path / 'packages'}"}}) as dask:
        result = build(project, dask.address)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.replace(dask.address, "tcp://ours").startswith(said)
    assert result.stderr.count("\n") == 1
    assert not (project / "output").exists()


def test_a_cluster_without_workers_is_told_with_the_command_that_starts_one(tmp_path: Path, project: Path) -> None:
    with local_dask(tmp_path, project, []) as dask:
        result = build(project, dask.address)
    assert (result.returncode, result.stdout) == (1, "")
    assert f"has no workers: start one with dask worker {dask.address}." in result.stderr


def test_a_worker_that_comes_later_with_another_edition_does_nothing() -> None:
    with pytest.raises(ClusterError):
        cluster._done_there("another", len, b"", [])


kept_here: list[str] = []


def carried(task: Task[Any, Any], items: Iterable[Any]) -> Iterator[Any]:
    """Everything packed, sent, done and finished, as if it were far away."""
    for item in items:
        value = task.pack(item)
        if value is None:
            kept_here.append(type(item.output.format).__name__)
            yield task(item)
            continue
        data, themes = cluster._packed([value])
        do = pickle.loads(pickle.dumps(task.do))
        far = pickle.loads(pickle.dumps([*themes.values()]))
        (done,) = cluster._unpacked(cluster._done_there(cluster.code_version(), do, data, far))
        yield task.finish(item, done)


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_read_and_expressed_can_travel(name: str, tmp_path: Path) -> None:
    kept_here.clear()
    assert build_golden(name, tmp_path, carried) == read_tree(SITES / name / "expected")
    assert {*kept_here} == {InChunks.__name__}


class Broken:
    """A cluster that fails whoever asks it for anything."""

    def submit(self, *_: object, **__: object) -> Any:
        raise RuntimeError("closed")

    def nthreads(self) -> dict[str, int]:
        raise OSError("gone")


def test_a_mistake_in_the_work_is_raised_here_in_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_PATIENCE", -1)
    shared = cluster._Cluster(Broken(), 3).spread(Halving(), [4, 2, 1])
    assert [next(shared), next(shared)] == [2, 1]
    with pytest.raises(ValueError, match="odd"):
        next(shared)


class Halving:
    """Work that fails for odd numbers."""

    def __call__(self, item: int) -> int:
        return self.finish(item, self.do(item))

    def pack(self, item: int) -> int:
        return item

    @property
    def do(self) -> Callable[[int], int]:
        return halved

    def finish(self, _item: int, done: int) -> int:
        return done


def halved(number: int) -> int:
    if number % 2:
        raise ValueError("odd")
    return number // 2
