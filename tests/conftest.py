"""What holds for all tests: the same examples in every run, no deadline that a busy machine would miss, messages in
English, and a secret of their own, so that no command keeps a key with whoever runs them."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "jobboard",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("jobboard")

os.environ["JOBBOARD_SEAL"] = "a secret of the tests"
os.environ["LANGUAGE"] = "en"


def pytest_make_parametrize_id(val: object) -> str | None:
    """Bytes are named by their number: packed ones hold the second they were made, and every process must collect the
    same names."""
    return f"{len(val)}-bytes" if isinstance(val, bytes) else None
