"""`jobboard lsp` as an editor runs it: a real process, spoken to in the protocol's own frames."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from jobboard.commands.main import main
from tests.helpers import REPOSITORY, make_organisation, make_posting, read_tree, settings_of, write_site

JOBBOARD = Path(sys.executable).parent / "jobboard"


class Editor:
    """An editor that keeps what it is told."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.process = subprocess.Popen(
            [JOBBOARD, "lsp", "--stdio", "--lang", "en"],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.guard = threading.Timer(60, self.process.kill)
        self.guard.start()
        self.told: list[dict[str, Any]] = []
        self.asked = 0

    def uri(self, path: str) -> str:
        return (self.root / "content" / path).resolve().as_uri()

    def tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": params})
        while (answer := self._hear()).get("id") != self.asked or "method" in answer:
            self.told.append(answer)
        return answer["result"]

    def at(self, path: str, line: int, character: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self.uri(path)}, "position": {"line": line, "character": character}}

    def diagnostics(self, path: str, line: int) -> list[dict[str, Any]]:
        """The first of that file, of those that come, which have one on that line."""
        found = self.told_of(path)
        while line not in {each["range"]["start"]["line"] for each in found}:
            found = self.told_of(path)
        return found

    def told_of(self, path: str) -> list[dict[str, Any]]:
        """The next ones of that file."""
        while True:
            message = self.told.pop(0) if self.told else self._hear()
            params = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == self.uri(path):
                return list(params["diagnostics"])

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def _hear(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        length = 0
        while (line := self.process.stdout.readline().strip()) or not length:
            assert line, "the process has ended"
            name, _, value = line.partition(b": ")
            length = int(value) if name == b"Content-Length" else length
        return dict(json.loads(self.process.stdout.read(length)))


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    settings = settings_of(REPOSITORY / "theme")
    (tmp_path / "pelicanconf.py").write_text(f"print('a settings file may print')\n{settings}")
    write_site(tmp_path / "content", {"postings/analyst.md": make_posting()})
    (tmp_path / "content/organisations/example-network.md").write_text(make_organisation())
    found = Editor(tmp_path)
    with found.process:
        found.ask("initialize", processId=None, rootUri=tmp_path.as_uri(), capabilities={})
        found.tell("initialized")
        yield found
        found.ask("shutdown")
        found.tell("exit")
        assert found.process.wait(30) == 0
    found.guard.cancel()


def test_an_editor_is_told_offered_and_helped_while_a_file_is_typed(editor: Editor) -> None:
    before = read_tree(editor.root)
    path = "postings/analyst.md"
    text = make_posting(title="Data Analyst 😀").replace("organisation: example", "organisation: exampel")
    document = {"uri": editor.uri(path), "languageId": "markdown", "version": 1, "text": text}
    editor.tell("textDocument/didOpen", textDocument=document)
    lines = text.split("\n")
    line = lines.index("organisation: exampel-network")
    told = editor.diagnostics(path, line)
    (wrong,) = [each for each in told if each["range"]["start"]["line"] == line]
    assert wrong["severity"] == 1
    assert wrong["source"] == "jobboard"
    assert wrong["code"]
    assert wrong["message"].endswith("did you mean 'example-network'?")
    assert wrong["range"]["end"] == {"line": line, "character": len(lines[line])}

    (action,) = editor.ask(
        "textDocument/codeAction",
        textDocument={"uri": editor.uri(path)},
        range=wrong["range"],
        context={"diagnostics": [wrong]},
    )
    (edit,) = action["edit"]["changes"][editor.uri(path)]
    assert (action["kind"], edit["newText"]) == ("quickfix", "example-network")
    assert edit["range"]["start"] == {"line": line, "character": len("organisation: ")}

    change = {"range": edit["range"], "text": edit["newText"]}
    editor.tell("textDocument/didChange", textDocument={"uri": editor.uri(path), "version": 2}, contentChanges=[change])
    assert [each for each in editor.told_of(path) if each["severity"] == 1] == []

    offered = editor.ask("textDocument/completion", **editor.at(path, line, len("organisation: ")))
    assert [(each["label"], each["detail"]) for each in offered["items"]] == [("example-network", "Example Network")]
    title = next(number for number, each in enumerate(lines) if each.startswith("title"))
    shown = editor.ask("textDocument/hover", **editor.at(path, title, 1))
    assert "title: Data Analyst, Urban Mobility" in shown["contents"]["value"]
    assert read_tree(editor.root) == before


def test_a_new_file_is_checked_before_it_is_saved_and_counts_for_the_others(editor: Editor) -> None:
    path = "news/bridge.md"
    text = "---\ntitle: A bridge\norganisations: [towns]\npublished: 2026-03-02\n---\n\nIt opens on Monday, at noon.\n"
    document = {"uri": editor.uri(path), "languageId": "markdown", "version": 1, "text": text}
    editor.tell("textDocument/didOpen", textDocument=document)
    assert [each["severity"] for each in editor.told_of(path)][:1] == [1]
    text = "---\nname: Towns\nwebsite: https://towns.example.org\n---\n\nThey are many.\n"
    document = {"uri": editor.uri("organisations/towns.md"), "languageId": "markdown", "version": 1, "text": text}
    editor.tell("textDocument/didOpen", textDocument=document)
    assert [each for each in editor.told_of(path) if each["severity"] == 1] == []


def test_settings_that_cannot_be_read_are_told_at_their_file(editor: Editor) -> None:
    file = editor.root / "pelicanconf.py"
    file.write_text(file.read_text().replace("Europe/Brussels", "Europe/Brussel"))
    editor.tell("workspace/didChangeWatchedFiles", changes=[{"uri": file.as_uri(), "type": 2}])
    assert editor.told_of("../pelicanconf.py")[0]["severity"] == 1


def test_without_the_extra_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    result = CliRunner().invoke(main, ["lsp", "--lang", "en"])
    assert result.exit_code == 1
    assert result.output == "Error: speaking with editors needs pygls: pip install 'jobboard[editor]'\n"
