"""Results that are made of content and asked for several times in a build: a card in lists, an entry in feeds.

They are remembered with the content they were made of. A process that builds again and again forgets them now and then,
or it would hold boards that nobody sees any more.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_forget: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[..., T]], functools._lru_cache_wrapper[T]]:
    """Remember the results of a function of content, at most so many."""

    def remember(function: Callable[..., T]) -> functools._lru_cache_wrapper[T]:
        wrapped = functools.lru_cache(maxsize=most)(function)
        _forget.append(wrapped.cache_clear)
        return wrapped

    return remember


def forget_content() -> None:
    """Forget all such results."""
    for forget in _forget:
        forget()
