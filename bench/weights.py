"""What becomes of heavy pictures: files and bytes published, and the memory it takes. `python -m bench.weights`.

Each is the logo of an organisation and the picture of a news item, of a board that is built in a process of its own.
"""

from __future__ import annotations

import io
import multiprocessing
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from tests.helpers import NOW, SITE, build_site, make_news, make_organisation, write_site
from tests.pictures import bomb, encoded

from jobboard.pipeline.check import check
from jobboard.pipeline.report import Form, render_problems
from jobboard.source.problem import is_blocking

_PLACE = b"Secret Street 7"
_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><metadata>Secret Street 7</metadata>'
    '<style>@media (prefers-color-scheme: dark) {{path {{fill: #fff}}}}</style><path d="M0 0h300v100z"/>{more}</svg>'
)


def noisy(width: int, height: int, grain: int = 3) -> Image.Image:
    """A picture that packs badly, as photographs do."""
    chance = random.Random(1)  # noqa: S311 (the same each time)
    points = width // grain, height // grain
    small = Image.frombytes("RGB", points, chance.randbytes(points[0] * points[1] * 3))
    return small.point(lambda value: value // 50 * 50).resize((width, height), Image.Resampling.NEAREST)


def _clear(width: int, height: int) -> Image.Image:
    """A heavy picture that is transparent in places."""
    picture = noisy(width, height)
    picture.putalpha(Image.linear_gradient("L").resize((width, height)))
    return picture


def with_place(form: str) -> bytes:
    """A picture in whose notes a place stands."""
    notes = Image.Exif()
    notes[0x013B] = _PLACE.decode()
    notes.get_ifd(0x8825)[27] = _PLACE
    return encoded(noisy(3000, 2000), form, exif=notes)


PICTURES: dict[str, Callable[[], bytes]] = {
    "heavy.png": lambda: encoded(noisy(6000, 5000, grain=2), "PNG"),
    "clear.png": lambda: encoded(_clear(6000, 5000), "PNG"),
    "heavy.jpg": lambda: encoded(noisy(6000, 5000), "JPEG", quality=85),
    "place.avif": lambda: with_place("AVIF"),
    "plain.svg": lambda: _DRAWING.format(more="").encode(),
    "script.svg": lambda: _DRAWING.format(more="<script>alert(1)</script>").encode(),
    "bomb.png": lambda: bomb(30_000, 30_000),
}


def main() -> None:
    """Build each, and say what came of it. Who draws is another process than who builds, whose memory is told."""
    with tempfile.TemporaryDirectory() as folder:
        for name in PICTURES:
            for task in (_draw, _tell):
                process = multiprocessing.get_context("spawn").Process(target=task, args=(Path(folder) / name,))
                process.start()
                process.join()


def _draw(file: Path) -> None:
    file.write_bytes(PICTURES[file.name]())


def _tell(file: Path) -> None:
    name, data = file.name, file.read_bytes()
    sys.stdout.write(f"{name}: {len(data):,} bytes given\n")
    files: dict[str, str | bytes | None] = {
        "organisations/example-network.md": make_organisation(logo=f"{{file: images/{name}, alt: A logo}}"),
        "news/bridge.md": make_news(image=f"{{file: images/{name}, alt: A bridge}}"),
        f"images/{name}": data,
    }
    with tempfile.TemporaryDirectory() as folder:
        content = write_site(Path(folder) / "content", files)
        before, began = _peak(), time.perf_counter()
        problems = check(content, SITE, NOW).problems
        sys.stdout.write("".join(f"  {line}\n" for line in render_problems(problems, Form.TEXT).splitlines()))
        if not is_blocking(problems):
            _tell_of_site(name, build_site(content, output=Path(folder) / "site"))
        sys.stdout.write(f"  {time.perf_counter() - began:.1f} s, at most {_peak() - before:.0f} MB more\n\n")


def _tell_of_site(name: str, site: dict[str, bytes]) -> None:
    for path, published in sorted(site.items()):
        if name in path:
            what = Image.open(io.BytesIO(published)).size if not path.endswith(".svg") else ""
            sys.stdout.write(f"  {path}: {len(published):,} bytes {what}\n")
    found = [path for path, published in site.items() if _PLACE in published]
    sys.stdout.write(f"  the place is in: {found or 'nothing'}\n")


def _peak() -> float:
    """The most memory that this process or a helper of it held, in MB."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1000


if __name__ == "__main__":
    main()
