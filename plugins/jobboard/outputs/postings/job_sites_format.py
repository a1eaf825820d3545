"""Files for job sites as bytes: every value in CDATA with its characters as they are, as the job sites ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import TypeVar

from jobboard.engine.output import Chunks
from jobboard.source.text import printable

T = TypeVar("T")


def xml_file(
    root: str, head: Iterable[tuple[str, str]], items: Iterable[tuple[str, T]], express: Callable[[T], bytes]
) -> Chunks[T]:
    """A file: its root, what stands above the jobs, and the jobs that `express` makes of each of the keyed items."""
    above = "".join(f"<{name}>{escape(printable(text), quote=False)}</{name}>\n" for name, text in head)
    return Chunks(
        head=f"<?xml version='1.0' encoding='UTF-8'?>\n<{root}>\n{above}".encode(),
        items=items,
        express=express,
        tail=f"</{root}>\n".encode(),
    )


def job_element(fields: Iterable[tuple[str, str]], **attributes: str) -> bytes:
    """One job: its attributes, and an element for each of its fields."""
    named = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    inner = "".join([f"<{name}><![CDATA[{_without_end(text)}]]></{name}>\n" for name, text in fields])
    return f"<job{named}>\n{inner}</job>\n".encode()


def _without_end(text: str) -> str:
    """Text that cannot end the CDATA it stands in: two sections part whatever would."""
    return printable(text).replace("]]>", "]]]]><![CDATA[>")
