"""Whatever the HTML: no word of it is lost, and no mark of Markdown is shown as letters."""

from __future__ import annotations

import random
import re

import pytest

from jobboard.importing.html.convert import to_body
from jobboard.source.markdown.convert import Engine, to_html
from tests.importing.test_hostile import nothing
from tests.words_lost import visible

BASE = "https://blog.example/a/"


class Author:
    """Writes HTML as no editor should, every word of it another."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.count = 0

    def word(self) -> str:
        self.count += 1
        return f"w{self.count}x"

    def words(self) -> str:
        pick = self.random.choice
        before, after = (
            ["", " ", "-", "#", "1. ", "(", "!", "~", "_", "|", "&lt;", "[", "`"],
            ["", " ", "!", ".", ":", "|"],
        )
        return " ".join(f"{pick(before)}{self.word()}{pick(after)}" for _ in range(pick([1, 2])))

    def line(self, depth: int) -> str:
        pick = self.random.choice
        if depth <= 0 or self.random.random() < 0.4:
            return pick(["", " "]) + self.words() + pick(["", " "])
        tag = pick(
            ["b", "strong", "i", "em", "span", "u", "a href='/x'", "code", "sub", "q", "del", "font", "br", "img"]
        )
        if tag == "br":
            return pick(["<br>", "<br><br>"]) + self.words()
        if tag == "img":
            return f"<img src='/{self.word()}.png' alt='{self.word()}'>"
        inner = "".join(self.line(depth - 1) for _ in range(2))
        inner += self.block(depth - 1) if self.random.random() < 0.15 else ""
        return f"<{tag}>{inner}</{tag.split()[0]}>"

    def flow(self, depth: int) -> str:
        return "".join(self.random.choice([self.line, self.block])(depth) for _ in range(2))

    def block(self, depth: int) -> str:
        tag = self.random.choice(
            ["p", "div", "h2", "ul", "ol", "blockquote", "pre", "table", "dl", "figure", "details"]
        )
        if depth <= 0 or tag in ("p", "h2"):
            return f"<p>{self.line(depth - 1)}</p>" if tag != "h2" else f"<h2>{self.line(depth - 1)}</h2>"
        inner = {
            "pre": lambda: f"  {self.word()}\n    {self.word()} &lt;{self.word()}&gt;<br>{self.word()}",
            "ul": lambda: f"<li>{self.flow(depth - 1)}</li><li>{self.line(depth - 1)}</li>",
            "table": lambda: "".join(
                f"<tr><td>{self.line(depth - 1)}</td><th>{self.flow(depth - 2)}</th></tr>" for _ in range(2)
            ),
            "dl": lambda: f"<dt>{self.line(depth - 1)}</dt><dd>{self.flow(depth - 1)}</dd>",
            "figure": lambda: f"<img src='/{self.word()}.png'><figcaption>{self.line(depth - 1)}</figcaption>",
        }
        inner["ol"] = inner["ul"]
        return f"<{tag}>{inner.get(tag, lambda: self.flow(depth - 1))()}</{tag}>"


@pytest.mark.parametrize("engine", list(Engine))
def test_every_word_of_a_text_is_on_the_page_or_in_the_notes(engine: Engine) -> None:
    for seed in range(80):
        html = Author(seed).block(3)
        markdown, told = to_body(html, BASE, nothing, "en")
        shown = visible(to_html(markdown, engine)[1]) + " ".join(told)
        lost = [word for word in re.findall(r"w[0-9]+x", visible(html)) if word not in shown]
        assert lost == [], f"seed {seed}: {html}\n{markdown}"
        if engine is Engine.MARKDOWN:
            assert not re.search(r"\*\*|\]\(http", shown), f"seed {seed}: {html}\n{markdown}"
