"""What comes from others: packages, each with a reason and a licence that goes with ours; workflows may do little."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bench import supply

from tests.helpers import REPOSITORY
from tests.test_recipes import load

WORKFLOWS = sorted((REPOSITORY / ".github/workflows").glob("*.yml"))
PINNED = supply.packages((REPOSITORY / "requirements.txt").read_text(encoding="utf-8"))
GOES_WITH_OURS = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla Public License|Affero|AGPL|LGPL"
    r"|Lesser General Public|GPL.{0,3}3|GNU General Public License v2 or later|Public Domain|CC0|Unlicense"
)
"""Licences of packages that may be part of a work under AGPL-3.0: https://www.gnu.org/licenses/license-list.html"""


def test_the_lists_are_those_of_the_pins() -> None:
    assert supply.DOCUMENT.read_text(encoding="utf-8") == supply.document(PINNED), "run python -m bench.supply"
    assert supply.SBOM.read_text(encoding="utf-8") == supply.sbom(PINNED), "run python -m bench.supply"


def test_every_package_that_is_asked_for_has_a_reason_and_none_is_left_over() -> None:
    assert supply.REASONS.keys() == supply.wanted().keys()


def test_every_package_of_the_core_is_pinned() -> None:
    pinned = {each.name for each in PINNED}
    assert [name for name, extra in supply.wanted().items() if not extra and name not in pinned] == []
    assert len(PINNED) > len(supply.REASONS)


@pytest.mark.parametrize("package", PINNED, ids=lambda each: each.name)
def test_every_licence_goes_with_ours(package: supply.Package) -> None:
    assert GOES_WITH_OURS.search(package.licence), f"{package.name}: {package.licence or 'says nothing'}"


def test_the_list_for_programs_names_each_package_by_its_address() -> None:
    found = json.loads(supply.SBOM.read_text(encoding="utf-8"))
    assert (found["bomFormat"], found["specVersion"]) == ("CycloneDX", "1.6")
    refs = [each["bom-ref"] for each in found["components"]]
    assert len(set(refs)) == len(refs) == len(PINNED)
    assert all(each == f"pkg:pypi/{one.name}@{one.version}" for each, one in zip(refs, PINNED, strict=True))


def steps_of(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in load(workflow)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda each: each.stem)
def test_what_a_workflow_uses_is_pinned_by_its_digest_and_is_github_s_own(workflow: Path) -> None:
    used = re.findall(r"uses: (.*)", workflow.read_text(encoding="utf-8"))
    assert used
    assert [each for each in used if not re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda each: each.stem)
def test_no_value_from_outside_is_a_line_of_the_shell(workflow: Path) -> None:
    assert [step["run"] for step in steps_of(workflow) if "${{" in step.get("run", "")] == []
    assert "pull_request_target" not in workflow.read_text(encoding="utf-8")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda each: each.stem)
def test_a_workflow_may_read_and_whatever_writes_says_so_and_keeps_no_password(workflow: Path) -> None:
    found = load(workflow)
    assert found["permissions"] == {"contents": "read"}
    for job in found["jobs"].values():
        may_write = "write" in job.get("permissions", {}).values()
        for step in job["steps"]:
            if "actions/checkout" in step.get("uses", "") and not (may_write and "git push" in json.dumps(job)):
                assert step["with"]["persist-credentials"] is False
        assert job["timeout-minutes"] <= 40


def test_nothing_that_tests_run_asks_whether_a_fault_is_known() -> None:
    """It would need a network, and fail one day for what nobody here has done."""
    for name in (".ci/run", "Makefile"):
        assert "audit" not in (REPOSITORY / name).read_text(encoding="utf-8")
    assert "pip-audit" in (REPOSITORY / ".github/workflows/audit.yml").read_text(encoding="utf-8")


def test_every_python_that_is_supported_is_tested() -> None:
    versions = load(REPOSITORY / ".github/workflows/test.yml")["jobs"]["test"]["strategy"]["matrix"]["python-version"]
    oldest = re.search(r'requires-python = ">=3\.(\d+)"', (REPOSITORY / "pyproject.toml").read_text())
    assert oldest is not None
    assert versions == [f"3.{minor}" for minor in range(int(oldest[1]), int(oldest[1]) + len(versions))]
    assert len(versions) >= 4
