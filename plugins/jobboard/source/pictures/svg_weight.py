"""How much a browser has to draw for a drawing: parts that name parts that name parts can be billions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from jobboard.source.message import phrase
from jobboard.source.pictures.picture import PictureError
from jobboard.source.pictures.svg_list import parts_named

_MOST = 500_000
_DEEPEST = 200
_HINT = phrase("draw each part where it stands, or save it as PNG")


def check_weight(root: Element) -> None:
    """Raises PictureError if what is drawn, each part as often as others name it, is more than browsers bear."""
    _weight(root, {id_: each for each in root.iter() if (id_ := each.get("id"))}, {}, 0)


def _weight(element: Element, by_id: Mapping[str, Element], known: dict[Element, int], depth: int) -> int:
    """How many elements are drawn for one. One that is being counted counts as too much: it is drawn for itself."""
    if element in known:
        weight = known[element]
    else:
        known[element] = _MOST + 1
        below = [*element, *(by_id[name] for name in _named(element) if name in by_id)]
        weight = 1 + sum(_weight(each, by_id, known, depth + 1) for each in below) if depth < _DEEPEST else _MOST + 1
        known[element] = weight
    if weight > _MOST:
        reason = phrase("the SVG draws its parts within one another, more than %(most)s times", most=_MOST)
        raise PictureError(reason, _HINT)
    return weight


def _named(element: Element) -> Iterator[str]:
    """The ids of the parts that an element names."""
    for key, value in element.attrib.items():
        if key == "href" and value.startswith("#"):
            yield value[1:]
        elif "#" in value:
            yield from parts_named(value)
