"""The machine and the versions a run was measured with; neither host name nor path."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.hugo_site import VERSION as HUGO_VERSION

_PACKAGES = ("pelican", "markdown", "jinja2", "pyyaml", "feedgen", "nh3", "babel")


def describe_machine(*, has_hugo: bool) -> dict[str, str]:
    """What a reader needs to judge the figures."""
    return {
        "Processors": f"{len(os.sched_getaffinity(0))} used of {os.cpu_count()}",
        "Processor": _from_proc("/proc/cpuinfo", "model name") or platform.machine(),
        "Memory": _memory(),
        "System": f"{platform.system()} {platform.release().split('-')[0]}",
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "Packages": ", ".join(f"{name} {found}" for name in _PACKAGES if (found := _version(name))),
        "Hugo": HUGO_VERSION if has_hugo else "not measured",
    }


def use_processors(count: int) -> None:
    """Let this process and all it starts run on so many processors at most."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:count])


def _memory() -> str:
    kilobytes = _from_proc("/proc/meminfo", "MemTotal").split()
    return f"{int(kilobytes[0]) / 1e6:.0f} GB" if kilobytes else "unknown"


def _from_proc(file: str, name: str) -> str:
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
