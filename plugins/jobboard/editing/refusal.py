"""Why a file was not changed."""

from __future__ import annotations

from jobboard.source.message import Phrase


class NotEditedError(Exception):
    """Nothing was changed; `words` say why, and the way out."""

    def __init__(self, words: Phrase) -> None:
        super().__init__(str(words))
        self.words = words
