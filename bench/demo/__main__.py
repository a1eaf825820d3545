"""Writes the demo into a folder: `python -m bench.demo FOLDER [--now INSTANT] [--seed NUMBER]`."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.corpus import NOW
from bench.demo.document import document
from bench.demo.news import event_files, news_files
from bench.demo.organisations import TEXTS, Demo, organisation_files
from bench.demo.pictures import picture_files
from bench.demo.postings import posting_files

_ZONE = "Europe/Brussels"
_MARK = "# Written by bench.demo; whatever is changed in this folder is lost the next time.\n"
_INTRODUCED = ("mobility", "climate", "culture")
_ABOUT = {"en": "about", "fr": "a-propos", "es": "acerca-de"}


def files_of(demo: Demo) -> dict[str, bytes]:
    """The whole content, by path, the same for the same seed and instant."""
    return {
        **organisation_files(),
        **posting_files(demo),
        **news_files(demo),
        **event_files(demo),
        **picture_files(),
        **_pages(),
        "topics.yaml": _topics(),
    }


def settings_of(now: datetime) -> str:
    """The settings, in which it is always that instant."""
    return f"""\
{_MARK}SITENAME = "Sample Hub of Towns and Regions"
SITEURL = "https://demo.example"
TIMEZONE = "{_ZONE}"
DEFAULT_LANG = "en"
JOBBOARD_LANGUAGES = ["en", "fr", "es"]
PATH = "content"
OUTPUT_PATH = "output"
PLUGINS = ["jobboard"]
JOBBOARD_DESCRIPTION = {{
    "en": "Invented jobs and news of twelve invented networks.",
    "fr": "Emplois et actualités inventés de douze réseaux inventés.",
    "es": "Empleos y noticias inventados de doce redes inventadas.",
}}
JOBBOARD_IDENTITY = "demo.example,2026"
JOBBOARD_EMAIL = "https://lists.demo.example/join?list={{id}}&lang={{lang}}"
JOBBOARD_ACCESSIBILITY = {{
    "status": "partially",
    "method": "self",
    "prepared": "{now.date().isoformat()}",
    "non_compliant": [
        {{
            "en": "Files to download are samples, and empty.",
            "fr": "Les fichiers à télécharger sont des exemples, et vides.",
            "es": "Los archivos para descargar son ejemplos y están vacíos.",
        }},
    ],
    "contact": "access@demo.example",
    "enforcement": {{"name": "Sample Ombudsman", "url": "https://ombudsman.demo.example"}},
}}
JOBBOARD_NOW = "{now.isoformat()}"
"""


def write_demo(folder: Path, demo: Demo) -> int:
    """Write the demo, in place of an older one; how many files. Raises SystemExit if something else is there."""
    settings = folder / "pelicanconf.py"
    if folder.exists() and any(folder.iterdir()):
        if not settings.is_file() or not settings.read_text(encoding="utf-8").startswith(_MARK):
            sys.exit(f"{folder} holds something else; name an empty folder")
        shutil.rmtree(folder / "content", ignore_errors=True)
    files = files_of(demo)
    for path, data in files.items():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    settings.write_text(settings_of(demo.now), encoding="utf-8")
    return len(files)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.demo", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--now", default=NOW.isoformat(), help="the instant it is made for (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=2026)
    given = parser.parse_args(arguments)
    try:
        now = datetime.fromisoformat(given.now)
    except ValueError:
        parser.error(f"--now: expected an instant like 2026-12-01T12:00+01:00, found '{given.now}'")
    now = now if now.tzinfo else now.replace(tzinfo=ZoneInfo(_ZONE))
    count = write_demo(given.folder, Demo(given.seed, now))
    sys.stdout.write(f"Wrote {count} files of an invented board into {given.folder}/content.\n")


def _topics() -> bytes:
    lines = (
        f"{key}: {{{', '.join(f'{lang}: {_capital(texts.fields[key].name)}' for lang, texts in TEXTS.items())}}}\n"
        for key in TEXTS["en"].fields
    )
    return "".join(lines).encode()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _pages() -> dict[str, bytes]:
    """A page about the demo in each language, and introductions of some topics."""
    found = {}
    for lang, texts in TEXTS.items():
        fields = {
            "title": texts.page.title,
            "lang": lang if lang != "en" else "",
            "translation_of": _ABOUT["en"] if lang != "en" else "",
            "summary": texts.page.summary,
            **({"menu": "footer"} if lang == "en" else {}),
        }
        found[f"pages/{_ABOUT[lang]}.md"] = document(fields, texts.page.paragraphs)
    for topic in _INTRODUCED:
        field = TEXTS["en"].fields[topic]
        found[f"topics/{topic}.md"] = document({"summary": field.why}, [field.team, TEXTS["en"].page.paragraphs[0]])
    return found


if __name__ == "__main__":
    main()
