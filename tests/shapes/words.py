"""Shapes of words: addresses, numbers, dates, letters of other scripts, what other programs left behind."""

from __future__ import annotations

from collections.abc import Callable

from tests.shapes.fill import counted, filled

WORDS: dict[str, Callable[[], str]] = {
    # addresses
    "https://": lambda: filled("https://"),
    "addresses": lambda: counted(lambda n: f"https://a.example/{n} "),
    "a long address": lambda: "https://a.example/" + filled("a")[:-30],
    "addresses with brackets": lambda: "https://a.example/" + filled(")")[:-30],
    "addresses with entities": lambda: "https://a.example/" + filled("&amp;")[:-30],
    "www.": lambda: filled("www."),
    "www.a.b ": lambda: filled("www.a.b "),
    "addresses with stars": lambda: filled("https://a.b/*_~ "),
    "@": lambda: filled("@"),
    "a@": lambda: filled("a@"),
    "a@b.c": lambda: filled("a@b.cc "),
    "mail of many dots": lambda: filled("a.b@c.d-"),
    "a.a.a": lambda: "x@" + filled("a.")[:-10],
    "a-a-a@": lambda: filled("a-")[:-10] + "@b.example",
    "<https>": lambda: counted(lambda n: f"<https://a.example/{n}> "),
    "<a@b.c>": lambda: filled("<a@b.cc> "),
    "mail in words": lambda: filled("a (at) b (dot) c "),
    # numbers and dates
    "digits": lambda: filled("1"),
    "digits apart": lambda: filled("1 "),
    "phone numbers": lambda: filled("+32 2 552 08 88 "),
    "phone-like runs": lambda: filled("+1-"),
    "(0)": lambda: filled("(0) "),
    "tel": lambda: filled("tel: "),
    "8 February": lambda: filled("8 February "),
    "8 February in sentences": lambda: filled("Apply before 8 February. "),
    "8 February by lines": lambda: filled("Apply before 8 February.\n\n"),
    "8 February in one sentence": lambda: filled("apply by 8 February "),
    "2026-02-08": lambda: filled("2026-02-08 "),
    "1/1/": lambda: filled("1/1/"),
    "midnight": lambda: filled("Apply before midnight. "),
    "a competitive salary": lambda: filled("A competitive salary. "),
    "competitive": lambda: filled("competitive "),
    "persons": lambda: filled("ada.example@a.example "),
    "months and dates in tables": lambda: "|a|b|\n|-|-|\n" + filled("|8 February|apply by|\n")[:-30],
    "8 February by fences": lambda: "```\n```\n" + filled("8 February\n")[:-20],
    # plain
    "a": lambda: filled("a"),
    "words": lambda: filled("a "),
    "lines": lambda: filled("a\n"),
    "paragraphs": lambda: filled("a\n\n"),
    "long words": lambda: filled("a" * 5000 + " "),
    "spaces": lambda: "a" + filled(" ")[:-10] + "b",
    "line ends": lambda: "a" + filled("\n")[:-10] + "b",
    "spaces and line ends": lambda: filled("a  \n"),
    "\\ and line ends": lambda: filled("a\\\n"),
    "letters of other scripts": lambda: filled("漢"),
    "accents to be joined": lambda: filled("e\u0301"),
    "accents that pile up": lambda: "a" + filled("\u0316\u0301")[:-10],
    "marks of direction": lambda: filled("\u2066a\u2069"),
    "marks of direction open": lambda: filled("\u2066"),
    "zero-width spaces": lambda: filled("a\u200b"),
    "letters of a wrong encoding": lambda: filled("Ã© "),
    "signs that got lost": lambda: filled("\ufffd"),
    "from right to left": lambda: filled("שלום "),
    "emoji": lambda: filled("👩‍👩‍👧 "),
    # remains of other programs
    "{{<": lambda: filled("{{<"),
    "{%": lambda: filled("{% a "),
    "[gallery": lambda: filled("[gallery "),
    "[gallery] by lines": lambda: filled("[gallery a]\n\n"),
    "<<<<<<<": lambda: filled("<<<<<<< a\n"),
    "=======": lambda: filled("=======\n"),
    "shortcodes in code": lambda: filled("`{{< a >}}` ", 160_000),
    "a long head above dates": lambda: (
        f"midnight|{filled('apply by ', 120_000)}|b\n-|-|-\n" + "8 February|8 February|a\n" * 1990
    ),
    "a long first cell": lambda: (
        f"|a|b|\n|-|-|\n|{filled('apply by ', 120_000)}" + "|8 May" * 90 + "|\n" + "|8 May|apply|\n" * 1900
    ),
    ">>>>>>>": lambda: filled(">>>>>>> a\n"),
}
