"""Every command on every oddity of YAML: the lines that change are those it is for, or the file is as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.editing.change import FieldChange, value_at
from jobboard.editing.editor import edited
from jobboard.editing.refusal import NotEditedError
from jobboard.editing.sheet import data_of, read_fields
from jobboard.model.posting import Posting
from tests.editing.oddities import COMMANDS, ODDITIES, Outcome, outcome

MOST = {"close": 1, "close other": 1, "extend": 3, "reopen": 1, "ready": 0, "rename": 1, "translate": 0, "relist": 0}
"""Lines that come."""

NOT_READ = {
    *("an anchor", "a tag", "a merge key", "tabs at the ends of lines", "tabs behind colons", "a tab for an indent"),
    *("line ends of other machines", "dots for a fence", "a directive"),
}
"""What `check` refuses, too."""

NOT_CHANGED = {"a field given twice"}
"""What could mean two things."""

ON_LINES = (
    *("a folded deadline", "names with nothing behind them", "nulls", "moved before", "moved before, in a list"),
    *("moved before, with parts", "closed, over lines", "a former name alone", "fields in braces", "braces over lines"),
)
"""Where the field that changes has a line, or several, already."""


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ODDITIES)
def test_what_changes_is_what_the_command_is_for_or_nothing(name: str, command: str, tmp_path: Path) -> None:
    found = outcome(tmp_path, ODDITIES[name], command)
    if found.refused:
        assert found.data.decode() == ODDITIES[name]
        assert "Traceback" not in found.refused
        assert len(found.refused.split("\n")) == 1 or found.refused.endswith("Every file is as it was.")
        return
    assert name not in NOT_READ | NOT_CHANGED
    if command == "fmt":
        assert sorted(map(str.rstrip, found.come)) == sorted(map(str.rstrip, found.gone))
        return
    assert len(found.come) <= MOST[command], found
    goes = {"extend": 1, "reopen": 1, "ready": 1}.get(command, 0)
    assert len(found.gone) <= goes or name in ON_LINES, found


def refused(name: str, command: str, tmp_path: Path) -> Outcome:
    found = outcome(tmp_path, ODDITIES[name], command)
    assert found.refused
    return found


@pytest.mark.parametrize("name", sorted(ODDITIES.keys() - NOT_READ - NOT_CHANGED))
def test_what_can_be_read_is_closed_and_renamed(name: str, tmp_path: Path) -> None:
    is_closed = name.startswith("closed, ") or name == "opened again before"
    assert bool(outcome(tmp_path, ODDITIES[name], "close").refused) is is_closed
    assert not outcome(tmp_path / "two", ODDITIES[name], "rename").refused


TOLD = {
    ("a field given twice", "extend"): "line 7: deadline: given twice; the first is on line 5; keep one of them",
    ("a deadline with parts", "extend"): "deadline: expected a date like 2026-03-31; change it by hand",
    ("a space that does not break", "extend"): "deadline: expected a date like 2026-03-31, found '2026-03-31 17:00'",
    ("a name with a space nobody sees", "translate"): (
        "apply cannot be placed without touching others; change it by hand"
    ),
}


@pytest.mark.parametrize(("name", "command"), TOLD)
def test_a_refusal_says_what_stands_in_the_way(name: str, command: str, tmp_path: Path) -> None:
    told = refused(name, command, tmp_path).refused.replace("\u00a0", " ")
    assert told == f"Error: postings/it.md: {TOLD[name, command]}"


@pytest.mark.parametrize("name", ["names with nothing behind them", "nulls"])
def test_a_field_that_says_nothing_is_filled_where_it_stands_and_never_copied(name: str, tmp_path: Path) -> None:
    closed = outcome(tmp_path, ODDITIES[name], "close")
    assert (len(closed.come), len(closed.gone)) == (1, 1)
    for command in ("translate", "relist"):
        new = outcome(tmp_path / command, ODDITIES[name], command).new.decode()
        assert not any(field in new for field in ("closed", "updated", "deadline_was", "summary"))


def test_no_field_comes_a_second_time_beside_a_name_with_a_space_nobody_sees() -> None:
    data = ODDITIES["a name with a space nobody sees"].encode()
    with pytest.raises(NotEditedError, match="cannot be placed without touching others"):
        edited(data, [FieldChange(("apply", "email"), "x@example.org")], Posting)


LITERAL = "---\nsalary:\n  note: |{}\n    One.\n\n    Two.\n{}title: A\n---\n\nText.\n"


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize(("sign", "behind"), [("", ""), ("-", ""), ("", "skills: [a]\n"), ("+", "\n")])
def test_a_literal_text_is_set_and_set_back(sign: str, behind: str, eol: str) -> None:
    data = LITERAL.format(sign, behind).replace("\n", eol).encode()
    fields = data_of(read_fields(data))
    note = str(value_at(fields, ("salary", "note")))
    for text in (f"{note.rstrip()}x", "x", f"{note.rstrip()}\nThree.\n"):
        changed = edited(data, [FieldChange(("salary", "note"), text)], Posting)
        if sign != "+":
            assert edited(changed, [FieldChange(("salary", "note"), note)], Posting) == data
    added = edited(data, [FieldChange(("summary",), "x")], Posting)
    assert edited(added, [FieldChange(("summary",), None)], Posting) == data
