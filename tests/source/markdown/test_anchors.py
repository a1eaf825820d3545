"""Links within a text lead to its headings, however these are spelled; derived texts hold nothing of footnotes."""

from __future__ import annotations

import pytest

from jobboard.source.markdown.body import convert_body
from jobboard.source.markdown.convert import Engine
from jobboard.source.problem import Report
from tests.helpers import lines_of

HEADINGS = (
    "# What we offer\n\na\n\n## Pay & benefits\n\nb\n\n## D\u00e9tails pratiques\n\nc\n\n## Pay & benefits\n\nd\n\n"
)


@pytest.mark.parametrize(
    ("written", "anchor"),
    [
        ("what-we-offer", "section-what-we-offer"),
        ("section-what-we-offer", "section-what-we-offer"),
        ("What-We-Offer", "section-what-we-offer"),
        ("what_we_offer", "section-what-we-offer"),
        ("pay--benefits", "section-pay-benefits"),
        ("pay-benefits", "section-pay-benefits"),
        ("pay--benefits-1", "section-pay-benefits_1"),
        ("pay-benefits_1", "section-pay-benefits_1"),
        ("d\u00e9tails-pratiques", "section-d\u00e9tails-pratiques"),
        ("d%C3%A9tails-pratiques", "section-d\u00e9tails-pratiques"),
        ("details-pratiques", "section-d\u00e9tails-pratiques"),
        ("top", "top"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("engine", Engine)
def test_a_link_leads_to_the_heading_it_means(written: str, anchor: str, engine: Engine) -> None:
    report = Report("x.md")
    body = convert_body(f"{HEADINGS}[go](#{written})", 1, report, engine)
    assert lines_of(report) == []
    assert body is not None
    assert f'<a href="#{anchor}" rel="noopener noreferrer">go</a>' in body.html


@pytest.mark.parametrize("engine", Engine)
def test_a_link_to_no_heading_becomes_text_with_advice(engine: Engine) -> None:
    report = Report("x.md")
    body = convert_body("## Tasks\n\n[pay](#pay) and [a\u00f1o](#a\u00f1o)", 10, report, engine)
    assert body is not None
    assert body.html.endswith("<p>pay and a\u00f1o</p>")
    hint = "it names no heading of this text; write one in small letters with hyphens: #what-we-offer"
    assert lines_of(report) == [
        f"advice: 12: body: the link to '#{each}' leads nowhere and becomes plain text; {hint}"
        for each in ("pay", "a\u00f1o")
    ]


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize("name", ["1", "note", "a.b", "\u00e9t\u00e9"])
def test_footnotes_lead_there_and_back(engine: Engine, name: str) -> None:
    body = convert_body(f"a[^{name}] b[^{name}]\n\n[^{name}]: c", 1, Report("x"), engine)
    assert body is not None
    for place in (f"fn:{name}", f"fnref:{name}", f"fnref2:{name}"):
        assert body.html.count(f'id="{place}"') == body.html.count(f'href="#{place}"') or place.startswith("fn:")
        assert f'id="{place}"' in body.html
        assert f'href="#{place}"' in body.html


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One[^1] two.\n\n[^1]: Note.", "One two."),
        ("- one[^1]\n- two\n\n[^1]: Note.", ""),
        ("![A map](images/map.png)\n\nOne.", "One."),
        ("[TOC]\n\n# A\n\nOne.", "One."),
        ("See https://x.example and [b](#a).\n\n# A", "See https://x.example and b."),
        ("*[EU]: European Union\n\nThe EU.", "The EU."),
    ],
)
def test_an_excerpt_is_words_alone(text: str, expected: str, engine: Engine) -> None:
    body = convert_body(text, 1, Report("x"), engine)
    assert body is not None
    assert body.excerpt == expected


@pytest.mark.parametrize("engine", Engine)
def test_contents_list_the_headings_in_their_levels(engine: Engine) -> None:
    body = convert_body("[TOC]\n\n# A\n\n### *B*\n\n## C\n\n# D", 1, Report("x"), engine)
    assert body is not None
    rel = 'rel="noopener noreferrer"'
    items = {name: f'<li><a href="#section-{name.lower()}" {rel}>{name}</a>' for name in "ABCD"}
    expected = f"<ul>{items['A']}<ul>{items['B']}</li>{items['C']}</li></ul></li>{items['D']}</li></ul>"
    assert body.html.replace("\n", "").startswith(expected)


def test_many_headings_of_one_name_cost_little() -> None:
    body = convert_body("# a\n\n" * 10_000, 1, Report("x"))
    assert body is not None
    assert body.anchors[-1] == "section-a_9999"
