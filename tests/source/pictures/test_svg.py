"""Drawings: what can act or lead away is refused with its line, what nobody sees is left out, the rest is as it was."""

from __future__ import annotations

import base64
import itertools
import random

import pytest
from lxml import etree

from jobboard.source.pictures.picture import Measured, PictureError
from jobboard.source.pictures.svg import measure_svg, safe_svg
from jobboard.source.pictures.svg_list import SVG_ATTRIBUTES, SVG_ELEMENTS
from tests.pictures import encoded
from tests.planted import SECRET, TOWN, camera_notes

_START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
_EDITORS = 'xmlns:i="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 200 60">\n'
PHOTO = base64.b64encode(encoded(TOWN, "JPEG", exif=camera_notes())).decode()


def drawing(inner: str, start: str = _START + _EDITORS) -> bytes:
    return f"{start}{inner}\n</svg>\n".encode()


def refused(data: bytes) -> str:
    with pytest.raises(PictureError) as told:
        safe_svg(data)
    with pytest.raises(PictureError) as measured:
        measure_svg(data)
    assert str(told.value) == str(measured.value)
    return str(told.value)


TOO_MUCH = "the SVG has more than 20,000 parts, or more than 100 within one another"
ACTIVE = {
    "<script>go()</script>": "the element <script>",
    '<script href="data:text/javascript,go()"/>': "the element <script>",
    '<i:g><x:script xmlns:x="http://www.w3.org/1999/xhtml"/></i:g><path onload="go()"/>': "the attribute onload",
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml">go()</h:script>': "the element <script>",
    '<path ONCLICK="go()"/>': "the attribute ONCLICK",
    '<i:path i:onload="1" onload="go()"/>': "the attribute onload",
    "<foreignObject/>": "the element <foreignObject>",
    '<iframe src="https://example.org"/>': "the element <iframe>",
    '<a href="https://example.org"><path/></a>': "the element <a>",
    '<image href="https://example.org/a.png"/>': "an address that begins with https:",
    '<image xlink:href="//example.org/a.png"/>': "an address outside of it",
    '<image href="a.png"/>': "an address outside of it",
    '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>': "an address that begins with data:",
    '<image href="data:text/html,x"/>': "an address that begins with data:",
    '<use href="data:image/png;base64,AAAA"/>': "an address that begins with data:",
    '<use xlink:href="other.svg#a"/>': "an address outside of it",
    '<use href=" javascript:go()"/>': "an address that begins with javascript:",
    '<linearGradient href="https://example.org/#a"/>': "an address that begins with https:",
    '<path fill="url(https://example.org/#a)"/>': "url() to something outside of it",
    '<path fill="URL( other.svg#a )"/>': "url() to something outside of it",
    '<path style="fill: url(//example.org)"/>': "url() to something outside of it",
    '<path style="fill: u\\72l(//example.org)"/>': "a backslash in CSS, which can hide what it says",
    "<path style=\"fill: image-set('a.png' 1x)\"/>": "image-set() in CSS",
    '<path style="width: expression(go())"/>': "expression() in CSS",
    '<style>@import "a.css";</style>': "@import",
    "<style>@font-face {src: url(data:font/woff2;base64,AA)}</style>": "@font-face",
    "<style>path {fill: url(https://example.org)}</style>": "url() to something outside of it",
    "<style>path {fill: url(#a</style>": "url() to something outside of it",
    '<set attributeName="href" to="javascript:go()"/>': "an animation of href",
    '<animate attributeName="xlink:href" values="#a;javascript:go()"/>': "an animation of xlink:href",
    '<animate attributeName="onclick" to="go()"/>': "an animation of onclick",
    '<handler type="text/ecmascript"/>': "the element <handler>",
    '<audio src="a.mp3"/>': "the element <audio>",
    "<unknown/>": "the element <unknown>",
}


@pytest.mark.parametrize("inner", ACTIVE)
def test_what_can_act_or_lead_away_is_refused_with_its_line(inner: str) -> None:
    assert f"{ACTIVE[inner]} (line 2)" in refused(drawing(inner))


@pytest.mark.parametrize("lines", [1, 3, 6])
def test_all_of_it_is_told_and_the_rest_counted(lines: int) -> None:
    message = refused(drawing("\n".join(['<path onclick="go()"/>'] * lines)))
    assert message.count("onclick") == min(lines, 4)
    assert message.endswith(" and 2 more") == (lines > 4)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "this is no SVG: line 1 cannot be read (no element found)"),
        (b"\x89PNG\r\n", "this is no SVG: line 1 cannot be read (not well-formed (invalid token))"),
        (b"<svg/>", "this is no SVG: it does not begin with <svg> of the SVG namespace"),
        (drawing("<path>"), "this is no SVG: line 3 cannot be read (mismatched tag)"),
        (drawing("&nbsp;"), "this is no SVG: line 2 cannot be read (undefined entity)"),
        (b"<!DOCTYPE svg>" + drawing(""), "the SVG holds a DOCTYPE (line 1)"),
        (b'<?xml-stylesheet href="a.css"?>' + drawing(""), "the SVG holds a style sheet of another file (line 1)"),
        (
            drawing("<g>" * 101 + "</g>" * 101),
            TOO_MUCH,
        ),
        (drawing("<g/>" * 20_001), TOO_MUCH),
        (drawing(" " * 2_000_001), "the SVG has 2.0 MB; at most 2 MB fit"),
        (drawing("", _START + 'width="0" height="9">'), "the SVG says that it has no width or no height"),
        (
            drawing('\n<image href="data:image/png;base64,AAAA"/>'),
            "the picture in line 3 of the SVG: this is no picture that can be read",
        ),
    ],
)
def test_what_is_no_drawing_that_browsers_bear_is_refused(data: bytes, message: str) -> None:
    assert refused(data) == message


def test_entities_that_grow_are_refused_before_they_do() -> None:
    names = [f"a{number}" for number in range(12)]
    entities = "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in itertools.pairwise(names))
    assert "a DOCTYPE" in refused(f'<!DOCTYPE svg [<!ENTITY a0 "x">{entities}]>'.encode() + drawing("&a11;"))


@pytest.mark.parametrize(
    "inner",
    [
        "".join(f'<g id="a{n}">{f"<use href={chr(34)}#a{n + 1}{chr(34)}/>" * 10}</g>' for n in range(7)),
        "".join(
            f'<pattern id="a{n}">{f"<path fill={chr(34)}url(#a{n + 1}){chr(34)}/>" * 10}</pattern>' for n in range(7)
        ),
        '<g id="a1"><use href="#a1"/></g>',
        "".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(500)),
    ],
    ids=["uses", "patterns", "itself", "a chain"],
)
def test_parts_that_draw_each_other_without_end_are_refused(inner: str) -> None:
    assert "draws its parts within one another" in refused(drawing(f'{inner}<path id="a7"/>'))


def test_what_nobody_sees_is_left_out() -> None:
    secret = SECRET.decode()
    notes = (
        f"<!-- {secret} --><?made {secret}?><metadata><r>{secret}<script/></r></metadata><title>{secret}</title>"
        f'<desc>{secret}</desc><i:view i:document="{secret}"><path id="{secret}"/></i:view>'
        f'<g i:label="{secret}" data-name="{secret}">{secret}<path d="M0 0h9"/></g>'
    )
    found = safe_svg(drawing(notes))
    assert SECRET not in found
    assert b'<g><path d="M0 0h9" /></g>' in found


def test_what_is_seen_stays_as_it_was() -> None:
    inner = (
        '<defs><linearGradient id="a"><stop offset="0" stop-color="rgb(0 0 0 / 50%)"/></linearGradient></defs>'
        "<style>@media (prefers-color-scheme: dark) {path {fill: #fff}} .b {fill: url(#a)}</style>"
        '<g transform="translate(1 2) rotate(3)" style="opacity: 0.5"><path d="M0 0h9" fill="url(#a)" class="b"/></g>'
        '<text x="1" font-family="Example, serif" xml:space="preserve">A &amp; <tspan>B</tspan> &lt;C&gt;</text>'
        '<use href="#b"/><circle id="b" r="2"><animate attributeName="r" values="1;2" dur="2s"/></circle>'
    )
    before, after = etree.fromstring(drawing(inner)), etree.fromstring(safe_svg(drawing(inner)))
    assert [(each.tag, dict(each.attrib), each.text) for each in after.iter()] == [
        (each.tag, dict(each.attrib), each.text) for each in before.iter()
    ]


def test_a_picture_in_a_drawing_loses_its_notes() -> None:
    assert SECRET in base64.b64decode(PHOTO)
    found = etree.fromstring(safe_svg(drawing(f'<image xlink:href="data:image/jpeg;base64,{PHOTO}"/>')))
    kept = found[0].get("href", "").removeprefix("data:image/jpeg;base64,")
    assert base64.b64decode(kept).startswith(b"\xff\xd8")
    assert SECRET not in base64.b64decode(kept)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 200 50"', (300, 75)),
        ('viewBox="-10,-10,200,50" width="100%"', (300, 75)),
        ('viewBox="0 0 200 50" width="100"', (100, 25)),
        ('viewBox="0 0 200 50" height="1e2px"', (400, 100)),
        ('width="1in" height="2.54cm"', (96, 96)),
        ('width="20" height="1000000"', None),
        ('width="200000" height="100000"', (10_000, 5_000)),
        ("", (300, 150)),
        ('width="200"', (200, 100)),
    ],
)
def test_a_drawing_is_as_large_as_browsers_show_it(attributes: str, size: tuple[int, int] | None) -> None:
    data = drawing("", f"{_START}{attributes}>")
    if size is None:
        assert "no width or no height" in refused(data)
    else:
        assert measure_svg(data) == measure_svg(safe_svg(data)) == Measured(width=size[0], height=size[1], form="SVG")


def test_a_drawing_that_says_its_width_alone_can_be_scaled() -> None:
    assert b'viewBox="0 0 20 10"' in safe_svg(drawing("", _START + 'width="20" height="10">'))


def test_what_was_judged_is_judged_the_same_again() -> None:
    """Any mix of what is listed, with what is not: refused, or written so that nothing is left to take out."""
    chance = random.Random(7)
    names = [*sorted(SVG_ELEMENTS), "script", "a", "i:x", "title"]
    values = ["1", "url(#a)", "#a", "url(x)", "a b", "javascript:go()", "<>&'", "é", "1;2"]
    kept = 0
    for _ in range(400):
        inner = ""
        for _ in range(chance.randrange(1, 4)):
            attributes = chance.sample([*sorted(SVG_ATTRIBUTES), "href", "onload", "i:a", "data-a"], 2)
            said = " ".join(f"{key}={_quoted(chance.choice(values))}" for key in attributes)
            inner += f"<{(name := chance.choice(names))} {said}/>" if chance.random() < 0.9 else name
        try:
            found = safe_svg(drawing(inner))
        except PictureError:
            continue
        kept += 1
        assert safe_svg(found) == found
    assert kept > 50


def _quoted(value: str) -> str:
    return '"{}"'.format(value.replace("&", "&amp;").replace("<", "&lt;"))
