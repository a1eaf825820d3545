"""What of a source becomes the text of a file: captions, summaries, footnotes and blocks where they belong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.conftest import ATOM, RSS, WXR, Import, body_of, fields_of, make_feed, make_item
from tests.importing.test_public import make_export, make_post
from tests.words_lost import judge


def make_meta(**values: str) -> str:
    """Custom fields of a post."""
    return "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>"
        for key, value in values.items()
    )


@pytest.mark.parametrize("source", [RSS, ATOM, WXR])
def test_no_word_of_the_samples_is_lost(source: str) -> None:
    verdict = judge(Path(source))
    assert verdict.items > 1
    assert dict(verdict.lost) == {}


MRSS = "xmlns:media='http://search.yahoo.com/mrss/'"


def test_the_caption_of_a_picture_is_not_the_article(import_text: Import, content: Path) -> None:
    picture = (
        f"<media:group {MRSS}><media:content url='https://p.example/s.jpg' medium='image' width='100'/>"
        "<media:content url='https://p.example/l.jpg' medium='image' width='900'><media:title>Wrong title</media:title>"
        "<media:description>A caption.</media:description><media:credit>Bob Sample</media:credit></media:content>"
        "</media:group>"
    )
    import_text(make_feed(picture + make_item(description="The article.")))
    assert body_of(content, "a-bridge") == "The article.\n"
    assert "# image: https://p.example/l.jpg A caption. Bob Sample" in fields_of(content, "a-bridge")


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_texts_the_longer_is_the_article_and_none_is_lost(
    import_text: Import, content: Path, order: int
) -> None:
    space = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    texts = [
        f"<content:encoded {space}>&lt;figure>&lt;figcaption>A caption.&lt;/figcaption>&lt;/figure></content:encoded>",
        f"<content:encoded {space}>The article is longer than that.</content:encoded>",
    ][::order]
    import_text(make_feed("".join(texts) + make_item(description="")))
    assert body_of(content, "a-bridge") == "The article is longer than that.\n\nA caption.\n"


def test_a_summary_too_long_for_its_field_stands_in_the_text(import_text: Import, content: Path) -> None:
    space = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    long = "teaser " * 200
    import_text(make_feed(f"<content:encoded {space}>Text.</content:encoded>" + make_item(description=long)))
    assert body_of(content, "a-bridge") == f"{long.strip()}\n\nText.\n"


def test_a_markup_that_was_escaped_twice_is_markup(import_text: Import, content: Path) -> None:
    import_text(
        make_feed(make_item(description="&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Two&amp;lt;/p&amp;gt;"))
    )
    assert body_of(content, "a-bridge") == "One\n\nTwo\n"


def test_items_that_share_an_id_and_nothing_else_are_all_taken(import_text: Import) -> None:
    feed = make_feed(make_item("One", "First."), make_item("Two", "Second."), make_item("One", "First."))
    outcome = import_text(feed)
    assert (outcome.deeds["new"], outcome.skipped) == (2, 1)
    assert import_text(feed).deeds["unchanged"] == 2


def test_a_reusable_block_is_put_in_where_it_stands(import_text: Import, content: Path) -> None:
    post = make_post(1, text='<p>One</p><!-- wp:block {"ref":7} /--><p>Three</p><!-- wp:block {"ref":8} /-->')
    outcome = import_text(make_export(post, make_post(7, kind="wp_block", text="<p>Two</p>")))
    assert body_of(content, "post-1") == "One\n\nTwo\n\nThree\n"
    assert "  a reusable block is left out, since the export does not hold it: 8" in outcome.lines


def test_blocks_that_hold_themselves_come_to_an_end(import_text: Import) -> None:
    ring = make_post(7, kind="wp_block", text='Two <!-- wp:block {"ref":7} /--> <!-- wp:block {"ref":7} /-->')
    assert import_text(make_export(make_post(1, text='<!-- wp:block {"ref":7} /-->'), ring)).deeds["new"] == 1


def test_a_block_that_a_program_fills_is_named_with_its_words(import_text: Import) -> None:
    text = 'One <!-- wp:acf/hero {"data":{"words":"A big title"},"id":"x"} /-->'
    assert (
        "  the block acf/hero is left out: its text is made by a program: A big title"
        in import_text(make_export(make_post(1, text=text))).lines
    )


@pytest.mark.parametrize("name", ["footnote", "fn", "ref", "efn_note", "mfn", "modern_footnote"])
def test_footnotes_of_plugins_are_footnotes(import_text: Import, content: Path, name: str) -> None:
    import_text(make_export(make_post(1, text=f"One[{name}]A <b>note</b>.[/{name}], two.")))
    assert body_of(content, "post-1") == "One[^1], two.\n\n[^1]: A **note**.\n"


def test_footnotes_that_an_export_keeps_beside_the_text_are_in_it(import_text: Import, content: Path) -> None:
    meta = make_meta(footnotes='[{"id":"q","content":"A note."}]')
    text = '<p>One<sup data-fn="q" class="fn"><a id="q-link" href="#q">1</a></sup>.</p><!-- wp:footnotes /-->'
    import_text(make_export(make_post(1, text=text, more=meta)))
    assert body_of(content, "post-1") == "One[^1].\n\n[^1]: A note.\n"


def test_a_post_keeps_its_own_language_and_all_who_wrote_it(import_text: Import, content: Path) -> None:
    more = (
        "<dc:creator>ada</dc:creator><category domain='language' nicename='nl'>Nederlands</category>"
        "<category domain='author' nicename='cap-ada'>ada</category>"
        "<category domain='author' nicename='cap-bob'>bob</category>"
    )
    guest = make_post(
        2,
        kind="guest-author",
        more=make_meta(**{"cap-user_login": "bob", "cap-display_name": "Bob Sample"}),
    )
    import_text(make_export(make_post(1, more=more), guest))
    fields = fields_of(content, "post-1")
    assert "lang: nl" in fields
    assert [line for line in fields if "{name" in line] == ['  - {name: "ada"}', '  - {name: "Bob Sample"}']
    assert not any("category" in line for line in fields)


def test_an_entry_keeps_its_own_language_and_all_who_wrote_it(import_text: Import, content: Path) -> None:
    dc = "".join(
        f"<dc:{name} xmlns:dc='http://purl.org/dc/elements/1.1/'>{text}</dc:{name}>"
        for name, text in (("creator", "Ada Example"), ("creator", "Bob Sample"), ("language", "fr-BE"))
    )
    import_text(make_feed(dc + make_item()).replace("<channel>", "<channel><language>en</language>"))
    fields = fields_of(content, "a-bridge")
    assert "lang: fr" in fields
    assert [line for line in fields if "{name" in line] == ['  - {name: "Ada Example"}', '  - {name: "Bob Sample"}']
