"""The Language Server Protocol on standard input and output: what editors send in, what the pure modules answer out."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from jobboard.language_server.completion import Offered, OfferedText, offers_at
from jobboard.language_server.fixes import fixes_of
from jobboard.language_server.hover import hover
from jobboard.language_server.looking import Looking
from jobboard.language_server.marks import Mark, mark_of
from jobboard.language_server.place import Spelling, lines_of
from jobboard.settings.settings import Settings
from jobboard.source.kinds import folder_of
from jobboard.source.problem import Problem

PAUSE = 0.2
"""Seconds without another letter after which the text is checked."""

_SOURCE = "jobboard"
_SEVERITIES = {True: types.DiagnosticSeverity.Information, False: types.DiagnosticSeverity.Error}
_KINDS = {Offered.FIELD: types.CompletionItemKind.Field, Offered.VALUE: types.CompletionItemKind.Value}


class Server(LanguageServer):
    """One editor's. `load` reads the settings below the folder that the editor has open."""

    def __init__(self, load: Callable[[Path], Settings], settings: str, lang: str) -> None:
        super().__init__("jobboard", version("jobboard"))
        self._settings_file = settings
        self._lang = lang
        self.looking = Looking(lambda: load(self._root), lang)
        self._marked: dict[str, list[Mark]] = {}
        self._waiting: asyncio.Task[None] | None = None

    @property
    def _root(self) -> Path:
        return Path(self.workspace.root_path or ".").resolve()

    def path_of(self, uri: str) -> str:
        """The path of a file below the content; empty for any other."""
        found, content = uris.to_fs_path(uri), self.looking.content
        file = Path(found).resolve() if found else None
        return file.relative_to(content).as_posix() if file and content and file.is_relative_to(content) else ""

    def text_of(self, uri: str) -> str:
        """What is typed in an open file, else what is on the disk; nothing of one that is not there."""
        try:
            return self.workspace.get_text_document(uri).source
        except (OSError, UnicodeDecodeError):
            return ""

    def check_all(self) -> None:
        """Look at the disk, and tell what is wrong."""
        problems = self.looking.look_at_files()
        if problems:
            self._tell(self._file_of_settings, problems)
        else:
            self.check_open()

    def check_open(self) -> None:
        """Tell what is wrong, with the open files as they are typed."""
        if (content := self.looking.content) is not None:
            open_files = {self.path_of(uri): each.source for uri, each in self.workspace.text_documents.items()}
            texts = {path: text.encode("utf-8", "replace") for path, text in open_files.items() if path}
            self._tell(lambda path: content / path, self.looking.check_texts(texts))

    async def check_soon(self) -> None:
        """The same, once nobody types."""
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = asyncio.create_task(self._after_a_pause())

    async def _after_a_pause(self) -> None:
        await asyncio.sleep(PAUSE)
        self.check_open()

    def _file_of_settings(self, path: str) -> Path:
        file = self._root / self._settings_file
        return file.parent / path if (file.parent / path).is_file() else file

    def _tell(self, file_of: Callable[[str], Path], problems: tuple[Problem, ...]) -> None:
        """Send the marks of every file that has some, and none for those that had."""
        found: dict[str, list[Problem]] = {uri: [] for uri in self._marked}
        for each in problems:
            found.setdefault(self._uri_of(file_of(each.path)), []).append(each)
        for uri, those in found.items():
            lines = lines_of(self.text_of(uri)) if those else []
            marks = [mark_of(each, lines, self._lang) for each in those]
            shown = [self.diagnostic(each, lines) for each in marks]
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown))
            self._marked[uri] = marks
        self._marked = {uri: marks for uri, marks in self._marked.items() if marks}

    def _uri_of(self, file: Path) -> str:
        """As the editor names it, where it has it open."""
        mine = (uri for uri in self.workspace.text_documents if (uris.to_fs_path(uri) or "") == str(file))
        return next(mine, "") or uris.from_fs_path(str(file)) or ""

    def diagnostic(self, mark: Mark, lines: list[str]) -> types.Diagnostic:
        """A mark as the protocol has it."""
        return types.Diagnostic(
            self.range_of(lines, mark.at),
            mark.text,
            severity=_SEVERITIES[mark.is_advice],
            code=mark.code or None,
            source=_SOURCE,
        )

    def range_of(self, lines: list[str], at: Spelling) -> types.Range:
        """A stretch in the units that the editor counts in."""
        start, end = types.Position(at.line, at.start), types.Position(at.line, at.end)
        return self.workspace.position_codec.range_to_client_units(lines, types.Range(start, end))

    def column_of(self, lines: list[str], position: types.Position) -> int:
        """The column in characters."""
        return self.workspace.position_codec.position_from_client_units(lines, position).character

    def marks_at(self, uri: str, lines: range) -> list[Mark]:
        """The marks on these lines, counted from 0."""
        return [each for each in self._marked.get(uri, ()) if each.at.line in lines]


def serve_editor(load: Callable[[Path], Settings], settings: str, lang: str) -> None:
    """Speak with the editor until it ends. Whatever else prints does so on standard error."""
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    server = Server(load, settings, lang)
    _listen(server)
    server.start_io(stdin, stdout)


def _listen(server: Server) -> None:
    for what in (
        types.INITIALIZED,
        types.TEXT_DOCUMENT_DID_OPEN,
        types.TEXT_DOCUMENT_DID_SAVE,
        types.TEXT_DOCUMENT_DID_CLOSE,
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
    ):
        server.feature(what)(_looked_at)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_typed)
    options = types.CompletionOptions(trigger_characters=[":", " ", "-", "[", "{", ","])
    server.feature(types.TEXT_DOCUMENT_COMPLETION, options)(_completion)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    actions = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, actions)(_actions)


def _looked_at(server: Server, _params: object) -> None:
    server.check_all()


async def _typed(server: Server, _params: types.DidChangeTextDocumentParams) -> None:
    await server.check_soon()


def _completion(server: Server, params: types.CompletionParams) -> types.CompletionList:
    path, known = server.path_of(params.text_document.uri), server.looking.known()
    if not path or known is None:
        return types.CompletionList(is_incomplete=False, items=[])
    lines = lines_of(server.text_of(params.text_document.uri))
    column = server.column_of(lines, params.position)
    offers = offers_at(folder_of(path), lines, params.position.line, column, known)
    return types.CompletionList(is_incomplete=False, items=[_item(server, lines, each) for each in offers])


def _item(server: Server, lines: list[str], offer: OfferedText) -> types.CompletionItem:
    return types.CompletionItem(
        label=offer.label,
        detail=offer.name or None,
        kind=_KINDS[offer.kind],
        documentation=types.MarkupContent(types.MarkupKind.Markdown, offer.help) if offer.help else None,
        sort_text=f"{offer.rank:05}",
        filter_text=f"{offer.label} {offer.name}".strip(),
        text_edit=types.TextEdit(server.range_of(lines, offer.word), offer.text),
    )


def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    path, known = server.path_of(params.text_document.uri), server.looking.known()
    if not path or known is None:
        return None
    lines = lines_of(server.text_of(params.text_document.uri))
    column = server.column_of(lines, params.position)
    shown = hover(folder_of(path), lines, params.position.line, column, known)
    if shown is None:
        return None
    content = types.MarkupContent(types.MarkupKind.Markdown, shown.text)
    return types.Hover(content, server.range_of(lines, shown.word))


def _actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    text, path = server.text_of(uri), server.path_of(uri)
    marks = server.marks_at(uri, range(params.range.start.line, params.range.end.line + 1)) if path else []
    return [
        types.CodeAction(
            title=each.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[server.diagnostic(mark, lines_of(text))],
            edit=types.WorkspaceEdit({uri: [_edit(server, text, each.start, each.end, each.text)]}),
        )
        for mark in marks
        for each in fixes_of(mark.problem, path, text)
    ]


def _edit(server: Server, text: str, start: int, end: int, new: str) -> types.TextEdit:
    lines, ends = lines_of(text), [lines_of(text[:at]) for at in (start, end)]
    first, last = (types.Position(len(each) - 1, len(each[-1])) for each in ends)
    return types.TextEdit(server.workspace.position_codec.range_to_client_units(lines, types.Range(first, last)), new)
