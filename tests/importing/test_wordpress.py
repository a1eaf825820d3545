"""A WordPress export in, news files out."""

from __future__ import annotations

from pathlib import Path

import pytest

from jobboard.importing.sources.entry import ImportFailedError
from tests.importing.conftest import WXR, Import, body_of, fields_of

HEAD = '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">'


def make_export(content: str, status: str = "publish") -> str:
    return (
        f"{HEAD}<channel><link>https://blog.example</link><item><title>A bridge</title><guid>g1</guid>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded><wp:post_id>1</wp:post_id>"
        f"<wp:post_date>2024-03-05 14:30:00</wp:post_date><wp:status>{status}</wp:status></item></channel></rss>"
    )


def test_a_post_keeps_its_dates_author_terms_files_and_address(import_: Import, content: Path) -> None:
    import_(WXR)
    assert fields_of(content, "ete-des-musees")[:-1] == [
        'title: "L’été des musées & des villes"',
        "organisations: [example-network]",
        'published: "2024-03-05 14:30+01:00"',
        'updated: "2024-07-02 09:15+02:00"',
        "lang: fr",
        'summary: "Trois communes ouvrent leurs musées la nuit."',
        "authors:",
        '  - {name: "Zoé Modèle"}',
        "topics: [culture]",
        "# category: Culture (category)",
        "# category: Vie locale (category)",
        "# category: Nuit (post_tag)",
        "# was at: https://blog.example/2024/03/ete-des-musees/",
        "# image: https://blog.example/wp-content/uploads/2024/03/musee.jpg Une salle de musée, la nuit",
        "# file: https://blog.example/wp-content/uploads/2024/03/affiche.pdf affiche",
        "# imported-from: wordpress https://blog.example/?p=11",
    ]


def test_shortcodes_become_pictures_links_or_text(import_: Import, content: Path) -> None:
    import_(WXR)
    uploads = "https://blog.example/wp-content/uploads/2024/03"
    assert body_of(content, "ete-des-musees") == (
        "Trois communes ouvrent leurs musées.  \nEntrée libre.\n\n"
        f"[Une salle]({uploads}/musee-300x200.jpg)\n\nLa salle des *mosaïques*\n\n"
        "Voir aussi [le pont](news/le-pont.md) \\[sic\\].\n\n"
        f"[Une salle de musée, la nuit]({uploads}/musee.jpg)\n\n[deux.png]({uploads}/deux.png)\n\n"
        "[https://video.example/watch/9](https://video.example/watch/9)\n\n"
        '\\[contact-form-7 id="5" title="Contact"\\]\n'
    )


def test_blocks_become_paragraphs_tables_and_code(import_: Import, content: Path) -> None:
    import_(WXR)
    assert body_of(content, "le-pont") == (
        "Un pont pour les trams & les vélos.\n\n"
        "[https://video.example/watch/8](https://video.example/watch/8)\n\n"
        "| An | Coût &#124; total |\n| --- | --- |\n| 2023 | 40 |\n\n"
        "    a < b\n\n    c\n"
    )


def test_two_posts_of_one_slug_are_two_files(import_: Import, content: Path) -> None:
    import_(WXR)
    assert body_of(content, "le-pont-2") == "Une autre nouvelle du même nom.\n"


def test_what_was_not_public_is_not_written_unless_asked_for(import_: Import, content: Path) -> None:
    outcome = import_(WXR)
    assert sorted(path.name for path in (content / "news").iterdir()) == [
        "ete-des-musees.md",
        "le-pont-2.md",
        "le-pont.md",
    ]
    assert (
        "skipped: not public at their source: 1 draft, 1 future, 1 private, 1 protected by a password; "
        "--with-drafts takes them as drafts"
    ) in outcome.lines


@pytest.mark.parametrize("name", ["brouillon", "a-venir", "interne", "sous-cle"])
def test_what_was_not_public_is_at_most_a_draft(import_: Import, content: Path, name: str) -> None:
    import_(WXR, takes_drafts=True)
    assert "status: draft" in fields_of(content, name)


def test_what_is_left_behind_is_counted(import_: Import) -> None:
    lines = import_(WXR).lines
    assert [line for line in lines if line.startswith("not imported")] == [
        "not imported: comments: 2",
        "not imported: custom fields (postmeta): 2",
        "not imported: marks that a post is sticky: 1",
        "not imported: posts with status trash: 1",
        "not imported: items of type page: 1; --post-type page takes them",
    ]


def test_old_addresses_lead_to_new_ones(import_: Import) -> None:
    assert import_(WXR).redirects == [
        ("/2024/03/ete-des-musees/", "/news/ete-des-musees/"),
        ("/2024/03/le-pont/", "/news/le-pont/"),
        ("/2024/01/le-pont/", "/news/le-pont-2/"),
    ]


def test_a_post_that_is_withdrawn_after_its_import_is_pointed_out(import_text: Import, content: Path) -> None:
    import_text(make_export("Text."))
    outcome = import_text(make_export("Text.", status="private"))
    assert outcome.lines[0] == (
        "note: content/news/a-bridge.md: it is not public at its source any more (private); look whether it should stay"
    )
    assert "status: draft" not in fields_of(content, "a-bridge")


def test_a_truncated_export_is_refused_whole(import_text: Import, content: Path) -> None:
    text = Path(WXR).read_bytes()
    with pytest.raises(ImportFailedError, match=r"the export .* is broken: line \d+: "):
        import_text(text[: len(text) // 2])
    assert not (content / "news").exists()


def test_an_entity_is_never_resolved(import_text: Import, content: Path) -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    secret = '<!ENTITY file SYSTEM "file:///etc/passwd">'
    export = make_export("x").replace("<title>A bridge", "<title>A &file;&a11;bridge")
    try:
        import_text(f"<!DOCTYPE rss [{bomb}{secret}]>{export}")
    except ImportFailedError as error:
        assert "is broken" in str(error)  # noqa: PT017 (either way is right)
    assert not any("root:" in path.read_text() for path in content.rglob("*.md"))
