"""A hundred thousand postings, ours only: does it build, how large does it get, how big are the biggest files."""

from __future__ import annotations

import re
from pathlib import Path

from bench.checks import check_edited, check_site, listing_pages
from bench.corpus import Corpus, edited
from bench.generators import Generator, remove_site, write_content
from bench.results import Scenario
from bench.scenarios import Bench


def run_huge(bench: Bench, corpus: Corpus, generator: Generator) -> None:
    """Build once cold, once with nothing changed, once with a posting edited. Raises CommandError or CheckError."""
    bench.say(f"{corpus.size:,} postings, {generator.name}: writing the content")
    write_content(generator, corpus)
    remove_site(generator)
    facts = bench.results.huge
    facts["postings"] = f"{corpus.size:,}"
    for scenario in (Scenario.COLD, Scenario.NOTHING, Scenario.EDITED):
        if scenario is Scenario.EDITED:
            generator.write_posting(edited(corpus.to_edit))
        measured = bench.measure_one(generator, corpus.size, scenario)
        facts[scenario] = (
            f"{measured.wall:.1f} s, {measured.cpu:.1f} s of processor, {measured.memory / 1e6:,.0f} MB, "
            f"{len(measured.written):,} files written"
        )
        if scenario is Scenario.COLD:
            check_site(generator, corpus)
            facts["largest listing"] = _largest_listing(generator.output)
            facts["sitemap"] = _sitemap(generator.output)
    check_edited(generator, corpus.to_edit, "")


def _largest_listing(output: Path) -> str:
    size, path = max((file.stat().st_size, file) for file in listing_pages(output))
    return f"{path.relative_to(output).as_posix()}, {size / 1000:,.0f} kB"


def _sitemap(output: Path) -> str:
    files = sorted(output.glob("sitemap*.xml"))
    parts = (f"{file.name} {file.stat().st_size / 1e6:.1f} MB with {_addresses(file):,} addresses" for file in files)
    return "; ".join(parts)


def _addresses(file: Path) -> int:
    return len(re.findall(rb"<loc>", file.read_bytes()))
